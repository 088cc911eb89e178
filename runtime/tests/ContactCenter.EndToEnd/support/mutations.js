// Bodies that a contract refuses, made from the examples that it accepts.
import { resolve } from './contracts.js';

const wrongTypes = [null, true, 7, -1.5, 'x', '', [], {}, [[]], { $ref: '#' }];
const deep = depth => '['.repeat(depth) + ']'.repeat(depth);

/** Yields { what, body, kinds }: body as text or bytes, kinds of failure that the envelope may answer with. */
export function* mutations(operation) {
  const example = operation.examples[0];
  const text = JSON.stringify(example);
  const parse = ['malformedBody'];
  // Before the members are read nobody knows which operation it is.
  const invalid = ['invalidMember', 'missingMember', 'unknownOperation'];

  yield { what: 'empty', body: '', kinds: parse };
  yield { what: 'blank', body: '  \r\n', kinds: parse };
  yield { what: 'an array', body: `[${text}]`, kinds: parse };
  yield { what: 'a string', body: JSON.stringify(text), kinds: parse };
  yield { what: 'null', body: 'null', kinds: parse };
  yield { what: 'cut off', body: text.slice(0, -1), kinds: parse };
  yield { what: 'followed by more', body: `${text} {}`, kinds: parse };
  yield { what: 'with a comment', body: `/* */ ${text}`, kinds: parse };
  yield { what: 'with a trailing comma', body: `${text.slice(0, -1)},}`, kinds: parse };
  yield { what: 'broken UTF-8', body: Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from(',"x":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]), kinds: parse };
  yield { what: 'UTF-16', body: Buffer.from(text, 'utf16le'), kinds: parse };
  yield { what: 'too deep', body: `${text.slice(0, -1)},"deep":${deep(500)}}`, kinds: ['malformedBody', 'bodyTooLarge'] };
  yield { what: '1 MB', body: `${text.slice(0, -1)},"big":"${'x'.repeat(1024 * 1024)}"}`, kinds: ['bodyTooLarge'] };

  for (const name of Object.keys(example)) {
    yield { what: `${name} twice`, body: `${text.slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(example[name])}}`, kinds: [...invalid, 'malformedBody'] };
    const { [name]: _, ...without } = example;
    yield* judged(operation, `without ${name}`, without, invalid);
    for (const value of wrongTypes) yield* judged(operation, `${name} as ${JSON.stringify(value)}`, { ...example, [name]: value }, invalid);
    const rules = resolve(operation.schemaPath, operation.schema.properties?.[name]) ?? {};
    if (rules.maxLength) yield* judged(operation, `${name} too long`, { ...example, [name]: 'x'.repeat(rules.maxLength + 1) }, invalid);
    if (rules.maximum !== undefined) yield* judged(operation, `${name} too large`, { ...example, [name]: rules.maximum + 1 }, invalid);
    if (rules.maxItems) yield* judged(operation, `${name} with too many items`, { ...example, [name]: Array.from({ length: rules.maxItems + 1 }, (_, i) => `c${i}`) }, invalid);
    if (rules.maxProperties) yield* judged(operation, `${name} with too many members`, { ...example, [name]: Object.fromEntries(Array.from({ length: rules.maxProperties + 1 }, (_, i) => [`k${i}`, i])) }, invalid);
  }
  yield* judged(operation, 'a member too many', { ...example, unexpected: 1 }, invalid);
  yield* judged(operation, '__proto__', JSON.parse(`${text.slice(0, -1)},"__proto__":{"x":1}}`), invalid);
  yield* judged(operation, 'no members', {}, invalid);
}

/** Only what an independent engine refuses too is a mutation; some changes leave a body valid. */
function* judged(operation, what, value, kinds) {
  if (!operation.accepts(value)) yield { what, body: JSON.stringify(value), kinds };
}
