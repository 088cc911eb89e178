import assert from 'node:assert/strict';
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { Program, assembly } from '../../../../runtime/tests/ContactCenter.EndToEnd/support/program.js';
import { Gateway, User } from '../../../../runtime/tests/ContactCenter.EndToEnd/support/user.js';
import { patience } from '../support/browser.js';
import { here } from '../support/pages.js';
import { samplesOf } from '../support/reference.js';

const run = promisify(execFile);
const needsCurl = { skip: existsSync('/usr/bin/curl') ? false : 'curl is not installed (as root: apt-get install curl)' };

// An account that may do what the contract describes. AgentStates and the supervisor's half of SmsSessions are not the agent's.
const accountOf = id => id.startsWith('MediaGateway.') ? 'gateway1:demo' : /^AgentStates\.|^SmsSessions\.(Intrude|Monitor|Coach|BargeIn|SwitchTo|CancelSupervisorMonitoring|Leave$)/.test(id) ? 'supervisor1:demo' : 'agent1:demo';

describe('The samples of the reference, sent to the contact center', () => {
  let program;
  let samples;
  let colleague;

  before(async () => {
    program = await Program.start();
    samples = samplesOf(await readFile(join(dirname(assembly), 'reference.html'), 'utf8'));
    const other = new User(program, 'agent2');
    colleague = await other.id();
    await other.succeed('/api/v2/me', { operationName: 'StartContactCenterSession', channels: ['chat'] });
    // There for conferences and transfers, and no rival for what is routed.
    await new Gateway(program).setPresence(colleague, 'ReadyRFO');
  });

  after(() => program?.stop());

  // The channel of an interaction decides which contract answers on a URL that several share: the operations of Chat are sent to a chat that is offered to the agent.
  async function offeredChat() {
    const agent = new User(program, 'agent1');
    const gateway = new Gateway(program);
    await agent.succeed('/api/v2/me', { operationName: 'StartContactCenterSession', channels: ['chat'] });
    await gateway.setPresence(await agent.id(), 'Ready');
    const id = await gateway.openChat();
    while (!(await agent.get('/api/v2/me/interactions')).text.includes(id));
    return id;
  }

  // What readers put into a sample: a chat and a colleague of theirs.
  function sampleOf(id, language, chat) {
    const sample = samples.operations.get(id)[language].replaceAll('0d1c5b0f9a7e4a5c8c4f9b2e6a3d7c11', colleague);
    return id.startsWith('Chat.') ? sample.replace('00009a8T8Y130123', chat) : sample;
  }

  // What is not there, and what comes at the wrong time, is refused as documented; whatever else is refused, the sample is wrong.
  const isUnderstood = ({ status, text }) => status === 200 || status === 404 || (status === 400 && /is not allowed in state|is already invited/.test(text));

  function requireUnderstood(answers) {
    assert.deepEqual([...answers].filter(([, answer]) => !isUnderstood(answer)).map(([id, { status, text }]) => `${id}: ${status} ${text}`), []);
    assert.deepEqual([...answers.keys()].sort(), [...samples.operations.keys()].sort());
    for (const [id, { text }] of answers) {
      assert.doesNotThrow(() => JSON.parse(text), `${id}: ${text}`);
      assert.doesNotMatch(text, /\.schema\.json#/, id);
    }
    for (const id of ['AgentStates.GetAgentStates', 'Interactions.ListInteractions', 'MediaGateway.OpenChat', 'Session.StartContactCenterSession', 'Snapshots.RequestTakeSnapshot']) assert.equal(answers.get(id).status, 200, id);
  }

  test('curl', needsCurl, async () => {
    const answers = new Map();
    const chat = await offeredChat();
    for (const id of samples.operations.keys()) {
      const setup = samples.setup.curl.replace('https://example.com', program.url).replace('login:password', accountOf(id));
      // The sample as it stands; only what curl says of the answer is added.
      const { stdout } = await run('bash', ['-euc', `${setup}\ncurl() { command curl -sS -w '\\n%{http_code}' "$@"; }\n${sampleOf(id, 'curl', chat)}`]);
      const end = stdout.lastIndexOf('\n');
      answers.set(id, { status: Number(stdout.slice(end + 1)), text: stdout.slice(0, end) });
    }
    requireUnderstood(answers);
  });

  test('JavaScript', async () => {
    const answers = new Map();
    const chat = await offeredChat();
    for (const account of new Set([...samples.operations.keys()].map(accountOf))) {
      const setup = samples.setup.JavaScript.replace('login:password', account).replace(/url: '(.*?)'/, `url: '${program.url}$1', maxNetworkDelay: ${patience}`);
      // A remote call's answer is what the sample prints.
      const calls = [...samples.operations.keys()].filter(id => accountOf(id) === account).map(id => {
        const sample = sampleOf(id, 'JavaScript', chat);
        return sample.includes('remoteCall')
          ? `{\nconst { console, printed } = listen();\n${sample}\ntell('${id}', 200, JSON.stringify(await printed));\n}`
          : `{\n${sample}\ntell('${id}', answer.status, await answer.text());\n}`;
      });
      const file = here(`.samples-${process.pid}.mjs`);
      await writeFile(file, `${setup}\n${calls.join('\n')}\nprocess.exit();\n`);
      try {
        const page = fork(file, { execArgv: ['--import', here('support/sample-page.mjs')], env: { ...process.env, SERVER: program.url }, silent: true });
        let problems = '';
        page.stdout.resume();
        page.stderr.on('data', data => { problems += data; });
        page.on('message', ({ id, ...answer }) => answers.set(id, answer));
        const [code] = await once(page, 'exit');
        assert.equal(code, 0, problems);
      } finally {
        await rm(file);
      }
    }
    requireUnderstood(answers);
  });
});
