import type { Issue, RepairName } from '../issue.js';
import type { FileRecord, IssueCount, Sequence, ValidationReport } from '../report.js';
import type { AcrossRows } from './across-rows.js';
import type { Content } from './content.js';
import type { LeadingZeros } from './damage.js';
import type { HeaderReading } from './header.js';

/** Where a report keeps what it was made from. */
export const foundation = Symbol('foundation');

/** The issues of one row, in place of those from `start` to `end` of the last full judgement. */
export interface Splice {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly issues: readonly Issue[];
}

/** What was judged again since the last full judgement. */
export interface Patch {
  /** Ascending by row. */
  readonly splices: readonly Splice[];
  /** Rows whose cells are not those of the last full judgement, or that are gone. */
  readonly dirty: ReadonlySet<number>;
  /** What is known of lost zeros, for each column that is watched across rows. */
  readonly zeros: readonly (LeadingZeros | null)[];
}

/** What a report was made from: with it a changed file is judged without being read again. */
export interface Foundation {
  /** As it was judged: divided by another delimiter, if need be. */
  readonly header: HeaderReading | null;
  readonly content: Content;
  /** What the report shows of it. */
  readonly records: Sequence<FileRecord>;
  /** The first row that may show a wrong encoding. */
  readonly garbledFrom: number;
  /** The last row that was judged. */
  readonly lastJudged: number;
  /** Of the last full judgement; `null` where there was nothing to judge rows by. */
  readonly across: AcrossRows | null;
  /** The issues of the last full judgement. */
  readonly judged: Sequence<Issue>;
  readonly patch: Patch;
  /** How many issues name each repair. */
  readonly repairCounts: ReadonlyMap<RepairName, number>;
  readonly counts: readonly IssueCount[];
}

/**
 * What a report was made from.
 *
 * @throws {TypeError} for an object that only looks like a report
 */
export function foundationOf(report: ValidationReport): Foundation {
  const found = (report as { readonly [foundation]?: Foundation })[foundation];
  // A copy with other rows is not what this was made from.
  if (!found || found.records !== report.records)
    throw new TypeError('This report was not made by validateFile or validateText');
  return found;
}
