import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import { has } from '../core/own-members.js';

/** Who owns a controller of ours: a Lit element. */
export type ControllerHost = ReactiveControllerHost & HTMLElement;

/** What is known of something that is read from the backend. */
export type LoadStatus<Value> =
  /** Nothing was asked for. Next: `loading`, or `ready` by `set()`. */
  | { readonly state: 'idle' }
  /** The first answer is awaited. Next: `ready` or `failed`. */
  | { readonly state: 'loading' }
  /** Next: `refreshing`. */
  | { readonly state: 'ready'; readonly value: Value }
  /** The value is the last good one while a newer is awaited. Next: `ready` or `stale`. */
  | { readonly state: 'refreshing'; readonly value: Value }
  /** There never was a value. Next: `loading`. */
  | { readonly state: 'failed'; readonly problem: Problem }
  /** The value is the last good one, of epoch milliseconds `since`. Next: `refreshing`. */
  | {
      readonly state: 'stale';
      readonly value: Value;
      readonly problem: Problem;
      readonly since: number;
    };

export interface LoaderOptions<Value> {
  /** Called after each run that wrote: `ready`, `failed` or `stale`; also for a run that was begun again on reconnection. */
  readonly settled?: (status: LoadStatus<Value>) => void;
}

type Task<Value> = (signal: AbortSignal) => Promise<Value>;

/**
 * Reads something, again and again. Only the latest run may write; an earlier one is aborted. A failed run keeps the
 * last good value. Removal of the host aborts, a move in the document does not, and a run that removal cut begins
 * again when the host comes back; one that is asked for outside of the document begins when the host is in it.
 */
export class Loader<Value> implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: LoaderOptions<Value>;
  #status: LoadStatus<Value> = { state: 'idle' };
  #readAt = 0;
  #run = 0;
  #abort: AbortController | null = null;
  #task: Task<Value> | null = null;
  #cut = false;

  constructor(host: ControllerHost, options: LoaderOptions<Value> = {}) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get status(): LoadStatus<Value> {
    return this.#status;
  }

  /** The last good value, in whatever state. */
  get value(): Value | undefined {
    return has(this.#status, 'value') ? this.#status.value : undefined;
  }

  /** The last failure, as long as no later run went well. */
  get problem(): Problem | null {
    return has(this.#status, 'problem') ? this.#status.problem : null;
  }

  /** Whether an answer is awaited. */
  get busy(): boolean {
    return this.#status.state === 'loading' || this.#status.state === 'refreshing';
  }

  /** Never rejects. Answers with whether this run wrote: a later one or removal may have come first. */
  async run(task: Task<Value>): Promise<boolean> {
    const run = this.#begin(task);
    this.#cut = !this.#host.isConnected;
    if (this.#cut) return false;
    const signal = (this.#abort = new AbortController()).signal;
    const value = this.value;
    this.#write(value === undefined ? { state: 'loading' } : { state: 'refreshing', value });
    try {
      const next = await task(signal);
      if (run !== this.#run) return false;
      this.#end({ state: 'ready', value: next });
    } catch (error) {
      if (run !== this.#run) return false;
      this.#end(this.#failure(toProblem(error)));
    }
    return true;
  }

  /** Takes a value that came by another way; a run that is under way is given up. */
  set(value: Value): void {
    this.#stop();
    this.#readAt = Date.now();
    this.#write({ state: 'ready', value });
  }

  /** Changes the value there is, whatever the state, as a newer snapshot does; the same value changes nothing. */
  update(change: (value: Value) => Value): void {
    if (!has(this.#status, 'value')) return;
    const value = change(this.#status.value);
    if (value !== this.#status.value) this.#write({ ...this.#status, value });
  }

  /** Forgets everything and gives up the run that is under way. */
  reset(): void {
    this.#stop();
    if (this.#status.state !== 'idle') this.#write({ state: 'idle' });
  }

  hostConnected(): void {
    if (!this.#cut || this.#task === null) return;
    this.#cut = false;
    void this.run(this.#task);
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected || this.#abort === null) return;
      this.#cut = true;
      this.#run += 1;
      this.#abort.abort();
      this.#abort = null;
    });
  }

  #begin(task: Task<Value>): number {
    this.#stop();
    this.#task = task;
    return this.#run;
  }

  #stop(): void {
    this.#run += 1;
    this.#abort?.abort();
    this.#abort = null;
    this.#task = null;
    this.#cut = false;
  }

  #failure(problem: Problem): LoadStatus<Value> {
    const value = this.value;
    return value === undefined ? { state: 'failed', problem } : { state: 'stale', value, problem, since: this.#readAt };
  }

  #end(status: LoadStatus<Value>): void {
    this.#abort = null;
    this.#task = null;
    if (status.state === 'ready') this.#readAt = Date.now();
    this.#write(status);
    this.#options.settled?.(status);
  }

  #write(status: LoadStatus<Value>): void {
    this.#status = status;
    this.#host.requestUpdate();
  }
}
