import type { Batch } from '../core/batch.js';
import { progressOf } from '../core/status.js';
import type { Words } from './words.js';

/** Quarters of the way at which progress is spoken of: more often is noise to whoever listens. */
const steps = 4;

/** What is worth saying aloud of a change of a batch: another state, or another quarter done; `null` for nothing. */
export function batchNews(before: Batch, batch: Batch, words: Words): string | null {
  if (batch.status !== before.status) return statusNews(batch, words);
  const progress = progressOf(batch);
  const quarter = quarterOf(batch);
  if (quarter <= quarterOf(before)) return null;
  return words.t('announce.progress', {
    percent: words.percent(quarter / steps),
    done: progress.done,
    total: progress.total,
    failed: progress.failed,
  });
}

/** A batch and its state in one sentence. */
export function statusNews({ fileName, status }: Batch, words: Words): string {
  const key = `status.${status}`;
  // Isolated by characters: a live region's text has no elements.
  return words.t('announce.status', {
    file: `\u2068${fileName}\u2069`,
    status: words.has(key) ? words.t(key) : status,
  });
}

function quarterOf(batch: Batch): number {
  const { done, total } = progressOf(batch);
  return total === 0 ? 0 : Math.floor((done / total) * steps);
}
