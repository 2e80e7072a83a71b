import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import type { BatchColumn, BatchDefinition, CellSchema } from '../../src/core/definition.js';
import { validateFile, validateText } from '../../src/core/intake/validate.js';
import type { Issue } from '../../src/core/issue.js';
import { csvFile, H } from './intake-support.js';

// Each rule of the validator has a file here in which it is broken, once, and no other rule is. Where a rule has several
// clauses, or does not hold in a neighbouring case, there is a file for each.

interface Rule {
  readonly breaks: string;
  /** `severity code row line column`, a dash for what there is not; then the parameters that are not numbers of this file. */
  readonly issue: string;
  readonly content: string | readonly number[];
  readonly fileName?: string;
  readonly definition?: Partial<BatchDefinition>;
}

const flexible: Partial<BatchDefinition> = { headerPolicy: 'flexible' };
const tolerant: Partial<BatchDefinition> = { duplicates: 'warning' };
const byTransaction: Partial<BatchDefinition> = { duplicates: 'by-transaction' };
const large: Partial<BatchDefinition> = { limits: { maxRows: 1_000_000, maxBytes: 200_000_000 } };

function limited(maxRows: number, maxBytes = 5_000_000): Partial<BatchDefinition> {
  return { limits: { maxRows, maxBytes } };
}

/** The preset with one column changed. */
function column(name: string, change: Partial<BatchColumn>): Partial<BatchDefinition> {
  return { columns: batchSync.columns.map(known => (known.name === name ? { ...known, ...change } : known)) };
}

/** A schema that is none of zod's. */
const evenLength: CellSchema = {
  '~standard': {
    version: 1,
    vendor: 'rules',
    validate: value => (String(value).length % 2 === 0 ? {} : { issues: [{ message: 'odd' }] }),
  },
};

const bytes = (text: string) => Array.from(text, character => character.charCodeAt(0));
const sound = (count: number, from = 1) => Array.from({ length: count }, (_, index) => `A${from + index},,\n`).join('');
/** So many that hashes of values are compared and not the values themselves. */
const many = sound(20_000);
const tens = Array.from({ length: 30 }, (_, index) => String(1_000_000_000 + index * 299_000_003));

const files: readonly Rule[] = [
  { breaks: 'the name', issue: 'error not_csv - - - extension', content: `${H}A1,,\n`, fileName: 'orders.csv.txt' },
  {
    breaks: 'the limit of size',
    issue: 'error file_too_large - - -',
    content: `${H}A1,,\n`,
    definition: limited(9, 38),
  },
  { breaks: 'that it is text: ZIP', issue: 'error not_csv - - - type ZIP', content: bytes('PK\x03\x04') },
  { breaks: 'that it is text: empty ZIP', issue: 'error not_csv - - - type ZIP', content: bytes('PK\x05\x06') },
  {
    breaks: 'that it is text: XLS',
    issue: 'error not_csv - - - type XLS',
    content: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  },
  { breaks: 'that it is text: PDF', issue: 'error not_csv - - - type PDF', content: bytes('%PDF-1.7') },
  { breaks: 'that it is text: PNG', issue: 'error not_csv - - - type PNG', content: bytes('\x89PNG\r\n\x1a\n') },
  { breaks: 'that it is text: JPEG', issue: 'error not_csv - - - type JPEG', content: [0xff, 0xd8, 0xff, 0xe0] },
  { breaks: 'that it is text: GIF', issue: 'error not_csv - - - type GIF', content: bytes('GIF89a') },
  { breaks: 'that it is text: gzip', issue: 'error not_csv - - - type gzip', content: [0x1f, 0x8b, 8, 0] },
  { breaks: 'that it is text: WebP', issue: 'error not_csv - - - type WebP', content: bytes('RIFF\x10..\x01WEBPVP8') },
  { breaks: 'that it is CSV: HTML', issue: 'error not_csv - - - type HTML', content: bytes('\n<!DOCTYPE html><p>') },
  { breaks: 'that it is CSV: bare HTML', issue: 'error not_csv - - - type HTML', content: bytes('<html lang="en">') },
  { breaks: 'that it is CSV: XML', issue: 'error not_csv - - - type XML', content: bytes('<?xml version="1.0"?>') },
  { breaks: 'that it is text: NUL', issue: 'error not_csv - - - nul', content: `${H}A1,\0,\n` },
  {
    breaks: 'UTF-8: UTF-16, little end first',
    issue: 'error invalid_encoding - 1 - utf16',
    content: [0xff, 0xfe, 65, 0],
  },
  { breaks: 'UTF-8: UTF-16, big end first', issue: 'error invalid_encoding - 1 - utf16', content: [0xfe, 0xff, 0, 65] },
  {
    breaks: 'UTF-8: a byte',
    issue: 'error invalid_encoding - 3 - not_utf8',
    content: bytes(`${H}A1,,\nA2,caf\xe9,\n`),
  },
  {
    breaks: 'UTF-8: a character that ends with the file',
    issue: 'error invalid_encoding - 2 - not_utf8',
    content: bytes(`${H}A1,,caf\xc3`),
  },
  {
    breaks: 'UTF-8: half a surrogate pair',
    issue: 'error invalid_encoding - 2 - not_utf8',
    content: `${H}A1,\ud83d,\n`,
  },
  {
    breaks: 'one byte order mark',
    issue: 'error invalid_encoding - 1 - two_marks',
    content: `\uFEFF\uFEFF${H}A1,,\n`,
  },
  { breaks: 'that there is something', issue: 'error empty_file - - -', content: '' },
  { breaks: 'that there is more than lines', issue: 'error empty_file - - -', content: '\n\r\n\r' },
  { breaks: 'that there are rows', issue: 'error no_rows - - -', content: H },

  { breaks: 'quotes: one is not closed', issue: 'error unclosed_quote 2 3 txn_id', content: `${H}A1,,\nA2,"t,\n` },
  { breaks: 'quotes: one of the header is not closed', issue: 'error unclosed_quote - 1 -', content: `"${H}A1,,\n` },
  {
    breaks: 'quotes: one stands inside a value',
    issue: 'error malformed_quote 2 3 txn_id stray',
    content: `${H}A1,,\nA2,t"x,\n`,
  },
  {
    breaks: 'quotes: something stands after one',
    issue: 'error malformed_quote 2 3 unique_request_id after_closing',
    content: `${H}A1,,\nA2,,"r"x\n`,
  },
  {
    breaks: 'quotes: a blank stands after one',
    issue: 'error malformed_quote 1 2 order_id after_closing',
    content: `${H}"A1" ,,\n`,
  },
  {
    breaks: 'quotes: one stands inside a name, beside a semicolon',
    issue: 'error malformed_quote - 1 - stray',
    content: 'order_id,t"xn;id,unique_request_id\nA1,,\n',
  },
  { breaks: 'that no line is blank', issue: 'info blank_line - 3 -', content: `${H}A1,,\n\n\nA2,,\n` },
  { breaks: 'that no line is blank: before the header', issue: 'info blank_line - 1 -', content: `\n${H}A1,,\n` },
  { breaks: 'that no line is blank: at the end', issue: 'info blank_line - 3 -', content: `${H}A1,,\r\n\r\n` },
  {
    breaks: 'the comma: semicolons',
    issue: 'error wrong_delimiter - 1 - ;',
    content: 'order_id;txn_id;unique_request_id\nA1;;\n',
  },
  {
    breaks: 'the comma: tabs',
    issue: 'error wrong_delimiter - 1 - tab',
    content: 'order_id\ttxn_id\tunique_request_id\nA1\t\t\n',
  },
  {
    breaks: 'the comma: pipes',
    issue: 'error wrong_delimiter - 1 - |',
    content: 'order_id|txn_id|unique_request_id\nA1||\n',
  },
  {
    breaks: 'the comma: quoted names',
    issue: 'error wrong_delimiter - 1 - ;',
    content: '"order_id";"txn_id";"unique_request_id"\n"A1";;\n',
  },

  {
    breaks: 'the header: a mandatory column',
    issue: 'error missing_column - 1 order_id',
    content: 'txn_id,unique_request_id\nt,r\n',
  },
  {
    breaks: 'the header: a mandatory column, flexible',
    issue: 'error missing_column - 1 order_id',
    content: 'unique_request_id\nr\n',
    definition: flexible,
  },
  {
    breaks: 'the header: an optional column',
    issue: 'error missing_column - 1 txn_id',
    content: 'order_id,unique_request_id\nA1,r\n',
  },
  {
    breaks: 'the header: a column twice',
    issue: 'error duplicate_column - 1 txn_id txn_id',
    content: 'order_id,txn_id,unique_request_id,txn_id\nA1,t,r,u\n',
  },
  {
    breaks: 'the header: a column twice, flexible',
    issue: 'error duplicate_column - 1 order_id order_id',
    content: 'order_id,order_id\nA1,A2\n',
    definition: flexible,
  },
  {
    breaks: 'the header: a column twice, once by another name',
    issue: 'error duplicate_column - 1 txn_id Transaction ID',
    content: 'order_id,txn_id,unique_request_id,Transaction ID\nA1,t,r,u\n',
  },
  {
    breaks: 'the header: a column that nobody knows',
    issue: 'error unknown_column - 1 - note',
    content: 'order_id,txn_id,unique_request_id,note\nA1,t,r,n\n',
  },
  {
    breaks: 'the header: a column that nobody knows, flexible, beside others missing and in any order',
    issue: 'warning unknown_column - 1 - note',
    content: 'note,unique_request_id,order_id\nn,r,A1\n',
    definition: flexible,
  },
  {
    breaks: 'the header: the order',
    issue: 'error column_order - 1 - order_id, txn_id, unique_request_id txn_id, order_id, unique_request_id',
    content: 'txn_id,order_id,unique_request_id\nt,A1,r\n',
  },
  {
    breaks: 'the header: a name in capitals',
    issue: 'error column_alias - 1 order_id ORDER_ID',
    content: 'ORDER_ID,txn_id,unique_request_id\nA1,t,r\n',
  },
  {
    breaks: 'the header: a name with blanks',
    issue: 'error column_alias - 1 order_id  order id ',
    content: ' order id ,txn_id,unique_request_id\nA1,t,r\n',
  },
  {
    breaks: 'the header: a name with hyphens',
    issue: 'error column_alias - 1 unique_request_id unique-request-id',
    content: 'order_id,txn_id,unique-request-id\nA1,t,r\n',
  },
  {
    breaks: 'the header: an alias',
    issue: 'error column_alias - 1 txn_id transaction_id',
    content: 'order_id,transaction_id,unique_request_id\nA1,t,r\n',
  },
  {
    breaks: 'the header: another alias',
    issue: 'error column_alias - 1 unique_request_id request_id',
    content: 'order_id,txn_id,request_id\nA1,t,r\n',
  },
  {
    breaks: 'the header: an alias, flexible',
    issue: 'warning column_alias - 1 txn_id transaction_id',
    content: 'transaction_id,order_id\nt,A1\n',
    definition: flexible,
  },

  { breaks: 'the row limit', issue: 'error row_limit_exceeded 1001 1002 -', content: H + sound(1001) },
  {
    breaks: 'the row limit, by a row of many lines, after blank ones that do not count',
    issue: 'error row_limit_exceeded 3 6 -',
    content: `${H}A1,,\nA2,"x\n\ny",\nA3,,`,
    definition: limited(2),
  },
  {
    breaks: 'the width, in as many rows as there may be',
    issue: 'error missing_cell 2 3 -',
    content: `${H}A1,,\nA2,t\n`,
    definition: limited(2),
  },
  { breaks: 'the width: a cell too few', issue: 'error missing_cell 2 3 -', content: `${H}A1,,\nA2,t\n` },
  { breaks: 'the width: all but one', issue: 'error missing_cell 1 2 -', content: `${H}A1\n` },
  { breaks: 'the width: a cell too many', issue: 'error extra_cell 2 3 -', content: `${H}A1,,\nA2,,,x\n` },
  { breaks: 'the width: an empty cell too many', issue: 'error extra_cell 1 2 -', content: `${H}A1,,,\n` },
  {
    breaks: 'the width, in a file with other columns',
    issue: 'error missing_cell 1 2 -',
    content: 'order_id,txn_id\nA1\n',
    definition: flexible,
  },

  { breaks: 'that a mandatory cell is filled', issue: 'error empty_value 2 3 order_id', content: `${H}A1,,\n,t,\n` },
  {
    breaks: 'that a mandatory cell is filled: blanks',
    issue: 'error empty_value 1 2 order_id',
    content: `${H}  ,t,\n`,
  },
  {
    breaks: 'that a mandatory cell is filled: quotes',
    issue: 'error empty_value 1 2 order_id',
    content: `${H}"",é,\n`,
  },
  {
    breaks: 'that another mandatory cell is filled',
    issue: 'error empty_value 2 3 txn_id',
    content: `${H}A1,t,\nA2,,\n`,
    definition: column('txn_id', { required: true }),
  },
  ...['A#2', 'A 2', 'Ä2', 'A.2', 'A/2', 'A\t2', '"A,2"', '"A\n2"'].map(cell => ({
    breaks: `the form of an order id: ${JSON.stringify(cell)}`,
    issue: 'error invalid_value 1 2 order_id',
    content: `${H}${cell},,\n`,
  })),
  {
    breaks: 'the schema of another column, among plain values',
    issue: 'error invalid_value 2 3 txn_id',
    content: `${H}A1,ab,\nA2,abc,\n`,
    definition: column('txn_id', { schema: evenLength }),
  },
  {
    breaks: 'the schema of another column, among others',
    issue: 'error invalid_value 2 3 txn_id',
    content: `${H}A1,é~,\nA2,é~!,\n`,
    definition: column('txn_id', { schema: evenLength }),
  },
  {
    breaks: 'the length, among plain values',
    issue: 'error value_too_long 2 3 order_id',
    content: `${H}A1234,,\nA12345,,\n`,
    definition: column('order_id', { maxLength: 5 }),
  },
  {
    breaks: 'the length, of a column that has no other rule',
    issue: 'error value_too_long 1 2 txn_id',
    content: `${H}A1,tttttt,\n`,
    definition: column('txn_id', { maxLength: 5 }),
  },
  {
    breaks: 'the length, among others',
    issue: 'error value_too_long 1 2 txn_id',
    content: `${H}A1,éééééé,\n`,
    definition: column('txn_id', { maxLength: 5 }),
  },
  ...[1, 8, 11, 12, 14, 31, 127].map(code => ({
    breaks: `that no control character is there: ${code}`,
    issue: 'error control_character 1 2 txn_id',
    content: `${H}A1,t${String.fromCharCode(code)}t,\n`,
  })),
  {
    breaks: 'that no control character is there: in an order id, which says all',
    issue: 'error control_character 1 2 order_id',
    content: `${H}A\u00071,,\n`,
  },
  ...[' A1', 'A1 ', '\u00a0A1', 'A1\u3000'].map(cell => ({
    breaks: `that no blanks are around an order id: ${JSON.stringify(cell)}`,
    issue: 'error surrounding_space 1 2 order_id',
    content: `${H}${cell},,\n`,
  })),
  ...[' t', 't ', '\u00a0t', ' '].map(cell => ({
    breaks: `that no blanks are around another value: ${JSON.stringify(cell)}`,
    issue: 'warning surrounding_space 1 2 txn_id',
    content: `${H}A1,${cell},\n`,
  })),
  {
    breaks: 'that no blanks are around a value that its schema refuses',
    issue: 'error surrounding_space 1 2 txn_id',
    content: `${H}A1,ab ,\n`,
    definition: column('txn_id', { schema: evenLength }),
  },
  ...['=t', '+t', '-t', '@t', '-1-1'].map(cell => ({
    breaks: `that nothing begins like a formula: ${JSON.stringify(cell)}`,
    issue: 'info formula_prefix 1 2 txn_id',
    content: `${H}A1,${cell},\n`,
  })),
  {
    breaks: 'that nothing begins like a formula: an order id',
    issue: 'info formula_prefix 1 2 order_id',
    content: `${H}-A1,,\n`,
  },
  {
    breaks: 'that no apostrophe is left: an order id',
    issue: 'error exported_apostrophe 1 2 order_id',
    content: `${H}'-1,,\n`,
    definition: column('order_id', { schema: undefined }),
  },
  ...["'=t", "'+1", "'-1", "'@t", "''t", "' =t"].map(cell => ({
    breaks: `that no apostrophe is left: ${cell}`,
    issue: 'warning exported_apostrophe 1 2 txn_id',
    content: `${H}A1,${cell},\n`,
  })),

  {
    breaks: 'that an order is there once',
    issue: 'error duplicate_value 3 4 order_id',
    content: `${H}A1,,\nA2,,\nA1,t,\n`,
  },
  {
    breaks: 'that an order is there once: quoted',
    issue: 'error duplicate_value 2 3 order_id',
    content: `${H}"A1",é,\nA1,,\n`,
  },
  {
    breaks: 'that an order is there once: tolerant',
    issue: 'warning duplicate_value 2 3 order_id',
    content: `${H}A1,,\nA1,,\n`,
    definition: tolerant,
  },
  {
    breaks: 'that an order is there once with a transaction',
    issue: 'error duplicate_value 3 4 order_id',
    content: `${H}A1,t,\nA1,u,\nA1,t,\n`,
    definition: byTransaction,
  },
  {
    breaks: 'that an order is there once, far down in a large file',
    issue: 'error duplicate_value 20001 20002 order_id',
    content: `${H}${many}A19999,,\n`,
    definition: large,
  },
  {
    breaks: 'that an order is there once, far up in a large file of other characters',
    issue: 'error duplicate_value 20001 20002 order_id',
    content: `${H}${many.replaceAll(',,', ',é,')}A7,,\n`,
    definition: large,
  },
  {
    breaks: 'that case makes no difference',
    issue: 'warning case_only_duplicate 2 3 order_id',
    content: `${H}Ab,,\naB,,\n`,
  },
  {
    breaks: 'that case makes no difference, in a large file',
    issue: 'warning case_only_duplicate 20001 20002 order_id',
    content: `${H}${many}a19999,,\n`,
    definition: large,
  },
  {
    breaks: 'that a request is there once, whatever its case',
    issue: 'warning repeated_request_id 3 4 unique_request_id',
    content: `${H}A1,,R\nA2,,r\nA3,,R\n`,
  },
  {
    breaks: 'that a request is there once, in a large file',
    issue: 'warning repeated_request_id 20002 20003 unique_request_id',
    content: `${H}${many}B1,,R\nB2,,R\n`,
    definition: large,
  },
  {
    breaks: 'that a request is there once, also where orders may come back',
    issue: 'warning repeated_request_id 2 3 unique_request_id',
    content: `${H}A1,t,R\nA1,u,R\n`,
    definition: byTransaction,
  },

  ...(
    [
      ['scientific', ['1.23E+11', '"1,5E+09"', '9E+15']],
      ['decimal', ['123.0', '0.0']],
      ['date', ['31/1/25', '1.2.2025', '2025-01-31', '31/01/2025 10:00', '1-Mar', '01-Mar-25', 'Mar-25']],
      ['formula_error', ['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '###']],
      ['smart_quotes', ['‘t', '’t', '‚t', '“t', '”t', '„t', 't”']],
    ] as const
  ).flatMap(([kind, cells]) =>
    cells.map(cell => ({
      breaks: `that no spreadsheet touched an id: ${cell}`,
      issue: `warning spreadsheet_damage 1 2 txn_id ${kind}`,
      content: `${H}A1,${cell},\n`,
    })),
  ),
  {
    breaks: 'that no spreadsheet touched an order id',
    issue: 'warning spreadsheet_damage 1 2 order_id date',
    content: `${H}12-Jan,12-Jan,\n`,
    definition: column('txn_id', { identifier: false }),
  },
  {
    breaks: 'that no spreadsheet touched a request id',
    issue: 'warning spreadsheet_damage 1 2 unique_request_id decimal',
    content: `${H}A1,,12.0\n`,
  },
  {
    breaks: 'that ids keep their leading zeros: others have theirs',
    issue: 'warning spreadsheet_damage 31 32 order_id leading_zeros',
    content: `${H}${Array.from({ length: 30 }, (_, index) => `00${1000 + index},,\n`).join('')}1234,,\n`,
  },
  {
    breaks: 'that ids keep their leading zeros: others begin with any digit',
    issue: 'warning spreadsheet_damage 31 32 txn_id leading_zeros',
    content: `${H}${tens.map((id, index) => `A${index},${id},\n`).join('')}B,123456789,\n`,
  },
];

/** As the table has it. */
function shortened({ severity, code, row, line, column: name, params = {} }: Issue): string {
  const said = ['reason', 'type', 'expected', 'found']
    .map(key => params[key])
    .filter(param => typeof param === 'string');
  return [severity, code, row ?? '-', line ?? '-', name ?? '-', ...said].join(' ');
}

describe('A file in which one rule is broken', () => {
  for (const { breaks, issue, content, fileName = 'orders.csv', definition } of files) {
    const rules = { ...batchSync, ...definition };

    // A file cannot hold half a surrogate pair, text has neither bytes nor a name.
    const isText = typeof content === 'string';
    if (!isText || !/\p{Surrogate}/u.test(content)) {
      it(`has that issue and no other, as a file: ${breaks}`, async () => {
        const file = csvFile(isText ? content : Uint8Array.from(content), fileName);
        const report = await validateFile(file, rules);
        expect(report.issues.map(shortened)).to.deep.equal([issue]);
        expect(report.ok).to.equal(!issue.startsWith('error'));
      });
    }

    if (!isText || issue.endsWith('extension')) continue;
    it(`has that issue and no other, as text: ${breaks}`, () => {
      const report = validateText(content, rules);
      expect(report.issues.map(shortened)).to.deep.equal([issue]);
      expect(report.ok).to.equal(!issue.startsWith('error'));
    });
  }

  for (const cell of ['\tt', '"\rt"']) {
    it(`is told of by both rules that it breaks: ${JSON.stringify(cell)}`, () => {
      const { issues } = validateText(`${H}A1,${cell},\n`, batchSync);
      const [space, formula] = ['warning surrounding_space 1 2 txn_id', 'info formula_prefix 1 2 txn_id'];
      expect(issues.map(shortened)).to.deep.equal([space, formula]);
    });
  }

  it('is refused where it cannot be read any more', async () => {
    const gone = csvFile(`${H}A1,,\n`, 'orders.csv');
    gone.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    const report = await validateFile(gone, batchSync);
    expect(report.issues.map(shortened)).to.deep.equal(['error not_csv - - - unreadable']);
  });

  it('is refused where it is shorter than it was when it was chosen', async () => {
    const cut = csvFile(`${H}A1,,\n`, 'orders.csv');
    cut.slice = () => new Blob([H]);
    const report = await validateFile(cut, batchSync);
    expect(report.issues.map(shortened)).to.deep.equal(['error not_csv - - - unreadable']);
  });

  it('is refused where a large one cannot be read to its end', async () => {
    const torn = csvFile(H + sound(700_000), 'orders.csv');
    const slice = torn.slice.bind(torn);
    torn.slice = (...range) => (Number(range[0]) > 3_000_000 ? new Blob() : slice(...range));
    const report = await validateFile(torn, { ...batchSync, ...large });
    expect(report.issues.map(shortened)).to.deep.equal(['error not_csv - - - unreadable']);
  });
});

describe('A large file that never ends what it began', () => {
  const long = 'x'.repeat(6_000_000);
  const endless: readonly (readonly [what: string, content: string, issues: readonly string[]])[] = [
    ['a row', `${H}A1,${long}`, ['error not_csv 1 2 - endless_record']],
    ['a quoted cell', `${H}A1,"${long}`, ['error unclosed_quote 1 2 -']],
    [
      'a header',
      long,
      [
        'error missing_column - 1 order_id',
        'error missing_column - 1 txn_id',
        'error missing_column - 1 unique_request_id',
        'error not_csv - 1 - endless_record',
      ],
    ],
  ];
  for (const [what, content, issues] of endless) {
    it(`is given up before its end: ${what}`, async () => {
      const report = await validateFile(csvFile(content, 'orders.csv'), { ...batchSync, ...large });
      expect(report.issues.map(shortened).sort()).to.deep.equal(issues);
      expect(report.rowCountExact).to.equal(false);
    });
  }
});
