import { ProblemError } from '../src/core/problem.js';
import { systemClock, wait } from './clock.js';
import type { Clock } from './clock.js';
import { createEngine } from './engine.js';
import type { Engine, EngineOptions } from './engine.js';
import { createHandle, defaultBasePath, problemResponse } from './http.js';
import type { Handle, SessionSource } from './http.js';
import { defaultSession } from './session.js';
import type { Session } from './session.js';

/** What an interception may know beside the request. */
export interface Surroundings {
  readonly clock: Clock;
  /** The request's path below the base path, such as `/batches`. */
  readonly path: string;
}

/** A situation that a backend can be in. Several may hold at once. */
export interface Scenario {
  /** What a person chooses it by. */
  readonly label: string;
  /** Its own amount of data. */
  readonly engine?: Pick<EngineOptions, 'batches' | 'meanRows'>;
  /** What it makes of the account that asks. */
  readonly session?: Partial<Session>;
  /** Stands between a request and its answer. */
  readonly intercept?: (request: Request, next: Handle, surroundings: Surroundings) => Promise<Response>;
}

const isList = (request: Request, path: string) => request.method === 'GET' && path === '/batches';

/** Named situations. A new one is a new entry; nothing else need know of it. */
export const scenarios = {
  default: { label: 'Everything works' },
  empty: { label: 'No batches yet', engine: { batches: 0 } },
  many: { label: '10,000 batches', engine: { batches: 10_000, meanRows: 10 } },
  error: {
    label: 'The list fails',
    intercept: async (request, next, { path }) => {
      if (!isList(request, path)) return next(request);
      const failure = { code: 'internal_error', status: 500, title: 'The list could not be read', retryable: true };
      return problemResponse(new ProblemError(failure), 'req_list_5f21');
    },
  },
  forbidden: {
    label: 'The server refuses (403)',
    intercept: async (request, next, { path }) => {
      if (path === '/capabilities') return next(request);
      return problemResponse(
        new ProblemError({ code: 'forbidden', status: 403, title: 'Not for you' }),
        'req_403_c07a',
      );
    },
  },
  slow: {
    label: 'Slow answers',
    intercept: async (request, next, { clock }) => {
      await wait(clock, 2500, request.signal);
      return next(request);
    },
  },
  offline: { label: 'Offline', intercept: async () => Response.error() },
  'maker-checker': { label: 'Maker-checker', session: { makerChecker: true } },
  'read-only': { label: 'Read only', session: { permission: 'read' } },
  'no-access': { label: 'No access', session: { permission: 'none' } },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}

export interface BackendOptions extends EngineOptions {
  /** One name, or several that hold at once, the outermost first. */
  readonly scenario?: ScenarioName | readonly ScenarioName[] | undefined;
  /** Used unless a scenario asks for an amount of data of its own. */
  readonly engine?: Engine | undefined;
  /** Outweighs what a scenario makes of the session. */
  readonly session?: SessionSource | undefined;
  readonly basePath?: string | undefined;
}

export interface Backend {
  readonly engine: Engine;
  readonly handle: Handle;
  readonly basePath: string;
}

/** An engine with its HTTP face, in the situations asked for. */
export function createBackend(options: BackendOptions = {}): Backend {
  const { scenario = 'default', engine: given, session, basePath = defaultBasePath, ...engineOptions } = options;
  const names = typeof scenario === 'string' ? [scenario] : scenario;
  const held: readonly Scenario[] = names.map(name => scenarios[name]);
  const size = Object.assign({}, ...held.map(each => each.engine)) as EngineOptions;
  const ownData = held.some(each => each.engine);
  const engine =
    given && !ownData ? given : createEngine({ clock: given?.clock ?? systemClock, ...engineOptions, ...size });
  const account: Partial<Session> = Object.assign({}, ...held.map(each => each.session));
  const sessionOf = (request: Request): Session => ({
    ...defaultSession,
    ...account,
    ...(typeof session === 'function' ? session(request) : session),
  });
  const handle = held.reduceRight<Handle>(
    (next, { intercept }) =>
      intercept
        ? request => intercept(request, next, { clock: engine.clock, path: pathBelow(basePath, request) })
        : next,
    createHandle({ engine, session: sessionOf, basePath }),
  );
  return { engine, handle, basePath };
}

function pathBelow(basePath: string, request: Request): string {
  const { pathname } = new URL(request.url);
  return pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
}
