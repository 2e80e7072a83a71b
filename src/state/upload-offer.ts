import type { SubmitPolicy } from '../adapter/context.js';
import type { Findings } from '../core/findings.js';
import type { ValidationReport } from '../core/report.js';
import { joinedReport } from './joined-report.js';
import { findingsIn, withoutRows } from './upload-review.js';
import type { Review } from './upload-review.js';

/** What of a reviewed file may be sent, without an error in it. */
export interface Offer {
  /** A batch each. */
  readonly parts: readonly ValidationReport[];
  readonly rows: number;
  /** Rows that are not sent because there is an error in them. */
  readonly leftOut: number;
  readonly findings: Findings;
}

/** `null` where nothing may be sent: an error of the file as a whole, no sound row, or a policy that sends all or nothing. */
export function offerOf(review: Review, policy: SubmitPolicy): Offer | null {
  const { report, parts, findings, objections } = review;
  if (findings.errors === 0) return report.ok ? { parts, rows: report.rowCount, leftOut: 0, findings } : null;
  if (policy === 'block' || !isOfRows(findings)) return null;
  const { withErrors } = findings.rows;
  const sound = withoutRows(parts, withErrors);
  const joined = joinedReport(sound, report.fileName);
  if (!joined.ok || joined.rowCount === 0) return null;
  const left = new Set(withErrors);
  const standing = objections.filter(({ row }) => row !== undefined && !left.has(row));
  return {
    parts: sound,
    rows: joined.rowCount,
    leftOut: report.rowCount - joined.rowCount,
    findings: findingsIn(sound, joined, standing),
  };
}

/** Whether every warning in what would be sent was accepted. */
export function isAccepted({ warningsAccepted }: Review, { findings }: Offer): boolean {
  return findings.warnings === 0 || warningsAccepted;
}

/** Whether each error is one of a row, so that without those rows there is none. */
function isOfRows({ issues }: Findings): boolean {
  for (const { severity, row, code } of issues) {
    if (severity === 'error' && (row === undefined || code === 'row_limit_exceeded')) return false;
  }
  return true;
}
