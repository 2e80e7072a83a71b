import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import type { BatchDefinition } from '../../src/core/definition.js';
import { validateText } from '../../src/core/intake/validate.js';
import { cellsOf, H, only, rows, shorten } from './intake-support.js';

const raised = { limits: { maxRows: 10_000, maxBytes: 5_000_000 } };
const [orderId] = batchSync.columns;
const oneColumn: BatchDefinition = { ...batchSync, columns: [{ ...orderId, identifier: false }], ...raised };

// What papaparse does by itself with each of these stands in the name.
describe('Where papaparse would go wrong', () => {
  it('takes the line end from the first line, and 1500 rows for one', () => {
    const report = validateText(`${H.trim()}\r\n${'A1,t,r\n'.repeat(1500)}`, batchSync);
    expect(report.rowCount).to.equal(1500);
    expect(shorten(report)).to.include('row_limit_exceeded 1001 1002 -');
  });

  it('counts blank lines among the rows of a preview', () => {
    expect(rows('A1,,\n\n'.repeat(1001)).rowCount).to.equal(1001);
  });

  it('adds an empty record for a line end at the end', () => {
    expect(cellsOf(rows('A1,t,r\n'))).to.deep.equal([['A1', 't', 'r']]);
    expect(cellsOf(rows('A1,t,"r"\r\n'))).to.deep.equal([['A1', 't', 'r']]);
  });

  it('drops a row of empty cells when it skips empty lines', () => {
    expect(shorten(rows(',,\n'))).to.deep.equal(['empty_value 1 2 order_id']);
  });

  it('strips a byte order mark from whatever text it is given', () => {
    // Each row begins some piece of the file, sooner or later.
    const text = '\uFEFFA1,t,r\n'.repeat(5000);
    const report = rows(text, raised);
    expect(report.records.length).to.equal(5000);
    expect(report.records.filter(({ cells }) => cells[0] !== '\uFEFFA1')).to.deep.equal([]);
    expect(only(report, 'surrounding_space')).to.have.lengthOf(5000);
  });

  it('makes numbers of what looks like them', () => {
    expect(cellsOf(rows('007,1e3,true\n'))).to.deep.equal([['007', '1e3', 'true']]);
  });

  it('guesses another delimiter, or none in a file of one column', () => {
    expect(cellsOf(rows('A1,a;b;c;d,r\n'))).to.deep.equal([['A1', 'a;b;c;d', 'r']]);
    expect(cellsOf(validateText('order_id\nA1\nA2', oneColumn))).to.deep.equal([['A1'], ['A2']]);
    expect(shorten(validateText('order_id\nA1\n\n""\n', oneColumn))).to.deep.equal([
      'blank_line - 3 -',
      'empty_value 2 4 order_id',
    ]);
    expect(shorten(validateText('', oneColumn))).to.deep.equal(['empty_file - - -']);
  });

  it('takes long over a cell of doubled quotes', () => {
    for (const value of ['"'.repeat(200_000), `"a""b\n${'"'.repeat(150_000)},"`, `${'"'.repeat(150_000)}\uD800`]) {
      const text = `A1,"${value.replaceAll('"', '""')}",""\nB1,"","""c"""\n`;
      const [first, second] = cellsOf(rows(text, raised));
      expect(first[1] === value, value.slice(0, 5)).to.equal(true);
      expect([first[0], first[2], second]).to.deep.equal(['A1', '', ['B1', '', '"c"']]);
    }
  });

  it('merges rows over a stray quote, and drops blanks after a quote', () => {
    for (const text of ['A1,"x"y,u\nA2,"t",r\n', 'A1,"x" ,u\n', '"x"\n,u\nA,"b"c\n']) {
      expect(rows(text).ok, text).to.equal(false);
      expect(only(rows(text), 'malformed_quote').length + only(rows(text), 'missing_cell').length, text).to.be.above(0);
    }
  });

  it('gives complete-looking rows for a quote that is never closed', () => {
    expect(shorten(rows('A1,t,"r\nA2,t,r\n'))).to.deep.equal(['unclosed_quote 1 2 unique_request_id']);
  });

  it('loses columns called __proto__, and renames those that repeat', () => {
    const report = validateText('order_id,txn_id,order_id\nA1,t,A2\n', batchSync);
    expect(report.header?.cells).to.deep.equal(['order_id', 'txn_id', 'order_id']);
    expect(cellsOf(report)).to.deep.equal([['A1', 't', 'A2']]);
    expect(validateText('__proto__,txn_id,order_id\n1,2,3\n', batchSync).header?.cells[0]).to.equal('__proto__');
  });

  it('takes what begins with a comment mark for a comment, if told so', () => {
    expect(rows('#A1,t,r\n').rowCount).to.equal(1);
  });

  it('parses quoted and plain pieces of one file alike', () => {
    const plain = 'A1,t,r\r\n'.repeat(4000);
    const quoted = '"A2","t,u","r""s"\r\n'.repeat(4000);
    const report = rows(plain + quoted + plain, { limits: { maxRows: 20_000, maxBytes: 5_000_000 } });
    const cells = cellsOf(report);
    expect(cells.length).to.equal(12_000);
    expect(cells.filter(([first]) => first === 'A1').every(row => row.join('|') === 'A1|t|r')).to.equal(true);
    expect(cells.slice(4000, 8000).every(row => row.join('|') === 'A2|t,u|r"s')).to.equal(true);
  });
});
