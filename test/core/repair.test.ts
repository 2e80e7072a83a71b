import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { toText } from '../../src/core/canonical.js';
import { validateFile, validateText } from '../../src/core/intake/validate.js';
import type { RepairName } from '../../src/core/issue.js';
import { editCell, removeRows } from '../../src/core/repair/change-rows.js';
import { previewRepair } from '../../src/core/repair/preview.js';
import { applyRepairs } from '../../src/core/repair/repairs.js';
import { sentFile } from '../../src/core/repair/sent-file.js';
import { splitReport } from '../../src/core/repair/split.js';
import { rowsWithErrors, validRowsOnly } from '../../src/core/repair/valid-rows.js';
import { cellsOf, csvFile, H, rows, shorten } from './intake-support.js';

const encoder = new TextEncoder();

function bytes(...parts: (string | number[])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? [...encoder.encode(part)] : part)));
}

async function sentText(report: Parameters<typeof sentFile>[0]): Promise<string | undefined> {
  return sentFile(report)?.text();
}

/** Header and rows, a repair, header and rows after it. */
const tables: [name: string, before: string, repair: RepairName, after: string][] = [
  [
    'a short row, when a column before its end goes',
    'order_id,x,txn_id\nA,1\nB\n',
    'drop_columns',
    'order_id,txn_id\nA\nB\n',
  ],
  [
    'a short row, when a column behind its end goes',
    'order_id,txn_id,x\nA,t\n',
    'drop_columns',
    'order_id,txn_id\nA,t\n',
  ],
  ['a row of which nothing would be left', 'x,order_id\n1\n2,B\n', 'drop_columns', 'order_id\n""\nB\n'],
  ['a long row, when a column goes', 'order_id,x,txn_id\nA,1,t,4,5\n', 'drop_columns', 'order_id,txn_id\nA,t,4,5\n'],
  [
    'each column that is not expected, and each repeated one',
    'x,order_id,txn_id,y,Order ID\n1,A,t,2,B\n',
    'drop_columns',
    'order_id,txn_id\nA,t\n',
  ],
  [
    'a column at its place among the others',
    'order_id,unique_request_id\nA,r\n',
    'add_columns',
    'order_id,txn_id,unique_request_id\nA,,r\n',
  ],
  [
    'columns in front, where none comes before them',
    'unique_request_id\nr\n',
    'add_columns',
    'txn_id,unique_request_id\n,r\n',
  ],
  [
    'a short row, when a column is added behind it',
    'order_id,unique_request_id\nA\n',
    'add_columns',
    'order_id,txn_id,unique_request_id\nA\n',
  ],
  [
    'a long row, when columns are added',
    'order_id\nA,1\n',
    'add_columns',
    'order_id,txn_id,unique_request_id\nA,,,1\n',
  ],
  [
    'columns, and those that are not expected last',
    'x,unique_request_id,order_id,y,txn_id\n1,r,A,2,t\n',
    'reorder_columns',
    'order_id,txn_id,unique_request_id,x,y\nA,t,r,1,2\n',
  ],
  [
    'a short row, when columns change places',
    'unique_request_id,order_id,txn_id\nr,A\n',
    'reorder_columns',
    'order_id,txn_id,unique_request_id\nA,,r\n',
  ],
  [
    'names only',
    'OrderID,transaction_id,Request Id\n A,t,r\n',
    'rename_columns',
    'order_id,txn_id,unique_request_id\n A,t,r\n',
  ],
  ['only cells beyond the header, and only empty ones', `${H}A,,,,\nB,,,x,\n`, 'drop_cells', `${H}A,,\nB,,,x,\n`],
  ['rows that are too short', `${H}A\nB,t\nC,t,r\n`, 'pad_cells', `${H}A,,\nB,t,\nC,t,r\n`],
  [
    'no row in which a required cell is missing',
    'txn_id,order_id,unique_request_id\nt\nt,A\n',
    'pad_cells',
    'txn_id,order_id,unique_request_id\nt\nt,A,\n',
  ],
  ['outer blanks of all kinds, but not inner ones', `${H}A ,"\nt t\u3000",\u00A0\n`, 'trim_cells', `${H}A,t t,\n`],
  ['no required cell that is nothing but blanks', `${H}  ,t ,\n`, 'trim_cells', `${H}  ,t,\n`],
  ['one apostrophe of each', `${H}'-1,'=t,''r\nA,'tis,'90\n`, 'undo_apostrophe', `${H}-1,=t,'r\nA,'tis,'90\n`],
];

describe('A repair', () => {
  for (const [name, before, repair, after] of tables) {
    it(`${repair} changes ${name}`, () => {
      const report = validateText(before, batchSync);
      expect(report.repairs).to.include(repair);
      const repaired = applyRepairs(report, [repair]);
      const expected = validateText(after, batchSync);
      expect([repaired.header?.cells, ...cellsOf(repaired)]).to.deep.equal([
        expected.header?.cells,
        ...cellsOf(expected),
      ]);
    });
  }

  it('that is not offered changes nothing', () => {
    const report = rows(' A,t,r\n');
    expect(applyRepairs(report, [])).to.equal(report);
    expect(applyRepairs(report, ['pad_cells', 'reencode', 'split'])).to.equal(report);
  });

  it('leaves the names of rows and lines as they are in the file', () => {
    const report = rows('"A","x\ny",\n\n B,t\nB,t,,\n');
    const repaired = applyRepairs(report, report.repairs);
    expect(shorten(repaired)).to.deep.equal(['duplicate_value 3 6 order_id']);
    expect(repaired.issues.at(0)?.params).to.deep.equal({ value: 'B', first: 2, firstLine: 5 });
    expect(repaired.records.map(({ row, line }) => [row, line])).to.deep.equal([
      [1, 2],
      [2, 5],
      [3, 6],
    ]);
  });

  it('is remembered, and takes nothing from the report before it', () => {
    const report = rows(' A,t\n');
    const said = JSON.stringify([report, report.records.slice(), report.issues.slice()]);
    const repaired = applyRepairs(report, ['trim_cells', 'pad_cells']);
    expect(repaired.changes).to.deep.equal([
      { kind: 'repair', repair: 'pad_cells' },
      { kind: 'repair', repair: 'trim_cells' },
    ]);
    expect(repaired.source).to.equal(report.source);
    expect(JSON.stringify([report, report.records.slice(), report.issues.slice()])).to.equal(said);
  });

  it('of the header is offered only once commas divide it', () => {
    const report = validateText('Order ID;note;txn_id;unique_request_id\nA;n;t;r\n', batchSync);
    expect(report.repairs).to.deep.equal(['convert_delimiter']);
    const divided = applyRepairs(report, report.repairs);
    expect(divided.repairs).to.deep.equal(['drop_columns', 'rename_columns']);
    expect(toText(applyRepairs(divided, divided.repairs))).to.equal(`${H.trim()}\r\nA,t,r\r\n`);
  });

  it('of lines leaves the rest as it was told, though another delimiter divides it', () => {
    const report = validateText('Order ID;note;txn_id;unique_request_id\n\nA;n;t;r\nB;n;t;s\n', batchSync);
    const left = ['wrong_delimiter - 1 -', 'column_alias - 1 order_id', 'unknown_column - 1 -'];
    expect(shorten(report)).to.deep.equal([...left, 'blank_line - 2 -']);
    const repaired = applyRepairs(report, ['drop_blank_lines']);
    expect(shorten(repaired)).to.deep.equal(left);
    const fewer = removeRows(repaired, [2]);
    expect(shorten(fewer)).to.deep.equal(left);
    const divided = applyRepairs(fewer, ['convert_delimiter']);
    expect(cellsOf(divided)).to.deep.equal([['A', 'n', 't', 'r']]);
    expect(divided.issues.map(({ code }) => code)).to.deep.equal(['column_alias', 'unknown_column']);
  });

  it('makes what an earlier one brings to light, where it is named too', () => {
    const report = validateText('Order ID;txn_id;unique_request_id\n A;t\n', batchSync);
    const all: RepairName[] = ['pad_cells', 'trim_cells', 'rename_columns', 'convert_delimiter'];
    expect(toText(applyRepairs(report, all))).to.equal(`${H.trim()}\r\nA,t,\r\n`);
  });

  it('is not offered for a header without a column that is known: there would be nothing left', () => {
    expect(validateText('A1,t1,r1\nA2,t2,r2\n', batchSync).repairs).to.deep.equal([]);
  });

  it('is kept where there is nothing to read again: text that is not well formed, a file that was too large to keep', async () => {
    expect(rows('A\uD800,t,r\n').repairs).to.deep.equal([]);
    const limits = { maxRows: 2_000_000, maxBytes: 20_000_000 };
    const lines = 'order_id;txn_id;unique_request_id\n' + 'A;t;r\n'.repeat(900_000);
    const report = await validateFile(csvFile(lines), { ...batchSync, limits });
    expect([report.source.text, report.repairs]).to.deep.equal([null, []]);
  }).timeout(30_000);
});

describe('Another encoding', () => {
  it('is told by its byte order mark, and changes only what was wrong', async () => {
    const content = bytes(H, 'A1,Jos\u00e9,caf', [0xe9], '\nA2,"', [0x93], 'x', [0x94], '",\u20ac\n');
    const report = await validateFile(csvFile(content), batchSync);
    const { rows: changed, changedRows, repaired } = previewRepair(report, ['reencode']);
    expect(changedRows).to.equal(2);
    expect(changed[0]).to.deep.equal({
      row: 1,
      line: 2,
      before: ['A1', 'José', 'caf\uFFFD'],
      after: ['A1', 'José', 'café'],
    });
    expect(cellsOf(repaired)[1]).to.deep.equal(['A2', '“x”', '€']);
    expect(repaired.ok).to.equal(true);
  });

  it('is that of each byte that is no UTF-8, and of no other', async () => {
    const sequences: [bytes: number[], read: string][] = [
      [[0x41, 0xc3, 0xa9, 0x42], 'AéB'],
      [[0xe2, 0x82, 0xac], '€'],
      [[0xf0, 0x9f, 0x98, 0x80], '😀'],
      [[0xf4, 0x8f, 0xbf, 0xbf], '\u{10FFFF}'],
      [[0xed, 0x9f, 0xbf], '\uD7FF'],
      [[0xc0, 0x80], 'À€'],
      [[0xc1, 0xbf], 'Á¿'],
      [[0xe0, 0x9f, 0xbf], 'àŸ¿'],
      [[0xed, 0xa0, 0x80], 'í €'.replace(' ', '\u00A0')],
      [[0xf0, 0x8f, 0xbf, 0xbf], 'ð\uFFFD¿¿'],
      [[0xf4, 0x90, 0x80, 0x80], 'ô\uFFFD€€'],
      [[0xf5, 0x80, 0x80, 0x80], 'õ€€€'],
      [[0xe2, 0x82, 0x41], 'â‚A'],
      [[0xe2, 0x28, 0xac], 'â(¬'],
      [[0x80, 0xc3, 0xa9, 0xff], '€éÿ'],
    ];
    for (const [sequence, read] of sequences) {
      const report = await validateFile(csvFile(bytes(H, 'A1,', [0xff], 'x', sequence, '\n')), batchSync);
      expect(cellsOf(applyRepairs(report, ['reencode']))[0], read).to.deep.equal(['A1', `ÿx${read}`]);
    }
    const cut = await validateFile(csvFile(bytes(H, 'A1,t,', [0xe2, 0x82])), batchSync);
    expect(cellsOf(applyRepairs(cut, ['reencode']))).to.deep.equal([['A1', 't', 'â‚']]);
  });

  it('stays wrong where it is not even that', async () => {
    const content = Uint8Array.from([
      0xff,
      0xfe,
      ...[...`${H}A1,`].flatMap(c => [c.charCodeAt(0), 0]),
      0x00,
      0xd8,
      0x0a,
      0,
    ]);
    const report = await validateFile(csvFile(content), batchSync);
    const repaired = applyRepairs(report, report.repairs);
    expect(shorten(repaired).slice(0, 1)).to.deep.equal(['invalid_encoding - 2 -']);
    expect(repaired.repairs).not.to.include('reencode');
    expect(repaired.ok).to.equal(false);
  });

  it('names the first byte that Windows-1252 does not have either', async () => {
    for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) {
      const content = bytes(H, 'A1,caf', [0xe9], ',\nA2,\uFFFD', [byte], ',\nA3,t,\n');
      const repaired = applyRepairs(await validateFile(csvFile(content), batchSync), ['reencode']);
      expect(shorten(repaired)).to.deep.equal(['invalid_encoding - 3 -']);
      expect(cellsOf(repaired).map(([, transaction]) => transaction)).to.deep.equal(['café', '\uFFFD\uFFFD', 't']);
      expect(repaired.repairs).to.deep.equal([]);
      expect(repaired.ok).to.equal(false);
    }
  });

  it('keeps what was edited and removed before', async () => {
    const content = bytes(H, 'A1,caf', [0xe9], ', r\nA 2,t,s\nA3,t,\n');
    const report = await validateFile(csvFile(content), batchSync);
    const changed = removeRows(editCell(applyRepairs(report, ['trim_cells']), 2, 'order_id', 'A2'), [3]);
    const repaired = applyRepairs(changed, ['reencode']);
    expect(cellsOf(repaired)).to.deep.equal([
      ['A1', 'café', 'r'],
      ['A2', 't', 's'],
    ]);
    expect(repaired.ok).to.equal(true);
    expect(repaired.changes.map(({ kind }) => kind)).to.deep.equal(['repair', 'repair', 'edit', 'remove']);
  });

  it('may be found together with another delimiter', async () => {
    const content = bytes('order_id;txn_id;unique_request_id\nA1;caf', [0xe9], ';"a;b"\n');
    const report = await validateFile(csvFile(content), batchSync);
    const repaired = applyRepairs(report, ['convert_delimiter', 'reencode']);
    expect(cellsOf(repaired)).to.deep.equal([['A1', 'café', 'a;b']]);
    const half = applyRepairs(report, ['convert_delimiter']);
    expect(shorten(half)).to.deep.equal(['invalid_encoding - 2 -']);
    expect(cellsOf(applyRepairs(half, ['reencode']))).to.deep.equal(cellsOf(repaired));
  });

  it('with a second byte order mark keeps that fault while the delimiter is converted', () => {
    const report = validateText('\uFEFF\uFEFForder_id;txn_id;unique_request_id\nA1;t;r\n', batchSync);
    const divided = applyRepairs(report, ['convert_delimiter']);
    expect(shorten(divided)).to.deep.equal(['invalid_encoding - 1 -']);
    expect(applyRepairs(divided, ['reencode']).ok).to.equal(true);
  });
});

describe('A preview', () => {
  it('shows the header and the first rows that change, and how many do', () => {
    const text = Array.from({ length: 50 }, (_, index) => `A${index}${index % 2 ? ' ' : ''},t,\n`).join('');
    const preview = previewRepair(rows(text), ['trim_cells'], 2);
    expect(preview.changedRows).to.equal(25);
    expect(preview.rows).to.deep.equal([
      { row: 2, line: 3, before: ['A1 ', 't', ''], after: ['A1', 't', ''] },
      { row: 4, line: 5, before: ['A3 ', 't', ''], after: ['A3', 't', ''] },
    ]);
    expect(preview.header.after).to.equal(preview.header.before);
    expect(preview.repaired.ok).to.equal(true);
  });

  it('has no rows before where none could be read', async () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...`${H}A1,,\n`].flatMap(c => [c.charCodeAt(0), 0])]);
    const preview = previewRepair(await validateFile(csvFile(utf16), batchSync), ['reencode']);
    expect(preview.header).to.deep.equal({ before: null, after: H.trim().split(',') });
    expect(preview.rows).to.deep.equal([{ row: 1, line: 2, before: null, after: ['A1', '', ''] }]);
  });
});

describe('What is sent', () => {
  const given = '\uFEFForder_id,"txn_id",unique_request_id\r\n\nA1,"t",r\rA2,,';

  it('is the file byte for byte while nothing was changed', async () => {
    const report = await validateFile(csvFile(given), batchSync);
    const sent = new Uint8Array(await sentFile(report)!.arrayBuffer());
    expect([...sent]).to.deep.equal([...encoder.encode(given)]);
  });

  it('is the canonical text after a repair, an edit or a removal', async () => {
    const report = await validateFile(csvFile(given), batchSync);
    const header = `${H.trim()}\r\n`;
    expect(await sentText(applyRepairs(report, ['drop_blank_lines']))).to.equal(`${header}A1,t,r\r\nA2,,\r\n`);
    expect(await sentText(editCell(report, 2, 'txn_id', 'x,y'))).to.equal(`${header}A1,t,r\r\nA2,"x,y",\r\n`);
    expect(await sentText(removeRows(report, [1]))).to.equal(`${header}A2,,\r\n`);
  });

  it('is pasted text in UTF-8', async () => {
    expect(await sentText(rows('A1,é,r\n'))).to.equal(`${H}A1,é,r\n`);
  });

  it('is the file itself where that was too large to keep', async () => {
    const limits = { maxRows: 2_000_000, maxBytes: 20_000_000 };
    const text = H + Array.from({ length: 600_000 }, (_, index) => `A${index},,,`.slice(0, -1)).join('\n');
    const report = await validateFile(csvFile(text), { ...batchSync, limits });
    expect(sentFile(report)).to.equal(null);
  }).timeout(30_000);

  it('is never a file with an error', () => {
    expect(() => sentFile(rows('A 1,t,r\n'))).to.throw(RangeError);
  });
});

describe('A file with too many rows', () => {
  const three = { limits: { maxRows: 3, maxBytes: 10_000 } };

  it('is split into files that are judged each by itself', () => {
    const report = validateText(
      `${H}A1,,\n\nA2,,\nA3,,\nA1,,\nA 5,,\nA6,,\nA7,,\n`,
      { ...batchSync, ...three },
      { fileName: 'October.CSV' },
    );
    const parts = splitReport(report);
    expect(parts.map(({ fileName }) => fileName)).to.deep.equal([
      'October_part_1_of_3.csv',
      'October_part_2_of_3.csv',
      'October_part_3_of_3.csv',
    ]);
    expect(parts.map(part => part.changes.at(-1))).to.deep.equal([
      { kind: 'split', part: 1, parts: 3, firstRow: 1, lastRow: 3 },
      { kind: 'split', part: 2, parts: 3, firstRow: 4, lastRow: 6 },
      { kind: 'split', part: 3, parts: 3, firstRow: 7, lastRow: 7 },
    ]);
    expect(parts.map(({ ok }) => ok)).to.deep.equal([true, false, true]);
    expect(shorten(parts[1])).to.deep.equal(['invalid_value 5 7 order_id']);
    expect(toText(parts[2])).to.equal(`${H.trim()}\r\nA7,,\r\n`);
    const mended = editCell(parts[1], 5, 'order_id', 'A5');
    expect([mended.ok, mended.fileName]).to.deep.equal([true, 'October_part_2_of_3.csv']);
    expect(toText(mended)).to.equal(`${H.trim()}\r\nA1,,\r\nA5,,\r\nA6,,\r\n`);
  });

  it('is split after rows were removed, by the rows that are left', () => {
    const report = removeRows(rows('A1,,\nA2,,\nA3,,\nA4,,\nA5,,\n', three), [2]);
    expect(splitReport(report).map(cellsOf)).to.deep.equal([
      [
        ['A1', '', ''],
        ['A3', '', ''],
        ['A4', '', ''],
      ],
      [['A5', '', '']],
    ]);
  });

  it('can be repaired in its parts', () => {
    const [, part] = splitReport(rows("A1,,\nA2,,\nA3,,\n A4,t\n'-5,,\n", three));
    const repaired = applyRepairs(part, part.repairs);
    expect(shorten(repaired)).to.deep.equal([]);
    expect(cellsOf(repaired)).to.deep.equal([
      ['A4', 't', ''],
      ['-5', '', ''],
    ]);
  });

  it('judges the rows that come within the limit when others go', () => {
    const report = rows('A1,,\nA2,,\nA3,,\nA 4,,\nA1,,\n', three);
    expect(shorten(report)).to.deep.equal(['row_limit_exceeded 4 5 -']);
    expect(shorten(removeRows(report, [2]))).to.deep.equal(['invalid_value 4 5 order_id', 'row_limit_exceeded 5 6 -']);
    expect(shorten(removeRows(report, [2, 3]))).to.deep.equal([
      'invalid_value 4 5 order_id',
      'duplicate_value 5 6 order_id',
    ]);
    expect(cellsOf(validRowsOnly(removeRows(report, [2])))).to.deep.equal([
      ['A1', '', ''],
      ['A3', '', ''],
    ]);
  });

  it('is one part where there are not too many', () => {
    const report = rows('A1,,\n', three);
    expect(splitReport(report)).to.deep.equal([report]);
  });
});

describe('Only the rows without errors', () => {
  it('are left, and a file that is wrong as a whole stays so', () => {
    const report = rows('A1,,\nA 2,,\nA1,t,\nA4, t,\n,,\n');
    expect(rowsWithErrors(report)).to.deep.equal([2, 3, 5]);
    const valid = validRowsOnly(report);
    expect([valid.ok, valid.rowCount]).to.deep.equal([true, 2]);
    expect(shorten(valid)).to.deep.equal(['surrounding_space 4 5 txn_id']);
    const unclosed = validRowsOnly(rows('A1,,\nA 2,,\nA3,"t\n'));
    expect(shorten(unclosed)).to.deep.equal(['unclosed_quote 3 4 txn_id']);
  });

  it('may be none', () => {
    expect(shorten(validRowsOnly(rows('A 1,,\n')))).to.deep.equal(['no_rows - - -']);
  });
});
