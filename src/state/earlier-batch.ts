import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import { rowsSha256 } from '../core/index.js';
import type { ValidationReport } from '../core/report.js';
import { pageClock } from './clock.js';
import type { Clock } from './clock.js';
import { Later } from './later.js';
import type { ControllerHost } from './loader.js';

/** Milliseconds that a person waits for the answer at most, once they want to send. */
const patience = 1_500;

/** What is asked about: the rows that would be sent, and whom to ask; `null` for nothing. */
export interface EarlierQuestion {
  readonly adapter: BatchSyncAdapter;
  readonly report: ValidationReport;
}

/**
 * Whether the rows that are about to be sent were sent before. Asked as soon as they may be sent, once for each content;
 * a failure says nothing, for the server has the last word when they come. Removal of the host aborts.
 */
export class EarlierBatch implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #question: () => EarlierQuestion | null;
  readonly #found: (batch: Batch) => void;
  #asked: ValidationReport | null = null;
  #abort: AbortController | null = null;
  #batch: Batch | null = null;
  #accepted = false;
  #isAsking = false;
  /** Who waits for the answer. */
  #waiting: (() => void)[] = [];
  readonly #patience: Later;

  constructor(
    host: ControllerHost,
    question: () => EarlierQuestion | null,
    found: (batch: Batch) => void,
    clock: Clock = pageClock,
  ) {
    this.#host = host;
    this.#question = question;
    this.#found = found;
    this.#patience = new Later(host, () => this.#goOn(), clock);
    host.addController(this);
  }

  /** The newest batch with the same rows. */
  get batch(): Batch | null {
    return this.#batch;
  }

  /** Whether the person saw it and wants another nevertheless. */
  get accepted(): boolean {
    return this.#accepted;
  }

  /** Whether somebody waits for an answer that is on its way. */
  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  /**
   * Until the answer is there, or too late to wait for: the server, which has the last word, says the same. `null` where
   * there is nothing to wait for.
   */
  settled(): Promise<void> | null {
    this.hostUpdate();
    if (!this.#isAsking) return null;
    if (!this.isAwaited) this.#patience.in(patience);
    const answer = new Promise<void>(resolve => this.#waiting.push(resolve));
    this.#host.requestUpdate();
    return answer;
  }

  accept(accepted: boolean): void {
    this.#accepted = accepted && this.#batch !== null;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const question = this.#question();
    if ((question?.report ?? null) === this.#asked) return;
    this.#forget();
    if (question) void this.#ask(question);
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#forget();
    });
  }

  #forget(): void {
    this.#abort?.abort();
    this.#abort = this.#asked = this.#batch = null;
    this.#accepted = false;
    this.#isAsking = false;
    this.#goOn();
  }

  #goOn(): void {
    this.#patience.cancel();
    if (!this.isAwaited) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
    this.#host.requestUpdate();
  }

  async #ask({ adapter, report }: EarlierQuestion): Promise<void> {
    this.#asked = report;
    if (!adapter.findBatches) return;
    const { signal } = (this.#abort = new AbortController());
    this.#isAsking = true;
    const batch = await earlierOf(report, adapter, signal);
    if (signal.aborted) return;
    this.#isAsking = false;
    this.#batch = batch;
    this.#goOn();
    if (batch === null) return;
    this.#host.requestUpdate();
    this.#found(batch);
  }
}

async function earlierOf(
  report: ValidationReport,
  adapter: BatchSyncAdapter,
  signal: AbortSignal,
): Promise<Batch | null> {
  const hash = await rowsSha256(report);
  if (hash === null || signal.aborted) return null;
  const found = await adapter.findBatches?.({ rowsSha256: hash }, { signal }).catch(() => []);
  return found?.[0] ?? null;
}
