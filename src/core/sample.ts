import { csvRecord } from './csv-cell.js';
import type { BatchDefinition } from './definition.js';

/** The sample file: the header and one row of examples. */
export function sampleCsv({ columns }: BatchDefinition): string {
  const records = [columns.map(({ name }) => name), columns.map(({ example }) => example)];
  return records.map(cells => `${csvRecord(cells)}\r\n`).join('');
}
