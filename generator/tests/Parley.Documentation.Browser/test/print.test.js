import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { launch, needsBrowser, open, print } from '../support/browser.js';
import { allSchemas, manifests, notificationsOf, operationsOf, propertiesOf } from '../support/contracts.js';
import { workFolder, writeDocumented } from '../support/pages.js';

// A line ends where the page does, and a long name where its column does.
const solid = text => text.replace(/\s+/g, '');

describe('The printed reference, read back from the PDF', needsBrowser, () => {
  let folder;
  let browser;
  let pdf;
  let text;
  let contracts;

  before(async () => {
    folder = await workFolder();
    const file = await writeDocumented(folder.path);
    browser = await launch();
    const page = await open(browser, file);
    pdf = await getDocumentProxy(new Uint8Array(await print(page, 'print')));
    text = solid((await extractText(pdf, { mergePages: true })).text);
    contracts = await manifests();
  });

  after(async () => {
    await pdf?.destroy();
    await browser?.close();
    await folder?.remove();
  });

  // Name and summary follow each other nowhere else.
  const start = (name, { summary }) => text.indexOf(solid(name + summary));

  test('has every operation and every notification', () => {
    const missing = contracts.flatMap(manifest => [...operationsOf(manifest), ...notificationsOf(manifest)]
      .filter(([name, described]) => start(name, described) < 0)
      .map(([name]) => `${manifest.name}.${name}`));
    assert.deepEqual(missing, []);
  });

  test('has each property of each request with its operation', async () => {
    const schemas = await allSchemas();
    const missing = [];
    for (const manifest of contracts) {
      const sections = [...operationsOf(manifest), ...notificationsOf(manifest)].map(([name, described]) => start(name, described)).sort((a, b) => a - b);
      for (const [name, operation] of operationsOf(manifest).filter(([, operation]) => operation.request)) {
        const from = start(name, operation);
        const section = text.slice(from, sections.find(other => other > from) ?? text.length);
        const schema = schemas.get(posix.join(manifest.folder, operation.request.$ref));
        for (const property of Object.keys(schema.properties ?? {})) if (!section.includes(property)) missing.push(`${manifest.name}.${name}: ${property}`);
      }
    }
    assert.deepEqual(missing, []);
  });

  test('has every property of every schema', async () => {
    const missing = [...await allSchemas()].flatMap(([path, schema]) => propertiesOf(schema).filter(name => !text.includes(name)).map(name => `${path}: ${name}`));
    assert.deepEqual(missing, []);
  });

  test('has the samples of every language', () => {
    for (const manifest of contracts) {
      for (const [name] of operationsOf(manifest)) assert.ok(text.includes(`client.${name}Async(`), `${manifest.name}.${name}`);
    }
    assert.ok(text.includes(solid('curl -u "$USER" "$SERVER/api/v2/me/interactions/')));
    assert.ok(text.includes(solid("const answer = await fetch('/api/v2/me/interactions/")));
  });
});
