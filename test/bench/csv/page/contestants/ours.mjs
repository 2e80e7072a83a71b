// `validateFile`: every rule, every issue located. Limits are raised where a file is to be read whole.
import { batchSync, validateFile } from '../../../../../src/core/index.ts';

const raised = { ...batchSync, limits: { maxRows: 20_000_000, maxBytes: 2 ** 31 } };
const rowLimit = { ...batchSync, limits: { maxRows: 1000, maxBytes: 2 ** 31 } };

/** @param {File} file @param {{rowLimit: boolean}} options */
export function run(file, options) {
  return validateFile(file, options.rowLimit ? rowLimit : raised);
}

/** @param {Awaited<ReturnType<typeof run>>} report */
export function answerOf(report) {
  const count = (/** @type {string} */ code) =>
    report.counts.filter(issue => issue.code === code).reduce((sum, issue) => sum + issue.count, 0);
  return {
    rows: report.rowCount,
    empty: count('empty_value'),
    invalid: count('invalid_value'),
    duplicate: count('duplicate_value'),
    codes: report.counts.map(issue => issue.code),
  };
}

/** Reads every issue, as a host that lists them all would. @param {Awaited<ReturnType<typeof run>>} report */
export function readAll(report) {
  let rows = 0;
  for (const issue of report.issues) rows += issue.row ?? 0;
  return rows;
}
