import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateText } from '../../src/core/intake/validate.js';
import { only, shorten } from './intake-support.js';

const strict = batchSync;
const flexible = { ...batchSync, headerPolicy: 'flexible' } as const;

/** Header, its issues under `strict`, under `flexible`. */
const headers: [header: string, strict: string[], flexible: string[]][] = [
  ['order_id,txn_id,unique_request_id', [], []],
  ['"order_id","txn_id","unique_request_id"', [], []],
  [
    'Order ID,txn-id, Unique_Request_Id ',
    ['column_alias order_id', 'column_alias txn_id', 'column_alias unique_request_id'],
    ['column_alias order_id', 'column_alias txn_id', 'column_alias unique_request_id'],
  ],
  [
    'orderid,transaction_id,REQUEST ID',
    ['column_alias order_id', 'column_alias txn_id', 'column_alias unique_request_id'],
    ['column_alias order_id', 'column_alias txn_id', 'column_alias unique_request_id'],
  ],
  ['txn_id,order_id,unique_request_id', ['column_order -'], []],
  ['order_id,unique_request_id', ['missing_column txn_id'], []],
  ['txn_id,unique_request_id', ['missing_column order_id'], ['missing_column order_id']],
  ['unique_request_id,order_id', ['missing_column txn_id', 'column_order -'], []],
  ['order_id,txn_id,unique_request_id,note', ['unknown_column -'], ['unknown_column -']],
  ['order_id,txn_id,unique_request_id,', ['unknown_column -'], ['unknown_column -']],
  [
    'order_id,order_id,unique_request_id',
    ['missing_column txn_id', 'duplicate_column order_id'],
    ['duplicate_column order_id'],
  ],
  ['order_id,Order ID,txn_id,unique_request_id', ['duplicate_column order_id'], ['duplicate_column order_id']],
  ['Order ID,order_id,txn_id,unique_request_id', ['duplicate_column order_id'], ['duplicate_column order_id']],
  [
    '__proto__,__parsed_extra,constructor',
    [
      'missing_column order_id',
      'missing_column txn_id',
      'missing_column unique_request_id',
      'unknown_column -',
      'unknown_column -',
      'unknown_column -',
    ],
    ['missing_column order_id', 'unknown_column -', 'unknown_column -', 'unknown_column -'],
  ],
  [
    'ORDER_İD,txn_id,unique_request_id',
    ['missing_column order_id', 'unknown_column -'],
    ['missing_column order_id', 'unknown_column -'],
  ],
  [
    '#order_id,txn_id,unique_request_id',
    ['missing_column order_id', 'unknown_column -'],
    ['missing_column order_id', 'unknown_column -'],
  ],
];

/** First line, the delimiter that is named, other issues. */
const delimiters: [header: string, found: string, others: string[]][] = [
  ['order_id;txn_id;unique_request_id', ';', []],
  ['order_id\ttxn_id\tunique_request_id', 'tab', []],
  ['order_id|txn_id|unique_request_id', '|', []],
  ['"order_id";"txn_id";"unique_request_id"', ';', []],
  ['order_id;txn_id', ';', ['missing_column - 1 unique_request_id']],
  ['Order ID;txn_id;unique_request_id', ';', ['column_alias - 1 order_id']],
];

function codesAndColumns(text: string, definition: typeof batchSync): string[] {
  return validateText(text, definition)
    .issues.filter(({ line }) => line === 1)
    .map(({ code, column }) => `${code} ${column ?? '-'}`);
}

describe('The header', () => {
  for (const [header, underStrict, underFlexible] of headers) {
    it(`judges ${header}`, () => {
      expect(codesAndColumns(`${header}\n1,2,3\n`, strict), 'strict').to.deep.equal(underStrict);
      expect(codesAndColumns(`${header}\n1,2,3\n`, flexible), 'flexible').to.deep.equal(underFlexible);
    });
  }

  it('is exact or an error under strict, and lenient under flexible', () => {
    const severities = (definition: typeof batchSync) =>
      validateText('orderid,txn_id,unique_request_id,x\nA1,t,r,\n', definition).issues.map(({ severity }) => severity);
    expect(severities(strict)).to.deep.equal(['error', 'error']);
    expect(severities(flexible)).to.deep.equal(['warning', 'warning']);
  });

  it('says what was found and expected', () => {
    const { issues } = validateText('unique_request_id,Order ID,txn_id,x\n', strict);
    expect(issues.map(({ params }) => params)).to.deep.include.members([
      { found: 'Order ID', position: 2 },
      { found: 'x', position: 4 },
      { expected: 'order_id, txn_id, unique_request_id', found: 'unique_request_id, order_id, txn_id' },
    ]);
  });

  it('shortens a name that nobody could read, at a whole character', () => {
    const [issue] = only(
      validateText(`order_id,txn_id,unique_request_id,${'x'.repeat(79)}😀😀\n`, strict),
      'unknown_column',
    );
    expect(issue.params?.['found']).to.equal(`${'x'.repeat(79)}…`);
  });

  for (const [header, found, others] of delimiters) {
    it(`finds the delimiter of ${JSON.stringify(header)}`, () => {
      const report = validateText(`${header}\n1${header.includes('|') ? '|' : ';'}2\n3,"4"x\n`, strict);
      expect(shorten(report)).to.deep.equal(['wrong_delimiter - 1 -', ...others]);
      expect(report.issues.at(0)?.params).to.deep.equal({ found });
      expect(report.columnIndexes).to.deep.equal([-1, -1, -1]);
    });
  }

  it('takes a delimiter in a cell for what it is', () => {
    expect(validateText('order_id,txn_id,unique_request_id\nA1,a;b|c\td,r\n', strict).ok).to.equal(true);
  });

  it('finds the columns where the header says they are', () => {
    const report = validateText('unique_request_id,order_id\nR1,A1\nR2,A1\nR3,\n', flexible);
    expect(shorten(report)).to.deep.equal(['duplicate_value 2 3 order_id', 'empty_value 3 4 order_id']);
    expect(report.columnIndexes).to.deep.equal([1, -1, 0]);
  });

  it('judges no cell where it knows no column', () => {
    expect(codesAndColumns('a,b,c\n,,\n"x\ny",,\n', strict)).to.have.lengthOf(6);
    expect(validateText('a,b,c\n,,\n', strict).issues.length).to.equal(6);
  });

  it('names each of ten thousand columns that nobody expects', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `a_${index}`);
    const report = validateText(`${names.join(',')}\n`, strict);
    expect(only(report, 'unknown_column')).to.have.lengthOf(10_000);
    expect(report.issues.at(-1)?.params).to.deep.equal({ found: 'a_9999', position: 10_000 });
  });

  it('takes a first line without end for no header', () => {
    const missing = [
      'missing_column - 1 order_id',
      'missing_column - 1 txn_id',
      'missing_column - 1 unique_request_id',
    ];
    for (const line of [','.repeat(1_000_000), 'order_id,'.repeat(100_000), 'x'.repeat(1_000_000)]) {
      expect(shorten(validateText(line, strict))).to.deep.equal(['not_csv - 1 -', ...missing]);
      expect(validateText(`${line}\nA1,t,r\n`, strict).ok).to.equal(false);
    }
    expect(shorten(validateText(`"${'x'.repeat(1_000_000)}`, strict))).to.deep.equal(['unclosed_quote - 1 -']);
  });
});
