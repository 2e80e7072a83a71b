import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import type { BatchDefinition } from '../../src/core/definition.js';
import { only, rows, shorten } from './intake-support.js';

type Policy = BatchDefinition['duplicates'];

/** Name, rows, issues as `severity code row first`. */
const cases: [name: string, policy: Policy, text: string, issues: string[]][] = [
  ['the same id', 'error', 'A,,\nB,,\nA,,\nA,,\n', ['error duplicate_value 3 1', 'error duplicate_value 4 1']],
  ['the same id as a warning', 'warning', 'A,,\nA,,\n', ['warning duplicate_value 2 1']],
  ['ids that differ by case', 'error', 'Ab,,\naB,,\n', ['warning case_only_duplicate 2 1']],
  [
    'the same spelling again after another one',
    'error',
    'ab,,\nAB,,\nAB,,\nab,,\nAb,,\n',
    [
      'warning case_only_duplicate 2 1',
      'error duplicate_value 3 2',
      'error duplicate_value 4 1',
      'warning case_only_duplicate 5 1',
    ],
  ],
  ['empty ids, which are another fault', 'error', ',,\n,,\n', ['error empty_value 1 -', 'error empty_value 2 -']],
  ['ids of Object.prototype', 'error', '__proto__,,\nconstructor,,\n__proto__,,\n', ['error duplicate_value 3 1']],
  ['ids that only look alike', 'error', 'A1,,\nA_1,,\nA-1,,\nA11,,\n', []],
  ['request ids', 'error', 'A,,r\nB,,r\nC,,R\nD,,\nE,,\n', ['warning repeated_request_id 2 1']],
  ['transactions, which may come back', 'error', 'A,t,\nB,t,\n', []],
  [
    'ids by transaction',
    'by-transaction',
    'A,t,\nA,u,\nA,t,\na,t,\n',
    ['error duplicate_value 3 1', 'warning case_only_duplicate 4 1'],
  ],
  ['ids without a transaction, by transaction', 'by-transaction', 'A,,\nA,,\nA,t,\n', ['error duplicate_value 2 1']],
  [
    'a row of another width, which is not compared',
    'error',
    'A,t\nA,,\nB,,\nB,,,\n',
    ['error missing_cell 1 -', 'error extra_cell 4 -'],
  ],
  ['letters outside of ASCII', 'error', 'A,,É\nB,,é\nC,,É\n', ['warning repeated_request_id 3 1']],
];

describe('Values that come back', () => {
  for (const [name, duplicates, text, issues] of cases) {
    for (const before of [0, 5000]) {
      it(`finds ${name}${before > 0 ? ', in a long file' : ''}`, () => {
        const others = Array.from({ length: before }, (_, index) => `X${index},x${index},q${index}\n`).join('');
        const report = rows(others + text, {
          duplicates,
          columns: batchSync.columns.map(column => ({ ...column, schema: undefined, identifier: false })),
          limits: { maxRows: 10_000, maxBytes: 5_000_000 },
        });
        const found = report.issues.map(({ severity, code, row, params }) => {
          const first = params?.['first'];
          return `${severity} ${code} ${(row ?? 0) - before} ${typeof first === 'number' ? first - before : '-'}`;
        });
        expect(found).to.deep.equal(issues);
      });
    }
  }

  it('points to the line of the first, as well as to its row', () => {
    const [issue] = only(rows('"A","x\ny",\nB,,\nA,,\n'), 'duplicate_value');
    expect([issue.line, issue.params]).to.deep.equal([5, { value: 'A', first: 1, firstLine: 2 }]);
  });

  it('finds a value that comes back far behind, and lists it in the order of the file', () => {
    const many = Array.from({ length: 9000 }, (_, index) => `A${index % 8999},t,r${index}\n`).join('');
    const report = rows(`${many}A5,,\n B,,\n`, { limits: { maxRows: 20_000, maxBytes: 5_000_000 } });
    expect(shorten(report)).to.deep.equal([
      'duplicate_value 9000 9001 order_id',
      'duplicate_value 9001 9002 order_id',
      'surrounding_space 9002 9003 order_id',
    ]);
    expect(report.issues.slice(0, 2).map(({ params }) => params?.['first'])).to.deep.equal([1, 6]);
  });

  it('finds a value again, in whatever kind of text it stands', () => {
    // Thousands of rows of each kind, so that each fills pieces of its own.
    const kinds: [name: string, row: (id: string, index: number) => string][] = [
      ['plain', (id, index) => `${id},t,p${index}\n`],
      ['CRLF', (id, index) => `${id},t,c${index}\r\n`],
      ['blanks and signs', (id, index) => `${id},#1 (a) +,s${index}\n`],
      ['quotes', (id, index) => `"${id}","t",q${index}\n`],
      ['beyond ASCII', (id, index) => `${id},é,b${index}\n`],
    ];
    const size = 4500;
    const text = kinds.map(([, row], kind) =>
      Array.from({ length: size }, (_, index) =>
        row(index === size - 10 ? (kind % 2 ? 'sAmE' : 'same') : `K${kind}X${index}`, index),
      ).join(''),
    );
    const report = rows(`${text.join('')}same,t\nK0X1,,\n`, { limits: { maxRows: 100_000, maxBytes: 5_000_000 } });
    const at = (kind: number) => kind * size + size - 9;
    expect(report.issues.map(({ code, row, params }) => [code, row, params?.['first'] ?? null])).to.deep.equal([
      ['case_only_duplicate', at(1), at(0)],
      ['duplicate_value', at(2), at(0)],
      ['duplicate_value', at(3), at(1)],
      ['duplicate_value', at(4), at(0)],
      ['missing_cell', kinds.length * size + 1, null],
      ['duplicate_value', kinds.length * size + 2, 2],
    ]);
  });

  it('says it for each of a hundred thousand rows, and counts them', () => {
    const report = rows('A,,\n'.repeat(100_000), { limits: { maxRows: 100_000, maxBytes: 5_000_000 } });
    expect(report.counts).to.deep.equal([
      { code: 'duplicate_value', severity: 'error', column: 'order_id', count: 99_999 },
    ]);
    expect(report.issues.length).to.equal(99_999);
  });
});
