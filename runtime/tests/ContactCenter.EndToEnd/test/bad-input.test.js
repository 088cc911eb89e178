// Every request body of the contracts, mutated: the documented failure in the operation's envelope, and nothing changed.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { operations } from '../support/contracts.js';
import { mutations } from '../support/mutations.js';
import { scene, start } from '../support/scene.js';

const people = scene(['--ContactCenter:Routing:OfferTimeout=01:00:00']);
const ids = {};
const holders = { 'Agent': 'agent1', 'Supervisor': 'supervisor1', 'Contact Center Admin': 'admin1', 'MediaGateway': 'gateway' };

before(async () => {
  await people.ready;
  const { gateway, agent1, agent2, agent3 } = people;
  ids.agent1 = await agent1.id();
  // Each agent has one interaction, so that bodies reach the contract of its channel.
  for (const [agent, channel, open] of [[agent1, 'chat', () => gateway.openChat()], [agent2, 'email', () => gateway.receiveEmail()], [agent3, 'smssession', () => gateway.openSms()]]) {
    await start(agent, [channel]);
    ids[channel] = await open();
    const path = channel === 'smssession' ? `/api/v2/me/smssessions/${ids[channel]}` : `/api/v2/me/interactions/${ids[channel]}`;
    let answer;
    for (const deadline = Date.now() + 15_000; Date.now() < deadline;) {
      answer = await agent.post(path, { operationName: 'Accept', ...(channel === 'chat' && { nickname: 'Anna' }) });
      if (answer.status === 200) break;
    }
    assert.equal(answer.status, 200, answer.text);
  }
});

function target(operation) {
  const { template } = operation;
  if (template.startsWith('/api/v2/me/interactions/')) {
    return operation.channel === 'chat' ? [people.agent1, template.replace('{id}', ids.chat)] : [people.agent2, template.replace('{id}', ids.email)];
  }
  if (template.startsWith('/api/v2/interactions/')) return [people.agent2, template.replace('{id}', ids.email)];
  const user = template.startsWith('/api/v2/me/smssessions/') && operation.permissions.includes('Agent') ? people.agent3 : people[holders[operation.permissions[0]]];
  const path = template
    .replace('{userId}', ids.agent1).replace('{agentId}', ids.agent1).replace('{smssessionId}', ids.smssession)
    .replace('{id}', template.includes('chats') ? ids.chat : ids.smssession);
  return [user, path];
}

async function everything() {
  const { agent1, agent2, agent3, gateway, admin1 } = people;
  return JSON.stringify([
    (await admin1.get('/api/v2/interactions')).body,
    (await agent1.get('/api/v2/me/interactions?fields=*')).body, (await agent2.get('/api/v2/me/interactions?fields=*')).body, (await agent3.get('/api/v2/me/interactions?fields=*')).body,
    await gateway.chat(ids.chat), await gateway.sms(ids.smssession),
    (await agent1.get('/api/v2/me')).body, (await people.supervisor1.get('/api/v2/me')).body,
  ]);
}

let looked = 0;
for (const operation of operations.filter(candidate => candidate.schema)) {
  test(`${operation.contract}.${operation.name} refuses mutated bodies and changes nothing`, async () => {
    const [user, path] = target(operation);
    const before = await everything();
    for (const { what, body, kinds } of mutations(operation)) {
      const answer = await user.request(operation.method.toUpperCase(), path, body);
      const place = `${what}: ${answer.status} ${answer.text.slice(0, 300)}`;
      assert.ok(answer.status >= 400 && answer.status < 500, place);
      assert.equal(answer.headers.get('content-type'), 'application/json', place);
      assert.ok(operation.isFailure(answer.body) || operation.isDefaultFailure(answer.body), place);
      assert.doesNotMatch(answer.text, /Exception|   at |\.cs:/, place);
      const code = answer.body.statusCode ?? answer.body.errorCode;
      const allowed = [operation.envelope, operation.defaults].flatMap(envelope => kinds.map(kind => envelope.failures[kind]));
      assert.ok(allowed.some(failure => failure.http === answer.status && (code === undefined || failure.code === code)), `${place}: none of ${kinds}`);
      looked++;
    }
    assert.equal(await everything(), before, 'Something has changed.');
  });
}

test('Enough was looked at', () => assert.ok(looked > 1000, `${looked} bodies`));

test('Bodies without the right content type are refused', async () => {
  const body = JSON.stringify({ operationName: 'Complete' });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16']) {
    const answer = await people.agent1.request('POST', `/api/v2/me/interactions/${ids.chat}`, body, { 'Content-Type': type });
    assert.equal(answer.status, 400, answer.text);
  }
});

test('Paths with strange identifiers are not found, and no fault', async () => {
  for (const id of ['%00', '%F0%9F%98%80', "'; DROP TABLE interactions; --", '..%2F..', 'x'.repeat(2000), '%FF%FE']) {
    for (const path of [`/api/v2/me/interactions/${id}`, `/api/v2/me/smssessions/${id}`, `/api/v2/users/${id}/smssessions/${id}`]) {
      const user = path.includes('users') ? people.supervisor1 : people.agent1;
      const answer = await user.post(path, { operationName: path.includes('users') ? 'Intrude' : 'Reject', ...(path.includes('users') && { supervisorVisibilityMode: 'Monitor' }) });
      assert.ok(answer.status >= 400 && answer.status < 500, `${path}: ${answer.status} ${answer.text}`);
    }
  }
});

