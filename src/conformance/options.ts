import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { CheckResult } from './report.js';

/** What both ways of checking take. */
export interface ConformanceOptions {
  /**
   * Whether batches may be made, canceled, retried and synchronised: about 20 of them, each named `conformance-…`, which
   * stay, because the contract removes nothing. Without it whatever needs them is skipped. Default: `false`.
   */
  readonly allowWrites?: boolean;
  /** Groups (`reads`, `writes`, `events`) or names of checks. Default: all. */
  readonly only?: readonly string[];
  /** Order ids that the backend knows, so that some tasks of the batches that are made are accepted. */
  readonly orderIds?: readonly string[];
  /** Milliseconds that a call may take. Default: 30,000. */
  readonly timeout?: number;
  /** Milliseconds that the processing of a batch of 24 rows may take. Default: 120,000. */
  readonly settleTime?: number;
  /** Milliseconds that an event stream may be silent. Default: 45,000, which is what the elements wait. */
  readonly silence?: number;
  /**
   * How time is let pass between two looks, in milliseconds. A backend on a clock of its own moves that clock here.
   * Default: it passes.
   */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Told of each check as it ends, in order. */
  readonly onResult?: (result: CheckResult) => void;
  /** Ends the run: what is left is skipped. */
  readonly signal?: AbortSignal;
}

export interface AdapterCheckOptions extends ConformanceOptions {
  /** The same backend for somebody who may decide on what the first account uploads (maker-checker). */
  readonly checker?: BatchSyncAdapter;
  /** The same backend for somebody who may only read. */
  readonly reader?: BatchSyncAdapter;
}

export interface BaseUrlCheckOptions extends ConformanceOptions {
  /** Sent as `Authorization: Bearer …`; never part of a report. */
  readonly token?: string;
  /** Sent with every request; their values are never part of a report. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Token of somebody who may decide on what the first account uploads (maker-checker). */
  readonly checkerToken?: string;
  /** Token of somebody who may only read. */
  readonly readerToken?: string;
  /** Default: the platform's. */
  readonly fetch?: typeof fetch;
}
