import type { FileRecord, Sequence } from './report.js';

/** The record with a number in the file; `undefined` where there is none, or none any more. */
export function recordOf({ records }: { readonly records: Sequence<FileRecord> }, row: number): FileRecord | undefined {
  const position = positionOf(records, row);
  const record = records.at(position);
  return record?.row === row ? record : undefined;
}

/** Where a row stands among the records, or would stand. */
export function positionOf(records: Sequence<FileRecord>, row: number): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records.at(middle)?.row ?? row) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
