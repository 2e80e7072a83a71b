import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { CapabilitiesState } from '../adapter/context.js';
import type { Capabilities } from '../core/batch.js';
import { ProblemError, toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';

/** Milliseconds that a slow answer explains: less is no wrong clock. */
const tolerance = 2000;

/**
 * What the backend allows, asked once, when the first one needs it. A backend that has no such call leaves the word
 * to the host; any other failure is `failed` until a retry goes well.
 */
export class CapabilitiesStore {
  readonly #adapter: BatchSyncAdapter;
  readonly #listeners = new Set<() => void>();
  #state: CapabilitiesState;
  #abort: AbortController | null = null;

  constructor(adapter: BatchSyncAdapter) {
    this.#adapter = adapter;
    this.#state = adapter.capabilities ? { state: 'pending' } : { state: 'known', capabilities: null, skew: 0 };
  }

  get state(): CapabilitiesState {
    return this.#state;
  }

  /** Says that an answer is needed and hears of changes. Call the answer to leave; the last who leaves aborts. */
  need(changed: () => void): () => void {
    this.#listeners.add(changed);
    if (this.#state.state === 'pending' && this.#abort === null) void this.#load();
    return () => {
      this.#listeners.delete(changed);
      if (this.#listeners.size === 0) this.#stop();
    };
  }

  /** Asks again. What was known stays until there is an answer, and if there is none. */
  retry(): void {
    if (this.#adapter.capabilities) void this.#load();
  }

  async #load(): Promise<void> {
    this.#stop();
    const { signal } = (this.#abort = new AbortController());
    const next = await this.#ask(signal);
    if (signal.aborted) return;
    this.#abort = null;
    if (next.state === 'failed' && this.#state.state === 'known') return;
    this.#state = next;
    for (const changed of [...this.#listeners]) changed();
  }

  async #ask(signal: AbortSignal): Promise<CapabilitiesState> {
    try {
      const capabilities = readable(await this.#adapter.capabilities?.({ signal }));
      return { state: 'known', capabilities, skew: skewOf(capabilities.serverTime) };
    } catch (error) {
      const problem = toProblem(error);
      return isAbsent(problem) ? { state: 'known', capabilities: null, skew: 0 } : { state: 'failed', problem };
    }
  }

  #stop(): void {
    this.#abort?.abort();
    this.#abort = null;
  }
}

/** An adapter of the host's may be plain JavaScript: what it left out is completed, rights are not guessed. */
function readable(answer: Partial<Capabilities> | null | undefined): Capabilities {
  if (typeof answer?.permissions?.orders !== 'string') {
    throw new ProblemError({ code: 'unreadable', title: 'Unreadable capabilities' });
  }
  return {
    makerChecker: false,
    limits: { maxRows: null, maxBytes: null },
    user: null,
    serverTime: null,
    ...answer,
    permissions: answer.permissions,
  };
}

function isAbsent({ status }: Problem): boolean {
  return status === 404 || status === 501;
}

function skewOf(serverTime: string | null): number {
  const skew = serverTime === null ? 0 : Date.parse(serverTime) - Date.now();
  return Math.abs(skew) > tolerance ? skew : 0;
}
