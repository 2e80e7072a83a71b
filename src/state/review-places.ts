import type { Issue } from '../core/issue.js';
import { recordOf } from '../core/record-of.js';
import type { Sequence, ValidationReport } from '../core/report.js';

/** What rows are listed of. */
export interface Listing {
  readonly report: ValidationReport;
  readonly issues: Sequence<Issue>;
  /** Which issues bring their row on the list. */
  readonly has: (issue: Issue) => boolean;
}

/** Where a row stands in the file, and where its issues begin. */
export interface Place {
  readonly row: number | null;
  readonly line: number;
  readonly start: number;
}

/** Rows with issues that are wanted, and those that are kept, in the order of the file. */
export function placesOf({ report, issues, has }: Listing, pinned: readonly number[]): readonly Place[] {
  const kept = new Set(pinned.filter(row => recordOf(report, row)));
  const places: Place[] = [];
  for (const { isWanted, ...place } of placesWithIssues(issues, has)) {
    if (isWanted || kept.has(place.row ?? 0)) places.push(place);
    kept.delete(place.row ?? 0);
  }
  if (kept.size === 0) return places;
  const sound = [...kept].map(row => ({ row, line: recordOf(report, row)?.line ?? 0, start: issues.length }));
  return [...places, ...sound].sort((a, b) => a.line - b.line);
}

function* placesWithIssues(
  issues: Sequence<Issue>,
  has: (issue: Issue) => boolean,
): Generator<Place & { isWanted: boolean }> {
  let place = null as (Place & { isWanted: boolean }) | null;
  let index = 0;
  for (const issue of issues) {
    const { row = null, line = 0 } = issue;
    if (place?.row !== row || place.line !== line) {
      if (place) yield place;
      place = { row, line, start: index, isWanted: false };
    }
    place.isWanted ||= has(issue);
    index++;
  }
  if (place) yield place;
}

/** The first issue on a line or after it. */
export function firstAt(issues: Sequence<Issue>, line: number): number {
  let low = 0;
  let high = issues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((issues.at(middle)?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of one place, from where they begin. */
export function issuesFrom(issues: Sequence<Issue>, start: number, row: number | null, line: number): readonly Issue[] {
  const found: Issue[] = [];
  for (let index = start; index < issues.length; index++) {
    const issue = issues.at(index)!;
    if ((issue.line ?? 0) !== line) break;
    if ((issue.row ?? null) === row) found.push(issue);
  }
  return found;
}
