import * as fc from 'fast-check';
import { batchSync } from '../../src/core/batch-sync.js';
import type { BatchDefinition } from '../../src/core/definition.js';

const names = ['order_id', 'txn_id', 'unique_request_id'];

/** Few values, so that they come back; and one of each kind that some rule is about. */
const plainCell = fc.constantFrom('A1', 'A1', 'a1', 'B-2', 'C_3', '', '', 'D4', '000123', '123');
const oddCell = fc.constantFrom(
  ' A1',
  'A1 ',
  '   ',
  '\t',
  'A 1',
  'é',
  '-1-1',
  "'-1-1",
  "'-100",
  "''x",
  "'tis",
  '=1+1',
  '-100',
  '@x',
  '1.23E+11',
  '12-Jan',
  '1.0',
  '#REF!',
  '“A1”',
  'a\u0007b',
  'x'.repeat(30),
  '__proto__',
  '\uFEFFA1',
  'ORDER_İD',
);
/** As it stands in the file, quoted. */
const quotedCell = fc.constantFrom(
  '"A1"',
  '"a,b"',
  '"a\nb"',
  '"a\r\nb"',
  '"say ""x"""',
  '""',
  '" A1"',
  '"a;b"',
  '"é\r"',
);
const brokenCell = fc.constantFrom('"', 'a"b', '"a"b', '"a" ', '"open');

const cell = fc.oneof(
  { weight: 12, arbitrary: plainCell },
  { weight: 3, arbitrary: oddCell },
  { weight: 2, arbitrary: quotedCell },
);

const width = fc.oneof(
  { weight: 12, arbitrary: fc.constant(3) },
  { weight: 1, arbitrary: fc.constantFrom(1, 2, 4, 5) },
);

const header = fc.oneof(
  { weight: 8, arbitrary: fc.constant(names) },
  { weight: 1, arbitrary: fc.shuffledSubarray(names, { minLength: 1 }) },
  {
    weight: 2,
    arbitrary: fc.array(
      fc.constantFrom(...names, ...names, 'Order ID', 'transaction-id', ' REQUEST_ID ', 'note', 'line', '', '"txn_id"'),
      { minLength: 1, maxLength: 5 },
    ),
  },
);

const newline = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(['\n'], ['\r\n'], ['\r']) },
  { weight: 1, arbitrary: fc.constant(['\n', '\r\n', '\r']) },
);

interface Shape {
  header: string[];
  rows: string[][];
  newlines: readonly string[];
  blanks: number[];
  delimiter: string;
  isEnded: boolean;
}

function write({ header: first, rows, newlines, blanks, delimiter, isEnded }: Shape): string {
  const lines = [first, ...rows].map(cells => cells.join(delimiter));
  const ends = lines.map((_, index) => newlines[index % newlines.length]);
  const text = lines.map((line, index) => line + ends[index].repeat(blanks.includes(index) ? 2 : 1)).join('');
  return isEnded ? text : text.replace(/[\r\n]+$/, '');
}

function shape(cells: fc.Arbitrary<string>, delimiter: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const row = width.chain(length => fc.array(cells, { minLength: length, maxLength: length }));
  return fc
    .record({
      header,
      rows: fc.array(row, { maxLength: 9 }),
      newlines: newline,
      blanks: fc.array(fc.nat(12), { maxLength: 2 }),
      delimiter,
      isEnded: fc.boolean(),
    })
    .map(write);
}

/** Files whose quotes and delimiter are right. */
export const soundText = shape(cell, fc.constant(','));

/** Files of all kinds, many of them broken. */
export const anyText = fc.oneof(
  { weight: 6, arbitrary: soundText },
  { weight: 2, arbitrary: shape(cell, fc.constantFrom(';', '\t', '|')) },
  {
    weight: 2,
    arbitrary: shape(fc.oneof({ weight: 9, arbitrary: cell }, { weight: 1, arbitrary: brokenCell }), fc.constant(',')),
  },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ';', ' ', 'A', '\t', "'") }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

/** Files of which many are valid, however they are written. */
export const mostlyValidText = fc.oneof(
  { weight: 1, arbitrary: anyText },
  {
    weight: 3,
    arbitrary: fc
      .record({
        ids: fc.uniqueArray(fc.nat(99), { maxLength: 4 }),
        others: fc.array(cell, { minLength: 8, maxLength: 8 }),
        newlines: newline,
        blanks: fc.array(fc.nat(5), { maxLength: 2 }),
        isEnded: fc.boolean(),
      })
      .map(({ ids, others, ...form }) => {
        const rows = ids.map((id, index) => [`ORD_${id}`, others[index * 2], others[index * 2 + 1]]);
        return write({ header: names, rows, delimiter: ',', ...form });
      }),
  },
);

/** Text as the bytes of a file, in an encoding that may be wrong. */
export const anyBytes: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('', '', '\uFEFF', '\uFEFF\uFEFF'), anyText)
      .map(([mark, text]) => new TextEncoder().encode(mark + text)),
  },
  { weight: 1, arbitrary: anyText.map(text => inOneByte(text.replace('A1', 'caf\u00E9'))) },
  { weight: 1, arbitrary: fc.tuple(anyText, fc.boolean()).map(([text, isLittle]) => inUtf16(text, isLittle)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map(bytes => new Uint8Array(bytes)) },
);

/** The preset and what else a host may say. The row limit is low, so that files reach it. */
export const anyDefinition: fc.Arbitrary<BatchDefinition> = fc
  .record({
    headerPolicy: fc.constantFrom('strict' as const, 'flexible' as const),
    duplicates: fc.constantFrom('error' as const, 'warning' as const, 'by-transaction' as const),
    maxRows: fc.constantFrom(3, 6, 1000, 1000),
  })
  .map(({ headerPolicy, duplicates, maxRows }) => ({
    ...batchSync,
    columns: batchSync.columns.map((column, index) => (index === 1 ? { ...column, maxLength: 20 } : column)),
    headerPolicy,
    duplicates,
    limits: { maxRows, maxBytes: 5_000_000 },
  }));

/** What a person may type into a cell. */
export const anyValue = fc.oneof(plainCell, oddCell, fc.constantFrom('a,b', 'a\nb', 'say "x"', '\r'));

/** A byte for each character, as Windows-1252 has most of them. */
function inOneByte(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, character => character.charCodeAt(0) & 0xff);
}

function inUtf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  `\uFEFF${text}`.split('').forEach((unit, index) => view.setUint16(index * 2, unit.charCodeAt(0), isLittle));
  return bytes;
}
