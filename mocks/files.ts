// Files for demo, stories and tests, made when asked for.
import { batchSync } from '../src/core/batch-sync.js';
import { madeCells } from './sheet.js';

const { columns } = batchSync;
const header = columns.map(column => column.name);
const seed = 2026;

/** Rows that nothing is wrong with. */
function validRows(count: number): string[][] {
  return Array.from({ length: count }, (_, row) => [...madeCells(columns, seed, row)]);
}

function csv(rows: readonly (readonly string[])[], delimiter = ','): string {
  return [header, ...rows].map(cells => `${cells.join(delimiter)}\r\n`).join('');
}

function file(name: string, content: string | Uint8Array<ArrayBuffer>): File {
  return new File([content], name, { type: 'text/csv' });
}

/** As many valid rows as a file may have, or fewer. */
export function validFile(rows = 1000): File {
  return file('orders_valid.csv', csv(validRows(rows)));
}

/** Sound rows among rows with one fault each: one of every kind that a cell or a row can have. */
export function mixedErrorsFile(): File {
  const rows = validRows(24);
  const [first = ''] = rows[0] ?? [];
  rows[2] = ['', 'TXN_000000003', 'SYNCREQ003'];
  rows[5] = ['ORD 100#6', 'TXN_000000006', 'SYNCREQ006'];
  rows[8] = ['ORD_000000009', 'TXN_000000009'];
  rows[11] = ['ORD_000000012', 'TXN_000000012', 'SYNCREQ012', 'note'];
  rows[14] = [first, 'TXN_000000015', 'SYNCREQ015'];
  rows[17] = [' ORD_000000018', 'TXN_000000018', 'SYNCREQ018'];
  rows[20] = ['ORD_000000021', 'TXN\u0007000000021', 'SYNCREQ021'];
  return file('orders_mixed_errors.csv', csv(rows));
}

/** One row over the limit. */
export function tooManyRowsFile(): File {
  return file('orders_1001_rows.csv', csv(validRows(1001)));
}

/** The same order twice, and once more. */
export function duplicatesFile(): File {
  const rows = validRows(30);
  const [repeated = ''] = rows[3] ?? [];
  for (const row of [12, 25]) rows[row] = [repeated, `TXN_${row}`, `SYNCREQ${row}`];
  return file('orders_duplicates.csv', csv(rows));
}

/** As a spreadsheet saves it where the comma is the decimal sign. */
export function semicolonFile(): File {
  return file('orders_semicolon.csv', csv(validRows(40), ';'));
}

/** As an old spreadsheet saves it: one byte per character, so that the accents are not UTF-8. */
export function windows1252File(): File {
  const rows = validRows(20);
  rows[6] = ['ORD_000000007', 'Café-Zürich', 'SYNCREQ007'];
  return file(
    'orders_windows-1252.csv',
    Uint8Array.from(csv(rows), char => char.charCodeAt(0)),
  );
}

/** More than is kept in memory, on a drive that gives this share of it and then nothing more. */
export function stuckFile(share: number): File {
  const rows = validRows(1000).map(cells => `${cells.join(',')}\r\n`);
  const parts = Array.from({ length: 160 }, () => rows.join(''));
  const stuck = new File([`${header.join(',')}\r\n`, ...parts], 'orders_archive.csv', { type: 'text/csv' });
  const slice = stuck.slice.bind(stuck);
  stuck.slice = (start, end = stuck.size) => {
    const bytes = slice(start, end);
    return end <= stuck.size * share ? bytes : Object.assign(bytes, { arrayBuffer: () => new Promise(() => {}) });
  };
  return stuck;
}

/** Every one of them by what is the matter with it. */
export const csvFiles = {
  valid: validFile,
  'mixed errors': mixedErrorsFile,
  'too many rows': tooManyRowsFile,
  duplicates: duplicatesFile,
  semicolon: semicolonFile,
  'windows-1252': windows1252File,
} as const satisfies Readonly<Record<string, () => File>>;
