import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Breakdown } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import { has } from '../core/own-members.js';
import { Loader, type ControllerHost, type LoadStatus } from './loader.js';
import { readableBreakdown } from './readable.js';

/** A batch's outcomes as the server counts them, for as long as they are wanted. */
export class BreakdownReader {
  readonly #loader: Loader<Breakdown>;
  #adapter: BatchSyncAdapter | null = null;
  #id: string | null = null;

  constructor(host: ControllerHost, failed: (problem: Problem) => void) {
    this.#loader = new Loader(host, {
      settled: status => {
        if (has(status, 'problem')) failed(status.problem);
      },
    });
  }

  get status(): LoadStatus<Breakdown> {
    return this.#loader.status;
  }

  get busy(): boolean {
    return this.#loader.busy;
  }

  /** Reads another batch's; the same again changes nothing. Without an adapter or an id: nothing. */
  follow(adapter: BatchSyncAdapter | null, id: string | null): void {
    if (adapter === this.#adapter && id === this.#id) return;
    this.#adapter = adapter;
    this.#id = id;
    this.#loader.reset();
    void this.reread();
  }

  async reread(): Promise<void> {
    const [adapter, id] = [this.#adapter, this.#id];
    if (!adapter?.breakdown || id === null) return;
    await this.#loader.run(async signal => readableBreakdown(await adapter.breakdown!(id, { signal })));
  }
}
