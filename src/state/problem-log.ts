import type { Problem } from '../core/problem.js';

/** A failure that a person met: what was tried and what the server called it. */
export interface NotedProblem {
  /** ISO 8601, by the server's clock. */
  readonly at: string;
  readonly action: string;
  readonly code: string;
  readonly status: number;
  readonly requestId: string | null;
}

/** More than any conversation with support is about. */
const capacity = 20;

/** The latest failures, for whoever is asked about them. Nothing of a row is kept. */
export class ProblemLog {
  #entries: readonly NotedProblem[] = [];

  /** Oldest first. */
  get entries(): readonly NotedProblem[] {
    return this.#entries;
  }

  /** `now`: epoch milliseconds by the server's clock. */
  note({ code, status, requestId }: Problem, action: string, now: number): void {
    const entry = { at: new Date(now).toISOString(), action, code, status, requestId };
    this.#entries = [...this.#entries, entry].slice(-capacity);
  }

  clear(): void {
    this.#entries = [];
  }
}
