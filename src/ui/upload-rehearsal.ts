import type { TemplateResult, nothing } from 'lit';
import { findingsOf } from '../core/findings.js';
import type { ValidationReport } from '../core/report.js';
import { issueGroups } from '../words/issue-groups.js';
import type { Words } from '../words/words.js';
import { fixBar } from './fix-bar.js';
import { issueSummary, rowFilter } from './issue-groups.js';
import { reviewTable } from './review-table.js';
import { reviewBody } from './upload-review.js';

const nothingDone = (): void => {};

/**
 * The review of a file in pieces, to be rendered where nobody sees it: while a person looks for their file, the browser
 * prepares what it will have to show at once.
 */
export function* rehearsal(report: ValidationReport, words: Words): Generator<TemplateResult | typeof nothing> {
  const findings = findingsOf(report.issues, report.counts);
  const groups = issueGroups(findings, report.definition, words);
  yield issueSummary({ issues: findings.issues, groups, goTo: nothingDone }, words);
  yield fixBar(
    {
      fixes: [{ name: 'errors', count: 1 }],
      proposed: null,
      propose: nothingDone,
      undoable: '',
      undo: nothingDone,
      downloadIssues: nothingDone,
      downloadFile: nothingDone,
    },
    words,
  );
  yield rowFilter({ groups, selected: null, select: nothingDone, onlyIssues: true, showAll: nothingDone }, words);
  const rows = report.records.map(record => ({
    record,
    line: record.line,
    issues: findings.issues.filter(({ row }) => row === record.row),
  }));
  const table = { report, rows, start: 0, end: 1, total: 2, tellsFixed: true, step: nothingDone };
  yield reviewTable({ ...table, edit: nothingDone, remove: nothingDone }, words);
  yield reviewBody(
    {
      report,
      findings,
      fault: null,
      replace: nothingDone,
      advice: issueSummary({ issues: findings.issues, groups, goTo: null }, words),
      notices: fixBar(
        {
          fixes: [],
          proposed: null,
          propose: nothingDone,
          undoable: null,
          undo: nothingDone,
          downloadIssues: null,
          downloadFile: null,
        },
        words,
      ),
      filter: rowFilter({ groups: [], selected: null, select: nothingDone, onlyIssues: true, showAll: null }, words),
      table: null,
      showAll: nothingDone,
      choices: {
        description: null,
        editDescription: nothingDone,
        syncWithGateway: false,
        setSyncWithGateway: nothingDone,
      },
    },
    words,
  );
}
