import type { Clock } from '../clock.js';
import type { EngineOptions } from '../engine.js';
import type { Handle } from '../http.js';
import type { Session } from '../session.js';

/** What an interception may know beside the request. */
export interface Surroundings {
  readonly clock: Clock;
  /** Everything that looks like chance comes from it. */
  readonly seed: number;
}

/** Stands between a request and its answer. `path` is below the base path, such as `/batches`. */
export type Intercept = (request: Request, next: Handle, path: string) => Promise<Response>;

/** A situation that a backend can be in. Several may hold at once. */
export interface Scenario {
  /** What a person chooses it by. */
  readonly label: string;
  /** Its own amount or kind of data. */
  readonly engine?: Pick<EngineOptions, 'batches' | 'meanRows' | 'stuck'>;
  /** Milliseconds by which the server's clock is ahead. */
  readonly clockAhead?: number;
  /** What it makes of the account that asks. */
  readonly session?: Partial<Session>;
  /** Asked once for each backend: what it answers may remember. */
  readonly intercept?: (surroundings: Surroundings) => Intercept;
}

export type Scenarios = Readonly<Record<string, Scenario>>;
