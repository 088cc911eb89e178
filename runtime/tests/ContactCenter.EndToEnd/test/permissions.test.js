import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations } from '../support/contracts.js';
import { Notifications } from '../support/notifications.js';
import { interaction, scene, sms, work } from '../support/scene.js';
import { User } from '../support/user.js';

const people = scene();
const holders = { 'Agent': 'agent1', 'Supervisor': 'supervisor1', 'Contact Center Admin': 'admin1', 'MediaGateway': 'gateway' };
const fill = template => template.replace(/\{[^}]+\}/g, 'nothing');
const versions = { Accept: 'application/vnd.newvoicemedia.v3+json' };

for (const [who, make] of Object.entries({
  'nobody': program => new User(program, null),
  'a wrong password': program => new User(program, 'agent1', 'wrong'),
  'an unknown user': program => new User(program, 'agent9'),
})) {
  test(`Operations refuse ${who}`, async () => {
    const user = make(people.program);
    // Each wrong login costs a hash of the password, so one operation of each contract has to do for those.
    const asked = user.authorization ? operations.filter((operation, i) => operations.findIndex(other => other.contract === operation.contract) === i) : operations;
    for (const operation of asked) {
      const answer = await user.request(operation.method.toUpperCase(), fill(operation.template), operation.method === 'get' ? undefined : operation.examples[0] ?? {}, versions);
      const { http, code } = operation.defaults.failures.notAuthenticated;
      assert.equal(answer.status, http, `${operation.contract}.${operation.name}: ${answer.text}`);
      if (answer.body.statusCode) assert.deepEqual([http, code, answer.body], [403, 20, { statusCode: 20, statusMessage: 'Access denied' }]);
      else assert.match(answer.text, /Access denied/);
    }
  });
}

test('Every operation refuses users without its permission', async () => {
  let refused = 0;
  for (const operation of operations) {
    // On a shared URL an interaction that the caller has nothing to do with does not exist, whatever the operation.
    const shared = operations.filter(other => other.template === operation.template).some(other => other.channel);
    for (const [permission, holder] of Object.entries(holders)) {
      if (operation.permissions.includes(permission) || shared) continue;
      const user = people[holder];
      const answer = await user.request(operation.method.toUpperCase(), fill(operation.template), operation.method === 'get' ? undefined : operation.examples[0], versions);
      assert.equal(answer.status, 403, `${operation.contract}.${operation.name} by ${holder}: ${answer.text}`);
      assert.ok(operation.isFailure(answer.body), answer.text);
      refused++;
    }
  }
  assert.ok(refused > 40, `Only ${refused} refusals were looked at.`);
});

test("Nobody acts on another agent's interaction", async t => {
  const { gateway, agent1, agent2 } = people;
  await work(t, [agent1]);
  const chat = await gateway.openChat();
  await agent1.notifications.expect('chat StatusChange Invited');
  // Of somebody else's interaction not even the channel shows: the answer is that for one that does not exist.
  const refused = async (id, body) => {
    const [answer, nothing] = [await agent2.post(interaction(id), body), await agent2.post(interaction('0'.repeat(16)), body)];
    assert.ok(answer.status === 400 || answer.status === 404, answer.text);
    assert.deepEqual([answer.status, answer.text.replaceAll(id, '0'.repeat(16))], [nothing.status, nothing.text]);
  };
  for (const body of [{ operationName: 'Accept' }, { operationName: 'Accept', nickname: 'Ben' }, { operationName: 'Reject' }]) await refused(chat, body);
  await agent1.succeed(interaction(chat), { operationName: 'Accept', nickname: 'Anna' });
  for (const body of [
    { operationName: 'SendMessage', text: 'Hello' }, { operationName: 'Complete' }, { operationName: 'EndChatSession' }, { operationName: 'RequestChatHistory' },
    { operationName: 'SingleStepTransfer', skill: 'billing' }, { operationName: 'InviteUser', agentId: agent1.userId }, { operationName: 'StopProcessing' },
    { operationName: 'PlaceInQueue', queue: 'billing' }, { operationName: 'UpdateProperties', properties: { x: 1 } }, { operationName: 'Transfer', targetId: agent1.userId },
  ]) await refused(chat, body);
  assert.equal((await agent2.request('PUT', `/api/v2/interactions/${chat}`, { x: 1 })).status, 404);
  for (const [reader, reads] of [[agent1, true], [agent2, false], [people.admin1, true]]) {
    const { body } = await reader.get(`/api/v2/interactions/${chat}`);
    assert.equal(body.interaction.userData?.Subject, reads ? 'GMS Chat' : undefined, `${reader.login}: attached data are for who has a copy, and for administrators.`);
  }
  assert.ok(!(await gateway.chat(chat)).messages.some(message => message.text === 'Hello'));
  await agent1.succeed(interaction(chat), { operationName: 'Complete' });

  const session = await gateway.openSms();
  await agent1.succeed('/api/v2/me', { operationName: 'StartContactCenterSession', channels: ['smssession'] });
  let offer;
  do offer = await agent1.notifications.next('sms Invited'); while (offer.smssession?.state !== 'Invited');
  await agent2.fail(sms(session), { operationName: 'Accept' }, 404, 6);
  await agent1.succeed(sms(session), { operationName: 'Accept' });
  await agent2.fail(sms(session), { operationName: 'SendMessage', text: 'Hello' }, 404, 6);
  await agent1.succeed(sms(session), { operationName: 'Complete' });
});

for (const transport of ['long-polling', 'websocket']) {
  test(`Channels belong to the authenticated agent, over ${transport}`, async t => {
    const { gateway, agent1, agent2 } = people;
    await work(t, [agent1], { transport });
    const strange = await Notifications.open(agent2, {
      transport,
      channels: ['/v2/me/interactions', '/v2/**', `/v2/${agent1.userId}/interactions`, '/**', '/v2/me/*', '/meta/connect'],
    });
    t.after(() => strange.close());
    assert.ok(strange.subscriptions.get('/v2/me/interactions').successful);
    assert.equal(strange.subscriptions.get('/meta/connect').successful, false);

    for (const channel of ['/v2/me/interactions', `/v2/${agent1.userId}/interactions`, '/v2/me/smssessions']) {
      const reply = await strange.publish(channel, { messageTypeName: 'InteractionStateMessage', id: 'x', state: 'Invited' });
      assert.equal(reply.successful, false, `${channel}: ${JSON.stringify(reply)}`);
    }

    const id = await gateway.openChat();
    await agent1.notifications.expect('chat StatusChange Invited');
    await agent1.succeed(interaction(id), { operationName: 'Accept', nickname: 'Anna' });
    await agent1.notifications.expect('chat StatusChange Chatting', 'chat ParticipantsUpdated Chatting');
    await agent1.notifications.next('log');
    await agent1.succeed(interaction(id), { operationName: 'Complete' });
    await agent1.notifications.expect('chat StatusChange Completed');
    // A call and its answer travel the same way as events would: what was meant for the other would have arrived before.
    await strange.remoteCall('interaction-management', { messageName: 'RequestReleaseSnapshot', snapshotId: 1 });
    strange.assertNone();
  });

  test(`Handshakes need a user, over ${transport}`, async () => {
    for (const user of [new User(people.program, 'agent1', 'wrong'), new User(people.program, null)]) {
      await assert.rejects(Notifications.open(user, { transport }));
    }
  });
}

test('Who cannot log in gets no other answer for a user that exists', async () => {
  const [wrong, unknown] = await Promise.all([new User(people.program, 'agent1', 'x').get('/api/v2/me'), new User(people.program, 'nobody', 'x').get('/api/v2/me')]);
  assert.deepEqual([wrong.status, wrong.body], [unknown.status, unknown.body]);
});

