import type { BatchColumn, BatchDefinition } from '../core/definition.js';
import type { Issue } from '../core/issue.js';
import type { TextParams } from './catalogue.js';
import type { MessageKey } from './en.js';
import { codeName, visible } from './visible.js';
import type { Words } from './words.js';

/** An issue in words. */
export interface IssueWords {
  /** The family of faults: "Empty order ID". */
  readonly heading: string;
  /** What to do about the family; empty for warnings and infos. */
  readonly advice: string;
  /** This very fault: "Same order ID as row 17". */
  readonly message: string;
  /**
   * What a column's schema said where we have no better sentence, or else which character may look like an allowed one:
   * "А (U+0410)"; untrusted, empty for nothing.
   */
  readonly detail: string;
  /** "Row 17, line 18". */
  readonly place: string;
}

/** Code units of a value that an issue gives for sure, were it longer. */
const wholeValue = 79;

/** Says what an issue is, in the words of the catalogue. */
export function describe(issue: Issue, definition: BatchDefinition, words: Words): IssueWords {
  const column = definition.columns.find(({ name }) => name === issue.column);
  const params: TextParams = {
    code: issue.code,
    maxRows: definition.limits.maxRows,
    maxBytes: words.bytes(definition.limits.maxBytes),
    maxLength: column?.maxLength ?? 0,
    ...readable(issue.params ?? {}, words),
    column: issue.column ?? '',
  };
  const family = familyOf(issue, column);
  const code = `heading.${issue.code}`;
  const heading = family === 'check' && words.has(code) ? code : (`heading.${family}` as MessageKey);
  return {
    heading: words.t(heading, params),
    advice: issue.severity === 'error' ? words.t(adviceOf(family, issue), params) : '',
    message: words.t(messageKey(issue, words), params),
    detail: detailOf(issue, words),
    // Formatting is dear, and not everybody who describes very many issues shows it.
    get place() {
      return placeOf(issue, words);
    },
  };
}

function messageKey(issue: Issue, words: Words): MessageKey {
  const reason = isNameless(issue) ? 'unnamed' : issue.params?.['reason'];
  const candidates = [`issue.${issue.code}.${issue.column}`, `issue.${issue.code}.${reason}`, `issue.${issue.code}`];
  return candidates.find(words.has) ?? 'issue.unknown';
}

/** As where a spreadsheet ends each line with a comma. */
function isNameless({ code, params = {} }: Issue): boolean {
  return code === 'unknown_column' && 'position' in params && String(params['found']).trim() === '';
}

function detailOf({ code, column, params = {} }: Issue, words: Words): string {
  if (code !== 'invalid_value') return '';
  if (!words.has(`issue.invalid_value.${column}`)) return String(params['message'] ?? '');
  // Beyond ASCII a character may look like a letter of it, or like nothing; so does the one that shows where a value is cut.
  const [stranger] = /[^ -~]/u.exec(String(params['value'] ?? '').slice(0, wholeValue)) ?? [];
  if (stranger === undefined) return '';
  const seen = visible(stranger);
  return seen === stranger ? `${stranger} (${codeName(stranger.codePointAt(0)!)})` : seen;
}

/** What refuses a file as a whole may say all the same on which line it was found. */
function placeOf({ row, params, line: own }: Issue, words: Words): string {
  const line = own ?? params?.['line'];
  if (row !== undefined && line !== undefined) return words.t('place.rowLine', { row, line });
  if (row !== undefined) return words.t('place.row', { row });
  return line === undefined ? words.t('place.file') : words.t('place.fileLine', { line });
}

type Family =
  | 'missing_mandatory'
  | 'empty_order_id'
  | 'empty_value'
  | 'invalid_order_id'
  | 'row_limit'
  | 'invalid_format'
  | 'duplicate_order_id'
  | 'duplicate_value'
  | 'file_too_large'
  | 'empty_file'
  | 'invalid_value'
  | 'check';

/** SPEC's five headings, and ours for what it does not name. */
function familyOf(issue: Issue, column: BatchColumn | undefined): Family {
  if (issue.severity !== 'error') return 'check';
  const isOrderId = issue.column === 'order_id';
  switch (issue.code) {
    case 'missing_column':
    case 'column_alias':
      return column?.required ? 'missing_mandatory' : 'invalid_format';
    case 'empty_value':
      return isOrderId ? 'empty_order_id' : 'empty_value';
    case 'row_limit_exceeded':
      return 'row_limit';
    case 'duplicate_value':
      return isOrderId ? 'duplicate_order_id' : 'duplicate_value';
    case 'file_too_large':
      return 'file_too_large';
    case 'empty_file':
    case 'no_rows':
      return 'empty_file';
    case 'duplicate_column':
    case 'unknown_column':
    case 'unclosed_quote':
    case 'malformed_quote':
    case 'missing_cell':
    case 'extra_cell':
      return 'invalid_format';
    default:
      if (issue.column === undefined) return 'invalid_format';
      return isOrderId ? 'invalid_order_id' : 'invalid_value';
  }
}

function adviceOf(family: Family, issue: Issue): MessageKey {
  if (family === 'missing_mandatory' && issue.column !== 'order_id') return 'advice.missing_mandatory.other';
  return `advice.${family}` as MessageKey;
}

/**
 * Sizes are written as sizes, to the byte where they would look the same, and a name so that all of it can be seen;
 * everything else as it came.
 */
function readable(given: TextParams, words: Words): TextParams {
  const { found } = given;
  const params = typeof found === 'string' ? { ...given, found: visible(found) } : given;
  const sizes = Object.entries(params).filter((entry): entry is [string, number] => isSize(...entry));
  if (sizes.length === 0) return params;
  const texts = new Set(sizes.map(([, value]) => words.bytes(value)));
  const toText = (value: number) => (texts.size < sizes.length ? words.t('bytes.B', { value }) : words.bytes(value));
  return { ...params, ...Object.fromEntries(sizes.map(([name, value]) => [name, toText(value)])) };
}

function isSize(name: string, value: string | number): boolean {
  return typeof value === 'number' && (name === 'size' || name === 'maxBytes');
}
