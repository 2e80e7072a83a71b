import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter, Decision, WriteContext } from '../adapter/adapter.js';
import { newIdempotencyKey } from '../adapter/idempotency.js';
import type { Batch, BatchAction } from '../core/batch.js';
import { ProblemError, toProblem, type Problem } from '../core/problem.js';
import type { ControllerHost } from './loader.js';

/** What a person wants done to a batch. */
export type Intention =
  | { readonly action: Exclude<BatchAction, 'decide'>; readonly batch: Batch }
  | { readonly action: 'decide'; readonly batch: Batch; readonly decision: Decision };

/** What is being done to the batch on screen. */
export type ActStatus =
  /** Next: `asking`. */
  | { readonly state: 'idle' }
  /** The person is asked whether they mean it. Next: `running` or `idle`. */
  | { readonly state: 'asking'; readonly action: BatchAction }
  /** Next: `idle` or `failed`. */
  | { readonly state: 'running'; readonly action: BatchAction }
  /** `unknown`: the server may have done it; a retry asks about the same intention. Next: `asking` or `running`. */
  | { readonly state: 'failed'; readonly action: BatchAction; readonly problem: Problem; readonly unknown: boolean };

export interface ActOptions {
  readonly adapter: () => BatchSyncAdapter | null;
  /** Whether to go on. */
  readonly agree: (intention: Intention) => Promise<boolean>;
  /** The server did it. Called also when another batch is on screen by then. */
  readonly done: (intention: Intention, answer: Batch) => void;
  readonly failed: (intention: Intention, problem: Problem) => void;
}

/**
 * Writes on the batch on screen: one at a time, so that a double click sends once. One intention has one key until the
 * server answered it for good, however often it is tried. Removal of the host aborts; another batch on screen does not.
 */
export class ActRunner implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: ActOptions;
  readonly #keys = new Map<string, { readonly key: string; readonly version: number }>();
  readonly #aborts = new Set<AbortController>();
  #status: ActStatus = { state: 'idle' };
  #shown: Intention | null = null;

  constructor(host: ControllerHost, options: ActOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get status(): ActStatus {
    return this.#status;
  }

  /** Whether anything new would be ignored. */
  get busy(): boolean {
    return this.#status.state === 'asking' || this.#status.state === 'running';
  }

  async begin(intention: Intention): Promise<void> {
    if (this.busy) return;
    this.#shown = intention;
    this.#write({ state: 'asking', action: intention.action });
    const agreed = await this.#options.agree(intention).catch(() => false);
    if (this.#shown !== intention) return;
    if (!agreed) return this.reset();
    this.#forgetSettled(intention);
    await this.#send(intention);
  }

  /** Tries what failed again, without asking again. */
  async retry(): Promise<void> {
    if (this.#status.state === 'failed' && this.#shown !== null) await this.#send(this.#shown);
  }

  /** Leaves what is under way to itself and shows nothing of it. */
  reset(): void {
    this.#shown = null;
    if (this.#status.state !== 'idle') this.#write({ state: 'idle' });
  }

  /** Gives up what is under way and forgets the keys: another person may come. */
  forget(): void {
    this.#abortAll();
    this.#keys.clear();
    this.reset();
  }

  hostDisconnected(): void {
    // The keys stay: after a return the same press is still the same intention.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#abortAll();
    });
  }

  #abortAll(): void {
    for (const abort of this.#aborts) abort.abort();
  }

  /** Who presses again after the batch has changed has seen what became of the last press, and means another. */
  #forgetSettled(intention: Intention): void {
    const name = nameOf(intention);
    const known = this.#keys.get(name);
    if (known && intention.batch.version > known.version) this.#keys.delete(name);
  }

  async #send(intention: Intention): Promise<void> {
    const adapter = this.#options.adapter();
    const { action } = intention;
    const name = nameOf(intention);
    const { key: idempotencyKey } = this.#keys.get(name) ?? { key: newIdempotencyKey() };
    const abort = new AbortController();
    this.#keys.set(name, { key: idempotencyKey, version: intention.batch.version });
    this.#aborts.add(abort);
    this.#write({ state: 'running', action });
    try {
      const answer = await write(adapter, intention, { signal: abort.signal, idempotencyKey });
      this.#keys.delete(name);
      if (this.#shown === intention) this.reset();
      this.#options.done(intention, answer);
    } catch (error) {
      const problem = toProblem(error);
      if (abort.signal.aborted) {
        if (this.#shown === intention) this.reset();
        return;
      }
      const unknown = !isRefusal(problem);
      if (!unknown) this.#keys.delete(name);
      if (this.#shown === intention) this.#write({ state: 'failed', action, problem, unknown });
      this.#options.failed(intention, problem);
    } finally {
      this.#aborts.delete(abort);
    }
  }

  #write(status: ActStatus): void {
    this.#status = status;
    this.#host.requestUpdate();
  }
}

/** A key stands for one content: another comment is another intention. */
function nameOf(intention: Intention): string {
  const content = intention.action === 'decide' ? intention.decision : null;
  return JSON.stringify([intention.action, intention.batch.id, content]);
}

async function write(adapter: BatchSyncAdapter | null, intention: Intention, ctx: WriteContext): Promise<Batch> {
  const { id } = intention.batch;
  const answer = await call(adapter, intention, id, ctx);
  if (answer === undefined) throw new ProblemError({ code: 'not_implemented', status: 501 });
  return answer;
}

function call(adapter: BatchSyncAdapter | null, intention: Intention, id: string, ctx: WriteContext) {
  switch (intention.action) {
    case 'gateway-sync':
      return adapter?.syncWithGateway?.(id, ctx);
    case 'retry':
      return adapter?.retryFailed?.(id, ctx);
    case 'cancel':
      return adapter?.cancelBatch?.(id, ctx);
    case 'decide':
      return adapter?.decide?.(id, intention.decision, ctx);
  }
}

/** Whether the server said no, and would again: then nothing was done. */
function isRefusal({ status, retryable }: Problem): boolean {
  return status === 501 || (status >= 400 && status < 500 && !retryable);
}
