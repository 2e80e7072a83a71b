/** What can be found in a file. A code is public API; the words live in the catalogue. */
export const issueCodes = [
  'not_csv',
  'empty_file',
  'no_rows',
  'file_too_large',
  'invalid_encoding',
  'unclosed_quote',
  'malformed_quote',
  'blank_line',
  'wrong_delimiter',
  'missing_column',
  'duplicate_column',
  'unknown_column',
  'column_order',
  'column_alias',
  'row_limit_exceeded',
  'missing_cell',
  'extra_cell',
  'empty_value',
  'invalid_value',
  'value_too_long',
  'control_character',
  'surrounding_space',
  'duplicate_value',
  'case_only_duplicate',
  'repeated_request_id',
  'spreadsheet_damage',
  'formula_prefix',
  'exported_apostrophe',
] as const;

export type IssueCode = (typeof issueCodes)[number];

export type Severity = 'error' | 'warning' | 'info';

/** A named, previewed, reversible mend of a file. */
export const repairNames = [
  'reencode',
  'drop_blank_lines',
  'convert_delimiter',
  'add_columns',
  'drop_columns',
  'reorder_columns',
  'rename_columns',
  'split',
  'pad_cells',
  'drop_cells',
  'trim_cells',
  'undo_apostrophe',
] as const;

export type RepairName = (typeof repairNames)[number];

/** Values for an issue's sentence. Untrusted text: shown as text only. */
export type IssueParams = Readonly<Record<string, string | number>>;

/** Something found in a file, by us or by the server. Never prose. */
export interface Issue {
  readonly code: IssueCode | (string & {});
  readonly severity: Severity;
  /** The record's number from 1, header excluded. */
  readonly row?: number;
  /** The physical line, from 1, where the record begins (for a file-level issue: where it was found). */
  readonly line?: number;
  /** The column's name in the definition. */
  readonly column?: string;
  readonly params?: IssueParams;
  readonly repair?: RepairName;
}
