import type { Problem } from '../core/problem.js';

/** `answers` is watched in every answer of a run; the others make calls of their own. */
export type CheckGroup = 'answers' | 'reads' | 'writes' | 'events';

/** What a check needs to be run: a way of speaking, an account, the right to make batches, or a feature. */
export type Need =
  | 'http'
  | 'adapter'
  | 'writes'
  | 'checker'
  | 'gateway-sync'
  | 'retry'
  | 'cancel'
  | 'decide'
  | 'find-tasks'
  | 'breakdown'
  | 'events';

/** A line of the contract, and what looks whether it is kept. */
export interface CheckInfo {
  /** Such as `create-same-key`; the line in `openapi.yaml` has the same name. */
  readonly check: string;
  readonly group: CheckGroup;
  /** Such as `POST /batches`. */
  readonly call: string;
  /** The line. */
  readonly contract: string;
  readonly needs: readonly Need[];
}

/** One way in which a line of the contract is broken. */
export interface Finding {
  readonly check: string;
  /** Such as `POST /batches`, or `createBatch()` of an adapter. */
  readonly call: string;
  readonly contract: string;
  readonly expected: string;
  readonly found: string;
  /** Of the answer that shows it, `null` where there is none. */
  readonly requestId: string | null;
}

/** What became of one check. */
export interface CheckResult extends CheckInfo {
  readonly verdict: 'kept' | 'broken' | 'skipped';
  /** Why it was skipped. */
  readonly reason: string | null;
  /** At most ten. */
  readonly findings: readonly Finding[];
  /** How many more findings there were. */
  readonly more: number;
}

/** What a backend makes of the contract. */
export interface ConformanceReport {
  /** Nothing is broken, and the backend could be asked. */
  readonly ok: boolean;
  /** Why nothing could be checked: the backend cannot be reached, or takes the caller for nobody. */
  readonly fault: Problem | null;
  /** One entry for each check that was asked for. */
  readonly results: readonly CheckResult[];
  /** All findings of `results`. */
  readonly findings: readonly Finding[];
  /** Ids of the batches that were made, which stay. */
  readonly madeBatches: readonly string[];
}
