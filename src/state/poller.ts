import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import { toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import { batchStatuses, isActive } from '../core/status.js';
import { defaultView } from '../core/view.js';
import { jittered } from './clock.js';
import type { Clock } from './clock.js';
import type { KnownBatches } from './known-batches.js';

export interface PollerHandlers {
  /** Takes what was read; answers with whether any of it is news. */
  read(batches: readonly Batch[]): boolean;
  /** `null` without a stream to rely on. With one, only batches are read of which it was silent for long, or last heard of before `unsureBefore`. */
  stream(): { readonly unsureBefore: number } | null;
  /** `running` or `failing` may have changed. */
  changed(): void;
}

const shortest = 5_000;
const longest = 30_000;
/** Beside a stream: how long it may be silent of a batch that moves. */
const quietFor = 60_000;
/** Beside a stream that just opened: what ended between being read and that may have been missed. */
const afterOpening = 2_000;
/** More batches than this are asked for by one list. */
const few = 3;
/** Reads of single batches in one round. */
const perRound = 10;
const activeStatuses = batchStatuses.filter(status => isActive(status));

/**
 * Reads the batches that move, round after round, each only after the one before it ended: sooner while they change,
 * slower and slower while they do not. Nothing moves: nothing is read.
 */
export class Poller {
  readonly #adapter: BatchSyncAdapter;
  readonly #clock: Clock;
  readonly #known: KnownBatches;
  readonly #handlers: PollerHandlers;
  #wait = shortest;
  #failures = 0;
  #next: { readonly cancel: () => void; readonly at: number } | null = null;
  #abort: AbortController | null = null;

  constructor(adapter: BatchSyncAdapter, clock: Clock, known: KnownBatches, handlers: PollerHandlers) {
    this.#adapter = adapter;
    this.#clock = clock;
    this.#known = known;
    this.#handlers = handlers;
  }

  /** Whether rounds are read or waited for. */
  get running(): boolean {
    return this.#next !== null || this.#abort !== null;
  }

  /** Two rounds in a row failed. */
  get failing(): boolean {
    return this.#failures >= 2;
  }

  /** Plans the next round, or an earlier one, if something moves. */
  wake(): void {
    if (this.#abort !== null) return;
    if (this.#known.moving().length === 0) return this.#rest();
    const wait = this.#nextWait();
    const at = this.#clock.now() + wait;
    if (this.#next !== null && this.#next.at <= at) return;
    this.#next?.cancel();
    this.#next = { at, cancel: this.#clock.after(wait, () => void this.#round()) };
    this.#handlers.changed();
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#next?.cancel();
    this.#next = null;
    this.#failures = 0;
    this.#wait = shortest;
  }

  /** Nothing moves any more. */
  #rest(): void {
    if (!this.running) return;
    this.stop();
    this.#handlers.changed();
  }

  #nextWait(): number {
    const stream = this.#handlers.stream();
    if (stream === null) return jittered(this.#wait, this.#clock);
    const oldest = this.#known.oldestTouch();
    const due = oldest < stream.unsureBefore ? stream.unsureBefore + afterOpening : oldest + quietFor;
    return Math.max(this.#failures > 0 ? this.#wait : 0, due - this.#clock.now());
  }

  /** The moving batches whose turn it is, longest untouched first. */
  #due(): Batch[] {
    const stream = this.#handlers.stream();
    if (stream === null) return this.#known.moving();
    const before = Math.max(stream.unsureBefore, this.#clock.now() - quietFor + 1);
    return this.#known.moving(before);
  }

  async #round(): Promise<void> {
    this.#next = null;
    const abort = (this.#abort = new AbortController());
    let news = false;
    let problem: Problem | null = null;
    try {
      news = await this.#read(this.#due(), abort.signal);
    } catch (error) {
      problem = toProblem(error);
    }
    if (this.#abort !== abort) return;
    this.#abort = null;
    this.#failures = problem === null ? 0 : this.#failures + 1;
    const slower = Math.min(this.#wait * 1.5, longest);
    this.#wait = Math.max(news ? shortest : slower, problem?.retryAfter ?? 0);
    this.wake();
    this.#handlers.changed();
  }

  async #read(due: readonly Batch[], signal: AbortSignal): Promise<boolean> {
    let news = false;
    const left = new Set(due.map(({ id }) => id));
    if (left.size > few) {
      const view = { ...defaultView, statuses: activeStatuses, pageSize: 100 };
      const { items } = await this.#adapter.listBatches(view, { signal });
      if (signal.aborted) return false;
      for (const { id } of items) left.delete(id);
      news = this.#handlers.read(items);
    }
    // What the list did not hold has ended, or is one of very many.
    for (const id of [...left].slice(0, perRound)) {
      const batch = await this.#readOne(id, signal);
      if (signal.aborted) return false;
      if (batch === null) this.#known.forget(id);
      else news = this.#handlers.read([batch]) || news;
    }
    return news;
  }

  /** `null` where the server knows the batch no longer. */
  async #readOne(id: string, signal: AbortSignal): Promise<Batch | null> {
    try {
      return await this.#adapter.getBatch(id, { signal });
    } catch (error) {
      if (toProblem(error).status === 404) return null;
      throw error;
    }
  }
}
