// The contracts as an independent engine reads them: what must be in answers and notifications, and what requests may hold.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../../../../schemas/', import.meta.url));
const base = 'https://contracts.example/';
const ajv = new Ajv({ strict: false, validateFormats: false });
const documents = new Map();

for (const folder of readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory())) {
  for (const file of readdirSync(join(root, folder.name)).filter(name => name.endsWith('.json'))) {
    const path = `${folder.name}/${file}`;
    const document = JSON.parse(readFileSync(join(root, path), 'utf8'));
    documents.set(path, document);
    if (file.endsWith('.schema.json')) ajv.addSchema(document, base + path);
  }
}

/** Resolves a reference in a file to the path of a file. */
const follow = (from, reference) => posix.join(posix.dirname(from), reference.$ref);

export const contracts = [...documents].filter(([path]) => path.endsWith('.contract.json')).map(([path, manifest]) => {
  const envelopesPath = manifest.envelopes?.$ref ? follow(path, manifest.envelopes) : path;
  const envelopes = manifest.envelopes?.$ref ? documents.get(envelopesPath) : manifest.envelopes;
  return { path, manifest, envelopesPath, envelopes, name: manifest.name };
});

const validatorOf = path => ajv.getSchema(base + path) ?? ajv.compile({ $ref: base + path });

/** All operations with what a test needs to call them. */
export const operations = contracts.flatMap(({ path, manifest, envelopes, envelopesPath, name }) =>
  Object.entries(manifest.resources).flatMap(([template, resource]) =>
    ['get', 'put', 'post', 'patch', 'delete'].filter(method => resource[method]).flatMap(method =>
      Object.entries(resource[method].operations).map(([operation, description]) => {
        const envelope = envelopes[description.envelope ?? resource[method].envelope];
        const defaults = envelopes[resource[method].envelope ?? description.envelope];
        return {
          contract: name,
          name: operation,
          method,
          template,
          channel: resource.channel,
          discriminator: resource[method].discriminator,
          permissions: description.permissions ?? [],
          examples: (description.examples ?? []).map(example => example.request).filter(request => request !== undefined),
          schema: description.request && documents.get(follow(path, description.request)),
          schemaPath: description.request && follow(path, description.request),
          envelope,
          defaults,
          accepts: body => validatorOf(follow(path, description.request))(body),
          isFailure: body => validatorOf(follow(envelopesPath, envelope.failure))(body),
          isDefaultFailure: body => validatorOf(follow(envelopesPath, defaults.failure))(body),
        };
      }))));

const notifications = contracts.flatMap(({ path, manifest }) =>
  Object.values(manifest.notifications ?? {}).map(notification => ({ channel: notification.channel, path: follow(path, notification.payload) })));

/** A notification has to be valid by a payload schema of its channel. */
export function assertNotification(channel, data) {
  const problems = [];
  for (const { path } of notifications.filter(candidate => candidate.channel === channel)) {
    const validate = validatorOf(path);
    if (validate(data)) return;
    problems.push(`${path}: ${ajv.errorsText(validate.errors)}`);
  }
  assert.fail(`No notification of ${channel} is like ${JSON.stringify(data)}:\n${problems.join('\n')}`);
}

/** A value has to be valid by a schema file. */
export function assertValid(path, data) {
  const validate = validatorOf(path);
  assert.ok(validate(data), `${path}: ${ajv.errorsText(validate.errors)}: ${JSON.stringify(data)}`);
}
/** Follows references until a schema says something itself. */
export function resolve(path, schema) {
  while (schema?.$ref && !schema.$ref.startsWith('#')) {
    path = posix.join(posix.dirname(path), schema.$ref);
    schema = documents.get(path);
  }
  return schema;
}
