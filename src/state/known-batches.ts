import type { Batch } from '../core/batch.js';
import { isActive, isTerminal } from '../core/status.js';

/** More than any screen shows; the longest untouched are forgotten. */
const capacity = 1000;

/**
 * What is known of a batch after a snapshot came. An older one changes nothing. A terminal status and its counts stay,
 * while a newer version still brings children, gateway results and decisions. What only a read of one batch tells is
 * kept when a list or an event does not tell it.
 */
export function mergedBatch(known: Batch | undefined, next: Batch): Batch {
  if (known === undefined) return next;
  if (next.version < known.version) return known;
  const history = next.history ?? known.history;
  const preview = next.preview ?? known.preview;
  const told = {
    ...next,
    ...(history === undefined ? {} : { history }),
    ...(preview === undefined ? {} : { preview }),
  };
  if (next.version === known.version) {
    return history === known.history && preview === known.preview ? known : told;
  }
  if (!isTerminal(known.status)) return told;
  const { status, tasks, totalTasks, finishedAt } = known;
  return { ...told, status, tasks, totalTasks, finishedAt: finishedAt ?? next.finishedAt };
}

/** Whether more is to be expected of a batch without anybody doing anything. */
export function isMoving(batch: Batch): boolean {
  return isActive(batch.status) || batch.gatewaySync?.state === 'running';
}

/** A batch, and when it was last heard of; epoch milliseconds. */
export interface KnownBatch {
  readonly batch: Batch;
  /** The last snapshot, newer or not. */
  readonly touchedAt: number;
  /** The last one that was news. */
  readonly changedAt: number;
}

/** The newest snapshot of each batch that was seen. */
export class KnownBatches {
  /** In order of touch, longest ago first. */
  readonly #entries = new Map<string, KnownBatch>();

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): Batch | undefined {
    return this.#entries.get(id)?.batch;
  }

  /** Takes a snapshot and answers with what is known now, and whether that is news. */
  take(next: Batch, now: number, replace = false): { readonly batch: Batch; readonly news: boolean } {
    const known = this.#entries.get(next.id);
    const batch = replace ? next : mergedBatch(known?.batch, next);
    const news = batch !== known?.batch;
    this.#put({ batch, touchedAt: now, changedAt: news ? now : (known?.changedAt ?? now) });
    if (this.#entries.size > capacity) this.#forgetOldest();
    return { batch, news };
  }

  /** Somebody asked for the batch and learned nothing. */
  touch(id: string, now: number): void {
    const known = this.#entries.get(id);
    if (known) this.#put({ ...known, touchedAt: now });
  }

  /** Batches that move, longest untouched first. */
  moving(): KnownBatch[] {
    return [...this.#entries.values()].filter(({ batch }) => isMoving(batch));
  }

  forget(id: string): void {
    this.#entries.delete(id);
  }

  clear(): void {
    this.#entries.clear();
  }

  #put(entry: KnownBatch): void {
    this.#entries.delete(entry.batch.id);
    this.#entries.set(entry.batch.id, entry);
  }

  #forgetOldest(): void {
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}
