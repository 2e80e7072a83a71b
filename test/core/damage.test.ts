import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { only, rows } from './intake-support.js';

const damaged: [value: string, reason: string][] = [
  ['1.23E+11', 'scientific'],
  ['"1,23E+11"', 'scientific'],
  ['9E+15', 'scientific'],
  ['123456.0', 'decimal'],
  ['01/02/2025', 'date'],
  ['1.2.2025', 'date'],
  ['2025-01-31', 'date'],
  ['2025-01-31 00:00', 'date'],
  ['1-Mar', 'date'],
  ['01-Mar-25', 'date'],
  ['Mar-2025', 'date'],
  ['#REF!', 'formula_error'],
  ['#N/A', 'formula_error'],
  ['########', 'formula_error'],
  ['“TXN_1”', 'smart_quotes'],
  ['‘TXN_1', 'smart_quotes'],
];

/** What people call their orders and transactions. */
const ordinary = [
  'ORD_123456789 TXN-987 T-2025-001 SYNCREQ001 20250131 2025-001 2025-13-01 2025/7',
  '1E5 12E45 1e10 5E-3 A1E+11 0x1F 1.0.2 1.2.34 12.50 v2.0 1.5 10.10.2025.1',
  'MAR-1 DEC-10 MAY25 JAN2025 Mar May-day 1-March Jan-1 SEP-2025 dec-2025',
  '007 0001 00 100001 999 4111111111111111 9007199254740993 1234567890123456789',
  '550e8400-e29b-41d4-a716-446655440000 01J9Z3K5Q8 pi_3MtwBwLkdIwHu7ix cus_NffrFeUfNV2Hib',
  "#1 #12345 #A1 O'Brien d'Or 24/7 1/2 99/99/2025 N/A REF! café Ω-7",
].flatMap(line => line.split(' '));

function transactions(values: readonly string[]) {
  return rows(values.map((value, index) => `A${index},${value},R${index}\n`).join(''));
}

describe('Damage by spreadsheets', () => {
  for (const [value, reason] of damaged) {
    it(`sees it in ${value}`, () => {
      const [issue] = only(transactions([value]), 'spreadsheet_damage');
      expect([issue.severity, issue.column, issue.params?.['reason']]).to.deep.equal(['warning', 'txn_id', reason]);
    });
  }

  it('sees none in ordinary ids', () => {
    expect(only(transactions(ordinary), 'spreadsheet_damage').map(({ params }) => params)).to.deep.equal([]);
  });

  it('looks for it in identifiers only', () => {
    const columns = batchSync.columns.map(column => ({ ...column, identifier: false }));
    expect(
      rows(damaged.map(([value], index) => `A${index},${value},R${index}\n`).join(''), { columns }).issues.length,
    ).to.equal(0);
  });

  it('sees lost leading zeros where ids of one length became shorter', () => {
    const ids = Array.from({ length: 60 }, (_, index) => String(1_000_000_000 + index * 148_000_003));
    const report = transactions([...ids, '412345678', '98765432']);
    expect(only(report, 'spreadsheet_damage').map(({ row, params }) => [row, params])).to.deep.equal([
      [61, { value: '412345678', reason: 'leading_zeros' }],
      [62, { value: '98765432', reason: 'leading_zeros' }],
    ]);
  });

  it('sees lost leading zeros where other ids still have theirs', () => {
    const ids = Array.from({ length: 30 }, (_, index) => String(index).padStart(5, '0'));
    expect(only(transactions([...ids, '31']), 'spreadsheet_damage').map(({ row }) => row)).to.deep.equal([31]);
  });

  it('sees none in counters, few ids, mixed ids or ids of many lengths', () => {
    const counter = Array.from({ length: 60 }, (_, index) => String(99_999_995 + index));
    const few = ['1234567890', '2345678901', '3456789012', '412345678'];
    const mixed = Array.from({ length: 60 }, (_, index) =>
      index % 4 ? String(10 ** 9 + index * 10 ** 8) : `X${index}`,
    );
    const lengths = Array.from({ length: 60 }, (_, index) => String(7 ** (index % 15) + index));
    for (const ids of [counter, few, [...mixed, '412345678'], lengths]) {
      expect(only(transactions(ids), 'spreadsheet_damage')).to.deep.equal([]);
    }
  });
});
