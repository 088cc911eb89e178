import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, needsBrowser, open } from '../support/browser.js';
import { here, workFolder, write } from '../support/pages.js';

describe('A contract full of markup', needsBrowser, () => {
  let folder;
  let file;
  let browser;
  let page;

  before(async () => {
    folder = await workFolder();
    const contracts = join(folder.path, 'contracts');
    await cp(here('hostile'), contracts, { recursive: true });
    await writeFile(join(contracts, 'CHANGELOG.md'), '# <script>alert("changes")</script>\n\n<img src=x onerror=alert(1)>');
    const results = join(folder.path, 'results.json');
    await writeFile(results, JSON.stringify({
      providerApplicationVersion: '"><script>alert("version")</script>',
      testResults: [{ interactionDescription: 'Close: "><img src=x onerror=alert("pact")>', success: false }],
    }));
    file = await write(contracts, join(folder.path, 'out'), ['--pact-results', results]);
    browser = await launch();
    page = await open(browser, file);
  });

  after(async () => {
    await browser?.close();
    await folder?.remove();
  });

  test('runs nothing and asks nobody for anything', async () => {
    await page.click('#open');
    await page.click('#console button[type=button]');
    assert.deepEqual(page.problems, []);
    assert.deepEqual(page.requests.filter(address => !address.startsWith('data:')), [page.url()]);
  });

  test('adds no element and no attribute', async () => {
    const found = await page.evaluate(() => ({
      elements: [...document.querySelectorAll('img, iframe, object, embed, svg script, main script, nav script, main b[onmouseover]')].map(element => element.outerHTML),
      handlers: [...document.querySelectorAll('*')].filter(element => [...element.attributes].some(attribute => attribute.name.startsWith('on'))).map(element => element.outerHTML),
      links: [...document.querySelectorAll('a')].map(link => link.getAttribute('href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href')).filter(href => !/^(#|https?:|mailto:)/.test(href)),
      scripts: document.scripts.length,
    }));
    assert.deepEqual(found, { elements: [], handlers: [], links: [], scripts: 3 });
  });

  test('is shown as it was written', async () => {
    const shown = await page.evaluate(() => document.getElementById('main').textContent);
    for (const word of ['title', 'version', 'description', 'envelope', 'state', 'parameter', 'summary', 'wire', 'permission', 'feature', 'schema', 'property', 'pattern', 'default', 'name', 'value', 'success', 'failure', 'notification'])
      assert.ok(shown.includes(`alert('${word}')`), word);
    assert.equal(await page.title(), "</title><script>alert('title')</script>");
  });

  test('cannot run a script that got in by another way', async () => {
    const text = await readFile(file, 'utf8');
    assert.doesNotMatch(text, /unsafe-inline|unsafe-eval/);
    const tampered = join(folder.path, 'tampered.html');
    await writeFile(tampered, text.replace('</body>', '<script>document.title = "owned"</script><img src=x onerror="document.title = \'owned\'"></body>'));
    const other = await browser.newPage();
    await other.goto('file://' + tampered);
    await other.waitForSelector('#open');
    assert.notEqual(await other.title(), 'owned');
    await other.close();
  });

});
