const single = ['items', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else'];
const lists = ['allOf', 'anyOf', 'oneOf'];
const maps = ['properties', '$defs'];

const escape = (token) => token.replaceAll('~', '~0').replaceAll('/', '~1');

/** Visits a schema and all that it holds, each with its JSON pointer as a fragment and the keyword that leads to it. */
export function* subschemas(schema, pointer = '#', keyword = '') {
  if (typeof schema !== 'object' || schema === null) return;
  yield { schema, pointer, keyword };
  for (const key of single) if (key in schema) yield* subschemas(schema[key], `${pointer}/${key}`, key);
  for (const key of lists) for (const [i, item] of (schema[key] ?? []).entries()) yield* subschemas(item, `${pointer}/${key}/${i}`, key);
  for (const key of maps) for (const [name, item] of Object.entries(schema[key] ?? {})) yield* subschemas(item, `${pointer}/${key}/${escape(name)}`, key);
}
