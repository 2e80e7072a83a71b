// The browsers for web-test-runner, with one rule added for Chromium: a console warning or error, or an error that
// nobody caught, fails the test file it came from. A test that expects a message takes it with `captureConsole` (console.ts).
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findBrowser, findFirefox } from './browser.mjs';
import { WebKitDriver } from './webkit.mjs';

// Chromium itself reports each answer of status 4xx and 5xx and each cut connection, and what a policy forbids: tests
// provoke these on purpose.
const provoked = /^Failed to load resource: |'https:\/\/provoked\.test\//;

/** @param {import('puppeteer-core').Page} page @param {string[]} complaints */
function listen(page, complaints) {
  page.on('console', message => {
    if (!['warn', 'error', 'assert'].includes(message.type()) || provoked.test(message.text())) return;
    const { url = '', lineNumber = 0 } = message.location();
    complaints.push(`console.${message.type()}: ${message.text()} (${url}:${lineNumber + 1})`);
  });
  page.on('pageerror', error => complaints.push(`uncaught: ${error instanceof Error ? error.stack : error}`));
}

/** A page that hangs in a loop cannot be left; it would eat a processor until the end of the run. @param {import('puppeteer-core').Page} page */
async function crash(page) {
  const session = await page.createCDPSession();
  // Never answered: there is nobody left to do so.
  void session.send('Page.crash').catch(() => undefined);
}

/** @template T @param {Promise<T>} work @param {number} limit in ms @returns {Promise<T>} */
function within(work, limit) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the page hangs')), limit);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** @param {{concurrency?: number}} options */
export async function chromium({ concurrency } = {}) {
  /** @type {WeakMap<import('puppeteer-core').Page, string[]>} */
  const complaintsOf = new WeakMap();
  const launcher = chromeLauncher({
    launchOptions: await findBrowser(),
    concurrency,
    async createPage({ context }) {
      // A context of its own for each page: a service worker that one file starts must not reach into another file.
      const page = await (await context.browser().createBrowserContext()).newPage();
      /** @type {string[]} */
      const complaints = [];
      complaintsOf.set(page, complaints);
      listen(page, complaints);
      return page;
    },
  });
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async id => {
    const page = launcher.getPage(id);
    const complaints = complaintsOf.get(page) ?? [];
    const result = await within(stopSession(id), 30_000).catch(async error => {
      await crash(page);
      throw error;
    });
    const seen = complaints.splice(0);
    if (seen.length > 0) throw new Error(`unexpected on the console:\n${seen.join('\n')}`);
    return result;
  };
  return launcher;
}

/** By the protocol that it shares with others: it knows no heap, no other tabs, and no tasks of a page. */
export function firefox() {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found. Install one, or name it in FIREFOX_PATH.');
  return chromeLauncher({
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath,
      headless: true,
      extraPrefsFirefox: {
        // It cannot be told so later, as Chromium can.
        'ui.prefersReducedMotion': 1,
        // What it shows of a file that was saved would take the keys of all pages that follow.
        'browser.download.alwaysOpenPanel': false,
      },
    },
    // Its windows share one focus.
    concurrency: 1,
    async createPage({ context }) {
      const page = await (await context.browser().createBrowserContext()).newPage();
      const setViewport = page.setViewport.bind(page);
      // Older ones know no orientation of a screen, and need none.
      page.setViewport = viewport =>
        setViewport(viewport).catch(error => {
          if (!String(error).includes('setScreenOrientationOverride')) throw error;
        });
      return page;
    },
  });
}

/**
 * WebKitGTK: one window after the other, in each of which one file runs.
 * @returns {Promise<import('@web/test-runner-core').BrowserLauncher & {getPage(id: string): import('./webkit.mjs').WebKitPage}>}
 */
export async function webkit() {
  const driver = await WebKitDriver.start();
  /** @type {Map<string, {page: import('./webkit.mjs').WebKitPage, url: string}>} */
  const open = new Map();
  const of = (/** @type {string} */ id) => {
    const window = open.get(id);
    if (!window) throw new Error(`WebKit shows no session ${id}.`);
    return window;
  };
  return {
    name: 'WebKit',
    // What is asked of its page, it answers by the same names.
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      const page = await driver.open();
      open.set(id, { page, url });
      await page.setViewport({ width: 800, height: 600 });
      await page.goto(url);
    },
    isActive: id => open.has(id),
    getBrowserUrl: id => of(id).url,
    getPage: id => of(id).page,
    async stopSession(id) {
      const { page } = of(id);
      open.delete(id);
      await page.close();
      return {};
    },
    stop: () => driver.stop(),
  };
}
