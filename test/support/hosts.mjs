// `npm run test:hosts`: the apps of test/hosts/, each built with the package as it is packed, and driven in the browser.
// Names of apps choose some: `npm run test:hosts -- react-19 vue`. `--again` takes what was packed last time;
// `--pictures FOLDER` keeps a screenshot of each.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findBrowser } from './browser.mjs';
import { journey } from './host-journey.mjs';
import { built, copied, home, inNode, installed, packed, started, unpacked } from './host-packages.mjs';
import { cdnOrigin, fromCdn, writePage } from './host-pages.mjs';
import { startHostServer } from './host-server.mjs';
import { loadMockShell } from './mock-shell.mjs';

/**
 * @typedef {object} Host
 * @property {boolean} [plain] served as it lies there, without a build
 * @property {('production' | 'development')[]} [modes] how it is built, each walked by itself; React mounts twice in development
 * @property {string} [trusted] what its framework needs of Trusted Types, beside Lit's
 * @property {boolean} [cdn] whether it loads scripts from the CDN
 * @property {boolean} [server] whether it has one of its own, `server.js`
 * @property {string} [node] the version that its tools take, where that may not be ours
 * @property {readonly Screen[]} [screens] what there is to walk on its page, one after the other
 */
/** @typedef {{scope: string, prefix: string, version?: string}} Screen */

/** @type {Record<string, Host>} */
const hosts = {
  plain: { plain: true, cdn: true },
  'react-19': { modes: ['production', 'development'] },
  vue: { trusted: 'vue' },
  svelte: { trusted: 'svelte-trusted-html' },
  webpack: { trusted: 'webpack' },
  'react-18': { modes: ['production', 'development'] },
  angular: { trusted: 'angular', node: '24.22.3' },
  ssr: { server: true },
  prefix: { screens: [{ scope: 'body', prefix: 'acme' }] },
  'two-versions': {
    cdn: true,
    trusted: "'allow-duplicates'",
    screens: [
      { scope: '#before', prefix: 'batch-sync', version: '0.0.9' },
      { scope: '#now', prefix: 'acme' },
    ],
  },
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
const { version: ownVersion } = JSON.parse(await readFile(join(library, 'package.json'), 'utf8'));
const file = join(home, 'orders.csv');
if (options.pictures) await mkdir(options.pictures, { recursive: true });
const browser = await launch(await findBrowser());

/** @param {Host} host @param {string} name @param {Parameters<typeof startHostServer>[0]} app @param {Record<string, string>} headers */
async function walk({ cdn = false, screens = [{ scope: 'body', prefix: 'batch-sync' }] }, name, app, headers) {
  const server = await startHostServer(app, headers);
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const complaints = listen(page);
    if (cdn) await fromCdn(page, library);
    await page.goto(server.address);
    for (const { version = ownVersion, ...screen } of screens) {
      const others = screens.length - 1;
      // Others than were sent on the same page before: who sends the same again is asked whether that is meant.
      const rows = [1, 2, 3].map(row => `${screen.prefix}-${row},,\r\n`);
      await writeFile(file, `order_id,txn_id,unique_request_id\r\n${rows.join('')}`);
      const title = screens.length > 1 ? `${name} (${screen.prefix})` : name;
      const picture = options.pictures && join(options.pictures, `${title.replace(/\W+/g, '-')}.png`);
      const results = await journey({ page, server, file, version, others, picture, ...screen });
      for (const [check, fault] of results) report(title, check, fault);
    }
    report(name, 'nothing on the console', complaints.length > 0 ? complaints.join('\n') : null);
  } finally {
    await context.close();
    server.close();
  }
}

/** Gets an app ready, in each of its modes, and walks. @param {string} name @param {Host} host */
async function visit(name, host) {
  const { plain = false, modes = ['production'], trusted = '', cdn = false, node } = host;
  const folder = await copied(name);
  if (plain) return walk(host, name, { files: await writePage(folder, library) }, {});
  await installed(folder, tarball);
  const policy = cdn ? strictPolicy.replace("script-src 'self'", `$& ${cdnOrigin}`) : strictPolicy;
  const headers = { 'content-security-policy': `${policy} ${trusted}` };
  for (const mode of modes) {
    const files = built(folder, mode, node);
    if (host.server) report(name, 'every entry in Node', await inNode(folder));
    const server = host.server ? await started(folder) : null;
    try {
      const title = modes.length > 1 ? `${name} (${mode})` : name;
      await walk(host, title, server ? { port: server.port } : { files }, headers);
    } finally {
      server?.end();
    }
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
  for (const name of asked.length > 0 ? asked : Object.keys(hosts)) {
    await visit(name, hosts[name] ?? {}).catch(error => report(name, 'ready to be opened', String(error)));
  }
} finally {
  await browser.close();
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
