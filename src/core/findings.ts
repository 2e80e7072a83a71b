import type { Issue } from './issue.js';
import type { IssueCount, Sequence } from './report.js';

/** What a list of issues amounts to, whether the browser found them or the server. */
export interface Findings {
  /** Every issue, in file order. */
  readonly issues: Sequence<Issue>;
  readonly counts: readonly IssueCount[];
  readonly errors: number;
  readonly warnings: number;
  /** Rows with at least one error; errors of the file as a whole, such as too many rows, are in none. */
  readonly errorRows: number;
  /** Codes of the warnings, each once. */
  readonly warningCodes: readonly string[];
}

/** Counts what was found. `counts` saves the counting where a report has done it. */
export function findingsOf(issues: Sequence<Issue>, counts: readonly IssueCount[] = countIssues(issues)): Findings {
  const rows = new Set<number>();
  for (const { code, severity, row } of issues) {
    if (severity === 'error' && row !== undefined && code !== 'row_limit_exceeded') rows.add(row);
  }
  const warnings = counts.filter(({ severity }) => severity === 'warning');
  return {
    issues,
    counts,
    errors: total(counts.filter(({ severity }) => severity === 'error')),
    warnings: total(warnings),
    errorRows: rows.size,
    warningCodes: [...new Set(warnings.map(({ code }) => code))],
  };
}

/** How many issues there are of each code, severity and column. */
export function countIssues(issues: Iterable<Issue>): readonly IssueCount[] {
  const counts = new Map<string, { count: number } & Omit<IssueCount, 'count'>>();
  for (const { code, severity, column } of issues) {
    const key = JSON.stringify([code, severity, column]);
    const entry = counts.get(key) ?? { code, severity, ...(column !== undefined && { column }), count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  return [...counts.values()];
}

function total(counts: readonly IssueCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
