import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { basename, dirname } from 'node:path';
import { root, schemas, files, resolve } from '../support/sources.js';
import { subschemas } from '../support/subschemas.js';
import { errorsOf } from '../support/validator.js';

// What the generator reads; everything else is a build error there.
const allowed = new Set(`$schema $id $ref $defs $comment title description examples default deprecated readOnly writeOnly format type const enum
  minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf items minItems maxItems uniqueItems properties required
  additionalProperties propertyNames minProperties maxProperties dependentRequired allOf anyOf oneOf not if then else`.split(/\s+/));

const everySubschema = [...schemas].flatMap(([path, schema]) => [...subschemas(schema)].map((sub) => ({ path, ...sub })));
const breaches = (rule) => everySubschema.filter(rule).map(({ path, pointer }) => path + pointer);

test('Every schema, the meta-schema of manifests included, is a valid 2020-12 schema', () => {
  const cli = fileURLToPath(new URL('../node_modules/@sourcemeta/jsonschema/npm/cli.js', import.meta.url));
  const run = spawnSync(process.execPath, [cli, 'metaschema', '--verbose', '--extension', '.schema.json', root], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr + run.stdout);
  assert.match(run.stderr + run.stdout, new RegExp(`${schemas.size + 1} validated, ${schemas.size + 1} passed, 0 failed`));
});

test('Every schema names its dialect and has a title, a description and examples', () => {
  const wrong = [...schemas].filter(([, s]) => s.$schema !== 'https://json-schema.org/draft/2020-12/schema' || !s.title || !s.description || !(s.examples?.length > 0));
  assert.deepEqual(wrong.map(([path]) => path), []);
});

test('Every title is the C# name of its file, unique in the folder', () => {
  const seen = new Map();
  for (const [path, { title }] of schemas) {
    const expected = basename(path, '.schema.json').replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase());
    assert.equal(title, expected, path);
    const key = `${dirname(path)} ${title}`;
    assert.equal(seen.get(key), undefined, path);
    seen.set(key, path);
  }
});

test('Every property and every definition has a description', () => {
  assert.deepEqual(breaches(({ schema, keyword }) => (keyword === 'properties' || keyword === '$defs') && !schema.description && !inBranch(schema)), []);
});

test('Only keywords that the generator reads are used', () => {
  assert.deepEqual(breaches(({ schema }) => Object.keys(schema).some((keyword) => !allowed.has(keyword))), []);
});

test('Every reference is relative, resolves, and has no sibling but a description', () => {
  const refs = everySubschema.filter(({ schema }) => '$ref' in schema);
  for (const { path, pointer, schema } of refs) {
    assert.deepEqual(Object.keys(schema).filter((key) => key !== '$ref' && key !== 'description'), [], path + pointer);
    const [target, fragment] = resolve(path, schema.$ref).split('#');
    const found = (fragment ?? '').split('/').slice(1).reduce((value, token) => value?.[token], files.get(target));
    assert.ok(found, `${path}${pointer} refers to ${schema.$ref}`);
  }
});

test('Every required member is a declared property', () => {
  // Branches of an applicator repeat names of the object that holds them.
  assert.deepEqual(breaches(({ schema }) => schema.properties && !inBranch(schema) && (schema.required ?? []).some((name) => !(name in schema.properties))), []);
});

test('Every string and list that a request may carry is bounded', () => {
  const requests = everySubschema.filter(({ path }) => /(-request|-query)\.schema\.json$/.test(path));
  const unbounded = requests.filter(({ schema: s }) => (s.type === 'string' && !('maxLength' in s || 'const' in s || 'enum' in s)) || (s.type === 'array' && !('maxItems' in s)));
  assert.deepEqual(unbounded.map(({ path, pointer }) => path + pointer), []);
});

test('Every example of a schema is valid', (t) => {
  let count = 0;
  for (const [path, schema] of schemas)
    for (const [i, example] of schema.examples.entries()) {
      assert.deepEqual(errorsOf(path, example), [], `${path}#/examples/${i}`);
      count++;
    }
  t.diagnostic(`${schemas.size} schemas, ${everySubschema.length} subschemas, ${count} examples`);
});

test('Every record refuses its example without a required member', () => {
  for (const [path, schema] of schemas)
    for (const name of schema.required ?? []) {
      const { [name]: _, ...rest } = schema.examples[0];
      assert.notDeepEqual(errorsOf(path, rest), [], `${path} without ${name}`);
    }
});

test('Every closed record refuses an unknown member, every open one takes it', () => {
  for (const [path, schema] of schemas) {
    if (schema.type !== 'object') continue;
    const errors = errorsOf(path, { ...schema.examples[0], unheardOf: 'x' });
    assert.equal(errors.length > 0, schema.additionalProperties === false, path);
  }
});

function inBranch(schema) {
  return everySubschema.some(({ schema: holder }) => [holder.if, holder.then, holder.else, holder.not].some((branch) => branch && [...subschemas(branch)].some((s) => s.schema === schema)));
}
