import { ProblemError } from '../src/core/problem.js';
import { iso } from './records.js';
import type { BatchRecord } from './records.js';

export function duplicate(earlier: BatchRecord): ProblemError {
  return new ProblemError({
    code: 'duplicate_batch',
    status: 409,
    title: 'The same rows were sent before',
    detail: `${earlier.createdBy.name} uploaded them as ${earlier.fileName} at ${iso(earlier.createdAt)}.`,
    batchId: earlier.id,
  });
}

/** A batch in this state cannot do what was asked; `detail` says who did what, and when, where somebody did. */
export function conflict(title: string, detail: string | null, id: string): ProblemError {
  return new ProblemError({ code: 'conflict', status: 409, title, detail, batchId: id });
}

export function demandKey(key: string): void {
  if (key !== '') return;
  throw new ProblemError({ code: 'idempotency_key_missing', status: 400, title: 'A write needs an Idempotency-Key' });
}
