import { csvRecord } from '../csv-cell.js';
import { neutralise } from '../export.js';
import type { Issue } from '../issue.js';
import type { FileRecord, ValidationReport } from '../report.js';

export interface IssuesCsvOptions {
  /** Only the rows with an error: what is left when the others are sent. */
  readonly errorRowsOnly?: boolean;
}

/** What is added behind the columns of the file. */
const added = ['line', 'error_code', 'error'];

/**
 * The file's rows with what is wrong with them: its columns, then `line`, `error_code`, `error`, for errors and
 * warnings. RFC 4180, CRLF, safe to open in a spreadsheet. What is wrong with the file as a whole stands in the first
 * row. Validated again, its `drop_columns` and, where a cell was neutralised, `undo_apostrophe` give the rows back; one
 * that was too short comes back with empty cells.
 *
 * @param describe an issue in words
 */
export function issuesCsv(
  report: ValidationReport,
  describe: (issue: Issue) => string,
  { errorRowsOnly = false }: IssuesCsvOptions = {},
): string {
  const given = report.header?.cells ?? [];
  // Of a file that came from here, the columns that were added then are replaced.
  const width = added.every((name, index) => given.at(index - added.length) === name)
    ? given.length - added.length
    : given.length;
  let text = recordText([...given.slice(0, width), ...added]);
  const { ofFile, ofRows } = sorted(report);
  let isFirst = true;
  for (const record of report.records.length > 0 ? report.records : [noRecord]) {
    const own = ofRows.get(record.row) ?? [];
    if (errorRowsOnly && !own.some(({ severity }) => severity === 'error')) continue;
    const issues = isFirst ? [...ofFile, ...own] : own;
    if (record !== noRecord || issues.length > 0) text += recordText(cellsWith(record, issues, width, given, describe));
    isFirst = false;
  }
  return text;
}

const noRecord: FileRecord = { row: 0, line: 0, cells: [] };

function cellsWith(
  { line, cells }: FileRecord,
  issues: readonly Issue[],
  width: number,
  given: readonly string[],
  describe: (issue: Issue) => string,
): string[] {
  return [
    ...Array.from({ length: width }, (_, position) => cells[position] ?? ''),
    line > 0 ? String(line) : '',
    [...new Set(issues.map(({ code }) => code))].join(' '),
    issues.map(describe).join('; '),
    ...cells.slice(given.length),
  ];
}

function sorted({ issues, records }: ValidationReport) {
  const lastRow = records.at(-1)?.row ?? 0;
  const ofFile: Issue[] = [];
  const ofRows = new Map<number, Issue[]>();
  for (const issue of issues) {
    if (issue.severity === 'info') continue;
    if (issue.row === undefined || issue.row > lastRow || issue.code === 'row_limit_exceeded') {
      ofFile.push(issue);
    } else {
      const known = ofRows.get(issue.row);
      if (known) known.push(issue);
      else ofRows.set(issue.row, [issue]);
    }
  }
  return { ofFile, ofRows };
}

function recordText(cells: readonly string[]): string {
  return `${csvRecord(cells.map(neutralise))}\r\n`;
}
