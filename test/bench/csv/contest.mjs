// The browser's half of both benches: builds a page, serves it, and opens it for one contestant at a time.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { build, preview } from 'vite';
import { findBrowser } from '../../support/browser.mjs';
import { root } from '../../support/mock-shell.mjs';

const folder = join(root, 'test/bench');

/** Installs the contestants, in a folder of their own, where they are missing or others than the lockfile's. */
export function installContestants() {
  if (packages('package-lock.json') === packages('node_modules/.package-lock.json')) return;
  console.log('Installing the contestants (npm ci) ...');
  const args = ['ci', '--engine-strict=false', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('The contestants could not be installed.');
}

/** @param {string} path */
function packages(path) {
  const file = join(folder, path);
  if (!existsSync(file)) return null;
  /** @type {Record<string, {version: string}>} */
  const found = JSON.parse(readFileSync(file, 'utf8')).packages;
  const named = Object.entries(found).filter(([name]) => name !== '');
  return named.map(([name, { version }]) => `${name} ${version}`).join('\n');
}

/** Production code, as it reaches customers: a development build of React or Lit would lose against any other. */
async function buildPage(/** @type {string} */ page, /** @type {string} */ outDir) {
  await build({
    root: page,
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5000,
    },
  });
}

/** @typedef {Awaited<ReturnType<typeof openContest>>} Contest */

/** Serves the page of a bench and starts a browser. @param {'csv' | 'table'} [name] */
export async function openContest(name = 'csv') {
  const page = join(folder, name, 'page');
  const outDir = join(root, 'node_modules/.cache/bench', name);
  await buildPage(page, outDir);
  const server = await preview({
    root: page,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: {
      host: '127.0.0.1',
      port: 20_000 + (process.pid % 20_000),
      // Isolated, a page may read a clock of 5 µs.
      headers: {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cache-control': 'no-store',
      },
    },
  });
  const url = server.resolvedUrls?.local[0] ?? '';
  let browser = await start();

  return {
    version: await browser.version(),
    /** The page in a browser context, and so a process, of its own. @param {string} contestant */
    async enter(contestant) {
      const context = await browser.createBrowserContext();
      return new Stand(await context.newPage(), () => context.close()).enter(url, contestant);
    },
    /** In place of a browser that hangs. */
    async restart() {
      browser.process()?.kill('SIGKILL');
      browser = await start();
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function start() {
  const found = await findBrowser();
  const args = [
    ...found.args,
    '--js-flags=--expose-gc',
    '--disable-renderer-backgrounding',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
  ];
  return launch({ ...found, args, protocolTimeout: 300_000 });
}

/** One contestant in its page. */
class Stand {
  contestant = '';
  /** Milliseconds in which its code was fetched and started. */
  loadTime = 0;
  page;
  close;

  /** @param {import('puppeteer-core').Page} opened @param {() => Promise<void>} close */
  constructor(opened, close) {
    this.page = opened;
    this.close = close;
  }

  /** @param {string} url @param {string} contestant */
  async enter(url, contestant) {
    this.contestant = contestant;
    this.page.on('pageerror', error => console.error(`${contestant}: ${error}`));
    await this.page.setViewport({ width: 1280, height: 800 });
    await this.page.goto(url, { waitUntil: 'load' });
    await this.page.waitForFunction('globalThis.bench');
    this.loadTime = await this.call('load', contestant);
    return this;
  }

  /** @param {string} name @param {...unknown} parameters @returns {Promise<any>} */
  call(name, ...parameters) {
    const send = (/** @type {string} */ method, /** @type {unknown[]} */ rest) =>
      /** @type {any} */ (globalThis).bench[method](...rest);
    return this.page.evaluate(send, name, parameters);
  }

  /**
   * Runs the contestant once. `time`: milliseconds on the clock; `cpu`: milliseconds that its thread was at work, which
   * another program on the same machine does not lengthen.
   * @param {{rowLimit?: boolean, counted?: boolean, gaps?: boolean}} [options]
   * @returns {Promise<{time: number, cpu: number, longestGap: number, read: number}>}
   */
  run(options = {}) {
    return this.measured('run', options);
  }

  /** The same of another call. @param {string} name @param {...unknown} parameters @returns {Promise<any>} */
  async measured(name, ...parameters) {
    const before = await this.threadTime();
    const result = await this.call(name, ...parameters);
    return { ...result, cpu: (await this.threadTime()) - before };
  }

  /**
   * Runs the contestant once. Milliseconds of its longest task, on the clock, and of that in which its thread was most at
   * work.
   * @returns {Promise<{time: number, cpu: number}>}
   */
  async longestTask(/** @type {unknown} */ options = {}) {
    await this.page.tracing.start({ categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
    await this.call('run', options);
    const trace = await this.page.tracing.stop();
    /** @type {{name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args: {name?: string}}[]} */
    const events = JSON.parse(Buffer.from(trace ?? []).toString()).traceEvents;
    const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
    const isOfPage = (/** @type {{pid: number, tid: number}} */ { pid, tid }) =>
      threads.some(thread => thread.pid === pid && thread.tid === tid);
    const tasks = events.filter(event => event.name === 'RunTask' && event.ph === 'X' && isOfPage(event));
    if (tasks.length === 0) throw new Error(`no task of ${this.contestant} was seen`);
    const longest = (/** @type {'dur' | 'tdur'} */ kind) => Math.max(...tasks.map(task => task[kind] ?? 0)) / 1000;
    return { time: longest('dur'), cpu: longest('tdur') };
  }

  /** Milliseconds that the page's main thread was at work. */
  async threadTime() {
    return (await this.metric('ThreadTime')) * 1000;
  }

  /** One of the browser's own measures of the page. @param {string} wanted */
  async metric(wanted) {
    const session = await this.open();
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  }

  async collectGarbage() {
    await this.page.evaluate('gc()');
  }

  /** Bytes that script and its buffers hold. */
  async heap() {
    const session = await this.open();
    const usage = /** @type {any} */ (await session.send('Runtime.getHeapUsage'));
    return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
  }

  async open() {
    if (this.session) return this.session;
    this.session = await this.page.createCDPSession();
    await this.session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return this.session;
  }

  /** @type {import('puppeteer-core').CDPSession | undefined} */
  session;
}

/** @typedef {Stand} Contestant */
