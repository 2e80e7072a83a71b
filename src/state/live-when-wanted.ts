import type { LiveConnection, LiveListener, LiveStatus } from '../adapter/context.js';
import type { Batch } from '../core/batch.js';
import { pageClock } from './clock.js';
import type { Clock } from './clock.js';

/** Milliseconds until what could not be fetched is tried again. */
const pause = 10_000;

type Report = Parameters<LiveConnection['report']>;

/** One that can be told what was said before it came. */
interface LateConnection extends LiveConnection {
  remember(...report: Report): void;
}

/**
 * A live connection whose code comes with the first who listens: what is on screen first is read, not heard. What is
 * reported meanwhile is told to whoever listens, and to the connection once it is there.
 */
export class LiveWhenWanted implements LiveConnection {
  readonly #fetch: () => Promise<LateConnection>;
  readonly #clock: Clock;
  #live: LateConnection | null = null;
  #isFetching = false;
  #cancelRetry: (() => void) | null = null;
  /** Who listens, and how they leave the connection once it is there. */
  readonly #listeners = new Map<LiveListener, (() => void) | null>();
  #reported: Report[] = [];
  /** What is to be told in the next turn of the page: who reports it is not to hear of it in the middle of that. */
  #news: Batch[] = [];

  constructor(fetch: () => Promise<LateConnection>, clock: Clock = pageClock) {
    this.#fetch = fetch;
    this.#clock = clock;
  }

  get status(): LiveStatus {
    if (this.#live !== null) return this.#live.status;
    // Whether there is anything to connect to is known by then.
    return { state: this.#cancelRetry === null ? 'off' : 'reconnecting', since: null };
  }

  listen(listener: LiveListener): () => void {
    if (this.#live !== null) return this.#live.listen(listener);
    // Another object for each call, so that one listener may listen twice.
    const entry: LiveListener = {
      batches: batches => listener.batches(batches),
      status: status => listener.status(status),
      resync: () => listener.resync(),
    };
    this.#listeners.set(entry, null);
    void this.#want();
    return () => {
      this.#listeners.get(entry)?.();
      this.#listeners.delete(entry);
      if (this.#listeners.size === 0) this.#rest();
    };
  }

  report(...report: Report): void {
    if (this.#live !== null) return this.#live.report(...report);
    if (this.#listeners.size === 0) return;
    this.#reported.push(report);
    if (this.#news.length === 0) this.#clock.after(0, () => this.#tell());
    this.#news.push(...report[0]);
  }

  newest(batch: Batch): Batch {
    if (this.#live !== null) return this.#live.newest?.(batch) ?? batch;
    let newest = batch;
    for (const [batches, options] of this.#reported) {
      const known = batches.find(({ id }) => id === batch.id);
      if (known && (options?.replace || known.version > newest.version)) newest = known;
    }
    return newest;
  }

  async #want(): Promise<void> {
    if (this.#isFetching || this.#cancelRetry !== null) return;
    this.#isFetching = true;
    const live = await this.#fetch().catch(() => null);
    this.#isFetching = false;
    if (live !== null) this.#begin(live);
    else if (this.#listeners.size > 0) this.#wantLater();
  }

  #wantLater(): void {
    this.#cancelRetry = this.#clock.after(pause, () => {
      this.#cancelRetry = null;
      void this.#want();
    });
    const { status } = this;
    for (const listener of this.#listeners.keys()) listener.status(status);
  }

  /** Nobody listens any more. */
  #rest(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#reported = [];
  }

  #begin(live: LateConnection): void {
    this.#live = live;
    for (const listener of [...this.#listeners.keys()]) this.#listeners.set(listener, live.listen(listener));
    for (const report of this.#reported) live.remember(...report);
    this.#reported = [];
  }

  #tell(): void {
    const batches = this.#news;
    this.#news = [];
    for (const listener of this.#listeners.keys()) listener.batches(batches);
  }
}
