import { readFileSync, readdirSync } from 'node:fs';
import { posix, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the contracts. */
export const root = fileURLToPath(new URL('../../../schemas', import.meta.url));

/** Every JSON file under schemas/ by logical path, in ordinal order. */
export const files = new Map(
  readdirSync(root, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => [path, JSON.parse(readFileSync(join(root, path), 'utf8'))]),
);

export const metaSchemaPath = 'contract.schema.json';

/** The schemas of operations, notifications and their parts: all but the meta-schema of manifests. */
export const schemas = new Map([...files].filter(([path]) => path.endsWith('.schema.json') && path !== metaSchemaPath));

/** Resolves a `$ref` relative to the file that holds it; a reference within a file keeps its fragment. */
export function resolve(from, ref) {
  const [target, fragment] = ref.split('#');
  const path = target === '' ? from : posix.join(posix.dirname(from), target);
  return fragment === undefined ? path : `${path}#${fragment}`;
}

/** Every manifest by logical path. */
export const manifests = new Map([...files].filter(([path]) => path.endsWith('.contract.json')));

/** The envelopes of a manifest by name, each with the path of the file that holds it. */
export function envelopesOf(path) {
  const { envelopes } = manifests.get(path);
  const at = envelopes.$ref === undefined ? path : resolve(path, envelopes.$ref);
  const all = envelopes.$ref === undefined ? envelopes : files.get(at);
  return new Map(
    Object.entries(all ?? {}).map(([name, envelope]) => [
      name,
      { ...envelope, success: resolve(at, envelope.success.$ref), failure: resolve(at, envelope.failure.$ref) },
    ]),
  );
}

const verbs = ['get', 'put', 'post', 'patch', 'delete'];

/** Every operation of every manifest, with its references resolved and its defaults filled in. */
export const operations = [...manifests].flatMap(([path, manifest]) => {
  const envelopes = envelopesOf(path);
  return Object.entries(manifest.resources).flatMap(([template, resource]) =>
    verbs
      .filter((verb) => verb in resource)
      .flatMap((verb) =>
        Object.entries(resource[verb].operations).map(([name, operation]) => {
          const envelopeName = operation.envelope ?? resource[verb].envelope;
          const envelope = envelopes.get(envelopeName);
          const input = operation.request ?? operation.query;
          return {
            id: `${manifest.name}.${name}`,
            path, manifest, template, resource, verb, name, operation, envelopeName, envelope,
            discriminator: resource[verb].discriminator,
            wireName: resource[verb].discriminator === undefined ? undefined : (operation.wireName ?? name),
            request: input && resolve(path, input.$ref),
            success: operation.success ? resolve(path, operation.success.$ref) : envelope?.success,
            failure: envelope?.failure,
          };
        }),
      ),
  );
});

/** Every notification of every manifest, with its payload resolved. */
export const notifications = [...manifests].flatMap(([path, manifest]) =>
  Object.entries(manifest.notifications ?? {}).map(([name, notification]) => ({
    id: `${manifest.name}.${name}`,
    path, manifest, name, notification,
    payload: resolve(path, notification.payload.$ref),
  })),
);
