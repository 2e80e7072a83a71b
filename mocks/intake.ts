// The server validates again: what the browser said of the file is kept, never believed.
import type { CreateBatchInput } from '../src/adapter/adapter.js';
import { validateFile } from '../src/core/index.js';
import type { BatchDefinition } from '../src/core/definition.js';
import { ProblemError } from '../src/core/problem.js';
import type { ValidationReport } from '../src/core/report.js';
import type { Session } from './session.js';

const longestDescription = 500;

/** The data rows of an upload, cells in the definition's order. Throws a `ProblemError` `csv_validation` with every issue of a file that is not valid. */
export async function readRows(
  { file, fileName }: CreateBatchInput,
  definition: BatchDefinition,
): Promise<readonly (readonly string[])[]> {
  const report = await validateFile(new File([file], fileName, { type: file.type }), definition);
  if (!report.ok) throw refusal(report);
  return report.records.map(({ cells }) => report.columnIndexes.map(index => cells[index] ?? ''));
}

function refusal(report: ValidationReport): ProblemError {
  const issues = report.issues.slice();
  return new ProblemError({
    code: 'csv_validation',
    status: statusOf(new Set(issues.map(issue => issue.code))),
    title: 'The file is not valid',
    detail: report.fileName,
    issues,
  });
}

function statusOf(codes: ReadonlySet<string>): number {
  if (codes.has('file_too_large')) return 413;
  return codes.has('not_csv') ? 415 : 422;
}

/** Maker-checker needs words for the checker; nobody else may send more than fits. */
export function checkDescription({ makerChecker }: Session, description: string | null): void {
  const length = description?.trim().length ?? 0;
  if (length <= longestDescription && (length > 0 || !makerChecker)) return;
  throw new ProblemError({
    code: 'invalid_description',
    status: 422,
    title: length === 0 ? 'A description is needed' : `A description has at most ${longestDescription} characters`,
  });
}
