import { newRecord } from './life.js';
import { usualTaskMs } from './pace.js';
import { base32, seedOf } from './random.js';
import type { BatchRecord } from './records.js';

/** A new batch of some rows of another. */
export function retryOf(
  parent: BatchRecord,
  indexes: readonly number[],
  made: { readonly id: string; readonly by: BatchRecord['createdBy']; readonly at: number },
): BatchRecord {
  const retry = parent.childIds.length + 1;
  const seed = seedOf(parent.seed, retry);
  return newRecord(
    {
      id: made.id,
      fileName: parent.fileName.replace(/(\.[^.]*)?$/, extension => `_retry-${retry}${extension}`),
      rows: { kind: 'retried', of: parent.id, indexes },
      totalRecords: indexes.length,
      skipped: [],
      description: parent.description,
      syncWithGateway: parent.syncWithGateway,
      createdBy: made.by,
      createdAt: made.at,
      parentId: parent.id,
      acceptedWarnings: parent.acceptedWarnings,
      clientRows: null,
      seed,
      failureRate: parent.failureRate,
      taskMs: usualTaskMs(seed),
    },
    'QUEUED',
  );
}

/** Sorts by time; the serial number keeps two of one millisecond apart. */
export function batchId(createdAt: number, serial: number): string {
  return `bs_${base32(createdAt, 9)}${base32((serial * 736_339) % 32 ** 4, 4)}`;
}
