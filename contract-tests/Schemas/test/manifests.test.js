import test from 'node:test';
import assert from 'node:assert/strict';
import { files, manifests, operations, notifications, envelopesOf, resolve, metaSchemaPath } from '../support/sources.js';
import { subschemas } from '../support/subschemas.js';
import { errorsOf, manifestErrorsOf } from '../support/validator.js';

const repeated = (items) => [...new Set(items.filter((item, i) => items.indexOf(item) !== i))];

test('Every manifest and every envelope file is valid against the meta-schema', () => {
  for (const [path, manifest] of manifests) {
    assert.deepEqual(manifestErrorsOf(manifest), [], path);
    assert.deepEqual(manifestErrorsOf(files.get(resolve(path, manifest.envelopes.$ref)), '#/$defs/envelopes'), [], path);
  }
});

test('The meta-schema describes every member and accepts its own examples', () => {
  const meta = files.get(metaSchemaPath);
  const bare = [...subschemas(meta)].filter(({ schema, keyword, pointer }) => keyword === 'properties' && !schema.description && !/\/(then|else|additionalProperties)\//.test(pointer));
  assert.deepEqual(bare.filter(({ schema }) => !('$ref' in schema)).map(({ pointer }) => pointer), []);
  for (const example of meta.examples) assert.deepEqual(manifestErrorsOf(example), []);
});

test('The meta-schema refuses manifests that break a rule', () => {
  const valid = () => structuredClone(manifests.get('chat/chat.contract.json'));
  const post = (m) => m.resources['/api/v2/me/interactions/{id}'].post;
  const breaks = {
    'no name': (m) => delete m.name,
    'name that is no identifier': (m) => (m.name = 'chat-api'),
    'unknown member': (m) => (m.remark = 'x'),
    'no method': (m) => delete m.resources['/api/v2/me/interactions/{id}'].post,
    'template with a slash at the end': (m) => (m.resources['/api/v2/'] = Object.values(m.resources)[0]),
    'remote reference': (m) => (post(m).operations.Accept.request.$ref = 'https://example.com/x.json'),
    'several operations without a discriminator': (m) => delete post(m).discriminator,
    'operation without summary': (m) => delete post(m).operations.Accept.summary,
    'operation without request under a discriminator': (m) => delete post(m).operations.Accept.request,
    'query on POST': (m) => (post(m).operations.Accept.query = { $ref: 'q.schema.json' }),
    'capability true': (m) => (post(m).operations.Accept.capability = true),
    'service channel elsewhere': (m) => (m.resources['/api/v2/me/interactions/{id}'].serviceChannel = '/v2/x'),
  };
  for (const [what, change] of Object.entries(breaks)) {
    const manifest = valid();
    change(manifest);
    assert.notDeepEqual(manifestErrorsOf(manifest), [], what);
  }
  const { internalError, ...incomplete } = files.get('common/envelopes.json').statusCode.failures;
  assert.ok(internalError);
  assert.notDeepEqual(manifestErrorsOf({ x: { ...files.get('common/envelopes.json').statusCode, failures: incomplete } }, '#/$defs/envelopes'), []);
});

test('Names are unique: contracts, operations of a contract, wire names of a method', () => {
  assert.deepEqual(repeated([...manifests.values()].map((m) => m.name)), []);
  assert.deepEqual(repeated(operations.map((o) => o.id)), []);
  assert.deepEqual(repeated(operations.filter((o) => o.wireName).map((o) => `${o.path} ${o.verb} ${o.template} ${o.wireName}`)), []);
});

test('Contracts that share a URL and method differ in channel', () => {
  const claims = [...new Set(operations.map((o) => `${o.path}|${o.verb} ${o.template} ${o.resource.channel ?? ''}`))].map((claim) => claim.split('|')[1]);
  assert.deepEqual(repeated(claims), []);
});

test('Parameters are exactly those of the template', () => {
  for (const { id, template, resource } of operations) {
    const inTemplate = [...template.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
    assert.deepEqual(Object.keys(resource.parameters ?? {}), inTemplate, `${id} ${template}`);
    for (const parameter of Object.values(resource.parameters ?? {})) assert.ok(parameter.description && parameter.example, id);
  }
});

test('Every contract, resource and operation is described, and every operation has a call with both answers', () => {
  for (const { id, manifest, resource, operation, request } of operations) {
    assert.ok(manifest.description && resource.description && operation.summary, id);
    const [first] = operation.examples ?? [];
    assert.ok(first?.success && first.failure && (request === undefined || first.request), `${id} has no complete example`);
    assert.ok(operation.permissions?.length > 0, `${id} names no permission`);
  }
});

test('States, envelopes and notifications that operations name are declared', () => {
  for (const { id, manifest, operation, envelope, envelopeName } of operations) {
    const states = manifest.states ?? {};
    for (const state of [...(operation.from ?? []), ...(operation.to ? [operation.to] : [])]) assert.ok(state in states, `${id}: state ${state}`);
    for (const state of operation.from ?? []) assert.notEqual(states[state].terminal, true, `${id} leads out of ${state}`);
    for (const name of operation.notifies ?? []) assert.ok(name in (manifest.notifications ?? {}), `${id}: notification ${name}`);
    assert.ok(envelope, `${id}: envelope ${envelopeName}`);
  }
});

test('Every notification is sent by some operation and can be told from others on its channel', () => {
  const selectors = notifications.map(({ id, manifest, name, notification, payload }) => {
    assert.ok(operations.some((o) => o.manifest === manifest && o.operation.notifies?.includes(name)), `${id} is never sent`);
    const { properties, required } = files.get(payload);
    const constants = Object.entries(properties).filter(([member, schema]) => required.includes(member) && typeof schema.const === 'string');
    assert.ok(constants.length > 0, `${id} has no selector`);
    return `${manifest.name} ${notification.channel} ${constants.map(([member, schema]) => `${member}=${schema.const}`)}`;
  });
  assert.deepEqual(repeated(selectors), []);
});

test('The request of an operation on a shared URL has the wire name as a required constant', () => {
  for (const { id, discriminator, wireName, request } of operations.filter((o) => o.discriminator)) {
    const schema = files.get(request);
    assert.equal(schema.properties[discriminator].const, wireName, id);
    assert.ok(schema.required.includes(discriminator), id);
  }
});

test('Requests are closed; answers and notifications are open, failures aside', () => {
  const open = (path) => files.get(path).additionalProperties !== false;
  for (const { id, request, success } of operations) {
    // The source document leaves the body of the one PUT to the channel.
    if (request) assert.equal(open(request), id === 'Interactions.UpdateInteraction', id);
    assert.ok(open(success), id);
  }
  for (const { id, payload } of notifications) assert.ok(open(payload), id);
});

test('Every failure schema can be written from code and sentence alone', () => {
  for (const path of manifests.keys())
    for (const [name, { failure, members }] of envelopesOf(path)) {
      const { properties, required } = files.get(failure);
      const bound = Object.values(members);
      for (const member of bound) assert.ok(member in properties, `${name}: ${member}`);
      for (const member of required) assert.ok(bound.includes(member) || 'const' in properties[member], `${name}: ${member} is neither bound nor constant`);
      if (members.correlation) assert.ok(!required.includes(members.correlation), name);
    }
});

test('Every example of an operation is valid', (t) => {
  let count = 0;
  for (const { id, operation, request, success, failure } of operations)
    for (const [i, example] of operation.examples.entries())
      for (const [part, schema] of [['request', request], ['success', success], ['failure', failure]]) {
        if (!(part in example)) continue;
        assert.ok(schema, `${id} example ${i} has a ${part} without a schema`);
        assert.deepEqual(errorsOf(schema, example[part]), [], `${id} example ${i} ${part}`);
        count++;
      }
  t.diagnostic(`${manifests.size} manifests, ${operations.length} operations, ${notifications.length} notifications, ${count} messages in examples`);
});

test('Failure examples carry codes that the envelope documents', () => {
  for (const { id, operation, envelope } of operations)
    for (const { failure } of operation.examples) {
      const code = failure?.[envelope.members.code];
      if (code !== undefined) assert.ok(Object.values(envelope.failures).some((row) => row.code === code), `${id}: ${code}`);
    }
});
