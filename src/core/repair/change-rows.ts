import { foundationOf } from '../intake/foundation.js';
import { sealReport } from '../intake/report-builder.js';
import type { FileChange, ValidationReport } from '../report.js';
import { judge } from './judge.js';
import { Rejudgement } from './rejudge.js';

const none: ReadonlyMap<number, readonly string[]> = new Map();

/**
 * The report with another value in one cell; undo is keeping the earlier report. What it costs is what it changes: the
 * row, and the rows that share a value with it.
 *
 * @throws {RangeError} where the report has no such row, or the file no such column
 */
export function editCell(report: ValidationReport, row: number, column: string, value: string): ValidationReport {
  const { content } = foundationOf(report);
  const index = report.definition.columns.findIndex(({ name }) => name === column);
  const position = report.columnIndexes[index] ?? -1;
  if (position < 0) throw new RangeError(`The file has no column "${column}"`);
  if (!content.has(row)) throw new RangeError(`The report has no row ${row}`);
  const before = content.cells(row);
  if (before[position] === value) return report;
  const cells = Array.from({ length: Math.max(before.length, position + 1) }, (_, at) => before[at] ?? '');
  cells[position] = value;
  return changed(report, new Map([[row, cells]]), [], { kind: 'edit', row, column, value });
}

/**
 * The report without some rows; undo is keeping the earlier report. The other rows keep their numbers.
 *
 * @throws {RangeError} where the report has no such row
 */
export function removeRows(report: ValidationReport, rows: Iterable<number>): ValidationReport {
  const { content } = foundationOf(report);
  const removals = [...new Set(rows)];
  const missing = removals.find(row => !content.has(row));
  if (missing !== undefined) throw new RangeError(`The report has no row ${missing}`);
  return removals.length === 0 ? report : changed(report, none, removals, { kind: 'remove', rows: removals });
}

function changed(
  report: ValidationReport,
  edits: ReadonlyMap<number, readonly string[]>,
  removals: readonly number[],
  change: FileChange,
): ValidationReport {
  const { content: before, across, header, lastJudged } = foundationOf(report);
  const content = before.changed(edits, removals);
  // Where rows beyond the limit come within it, there is nothing to build on; where many rows go, little of it is left.
  const isJudgedAnew = removals.length > (lastJudged < Infinity ? 0 : Math.max(100, before.count / 100));
  if (!across || !header || isJudgedAnew) return judge(report, { content, change });
  const { fileName, definition, source, rowCount, rowCountExact, columnIndexes } = report;
  const made = new Rejudgement(report, content, [...edits.keys(), ...removals], across, header).run();
  return sealReport(
    {
      fileName,
      definition,
      source,
      rowCount: rowCount - removals.length,
      rowCountExact,
      header: report.header,
      columnIndexes,
      changes: [...report.changes, change],
    },
    made,
  );
}
