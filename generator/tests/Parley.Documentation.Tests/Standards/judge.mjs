// Prints, as JSON, the errors that the standards' own tools find in a folder of documents: { "tool file": ["error", …], … }.
// Warnings are left out: they are matters of taste, such as a licence that no contract knows.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const run = promisify(execFile);
const errors = {};

// Nothing leaves the machine.
const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', CI: 'true' };

// A linter ends with a code above 0 when it finds errors; its report is on standard output all the same.
async function report(program, ...parameters) {
  const entry = join(here, 'node_modules', '.bin', program);
  try {
    return JSON.parse((await run(process.execPath, [entry, ...parameters], { cwd: folder, env: environment, maxBuffer: 1 << 26 })).stdout);
  } catch (error) {
    if (!error.stdout?.trim()) throw error;
    return JSON.parse(error.stdout);
  }
}

for (const file of ['openapi.json', 'openapi.docs.json', 'asyncapi.json']) {
  const redocly = await report('redocly', 'lint', '--extends', 'recommended', '--format', 'json', '--max-problems', '100000', file);
  errors[`redocly ${file}`] = redocly.problems
    .filter(problem => problem.severity === 'error')
    .map(problem => `${problem.ruleId}: ${problem.message} ${problem.location[0]?.pointer ?? ''}`);

  const spectral = await report('spectral', 'lint', '--quiet', '--format', 'json', '--ruleset', join(here, 'spectral.yaml'), file);
  errors[`spectral ${file}`] = spectral
    .filter(problem => problem.severity === 0)
    .map(problem => `${problem.code}: ${problem.message} ${problem.path.join('/')}`);
}

const { Parser } = require('@asyncapi/parser');
const parsed = await new Parser().parse(readFileSync(join(folder, 'asyncapi.json'), 'utf8'));
errors['@asyncapi/parser asyncapi.json'] = parsed.diagnostics
  .filter(problem => problem.severity === 0)
  .map(problem => `${problem.code}: ${problem.message} ${problem.path.join('/')}`);

if (existsSync(join(folder, 'lint.sarif'))) {
  const Ajv = require('ajv/dist/2020.js').default;
  const ajv = new Ajv({ strict: false, allErrors: true });
  require('ajv-formats').default(ajv);
  // The published schema comes with the standard's reference tool.
  const valid = ajv.compile(require('@microsoft/sarif-multitool-linux/sarif-2.1.0.json'));
  errors['SARIF 2.1.0 lint.sarif'] = valid(JSON.parse(readFileSync(join(folder, 'lint.sarif'), 'utf8')))
    ? []
    : valid.errors.map(error => `${error.instancePath} ${error.message}`);
}

console.log(JSON.stringify(errors));
