import { foundationOf } from '../intake/foundation.js';
import type { FileChange, ValidationReport } from '../report.js';
import { judge } from './judge.js';

const blankLines: ReadonlySet<string> = new Set(['blank_line']);

/** What a part of a split file is. */
export type Split = FileChange & { readonly kind: 'split' };

/**
 * The file in parts of at most `maxRows` rows, in order, each a file of its own: `october_part_1_of_3.csv`. The last of
 * a part's `changes` says which part it is and which rows it holds; rows and lines keep their numbers. One part, the
 * report itself, where there are not more rows, or where nobody knows how many there are.
 */
export function splitReport(report: ValidationReport): readonly ValidationReport[] {
  const { content } = foundationOf(report);
  const { maxRows } = report.definition.limits;
  if (!report.rowCountExact || content.count <= maxRows) return [report];
  const parts = Math.ceil(content.count / maxRows);
  return Array.from({ length: parts }, (_, index) => {
    const firstRow = content.rowAt(index * maxRows);
    const lastRow = content.rowAt(Math.min((index + 1) * maxRows, content.count) - 1);
    const change: Split = { kind: 'split', part: index + 1, parts, firstRow, lastRow };
    return withRows(report, change, partName(report, change));
  });
}

/** The part of a file that holds some of its rows. */
export function withRows(report: ValidationReport, change: Split, fileName = report.fileName): ValidationReport {
  const content = foundationOf(report).content.between(change.firstRow, change.lastRow);
  return judge(report, { content, change, fileName, mended: blankLines });
}

function partName({ fileName, definition }: ValidationReport, { part, parts }: Split): string {
  const name = fileName.replace(/\.csv$/i, '') || definition.kind;
  return `${name}_part_${part}_of_${parts}.csv`;
}
