import { bisect } from '../core/intake/content.js';
import type { Issue } from '../core/issue.js';
import { recordOf } from '../core/record-of.js';
import type { Sequence, ValidationReport } from '../core/report.js';
import { LazySequence } from '../core/sequence.js';

/**
 * What the server found in what was sent to it, in rows and lines of the file as it was given: the server counts the
 * rows that it was sent.
 */
export function objectionsTo(sent: ValidationReport, found: readonly Issue[]): readonly Issue[] {
  const recordAt = (row: number) => sent.records.at(row - 1);
  return found.map(issue => {
    const record = issue.row === undefined ? undefined : recordAt(issue.row);
    const first = issue.params?.['first'];
    const earlier = typeof first === 'number' ? recordAt(first) : undefined;
    return {
      ...issue,
      ...(record && { row: record.row, line: record.line }),
      ...(earlier && { params: { ...issue.params, first: earlier.row, firstLine: earlier.line } }),
    };
  });
}

/** Those that are still true of a file that was changed: in rows that are as they were when the server saw them. */
export function stillStanding(
  objections: readonly Issue[],
  before: ValidationReport,
  after: ValidationReport,
): readonly Issue[] {
  return objections.filter(({ row }) => row !== undefined && isSame(recordOf(before, row), recordOf(after, row)));
}

function isSame(before: { cells: readonly string[] } | undefined, after: { cells: readonly string[] } | undefined) {
  if (!before || before.cells.length !== after?.cells.length) return false;
  return before.cells.every((cell, index) => cell === after.cells[index]);
}

/** The issues of a report and the server's, in file order. */
export function withObjections(issues: Sequence<Issue>, objections: readonly Issue[]): Sequence<Issue> {
  if (objections.length === 0) return issues;
  const sorted = objections.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  /** How many of our own stand before each. */
  const before: number[] = [];
  let own = 0;
  for (const objection of sorted) {
    while (own < issues.length && (issues.at(own)?.line ?? 0) <= (objection.line ?? 0)) own++;
    before.push(own);
  }
  const places = before.map((count, index) => count + index);
  return new LazySequence(issues.length + sorted.length, index => {
    const earlier = bisect(places.length, position => places[position] >= index);
    return places[earlier] === index ? sorted[earlier] : issues.at(index - earlier)!;
  });
}
