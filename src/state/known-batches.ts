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

interface Entry {
  readonly batch: Batch;
  /** Epoch milliseconds of the last snapshot, newer or not. */
  readonly touchedAt: number;
}

/** The newest snapshot of each batch that was seen. */
export class KnownBatches {
  /** In order of touch, longest ago first. */
  readonly #entries = new Map<string, Entry>();

  get(id: string): Batch | undefined {
    return this.#entries.get(id)?.batch;
  }

  /** Takes a snapshot and answers with what is known now, and whether that is news. */
  take(next: Batch, touchedAt: number, replace = false): { readonly batch: Batch; readonly news: boolean } {
    const known = this.get(next.id);
    const batch = replace ? next : mergedBatch(known, next);
    this.#entries.delete(next.id);
    this.#entries.set(next.id, { batch, touchedAt });
    if (this.#entries.size > capacity) this.#forgetOldest();
    return { batch, news: batch !== known };
  }

  /** Batches that move and were last heard of before `before`, longest ago first. */
  moving(before = Infinity): Batch[] {
    const found: Batch[] = [];
    for (const { batch, touchedAt } of this.#entries.values()) {
      if (touchedAt < before && isMoving(batch)) found.push(batch);
    }
    return found;
  }

  /** When the moving batch that is longest untouched was last heard of. */
  oldestTouch(): number {
    for (const { batch, touchedAt } of this.#entries.values()) {
      if (isMoving(batch)) return touchedAt;
    }
    return Infinity;
  }

  forget(id: string): void {
    this.#entries.delete(id);
  }

  clear(): void {
    this.#entries.clear();
  }

  #forgetOldest(): void {
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}
