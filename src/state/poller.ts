import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import { toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import { batchStatuses, isActive } from '../core/status.js';
import { defaultView } from '../core/view.js';
import { jittered } from './clock.js';
import type { Clock } from './clock.js';
import type { KnownBatch, KnownBatches } from './known-batches.js';

/** Who else tells of what moves: then only that is read here of which it is silent for long. */
export interface Teller {
  /** What was last heard of before this moment may have changed without a word. */
  readonly unsureBefore: number;
  /** Its silence is counted from then, at the earliest. */
  readonly since: number;
  /** Asks it to tell of these soon. */
  readonly ask?: (ids: readonly string[]) => void;
}

export interface PollerHandlers {
  /** Takes what was read. */
  read(batches: readonly Batch[]): void;
  /** `null` where nobody else tells. */
  teller(): Teller | null;
  /** `running` or `failing` may have changed. */
  changed(): void;
}

const shortest = 5_000;
const longest = 30_000;
/** How long somebody else may be silent of a batch that moves. */
const quietFor = 60_000;
/** Beside a stream that just opened: what ended between being read and that may have been missed. */
const afterOpening = 2_000;
/** More batches than this are asked for by one list. */
const few = 3;
/** Reads of single batches in one round. */
const perRound = 10;
const activeStatuses = batchStatuses.filter(status => isActive(status));
/** Refusals that say nothing of the batch that was asked for: the others would be refused too. */
const general: readonly number[] = [401, 403, 408, 425, 429];

/**
 * Reads the batches that move, round after round, each only after the one before it ended: a batch that changes soon
 * again, one that does not slower and slower. Nothing moves: nothing is read.
 */
export class Poller {
  readonly #adapter: BatchSyncAdapter;
  readonly #clock: Clock;
  readonly #known: KnownBatches;
  readonly #handlers: PollerHandlers;
  /** Batches that other pages asked for, and that this one does not know. */
  readonly #wanted = new Set<string>();
  #failures = 0;
  #refused = false;
  /** The next round waits until then, whatever is due. */
  #restsUntil = -Infinity;
  /** Drawn for each round: many pages must not come in the same moment. */
  #jitter = 1;
  #next: { readonly cancel: () => void; readonly at: number } | null = null;
  #abort: AbortController | null = null;

  constructor(adapter: BatchSyncAdapter, clock: Clock, known: KnownBatches, handlers: PollerHandlers) {
    this.#adapter = adapter;
    this.#clock = clock;
    this.#known = known;
    this.#handlers = handlers;
    this.#draw();
  }

  /** Whether rounds are read or waited for. */
  get running(): boolean {
    return this.#next !== null || this.#abort !== null;
  }

  /** Two rounds in a row failed. */
  get failing(): boolean {
    return this.#failures >= 2;
  }

  /** The last round failed since the person may not read. */
  get refused(): boolean {
    return this.#refused;
  }

  /** Reads what others are waiting for with the next round. */
  want(ids: readonly string[]): void {
    for (const id of ids) {
      if (this.#known.get(id) === undefined && this.#wanted.size < perRound) this.#wanted.add(id);
    }
    this.wake();
  }

  /** Somebody who reads for this page told how that went. */
  heard(failing: boolean): void {
    const before = this.failing;
    this.#failures = failing ? 2 : 0;
    if (this.failing !== before) this.#handlers.changed();
  }

  /** Plans the next round, or an earlier one, if something moves. */
  wake(): void {
    if (this.#abort !== null) return;
    const dues = this.#known.moving().map(known => this.#dueAt(known));
    if (this.#wanted.size > 0) dues.push(this.#clock.now());
    if (dues.length === 0) return this.#rest();
    const at = Math.max(Math.min(...dues), this.#restsUntil);
    if (this.#next !== null && this.#next.at <= at) return;
    this.#next?.cancel();
    const wait = Math.max(0, at - this.#clock.now());
    this.#next = { at, cancel: this.#clock.after(wait, () => void this.#round()) };
    this.#handlers.changed();
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#next?.cancel();
    this.#next = null;
    this.#wanted.clear();
    this.#failures = 0;
    this.#refused = false;
    this.#restsUntil = -Infinity;
  }

  /** Nothing moves any more. */
  #rest(): void {
    if (!this.running) return;
    this.stop();
    this.#handlers.changed();
  }

  /** When a batch is to be read, or first to be asked for. */
  #dueAt(known: KnownBatch): number {
    return this.#handlers.teller()?.ask ? this.#usuallyDueAt(known) : this.#readAt(known);
  }

  #usuallyDueAt({ touchedAt, changedAt }: KnownBatch): number {
    return touchedAt + paceOf(touchedAt - changedAt) * this.#jitter;
  }

  #readAt(known: KnownBatch): number {
    const teller = this.#handlers.teller();
    const { touchedAt } = known;
    if (teller === null) return this.#usuallyDueAt(known);
    if (touchedAt < teller.unsureBefore) return teller.unsureBefore + afterOpening;
    return Math.max(touchedAt, teller.since) + quietFor;
  }

  async #round(): Promise<void> {
    this.#next = null;
    const now = this.#clock.now();
    const due = this.#known.moving().filter(known => this.#dueAt(known) <= now);
    if (due.length > 0) this.#handlers.teller()?.ask?.(due.map(({ batch }) => batch.id));
    const ids = new Set(due.filter(known => this.#readAt(known) <= now).map(({ batch }) => batch.id));
    for (const id of this.#wanted) ids.add(id);
    this.#wanted.clear();
    // What was due when this was planned may have been heard of since, or is another's to read.
    if (ids.size === 0) {
      if (due.length > 0) this.#restsUntil = now + shortest * this.#jitter;
      this.wake();
      return this.#handlers.changed();
    }
    const abort = (this.#abort = new AbortController());
    const problem = await this.#read(ids, abort.signal);
    if (this.#abort !== abort) return;
    this.#abort = null;
    this.#failures = problem === null ? 0 : this.#failures + 1;
    this.#refused = problem?.status === 401 || problem?.status === 403;
    this.#draw();
    const pause = Math.max(backOff(this.#failures) * this.#jitter, problem?.retryAfter ?? 0);
    this.#restsUntil = this.#clock.now() + pause;
    this.wake();
    this.#handlers.changed();
  }

  /** Answers with why nothing could be read, `null` where something was. */
  async #read(left: Set<string>, signal: AbortSignal): Promise<Problem | null> {
    let problem: Problem | null = null;
    let anything = false;
    try {
      if (left.size > few) {
        const view = { ...defaultView, statuses: activeStatuses, pageSize: 100 };
        const { items } = await this.#adapter.listBatches(view, { signal });
        if (signal.aborted) return null;
        for (const { id } of items) left.delete(id);
        this.#handlers.read(items);
        anything = true;
      }
      // What the list did not hold has ended, or is one of very many.
      for (const id of [...left].slice(0, perRound)) {
        const refusal = await this.#readOne(id, signal);
        if (signal.aborted) return null;
        if (refusal === null) anything = true;
        else problem = refusal;
      }
    } catch (error) {
      return toProblem(error);
    }
    return anything ? null : problem;
  }

  /** Answers with what is wrong with this batch alone, so that it does not keep the others from being read. */
  async #readOne(id: string, signal: AbortSignal): Promise<Problem | null> {
    try {
      const batch = await this.#adapter.getBatch(id, { signal });
      if (!signal.aborted) this.#handlers.read([batch]);
      return null;
    } catch (error) {
      const problem = toProblem(error);
      if (signal.aborted || !isOfOne(problem)) throw error;
      if (problem.status === 404) {
        this.#known.forget(id);
        return null;
      }
      this.#known.touch(id, this.#clock.now());
      return problem;
    }
  }

  #draw(): void {
    this.#jitter = jittered(1, this.#clock);
  }
}

/** Milliseconds until a batch is read again that stood still for so long: each pause half as long again. */
function paceOf(stoodStill: number): number {
  return Math.min(Math.max(stoodStill / 2, shortest), longest);
}

function backOff(failures: number): number {
  return Math.min(shortest * 1.5 ** failures, longest);
}

function isOfOne({ code, status }: Problem): boolean {
  return code === 'unreadable' || status === 500 || (status >= 400 && status < 500 && !general.includes(status));
}
