import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import { ProblemError, type Problem } from '../core/problem.js';
import { mergedBatch } from './known-batches.js';
import { Loader, type ControllerHost, type LoadStatus } from './loader.js';
import { isReadableBatch, readableBatch } from './readable.js';

export interface BatchFollowerOptions {
  /** Tells everybody of what was read and answers with the newest that is known; `replace` makes it the truth. */
  readonly adopt: (batch: Batch, replace: boolean) => Batch;
  /** Another snapshot is shown. `before` is `null` for the first of a batch. */
  readonly changed: (batch: Batch, before: Batch | null) => void;
  readonly failed: (problem: Problem, action: 'load' | 'refresh') => void;
}

/** One batch, read and kept current. An older version never takes the place of a newer one. */
export class BatchFollower implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: BatchFollowerOptions;
  readonly #loader: Loader<Batch>;
  #adapter: BatchSyncAdapter | null = null;
  #id: string | null = null;
  #told: Batch | null = null;
  /** What had happened to the batch when it was last read whole. */
  #milestone: string | null = null;
  #away = false;

  constructor(host: ControllerHost, options: BatchFollowerOptions) {
    this.#host = host;
    this.#options = options;
    this.#loader = new Loader(host, { settled: status => this.#settled(status) });
    host.addController(this);
  }

  get status(): LoadStatus<Batch> {
    return this.#loader.status;
  }

  /** The newest snapshot, `null` before the first. */
  get batch(): Batch | null {
    return this.#loader.value ?? null;
  }

  /** Whether something has happened since the batch was read that only reading it tells of, such as its history. */
  get behind(): boolean {
    const { batch } = this;
    return batch !== null && this.#milestone !== null && milestoneOf(batch) !== this.#milestone;
  }

  /**
   * Follows another batch, or none; the same one again changes nothing. `known` is a snapshot that the host already
   * has: it is shown at once, and nobody is told of it.
   */
  follow(adapter: BatchSyncAdapter | null, id: string | null, known: Batch | null): void {
    const same = adapter === this.#adapter && id === this.#id;
    if (!same) {
      this.#adapter = adapter;
      this.#id = id;
      this.#told = null;
      this.#milestone = null;
      this.#loader.reset();
    }
    if (adapter === null || id === null) return;
    const begun = known?.id === id && isReadableBatch(known) && this.#show(known);
    if (!same || begun) void this.#read(adapter, id, false);
  }

  /** Reads again because a person, or a connection that missed something, asked: what comes is the truth. */
  async refresh(): Promise<void> {
    if (this.#adapter !== null && this.#id !== null) await this.#read(this.#adapter, this.#id, true);
  }

  /** Reads again by itself; what is known and newer stays. */
  async reread(): Promise<void> {
    if (this.#adapter !== null && this.#id !== null) await this.#read(this.#adapter, this.#id, false);
  }

  /** Takes snapshots that came by another way. */
  take(batches: readonly Batch[]): void {
    const next = batches.find(({ id }) => id === this.#id);
    if (!isReadableBatch(next)) return;
    this.#loader.update(known => mergedBatch(known, next));
    this.#tell();
  }

  hostConnected(): void {
    const missed = this.#away && !this.#loader.busy;
    this.#away = false;
    if (missed && this.#adapter !== null && this.#id !== null) void this.#read(this.#adapter, this.#id, false);
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      this.#away = !this.#host.isConnected;
    });
  }

  /** Answers with whether there was nothing to show before. */
  #show(known: Batch): boolean {
    const first = this.batch === null;
    if (first) this.#loader.set(known);
    else this.#loader.update(batch => mergedBatch(batch, known));
    this.#told = this.batch;
    return first;
  }

  async #read(adapter: BatchSyncAdapter, id: string, replace: boolean): Promise<void> {
    const version = this.batch?.version;
    await this.#loader.run(async signal => {
      const batch = readableBatch(await adapter.getBatch(id, { signal }));
      if (batch.id !== id) throw new ProblemError({ code: 'unreadable', title: 'Another batch than asked for' });
      this.#milestone = milestoneOf(batch);
      const { batch: current } = this;
      // What came by another way while this was under way may be newer than what was asked for before it.
      if (current === null) return this.#options.adopt(batch, replace);
      const overtaken = !replace || current.version !== version;
      return this.#options.adopt(overtaken ? mergedBatch(current, batch) : batch, !overtaken);
    });
  }

  #settled(status: LoadStatus<Batch>): void {
    if (status.state === 'failed') this.#options.failed(status.problem, 'load');
    else if (status.state === 'stale') this.#options.failed(status.problem, 'refresh');
    else this.#tell();
  }

  #tell(): void {
    const { batch } = this;
    const before = this.#told;
    if (batch === null || batch === before) return;
    this.#told = batch;
    if (batch.version !== before?.version) this.#options.changed(batch, before);
  }
}

/** What is worth a line in a batch's history. */
function milestoneOf({ status, approval, gatewaySync, childIds }: Batch): string {
  return JSON.stringify([status, approval?.state, gatewaySync?.state, gatewaySync?.at, childIds.length]);
}
