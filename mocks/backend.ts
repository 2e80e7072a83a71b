import { systemClock } from './clock.js';
import type { Clock } from './clock.js';
import { createEngine } from './engine.js';
import type { Engine, EngineOptions } from './engine.js';
import { createHandle, defaultBasePath } from './http.js';
import type { Handle, SessionSource } from './http.js';
import { scenarios } from './scenarios/index.js';
import type { ScenarioName } from './scenarios/index.js';
import type { Scenario } from './scenarios/scenario.js';
import { defaultSession } from './session.js';
import type { Session } from './session.js';

export interface BackendOptions extends EngineOptions {
  /** One name, or several that hold at once, the outermost first. */
  readonly scenario?: ScenarioName | readonly ScenarioName[] | undefined;
  /** Used unless a scenario asks for data of its own. */
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
  const ahead = held.reduce((sum, { clockAhead = 0 }) => sum + clockAhead, 0);
  const ownData = ahead !== 0 || held.some(each => each.engine);
  const clock = engineOptions.clock ?? given?.clock ?? systemClock;
  const data = Object.assign({}, ...held.map(each => each.engine)) as EngineOptions;
  const engine = given && !ownData ? given : createEngine({ ...engineOptions, ...data, clock: shifted(clock, ahead) });
  const account: Partial<Session> = Object.assign({}, ...held.map(each => each.session));
  const sessionOf = (request: Request): Session => ({
    ...defaultSession,
    ...account,
    ...(typeof session === 'function' ? session(request) : session),
  });
  const handle = held.reduceRight<Handle>(
    (next, { intercept }) => {
      if (!intercept) return next;
      const meet = intercept({ clock, seed: options.seed ?? 7 });
      return request => meet(request, next, pathBelow(basePath, request));
    },
    createHandle({ engine, session: sessionOf, basePath }),
  );
  return { engine, handle, basePath };
}

/** The same clock, read by somebody whose watch is wrong. */
function shifted(clock: Clock, ahead: number): Clock {
  return ahead === 0 ? clock : { now: () => clock.now() + ahead, after: (ms, callback) => clock.after(ms, callback) };
}

function pathBelow(basePath: string, request: Request): string {
  const { pathname } = new URL(request.url);
  return pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
}
