import assert from 'node:assert/strict';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { desktop, launch, needsBrowser, open, phone, screenshot, violations } from '../support/browser.js';
import { manifests as readManifests, notificationsOf, operationsOf } from '../support/contracts.js';
import { workFolder, write, writeDocumented } from '../support/pages.js';

const sizeLimit = 150 * 1000;

describe('The reference of the five documented contracts', needsBrowser, () => {
  let folder;
  let file;
  let browser;
  let manifests;

  before(async () => {
    folder = await workFolder();
    [file, browser] = await Promise.all([writeDocumented(folder.path), launch()]);
    manifests = await readManifests();
  });

  after(async () => {
    await browser?.close();
    await folder?.remove();
  });

  test('is at most 150 KB', async t => {
    const { size } = await stat(file);
    t.diagnostic(`${size} bytes`);
    assert.ok(size <= sizeLimit, `${size} bytes`);
  });

  test('asks nobody for anything', async () => {
    const page = await open(browser, file);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    assert.deepEqual(page.requests.filter(address => !address.startsWith('data:')), [page.url()]);
    assert.deepEqual(page.problems, []);
    await page.close();
  });

  test('paints', async t => {
    const page = await open(browser, file);
    const paint = await page.evaluate(() => new Promise(resolve =>
      new PerformanceObserver(list => resolve(list.getEntriesByName('first-contentful-paint')[0].startTime)).observe({ type: 'paint', buffered: true })));
    t.diagnostic(`first contentful paint after ${Math.round(paint)} ms`);
    assert.ok(paint > 0);
    await page.close();
  });

  for (const [name, options] of Object.entries({
    light: { viewport: desktop, scheme: 'light' },
    dark: { viewport: desktop, scheme: 'dark' },
    phone: { viewport: phone, scheme: 'light' },
    'dark phone': { viewport: phone, scheme: 'dark' },
  })) {
    test(`has no violation that axe knows: ${name}`, async () => {
      const page = await open(browser, file, options);
      assert.deepEqual(await violations(page), []);
      await page.click('#open');
      assert.deepEqual(await violations(page), [], 'with the console open');
      await page.close();
    });
  }

  test('fits a phone without sideways scrolling', async () => {
    const page = await open(browser, file, { viewport: phone });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), phone.width);
    await page.close();
  });

  test('has a section, a link and a search hit for each operation and notification', async () => {
    const page = await open(browser, file);
    for (const manifest of manifests) {
      for (const id of [...operationsOf(manifest).map(([name]) => `operation/${manifest.name}.${name}`), ...notificationsOf(manifest).map(([name]) => `notification/${manifest.name}.${name}`)]) {
        const name = id.split('.')[1];
        assert.equal(await page.evaluate(id => document.getElementById(id)?.querySelector('h3').firstChild.textContent.trim(), id), name);
        await page.$eval('#search', (search, name) => { search.value = name; search.dispatchEvent(new Event('input')); }, name);
        assert.ok((await page.$$eval('#hits a', links => links.map(link => link.hash.slice(1)))).includes(id), `search for ${name}`);
      }
    }
    await page.close();
  });

  test('has no link that leads nowhere', async () => {
    const page = await open(browser, file);
    const broken = await page.$$eval('a[href^="#"]', links => links.map(link => decodeURIComponent(link.getAttribute('href').slice(1))).filter(id => !document.getElementById(id)));
    assert.deepEqual(broken, []);
    const twice = await page.$$eval('[id]', elements => elements.map(element => element.id).filter((id, index, ids) => ids.indexOf(id) !== index));
    assert.deepEqual(twice, []);
    await page.close();
  });

  test('links operations and notifications both ways', async () => {
    const page = await open(browser, file);
    const links = id => page.evaluate(id => [...document.getElementById(id).querySelectorAll('a')].map(link => link.hash.slice(1)), id);
    for (const manifest of manifests) {
      for (const resource of Object.values(manifest.resources)) {
        for (const [name, operation] of Object.entries(resource.post?.operations ?? {})) {
          for (const notified of operation.notifies ?? []) {
            assert.ok((await links(`operation/${manifest.name}.${name}`)).includes(`notification/${manifest.name}.${notified}`));
            assert.ok((await links(`notification/${manifest.name}.${notified}`)).includes(`operation/${manifest.name}.${name}`));
          }
        }
      }
    }
    await page.close();
  });

  test('draws each state and each operation that leads somewhere, as links', async () => {
    const page = await open(browser, file);
    for (const manifest of manifests.filter(manifest => manifest.states)) {
      const drawn = await page.evaluate(id => [...document.getElementById(id).querySelectorAll('svg a')].map(link => link.getAttribute('href')), `contract/${manifest.name}`);
      const expected = Object.keys(manifest.states).map(state => `#state/${manifest.name}.${state}`);
      for (const resource of Object.values(manifest.resources)) {
        for (const [name, operation] of Object.entries(resource.post?.operations ?? {})) {
          if (operation.to || operation.from) expected.push(`#operation/${manifest.name}.${name}`);
        }
      }
      assert.deepEqual([...new Set(drawn)].sort(), expected.sort());
    }
    await page.close();
  });

  test('is found by wire name, member and error', async () => {
    const page = await open(browser, file);
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
    const first = async text => {
      await page.$eval('#search', search => { search.value = ''; });
      await page.type('#search', text);
      return page.$eval('#hits a', link => link.hash);
    };
    assert.equal(await first('SendMessage chat'), '#operation/Chat.Send');
    assert.equal(await first('nickname accept'), '#operation/Chat.Accept');
    assert.match(await first('WrongState'), /^#errors\//);
    assert.equal(await page.$eval('#found', found => found.textContent.endsWith('hits')), true);
    await first('LeaveConference');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.match(await page.evaluate(() => location.hash), /LeaveConference/);
    await page.close();
  });

  for (const [name, viewport] of Object.entries({ desktop, phone })) {
    test(`shows each sample whole: ${name}`, async () => {
      // The language that a reader chooses is kept for the next page.
      const reader = await browser.createBrowserContext();
      const page = await open(reader, file, { viewport });
      for (const language of ['curl', 'C#', 'JavaScript']) {
        await page.evaluate(language => [...document.querySelectorAll('#overview [role=tab]')].find(tab => tab.textContent === language).click(), language);
        const cut = await page.$$eval('.samples pre', samples => samples.filter(sample => sample.checkVisibility() && sample.scrollWidth > sample.clientWidth).map(sample => sample.textContent));
        assert.deepEqual(cut, []);
      }
      await reader.close();
    });

    test(`covers no text with its console button: ${name}`, async () => {
      const page = await open(browser, file, { viewport });
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
      const covered = await page.evaluate(() => {
        const button = document.getElementById('open').getBoundingClientRect();
        const bar = document.querySelector('.bar').getBoundingClientRect();
        const main = document.getElementById('main').getBoundingClientRect();
        return button.right > main.left && button.bottom > bar.bottom;
      });
      assert.equal(covered, false);
      await page.close();
    });
  }

  test('says of each operation and notification whose it is', async () => {
    const page = await open(browser, file);
    for (const manifest of manifests) {
      for (const id of [...operationsOf(manifest).map(([name]) => `operation/${manifest.name}.${name}`), ...notificationsOf(manifest).map(([name]) => `notification/${manifest.name}.${name}`)]) {
        const owner = await page.evaluate(id => { const link = document.getElementById(id).querySelector('.of a'); return [link.textContent, link.hash]; }, id);
        assert.deepEqual(owner, [manifest.title, `#contract/${manifest.name}`], id);
      }
    }
    await page.close();
  });

  test('copies a sample with a button that hides no code', async () => {
    const page = await open(browser, file, { viewport: phone });
    const hidden = await page.$$eval('.samples .holder', holders => holders
      .filter(holder => holder.checkVisibility())
      .map(holder => holder.querySelector('.copy').getBoundingClientRect().bottom - holder.querySelector('pre').getBoundingClientRect().top)
      .filter(overlap => overlap > 0));
    assert.deepEqual(hidden, []);
    await page.close();
  });

  test('works from the keyboard', async () => {
    const page = await open(browser, file);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the reference');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');

    await page.focus('[role=tab][aria-selected=true]');
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(await page.evaluate(() => [document.activeElement.textContent, document.activeElement.ariaSelected]), ['C#', 'true']);

    await page.focus('#open');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.closest('#console') !== null), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'open');
    await page.close();
  });

  test('opens at the place that the address names', async () => {
    const page = await open(browser, `${file}`);
    await page.goto(page.url() + '#operation/Chat.Send');
    await page.reload();
    await page.waitForSelector('#open');
    const top = await page.evaluate(() => document.getElementById('operation/Chat.Send').getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 60, `${top}`);
    await page.close();
  });

  test('follows the system theme until the reader chooses', async () => {
    const page = await open(browser, file, { scheme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.click('#theme');
    assert.notEqual(await background(), dark);
    await page.close();
  });

  test('explains from a file that the console needs a server', async () => {
    const page = await open(browser, file);
    await page.click('#open');
    assert.match(await page.$eval('#console', console => console.textContent), /opened from a file/);
    assert.equal(await page.$$eval('#console fieldset', sets => sets.every(set => set.disabled)), true);
    await page.close();
  });

  test('shows badges only from results', async () => {
    const without = await open(browser, file);
    assert.equal(await without.$('.badge'), null);
    await without.close();

    const results = join(folder.path, 'results.json');
    await writeFile(results, JSON.stringify({
      providerApplicationVersion: '1.4.0',
      testResults: [
        { interactionDescription: 'Chat.Accept: success', success: true },
        { interactionDescription: 'Chat.Reject: success', success: true },
        { interactionDescription: 'Chat.Reject: wrong state', success: false },
      ],
    }));
    const page = await open(browser, await write(join(folder.path, 'contracts'), join(folder.path, 'verified'), ['--pact-results', results]));
    const badge = id => page.evaluate(id => document.getElementById(id).querySelector('.badge').textContent, id);
    assert.equal(await badge('operation/Chat.Accept'), '✓ verified');
    assert.equal(await badge('operation/Chat.Reject'), '✗ broken');
    assert.equal(await badge('operation/Chat.Send'), 'no contract');
    assert.deepEqual(await violations(page), []);
    await screenshot(page, 'badges');
    await page.close();
  });

  test('is kept as pictures', async () => {
    for (const [name, options, hash] of [
      ['light', {}, '#contract/Chat'],
      ['dark', { scheme: 'dark' }, '#operation/Chat.Accept'],
      ['phone', { viewport: phone }, '#operation/SmsSessions.Intrude'],
      ['overview', {}, ''],
      ['schemas', {}, '#schemas'],
      ['errors', {}, '#errors'],
    ]) {
      const page = await open(browser, file, options);
      await page.evaluate(hash => { location.hash = hash; }, hash);
      await screenshot(page, name);
      await page.close();
    }
  });
});
