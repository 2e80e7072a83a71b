// The Node shell of the mock backend inside the test runner: an engine for each name, made when first asked for, and
// the built pages on one of their own.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildDemo, buildOneFile } from './build-pages.mjs';
import { loadMockShell, root } from './mock-shell.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response) => void} Listener */
/** @typedef {import('./mock-backend.ts').SeenRequest} SeenRequest */
/** @typedef {{listener: Promise<Listener>, seen: SeenRequest[], clock?: import('../../mocks/clock.ts').ManualClock, count: () => number}} Backend */

/** The name under which tests reach the backend of the built pages. */
const strictPages = 'strict-pages';

export function mockBackends() {
  /** @type {Map<string, Backend>} */
  const backends = new Map();
  const shell = once(loadMockShell);

  /**
   * @param {string} name
   * @param {{held?: boolean}} options `held`: time goes on only when a test says so; beside it what `BackendOptions` has
   * @param {(shell: typeof import('../../mocks/node.ts')) => Promise<object>} [prepare] more of them, made when it is time
   */
  function create(name, { held = false, ...options } = {}, prepare = async () => ({})) {
    /** @type {Backend} */
    const backend = { seen: [], listener: start(), count: () => NaN };
    async function start() {
      const mocks = await shell();
      const clock = held ? mocks.createManualClock(Date.now()) : undefined;
      const all = { ...options, ...(clock && { clock }), ...(await prepare(mocks)) };
      const behind = mocks.createBackend(all);
      backend.clock = clock;
      backend.count = () => behind.engine.snapshot().records.length;
      return watched(mocks.createMockListener(all, behind), backend.seen);
    }
    backends.set(name, backend);
    return backend;
  }

  /** @param {string} name */
  const named = name => backends.get(name) ?? create(name);

  return {
    /** @param {string} name */
    listener: name => named(name).listener,

    /** Built when it is first asked for. */
    strictPages: () => (backends.get(strictPages) ?? create(strictPages, { held: true }, builtPages)).listener,

    /** Answers a command of a test; `undefined` for one that is not ours. @param {string} command @param {any} payload */
    async answer(command, payload) {
      switch (command) {
        case 'create-mock-backend':
          await create(payload.name, payload.options).listener;
          return true;
        case 'advance-mock-backend':
          named(payload.name).clock?.advance(payload.ms);
          return true;
        case 'mock-backend-count':
          return named(payload.name).count();
        case 'mock-backend-requests':
          return named(payload.name).seen;
        default:
          return undefined;
      }
    },
  };
}

/** @param {typeof import('../../mocks/node.ts')} shell */
async function builtPages({ strictPolicy }) {
  const staticDir = join(root, `node_modules/.cache/strict-pages-${process.pid}`);
  process.once('exit', () => rmSync(staticDir, { recursive: true, force: true }));
  await buildDemo(staticDir, '/');
  await buildOneFile(join(staticDir, 'one-file'));
  return { staticDir, headers: { 'content-security-policy': strictPolicy } };
}

/** Takes down each request, and whether it is still under way. @param {Listener} listener @param {SeenRequest[]} seen @returns {Listener} */
function watched(listener, seen) {
  return (request, response) => {
    const key = request.headers['idempotency-key'];
    /** @type {{-readonly [Name in keyof SeenRequest]: SeenRequest[Name]}} */
    const entry = {
      method: request.method ?? '',
      path: request.url ?? '',
      key: typeof key === 'string' ? key : null,
      warm: request.socket.bytesWritten > 0,
      open: true,
    };
    seen.push(entry);
    response.once('close', () => (entry.open = false));
    listener(request, response);
  };
}

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {{value: T} | undefined} */
  let made;
  return () => (made ??= { value: make() }).value;
}
