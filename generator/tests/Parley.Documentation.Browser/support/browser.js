// Debian's Chromium, driven by puppeteer. Every request of a page is kept: the reference must make none.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import puppeteer from 'puppeteer-core';

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
/** Given to `describe`: without a browser there is nothing to test. */
export const needsBrowser = { skip: executable ? false : 'Chromium is not installed (as root: apt-get install chromium)' };
const screenshots = fileURLToPath(new URL('../../../../artifacts/reference/', import.meta.url));

/** How long anything of the browser may take; for what hangs, not for a busy machine. */
export const patience = 180_000;

export const desktop = { width: 1440, height: 1000 };
export const phone = { width: 390, height: 844, isMobile: true, hasTouch: true };

export function launch() {
  return puppeteer.launch({
    executablePath: executable,
    timeout: patience,
    protocolTimeout: patience,
    // Root has no sandbox; the rest keeps the browser from calling home.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** Opens a page and waits until it is unpacked and has done what it leaves for idle time. */
export async function open(browser, address, { viewport = desktop, scheme = 'light' } = {}) {
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  page.requests = [];
  page.problems = [];
  page.on('request', request => page.requests.push(request.url()));
  page.on('pageerror', error => page.problems.push(error.message));
  page.on('console', message => { if (message.type() === 'error') page.problems.push(message.text()); });
  page.on('dialog', dialog => { page.problems.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(address.startsWith('http') ? address : pathToFileURL(address).href);
  await page.waitForSelector('#open');
  // Idle callbacks come in the order in which they were asked for, the page's own before this one.
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)));
  return page;
}

/** What axe finds, each with the places. */
export async function violations(page) {
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return result.violations.map(violation => `${violation.id}: ${violation.nodes.map(node => node.target.join(' ')).slice(0, 5).join(', ')}`);
}

/** Keeps a picture under artifacts/. */
export async function screenshot(page, name, options = {}) {
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, name + '.png'), ...options });
}

/** Keeps the printed page under artifacts/. */
export async function print(page, name) {
  await mkdir(screenshots, { recursive: true });
  return page.pdf({ path: join(screenshots, name + '.pdf'), format: 'A4', printBackground: true, margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
}
