import { countIssues } from '../core/findings.js';
import { repairNames } from '../core/issue.js';
import type { Issue } from '../core/issue.js';
import type { Sequence, ValidationReport } from '../core/report.js';
import { LazySequence } from '../core/sequence.js';

/** The parts of a split file as one report, to be shown as one: rows and lines are those of the file in any case. */
export function joinedReport(parts: readonly ValidationReport[], fileName: string): ValidationReport {
  if (parts.length === 1) return parts[0];
  const issues = joined(parts.map(part => issuesOf(part, parts[0])));
  return {
    ...parts[0],
    fileName,
    ok: parts.every(({ ok }) => ok),
    rowCount: parts.reduce((sum, { rowCount }) => sum + rowCount, 0),
    counts: countIssues(issues),
    repairs: repairNames.filter(name => parts.some(({ repairs }) => repairs.includes(name))),
    records: joined(parts.map(({ records }) => records)),
    issues,
  };
}

/** The parts share their header: what is wrong with it is said once. */
function issuesOf(part: ValidationReport, first: ValidationReport): Sequence<Issue> {
  let shared = 0;
  while (part !== first && shared < part.issues.length && part.issues.at(shared)?.row === undefined) shared++;
  return new LazySequence(part.issues.length - shared, index => part.issues.at(index + shared)!);
}

function joined<Item>(sequences: readonly Sequence<Item>[]): Sequence<Item> {
  const starts: number[] = [];
  let length = 0;
  for (const sequence of sequences) {
    starts.push(length);
    length += sequence.length;
  }
  return new LazySequence(length, index => {
    const at = starts.findLastIndex(start => start <= index);
    return sequences[at].at(index - starts[at])!;
  });
}
