import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { applyRepairs, toText, validateFile, type TextShelf, type ValidationReport } from '../../src/core/index.js';

/** Everything that a report says of a file's rows. */
const told = (report: ValidationReport) => ({
  rowCount: report.rowCount,
  issues: report.issues.map(issue => ({ ...issue })),
  records: report.records.slice(-3),
  text: toText(report),
});

function shelfIn(texts: string[]): TextShelf {
  return { put: text => texts.push(text) - 1, take: place => texts[place] };
}

describe('a file whose text is put on a shelf', () => {
  const definition = { ...batchSync, limits: { maxRows: 100_000, maxBytes: 50_000_000 } };
  const padding = 'Ünïcode '.repeat(60).trim();
  const row = (index: number) => (index % 5000 === 0 ? `ORD_7, ${padding},"a\r\nb"` : `ORD_${index},${padding},`);
  const lines = Array.from({ length: 12_000 }, (_, index) => row(index)).join('\n\n');
  const file = new File([`order_id,txn_id,unique_request_id\n${lines}\n`], 'large.csv');

  it('is told of as one whose text is held, after repairs too', async () => {
    const held = await validateFile(file, definition);
    const texts: string[] = [];
    const shelved = await validateFile(file, definition, { shelf: shelfIn(texts) });
    expect(file.size).to.be.above(5_000_000);
    expect(texts.join('').length).to.be.above(5_000_000);
    expect(told(shelved)).to.deep.equal(told(held));
    expect(shelved.counts).to.deep.include({
      code: 'duplicate_value',
      severity: 'error',
      column: 'order_id',
      count: 3,
    });

    const before = texts.length;
    const repaired = told(applyRepairs(shelved, ['trim_cells']));
    expect(texts.length).to.be.above(before);
    expect(repaired).to.deep.equal(told(applyRepairs(held, ['trim_cells'])));
  }).timeout(30_000);

  it('is kept in memory where it is short enough to be sent as it was read', async () => {
    const texts: string[] = [];
    const short = new File(['order_id,txn_id,unique_request_id\nORD_1,,\n'], 'short.csv');
    expect((await validateFile(short, batchSync, { shelf: shelfIn(texts) })).ok).to.equal(true);
    expect(texts).to.deep.equal([]);
  });
});
