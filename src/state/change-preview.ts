import type { RowChange } from '../core/index.js';
import { changesBetween } from '../core/repair/preview.js';
import type { ValidationReport } from '../core/report.js';
import { amended } from './upload-review.js';
import type { Change, Review } from './upload-review.js';

/** Rows that are shown of what a change does. */
const shownRows = 5;

/** What a change would do, before it is done. */
export interface ChangePreview {
  /** `null` where it stays as it is. */
  readonly header: { readonly before: readonly string[] | null; readonly after: readonly string[] | null } | null;
  /** The first rows that change; `after` is `null` for a row that goes. */
  readonly rows: readonly RowChange[];
  readonly changedRows: number;
  /** Batches that a split makes. */
  readonly parts: readonly ValidationReport[];
  /** Errors that are left. */
  readonly errors: number;
}

export function previewOf(review: Review, change: Change): ChangePreview {
  const next = amended(review, change);
  const { header, rows, changedRows } = changesBetween(review.report, next.report, shownRows);
  return {
    header: JSON.stringify(header.before) === JSON.stringify(header.after) ? null : header,
    rows,
    changedRows,
    parts: change.kind === 'split' ? next.parts : [],
    errors: next.findings.errors,
  };
}
