import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, needsBrowser, open, screenshot, violations } from '../support/browser.js';
import { Program, assembly } from '../../../../runtime/tests/ContactCenter.EndToEnd/support/program.js';

// Identifier of the demo account agent1.
const agent = '0a1e0000000040008000000000000001';

describe('The reference that the contact center serves', needsBrowser, () => {
  let program;
  let browser;
  let page;

  before(async () => {
    [program, browser] = await Promise.all([Program.start(), launch()]);
    page = await open(browser, program.url + '/docs');
  });

  after(async () => {
    await browser?.close();
    await program?.stop();
  });

  const gateway = (path, body) => fetch(program.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Basic ${btoa('gateway1:demo')}` },
    body: JSON.stringify(body),
  }).then(response => response.json());

  const fill = async (label, value) => {
    const input = await page.evaluateHandle(label => [...document.querySelectorAll('#console label')].find(element => element.firstChild.textContent.startsWith(label)).querySelector('input, select, textarea'), label);
    await input.evaluate((element, value) => { element.value = value; element.dispatchEvent(new Event('input')); element.dispatchEvent(new Event('change')); }, value);
  };
  const press = text => page.evaluate(text => [...document.querySelectorAll('#console button')].find(button => button.textContent === text).click(), text);
  const timeLine = () => page.$$eval('#time li', entries => entries.map(entry => entry.textContent));
  const appears = async pattern => {
    try {
      await page.waitForFunction(source => [...document.querySelectorAll('#time li')].some(entry => new RegExp(source, 's').test(entry.textContent)), {}, pattern.source);
    } catch (error) {
      throw new Error(`${pattern} did not appear among:\n${(await timeLine()).join('\n')}`, { cause: error });
    }
  };

  test('has the bytes of the file, and asks its own server alone', async () => {
    const served = await fetch(program.url + '/docs', { headers: { 'Accept-Encoding': 'identity' } });
    assert.deepEqual(Buffer.from(await served.arrayBuffer()), await readFile(join(dirname(assembly), 'reference.html')));
    assert.deepEqual(page.requests.filter(address => !address.startsWith('data:')), [program.url + '/docs']);
    assert.deepEqual(page.problems, []);
  });

  test('refuses a wrong password in its own words', async () => {
    await page.click('#open');
    await fill('Login', 'agent1');
    await fill('Password', 'wrong');
    await press('Sign in');
    await page.waitForFunction(() => document.querySelector('#console [role=status]').textContent.startsWith('Not signed in'));
    page.problems.length = 0;
  });

  test('shows answers and notifications in one time line', async () => {
    await fill('Login', 'agent1');
    await fill('Password', 'demo');
    await press('Sign in');
    await page.waitForFunction(() => document.querySelector('#console [role=status]').textContent.startsWith('Signed in as agent1'));

    await fill('Operation', 'Session.StartContactCenterSession');
    await fill('Body', '{"operationName":"StartContactCenterSession","channels":["chat"]}');
    await press('Send');
    await appears(/← HTTP 200.*"statusCode": 0/);

    await gateway(`/media-gateway/agents/${agent}/presence`, { state: 'Ready' });
    const chat = await gateway('/media-gateway/chats', { nickname: 'Maria', text: 'Hello?' });
    await appears(/CometD \/v2\/me\/interactions.*"Invited"/);

    await fill('Operation', 'Chat.Accept');
    assert.ok((await page.$$eval('#seen option', options => options.map(option => option.value))).includes(chat.id), 'the identifier that came by is offered');
    await fill('id', chat.id);
    await fill('nickname', 'Anna');
    assert.deepEqual(JSON.parse(await page.$eval('#console fieldset textarea[rows="5"]', body => body.value)), { operationName: 'Accept', nickname: 'Anna' });
    await press('Clear');
    await press('Send');
    await appears(/CometD \/v2\/me\/interactions.*"Chatting"/);
    await appears(/← HTTP 200/);
    const entries = await timeLine();
    assert.match(entries[0], /^\+0\.\d{3} s → POST \/api\/v2\/me\/interactions\//);
    assert.ok(entries.every(entry => /^\+\d+\.\d{3} s /.test(entry)));
    assert.deepEqual(page.problems, []);
    assert.deepEqual(await violations(page), []);
    await screenshot(page, 'console');
  });

  test('says what the server refused', async () => {
    await press('Clear');
    await press('Send');
    await appears(/← HTTP 400/);
    page.problems.length = 0;
  });

  test('forgets the password at the end', async () => {
    await press('Sign out');
    assert.equal(await page.$eval('#console input[type=password]', input => input.value), '');
    await fill('Operation', 'Session.GetMe');
    await press('Clear');
    await press('Send');
    await appears(/← HTTP 403/);
  });
});
