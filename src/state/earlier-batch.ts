import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import { rowsSha256 } from '../core/index.js';
import type { ValidationReport } from '../core/report.js';
import type { ControllerHost } from './loader.js';

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

  constructor(host: ControllerHost, question: () => EarlierQuestion | null, found: (batch: Batch) => void) {
    this.#host = host;
    this.#question = question;
    this.#found = found;
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

  accept(accepted: boolean): void {
    this.#accepted = accepted && this.#batch !== null;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const question = this.#question();
    if (question?.report === this.#asked) return;
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
  }

  async #ask({ adapter, report }: EarlierQuestion): Promise<void> {
    this.#asked = report;
    if (!adapter.findBatches) return;
    const { signal } = (this.#abort = new AbortController());
    const hash = await rowsSha256(report);
    if (hash === null || signal.aborted) return;
    const found = await adapter.findBatches({ rowsSha256: hash }, { signal }).catch(() => []);
    const [batch] = found;
    if (signal.aborted || batch === undefined) return;
    this.#batch = batch;
    this.#host.requestUpdate();
    this.#found(batch);
  }
}
