import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { View } from '../core/view.js';
import { Loader } from './loader.js';
import type { ControllerHost } from './loader.js';
import { sameData } from './same.js';

/** What a search would find if case were ignored. `count` is `null` for some, where the server does not count. */
export interface CaseMatches {
  readonly view: View;
  readonly count: number | null;
}

/** Enough to know whether there are any, where the server does not count. */
const sample = 10;

/** After a search that minds case and finds nothing: one more request, for what it would find if it did not. */
export class CaseHint {
  readonly #loader: Loader<CaseMatches>;
  #view: View | null = null;

  /** `found`: there are such batches. */
  constructor(host: ControllerHost, found: (matches: CaseMatches) => void) {
    this.#loader = new Loader<CaseMatches>(host, {
      settled: status => {
        if (status.state === 'ready' && status.value.count !== 0) found(status.value);
      },
    });
  }

  /** `undefined` while it is not known. */
  get matches(): CaseMatches | undefined {
    return this.#loader.value;
  }

  /** Whether it cannot be known: then ignoring case is worth a try. */
  get unknown(): boolean {
    return this.#loader.problem !== null;
  }

  /** A page of a view was read: `found` is how many batches are on it. */
  read(adapter: BatchSyncAdapter, view: View, found: number): void {
    const { search, matchCase, cursor } = view;
    if (found > 0 || search === '' || !matchCase || cursor !== null) return this.forget();
    if (sameData(view, this.#view)) return;
    this.#loader.reset();
    this.#view = view;
    void this.#loader.run(async signal => {
      const page = await adapter.listBatches({ ...view, matchCase: false, pageSize: sample }, { signal });
      return { view, count: page.total ?? (page.items.length === 0 ? 0 : null) };
    });
  }

  /** Another view is asked for: what is under way is given up, what is known stays as long as its list. */
  abandon(): void {
    if (this.#loader.busy) this.forget();
  }

  forget(): void {
    this.#view = null;
    this.#loader.reset();
  }
}
