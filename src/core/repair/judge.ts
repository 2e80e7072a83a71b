import type { Issue, IssueCode } from '../issue.js';
import type { FileChange, ValidationReport } from '../report.js';
import type { Content } from '../intake/content.js';
import { foundationOf } from '../intake/foundation.js';
import { readHeader } from '../intake/header.js';
import { IssueLog } from '../intake/issue-log.js';
import { buildReport } from '../intake/report-builder.js';
import { RowChecks, soundCells } from '../intake/rows.js';
import { anyText } from '../intake/traits.js';

/** Codes of what is wrong with the file and not with its rows or header: it stays until the text is read again. */
const structural: ReadonlySet<string> = new Set<IssueCode>([
  'not_csv',
  'invalid_encoding',
  'unclosed_quote',
  'malformed_quote',
  'blank_line',
  'wrong_delimiter',
]);

/** Rows that are judged at a time. */
const rowsPerGroup = 1000;

/** What is to be judged in place of what a report holds. */
export interface Draft {
  readonly content: Content;
  /** The header, where a repair changed it. */
  readonly names?: readonly string[];
  /** Codes of what was mended in the file's structure. */
  readonly mended?: ReadonlySet<string>;
  readonly change: FileChange;
  readonly fileName?: string;
}

/** Judges all rows of a file after a change, by the rules that its reading applied. */
export function judge(report: ValidationReport, draft: Draft): ValidationReport {
  const { content, names, mended, change, fileName = report.fileName } = draft;
  const { definition, rowCountExact } = report;
  const { columns, limits } = definition;
  const made = foundationOf(report);
  const log = new IssueLog();
  const isDivided = isDividedByCommas(report);
  for (const issue of report.issues) {
    if (!isCarried(issue, report, isDivided) || mended?.has(issue.code)) continue;
    log.carry(
      issue,
      columns.findIndex(({ name }) => name === issue.column),
    );
  }
  const headerCells = names ?? report.header?.cells ?? null;
  const header =
    isDivided && headerCells ? readHeader(headerCells, report.header?.line ?? 1, definition, log) : made.header;
  const checks = isDivided && header ? RowChecks.for(definition, header, log) : null;

  if (checks) judgeRows(checks, content, limits.maxRows, made.garbledFrom);
  if (rowCountExact && content.count === 0 && headerCells) log.addOfFile('no_rows', 'error', 0, 0, null, null);
  if (rowCountExact && content.count > limits.maxRows) logRowLimit(log, content, limits.maxRows);
  return buildReport({
    fileName,
    definition,
    source: report.source,
    changes: [...report.changes, change],
    rowCount: rowCountExact ? content.count : report.rowCount - (report.records.length - content.count),
    rowCountExact,
    header,
    headerCells,
    content,
    garbledFrom: made.garbledFrom,
    across: checks?.across ?? null,
    log,
  });
}

/** Whether the file's header and rows could be told apart into cells: not so where another delimiter divides them. */
export function isDividedByCommas(report: ValidationReport): boolean {
  const { header } = foundationOf(report);
  return header !== null && header.names === report.header?.cells;
}

function isCarried({ code, row }: Issue, { rowCountExact }: ValidationReport, isDivided: boolean): boolean {
  if (code === 'row_limit_exceeded') return !rowCountExact;
  return structural.has(code) || (!isDivided && row === undefined && code !== 'no_rows');
}

function judgeRows(checks: RowChecks, content: Content, maxRows: number, garbledFrom: number): void {
  let rows: number[] = [];
  const judgeGathered = () => {
    const group = rows;
    checks.take({
      records: group.map(row => (row >= garbledFrom ? soundCells(content.cells(row)) : content.cells(row))),
      traits: anyText,
      rowOf: index => group[index],
      lineOf: index => content.line(group[index]),
    });
    rows = [];
  };
  for (const row of content.rowNumbers(maxRows)) {
    if (rows.push(row) === rowsPerGroup) judgeGathered();
  }
  judgeGathered();
  // Here nobody waits for a turn: all at once.
  Array.from(checks.across.report(content, maxRows));
}

function logRowLimit(log: IssueLog, content: Content, maxRows: number): void {
  const row = content.rowAt(maxRows);
  const params = { count: content.count, maxRows };
  log.addOfFile('row_limit_exceeded', 'error', row, content.line(row), 'split', params);
}
