import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import { ProblemError, toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import type { Clock } from './clock.js';
import type { CurrentFlow } from './current-flow.js';
import { Later } from './later.js';
import type { ControllerHost } from './loader.js';
import { findOutcome } from './outcome.js';
import { currentOf, inputOf } from './shipment.js';
import { Transfer } from './transfer.js';
import * as step from './upload-steps.js';
import { isUnknown } from './upload-problem.js';

export interface DeliveryOptions {
  readonly current: CurrentFlow;
  /** Whom a batch is given to, when it is. */
  readonly adapter: () => BatchSyncAdapter | null;
  /** Bytes; `total` is `null` where the transport does not know. */
  readonly progressed: (loaded: number, total: number | null) => void;
  readonly stalled: () => void;
  readonly made: (batch: Batch) => void;
  readonly failed: (problem: Problem) => void;
}

/**
 * Brings a shipment to the server, one batch after the other, and finds out what became of each. Removal of the host
 * aborts; when it comes back, what was on its way is looked up by its key.
 */
export class Delivery implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: DeliveryOptions;
  readonly #clock: Clock;
  /** The one that the batch on its way was given to. */
  #adapter: BatchSyncAdapter | null = null;
  #abort: AbortController | null = null;
  #isCut = false;
  readonly #wake: Later;
  readonly transfer: Transfer;

  constructor(host: ControllerHost, options: DeliveryOptions, clock: Clock) {
    this.#host = host;
    this.#options = options;
    this.#clock = clock;
    this.#wake = new Later(host, () => host.requestUpdate(), clock);
    this.transfer = new Transfer(host, () => options.stalled(), clock);
    host.addController(this);
  }

  /** Milliseconds until the server may be asked again: it may have said for how long not. */
  get wait(): number {
    const flow = this.#options.current.value;
    return flow.phase === 'failed' ? Math.max(0, flow.notBefore - this.#clock.now()) : 0;
  }

  send(sending: step.Sending, adapter = this.#options.adapter()): void {
    if (adapter === null) return;
    this.#adapter = adapter;
    const signal = this.#begin();
    this.#options.current.to(sending);
    this.transfer.begin();
    const intention = currentOf(sending.shipment);
    const onProgress = ({ loaded, total }: { loaded: number; total: number | null }) => {
      if (!signal.aborted) this.#progress(loaded, total);
    };
    void this.#settle(async () => {
      const input = await inputOf(intention, sending.review.file);
      signal.throwIfAborted();
      return adapter.createBatch(input, { signal, idempotencyKey: intention.key, onProgress });
    }, signal);
  }

  /** Stops it, and finds out whether that was in time; pressed again, gives that up, too. */
  cancel(): void {
    const flow = this.#options.current.value;
    if (flow.phase === 'sending') {
      this.#check(new ProblemError({ code: 'canceled', title: 'Sending was stopped', retryable: true }));
    } else if (flow.phase === 'checking') {
      this.#fail(toProblem(flow.problem));
    }
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#wake.cancel();
    this.transfer.end();
  }

  hostConnected(): void {
    const flow = this.#options.current.value;
    const wasCut = this.#isCut;
    this.#isCut = false;
    if (this.wait > 0) this.#wake.in(this.wait);
    if (!wasCut) return;
    if (flow.phase === 'sending') this.#check(lostWhileAway());
    else if (flow.phase === 'checking') this.#check(flow.problem);
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#isCut ||= this.#abort !== null;
      this.stop();
    });
  }

  #begin(): AbortSignal {
    this.stop();
    return (this.#abort = new AbortController()).signal;
  }

  #progress(loaded: number, total: number | null): void {
    const { current, progressed } = this.#options;
    if (!current.is('sending')) return;
    this.transfer.progress(loaded, total);
    current.to(step.progress(current.value, loaded, total));
    progressed(loaded, total);
  }

  #check(problem: Problem): void {
    const { current } = this.#options;
    const adapter = this.#adapter;
    const signal = this.#begin();
    const checking = step.check(current.value, problem);
    current.to(checking);
    if (adapter === null) return this.#fail(problem);
    const intention = currentOf(checking.shipment);
    void this.#settle(async () => {
      const { key } = intention;
      const input = await inputOf(intention, checking.review.file);
      return findOutcome({ adapter, intention: { key, input }, problem, clock: this.#clock, signal });
    }, signal);
  }

  async #settle(ask: () => Promise<Batch>, signal: AbortSignal): Promise<void> {
    const { current, made } = this.#options;
    try {
      const batch = await ask();
      if (signal.aborted) return;
      this.stop();
      const next = step.arrive(current.value, batch);
      current.to(next);
      made(batch);
      if (next.phase === 'sending' && current.value === next) this.send(next, this.#adapter);
    } catch (error) {
      if (signal.aborted) return;
      const problem = toProblem(error);
      if (current.is('sending') && isUnknown(problem)) this.#check(problem);
      else this.#fail(problem);
    }
  }

  #fail(problem: Problem): void {
    const { current, failed } = this.#options;
    this.stop();
    current.to(step.fail(current.value, problem, this.#clock.now()));
    if (problem.retryAfter) this.#wake.in(problem.retryAfter);
    failed(problem);
  }
}

function lostWhileAway(): ProblemError {
  return new ProblemError({ code: 'outcome_unknown', title: 'Sending was interrupted', retryable: true });
}
