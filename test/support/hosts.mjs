// `npm run test:hosts`: the apps of test/hosts/, each built with the package as it is packed, and driven in the browser.
// Names of apps choose some: `npm run test:hosts -- react-19 vue`. `--again` takes what was packed last time;
// `--pictures FOLDER` keeps a screenshot of each.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findBrowser } from './browser.mjs';
import { journey } from './host-journey.mjs';
import { built, copied, home, installed, packed, unpacked } from './host-packages.mjs';
import { fromCdn, writePage } from './host-pages.mjs';
import { startHostServer } from './host-server.mjs';
import { loadMockShell } from './mock-shell.mjs';

/**
 * `plain`: served as it lies there, with the package from a CDN. `modes`: how it is built, each walked by itself;
 * React mounts everything twice in development. `trusted`: policies of Trusted Types that the framework needs.
 * @type {Record<string, {plain?: boolean, modes?: ('production' | 'development')[], trusted?: string}>}
 */
const hosts = {
  plain: { plain: true },
  'react-19': { modes: ['production', 'development'] },
  vue: { trusted: 'vue' },
  svelte: { trusted: 'svelte-trusted-html' },
  webpack: { trusted: 'webpack' },
  'react-18': { modes: ['production', 'development'] },
};

const options = { again: false, pictures: '' };
/** @type {string[]} */
const asked = [];
const given = process.argv.slice(2);
while (given.length > 0) {
  const word = String(given.shift());
  if (word === '--again') options.again = true;
  else if (word === '--pictures') options.pictures = String(given.shift());
  else if (word in hosts) asked.push(word);
  else {
    console.error(`There is no host ${word}, but ${Object.keys(hosts).join(', ')}.`);
    process.exit(2);
  }
}

let passed = 0;
let failed = 0;
/** @param {string} host @param {string} check @param {string | null} fault */
function report(host, check, fault) {
  console.log(fault === null ? `${host}: ${check}` : `${host}: ${check} FAILED: ${fault}`);
  if (fault === null) passed += 1;
  else failed += 1;
}

const tarball = await packed(options.again);
const library = await unpacked(tarball);
const { strictPolicy } = await loadMockShell();
const file = join(home, 'orders.csv');
await writeFile(file, 'order_id,txn_id,unique_request_id\r\nORD_1,TXN_1,REQ_1\r\nORD_2,,\r\nORD_3,,\r\n');
if (options.pictures) await mkdir(options.pictures, { recursive: true });
const browser = await launch(await findBrowser());

/** @param {string} host @param {string} name @param {string} files @param {Record<string, string>} headers */
async function walk(host, name, files, headers) {
  const server = await startHostServer({ files }, headers);
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const complaints = listen(page);
    if (hosts[host]?.plain) await fromCdn(page, library);
    await page.goto(server.address);
    const picture = options.pictures && join(options.pictures, name.replace(/\W+/g, '-'));
    for (const [check, fault] of await journey({ page, server, file, prefix: 'batch-sync', picture })) {
      report(name, check, fault);
    }
    report(name, 'nothing on the console', complaints.length > 0 ? complaints.join('\n') : null);
  } finally {
    await context.close();
    server.close();
  }
}

/** A token that was refused, and what React and Lit say of themselves in development. */
const expected = [/the server responded with a status of 401/, /React DevTools/, /Lit is in dev mode/];

/** What comes on the console. @param {import('puppeteer-core').Page} page */
function listen(page) {
  /** @type {string[]} */
  const complaints = [];
  page.on('console', message => {
    const text = message.text();
    if (!expected.some(known => known.test(text))) complaints.push(`${message.type()}: ${text}`);
  });
  page.on('pageerror', error => complaints.push(String(error)));
  return complaints;
}

try {
  for (const host of asked.length > 0 ? asked : Object.keys(hosts)) {
    const { plain = false, modes = ['production'], trusted = '' } = hosts[host] ?? {};
    try {
      const folder = await copied(host);
      if (plain) {
        await walk(host, host, await writePage(folder, library), {});
        continue;
      }
      await installed(folder, tarball);
      const headers = { 'content-security-policy': `${strictPolicy} ${trusted}` };
      for (const mode of modes) {
        const name = modes.length > 1 ? `${host} (${mode})` : host;
        await walk(host, name, built(folder, mode), headers);
      }
    } catch (error) {
      report(host, 'ready to be opened', String(error));
    }
  }
} finally {
  await browser.close();
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
