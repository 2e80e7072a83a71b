import type { Batch } from '../core/batch.js';
import { countIssues, findingsOf } from '../core/findings.js';
import type { Findings } from '../core/findings.js';
import { applyRepairs, editCell, removeRows, splitReport } from '../core/index.js';
import type { Issue, RepairName } from '../core/issue.js';
import { recordOf } from '../core/record-of.js';
import type { ValidationReport } from '../core/report.js';
import { withHeaderLine } from './header-line.js';
import { joinedReport } from './joined-report.js';
import { stillStanding, withObjections } from './objections.js';
import { repeatsAcrossParts } from './repeats-across-parts.js';

/** What a person does to a file that was read. */
export type Change =
  | { readonly kind: 'repair'; readonly repairs: readonly RepairName[] }
  | { readonly kind: 'edit'; readonly row: number; readonly column: string; readonly value: string }
  | { readonly kind: 'remove'; readonly rows: readonly number[] }
  | { readonly kind: 'split' }
  /** The header line that pasted rows came without. */
  | { readonly kind: 'header' };

/** A verdict that a change took the place of. */
export interface Revision {
  readonly change: Change;
  readonly before: Review;
}

/** The verdict is there, clean or with issues. Next: `sending`, `reading` of another file, or `describing`. */
export interface Review {
  readonly phase: 'review';
  readonly file: File;
  /** The file as it stands, in one piece. */
  readonly report: ValidationReport;
  /** What would become a batch each; `report` alone unless the file was split. */
  readonly parts: readonly ValidationReport[];
  /** What the server found in it, and is still true. */
  readonly objections: readonly Issue[];
  /** Ours and the server's. */
  readonly findings: Findings;
  /** Whether the person accepted the warnings, all of them. */
  readonly warningsAccepted: boolean;
  /** What was changed, and what was there before; the last is undone first. */
  readonly history: readonly Revision[];
  /** Batches that were made of rows of this file, which are no longer in it. */
  readonly sent: readonly Batch[];
}

export function reviewOf(file: File, report: ValidationReport): Review {
  return {
    phase: 'review',
    file,
    report,
    parts: [report],
    objections: [],
    findings: findingsOf(report.issues, report.counts),
    warningsAccepted: false,
    history: [],
    sent: [],
  };
}

/** The verdict on the changed file. */
export function amended(review: Review, change: Change): Review {
  const parts = changedParts(review.parts, change);
  const next = withParts(review, parts, objections =>
    stillStanding(objections, review.report, joinedReport(parts, review.file.name)),
  );
  return { ...next, history: [...review.history, { change, before: review }] };
}

/** The verdict as it was before the last change. */
export function undone(review: Review): Review {
  return review.history.at(-1)?.before ?? review;
}

/** The same file, to which the server objected. */
export function objectedTo(review: Review, found: readonly Issue[]): Review {
  return found.length === 0 ? review : withParts(review, review.parts, objections => [...objections, ...found]);
}

/** What is left of a file when some of its rows became batches. Those cannot be had back: there is nothing to undo. */
export function withoutSent(review: Review, gone: readonly ValidationReport[], sent: readonly Batch[]): Review {
  const rows = gone.flatMap(({ records }) => records.map(({ row }) => row));
  const parts = withoutRows(review.parts, rows);
  const left = withParts(review, parts, objections => objections);
  return { ...left, history: [], sent: [...review.sent, ...sent] };
}

function withParts(
  review: Review,
  parts: readonly ValidationReport[],
  objected: (objections: readonly Issue[]) => readonly Issue[],
): Review {
  const report = joinedReport(parts, review.file.name);
  const objections = objected(review.objections);
  const findings = findingsIn(parts, report, objections);
  const warningsAccepted = review.warningsAccepted && sameWarnings(findings, review.findings);
  return { ...review, report, parts, objections, findings, warningsAccepted };
}

/** What there is in the parts, which `report` joins, in all of them together, and in what the server said of them. */
export function findingsIn(
  parts: readonly ValidationReport[],
  report: ValidationReport,
  objections: readonly Issue[],
): Findings {
  const others = [...repeatsAcrossParts(parts), ...objections];
  if (others.length === 0) return findingsOf(report.issues, report.counts);
  return findingsOf(withObjections(report.issues, others), [...report.counts, ...countIssues(others)]);
}

function changedParts(parts: readonly ValidationReport[], change: Change): readonly ValidationReport[] {
  switch (change.kind) {
    case 'repair':
      return parts.map(part => repaired(part, change.repairs));
    case 'edit': {
      const { row, column, value } = change;
      return parts.map(part => (hasCell(part, row, column) ? editCell(part, row, column, value) : part));
    }
    case 'remove':
      return withoutRows(parts, change.rows);
    case 'split':
      return parts.flatMap(part => splitReport(part));
    case 'header':
      return parts.map(withHeaderLine);
  }
}

function hasCell(part: ValidationReport, row: number, column: string): boolean {
  const index = part.definition.columns.findIndex(({ name }) => name === column);
  return (part.columnIndexes[index] ?? -1) >= 0 && recordOf(part, row) !== undefined;
}

/** A repair may bring to light what another of them mends: until none of them is offered any more. */
function repaired(part: ValidationReport, repairs: readonly RepairName[]): ValidationReport {
  let report = part;
  for (let left = repairs; left.length > 0;) {
    const offered = left.filter(name => report.repairs.includes(name));
    if (offered.length === 0) break;
    report = applyRepairs(report, offered);
    left = left.filter(name => !offered.includes(name));
  }
  return report;
}

/** A part without a row is none; but the last one stays, to say so. */
export function withoutRows(parts: readonly ValidationReport[], rows: readonly number[]): readonly ValidationReport[] {
  const shorter = parts.map(part => {
    const own = rows.filter(row => recordOf(part, row));
    return own.length > 0 ? removeRows(part, own) : part;
  });
  const filled = shorter.filter(({ rowCount }) => rowCount > 0);
  return filled.length > 0 ? filled : shorter.slice(0, 1);
}

/** Whether nobody needs to be asked again. */
function sameWarnings({ counts }: Findings, { counts: before }: Findings): boolean {
  const text = (list: Findings['counts']) =>
    JSON.stringify(list.filter(({ severity }) => severity === 'warning').map(entry => Object.values(entry)));
  return text(counts) === text(before);
}
