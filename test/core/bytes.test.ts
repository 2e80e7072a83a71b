import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateFile, validateText } from '../../src/core/intake/validate.js';
import { cellsOf, csvFile, H, only, rows, shorten } from './intake-support.js';

const utf8 = new TextEncoder();

/** Text and bytes as one file. */
function bytes(...parts: (string | number[])[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flatMap(part => (typeof part === 'string' ? [...utf8.encode(part)] : part)));
}

function utf16(text: string, isLittle: boolean): number[] {
  return [...text].flatMap(character => {
    const unit = character.charCodeAt(0);
    const [high, low] = [unit >> 8, unit & 0xff];
    return isLittle ? [low, high] : [high, low];
  });
}

/** What is wrong, its bytes, the line that is named. */
const wrong: [name: string, content: Uint8Array<ArrayBuffer>, line: number][] = [
  ['Windows-1252', bytes(H, 'A1,t,r\nA2,caf', [0xe9], ',r\nA3,t,s\n'), 3],
  ['Windows-1252 in the header', bytes('order_id,txn_id,unique_request_id', [0xa0], '\nA1,t,r\n'), 1],
  ['a character that ends early', bytes(H, 'A1,x', [0xe2, 0x82], 'y,r\n'), 2],
  ['a character that ends with the file', bytes(H, 'A1,t,r\nA2,t,', [0xf0, 0x9f, 0x98]), 3],
  ['a lone continuation', bytes(H, 'A1,', [0x80], ',r\n'), 2],
  ['an overlong slash', bytes(H, 'A1,', [0xc0, 0xaf], ',r\n'), 2],
  ['a surrogate', bytes(H, 'A1,', [0xed, 0xa0, 0x80], ',r\n'), 2],
  ['more than Unicode has', bytes(H, 'A1,', [0xf4, 0x90, 0x80, 0x80], ',r\n'), 2],
  ['a byte that UTF-8 never uses', bytes(H, 'A1,', [0xff], ',r\n'), 2],
  ['UTF-16 LE', bytes([0xff, 0xfe], utf16(`${H}A1,t,r\n`, true)), 1],
  ['UTF-16 BE', bytes([0xfe, 0xff], utf16(`${H}A1,t,r\n`, false)), 1],
  ['two byte order marks', bytes('\uFEFF\uFEFF', H, 'A1,t,r\n'), 1],
];

/** Files of other kinds, whatever they are called. */
const signatures: [type: string, content: Uint8Array<ArrayBuffer>][] = [
  ['ZIP', bytes('PK', [3, 4], H)],
  ['XLS', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], H)],
  ['PDF', bytes('%PDF-1.7\n', H)],
  ['PNG', bytes([0x89], 'PNG\r\n', [0x1a], '\n', H)],
  ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], H)],
  ['GIF', bytes('GIF89a', H)],
  ['WebP', bytes('RIFF', [1, 0, 0, 0], 'WEBP', H)],
  ['gzip', bytes([0x1f, 0x8b, 8, 0], H)],
  ['HTML', bytes('<!DOCTYPE html>\n<table>', H)],
  ['HTML', bytes('\uFEFF  <html lang="en">', H)],
  ['XML', bytes('<?xml version="1.0"?><Workbook>', H)],
];

describe('The bytes of a file', () => {
  for (const [name, content, line] of wrong) {
    it(`finds ${name}`, async () => {
      const report = await validateFile(csvFile(content), batchSync);
      expect(report.ok).to.equal(false);
      expect(only(report, 'invalid_encoding').map(issue => issue.line)).to.deep.equal([line]);
      expect(report.source.bytes).to.deep.equal(content);
    });
  }

  it('says so where a file whose bytes are wrong cannot be read once more to be repaired', async () => {
    const file = csvFile(bytes(H, 'A1,t,caf', [0xe9], '\n'));
    const slice = file.slice.bind(file);
    file.slice = (...range) =>
      Object.assign(slice(...range), { arrayBuffer: () => Promise.reject(new DOMException('gone')) });
    const report = await validateFile(file, batchSync);
    expect(report.issues.map(({ code, params }) => [code, params])).to.deep.equal([
      ['not_csv', { reason: 'unreadable' }],
    ]);
  });

  const dividedHeaders = [
    ['bare', bytes('order_id;txn_id;d', [0xe9], 'bit;unique_request_id\r\nA1;t;;r\r\n')],
    ['quoted', bytes('"order_id";"txn_id";"d', [0xe9], 'bit";"unique_request_id"\r\n"A1";t;;r\r\n')],
  ] as const;
  for (const [name, content] of dividedHeaders) {
    it(`does not end the ${name} header of another delimiter at a wrong byte`, async () => {
      const report = await validateFile(csvFile(content), batchSync);
      expect(shorten(report)).to.have.members([
        'invalid_encoding - 1 -',
        'wrong_delimiter - 1 -',
        'unknown_column - 1 -',
      ]);
      expect(only(report, 'unknown_column')[0].params).to.deep.equal({ found: 'd\uFFFDbit', position: 3 });
    });
  }

  for (const [type, content] of signatures) {
    it(`knows ${type} by its first bytes`, async () => {
      const report = await validateFile(csvFile(content), batchSync);
      expect(shorten(report)).to.deep.equal(['not_csv - - -']);
      expect(report.issues.at(0)?.params).to.deep.equal({ reason: 'type', type });
    });
  }

  it('refuses a NUL wherever it stands, and says nothing else', async () => {
    const late = `${H}${' A1,t,r\n'.repeat(20_000)}`;
    for (const text of ['\0', `${H}A1,a\0b,r\n`, `${late}\0`]) {
      const reports = [await validateFile(csvFile(text), batchSync), validateText(text, batchSync)];
      for (const report of reports) {
        expect(shorten(report)).to.deep.equal(['not_csv - - -']);
        expect(report.issues.at(0)?.params?.['reason']).to.equal('nul');
        expect(report.ok).to.equal(false);
      }
    }
    expect(rows('A1,t,r\nA2,"x\0",r\n').issues.at(0)?.params).to.deep.equal({ reason: 'nul', line: 3 });
  });

  it('accepts one byte order mark, and keeps those in cells', async () => {
    const report = await validateFile(csvFile(`\uFEFF${H}\uFEFFA1,t,r\n`), batchSync);
    expect(shorten(report)).to.deep.equal(['surrounding_space 1 2 order_id']);
    expect(cellsOf(report)).to.deep.equal([['\uFEFFA1', 't', 'r']]);
    expect(report.source.text).to.equal(`${H}\uFEFFA1,t,r\n`);
    expect((await validateFile(csvFile(`\uFEFF${H}A1,\uFEFFt,r\n`), batchSync)).ok).to.equal(true);
  });

  it('decodes characters that lie across the edge of a slice', async () => {
    for (let shift = 0; shift < 5; shift++) {
      const cell = `${'x'.repeat(shift)}${'😀é€'.repeat(20_000)}`;
      const report = await validateFile(csvFile(`${H}A1,${cell},r\n`), batchSync);
      expect(report.ok, `shifted by ${shift}`).to.equal(true);
      expect(report.records.at(0)?.cells[1] === cell, `shifted by ${shift}`).to.equal(true);
    }
  });

  it('finds a wrong byte in whatever slice, and reads on', async () => {
    const before = `A,${'é'.repeat(40_000)},r\n`;
    const content = bytes(H, before, 'B,', [0xe9], ',s\nC ,t,u\n');
    const report = await validateFile(csvFile(content), batchSync);
    expect(shorten(report)).to.deep.equal(['invalid_encoding - 3 -', 'surrounding_space 3 4 order_id']);
    expect(report.rowCount).to.equal(3);
    expect(report.source.text).to.equal(null);
  });

  it('does not judge a cell that the wrong encoding spoilt', async () => {
    const content = bytes(H, 'caf', [0xe9], ',t,r\ncaf', [0xe8], ',t,s\n');
    expect(shorten(await validateFile(csvFile(content), batchSync))).to.deep.equal(['invalid_encoding - 2 -']);
  });

  it('keeps a U+FFFD that the file itself has', () => {
    expect(rows('A1,\uFFFD,r\n').ok).to.equal(true);
  });

  it('refuses text that has no UTF-8: half a surrogate pair', () => {
    expect(shorten(rows('A1,t,r\nA2,x\uD83Dy,s\n'))).to.deep.equal(['invalid_encoding - 3 -']);
  });

  it('offers to read the file in its own encoding, and without its second mark', async () => {
    for (const [name, content] of wrong) {
      const { repairs } = await validateFile(csvFile(content), batchSync);
      expect(repairs.includes('reencode'), name).to.equal(true);
    }
  });
});
