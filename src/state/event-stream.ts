import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { BatchEvent } from '../core/batch.js';
import { abortable } from '../adapter/time.js';
import { toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import { jittered } from './clock.js';
import type { Clock } from './clock.js';

/** `none`: there is no stream, or the server refused it for good. */
export type StreamState = 'stopped' | 'connecting' | 'open' | 'waiting' | 'none';

export interface StreamHandlers {
  event(event: BatchEvent): void;
  /** A connection began that cannot replay what the one before it missed. */
  gap(): void;
  changed(): void;
}

/** Milliseconds without a word, heartbeats included, after which a connection counts as dead. */
const silence = 45_000;
const lookEvery = 15_000;
/** A connection that lived so long was a good one: the next try comes soon. */
const settledAfter = 5_000;
const firstWait = 1_000;
const longestWait = 30_000;
/** 4xx that another try may change; all others are the server's last word. */
const passing: readonly number[] = [401, 408, 409, 425, 429];

/** Keeps one stream of events open: retries with back-off and jitter, replays, and does not trust silence. */
export class EventStream {
  readonly #adapter: BatchSyncAdapter;
  readonly #clock: Clock;
  readonly #offered: () => boolean;
  readonly #handlers: StreamHandlers;
  #state: StreamState = 'stopped';
  #abort: AbortController | null = null;
  #cancelWait: (() => void) | null = null;
  #lastEventId: string | null = null;
  #wasOpen = false;
  #since = -Infinity;
  #heardAt = 0;
  #openedAt = 0;
  #unsureBefore = -Infinity;
  /** Tries since the last event. */
  #failures = 0;
  /** Tries since the last good connection: what the back-off counts. */
  #tries = 0;

  constructor(adapter: BatchSyncAdapter, clock: Clock, offered: () => boolean, handlers: StreamHandlers) {
    this.#adapter = adapter;
    this.#clock = clock;
    this.#offered = offered;
    this.#handlers = handlers;
  }

  get state(): StreamState {
    return this.#state;
  }

  get failures(): number {
    return this.#failures;
  }

  /** What was read before this moment may have changed unheard: the connection that opened then replays nothing. */
  get unsureBefore(): number {
    return this.#unsureBefore;
  }

  /** When it last began, or came back: what it replays is told after that. */
  get since(): number {
    return this.#since;
  }

  /** Whether there was a connection before. */
  get wasOpen(): boolean {
    return this.#wasOpen;
  }

  /** Whether the next connection will tell what was missed. */
  get replays(): boolean {
    return this.#lastEventId !== null && this.#state !== 'none';
  }

  start(): void {
    this.stop();
    this.#since = this.#clock.now();
    if (!this.#adapter.subscribe || !this.#offered()) return this.#become('none');
    void this.#connect();
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#cancelWait?.();
    this.#cancelWait = null;
    if (this.#state !== 'none') this.#state = 'stopped';
  }

  /** Begins from nothing with the next start. */
  forget(): void {
    this.#state = 'stopped';
    this.#lastEventId = null;
    this.#wasOpen = false;
    this.#failures = this.#tries = 0;
    this.#unsureBefore = -Infinity;
  }

  /** The connection before ended, and whoever needs to know reads again: the next one leaves no gap to tell of. */
  skipGap(): void {
    this.#wasOpen = false;
  }

  /** Does not wait any longer for the next try. */
  hurry(): void {
    if (this.#state === 'waiting') this.start();
  }

  async #connect(): Promise<void> {
    const abort = (this.#abort = new AbortController());
    this.#become('connecting');
    const problem = await this.#read(abort);
    if (this.#abort !== abort) return;
    abort.abort();
    this.#abort = null;
    this.#retry(problem);
  }

  /** Reads until the connection ends; answers with why, `null` where it just ended. */
  async #read(abort: AbortController): Promise<Problem | null> {
    const lastEventId = this.#lastEventId;
    try {
      const stream = this.#adapter.subscribe?.({ signal: abort.signal, lastEventId });
      if (stream) await this.#follow(stream[Symbol.asyncIterator](), abort, lastEventId !== null);
      return null;
    } catch (error) {
      return toProblem(error);
    }
  }

  async #follow(events: AsyncIterator<BatchEvent>, abort: AbortController, replayed: boolean): Promise<void> {
    const { signal } = abort;
    const cancelWatch = this.#watch(abort);
    try {
      for (;;) {
        // An adapter that does not heed the signal must not keep us waiting.
        const next = await abortable(events.next(), signal);
        signal.throwIfAborted();
        if (next.done === true) return;
        this.#heardAt = this.#clock.now();
        if (this.#state !== 'open') this.#open(replayed);
        this.#lastEventId = next.value.id ?? this.#lastEventId;
        this.#handlers.event(next.value);
      }
    } finally {
      cancelWatch();
      void events.return?.().catch(() => {});
    }
  }

  /**
   * Gives the connection up when it was silent for too long. Looks by the clock, and more often than that: a timer
   * stands still while a machine sleeps.
   */
  #watch(abort: AbortController): () => void {
    let cancel: () => void;
    this.#heardAt = this.#clock.now();
    const look = (): void => {
      const left = this.#heardAt + silence - this.#clock.now();
      if (left <= 0) abort.abort();
      else cancel = this.#clock.after(Math.min(left, lookEvery), look);
    };
    look();
    return () => cancel();
  }

  #open(replayed: boolean): void {
    this.#failures = 0;
    this.#openedAt = this.#since = this.#clock.now();
    if (!replayed) this.#unsureBefore = this.#openedAt;
    const gap = this.#wasOpen && !replayed;
    this.#wasOpen = true;
    this.#become('open');
    if (gap) this.#handlers.gap();
  }

  #retry(problem: Problem | null): void {
    const lived = this.#state === 'open' ? this.#clock.now() - this.#openedAt : 0;
    if (lived >= settledAfter) this.#tries = 0;
    this.#failures += 1;
    if (problem !== null && isRefusal(problem)) return this.#become('none');
    const backOff = Math.min(firstWait * 2 ** this.#tries, longestWait);
    this.#tries += 1;
    const wait = Math.max(jittered(backOff, this.#clock), problem?.retryAfter ?? 0);
    this.#cancelWait = this.#clock.after(wait, () => {
      this.#cancelWait = null;
      void this.#connect();
    });
    this.#become('waiting');
  }

  #become(state: StreamState): void {
    this.#state = state;
    this.#handlers.changed();
  }
}

/** No Content is how a server tells an event stream to stay away. */
function isRefusal({ status }: Problem): boolean {
  return status === 204 || (status >= 400 && status < 500 && !passing.includes(status)) || status === 501;
}
