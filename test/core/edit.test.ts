import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import type { CellSchema } from '../../src/core/definition.js';
import { validateFile, validateText } from '../../src/core/intake/validate.js';
import { editCell, removeRows } from '../../src/core/repair/change-rows.js';
import { applyRepairs } from '../../src/core/repair/repairs.js';
import type { ValidationReport } from '../../src/core/report.js';
import { cellsOf, csvFile, H, rows, shorten } from './intake-support.js';

/** Rows, what a person does, what is wrong then. */
const tables: [name: string, text: string, act: (report: ValidationReport) => ValidationReport, issues: string[]][] = [
  ['a wrong value that is put right', 'A 1,t,r\n', r => editCell(r, 1, 'order_id', 'A1'), []],
  [
    'a right value that is made wrong',
    'A1,t,r\n',
    r => editCell(r, 1, 'order_id', ' A1'),
    ['surrounding_space 1 2 order_id'],
  ],
  ['a value that is taken away', 'A1,t,r\n', r => editCell(r, 1, 'order_id', ''), ['empty_value 1 2 order_id']],
  ['the second of two', 'A,,\nA,,\n', r => editCell(r, 2, 'order_id', 'B'), []],
  ['the first of three', 'A,,\nA,,\nA,,\n', r => editCell(r, 1, 'order_id', 'B'), ['duplicate_value 3 4 order_id']],
  [
    'a value that another row has',
    'A,,\nB,,\n',
    r => editCell(r, 1, 'order_id', 'B'),
    ['duplicate_value 2 3 order_id'],
  ],
  [
    'a value that another row has but for case',
    'A,,\nB,,\n',
    r => editCell(r, 2, 'order_id', 'a'),
    ['case_only_duplicate 2 3 order_id'],
  ],
  [
    'a request id',
    'A,,q\nB,,r\nC,,q\n',
    r => editCell(r, 1, 'unique_request_id', 'r'),
    ['repeated_request_id 2 3 unique_request_id'],
  ],
  ['the first of two, removed', 'A,,\nA,,\n', r => removeRows(r, [1]), []],
  ['a row of its own, removed', 'A,,\nA,,\nB B,,\n', r => removeRows(r, [3]), ['duplicate_value 2 3 order_id']],
  ['all rows, removed', 'A,,\nA,,\n', r => removeRows(r, [2, 1]), ['no_rows - - -']],
  ['a cell that a short row does not have', 'A\n', r => editCell(r, 1, 'unique_request_id', 'r'), []],
  [
    'a row that becomes comparable when it is no longer short',
    'A,,\nA\n',
    r => editCell(r, 2, 'unique_request_id', 'r'),
    ['duplicate_value 2 3 order_id'],
  ],
  [
    'a row that another edit made alike',
    'A,,\nB,,\nC,,\n',
    r => editCell(editCell(r, 1, 'order_id', 'X'), 3, 'order_id', 'X'),
    ['duplicate_value 3 4 order_id'],
  ],
  ['a row twice', 'A,,\nB,,\n', r => editCell(editCell(r, 2, 'order_id', 'A'), 2, 'order_id', 'C'), []],
];

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

describe('After an edit', () => {
  for (const [name, text, act, issues] of tables) {
    it(`judges again ${name}`, () => {
      const report = rows(text);
      const before = shorten(report);
      const changed = act(report);
      expect(shorten(changed)).to.deep.equal(issues);
      expect(changed.ok).to.equal(!issues.some(issue => !/^(case_only|repeated)/.test(issue)));
      expect(shorten(report), 'undo').to.deep.equal(before);
    });
  }

  it('a cell that the wrong encoding spoilt is still not judged, and not compared', async () => {
    const spoilt = [0x43, 0xe9];
    const lines = [...`${H}A 1,t,r\n`].map(character => character.charCodeAt(0));
    const content = Uint8Array.from([...lines, ...spoilt, 0x2c, 0x74, 0x0a, ...spoilt, 0x2c, 0x75, 0x2c, 0x0a]);
    const report = await validateFile(csvFile(content), batchSync);
    expect(shorten(report)).to.deep.equal([
      'invalid_value 1 2 order_id',
      'invalid_encoding - 3 -',
      'missing_cell 2 3 -',
    ]);
    const changed = editCell(editCell(report, 2, 'unique_request_id', 'q'), 3, 'unique_request_id', 'q');
    expect(shorten(changed)).to.deep.equal([
      'invalid_value 1 2 order_id',
      'invalid_encoding - 3 -',
      'repeated_request_id 3 4 unique_request_id',
    ]);
    expect(shorten(editCell(changed, 1, 'order_id', 'B 1'))).to.include('invalid_value 1 2 order_id');
  });

  it('empty values are not compared, within a transaction neither', () => {
    const report = rows('A,t,\nB,t,\nC\n', { duplicates: 'by-transaction' });
    const changed = editCell(editCell(report, 1, 'order_id', ''), 2, 'order_id', '');
    expect(shorten(changed)).to.deep.equal([
      'empty_value 1 2 order_id',
      'empty_value 2 3 order_id',
      'missing_cell 3 4 -',
    ]);
    expect(shorten(editCell(report, 2, 'order_id', 'A'))).to.deep.equal([
      'duplicate_value 2 3 order_id',
      'missing_cell 3 4 -',
    ]);
    expect(shorten(editCell(editCell(report, 2, 'order_id', 'A'), 1, 'txn_id', 'u'))).to.deep.equal([
      'missing_cell 3 4 -',
    ]);
  });

  it('the same value again is no edit', () => {
    const report = rows('A,t,\n');
    expect(editCell(report, 1, 'txn_id', 't')).to.equal(report);
    expect(removeRows(report, [])).to.equal(report);
  });

  it('what is not there cannot be edited or removed', () => {
    const report = removeRows(rows('A,,\nB,,\n'), [1]);
    expect(() => editCell(report, 1, 'txn_id', 't')).to.throw(RangeError);
    expect(() => editCell(report, 3, 'txn_id', 't')).to.throw(RangeError);
    expect(() => editCell(report, 2, 'note', 't')).to.throw(RangeError);
    expect(() => removeRows(report, [1])).to.throw(RangeError);
    expect(() => removeRows(report, [1.5])).to.throw(RangeError);
    expect(() => editCell(validateText('order_id;x\nA;B\n', batchSync), 1, 'order_id', 'C')).to.throw(RangeError);
    expect(() => editCell({ ...report, records: rows('A,,\n').records }, 2, 'txn_id', 't')).to.throw(TypeError);
  });

  it('the record, the counts and the repairs are those of the new value', () => {
    const report = rows(' A,t,r\n B,t,s\n');
    const changed = editCell(report, 1, 'order_id', 'A');
    expect(changed.records.at(0)).to.deep.equal({ row: 1, line: 2, cells: ['A', 't', 'r'] });
    expect(changed.counts).to.deep.equal([
      { code: 'surrounding_space', severity: 'error', column: 'order_id', count: 1 },
    ]);
    expect(changed.repairs).to.deep.equal(['trim_cells']);
    expect(editCell(changed, 2, 'order_id', 'B').repairs).to.deep.equal([]);
    expect(cellsOf(applyRepairs(changed, ['trim_cells']))).to.deep.equal([
      ['A', 't', 'r'],
      ['B', 't', 's'],
    ]);
  });

  it('rows keep their numbers when others go', () => {
    const report = removeRows(rows('A,,\nB,,\nC,,\nD,,\nE,,\n'), [2, 4]);
    expect(report.records.map(({ row, line }) => [row, line])).to.deep.equal([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect([report.rowCount, report.records.at(-1)?.cells[0], report.records.at(3)]).to.deep.equal([3, 'E', undefined]);
  });

  it('what is wrong with the file stays: its header, its blank lines, its quotes', () => {
    const report = validateText('order_id,txn_id\n\nA 1,t\nA2,t\nA3,"t\n', batchSync);
    const changed = removeRows(editCell(report, 1, 'order_id', 'A1'), [2]);
    expect(shorten(changed)).to.deep.equal([
      'missing_column - 1 unique_request_id',
      'blank_line - 2 -',
      'unclosed_quote 3 5 txn_id',
    ]);
  });

  it('lost zeros come to light, and are forgotten', () => {
    const text = many(30, index => `A${index},00${100 + index},\n`);
    const report = rows(text);
    expect(report.issues.length).to.equal(0);
    const damaged = editCell(report, 5, 'txn_id', '104');
    expect(shorten(damaged)).to.deep.equal(['spreadsheet_damage 5 6 txn_id']);
    const again = editCell(damaged, 9, 'txn_id', '108');
    expect(shorten(again)).to.deep.equal(['spreadsheet_damage 5 6 txn_id', 'spreadsheet_damage 9 10 txn_id']);
    expect(shorten(editCell(again, 30, 'txn_id', 'text'))).to.deep.equal(shorten(again));
    const few = removeRows(
      again,
      Array.from({ length: 12 }, (_, index) => index + 10),
    );
    expect(few.issues.length, 'too few to say so').to.equal(0);
    expect(shorten(removeRows(again, [9])), 'less').to.deep.equal(['spreadsheet_damage 5 6 txn_id']);
  });

  it('finds the rows with the same value in a long file', () => {
    const text = many(10_000, index => `A${index},,R${index % 9999}\n`);
    const report = rows(text, { limits: { maxRows: 20_000, maxBytes: 5_000_000 } });
    expect(shorten(report)).to.deep.equal(['repeated_request_id 10000 10001 unique_request_id']);
    const changed = editCell(report, 9000, 'order_id', 'a77');
    expect(shorten(changed)).to.deep.equal([
      'case_only_duplicate 9000 9001 order_id',
      'repeated_request_id 10000 10001 unique_request_id',
    ]);
    expect(changed.issues.at(0)?.params).to.deep.equal({ value: 'a77', first: 78, firstLine: 79 });
    expect(shorten(editCell(changed, 78, 'order_id', 'X'))).to.deep.equal([
      'repeated_request_id 10000 10001 unique_request_id',
    ]);
    expect(shorten(removeRows(changed, [1, 9000]))).to.deep.equal([]);
  });

  it('many rows go at once, few of them or most', () => {
    const lines = Array.from(
      { length: 600 },
      (_, index) => `A${index % 250},,R${index % 400}${index % 7 ? '' : ' '}\n`,
    );
    const report = rows(lines.join(''));
    for (const count of [40, 90, 300, 599]) {
      const gone = Array.from({ length: count }, (_, index) => 1 + ((index * 7) % 600));
      const left = lines.filter((_, index) => !gone.includes(index + 1));
      const told = ({ issues }: ValidationReport) =>
        issues.map(({ code, column, params }) => [code, column, params?.['value']]);
      expect(told(removeRows(report, gone)), `${count}`).to.deep.equal(told(rows(left.join(''))));
    }
  });

  it('costs what it changes: no other row is judged again', () => {
    const asked: unknown[] = [];
    const schema: CellSchema = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: value => {
          asked.push(value);
          return {};
        },
      },
    };
    const columns = batchSync.columns.map(column => ({ ...column, schema }));
    const text = many(5000, index => `A${index},t,R${index % 2500}\n`);
    const report = validateText(H + text, { ...batchSync, columns, limits: { maxRows: 9000, maxBytes: 5_000_000 } });
    asked.length = 0;
    const changed = editCell(report, 17, 'order_id', 'B');
    expect(asked).to.deep.equal(['B', 't', 'R16']);
    removeRows(changed, [2501]);
    expect(asked.length).to.equal(3);
    expect(changed.issues.at(0)).to.deep.equal(report.issues.at(0));
  });

  it('a file that was too large to keep can be edited too', async () => {
    const limits = { maxRows: 2_000_000, maxBytes: 20_000_000 };
    const text = H + many(300_000, index => `ORD_${index},t${index},\n`);
    const report = await validateFile(csvFile(text), { ...batchSync, limits });
    const changed = editCell(report, 250_000, 'order_id', 'ORD_7');
    expect(shorten(changed)).to.deep.equal(['duplicate_value 250000 250001 order_id']);
    expect([report.ok, removeRows(changed, [8]).ok]).to.deep.equal([true, true]);
  }).timeout(30_000);
});
