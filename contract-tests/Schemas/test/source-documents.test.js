import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { files, operations, notifications } from '../support/sources.js';
import { errorsOf } from '../support/validator.js';

// The samples of the five source documents. `mended` says what had to be changed to make a sample JSON, or where the document has none.
const folder = new URL('../fixtures/', import.meta.url);
const documents = readdirSync(folder).sort().map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, folder), 'utf8')) }));
const operation = (id) => operations.find((o) => o.id === id);
const notification = (id) => notifications.find((n) => n.id === id);

test('There is a fixture for each of the five documents', () => assert.equal(documents.length, 5));

for (const { name, document, operations: rows, notifications: messages } of documents) {
  test(`${document}: every operation answers at its URL, and its samples are valid`, (t) => {
    let count = 0;
    for (const row of rows) {
      const found = operation(row.operation);
      assert.ok(found, `${name}: ${row.operation}`);
      assert.equal(`${found.verb.toUpperCase()} ${found.template}`, row.url, row.operation);
      for (const part of ['request', 'success', 'failure']) {
        if (!(part in row)) continue;
        assert.deepEqual(errorsOf(found[part], row[part]), [], `${name}: ${row.section} ${part}`);
        count++;
      }
      if (found.discriminator) assert.equal(row.request[found.discriminator], found.wireName, row.operation);
    }
    t.diagnostic(`${rows.length} operations, ${count} messages, ${messages.length} notifications`);
  });

  if (messages.length > 0)
    test(`${document}: every notification is sent on its channel, and its samples are valid`, () => {
      for (const { notification: id, section, channel, data } of messages) {
        const found = notification(id);
        assert.equal(found?.notification.channel, channel, id);
        assert.deepEqual(errorsOf(found.payload, data), [], `${name}: ${section}`);
      }
    });
}

const additions = JSON.parse(readFileSync(new URL('../additions.json', import.meta.url), 'utf8'));

test('Every operation of the contracts 000 to 004 stands in a document or among the additions, and in one of them alone', () => {
  const documented = new Set(documents.flatMap((d) => d.operations.map((row) => row.operation)));
  const others = operations.filter((o) => !documented.has(o.id) && !['Session', 'MediaGateway'].includes(o.manifest.name)).map((o) => o.id);
  assert.deepEqual(others.toSorted(), Object.keys(additions).toSorted(), 'an operation that no document has is listed in additions.json, with the reason for it');
});

test('The members of the SMS notification are declared in the order of the sample', () => {
  const { data } = documents.find((d) => d.name.startsWith('004')).notifications[0];
  const declared = (path, sample) => Object.keys(files.get(path).properties).filter((member) => member in sample);
  assert.deepEqual(declared('sms-sessions/sms-session-state-changed.schema.json', data), Object.keys(data));
  assert.deepEqual(declared('sms-sessions/sms-session.schema.json', data.smssession), Object.keys(data.smssession));
});

test('The samples as printed, before they were mended, are refused', () => {
  const sms = documents.find((d) => d.name.startsWith('004')).notifications[0].data;
  const refused = [
    ['chat/send-request.schema.json', { operationName: 'Send', text: 'x' }],
    ['interactions/end-conference-request.schema.json', { operationName: 'EndConference', agentId: 'x' }],
    ['interactions/place-in-workbin-request.schema.json', { operationName: 'PlaceInWorkbin', workbin: ['a', 'b'] }],
    ['snapshots/event-snapshot-interactions.schema.json', { messageName: 'EventSnaphotInteractions', snapshotId: 1, startFrom: 0, numberOfInteractions: 0, interactions: [] }],
    ['chat/single-step-transfer-request.schema.json', { operationName: 'SingleStepTransfer' }],
    ['chat/single-step-transfer-request.schema.json', { operationName: 'SingleStepTransfer', targetId: 'a', skill: 'b' }],
    ['interactions/list-my-interactions-success.schema.json', { statusCode: 0, uris: [], interactions: [] }],
    ['interactions/list-my-interactions-query.schema.json', { fields: 'id' }],
    ['sms-sessions/sms-session.schema.json', { ...sms.smssession, receivedDate: '2015-11-26T18:39:38.000+02:00' }],
    ['sms-sessions/sms-session.schema.json', { ...sms.smssession, userData: { RRequestedSkills: ['billing'] } }],
    ['sms-sessions/sms-session.schema.json', { ...sms.smssession, state: 'Chat' }],
    ['agent-states/agent-state-item.schema.json', { agentId: '002', start: '2015-11-26T16:39:41Z', duration: 1, state: 'Busy', description: 'Lunch' }],
    ['agent-states/agent-state-item.schema.json', { agentId: '002', start: '2015-11-26T16:39:41Z', duration: 1, state: 'Busy', description: 'Semi Live' }],
    ['agent-states/get-agent-states-query.schema.json', { start: '2015-11-26 16:39:41' }],
    ['agent-states/get-agent-states-query.schema.json', { start: '2015-11-26T16:39:41Z', limit: 5001 }],
    ['snapshots/take-snapshot-request.schema.json', { messageName: 'RequestTakeSnapshot', lock: true, snapshotMaxInteractions: 99 }],
  ];
  for (const [path, instance] of refused) assert.notDeepEqual(errorsOf(path, instance), [], `${path} ${JSON.stringify(instance)}`);
});
