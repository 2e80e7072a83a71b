import type { Issue, RepairName } from './issue.js';
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
  /** The numbers of those rows, and of those in which a value comes back that must not, as they were found. */
  readonly rows: { readonly withErrors: readonly number[]; readonly repeated: readonly number[] };
  /** How many issues each repair would mend. */
  readonly repairs: ReadonlyMap<RepairName, number>;
  /** Codes of the warnings, each once. */
  readonly warningCodes: readonly string[];
}

/** Counts what was found. `counts` saves the counting where a report has done it. */
export function findingsOf(issues: Sequence<Issue>, counts: readonly IssueCount[] = countIssues(issues)): Findings {
  const withErrors = new Set<number>();
  const repeated = new Set<number>();
  const repairs = new Map<RepairName, number>();
  for (const { code, severity, row, repair } of issues) {
    if (severity === 'error' && row !== undefined && code !== 'row_limit_exceeded') {
      withErrors.add(row);
      if (code === 'duplicate_value') repeated.add(row);
    }
    if (repair) repairs.set(repair, (repairs.get(repair) ?? 0) + 1);
  }
  return {
    issues,
    counts,
    errors: total(counts.filter(({ severity }) => severity === 'error')),
    warnings: total(counts.filter(({ severity }) => severity === 'warning')),
    errorRows: withErrors.size,
    rows: { withErrors: [...withErrors], repeated: [...repeated] },
    repairs,
    warningCodes: warningCodes(counts),
  };
}

/** Codes of the warnings, each once. */
export function warningCodes(counts: readonly IssueCount[]): readonly string[] {
  return [...new Set(counts.filter(({ severity }) => severity === 'warning').map(({ code }) => code))];
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
