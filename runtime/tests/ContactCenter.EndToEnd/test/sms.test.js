import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { scene, sms, work } from '../support/scene.js';

const people = scene();
/** The notification that the documentation of Intrude prints. */
const sample = JSON.parse(readFileSync(new URL('../support/intrude-notification.json', import.meta.url), 'utf8'));

/** Asserts that everything in the sample is there, of the same type and in the same order; further members are allowed. */
function assertShape(actual, expected, where = '#') {
  const typeOf = value => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);
  assert.equal(typeOf(actual), typeOf(expected), where);
  if (typeOf(expected) !== 'object') return;
  assert.deepEqual(Object.keys(actual).filter(name => name in expected), Object.keys(expected), where);
  for (const name of Object.keys(expected)) assertShape(actual[name], expected[name], `${where}/${name}`);
}

async function acceptedBy(agent, body) {
  const id = await people.gateway.openSms(body);
  await agent.notifications.expect('sms StatusChange Invited');
  await agent.succeed(sms(id), { operationName: 'Accept', nickname: 'Anna' });
  await agent.notifications.expect('sms StatusChange Chatting', 'sms ParticipantsUpdated Chatting');
  assert.match(JSON.stringify(await agent.notifications.next('log')), /Where is my parcel/);
  return id;
}

test('An SMS session: answered, continued, left, completed', async t => {
  const { gateway, agent1 } = people;
  await work(t, [agent1]);
  const id = await acceptedBy(agent1);
  await agent1.succeed(sms(id), { operationName: 'SendMessage', text: 'It arrives tomorrow.' });
  await agent1.notifications.expect('log Anna: It arrives tomorrow.');
  await gateway.succeed(`/media-gateway/smssessions/${id}`, { operationName: 'SendMessage', text: 'Thank you.' });
  assert.equal((await agent1.notifications.next('log')).messages[0].text, 'Thank you.');
  assert.deepEqual((await gateway.sms(id)).messages.flatMap(message => message.text ?? []), ['Where is my parcel?', 'It arrives tomorrow.', 'Thank you.']);

  await agent1.succeed(sms(id), { operationName: 'Leave' });
  await agent1.notifications.expect('sms StatusChange LeftChat', 'log Anna ParticipantLeft');
  await agent1.succeed(sms(id), { operationName: 'Complete' });
  await agent1.notifications.expect('sms StatusChange Completed');
  await agent1.fail(sms(id), { operationName: 'Leave' }, 400, 2);
});

test('Complete with a queue offers the session to the next agent', async t => {
  const { agent1, agent2 } = people;
  await work(t, [agent1]);
  const id = await acceptedBy(agent1);
  await work(t, [agent2]);
  await agent1.fail(sms(id), { operationName: 'Complete', queueName: 'nowhere' }, 400, 2);
  await agent1.succeed(sms(id), { operationName: 'Complete', queueName: 'billing' });
  await agent1.notifications.expect('sms StatusChange Completed');
  await agent2.notifications.expect('sms StatusChange Invited');
  await agent2.succeed(sms(id), { operationName: 'Accept' });
  await agent2.succeed(sms(id), { operationName: 'Complete' });
});

test('Reject offers the session to another agent', async t => {
  const { gateway, agent1, agent2 } = people;
  await work(t, [agent1]);
  const id = await gateway.openSms();
  await agent1.notifications.expect('sms StatusChange Invited');
  await work(t, [agent2]);
  await agent1.succeed(sms(id), { operationName: 'Reject' });
  await agent1.notifications.expect('sms StatusChange Completed');
  await agent2.notifications.expect('sms StatusChange Invited');
  await agent2.succeed(sms(id), { operationName: 'Accept' });
  await agent2.succeed(sms(id), { operationName: 'Complete' });
});

for (const transport of ['long-polling', 'websocket']) {
  for (const mode of ['Monitor', 'Coach', 'BargeIn']) {
    test(`Intrude in mode ${mode}, over ${transport}`, async t => {
      const { gateway, agent1, supervisor1 } = people;
      await work(t, [agent1, supervisor1], { transport });
      const id = await acceptedBy(agent1, { userData: sample.smssession.userData });
      const session = `/api/v2/users/${agent1.userId}/smssessions/${id}`;
      const channel = `/api/v2/users/${agent1.userId}/channels/smssession`;

      await supervisor1.fail(session, { operationName: 'Intrude' }, 400, 2);
      await supervisor1.succeed(channel, { operationName: mode });
      // In one mode the given mode counts, in the others that of the monitoring.
      await supervisor1.succeed(session, { operationName: 'Intrude', ...(mode === 'Monitor' && { supervisorVisibilityMode: mode }) });
      const invited = await supervisor1.notifications.expect('sms StatusChange Invited');
      assertShape(invited, sample);
      assert.deepEqual(
        { ...invited, smssession: { ...invited.smssession, receivedDate: '', path: undefined } },
        { ...sample, smssession: { ...sample.smssession, receivedDate: '', path: undefined, id, supervisorMode: mode, uri: `${people.program.url}/api/v2/smssessions/${id}` } });

      await supervisor1.succeed(sms(id), { operationName: 'Accept', nickname: 'Sofia' });
      const chatting = await supervisor1.notifications.expect('sms StatusChange Chatting');
      assert.equal(chatting.smssession.supervisorMode, mode);
      await supervisor1.notifications.expect('sms ParticipantsUpdated Chatting');
      await supervisor1.notifications.next('log');

      const seenByCustomer = async text => (await gateway.sms(id)).messages.some(message => message.text === text);
      const switchTo = async next => {
        await supervisor1.succeed(sms(id), { operationName: `SwitchTo${next}` });
        assert.equal((await supervisor1.notifications.expect('sms StatusChange Chatting')).smssession.supervisorMode, next);
      };
      const say = async (text, customerSees) => {
        await supervisor1.succeed(sms(id), { operationName: 'SendMessage', text });
        await supervisor1.notifications.expect(`log Sofia: ${text}`);
        let log;
        do log = await agent1.notifications.next(`log ${text}`); while (!log.messages?.some(message => message.text === text));
        assert.equal(await seenByCustomer(text), customerSees, `${text}: what the customer sees`);
      };

      if (mode === 'Monitor') await supervisor1.fail(sms(id), { operationName: 'SendMessage', text: 'Not allowed.' }, 403, 3);
      else await say(`Said in ${mode}.`, mode === 'BargeIn');
      await switchTo('Coach');
      await say('A whisper.', false);
      await switchTo('BargeIn');
      await say('Hello, I am the supervisor.', true);
      await switchTo('Monitor');
      await supervisor1.fail(sms(id), { operationName: 'SendMessage', text: 'Not allowed.' }, 403, 3);
      await supervisor1.fail(sms(id), { operationName: 'Complete' }, 403, 3);
      await agent1.fail(sms(id), { operationName: 'SwitchToMonitor' }, 403, 5);

      await agent1.succeed(sms(id), { operationName: 'Complete' });
      let last;
      do last = await supervisor1.notifications.next('Revoked'); while (last.smssession?.state !== 'Revoked');
      await supervisor1.succeed(channel, { operationName: 'CancelSupervisorMonitoring' });
      await supervisor1.fail(channel, { operationName: 'CancelSupervisorMonitoring' }, 400, 2);
    });
  }
}

test('Only a supervisor intrudes, and only into a session that the agent has', async t => {
  const { agent1, agent2, supervisor1 } = people;
  await work(t, [agent1]);
  const id = await acceptedBy(agent1);
  const intrude = { operationName: 'Intrude', supervisorVisibilityMode: 'Monitor' };
  await agent2.fail(`/api/v2/users/${agent1.userId}/smssessions/${id}`, intrude, 403, 5);
  await supervisor1.fail(`/api/v2/users/${agent1.userId}/smssessions/nothing`, intrude, 404, 6);
  await supervisor1.fail(`/api/v2/users/${await agent2.id()}/smssessions/${id}`, intrude, 404, 6);
  await supervisor1.fail(`/api/v2/users/${agent1.userId}/smssessions/${id}`, { ...intrude, supervisorVisibilityMode: 'Whisper' }, 400, 2);
  await agent1.succeed(sms(id), { operationName: 'Complete' });
});
