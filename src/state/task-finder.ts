import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Batch, Page, Task } from '../core/batch.js';
import type { FindQuery } from '../core/find-tasks.js';
import { toProblem, type Problem } from '../core/problem.js';
import { has } from '../core/own-members.js';
import { pageClock, type Clock } from './clock.js';
import { Throttle } from './later.js';
import { Loader, type ControllerHost, type LoadStatus } from './loader.js';
import { readableBatch, readableTasks } from './readable.js';
import { sameData } from './same.js';

/** A page of tasks and what it answers to. */
export interface FoundTasks {
  readonly query: FindQuery;
  readonly page: Page<Task>;
}

export interface TaskFinderOptions {
  /** The batch as it is known already, such as from the list; `undefined` where it is not. */
  readonly known: (id: string) => Batch | undefined;
  /** Tells everybody of a batch that was read, and answers with the newest that is known. */
  readonly adopt: (batch: Batch) => Batch;
  /** What a person asked for is there. */
  readonly found: (tasks: FoundTasks) => void;
  /** `asked`: by a person, and not read again by itself. */
  readonly failed: (problem: Problem, asked: boolean) => void;
}

/** Milliseconds between two readings of the tasks on screen, however fast their batches move. */
const rereadPause = 2000;
/** Batches that are asked for at once. */
const lanes = 4;

/**
 * Tasks across batches by an id, a page at a time, and the batches that they are of. The latest search is what counts;
 * its results stay until they are closed, and are read again when one of their batches moves.
 */
export class TaskFinder {
  readonly #host: ControllerHost;
  readonly #options: TaskFinderOptions;
  readonly #loader: Loader<FoundTasks>;
  readonly #names: Loader<null>;
  readonly #reread: Throttle;
  readonly #batches = new Map<string, Batch>();
  #adapter: BatchSyncAdapter | null = null;
  #query: FindQuery | null = null;
  #asked = false;

  constructor(host: ControllerHost, options: TaskFinderOptions, clock: Clock = pageClock) {
    this.#host = host;
    this.#options = options;
    this.#loader = new Loader(host, { settled: status => this.#settled(status) });
    this.#names = new Loader(host);
    this.#reread = new Throttle(host, rereadPause, () => this.#rereadQuietly(), clock);
  }

  /** What is looked for; `null` while nothing is. */
  get query(): FindQuery | null {
    return this.#query;
  }

  /** Results of another search go when those asked for cannot be had. */
  get status(): LoadStatus<FoundTasks> {
    const { status } = this.#loader;
    const outdated = status.state === 'stale' && !sameData(status.value.query, this.#query);
    return outdated ? { state: 'failed', problem: status.problem } : status;
  }

  /** The page on screen; of another page of the same search while the one asked for is awaited. */
  get shown(): FoundTasks | null {
    const { status } = this;
    return has(status, 'value') && status.value.query.q === this.#query?.q ? status.value : null;
  }

  /** A batch of the tasks on screen, `null` while only its id is known. */
  batch(id: string): Batch | null {
    return this.#batches.get(id) ?? null;
  }

  /** Asks by this adapter from now on; another one, or none, ends the search. */
  follow(adapter: BatchSyncAdapter | null): void {
    if (adapter === this.#adapter) return;
    this.close();
    this.#adapter = adapter;
  }

  /** Looks for something, or for another page of it. */
  find(query: FindQuery): void {
    if (this.#adapter?.findTasks === undefined) return;
    this.#query = query;
    this.#asked = true;
    void this.#read();
  }

  /** Reads the page on screen again. Never rejects. */
  async refresh(): Promise<void> {
    await this.#read();
  }

  /** Batches have moved: what is shown of them is read again, at most every two seconds. */
  take(batches: readonly Batch[]): void {
    if (this.shown === null) return;
    const moved = batches.filter(({ id, version }) => version > (this.#batches.get(id)?.version ?? Infinity));
    for (const batch of moved) this.#batches.set(batch.id, batch);
    if (moved.length > 0) this.#reread.request();
  }

  /** Events were missed: reads again by itself. */
  rereadSoon(): void {
    if (this.#query !== null) this.#reread.request();
  }

  /** Forgets the search and what was found. */
  close(): void {
    this.#query = null;
    this.#reread.reset();
    this.#names.reset();
    this.#loader.reset();
    this.#batches.clear();
    this.#host.requestUpdate();
  }

  /** A reading under way must not be cut off by the next one, or a slow server would never be heard. */
  #rereadQuietly(): void {
    if (this.#loader.busy) this.#reread.request();
    else void this.#read();
  }

  async #read(): Promise<void> {
    const [find, query] = [this.#adapter?.findTasks?.bind(this.#adapter), this.#query];
    if (find === undefined || query === null) return;
    this.#reread.done();
    await this.#loader.run(async signal => {
      try {
        return { query, page: ofBatches(readableTasks(await find(query, { signal }))) };
      } catch (error) {
        if (query.cursor === null || toProblem(error).code !== 'cursor_expired') throw error;
        const first = { ...query, cursor: null };
        return { query: first, page: ofBatches(readableTasks(await find(first, { signal }))) };
      }
    });
  }

  #settled(status: LoadStatus<FoundTasks>): void {
    const asked = this.#asked;
    this.#asked = false;
    if (has(status, 'problem')) this.#options.failed(status.problem, asked);
    if (status.state !== 'ready') return;
    this.#query = status.value.query;
    this.#nameBatches(status.value.page.items);
    if (asked) this.#options.found(status.value);
  }

  /** A task knows its batch by id; a person knows it by the file. Without a name the id stands in. */
  #nameBatches(tasks: readonly Task[]): void {
    const adapter = this.#adapter;
    for (const { batchId } of tasks) this.#learn(this.#options.known(batchId));
    const isUnknown = (id: string) => !this.#batches.has(id);
    const ids = [...new Set(tasks.map(({ batchId }) => batchId))];
    if (adapter === null || !ids.some(isUnknown)) return this.#names.reset();
    void this.#names.run(async signal => {
      const unknown = ids.filter(isUnknown);
      const lane = async (): Promise<void> => {
        for (let id = unknown.shift(); id !== undefined && !signal.aborted; id = unknown.shift()) {
          await this.#name(id, adapter, signal);
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      return null;
    });
  }

  async #name(id: string, adapter: BatchSyncAdapter, signal: AbortSignal): Promise<void> {
    try {
      const batch = readableBatch(await adapter.getBatch(id, { signal }));
      if (!signal.aborted) this.#learn(this.#options.adopt(batch));
    } catch {
      // Its id stands in.
    }
  }

  #learn(batch: Batch | undefined): void {
    if (batch === undefined) return;
    this.#batches.set(batch.id, batch);
    this.#host.requestUpdate();
  }
}

/** A task of no batch leads nowhere: it is counted and left out. */
function ofBatches(page: Page<Task>): Page<Task> {
  const items = page.items.filter(({ batchId }) => typeof batchId === 'string');
  const lost = page.items.length - items.length;
  return lost === 0 ? page : { ...page, items, unreadable: (page.unreadable ?? 0) + lost };
}
