import type { RepairName } from '../issue.js';
import type { FileRecord, ValidationReport } from '../report.js';
import { applyRepairs } from './repairs.js';

/** What repairs would change. */
export interface RepairPreview {
  /** The header's cells; `null` where there is none, or it cannot be read. */
  readonly header: { readonly before: readonly string[] | null; readonly after: readonly string[] | null };
  /** The first rows that change. */
  readonly rows: readonly RowChange[];
  /** How many rows change. */
  readonly changedRows: number;
  /** What the repairs make of the report. */
  readonly repaired: ValidationReport;
}

/** A row before and after; `null` for a row that could not be read. */
export interface RowChange {
  readonly row: number;
  /** The physical line in the file as it was given. */
  readonly line: number;
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
}

/** What repairs would change, at most `limit` rows of it; nothing is changed yet. */
export function previewRepair(report: ValidationReport, repairs: Iterable<RepairName>, limit = 5): RepairPreview {
  const repaired = applyRepairs(report, repairs);
  return { ...changesBetween(report, repaired, limit), repaired };
}

/** What differs between a report and what was made of it, at most `limit` rows of it; `after` is `null` for a row that is gone. */
export function changesBetween(
  report: ValidationReport,
  repaired: ValidationReport,
  limit: number,
): Omit<RepairPreview, 'repaired'> {
  const rows: RowChange[] = [];
  let changedRows = 0;
  for (const [before, after] of pairs(report.records, repaired.records)) {
    if (before && after && areSame(before.cells, after.cells)) continue;
    changedRows++;
    const known = after ?? before;
    if (rows.length >= limit || !known) continue;
    rows.push({ row: known.row, line: known.line, before: before?.cells ?? null, after: after?.cells ?? null });
  }
  const header = { before: report.header?.cells ?? null, after: repaired.header?.cells ?? null };
  return { header, rows, changedRows };
}

/** Records with the same number, of two lists that ascend. */
function* pairs(
  first: Iterable<FileRecord>,
  second: Iterable<FileRecord>,
): Generator<readonly [FileRecord | undefined, FileRecord | undefined]> {
  const [left, right] = [first[Symbol.iterator](), second[Symbol.iterator]()];
  let [a, b] = [left.next(), right.next()];
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : a.value.row - b.value.row;
    yield [order > 0 ? undefined : a.value, order < 0 ? undefined : b.value];
    if (order <= 0) a = left.next();
    if (order >= 0) b = right.next();
  }
}

function areSame(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((cell, position) => cell === second[position]);
}
