import type { Batch } from '../src/core/batch.js';
import { ProblemError } from '../src/core/problem.js';
import type { Problem } from '../src/core/problem.js';
import type { Clock } from './clock.js';

const lifeMs = 24 * 60 * 60 * 1000;

/** A key that a write came with, what it wrote, and the first answer to it. */
export interface KeyEntry {
  /** Whose key, and the key. */
  readonly name: string;
  readonly fingerprint: string;
  readonly at: number;
  /** `null` while the first is running. */
  answer: { readonly batch: Batch } | { readonly problem: Problem } | null;
}

/** The memory of idempotency keys. */
export interface KeyLedger {
  /**
   * Does `work` once for a key: a repeat gets the first answer, batch or problem. Throws a `ProblemError`
   * `idempotency_key_reused` where the content differs, `in_progress` while the first is running.
   */
  once(name: string, fingerprint: string, work: () => Batch): Batch;
  onceAsync(name: string, fingerprint: string, work: () => Promise<Batch>): Promise<Batch>;
  /** The batch that a key made; `null` while that is not known. */
  batchId(name: string): string | null;
  /** What a restart leaves: a write that was running is forgotten, as by a server that fell over. */
  entries(): KeyEntry[];
}

export function createKeyLedger(clock: Clock, known: readonly KeyEntry[] = []): KeyLedger {
  const entries = new Map(known.map(entry => [entry.name, { ...entry }]));

  function find(name: string): KeyEntry | null {
    const entry = entries.get(name);
    if (entry && clock.now() - entry.at <= lifeMs) return entry;
    entries.delete(name);
    return null;
  }

  function claim(name: string, fingerprint: string): KeyEntry | Batch {
    const earlier = find(name);
    if (!earlier) {
      const entry: KeyEntry = { name, fingerprint, at: clock.now(), answer: null };
      entries.set(name, entry);
      return entry;
    }
    if (earlier.fingerprint !== fingerprint) {
      throw new ProblemError({
        code: 'idempotency_key_reused',
        status: 422,
        title: 'The idempotency key was used for something else',
      });
    }
    if (!earlier.answer) {
      throw new ProblemError({
        code: 'in_progress',
        status: 409,
        title: 'This is already running',
        retryable: true,
        retryAfter: 1000,
      });
    }
    if ('problem' in earlier.answer) throw new ProblemError(earlier.answer.problem);
    return earlier.answer.batch;
  }

  /** A refusal is an answer like any other; a fault of ours is none, so the key is free again. */
  function failed(entry: KeyEntry, error: unknown): never {
    if (error instanceof ProblemError) entry.answer = { problem: { ...error } };
    else entries.delete(entry.name);
    throw error;
  }

  return {
    once(name, fingerprint, work) {
      const claimed = claim(name, fingerprint);
      if ('id' in claimed) return claimed;
      try {
        const batch = work();
        claimed.answer = { batch };
        return batch;
      } catch (error) {
        return failed(claimed, error);
      }
    },
    async onceAsync(name, fingerprint, work) {
      const claimed = claim(name, fingerprint);
      if ('id' in claimed) return claimed;
      try {
        const batch = await work();
        claimed.answer = { batch };
        return batch;
      } catch (error) {
        return failed(claimed, error);
      }
    },
    batchId(name) {
      const answer = find(name)?.answer;
      return answer && 'batch' in answer ? answer.batch.id : null;
    },
    entries: () => [...entries.values()].filter(entry => entry.answer !== null && find(entry.name) !== null),
  };
}
