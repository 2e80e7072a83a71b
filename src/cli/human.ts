import type { BatchDefinition } from '../core/definition.js';
import { findingsOf } from '../core/findings.js';
import type { Issue, Severity } from '../core/issue.js';
import type { Sequence } from '../core/report.js';
import { describe } from '../words/describe.js';
import { issueGroups } from '../words/issue-groups.js';
import { verdictText } from '../words/verdict.js';
import type { Words } from '../words/words.js';
import { printable } from './output.js';
import type { Repaired, Verdict } from './verdict.js';

/** How many issues are listed unless all are wanted. */
const shownIssues = 50;
const ranks: readonly Severity[] = ['error', 'warning', 'info'];

/** A verdict for a person: the sentence of the upload, what was found where, and what to do about it. */
export function* humanLines(verdict: Verdict, all: boolean, words: Words): Iterable<string> {
  const { fileName, report, repaired } = verdict;
  const { definition, issues } = report;
  const findings = findingsOf(issues, report.counts);
  yield line(`${fileName}: ${report.ok ? 'valid' : 'invalid'}. ${verdictText(report, findings, words)}`);
  for (const issue of all ? issues : gravest(issues)) yield line(`  ${issueText(issue, definition, words)}`);
  if (!all && issues.length > shownIssues) {
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

/** Where there are more than are shown, the errors first, then the warnings; those that are shown in the file's order. */
function gravest(issues: Sequence<Issue>): Iterable<Issue> {
  if (issues.length <= shownIssues) return issues;
  const chosen = new Map<Severity, number[]>(ranks.map(severity => [severity, []]));
  for (let index = 0; index < issues.length && (chosen.get('error')?.length ?? 0) < shownIssues; index++) {
    const indexes = chosen.get(issues.at(index)?.severity ?? 'info');
    if (indexes && indexes.length < shownIssues) indexes.push(index);
  }
  const shown = ranks.flatMap(severity => chosen.get(severity) ?? []).slice(0, shownIssues);
  return shown.sort((a, b) => a - b).flatMap(index => issues.slice(index, index + 1));
}

function repairText({ applied, fileName }: Repaired): string {
  const done = applied.length === 0 ? 'Nothing to repair' : `Repaired: ${applied.join(', ')}`;
  return fileName === null ? `${done}. Not written: rows or values would be lost` : `${done}. Written to ${fileName}`;
}

function line(text: string): string {
  return `${printable(text)}\n`;
}
