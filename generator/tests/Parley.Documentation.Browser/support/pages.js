// Writes pages with the built tool, each once for all tests of a file.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const configuration = process.env.PARLEY_CONFIGURATION ?? 'Release';
const generator = fileURLToPath(new URL('../../../', import.meta.url));
const tool = join(generator, `src/Parley.Tool/bin/${configuration}/net10.0/parley.dll`);
const fidelityWriter = join(generator, `tests/Parley.Documentation.Fidelity/bin/${configuration}/net10.0/Parley.Documentation.Fidelity.dll`);

export const schemas = join(generator, '../schemas');
/** The contracts that document an API of others; the session and the media gateway are the reference program's own. */
export const documented = ['agent-states', 'chat', 'interactions', 'sms-sessions', 'snapshots'];
export const here = name => fileURLToPath(new URL('../' + name, import.meta.url));

/** A folder of its own for a test file; call `remove` at the end. */
export async function workFolder() {
  const path = await mkdtemp(join(tmpdir(), 'parley-reference-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Writes the reference of the five documented contracts and returns the page's path. */
export async function writeDocumented(folder, options = []) {
  const contracts = join(folder, 'contracts');
  for (const name of [...documented, 'common']) await cp(join(schemas, name), join(contracts, name), { recursive: true });
  return write(contracts, join(folder, 'out'), options);
}

/** Runs `parley docs` and returns the page's path. */
export async function write(contracts, output, options = []) {
  await run('dotnet', [tool, 'docs', contracts, '--out', output, ...options]);
  return join(output, 'reference.html');
}

/** Writes the page about the fidelity document, whose keywords no build accepts, and returns its path. */
export async function writeFidelity(folder) {
  const page = join(folder, 'fidelity.html');
  await run('dotnet', [fidelityWriter, here('fidelity.json'), page]);
  return page;
}
