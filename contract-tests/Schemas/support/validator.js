import Ajv2020 from 'ajv/dist/2020.js';
import { files, schemas, metaSchemaPath } from './sources.js';

const base = 'https://parley.test/schemas/';

// Strict mode refuses unknown keywords and keywords that have no effect. Formats are annotations in the contracts, so they are not looked at.
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false, allErrors: true });
for (const [path, schema] of schemas) ajv.addSchema(schema, base + path);

// `required` and `properties: { x: false }` stand in branches without a type of their own there.
const metaAjv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, validateFormats: false, allErrors: true });
const validateManifest = metaAjv.compile(files.get(metaSchemaPath));

const describe = (errors) => (errors ?? []).map((e) => `${e.instancePath || '#'} ${e.message} (${e.schemaPath})`);

/** Validates an instance against a schema file and returns what is wrong with it, an empty list when nothing is. */
export function errorsOf(path, instance) {
  const validate = ajv.getSchema(base + path);
  if (validate === undefined) throw new Error(`There is no schema ${path}.`);
  return validate(instance) ? [] : describe(validate.errors);
}

/** Validates a manifest, or with a fragment a part of one, against the meta-schema of manifests. */
export function manifestErrorsOf(instance, fragment) {
  const validate = fragment === undefined ? validateManifest : metaAjv.getSchema(files.get(metaSchemaPath).$id + fragment);
  return validate(instance) ? [] : describe(validate.errors);
}
