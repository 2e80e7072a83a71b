// Vite inside web-test-runner: every request but the runner's own goes to a Vite server in middleware mode, so that
// tests see the same transforms, workers and public folder as the demo and Storybook. Beside it, on the same origin:
//   /corpus/*            the files of ../shared/corpus, read-only, where that folder exists
//   /__mock__/<name>/*   the Node shell of the mock backend; each name has an engine of its own
//   /__tab__             an empty page for a tab beside a test's own
//   /__strict__/*        leads to the built pages on the Node shell, under the strict content security policy; they
//                        stand at their real addresses, /batch/, /assets/, /one-file/ and, asked for by them, /v1/
import { createReadStream, existsSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createServer } from 'vite';
import { cacheDir } from './cache-dir.mjs';
import { builtCommands } from './commands.mjs';
import { lateCode } from './late-code.mjs';
import { mockBackends } from './mock-backends.mjs';
import { root } from './mock-shell.mjs';
import { collectedPage } from './memory.mjs';
import { networkWatch } from './network.mjs';
import { browserTabs, emptyPage } from './tabs.mjs';

const corpus = resolve(root, '../shared/corpus');
const runnerSocket = '/__web-dev-server__web-socket.js';

// Named, not discovered: a dependency found in the middle of a run would reload every page of that run.
const bundled = ['papaparse', 'zod/mini', 'eventsource-parser', 'msw', 'msw/browser', 'chai-a11y-axe > axe-core'];
const bundledForStories = [
  'storybook/preview-api',
  'storybook/test',
  'msw-storybook-addon',
  'msw-storybook-addon/csf3',
];
// Bundled, these would bring a second Lit, or fail on the runner's own URL. vite.config.ts names more.
const separate = [
  '@open-wc/testing',
  '@open-wc/testing-helpers',
  '@open-wc/semantic-dom-diff',
  '@web/test-runner-commands',
  '@esm-bundle/chai',
  'chai-a11y-axe',
];

// Vite's own client connects to a server that reloads pages; of it, a test needs only what a CSS import asks for.
const client = `
const styles = new Map();
export function updateStyle(id, text) {
  const style = styles.get(id) ?? document.head.appendChild(document.createElement('style'));
  style.textContent = text;
  styles.set(id, style);
}
export function removeStyle(id) {
  styles.get(id)?.remove();
  styles.delete(id);
}
const nothing = () => undefined;
export const createHotContext = () => ({ accept: nothing, dispose: nothing, prune: nothing, on: nothing, off: nothing });
export const injectQuery = url => url;
`;

/** @param {{watch: boolean}} options */
async function startVite({ watch }) {
  const parent = join(root, 'node_modules/.cache/vite-test');
  return createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    mode: 'test',
    appType: 'custom',
    logLevel: 'warn',
    cacheDir: process.env.VITE_CACHE_DIR ?? cacheDir(parent),
    optimizeDeps: { noDiscovery: true, include: [...bundled, ...bundledForStories], exclude: separate },
    server: { middlewareMode: true, ws: false, hmr: false, watch: watch ? {} : null },
    plugins: [
      {
        name: 'runner',
        enforce: 'pre',
        resolveId: id => (id === runnerSocket ? { id, external: true } : undefined),
        transform: (_, id) => (id.endsWith('/vite/dist/client/client.mjs') ? client : undefined),
      },
    ],
  });
}

/** @typedef {import('./mock-backends.mjs').Request} Request */
/** @typedef {import('./mock-backends.mjs').Response} Response */
/** @typedef {import('./mock-backends.mjs').Listener} Listener */

/** @param {Response} response @param {number} status @param {string} text */
function answer(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

/** @type {Listener} */
function serveCorpus(request, response) {
  const path = resolve(corpus, `.${decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)}`);
  if (!path.startsWith(corpus + sep) || !existsSync(path) || !statSync(path).isFile()) {
    answer(response, 404, 'no such file in the corpus');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
  createReadStream(path).pipe(response);
}

/** @param {Request} request */
function isOfBuiltPages({ url = '', headers }) {
  if (!url.startsWith('/v1/')) return /^\/(?:batch|assets|one-file)\//.test(url);
  return /^\/(?:batch|one-file)\//.test(new URL(headers.referer ?? '/', 'http://localhost').pathname);
}

/** @param {Promise<Listener>} listener @param {Request} request @param {Response} response */
function forward(listener, request, response) {
  listener.then(
    listen => listen(request, response),
    error => answer(response, 500, String(error)),
  );
}

/** The middleware and the plugin for web-test-runner's configuration. */
export async function viteForRunner({ watch = false } = {}) {
  const vite = await startVite({ watch });
  const backends = mockBackends();
  const network = networkWatch();
  const late = lateCode();
  const tabs = browserTabs();
  const commands = builtCommands();

  /** @param {Request} request @param {Response} response @param {() => void} next */
  function route(request, response, next) {
    const url = request.url ?? '/';
    const [, prefix, name] = /^\/(corpus|__mock__\/([^/?]+)|__strict__)(?=[/?]|$)/.exec(url) ?? [];
    if (prefix !== undefined) {
      const rest = url.slice(prefix.length + 1);
      request.url = rest.startsWith('/') ? rest : `/${rest}`;
    }
    if (url.startsWith('/__web-') || url === '/' || url.startsWith('/?')) next();
    else if (url === '/__tab__') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(emptyPage);
    else if (prefix === 'corpus') serveCorpus(request, response);
    else if (prefix === '__strict__') response.writeHead(302, { location: request.url }).end();
    else if (name !== undefined) forward(backends.listener(name), request, response);
    else if (isOfBuiltPages(request)) forward(backends.strictPages(), request, response);
    else vite.middlewares(request, response, () => answer(response, 404, `nothing at ${url}`));
  }

  return {
    /** @param {import('koa').Context} context @param {() => Promise<void>} next */
    middleware(context, next) {
      let passed = false;
      route(context.req, context.res, () => {
        passed = true;
      });
      if (passed) return next();
      // Koa keeps its hands off the answer; its own 404 would be listed as a missing file.
      context.respond = false;
      context.status = 200;
      context.res.statusMessage = '';
    },
    plugin: {
      name: 'vite',
      serverStop: () => vite.close(),
      async executeCommand(
        /** @type {{command: string, payload?: any, session: any}} */ { command, payload, session },
      ) {
        // The corpus's own judge needs Node's crypto.
        if (command === 'judge-corpus-answers') {
          const { judge } = await import(pathToFileURL(join(corpus, 'judge.mjs')).href);
          return payload.pairs.map((/** @type {[unknown, unknown]} */ [item, found]) =>
            judge(item, found, payload.policies),
          );
        }
        // The runner's own mouse knows no double click: `count` is 2 for the second half of one.
        if (command === 'press-mouse') {
          const { mouse } = session.browser.getPage(session.id);
          await mouse.move(payload.x, payload.y);
          await mouse.down({ clickCount: payload.count });
          await mouse.up({ clickCount: payload.count });
          return true;
        }
        // Puppeteer's own word for it knows no forced colours. They last as long as the session does.
        if (command === 'force-colours') {
          const devtools = await session.browser.getPage(session.id).createCDPSession();
          const features = [{ name: 'forced-colors', value: payload ? 'active' : 'none' }];
          await devtools.send('Emulation.setEmulatedMedia', { features });
          return true;
        }
        if (command === 'soak-journeys') {
          const { SOAK_JOURNEYS: count = 300, SOAK_FIRST: first = 1 } = process.env;
          return { count: Number(count), first: Number(first) };
        }
        if (command === 'collect-garbage') {
          const devtools = await session.browser.getPage(session.id).createCDPSession();
          await devtools.send('HeapProfiler.collectGarbage');
          await devtools.detach();
          return true;
        }
        if (command === 'soak-hours') return process.env.SOAK_JOURNEYS ? 24 : 1;
        if (command === 'collect-page') return collectedPage(session);
        return (
          (await tabs.answer(command, payload, session)) ??
          (await backends.answer(command, payload)) ??
          (await commands.answer(command, payload)) ??
          (await late.answer(command, payload, session)) ??
          network.answer(command, session)
        );
      },
    },
  };
}
