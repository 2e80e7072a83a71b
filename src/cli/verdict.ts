import type { RepairName } from '../core/issue.js';
import type { ValidationReport } from '../core/report.js';

/** What is told about one file. */
export interface Verdict {
  /** As it was given to the command. */
  readonly fileName: string;
  readonly report: ValidationReport;
  /** Where a repair was asked for; then the report is on what was made. */
  readonly repaired: Repaired | null;
}

export interface Repaired {
  readonly applied: readonly RepairName[];
  /** Where the result was written, `null` where writing it would have lost something. */
  readonly fileName: string | null;
}
