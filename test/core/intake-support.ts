import { regex, string } from 'zod/mini';
import { batchSync } from '../../src/core/batch-sync.js';
import type { BatchColumn, BatchDefinition } from '../../src/core/definition.js';
import { validateText } from '../../src/core/intake/validate.js';
import type { Issue } from '../../src/core/issue.js';
import type { ValidationReport } from '../../src/core/report.js';

/** The preset's header line. */
export const H = 'order_id,txn_id,unique_request_id\n';

/** Issues, short enough for a table: `code row line column`, a dash for what an issue does not have. */
export function shorten({ issues }: ValidationReport): string[] {
  return issues.map(({ code, row, line, column }) => [code, row ?? '-', line ?? '-', column ?? '-'].join(' '));
}

/** The verdict on rows beneath the preset's header. */
export function rows(text: string, change: Partial<BatchDefinition> = {}): ValidationReport {
  return validateText(H + text, { ...batchSync, ...change });
}

/** The issues of one code. */
export function only(report: ValidationReport, code: string): Issue[] {
  return report.issues.filter(issue => issue.code === code);
}

export function cellsOf(report: ValidationReport): string[][] {
  return report.records.map(({ cells }) => [...cells]);
}

export function csvFile(content: string | Uint8Array<ArrayBuffer>, name = 'batch.csv'): File {
  return new File([content], name, { type: 'text/csv' });
}

function columnOf(name: string, change: Partial<BatchColumn> = {}): BatchColumn {
  return { name, label: name, required: true, type: 'text', description: '', example: '', rules: '', ...change };
}

/** A definition that has nothing of the preset: two columns in another role, one with a limit, one with an amount. */
export const refunds: BatchDefinition = {
  ...batchSync,
  kind: 'refunds',
  columns: [
    columnOf('order', { label: 'Order', example: 'R-1', aliases: ['order_number'] }),
    columnOf('amount', { schema: string().check(regex(/^\d+\.\d{2}$/, 'two decimals')), example: '10.00' }),
    columnOf('note', { required: false, maxLength: 12, example: 'late, again' }),
    columnOf('request', { unique: true, identifier: true, role: 'request', example: 'Q-1' }),
  ],
  headerPolicy: 'flexible',
  limits: { maxRows: 5, maxBytes: 2000 },
};
