import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateText } from '../../src/core/intake/validate.js';
import { cellsOf, H, only, rows, shorten } from './intake-support.js';

/** Name, rows beneath the header, cells as they must be read. */
const sound: [name: string, text: string, cells: string[][]][] = [
  [
    'LF',
    'A1,t,r\nA2,,\n',
    [
      ['A1', 't', 'r'],
      ['A2', '', ''],
    ],
  ],
  ['no line end at the end', 'A1,t,r', [['A1', 't', 'r']]],
  [
    'CRLF',
    'A1,t,r\r\nA2,,\r\n',
    [
      ['A1', 't', 'r'],
      ['A2', '', ''],
    ],
  ],
  [
    'CR',
    'A1,t,r\rA2,,\r',
    [
      ['A1', 't', 'r'],
      ['A2', '', ''],
    ],
  ],
  [
    'every line end in one file',
    'A1,t,r\r\nA2,,\rA3,,\nA4,,',
    [
      ['A1', 't', 'r'],
      ['A2', '', ''],
      ['A3', '', ''],
      ['A4', '', ''],
    ],
  ],
  ['quotes around everything', '"A1","t","r"\n', [['A1', 't', 'r']]],
  [
    'commas, quotes and line ends in quotes',
    'A1,"a,b","say ""hi"""\nA2,"x\r\ny\nz\rw",\n',
    [
      ['A1', 'a,b', 'say "hi"'],
      ['A2', 'x\r\ny\nz\rw', ''],
    ],
  ],
  ['empty quotes', 'A1,"",""\n', [['A1', '', '']]],
  ['nothing but quotes in quotes', 'A1,"""","""""" \n'.replace(' ', ''), [['A1', '"', '""']]],
  ['a quoted cell at the very end', 'A1,t,"r"', [['A1', 't', 'r']]],
  ['line ends that are none', 'A1,a\u0085b,c\u2028d\u2029e\n', [['A1', 'a\u0085b', 'c\u2028d\u2029e']]],
  ['a byte order mark in a cell', 'A1,\uFEFFt,r\uFEFF\n', [['A1', '\uFEFFt', 'r\uFEFF']]],
  [
    'names of Object.prototype',
    '__proto__,constructor,toString\nhasOwnProperty,,\n',
    [
      ['__proto__', 'constructor', 'toString'],
      ['hasOwnProperty', '', ''],
    ],
  ],
];

/** Name, rows beneath the header, issues. */
const faulty: [name: string, text: string, issues: string[]][] = [
  ['a quote in a bare cell', 'A1,t,r\nA2,x"y,r\n', ['malformed_quote 2 3 txn_id']],
  ['a quote at the end of a bare cell', 'A1,t",r\n', ['malformed_quote 1 2 txn_id']],
  ['text after a closing quote', 'A1,t,"x"y\n', ['malformed_quote 1 2 unique_request_id']],
  ['a blank after a closing quote', 'A1,"x" ,r\n', ['malformed_quote 1 2 txn_id']],
  ['a blank before an opening quote', 'A1, "x",r\n', ['malformed_quote 1 2 txn_id']],
  ['a tab after a closing quote', 'A1,"x"\t,r\n', ['malformed_quote 1 2 txn_id']],
  ['a quote that nothing closes', 'A1,t,r\nA2,"x,r\nA3,t,r\n', ['unclosed_quote 2 3 txn_id']],
  ['a lone quote at the end', 'A1,t,"', ['unclosed_quote 1 2 unique_request_id']],
  ['a quote after many lines of a record', 'A1,"x\ny\nz",r"s\n', ['malformed_quote 1 2 unique_request_id']],
  [
    'several, each once for its record',
    'A1,x"y"z,r"\nA2,t,r\n"A3"x,t,r\n',
    ['malformed_quote 1 2 txn_id', 'malformed_quote 3 4 order_id'],
  ],
  [
    'faults before the quote',
    ' A0,t,r\nA1,x"y,r\n A2,t,r\n',
    ['surrounding_space 1 2 order_id', 'malformed_quote 2 3 txn_id'],
  ],
  [
    'missing and extra cells',
    'A1,t\nA2,t,r,x\nA3,t,r,\n',
    ['missing_cell 1 2 -', 'extra_cell 2 3 -', 'extra_cell 3 4 -'],
  ],
  ['a line of blanks is a record', 'A1,t,r\n \t\n', ['missing_cell 2 3 -', 'empty_value 2 3 order_id']],
  ['a line of quotes is a record', 'A1,t,r\n""\n', ['missing_cell 2 3 -', 'empty_value 2 3 order_id']],
  ['a comment is a record', '# A1\n', ['missing_cell 1 2 -', 'invalid_value 1 2 order_id']],
  ['lines count inside quotes', 'A1,"x\r\ny\rz\nw",r\n,t,s\n', ['empty_value 2 6 order_id']],
  [
    'blank lines between, at the end',
    'A1,t,r\n\n\n,t,s\n\n',
    ['blank_line - 3 -', 'empty_value 2 5 order_id', 'blank_line - 6 -'],
  ],
  ['blank lines of CRLF', 'A1,t,r\r\n\r\n,t,s\r\n', ['blank_line - 3 -', 'empty_value 2 4 order_id']],
  ['blank lines of CR', 'A1,t,r\r\r,t,s', ['blank_line - 3 -', 'empty_value 2 4 order_id']],
];

describe('The structure of a file', () => {
  for (const [name, text, cells] of sound) {
    it(`reads ${name}`, () => {
      const report = rows(text);
      expect(report.issues.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
      expect(cellsOf(report)).to.deep.equal(cells);
      expect(report.rowCount).to.equal(cells.length);
      expect(report.rowCountExact).to.equal(true);
    });
  }

  for (const [name, text, issues] of faulty) {
    it(`locates ${name}`, () => {
      expect(shorten(rows(text))).to.deep.equal(issues);
    });
  }

  it('names the physical line of each record', () => {
    const report = rows('A1,"x\ny",r\n\nA2,t,r\rA3,t,r');
    expect(report.records.map(({ row, line }) => [row, line])).to.deep.equal([
      [1, 2],
      [2, 5],
      [3, 6],
    ]);
  });

  it('passes blank lines before the header', () => {
    const report = validateText(`\n\r\n${H},t,r\n`, batchSync);
    expect(shorten(report)).to.deep.equal(['blank_line - 1 -', 'empty_value 1 4 order_id']);
    expect(report.header).to.deep.equal({ line: 3, cells: ['order_id', 'txn_id', 'unique_request_id'] });
  });

  it('counts each run of blank lines', () => {
    expect(only(rows('A1,t,r\n\n\n\nA2,t,r\n\n'), 'blank_line').map(({ params }) => params)).to.deep.equal([
      { count: 3 },
      { count: 1 },
    ]);
  });

  it('says no more of rows than is certain after a wrong quote', () => {
    const report = rows('A1,t,r\nA2,t,r\nA3,x"y,r\nA4,t,r\n');
    expect([report.ok, report.rowCount, report.rowCountExact, report.records.length]).to.deep.equal([
      false,
      2,
      false,
      2,
    ]);
  });

  it('finds the same wherever a file is cut into pieces', () => {
    const text = 'A1,"x""\r\ny",r\r\n\r\nA2,t,"r"\rA3,,\n"A4",t,"\n"\r\n,t,\r\n';
    const expected = shorten(rows(text));
    const cells = cellsOf(rows(text));
    for (let padding = 16_384 - H.length - text.length; padding <= 16_384; padding++) {
      // One long first row moves what follows across the edge of a piece.
      const report = rows(`P,${'x'.repeat(padding - 4)},\n${text}`);
      expect(
        report.records.slice(1).map(record => [...record.cells]),
        `cut at ${padding}`,
      ).to.deep.equal(cells);
      expect(report.issues.length, `cut at ${padding}`).to.equal(expected.length);
    }
  });

  it('reads an empty file, and one of blank lines only, as empty', () => {
    for (const text of ['', '\n', '\r\n\r\n', '\uFEFF', '\uFEFF\n']) {
      expect(shorten(validateText(text, batchSync)), JSON.stringify(text)).to.deep.equal(['empty_file - - -']);
    }
  });

  it('asks for rows beneath the header', () => {
    for (const text of ['', '\n', '\n\n'])
      expect(shorten(rows(text)), JSON.stringify(text)).to.include('no_rows - - -');
  });
});
