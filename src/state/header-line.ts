import { applyRepairs, validateText } from '../core/index.js';
import type { IssueCode } from '../core/issue.js';
import type { ValidationReport } from '../core/report.js';
import { isPasted } from './given-file.js';
import type { Review } from './upload-review.js';

const delimiters: Readonly<Record<string, string>> = { tab: '\t' };

/**
 * Whether rows were pasted without their header line: the first has as many cells as there are columns, and names none
 * of them. What its values are nobody knows but the person, so the line is offered and never added unasked. In a file
 * that is kept elsewhere lines have their numbers: there the person adds it.
 */
export function lacksHeader({ file, report, parts }: Review): boolean {
  const { definition, changes, source, counts, columnIndexes } = report;
  const hasAllRows = parts.length === 1 && changes.every(({ kind }) => kind === 'repair') && source.text !== null;
  if (!isPasted(file) || !hasAllRows || columnIndexes.some(index => index >= 0)) return false;
  const { columns, headerPolicy } = definition;
  const of = (code: IssueCode) => counts.filter(entry => entry.code === code);
  const unknown = of('unknown_column').reduce((sum, { count }) => sum + count, 0);
  const missing = of('missing_column').map(({ column }) => column);
  const asked = columns.filter(({ required }) => required || headerPolicy === 'strict');
  return unknown === columns.length && asked.every(({ name }) => missing.includes(name));
}

/** The same rows beneath the header line that the definition asks for, divided as they are; what was repaired is again. */
export function withHeaderLine({ definition, fileName, source, changes }: ValidationReport): ValidationReport {
  const rows = source.text ?? '';
  const delimiter = delimiterOf(validateText(rows, definition));
  const header = definition.columns.map(({ name }) => quoted(name, delimiter)).join(delimiter);
  const headed = validateText(`${header}\r\n${rows}`, definition, { fileName });
  const repairs = changes.flatMap(change => (change.kind === 'repair' ? [change.repair] : []));
  return applyRepairs(headed, repairs);
}

function delimiterOf({ issues }: ValidationReport): string {
  const found = issues.filter(({ code }) => code === 'wrong_delimiter').at(0)?.params?.['found'] ?? ',';
  return delimiters[found] ?? String(found);
}

function quoted(name: string, delimiter: string): string {
  return name.includes('"') || name.includes(delimiter) ? `"${name.replaceAll('"', '""')}"` : name;
}
