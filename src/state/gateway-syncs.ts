import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import { newIdempotencyKey } from '../adapter/idempotency.js';
import type { Batch } from '../core/batch.js';
import { toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import type { ControllerHost } from './loader.js';

export interface GatewaySyncOptions {
  readonly adapter: () => BatchSyncAdapter | null;
  /** Whether to go on: asks the person, then the host. */
  readonly agree: (batch: Batch) => Promise<boolean>;
  /** The server has begun. */
  readonly done: (batch: Batch) => void;
  /** The batch was read again, since somebody else had been faster. */
  readonly seen: (batch: Batch) => void;
  readonly failed: (failure: GatewayFailure) => void;
}

/** A gateway sync that did not come about, or of which nobody knows whether it did. */
export interface GatewayFailure {
  readonly batch: Batch;
  readonly problem: Problem;
  /** The server may have got it: a retry asks about the same intention. */
  readonly unknown: boolean;
}

/**
 * "Sync with Gateway" for the batches of a list. One intention has one key until the server answered it for good,
 * however often it is tried, and one batch has one at a time.
 */
export class GatewaySyncs implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: GatewaySyncOptions;
  readonly #keys = new Map<string, string>();
  readonly #asked = new Set<string>();
  readonly #running = new Map<string, AbortController>();
  readonly #failures = new Map<string, GatewayFailure>();

  constructor(host: ControllerHost, options: GatewaySyncOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  isRunning(id: string): boolean {
    return this.#running.has(id);
  }

  get failures(): readonly GatewayFailure[] {
    return [...this.#failures.values()];
  }

  /** From the press to the server's answer; a press in between does nothing. */
  async start(batch: Batch): Promise<void> {
    if (this.#asked.has(batch.id) || this.isRunning(batch.id)) return;
    this.#asked.add(batch.id);
    const agreed = await this.#options.agree(batch).finally(() => this.#asked.delete(batch.id));
    if (agreed) await this.#send(batch);
  }

  /** Tries a failed one again without asking again. */
  async retry({ batch }: GatewayFailure): Promise<void> {
    if (!this.isRunning(batch.id)) await this.#send(batch);
  }

  dismiss(id: string): void {
    this.#failures.delete(id);
    this.#host.requestUpdate();
  }

  /** Gives up and drops everything. */
  forget(): void {
    this.#abort();
    this.#keys.clear();
    this.#failures.clear();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // The keys stay: after a return the same press is still the same intention.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#abort();
    });
  }

  async #send(batch: Batch): Promise<void> {
    const adapter = this.#options.adapter();
    if (!adapter?.syncWithGateway) return;
    const { id } = batch;
    const abort = new AbortController();
    const idempotencyKey = this.#keys.get(id) ?? newIdempotencyKey();
    this.#keys.set(id, idempotencyKey);
    this.#running.set(id, abort);
    this.#failures.delete(id);
    this.#host.requestUpdate();
    try {
      const answer = await adapter.syncWithGateway(id, { signal: abort.signal, idempotencyKey });
      if (!abort.signal.aborted) this.#succeed(answer);
    } catch (error) {
      if (!abort.signal.aborted) await this.#fail(batch, toProblem(error), adapter, abort.signal);
    } finally {
      if (this.#running.get(id) === abort) this.#running.delete(id);
      this.#host.requestUpdate();
    }
  }

  #succeed(batch: Batch): void {
    this.#keys.delete(batch.id);
    this.#options.done(batch);
  }

  async #fail(batch: Batch, problem: Problem, adapter: BatchSyncAdapter, signal: AbortSignal): Promise<void> {
    const unknown = !isRefusal(problem);
    if (!unknown) this.#keys.delete(batch.id);
    if (problem.status === 409 && (await this.#isUnderWay(batch.id, adapter, signal))) return;
    if (signal.aborted) return;
    const failure: GatewayFailure = { batch, problem, unknown };
    this.#failures.set(batch.id, failure);
    this.#options.failed(failure);
  }

  /** Somebody else was faster: what counts is that it runs. */
  async #isUnderWay(id: string, adapter: BatchSyncAdapter, signal: AbortSignal): Promise<boolean> {
    const batch = await adapter.getBatch(id, { signal }).catch(() => null);
    if (batch === null || signal.aborted) return false;
    this.#options.seen(batch);
    const runs = batch.gatewaySync?.state === 'running';
    if (runs) this.#keys.delete(id);
    return runs;
  }

  #abort(): void {
    for (const abort of this.#running.values()) abort.abort();
    this.#running.clear();
  }
}

/** Whether the server said no, and would again: then nothing was begun. */
function isRefusal({ status, retryable }: Problem): boolean {
  return status >= 400 && status < 500 && !retryable;
}
