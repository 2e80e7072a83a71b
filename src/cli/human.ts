import type { BatchDefinition } from '../core/definition.js';
import { findingsOf } from '../core/findings.js';
import type { Issue } from '../core/issue.js';
import type { Sequence } from '../core/report.js';
import { describe } from '../words/describe.js';
import { issueGroups } from '../words/issue-groups.js';
import { verdictText } from '../words/verdict.js';
import type { Words } from '../words/words.js';
import { printable } from './output.js';
import type { Repaired, Verdict } from './verdict.js';

/** How many issues are listed unless all are wanted. */
const shownIssues = 50;
/** From the gravest issues to those that matter least. */
const ranks: readonly ((issue: Issue) => boolean)[] = [
  ({ severity, row, code }) => severity === 'error' && (row === undefined || code === 'row_limit_exceeded'),
  ({ severity }) => severity === 'error',
  ({ severity }) => severity === 'warning',
  () => true,
];

/** A verdict for a person: the sentence of the upload, what was found where, and what to do about it. */
export function* humanLines(verdict: Verdict, all: boolean, words: Words): Iterable<string> {
  const { fileName, report, repaired } = verdict;
  const { definition, issues } = report;
  const findings = findingsOf(issues, report.counts);
  const isCut = !all && issues.length > shownIssues;
  yield line(`${fileName}: ${report.ok ? 'valid' : 'invalid'}. ${verdictText(report, findings, words)}`);
  for (const issue of isCut ? gravest(issues) : issues) yield line(`  ${issueText(issue, definition, words)}`);
  if (isCut) {
    yield line(`  ${words.t('issues.shown', { shown: shownIssues, total: issues.length })}; --all lists every issue.`);
  }
  for (const { heading, advice, count } of issueGroups(findings, definition, words)) {
    yield line(`  ${heading} (${words.number(count)})${advice && `: ${advice}`}`);
  }
  if (repaired) yield line(`  ${repairText(repaired)}`);
  else if (report.repairs.length > 0) yield line(`  Repairs: ${report.repairs.join(', ')}`);
}

/** "error    Row 17, line 18, order_id: Invalid order ID format: Only letters, numbers, _ and -" */
function issueText(issue: Issue, definition: BatchDefinition, words: Words): string {
  const { heading, message, detail, place } = describe(issue, definition, words);
  const where = issue.column === undefined ? place : `${place}, ${issue.column}`;
  const what = message === heading ? message : `${heading}: ${message}`;
  return `${issue.severity.padEnd(8)} ${where}: ${what}${detail && `. ${detail}`}`;
}

/**
 * Where there are more than are shown: errors of the whole file first, then those of rows, then warnings, then infos;
 * those that are shown in the file's order.
 */
function gravest(issues: Sequence<Issue>): readonly Issue[] {
  const chosen = ranks.map((): Issue[] => []);
  for (const issue of issues) {
    const rank = chosen[ranks.findIndex(isOfRank => isOfRank(issue))];
    if (rank.length < shownIssues) rank.push(issue);
  }
  const shown = chosen.flat().slice(0, shownIssues);
  return shown.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function repairText({ applied, fileName }: Repaired): string {
  const done = applied.length === 0 ? 'Nothing to repair' : `Repaired: ${applied.join(', ')}`;
  return fileName === null ? `${done}. Not written: rows or values would be lost` : `${done}. Written to ${fileName}`;
}

function line(text: string): string {
  return `${printable(text)}\n`;
}
