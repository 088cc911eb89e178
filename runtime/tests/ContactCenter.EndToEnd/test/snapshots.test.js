import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertValid } from '../support/contracts.js';
import { Notifications } from '../support/notifications.js';
import { scene, start } from '../support/scene.js';

const people = scene();
const url = '/api/v2/interaction-management';

const carriers = {
  'HTTP': user => async message => {
    const answer = await user.post(url, message);
    assert.ok(answer.status < 500, answer.text);
    assert.equal(answer.status === 200, answer.body.messageName !== 'EventError');
    return answer.body;
  },
  'remoteCall over long-polling': (user, t) => remote(user, t, 'long-polling'),
  'remoteCall over websocket': (user, t) => remote(user, t, 'websocket'),
};

function remote(user, t, transport) {
  const open = Notifications.open(user, { transport, channels: [] });
  t.after(async () => (await open).close());
  return async message => (await (await open).remoteCall('interaction-management', message)).data;
}

for (const [carrier, connect] of Object.entries(carriers)) {
  test(`The five operations of snapshots by ${carrier}`, async t => {
    const { gateway, agent1, agent2, supervisor1 } = people;
    const call = connect(agent1, t);
    const other = connect(agent2, t);
    const subject = `by ${carrier}`;
    const ids = [await gateway.receiveEmail({ subject }), await gateway.receiveEmail({ subject }), await gateway.openChat({ subject })];
    const condition = `[subject] = '${subject}' and [media_type] = 'email'`;

    const taken = await call({ messageName: 'RequestTakeSnapshot', referenceId: 11, lock: false, condition, order: '[received_at] desc, [id]' });
    assertValid('snapshots/event-snapshot-taken.schema.json', taken);
    assert.deepEqual([taken.referenceId, taken.numberOfInteractions], [11, 2]);
    const { snapshotId } = taken;

    const get = (startFrom, numberOfInteractions = 1) => call({ messageName: 'RequestGetSnapshotInteractions', referenceId: 12, snapshotId, startFrom, numberOfInteractions });
    const parts = [];
    for (const startFrom of [0, 1, 2]) {
      const part = await get(startFrom);
      assertValid('snapshots/event-snapshot-interactions.schema.json', part);
      assert.deepEqual([part.referenceId, part.startFrom, part.numberOfInteractions], [12, startFrom, part.interactions.length]);
      parts.push(...part.interactions);
    }
    assert.deepEqual(parts.map(item => item.interactionId).sort(), ids.slice(0, 2).sort());
    assert.deepEqual(parts.map(item => [item.mediaType, item.state, item.locked, item.userData.Subject]), Array(2).fill(['email', 'Queued', false, subject]));

    const lock = (messageName, interactionId) => call({ messageName, referenceId: 13, snapshotId, interactionId, reason: 'Review' });
    const unable = await lock('RequestLockInteraction', ids[0]);
    assert.deepEqual([unable.messageName, unable.errorCode], ['EventError', 2], 'The agent has no contact center session.');
    // On a channel where nothing waits, so that nothing is offered.
    await start(agent1, ['smssession']);
    t.after(() => agent1.succeed('/api/v2/me', { operationName: 'EndContactCenterSession' }));
    assert.deepEqual(await lock('RequestLockInteraction', ids[0]), { messageName: 'EventAck', referenceId: 13 });
    assert.equal((await lock('RequestLockInteraction', ids[0])).errorCode, 2);
    assert.equal((await lock('RequestLockInteraction', ids[2])).errorCode, 6, 'The chat is not in the snapshot.');
    const without = await other({ messageName: 'RequestTakeSnapshot', lock: false, condition });
    assert.equal(without.numberOfInteractions, 1, 'A locked interaction is invisible.');
    assert.deepEqual(await lock('RequestUnlockInteraction', ids[0]), { messageName: 'EventAck', referenceId: 13 });
    assert.equal((await lock('RequestUnlockInteraction', ids[0])).errorCode, 2);
    assert.deepEqual(await lock('RequestLockInteraction', ids[1]), { messageName: 'EventAck', referenceId: 13 });

    const stranger = await other({ messageName: 'RequestReleaseSnapshot', referenceId: 14, snapshotId });
    assertValid('snapshots/event-error.schema.json', stranger);
    assert.deepEqual([stranger.messageName, stranger.referenceId, stranger.errorCode], ['EventError', 14, 6]);
    assert.deepEqual(await call({ messageName: 'RequestReleaseSnapshot', referenceId: 15, snapshotId }), { messageName: 'EventAck', referenceId: 15 });
    assert.equal((await get(0)).errorCode, 6);
    assert.equal((await other({ messageName: 'RequestTakeSnapshot', lock: false, condition })).numberOfInteractions, 2, 'Release has unlocked everything.');

    const all = await call({ messageName: 'RequestTakeSnapshot', lock: true, condition });
    assert.equal(all.numberOfInteractions, 2);
    assert.deepEqual((await supervisor1.post(url, { messageName: 'RequestReleaseSnapshot', snapshotId: all.snapshotId })).body, { messageName: 'EventAck' });
    const last = await call({ messageName: 'RequestTakeSnapshot', lock: true, condition });
    await agent1.succeed('/api/v2/me', { operationName: 'EndContactCenterSession' });
    assert.equal((await call({ messageName: 'RequestReleaseSnapshot', snapshotId: last.snapshotId })).errorCode, 6, 'The end of the session has released it.');
    assert.equal((await other({ messageName: 'RequestTakeSnapshot', lock: false, condition })).numberOfInteractions, 2);
    await start(agent1, ['smssession']);

    for (const [wrong, place] of [["[colour] = 'red'", 'character 1'], ["[id] = 'x'; DROP TABLE interactions", 'character 11'], ["[id] = 'x", 'character 8'], [`${'('.repeat(40)}`, 'character 33']]) {
      const error = await call({ messageName: 'RequestTakeSnapshot', referenceId: 16, lock: true, condition: wrong });
      assert.deepEqual([error.messageName, error.errorCode, error.referenceId], ['EventError', 2, 16]);
      assert.ok(error.errorDescription.includes(`#/condition, ${place}`), error.errorDescription);
    }
    assert.equal((await call({ messageName: 'RequestNonsense', referenceId: 17 })).errorCode, 2);
    assert.equal((await call({ messageName: 'RequestTakeSnapshot', referenceId: 18 })).errorCode, 1, 'lock is missing.');
  });
}

test('Snapshots and locks survive a crash', async () => {
  const { gateway, agent1, program } = people;
  const id = await gateway.receiveEmail({ subject: 'crash' });
  const send = async message => (await agent1.post(url, message)).body;
  await start(agent1, ['smssession']);
  const { snapshotId } = await send({ messageName: 'RequestTakeSnapshot', lock: true, condition: "[subject] = 'crash'" });
  await program.restart();
  const { interactions } = await send({ messageName: 'RequestGetSnapshotInteractions', snapshotId, startFrom: 0, numberOfInteractions: 10 });
  assert.deepEqual(interactions.map(item => [item.interactionId, item.locked]), [[id, true]]);
});
