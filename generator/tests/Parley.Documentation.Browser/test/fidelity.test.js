import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, needsBrowser, open, screenshot, violations } from '../support/browser.js';
import { workFolder, writeFidelity } from '../support/pages.js';

// Each word shows only if the keyword that holds it is rendered.
const marks = {
  'Op.json': ['AlphaWire', 'BetaWire', 'AlphaTitle', 'BetaTitle', 'AlphaConst', 'BetaConst', 'alphaOnly', 'betaOnly'],
  'Any.json': ['ByIdTitle', 'ByNameTitle', 'anyId', 'anyName'],
  'IfThen.json': ['code', '41414', 'thenOnly', 'elseOnly'],
  'Pattern.json': ['plain', '^PNMARK', '^CBRMARK-', 'addlMarker'],
  'UserPage.json': ['UserTitle', 'boundUserName'],
  'Dependent.json': ['depReqTarget', 'depSchemaProp'],
  'Tuple.json': ['firstItemMark', 'secondItemMark', 'containsMark', 'at least 7 items', 'unevalItemMark'],
  'Neg.json': ['fixedKind', 'enumOne', '77123', 'null', 'forbiddenProp', 'unevalPropMark', 'at least 3 properties'],
  'Unknown.json': ['x-colour', 'unknownMark'],
};

describe('A schema', needsBrowser, () => {
  let folder;
  let browser;
  let page;

  before(async () => {
    folder = await workFolder();
    browser = await launch();
    page = await open(browser, await writeFidelity(folder.path));
  });

  after(async () => {
    await browser?.close();
    await folder?.remove();
  });

  for (const [schema, words] of Object.entries(marks)) {
    test(`shows every keyword: ${schema}`, async () => {
      const shown = await page.evaluate(id => document.getElementById(id).innerText, schema);
      assert.deepEqual(words.filter(word => !shown.includes(word)), []);
    });
  }

  test('binds $dynamicRef to the outermost schema', async () => {
    assert.doesNotMatch(await page.evaluate(() => document.getElementById('Page.json').innerText), /boundUserName/);
  });

  test('with any keyword has no violation that axe knows', async () => {
    assert.deepEqual(await violations(page), []);
    await screenshot(page, 'fidelity', { fullPage: true });
  });
});
