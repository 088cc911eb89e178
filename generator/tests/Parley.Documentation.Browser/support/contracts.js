// What the documented contracts hold, read from their sources.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { documented, schemas } from './pages.js';

const read = async path => JSON.parse(await readFile(join(schemas, path), 'utf8'));

/** The manifests, each with the folder that it stands in. */
export const manifests = () => Promise.all(documented.map(async folder => ({ folder, ...await read(`${folder}/${folder}.contract.json`) })));

/** The operations of a manifest by name. */
export const operationsOf = manifest => Object.values(manifest.resources).flatMap(resource =>
  ['get', 'post', 'put', 'patch', 'delete'].flatMap(method => Object.entries(resource[method]?.operations ?? {})));

export const notificationsOf = manifest => Object.entries(manifest.notifications ?? {});

/** Every name under "properties" of a schema, at any depth. */
export function propertiesOf(schema) {
  const names = new Set();
  const collect = node => {
    if (!node || typeof node !== 'object') return;
    for (const [keyword, value] of Object.entries(node)) {
      if (['examples', 'const', 'enum', 'default'].includes(keyword)) continue;
      if (keyword === 'properties') {
        for (const [name, property] of Object.entries(value)) {
          names.add(name);
          collect(property);
        }
      } else {
        collect(value);
      }
    }
  };
  collect(schema);
  return [...names];
}

/** The schemas of the documented contracts, by path below the contracts' folder. */
export async function allSchemas() {
  const found = new Map();
  for (const name of [...documented, 'common']) {
    for (const file of (await readdir(join(schemas, name))).filter(file => file.endsWith('.schema.json'))) found.set(`${name}/${file}`, await read(`${name}/${file}`));
  }
  return found;
}
