import { csvRecord } from './csv-cell.js';
import type { ValidationReport } from './report.js';
import { has } from './own-members.js';

/**
 * The canonical text of a file: the definition's header, its columns in order, commas, CRLF. In UTF-8 it is what is
 * sent once a repair or an edit was accepted.
 */
export function toText(report: ValidationReport): string {
  let text = '';
  for (const record of textRecords(report)) text += record;
  return text;
}

/** The canonical text record by record: all of it may be more than can be held. */
export function* textRecords(report: ValidationReport): Iterable<string> {
  yield recordText(report.definition.columns.map(({ name }) => name));
  for (const cells of canonicalRows(report)) yield recordText(cells);
}

/**
 * The fingerprint of the data rows: SHA-256 of their canonical text in UTF-8, in lower-case hex. `null` where the page
 * has no `crypto.subtle` (plain http).
 */
export async function rowsSha256(rows: ValidationReport | Iterable<readonly string[]>): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const text = rowsText(has(rows, 'columnIndexes') ? canonicalRows(rows) : rows);
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Each row's cells in the definition's order; a column that the file does not have is empty. */
function* canonicalRows({ records, columnIndexes }: ValidationReport): Iterable<string[]> {
  for (const { cells } of records) yield columnIndexes.map(index => cells[index] ?? '');
}

function rowsText(rows: Iterable<readonly string[]>): string {
  let text = '';
  for (const cells of rows) text += recordText(cells);
  return text;
}

function recordText(cells: readonly string[]): string {
  return `${csvRecord(cells)}\r\n`;
}
