import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateText } from '../../src/core/intake/validate.js';
import { LazySequence } from '../../src/core/sequence.js';
import { cellsOf, H, rows, shorten } from './intake-support.js';

/** Rows, the repairs that would help. */
const repairs: [text: string, repairs: string[]][] = [
  ['A1,t,r\n', []],
  ['A1,t,r\n\nA2,,\n', ['drop_blank_lines']],
  ['A1,t\n', ['pad_cells']],
  ['A1,t,r,,\n', ['drop_cells']],
  ['A1,t,r,x\n', []],
  [' A1,t,r\n', ['trim_cells']],
  ["A1,'=1,r\n", ['undo_apostrophe']],
  ['A 1,t,r\nA2,x"y,r\n', []],
  ['A1,t\n A2,t,r,\n\nA3,t,r\n', ['drop_blank_lines', 'pad_cells', 'drop_cells', 'trim_cells']],
];

describe('The report', () => {
  for (const [text, expected] of repairs) {
    it(`lists the repairs of ${JSON.stringify(text)}`, () => {
      expect(rows(text).repairs).to.deep.equal(expected);
    });
  }

  it('lists the repairs of a header', () => {
    const repairsOf = (header: string) => validateText(`${header}\nA,t,r\n`, batchSync).repairs;
    expect(repairsOf('txn_id,order_id,unique_request_id')).to.deep.equal(['reorder_columns']);
    expect(repairsOf('order_id,unique_request_id,x')).to.deep.equal(['add_columns', 'drop_columns']);
    expect(repairsOf('Order ID,txn_id,unique_request_id')).to.deep.equal(['rename_columns']);
    expect(repairsOf('order_id;txn_id;unique_request_id')).to.deep.equal(['convert_delimiter']);
  });

  it('counts by code and column', () => {
    const report = rows(',t,r\n,u,s\nA 1, v,\nA2\n');
    expect(report.counts).to.have.deep.members([
      { code: 'empty_value', severity: 'error', column: 'order_id', count: 2 },
      { code: 'invalid_value', severity: 'error', column: 'order_id', count: 1 },
      { code: 'surrounding_space', severity: 'warning', column: 'txn_id', count: 1 },
      { code: 'missing_cell', severity: 'error', count: 1 },
    ]);
    expect(report.ok).to.equal(false);
  });

  it('is fine with warnings and infos', () => {
    const report = rows('A1, t,=r\n\n');
    expect(report.ok).to.equal(true);
    expect(report.issues.map(({ severity }) => severity)).to.deep.equal(['warning', 'info', 'info']);
  });

  it('lists issues in the order of the file, whenever they were found', () => {
    const report = rows('\nA,t,r\n A,t,s\n\nA,u,v\nB\n\n');
    const lines = report.issues.map(({ line }) => line ?? 0);
    expect(lines).to.deep.equal(lines.toSorted((a, b) => a - b));
    expect(shorten(report)).to.deep.equal([
      'blank_line - 2 -',
      'surrounding_space 2 4 order_id',
      'blank_line - 5 -',
      'duplicate_value 3 6 order_id',
      'missing_cell 4 7 -',
      'blank_line - 8 -',
    ]);
  });

  it('cannot be changed', () => {
    const report = rows('A1,t,r\n');
    expect(Object.isFrozen(report)).to.equal(true);
    expect(() => Object.assign(report, { ok: false })).to.throw(TypeError);
  });

  it('makes the same records and issues each time they are read', () => {
    const text = Array.from({ length: 3000 }, (_, index) => `A ${index},"t,${index}",\n`).join('');
    const report = rows(text, { limits: { maxRows: 5000, maxBytes: 1_000_000 } });
    const expected = Array.from({ length: 3000 }, (_, index) => [`A ${index}`, `t,${index}`, '']);
    expect(cellsOf(report)).to.deep.equal(expected);
    expect(report.records.at(2999)?.cells).to.deep.equal(expected[2999]);
    expect(report.records.at(5)?.cells).to.deep.equal(expected[5]);
    expect(report.issues.at(2999)).to.deep.equal(report.issues.at(-1));
    expect(report.issues.at(2999)?.params?.['value']).to.equal('A 2999');
  });

  it('carries the file name, the definition and the text', () => {
    const report = validateText(`${H}A1,t,r`, batchSync, { fileName: 'pasted.csv' });
    expect([report.fileName, report.definition]).to.deep.equal(['pasted.csv', batchSync]);
    expect(report.source).to.deep.equal({ bytes: null, size: 40, text: `${H}A1,t,r` });
  });

  it('refuses text over the largest size', () => {
    const definition = { ...batchSync, limits: { maxRows: 1000, maxBytes: 50 } };
    expect(shorten(validateText(`${H}A1,${'é'.repeat(5)},r`, definition))).to.deep.equal([]);
    expect(shorten(validateText(`${H}A1,${'é'.repeat(7)},r`, definition))).to.deep.equal(['file_too_large - - -']);
  });

  it('is right on a page that polluted Object.prototype', () => {
    const polluted: Record<string, unknown> = {
      header: true,
      preview: 1,
      dynamicTyping: true,
      skipEmptyLines: 'greedy',
      comments: 'A',
      delimiter: ';',
      newline: '|',
      quoteChar: "'",
      chunkSize: 3,
      worker: true,
      transform: () => 'changed',
      step: () => undefined,
    };
    const text = 'A1,007,r\n\n"A2","x\ny",\n,t,s\n';
    const expected = [shorten(rows(text)), cellsOf(rows(text))];
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    for (const [name, value] of Object.entries(polluted)) {
      Object.defineProperty(prototype, name, { value, configurable: true, enumerable: true, writable: true });
    }
    try {
      const report = rows(text);
      expect([[...shorten(report)], cellsOf(report)]).to.deep.equal(expected);
    } finally {
      for (const name of Object.keys(polluted)) Reflect.deleteProperty(prototype, name);
    }
  });
});

describe('LazySequence', () => {
  const numbers = new LazySequence(5, index => index * 10);

  it('reads like an array', () => {
    const array = [0, 10, 20, 30, 40];
    for (const index of [0, 4, 5, -1, -5, -6, 1.9, NaN])
      expect(numbers.at(index), `${index}`).to.equal(array.at(index));
    for (const [start, end] of [
      [0, 2],
      [1, undefined],
      [-2, undefined],
      [1, -1],
      [3, 1],
      [-9, 9],
      [9, 12],
    ]) {
      expect(numbers.slice(start, end), `${start} to ${end}`).to.deep.equal(array.slice(start, end));
    }
    expect([...numbers]).to.deep.equal(array);
    expect(numbers.map((value, index) => value + index)).to.deep.equal([0, 11, 22, 33, 44]);
    expect(numbers.filter((value, index) => value > 10 && index < 4)).to.deep.equal([20, 30]);
    expect(numbers.length).to.equal(5);
  });
});
