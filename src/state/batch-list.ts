import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Batch, Page } from '../core/batch.js';
import { toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import type { View } from '../core/view.js';
import { has } from '../core/own-members.js';
import { Later } from './later.js';
import { Loader } from './loader.js';
import type { ControllerHost, LoadStatus } from './loader.js';
import { sameData } from './same.js';
import type { Settings } from './settings.js';

/** A page of batches and the view that it is of: while another view is read, the last one stays. */
export interface Listing {
  readonly view: View;
  readonly page: Page<Batch>;
}

/** Why a page was read: for the first time, for another view, again at somebody's wish, or again by itself. */
export type ReadCause = 'first' | 'view' | 'refresh' | 'live';

export interface BatchListOptions {
  /** What to list; `null` while nothing may be asked for. */
  readonly source: () => { readonly adapter: BatchSyncAdapter; readonly view: View } | null;
  readonly adopt: Settings['adopt'];
  /** Whether the counts by status are on screen. */
  readonly showsCounts: () => boolean;
  /** Called after each read that was not overtaken. */
  readonly settled: (status: LoadStatus<Listing>, cause: ReadCause) => void;
  /** The page of this cursor is there no more: the first one was read instead. */
  readonly expired: (cursor: string) => void;
}

type Counts = Page<Batch>['counts'];

/** Milliseconds between two reads of the counts alone. */
const countsPause = 2000;
/** Batches of other pages that are remembered. */
const capacity = 500;
/** Where more rows change at once, nobody follows one. */
const fewRows = 12;

/** The page of batches that a view asks for, kept up to date by the live connection without moving a row. */
export class BatchList implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: BatchListOptions;
  readonly #loader: Loader<Listing>;
  readonly #counts: Loader<Counts>;
  readonly #recount: Later;
  /** Last known status of batches that are not on the page. */
  readonly #elsewhere = new Map<string, string>();
  #source: ReturnType<BatchListOptions['source']> = null;
  #cause: ReadCause = 'first';
  #again = false;
  #changedRows = Infinity;
  /** The right to read was lost: rows of before are not shown, until they may be read again. */
  #refusal: Problem | null = null;
  #left = false;

  constructor(host: ControllerHost, options: BatchListOptions) {
    this.#host = host;
    this.#options = options;
    this.#loader = new Loader<Listing>(host, { settled: status => this.#settled(status) });
    this.#counts = new Loader<Counts>(host, { settled: ({ state }) => state === 'ready' && this.#takeCounts() });
    this.#recount = new Later(host, () => this.#readCounts());
    host.addController(this);
  }

  /** Old rows stay while others are read; when those cannot be had they go, since they answer another view. */
  get status(): LoadStatus<Listing> {
    const { status } = this.#loader;
    if (has(status, 'value') && this.#refusal !== null) return { state: 'failed', problem: this.#refusal };
    const outdated = status.state === 'stale' && !sameData(status.value.view, this.#source?.view);
    return outdated ? { state: 'failed', problem: status.problem } : status;
  }

  get busy(): boolean {
    return this.#loader.busy;
  }

  /** The page on screen, of the view in force or, while that is read, of the one before. */
  get shown(): Listing | undefined {
    const { status } = this;
    return has(status, 'value') ? status.value : undefined;
  }

  /** Why the last read failed. */
  get problem(): Problem | null {
    const { status } = this;
    return has(status, 'problem') ? status.problem : null;
  }

  /** Whether rows are as they were but for a few of them, as the live connection told: then a change may be followed. */
  get changesGently(): boolean {
    return this.#changedRows <= fewRows;
  }

  find(id: string): Batch | undefined {
    return this.shown?.page.items.find(batch => batch.id === id);
  }

  /** Reads the page again at somebody's wish: what comes is the truth. Never rejects. */
  async refresh(): Promise<void> {
    await this.#read(this.busy ? this.#cause : 'refresh', true);
  }

  /** Reads the page again by itself, once whatever is being read has come. */
  refreshQuietly(): void {
    if (this.busy) this.#again = true;
    else void this.#read('live');
  }

  /** Takes newer snapshots into their rows. */
  take(batches: readonly Batch[]): void {
    const { shown } = this;
    if (shown === undefined) return;
    const newer = new Map(batches.map(batch => [batch.id, batch]));
    let recount = false;
    this.#loader.update(before => {
      const items = before.page.items.map(item => {
        const batch = newer.get(item.id) ?? item;
        recount ||= batch.status !== item.status;
        newer.delete(item.id);
        return batch;
      });
      this.#changedRows = items.filter((item, index) => item !== before.page.items[index]).length;
      return this.#changedRows === 0 ? before : { ...before, page: { ...before.page, items } };
    });
    let arrived = false;
    for (const batch of newer.values()) {
      const known = this.#elsewhere.get(batch.id);
      recount ||= known !== batch.status;
      arrived ||= known === undefined && isArrival(batch, shown);
      if (this.#elsewhere.size >= capacity) this.#elsewhere.clear();
      this.#elsewhere.set(batch.id, batch.status);
    }
    if (arrived) this.refreshQuietly();
    else if (recount) this.#recountSoon();
  }

  /** Drops everything that is held. */
  forget(): void {
    this.#source = null;
    this.#refusal = null;
    this.#recount.cancel();
    this.#counts.reset();
    this.#loader.reset();
    this.#elsewhere.clear();
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const source = this.#options.source();
    const before = this.#source;
    if (before?.adapter !== source?.adapter) this.forget();
    this.#source = source;
    if (source === null) return;
    if (before?.adapter !== source.adapter) void this.#read('first');
    else if (!sameData(before.view, source.view)) void this.#read('view');
    else if (this.#left && !this.busy) void this.#read('live');
    this.#left = false;
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#left = true;
    });
  }

  async #read(cause: ReadCause, replace = false): Promise<void> {
    const source = this.#source;
    if (source === null) return;
    this.#cause = cause;
    this.#again = false;
    const { adapter, view } = source;
    await this.#loader.run(async signal => {
      try {
        return await this.#page(adapter, view, signal, replace);
      } catch (error) {
        if (view.cursor === null || toProblem(error).code !== 'cursor_expired') throw error;
        return this.#page(adapter, { ...view, cursor: null }, signal, replace);
      }
    });
  }

  async #page(adapter: BatchSyncAdapter, view: View, signal: AbortSignal, replace: boolean): Promise<Listing> {
    const page = await adapter.listBatches(view, { signal });
    signal.throwIfAborted();
    const readable = page.items.filter(isReadable);
    const unreadable = (page.unreadable ?? 0) + page.items.length - readable.length;
    return { view, page: { ...page, unreadable, items: this.#options.adopt(unique(readable), { replace }) } };
  }

  #settled(status: LoadStatus<Listing>): void {
    this.#changedRows = Infinity;
    this.#refusal = has(status, 'problem') && status.problem.status === 403 ? status.problem : null;
    if (this.#cause !== 'live') this.#elsewhere.clear();
    if (status.state === 'ready') this.#expire(status.value.view);
    this.#options.settled(this.status, this.#cause);
    if (this.#again) this.refreshQuietly();
  }

  #expire(read: View): void {
    const cursor = this.#source?.view.cursor ?? null;
    if (this.#source === null || cursor === null || read.cursor !== null) return;
    this.#source = { ...this.#source, view: read };
    this.#options.expired(cursor);
  }

  #recountSoon(): void {
    const counted = this.shown?.page.counts !== undefined && this.#options.showsCounts();
    if (counted && !this.#recount.pending) this.#recount.in(countsPause);
  }

  #readCounts(): void {
    if (this.#source === null) return;
    const { adapter, view } = this.#source;
    const all: View = { ...view, statuses: [], cursor: null, pageSize: 10 };
    void this.#counts.run(async signal => (await adapter.listBatches(all, { signal })).counts);
  }

  #takeCounts(): void {
    const counts = this.#counts.value;
    if (counts !== undefined) this.#loader.update(listing => ({ ...listing, page: { ...listing.page, counts } }));
  }
}

/** Whether a batch that nobody saw before belongs at the top of the page on screen. */
function isArrival(batch: Batch, { view, page }: Listing): boolean {
  if (view.cursor !== null || view.sort !== '-createdAt') return false;
  if (view.statuses.length > 0 && !view.statuses.includes(batch.status)) return false;
  const first = page.items[0];
  return first === undefined || Date.parse(batch.createdAt) >= Date.parse(first.createdAt);
}

/** An adapter of the host's may be plain JavaScript: what cannot be drawn is counted and left out. */
function isReadable(batch: Partial<Batch> | null): boolean {
  return (
    typeof batch?.id === 'string' &&
    typeof batch.fileName === 'string' &&
    typeof batch.status === 'string' &&
    typeof batch.tasks === 'object' &&
    batch.tasks !== null
  );
}

/** A row is known by its id: a batch that a server lists twice is shown once. */
function unique(batches: readonly Batch[]): readonly Batch[] {
  const ids = new Set(batches.map(({ id }) => id));
  return ids.size === batches.length ? batches : [...new Map(batches.map(batch => [batch.id, batch])).values()];
}
