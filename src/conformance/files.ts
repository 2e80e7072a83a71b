import type { CreateBatchInput } from '../adapter/adapter.js';
import { newIdempotencyKey } from '../adapter/idempotency.js';
import { batchSync } from '../core/batch-sync.js';
import { rowsSha256 } from '../core/canonical.js';
import { csvRecord } from '../core/csv-cell.js';

/** A file of rows that no other file has. */
export interface MadeFile {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly text: string;
}

/** The files of one run. */
export interface Files {
  /** Stands in every name and row of the run. */
  readonly tag: string;
  make(label: string, rows: number): MadeFile;
}

const columns = batchSync.columns.map(({ name }) => name);

/** `orderIds` are taken first, from the first one in each file. */
export function createFiles(orderIds: readonly string[]): Files {
  const tag = newIdempotencyKey().slice(0, 8);
  let serial = 0;
  return {
    tag,
    make(label, count) {
      serial++;
      const stem = `${tag}-${serial}`;
      const rows = Array.from({ length: count }, (_, at) => [
        orderIds[at] ?? `CONF-${stem}-${at + 1}`,
        `TXN-${stem}-${at + 1}`,
        `REQ-${stem}-${at + 1}`,
      ]);
      return { name: `conformance-${tag}-${label}.csv`, rows, text: csvText(rows) };
    },
  };
}

/** The canonical text of rows. */
export function csvText(rows: Iterable<readonly string[]>): string {
  return [columns, ...rows].map(cells => `${csvRecord(cells)}\r\n`).join('');
}

export type InputChange = Partial<Omit<CreateBatchInput, 'client'>> & Partial<CreateBatchInput['client']>;

/** An upload of a file as the elements make it. Every one has a description, which a maker-checker's checker needs. */
export async function inputOf(file: MadeFile, change: InputChange = {}): Promise<CreateBatchInput> {
  const { rows, rowsSha256: hash, acceptedWarnings, acceptDuplicate, ...rest } = change;
  return {
    file: new Blob([file.text], { type: 'text/csv' }),
    fileName: file.name,
    description: 'Made by batch-sync-conformance',
    syncWithGateway: false,
    ...rest,
    client: {
      rows: rows ?? file.rows.length,
      rowsSha256: hash ?? (await rowsSha256(file.rows)),
      acceptedWarnings: acceptedWarnings ?? [],
      acceptDuplicate: acceptDuplicate ?? false,
    },
  };
}
