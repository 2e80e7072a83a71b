import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { rowsSha256, toText } from '../../src/core/canonical.js';
import { csvRecord, quoteCell } from '../../src/core/csv-cell.js';
import { validateText } from '../../src/core/intake/validate.js';
import { sampleCsv } from '../../src/core/sample.js';
import { cellsOf, H, refunds, rows } from './intake-support.js';

const quoted: [value: string, written: string][] = [
  ['', ''],
  ['plain', 'plain'],
  [' blanks ', ' blanks '],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['a\nb', '"a\nb"'],
  ['a\rb', '"a\rb"'],
  ['"', '""""'],
  ['a;b\tc', 'a;b\tc'],
];

describe('Writing CSV', () => {
  for (const [value, written] of quoted) {
    it(`writes ${JSON.stringify(value)} so that it is read again`, () => {
      expect(quoteCell(value)).to.equal(written);
      expect(cellsOf(rows(`A1,${quoteCell(value)},r\n`))).to.deep.equal([['A1', value, 'r']]);
    });
  }

  it('quotes a lone empty cell, which would be a blank line', () => {
    expect([csvRecord(['']), csvRecord(['', '']), csvRecord([])]).to.deep.equal(['""', ',', '']);
  });

  it('makes a sample that is valid, with the words of the specification', () => {
    expect(sampleCsv(batchSync)).to.equal(
      'order_id,txn_id,unique_request_id\r\nORD_123456789,TXN_987654321,SYNCREQ001\r\n',
    );
    for (const definition of [batchSync, refunds]) {
      expect(validateText(sampleCsv(definition), definition).issues.length, definition.kind).to.equal(0);
    }
  });

  it('writes the canonical text: commas, CRLF, no mark, quotes only where needed', () => {
    const report = validateText(
      '\uFEFF"order_id",txn_id,unique_request_id\r"A1","t",\n\nA2,"x,""y""","a\nb"',
      batchSync,
    );
    expect(toText(report)).to.equal('order_id,txn_id,unique_request_id\r\nA1,t,\r\nA2,"x,""y""","a\nb"\r\n');
    expect(toText(validateText(toText(report), batchSync))).to.equal(toText(report));
  });

  it('writes the columns in the order of the definition', () => {
    const report = validateText('request,extra,amount,order\nQ,x,1.00,A\n', refunds);
    expect(report.ok).to.equal(true);
    expect(toText(report)).to.equal('order,amount,note,request\r\nA,1.00,,Q\r\n');
  });

  it('has one fingerprint for the same rows, however they are written', async () => {
    const plain = await rowsSha256(rows('A1,t,r\nA2,,\n'));
    expect(plain).to.match(/^[0-9a-f]{64}$/);
    expect(await rowsSha256(validateText(`\uFEFF${H.trim()}\r\n"A1","t","r"\r\n\r\n"A2",,`, batchSync))).to.equal(
      plain,
    );
    expect(
      await rowsSha256([
        ['A1', 't', 'r'],
        ['A2', '', ''],
      ]),
    ).to.equal(plain);
    expect(await rowsSha256(rows('A2,,\nA1,t,r\n'))).not.to.equal(plain);
    expect(await rowsSha256(rows('A1,t,r\nA2, ,\n'))).not.to.equal(plain);
  });

  it('is the SHA-256 of the canonical rows', async () => {
    const bytes = new TextEncoder().encode('A1,é,"a,b"\r\n');
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const hex = Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
    expect(await rowsSha256(rows('A1,é,"a,b"\n'))).to.equal(hex);
  });

  it('has no fingerprint on a page without crypto.subtle', async () => {
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      expect(await rowsSha256(rows('A1,t,r\n'))).to.equal(null);
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
  });
});
