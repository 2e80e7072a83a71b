import { expect } from '@open-wc/testing';
import type { Task } from '../../src/core/batch.js';
import { exportCsv } from '../../src/core/export.js';
import { validateText } from '../../src/core/intake/validate.js';
import { applyRepairs } from '../../src/core/repair/repairs.js';
import { sampleCsv } from '../../src/core/sample.js';
import { toText } from '../../src/core/canonical.js';
import { createWords, describe as describeIssue } from '../../src/words/index.js';
import { refunds } from '../../stories/support/refunds.js';
import { cellsOf, shorten } from './intake-support.js';

const header = 'order_reference,amount,note,refund_request\n';

/** Rows beneath the header, and what is found. */
const tables: [name: string, rows: string, issues: string[]][] = [
  ['what is right', 'S-1,1.00,,\nS-2,10000.00,"late, sorry",R1\n', []],
  ['any text as an order, for it has no pattern', 'Müller & Söhne #4,1.00,,\n', []],
  ['an order without a value', ',1.00,,\n', ['empty_value 1 2 order_reference']],
  ['an amount without a value', 'S-1,,,\n', ['empty_value 1 2 amount']],
  ['an amount that is refused', 'S-1,1.5,,\n', ['invalid_value 1 2 amount']],
  ['a note that is too long', `S-1,1.00,${'x'.repeat(81)},\n`, ['value_too_long 1 2 note']],
  ['an order that is refunded twice', 'S-1,1.00,,\nS-1,2.00,,\n', ['duplicate_value 2 3 order_reference']],
  ['a request that comes back', 'S-1,1.00,,R\nS-2,2.00,,R\n', ['repeated_request_id 2 3 refund_request']],
  ['an amount that comes back, which means nothing', 'S-1,1.00,,\nS-2,1.00,,\n', []],
  ['blanks around what must be unique', ' S-1,1.00,,\n', ['surrounding_space 1 2 order_reference']],
  [
    'more rows than its own limit',
    Array.from({ length: 201 }, (_, index) => `S-${index},1.00,,\n`).join(''),
    ['row_limit_exceeded 201 202 -'],
  ],
];

describe('A definition that has nothing of the preset', () => {
  for (const [name, rows, issues] of tables) {
    it(`judges ${name}`, () => {
      expect(shorten(validateText(header + rows, refunds))).to.deep.equal(issues);
    });
  }

  it('takes the columns in any order, without the optional ones, with others, by their other names', () => {
    const report = validateText('colour,Refund Amount,order\nred,1.00,S-1\n', refunds);
    expect(shorten(report)).to.deep.equal([
      'column_alias - 1 order_reference',
      'column_alias - 1 amount',
      'unknown_column - 1 -',
    ]);
    expect(report.ok).to.equal(true);
    expect(toText(report)).to.equal('order_reference,amount,note,refund_request\r\nS-1,1.00,,\r\n');
  });

  it('is repaired by its own rules', () => {
    const report = validateText('Amount;colour;order\n1.00;red; S-1\n2.00;blue\n', refunds);
    const repaired = applyRepairs(report, ['convert_delimiter', 'rename_columns', 'drop_columns', 'trim_cells']);
    expect(repaired.header?.cells).to.deep.equal(['amount', 'order_reference']);
    expect(cellsOf(repaired)).to.deep.equal([['1.00', 'S-1'], ['2.00']]);
    expect(shorten(repaired)).to.deep.equal(['missing_cell 2 3 -']);
    expect(repaired.issues.at(0)?.repair, 'an empty order would be no better').to.equal(undefined);
  });

  it('warns of an order that comes back instead of refusing it', () => {
    const { ok, counts } = validateText(`${header}S-1,1.00,,\nS-1,2.00,,\n`, refunds);
    expect([ok, counts]).to.deep.equal([
      true,
      [{ code: 'duplicate_value', severity: 'warning', column: 'order_reference', count: 1 }],
    ]);
  });

  it('makes a sample that is valid', () => {
    expect(sampleCsv(refunds)).to.equal(
      'order_reference,amount,note,refund_request\r\nSHOP-2041,12.50,"Arrived late, sorry",RFD-0001\r\n',
    );
    expect(validateText(sampleCsv(refunds), refunds).issues.length).to.equal(0);
  });

  it('exports its own columns', async () => {
    const task: Task = {
      id: 't',
      batchId: 'b',
      row: 1,
      values: { order_reference: 'S-1', amount: '1.00' },
      status: 'FAILED',
      syncStatus: null,
      externalSystem: null,
      externalResponse: null,
      gateway: null,
      gatewaySyncStatus: null,
      error: { code: 'gone', message: 'Order is gone' },
      createdAt: '2026-10-01T09:30:00Z',
      updatedAt: '2026-10-01T09:30:00Z',
    };
    const text = await (await exportCsv([task], refunds)).text();
    expect(text).to.equal('No,Order,Amount,Outcome,Reason\r\n1,S-1,1.00,FAILED,Order is gone\r\n');
  });

  it('says what is wrong in its own words, not in those of orders and transactions', () => {
    const rows = ',9,,\nS-1,1.00,,R\nS-1,1.00,,R\n S-2,1.00,,\n';
    const words = createWords({ locale: 'en' });
    const report = validateText(`Order,amount,note,refund_request\n${rows}`, refunds);
    const said = report.issues.map(issue => {
      const { heading, advice, message, detail } = describeIssue(issue, refunds, words);
      return `${heading} | ${advice} | ${message} | ${detail}`;
    });
    expect(said.length).to.equal(6);
    for (const sentence of said) expect(sentence).not.to.match(/order id|order_id|txn|transaction|sync/i);
    expect(said.some(sentence => sentence.includes('Two decimals, such as 12.50'))).to.equal(true);
  });

  it('has its words in the language of the page', () => {
    const inGerman = createWords({ locale: 'de-AT' });
    const inEnglish = createWords({ locale: 'fr' });
    expect(inGerman.text(refunds.texts.create)).to.equal('Neue Erstattungen');
    expect(inEnglish.text(refunds.columns[1].label)).to.equal('Amount');
  });
});
