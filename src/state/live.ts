import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { LiveConnection, LiveListener, LiveStatus } from '../adapter/context.js';
import type { Batch, BatchEvent } from '../core/batch.js';
import { has } from '../core/own-members.js';
import { pageClock } from './clock.js';
import type { Clock } from './clock.js';
import { EventStream } from './event-stream.js';
import { KnownBatches, isMoving } from './known-batches.js';
import { Poller } from './poller.js';
import type { Teller } from './poller.js';
import { PollingPages } from './polling-pages.js';

export interface LiveOptions {
  readonly clock?: Clock;
  /** Whether the backend has a stream; asked whenever one would be opened. Default: if the adapter can subscribe. */
  readonly streams?: () => boolean;
  /**
   * What the backend and the person are known by among the pages of this origin, of which one polls for all; `null`
   * where that cannot be told. Default: that.
   */
  readonly sharedAs?: () => string | null;
}

/** Milliseconds between two notifications: at most four a second. */
const beat = 250;
/** Milliseconds between two times that everything is read again because the server says so. */
const resyncPause = 5_000;
/** Milliseconds without proof, while the stream cannot be had, after which what is on screen counts as old. */
const staleAfter = 60_000;

/**
 * The one live connection of an adapter: a stream, and reading by and by where the stream is missing, cut or silent.
 * It runs while somebody listens and the page is seen.
 */
export class Live implements LiveConnection {
  readonly #clock: Clock;
  readonly #listeners = new Set<LiveListener>();
  readonly #known = new KnownBatches();
  readonly #pending = new Map<string, Batch>();
  readonly #stream: EventStream;
  readonly #poller: Poller;
  readonly #pages: PollingPages;
  readonly #sharedAs: () => string | null;
  #since: number | null = null;
  /** When the page that polls for this one last said a word. */
  #pageHeardAt = -Infinity;
  #told: LiveStatus['state'] = 'off';
  #toldAt = -Infinity;
  #cancelFlush: (() => void) | null = null;
  #resyncedAt = -Infinity;
  #cancelResync: (() => void) | null = null;
  #owesResync = false;

  constructor(adapter: BatchSyncAdapter, options: LiveOptions = {}) {
    this.#clock = options.clock ?? pageClock;
    this.#stream = new EventStream(adapter, this.#clock, options.streams ?? (() => true), {
      event: event => this.#receive(event),
      gap: () => this.#resync(),
      changed: () => this.#streamChanged(),
    });
    this.#sharedAs = options.sharedAs ?? (() => null);
    this.#poller = new Poller(adapter, this.#clock, this.#known, {
      read: batches => {
        this.#take(batches);
        this.#pages.tell(batches, false);
      },
      teller: () => this.#teller,
      changed: () => this.#polled(),
    });
    this.#pages = new PollingPages({
      heard: (batches, failing) => this.#hearPage(batches, failing),
      wanted: ids => this.#answerPage(ids),
      leads: () => this.#wakePoller(),
    });
  }

  get status(): LiveStatus {
    return { state: this.#state, since: this.#since };
  }

  listen(listener: LiveListener): () => void {
    // Another object for each call, so that one listener may listen twice.
    const entry: LiveListener = {
      batches: batches => listener.batches(batches),
      status: status => listener.status(status),
      resync: () => listener.resync(),
    };
    this.#listeners.add(entry);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      if (this.#listeners.delete(entry) && this.#listeners.size === 0) this.#stop();
    };
  }

  report(batches: readonly Batch[], { replace = false }: { readonly replace?: boolean } = {}): void {
    if (this.#listeners.size > 0) this.#take(batches, replace);
  }

  /** The same of batches that everybody who listens was told of already. */
  remember(batches: readonly Batch[], { replace = false }: { readonly replace?: boolean } = {}): void {
    const now = this.#clock.now();
    for (const batch of batches) this.#known.take(batch, now, replace);
    this.#since = now;
    this.#wakePoller();
  }

  newest(batch: Batch): Batch {
    const known = this.#known.get(batch.id);
    return known === undefined || known.version < batch.version ? batch : known;
  }

  get #state(): LiveStatus['state'] {
    if (this.#listeners.size === 0) return 'off';
    if (document.hidden) return 'paused';
    const { state, failures } = this.#stream;
    if (state === 'open') return 'live';
    if (this.#poller.failing) return 'stale';
    if (this.#poller.running && !this.#reliesOnStream) return 'polling';
    if (state === 'none') return 'off';
    if (failures === 0 && !this.#stream.wasOpen) return 'connecting';
    const unproven = this.#since !== null && this.#clock.now() - this.#since > staleAfter;
    return unproven && failures >= 2 ? 'stale' : 'reconnecting';
  }

  /** Two failures in a row, and what moves is read instead. */
  get #reliesOnStream(): boolean {
    return this.#stream.state !== 'none' && this.#stream.failures < 2;
  }

  get #teller(): Teller | null {
    if (this.#reliesOnStream) return this.#stream;
    if (!this.#pages.follows) return null;
    return { unsureBefore: -Infinity, since: this.#pageHeardAt, ask: ids => this.#pages.want(ids) };
  }

  #start(): void {
    document.addEventListener('visibilitychange', this.#seenOrHidden);
    window.addEventListener('online', this.#backOnline);
    if (!document.hidden) this.#stream.start();
    this.#tellStatus();
  }

  #stop(): void {
    document.removeEventListener('visibilitychange', this.#seenOrHidden);
    window.removeEventListener('online', this.#backOnline);
    this.#stream.stop();
    this.#stream.forget();
    this.#poller.stop();
    this.#pages.leave();
    this.#cancelFlush?.();
    this.#cancelFlush = null;
    this.#dropResync();
    this.#owesResync = false;
    this.#resyncedAt = -Infinity;
    this.#pending.clear();
    this.#known.clear();
    this.#since = null;
    this.#told = 'off';
  }

  readonly #seenOrHidden = (): void => {
    if (document.hidden) {
      this.#stream.stop();
      this.#poller.stop();
      this.#pages.leave();
      this.#owesResync = this.#cancelResync !== null;
      this.#dropResync();
    } else {
      // The stream replays what was missed; without one everything on screen is read again, once.
      if (this.#owesResync || !this.#stream.replays) {
        this.#stream.skipGap();
        this.#resyncNow();
      }
      this.#stream.start();
      this.#wakePoller();
    }
    this.#tellStatus();
  };

  readonly #backOnline = (): void => {
    if (!document.hidden) this.#stream.hurry();
  };

  #receive(event: BatchEvent): void {
    this.#since = this.#clock.now();
    if (event.type === 'resync') this.#resync();
    else if (has(event, 'batch')) this.#take([event.batch]);
  }

  #take(batches: readonly Batch[], replace = false): void {
    const now = this.#clock.now();
    for (const next of batches) {
      const { batch, news } = this.#known.take(next, now, replace);
      if (news) this.#pending.set(batch.id, batch);
    }
    this.#since = now;
    if (this.#pending.size > 0) this.#flushSoon();
    // Beside a stream a round that is planned comes soon enough for what was heard of now. To plan one looks at every batch
    // that moves, which is too much for each event of a burst.
    if (!this.#reliesOnStream || !this.#poller.running) this.#wakePoller();
  }

  #wakePoller(): void {
    if (this.#listeners.size > 0 && !document.hidden) this.#poller.wake();
  }

  /** A server that says so again and again is not asked for everything each time. */
  #resync(): void {
    if (this.#cancelResync !== null) return;
    const wait = this.#resyncedAt + resyncPause - this.#clock.now();
    if (wait <= 0) return this.#resyncNow();
    this.#cancelResync = this.#clock.after(wait, () => this.#resyncNow());
  }

  #resyncNow(): void {
    this.#owesResync = false;
    this.#dropResync();
    this.#resyncedAt = this.#clock.now();
    this.#known.clear();
    this.#pending.clear();
    this.#each(listener => listener.resync());
  }

  #dropResync(): void {
    this.#cancelResync?.();
    this.#cancelResync = null;
  }

  #flushSoon(): void {
    if (this.#cancelFlush !== null) return;
    const wait = Math.max(0, this.#toldAt + beat - this.#clock.now());
    this.#cancelFlush = this.#clock.after(wait, () => {
      this.#cancelFlush = null;
      this.#toldAt = this.#clock.now();
      const batches = [...this.#pending.values()];
      this.#pending.clear();
      this.#each(listener => listener.batches(batches));
    });
  }

  #streamChanged(): void {
    this.#wakePoller();
    this.#polled();
  }

  /** Takes part in polling with other pages while this one needs it, and may read. */
  #polled(): void {
    const takesPart = this.#poller.running && !this.#reliesOnStream && !this.#poller.refused;
    if (takesPart) this.#pages.join(this.#sharedAs());
    else this.#pages.leave();
    if (this.#poller.failing) this.#pages.tell([], true);
    this.#tellStatus();
  }

  /** Another page asks: what has ended here it has not heard of, what is not known here is read for it. */
  #answerPage(ids: readonly string[]): void {
    const known = ids.flatMap(id => this.#known.get(id) ?? []);
    const ended = known.filter(batch => !isMoving(batch));
    if (ended.length > 0) this.#pages.tell(ended, false);
    this.#poller.want(ids);
  }

  /** Only what this page has read itself is taken from another: what it may not see never gets here. */
  #hearPage(batches: readonly Batch[], failing: boolean): void {
    this.#pageHeardAt = this.#clock.now();
    const ours = batches.filter(({ id }) => this.#known.get(id) !== undefined);
    if (ours.length > 0) this.#take(ours);
    if (failing || ours.length > 0) this.#poller.heard(failing);
  }

  #tellStatus(): void {
    const { status } = this;
    if (status.state === this.#told) return;
    this.#told = status.state;
    this.#each(listener => listener.status(status));
  }

  #each(tell: (listener: LiveListener) => void): void {
    for (const listener of [...this.#listeners]) {
      try {
        tell(listener);
      } catch (error) {
        // One listener's bug must not keep the news from the others; it is reported as an uncaught one.
        reportError(error);
      }
    }
  }
}
