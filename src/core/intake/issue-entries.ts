import type { BatchColumn, BatchDefinition } from '../definition.js';
import type { Issue, IssueCode, IssueParams } from '../issue.js';
import type { Sequence } from '../report.js';
import { LazySequence } from '../sequence.js';
import { damageKinds } from './damage.js';
import type { HeaderReading } from './header.js';
import type { IssueLog, LoggedIssue } from './issue-log.js';
import type { RecordReader } from './records.js';
import { malformedQuoteKinds } from './scan.js';
import { controlCharacter } from './traits.js';

const codesWithoutParams: ReadonlySet<IssueCode> = new Set([
  'missing_column',
  'empty_value',
  'empty_file',
  'no_rows',
  'unclosed_quote',
]);
/** As much of a cell as a message can show. */
const shownLength = 80;

/** The issues of a log in the order of the file, each made when it is read. */
export function issueSequence(
  log: IssueLog,
  definition: BatchDefinition,
  header: HeaderReading | null,
  records: RecordReader,
): Sequence<Issue> {
  // Found when an issue is read: who asks for the verdict alone need not wait for it.
  let order: Uint32Array | null | undefined;
  return new LazySequence(log.length, position => {
    if (order === undefined) order = log.fileOrder();
    const logged = log.at(order ? order[position] : position);
    const issue = {
      code: logged.code,
      severity: logged.severity,
      ...(logged.row > 0 && { row: logged.row }),
      ...(logged.line > 0 && { line: logged.line }),
      ...(logged.column >= 0 && { column: definition.columns[logged.column].name }),
      ...(logged.repair && { repair: logged.repair }),
    };
    if (codesWithoutParams.has(logged.code)) return issue;
    return {
      ...issue,
      // Made on demand: who only counts issues should not pay for the cells and the messages of all.
      get params() {
        return paramsOf(logged, definition, header, records);
      },
    };
  });
}

function paramsOf(
  logged: LoggedIssue,
  definition: BatchDefinition,
  header: HeaderReading | null,
  records: RecordReader,
): IssueParams {
  if (logged.params) return logged.params;
  switch (logged.code) {
    case 'blank_line':
      return { count: logged.extra };
    case 'malformed_quote':
      return { reason: malformedQuoteKinds[logged.extra] };
    default:
      return header ? paramsOfRead(logged, definition, header, records) : {};
  }
}

/** For issues that exist only once the header was read. */
function paramsOfRead(
  { code, row, column, extra }: LoggedIssue,
  { columns }: BatchDefinition,
  header: HeaderReading,
  records: RecordReader,
): IssueParams {
  const cell = () => records.cells(row)[header.positions[column]] ?? '';
  const value = () => ({ value: shown(cell()) });
  switch (code) {
    case 'duplicate_column':
    case 'unknown_column':
    case 'column_alias':
      return { found: shown(header.names[extra]), position: extra + 1 };
    case 'missing_cell':
    case 'extra_cell':
      return { expected: header.names.length, found: extra };
    case 'invalid_value':
      return { ...value(), message: messageOf(columns[column], cell()) };
    case 'value_too_long':
      return { ...value(), length: cell().length, maxLength: columns[column].maxLength ?? 0 };
    case 'control_character':
      return { ...value(), character: unitName(controlCharacter.exec(cell())?.[0] ?? '') };
    case 'duplicate_value':
    case 'case_only_duplicate':
    case 'repeated_request_id':
      return { ...value(), first: extra, firstLine: records.line(extra) };
    case 'spreadsheet_damage':
      return { ...value(), reason: damageKinds[extra] };
    default:
      return value();
  }
}

/** The schema is asked again, so that nothing needs to be kept of its answers. */
function messageOf({ schema }: BatchColumn, cell: string): string {
  const verdict = schema?.['~standard'].validate(cell);
  return verdict && 'issues' in verdict ? (verdict.issues?.[0]?.message ?? '') : '';
}

function shown(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

function unitName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
