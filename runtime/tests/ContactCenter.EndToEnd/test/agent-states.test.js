import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertValid } from '../support/contracts.js';
import { interaction, ok, scene, work } from '../support/scene.js';
import { User } from '../support/user.js';

const people = scene(['--ContactCenter:Routing:OfferTimeout=00:00:01']);
const accept = { Accept: 'application/vnd.newvoicemedia.v3+json' };
const hour = 3_600_000;

const query = (parameters, headers = accept, user = people.supervisor1) => user.get(`/stats/wfm/agent-states?${new URLSearchParams(parameters)}`, headers);
const from = () => new Date(Date.now() - hour).toISOString();

async function all(parameters) {
  const items = [];
  for (let page = 1; ; page++) {
    const { status, body, text } = await query({ ...parameters, page });
    assert.equal(status, 200, text);
    assertValid('agent-states/agent-states-page.schema.json', body);
    assert.deepEqual([body.meta.page, body.meta.count], [page, body.items.length]);
    items.push(...body.items);
    if (page >= body.meta.pageCount) {
      assert.equal(body.meta.totalCount, items.length);
      return items;
    }
  }
}

test('The history follows presence and work', async t => {
  const { gateway, agent1 } = people;
  await work(t, [agent1]);
  await gateway.setPresence(agent1.userId, 'ExtendedAway', 'Lunch');
  await gateway.setPresence(agent1.userId, 'Ready');
  const chat = await gateway.openChat();
  await agent1.notifications.expect('chat StatusChange Invited');
  await agent1.succeed(interaction(chat), { operationName: 'Accept', nickname: 'Anna' });
  await agent1.succeed(interaction(chat), { operationName: 'EndChatSession' }, ok);
  await agent1.succeed(interaction(chat), { operationName: 'Complete' });
  const email = await gateway.receiveEmail();
  while ((await agent1.notifications.next()).state !== 'Invited');
  await agent1.succeed(interaction(email), { operationName: 'Accept' }, ok);
  await agent1.succeed(interaction(email), { operationName: 'StopProcessing' }, ok);
  while ((await agent1.notifications.next()).state !== 'Completed');
  const missed = await gateway.openChat();
  await agent1.notifications.expect('chat StatusChange Invited', 'chat StatusChange Revoked');
  await gateway.succeed(`/media-gateway/chats/${missed}`, { operationName: 'Leave' });

  const items = await all({ start: from(), agentId: agent1.userId, limit: 2 });
  assert.deepEqual(items.map(item => `${item.state} ${item.description}`), [
    'Ready Ready', 'ExtendedAway Lunch', 'Ready Ready', 'Busy Semi-Live', 'Wrap Semi-Live', 'Ready Ready', 'Busy Non-Live', 'Ready Ready', 'Busy Semi-Live', 'Unexpected Semi-Live',
  ]);
  items.forEach((item, i) => {
    const end = item.duration === null ? null : Date.parse(item.start) + item.duration;
    assert.equal(end, i + 1 < items.length ? Date.parse(items[i + 1].start) : null, 'States follow each other without gaps; the last is open.');
  });
});

test('Pages of any size hold the same states, sorted by start and agent', async t => {
  const { gateway, agent1, agent2, agent3 } = people;
  await work(t, [agent1, agent2, agent3]);
  for (const agent of [agent1, agent2, agent3]) await gateway.setPresence(agent.userId, 'Away', 'Break');
  const window = { start: from(), end: new Date(Date.now() + hour).toISOString() };

  const once = await all({ ...window, limit: 5000 });
  for (const limit of [1, 2, 7]) assert.deepEqual(await all({ ...window, limit }), once);
  const sorted = [...once].sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || (a.agentId < b.agentId ? -1 : 1));
  assert.deepEqual(once, sorted);
  const beyond = await query({ ...window, page: 1000 });
  assert.deepEqual([beyond.status, beyond.body.items], [200, []]);
  for (const include of ['StartedOrEnded', 'Processed']) assert.ok((await all({ ...window, include })).length >= once.length);
});

test('Headers and the window are checked as documented', async () => {
  const good = await query({ start: from() });
  assert.equal(good.headers.get('cache-control'), 'max-age=5, must-revalidate, private');
  assert.equal((await query({ start: from() }, { Accept: 'application/vnd.newvoicemedia.v2+json' })).status, 200);

  const bad = message => ({ statusCode: 400, error: 'Bad Request', message });
  for (const [header, body] of [
    ['application/json', bad('Invalid Accept header!')],
    ['application/vnd.newvoicemedia.v1+json', bad('Invalid api-version! Valid values: 2,3')],
  ]) {
    const answer = await query({ start: from() }, { Accept: header });
    assert.deepEqual([answer.status, answer.body], [400, body]);
    assertValid('agent-states/header-failure.schema.json', answer.body);
  }

  for (const header of [accept, { Accept: 'application/json' }]) {
    assert.equal((await query({ start: from() }, header, new User(people.program, null))).status, 401, 'Whoever is anonymous learns nothing about headers.');
  }

  const start = '2015-01-01T00:00:00Z';
  assert.equal((await query({ start, end: '2015-02-01T00:00:00Z' })).status, 200);
  const long = await query({ start, end: '2015-02-01T00:00:00.001Z' });
  assert.deepEqual([long.status, long.body], [400, { message: 'Request window size limit exceeded 31 days' }]);

  for (const parameters of [
    {}, { start: '' }, { start: 'yesterday' }, { start: '2015-01-01' }, { start: '2015-13-45T00:00:00Z' }, { start, end: '2014-12-31T00:00:00Z' },
    { start, end: start, include: 'Everything' }, { start, end: start, page: 0 }, { start, end: start, page: 'x' }, { start, end: start, limit: 5001 }, { start, end: start, limit: -1 },
    { start, end: start, agentId: 'x'.repeat(65) }, { start, end: start, unknown: 1 }, { start, end: start, page: 1.5 }, { start, end: start, page: '99999999999999999999' },
  ]) {
    const answer = await query(parameters);
    assert.equal(answer.status, 400, `${JSON.stringify(parameters)}: ${answer.text}`);
    assertValid('agent-states/message-failure.schema.json', answer.body);
  }
  assert.equal((await query({ start, end: start }, accept, people.agent1)).status, 403);
});
