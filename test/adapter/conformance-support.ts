import {
  createBackend,
  createEngine,
  createFetch,
  createManualClock,
  createMemoryAdapter,
  people,
} from '../../mocks/index.js';
import type { Engine, EngineOptions, Handle, ManualClock, Session } from '../../mocks/index.js';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import { checkAdapter, checkBaseUrl } from '../../src/conformance/index.js';
import type { AdapterCheckOptions, BaseUrlCheckOptions, ConformanceReport } from '../../src/conformance/index.js';
import { batchSync } from '../../src/core/batch-sync.js';

/** Limits that are soon reached, so that nothing large need be sent to go beyond them. */
const definition = { ...batchSync, limits: { maxRows: 30, maxBytes: 4000 } };

/** A mock backend on a clock that goes on only while the checks wait. */
export interface World {
  readonly clock: ManualClock;
  readonly engine: Engine;
  readonly pause: (milliseconds: number) => Promise<void>;
}

export function world(options: EngineOptions = {}): World {
  const clock = createManualClock();
  const engine = createEngine({ clock, batches: 8, meanRows: 20, failureRate: 0.3, definition, ...options });
  return {
    clock,
    engine,
    async pause(milliseconds) {
      clock.advance(milliseconds);
      await turn();
    },
  };
}

/** The accounts of a backend, by their tokens. */
export function accounts(makerChecker: boolean): Readonly<Record<string, Partial<Session>>> {
  return {
    'token-of-maker': { makerChecker },
    'token-of-checker': { makerChecker, user: people[1] },
    'token-of-reader': { makerChecker, user: people[2], permission: 'read' },
    'token-of-nobody': { makerChecker, user: people[3], permission: 'none' },
  };
}

export interface HttpBreak {
  readonly makerChecker?: boolean;
  /** Stands between the checks and the mock backend. */
  readonly intercept?: (next: Handle, world: World) => Handle;
  readonly options?: BaseUrlCheckOptions;
  readonly engine?: EngineOptions;
}

/** Checks the mock backend over HTTP with all three accounts, and tells what it was asked. */
export async function checkHttp({ makerChecker = false, intercept, options, engine }: HttpBreak = {}): Promise<
  ConformanceReport & { readonly requests: readonly string[] }
> {
  const here = world(engine);
  const sessions = accounts(makerChecker);
  const { handle, basePath } = createBackend({
    engine: here.engine,
    session: request => sessions[request.headers.get('authorization')?.slice('Bearer '.length) ?? ''] ?? {},
  });
  const broken = intercept ? intercept(handle, here) : handle;
  const requests: string[] = [];
  const watched: Handle = request => {
    const { pathname, search } = new URL(request.url);
    requests.push(`${request.method} ${pathname.slice(basePath.length)}${search}`);
    return broken(request);
  };
  const report = await checkBaseUrl(basePath, {
    allowWrites: true,
    token: 'token-of-maker',
    checkerToken: 'token-of-checker',
    readerToken: 'token-of-reader',
    fetch: createFetch(watched),
    pause: here.pause,
    ...options,
  });
  return { ...report, requests };
}

export interface AdapterBreak {
  readonly makerChecker?: boolean;
  /** Made of the adapter of each account. */
  readonly change?: (adapter: Required<BatchSyncAdapter>, world: World, session: Partial<Session>) => BatchSyncAdapter;
  readonly options?: AdapterCheckOptions;
}

/** Checks the direct adapter of the mock backend. */
export function checkDirect({ makerChecker = false, change, options }: AdapterBreak = {}): Promise<ConformanceReport> {
  const here = world();
  const [maker, checker, reader] = Object.values(accounts(makerChecker)).map(session => {
    // The mock's adapter has every optional method.
    const adapter = createMemoryAdapter({ engine: here.engine, session }) as Required<BatchSyncAdapter>;
    return change ? change(adapter, here, session) : adapter;
  });
  return checkAdapter(maker, { allowWrites: true, checker, reader, pause: here.pause, ...options });
}

/** The names of the checks that found something, in alphabetical order. */
export function brokenChecks({ results }: ConformanceReport): string[] {
  return results.flatMap(({ verdict, check }) => (verdict === 'broken' ? [check] : [])).toSorted();
}

/** What was found, for the message of a test that fails. */
export function findingsText({ findings, fault }: ConformanceReport): string {
  return JSON.stringify(
    [fault, ...findings.map(({ check, call, expected, found }) => [check, call, expected, found])],
    null,
    1,
  );
}

/** One turn of the event loop; a chain of timers would be slowed down. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise(resolve => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
