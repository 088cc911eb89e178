// Starts the built program on a free port with a database of its own, and kills it as a crash would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const configuration = process.env.PARLEY_CONFIGURATION ?? 'Release';
export const assembly = fileURLToPath(new URL(`../../../src/ContactCenter/bin/${configuration}/net10.0/ContactCenter.dll`, import.meta.url));
const startDeadline = 60_000;

export class Program {
  /** @param {string[]} options further command-line options */
  static async start(options = []) {
    const folder = await mkdtemp(join(tmpdir(), 'contact-center-'));
    const program = new Program(folder, options);
    await program.launch();
    return program;
  }

  constructor(folder, options) {
    this.folder = folder;
    this.options = options;
    this.output = [];
    /** Interactions of the running test. */
    this.interactions = new Set();
  }

  async launch() {
    this.process = spawn('dotnet', [
      assembly,
      '--urls', 'http://127.0.0.1:0',
      `--ContactCenter:Database=${join(this.folder, 'contact-center.db')}`,
      '--ContactCenter:SeedDemo=true',
      ...this.options,
    ], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Production' } });
    this.exited = once(this.process, 'exit');
    this.process.stderr.on('data', data => this.output.push(data.toString()));

    this.url = await new Promise((resolve, reject) => {
      const fail = reason => reject(new Error(`${reason}\n${this.output.join('\n')}`));
      const timer = setTimeout(() => fail(`The program has announced no address within ${startDeadline} ms.`), startDeadline);
      this.exited.then(([code]) => fail(`The program has ended with code ${code}.`));
      createInterface({ input: this.process.stdout }).on('line', line => {
        this.output.push(line);
        const address = /Now listening on: (http:\/\/\S+)/.exec(line);
        if (address) {
          clearTimeout(timer);
          resolve(address[1]);
        }
      });
    });
  }

  /** Ends the program without any chance to tidy up. */
  async crash() {
    this.process.kill('SIGKILL');
    await this.exited;
  }

  async restart() {
    await this.crash();
    await this.launch();
  }

  async stop() {
    this.process.kill('SIGKILL');
    await this.exited;
    await rm(this.folder, { recursive: true, force: true });
  }
}
