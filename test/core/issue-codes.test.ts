import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import type { BatchDefinition } from '../../src/core/definition.js';
import { validateFile } from '../../src/core/intake/validate.js';
import { issueCodes, repairNames } from '../../src/core/issue.js';
import { toText } from '../../src/core/canonical.js';
import { applyRepairs } from '../../src/core/repair/repairs.js';
import { csvFile, H } from './intake-support.js';

/** The header as it is sent. */
const C = 'order_id,txn_id,unique_request_id\r\n';

/** A file that has one fault and no other, and how that fault is told. */
interface Case {
  readonly name: string;
  readonly content: string | readonly number[];
  /** `severity code row line column`, a dash for what there is not. */
  readonly issue: string;
  readonly repair?: string;
  /** The canonical text once the repair is made; nothing is wrong with it then. */
  readonly mended?: string;
  readonly fileName?: string;
  readonly definition?: Partial<BatchDefinition>;
}

function utf16(text: string, isLittle: boolean): number[] {
  return Array.from(`\uFEFF${text}`).flatMap(character => {
    const unit = character.charCodeAt(0);
    return isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
  });
}

const ascii = (text: string) => Array.from(text, character => character.charCodeAt(0));
const withLength = {
  definition: { columns: batchSync.columns.map(column => ({ ...column, maxLength: 5 })) },
};
const flexible = { definition: { headerPolicy: 'flexible' } } as const;
const byTransaction = { definition: { duplicates: 'by-transaction' } } as const;
const zeros = Array.from({ length: 30 }, (_, index) => `${index === 20 ? 1234 : `00${1000 + index}`},,\n`).join('');

const cases: readonly Case[] = [
  { name: 'a name that is not .csv', content: `${H}A,,\n`, fileName: 'a.xlsx', issue: 'error not_csv - - -' },
  { name: 'a ZIP archive', content: [0x50, 0x4b, 3, 4, 20], issue: 'error not_csv - - -' },
  { name: 'a NUL', content: `${H}A,\0,\n`, issue: 'error not_csv - - -' },
  { name: 'nothing', content: '', issue: 'error empty_file - - -' },
  { name: 'line ends only', content: '\n\r\n', issue: 'error empty_file - - -' },
  { name: 'a header only', content: H, issue: 'error no_rows - - -' },
  {
    name: 'a file that is too large',
    content: `${H}A,,\n`,
    definition: { limits: { maxRows: 9, maxBytes: 20 } },
    issue: 'error file_too_large - - -',
  },
  {
    name: 'Windows-1252',
    content: [...ascii(`${H}A1,t,r\nA2,caf`), 0xe9, ...ascii(' \x80,s\n')],
    issue: 'error invalid_encoding - 3 -',
    repair: 'reencode',
    mended: `${C}A1,t,r\r\nA2,café €,s\r\n`,
  },
  {
    name: 'UTF-16, little end first',
    content: utf16(`${H}A1,é,r\n`, true),
    issue: 'error invalid_encoding - 1 -',
    repair: 'reencode',
    mended: `${C}A1,é,r\r\n`,
  },
  {
    name: 'UTF-16, big end first',
    content: utf16(`${H}A1,é,r\n`, false),
    issue: 'error invalid_encoding - 1 -',
    repair: 'reencode',
    mended: `${C}A1,é,r\r\n`,
  },
  {
    name: 'two byte order marks',
    content: `\uFEFF\uFEFF${H}A1,t,r\n`,
    issue: 'error invalid_encoding - 1 -',
    repair: 'reencode',
    mended: `${C}A1,t,r\r\n`,
  },
  { name: 'a quote that nothing closes', content: `${H}A1,t,r\nA2,"t,r\n`, issue: 'error unclosed_quote 2 3 txn_id' },
  { name: 'a quote inside a value', content: `${H}A1,t,r\nA2,t"x,r\n`, issue: 'error malformed_quote 2 3 txn_id' },
  {
    name: 'text behind a quote',
    content: `${H}A1,t,r\nA2,t,"r"x\n`,
    issue: 'error malformed_quote 2 3 unique_request_id',
  },
  {
    name: 'blank lines',
    content: `${H}A1,t,r\n\n\nA2,t,s\n`,
    issue: 'info blank_line - 3 -',
    repair: 'drop_blank_lines',
    mended: `${C}A1,t,r\r\nA2,t,s\r\n`,
  },
  {
    name: 'semicolons',
    content: 'order_id;txn_id;unique_request_id\nA1;"a;b";1,5\nA2;"c,d";"e\nf"\n',
    issue: 'error wrong_delimiter - 1 -',
    repair: 'convert_delimiter',
    mended: `${C}A1,a;b,"1,5"\r\nA2,"c,d","e\nf"\r\n`,
  },
  {
    name: 'tabs',
    content: 'order_id\ttxn_id\tunique_request_id\nA1\tt\tr\n',
    issue: 'error wrong_delimiter - 1 -',
    repair: 'convert_delimiter',
    mended: `${C}A1,t,r\r\n`,
  },
  {
    name: 'pipes',
    content: 'order_id|txn_id|unique_request_id\nA1|t|r\n',
    issue: 'error wrong_delimiter - 1 -',
    repair: 'convert_delimiter',
    mended: `${C}A1,t,r\r\n`,
  },
  {
    name: 'an optional column that is missing',
    content: 'order_id,unique_request_id\nA1,r\n',
    issue: 'error missing_column - 1 txn_id',
    repair: 'add_columns',
    mended: `${C}A1,,r\r\n`,
  },
  {
    name: 'a required column that is missing',
    content: 'txn_id,unique_request_id\nt,r\n',
    ...flexible,
    issue: 'error missing_column - 1 order_id',
  },
  {
    name: 'a column that is there twice',
    content: 'order_id,txn_id,unique_request_id,txn_id\nA1,t,r,u\n',
    issue: 'error duplicate_column - 1 txn_id',
    repair: 'drop_columns',
    mended: `${C}A1,t,r\r\n`,
  },
  {
    name: 'a column that is not expected',
    content: 'order_id,note,txn_id,unique_request_id\nA1,n,t,r\n',
    issue: 'error unknown_column - 1 -',
    repair: 'drop_columns',
    mended: `${C}A1,t,r\r\n`,
  },
  {
    name: 'a column that is not expected, where others are ignored',
    content: 'order_id,note,txn_id,unique_request_id\nA1,n,t,r\n',
    ...flexible,
    issue: 'warning unknown_column - 1 -',
    repair: 'drop_columns',
    mended: `${C}A1,t,r\r\n`,
  },
  {
    name: 'columns in another order',
    content: 'txn_id,order_id,unique_request_id\nt,A1,r\n',
    issue: 'error column_order - 1 -',
    repair: 'reorder_columns',
    mended: `${C}A1,t,r\r\n`,
  },
  {
    name: 'a column by another name',
    content: 'order_id,Transaction ID,unique_request_id\nA1,t,r\n',
    issue: 'error column_alias - 1 txn_id',
    repair: 'rename_columns',
    mended: `${C}A1,t,r\r\n`,
  },
  {
    name: 'a column by another name, where that is tolerated',
    content: 'order_id,Transaction ID,unique_request_id\nA1,t,r\n',
    ...flexible,
    issue: 'warning column_alias - 1 txn_id',
    repair: 'rename_columns',
    mended: `${C}A1,t,r\r\n`,
  },
  {
    name: 'a row too many',
    content: `${H}A1,,\nA2,"x\ny",\nA3,,\n`,
    definition: { limits: { maxRows: 2, maxBytes: 5_000_000 } },
    issue: 'error row_limit_exceeded 3 5 -',
    repair: 'split',
  },
  {
    name: 'a cell too few',
    content: `${H}A1,t,r\nA2,t\n`,
    issue: 'error missing_cell 2 3 -',
    repair: 'pad_cells',
    mended: `${C}A1,t,r\r\nA2,t,\r\n`,
  },
  {
    name: 'a cell too many, and empty',
    content: `${H}A1,t,r\nA2,t,s,,\n`,
    issue: 'error extra_cell 2 3 -',
    repair: 'drop_cells',
    mended: `${C}A1,t,r\r\nA2,t,s\r\n`,
  },
  { name: 'a cell too many, with a value', content: `${H}A1,t,r\nA2,t,s,u\n`, issue: 'error extra_cell 2 3 -' },
  { name: 'an empty order id', content: `${H}A1,"a\nb",r\n,t,s\n`, issue: 'error empty_value 2 4 order_id' },
  { name: 'an order id of blanks', content: `${H}A1,t,r\n  ,t,s\n`, issue: 'error empty_value 2 3 order_id' },
  { name: 'a sign that no order id has', content: `${H}A1,t,r\nA#2,t,s\n`, issue: 'error invalid_value 2 3 order_id' },
  {
    name: 'a value that is too long',
    ...withLength,
    content: `${H}A1,t,r\nA2,tttttt,s\n`,
    issue: 'error value_too_long 2 3 txn_id',
  },
  { name: 'a control character', content: `${H}A1,t,r\nA2,t\x07,s\n`, issue: 'error control_character 2 3 txn_id' },
  { name: 'DEL', content: `${H}A1,t,r\nA2,t\x7f,s\n`, issue: 'error control_character 2 3 txn_id' },
  {
    name: 'blanks around an order id',
    content: `${H}A1,t,r\n A2\t,t,s\n`,
    issue: 'error surrounding_space 2 3 order_id',
    repair: 'trim_cells',
    mended: `${C}A1,t,r\r\nA2,t,s\r\n`,
  },
  {
    name: 'blanks around another value',
    content: `${H}A1,t,r\nA2,t\u00A0,s\n`,
    issue: 'warning surrounding_space 2 3 txn_id',
    repair: 'trim_cells',
    mended: `${C}A1,t,r\r\nA2,t,s\r\n`,
  },
  {
    name: 'an order id that comes back',
    content: `${H}A1,t,r\nA2,t,s\nA1,t,\n`,
    issue: 'error duplicate_value 3 4 order_id',
  },
  {
    name: 'an order id that comes back, where that is tolerated',
    content: `${H}A1,t,r\nA2,t,s\nA1,t,\n`,
    definition: { duplicates: 'warning' },
    issue: 'warning duplicate_value 3 4 order_id',
  },
  {
    name: 'an order id that comes back with its transaction',
    content: `${H}A1,t,r\nA1,u,s\nA1,t,\n`,
    ...byTransaction,
    issue: 'error duplicate_value 3 4 order_id',
  },
  {
    name: 'ids that differ by case',
    content: `${H}A1,t,r\na1,t,s\n`,
    issue: 'warning case_only_duplicate 2 3 order_id',
  },
  {
    name: 'a request id that comes back',
    content: `${H}A1,t,r\nA2,t,r\n`,
    issue: 'warning repeated_request_id 2 3 unique_request_id',
  },
  {
    name: 'a number that was shortened',
    content: `${H}A1,1.23E+11,r\n`,
    issue: 'warning spreadsheet_damage 1 2 txn_id',
  },
  { name: 'a number with .0', content: `${H}A1,123.0,r\n`, issue: 'warning spreadsheet_damage 1 2 txn_id' },
  { name: 'a date', content: `${H}12-Jan,t,r\n`, issue: 'warning spreadsheet_damage 1 2 order_id' },
  { name: 'the error of a formula', content: `${H}A1,#REF!,r\n`, issue: 'warning spreadsheet_damage 1 2 txn_id' },
  { name: 'curly quotes', content: `${H}A1,“t”,r\n`, issue: 'warning spreadsheet_damage 1 2 txn_id' },
  { name: 'zeros that were lost', content: H + zeros, issue: 'warning spreadsheet_damage 21 22 order_id' },
  { name: 'what begins like a formula', content: `${H}A1,=t,r\n`, issue: 'info formula_prefix 1 2 txn_id' },
  {
    name: 'the apostrophe of an export before an order id',
    content: `${H}A1,t,r\n'-7,t,s\n`,
    definition: { columns: batchSync.columns.map(column => ({ ...column, schema: undefined })) },
    issue: 'error exported_apostrophe 2 3 order_id',
    repair: 'undo_apostrophe',
    mended: `${C}A1,t,r\r\n-7,t,s\r\n`,
  },
  {
    name: 'the apostrophe of an export before another value',
    content: `${H}A1,'-100,r\n`,
    issue: 'warning exported_apostrophe 1 2 txn_id',
    repair: 'undo_apostrophe',
    mended: `${C}A1,-100,r\r\n`,
  },
];

describe('Each fault', () => {
  for (const { name, content, issue, repair, mended, fileName = 'batch.csv', definition } of cases) {
    it(`is told where it is, and no other: ${name}`, async () => {
      const file = csvFile(typeof content === 'string' ? content : Uint8Array.from(content), fileName);
      const report = await validateFile(file, { ...batchSync, ...definition });
      const found = report.issues.map(({ severity, code, row = '-', line = '-', column = '-', repair: named = '' }) =>
        `${severity} ${code} ${row} ${line} ${column} ${named}`.trim(),
      );
      expect(found).to.deep.equal([`${issue} ${repair ?? ''}`.trim()]);
      expect(report.ok).to.equal(!issue.startsWith('error'));
      if (mended === undefined) return;
      const repaired = applyRepairs(report, report.repairs);
      expect(toText(repaired)).to.equal(mended);
      expect(repaired.issues.slice()).to.deep.equal([]);
    });
  }

  it('has a file here', () => {
    const codes = new Set(cases.map(({ issue }) => issue.split(' ')[1]));
    expect(issueCodes.filter(code => !codes.has(code))).to.deep.equal([]);
  });

  it('that can be repaired has a file here for each repair', () => {
    const repairs = new Set(cases.map(({ repair }) => repair));
    expect(repairNames.filter(name => !repairs.has(name))).to.deep.equal([]);
  });
});
