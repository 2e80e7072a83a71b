import { foundationOf } from '../intake/foundation.js';
import type { ValidationReport } from '../report.js';
import { removeRows } from './change-rows.js';

/** The numbers of the rows with at least one error, ascending; what is wrong with the file as a whole is in none. */
export function rowsWithErrors(report: ValidationReport): readonly number[] {
  const { content } = foundationOf(report);
  const rows = new Set<number>();
  for (const { code, severity, row } of report.issues) {
    if (severity === 'error' && row !== undefined && code !== 'row_limit_exceeded' && content.has(row)) rows.add(row);
  }
  return [...rows];
}

/** The report on the rows without an error: what may be sent while the rest is mended. It is `ok` unless the file as a whole has an error. */
export function validRowsOnly(report: ValidationReport): ValidationReport {
  let valid = report;
  // Rows that come within the limit are judged only then.
  for (let rows = rowsWithErrors(valid); rows.length > 0; rows = rowsWithErrors(valid)) valid = removeRows(valid, rows);
  return valid;
}
