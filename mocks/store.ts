import type { Batch } from '../src/core/batch.js';
import { csvRecord } from '../src/core/csv-cell.js';
import type { BatchDefinition } from '../src/core/definition.js';
import { ProblemError } from '../src/core/problem.js';
import { isTerminal } from '../src/core/status.js';
import { actionsOn } from './acts.js';
import { createIndex } from './indexes.js';
import type { Index } from './indexes.js';
import { batchOf } from './records.js';
import type { BatchRecord } from './records.js';
import type { Session } from './session.js';
import { sha256 } from './sha256.js';
import { cellsOf, createSheet } from './sheet.js';
import type { Sheet } from './sheet.js';

const previewRows = 20;

/** The records and what can be told of them. Changes nothing. */
export interface Store {
  readonly records: ReadonlyMap<string, BatchRecord>;
  readonly index: Index;
  readonly definition: BatchDefinition;
  add(record: BatchRecord): void;
  /** Throws a `ProblemError` `not_found`. */
  find(id: string): BatchRecord;
  sheetOf(record: BatchRecord): Sheet;
  rowsSha256(record: BatchRecord): string | null;
  /** Row indexes that a retry would take up. */
  retryable(record: BatchRecord): readonly number[];
  show(record: BatchRecord, session: Session): Batch;
  /** With history and, while approval is pending, the first rows. */
  showWhole(record: BatchRecord, session: Session): Batch;
}

export function createStore(definition: BatchDefinition, initial: readonly BatchRecord[]): Store {
  const records = new Map(initial.map(record => [record.id, record]));
  const sheets = new WeakMap<BatchRecord, Sheet>();
  const hashes = new WeakMap<BatchRecord, string>();
  const { columns } = definition;

  function find(id: string): BatchRecord {
    const record = records.get(id);
    if (record) return record;
    throw new ProblemError({ code: 'not_found', status: 404, title: 'There is no such batch', detail: id });
  }

  function sheetOf(record: BatchRecord): Sheet {
    const known = sheets.get(record);
    if (known) return known;
    const sheet = createSheet(record, columns, find, sheetOf);
    sheets.set(record, sheet);
    return sheet;
  }

  function rowsSha256(record: BatchRecord): string | null {
    // A retry was never a file, so no file repeats it; nor can one repeat more rows than are taken.
    if (record.rows.kind === 'retried' || record.totalRecords > definition.limits.maxRows) return null;
    const known = hashes.get(record);
    if (known) return known;
    const cells = cellsOf(record, columns, find);
    const hash = hashOfRows(Array.from({ length: record.totalRecords }, (_, row) => cells(row)));
    hashes.set(record, hash);
    return hash;
  }

  function retryable(record: BatchRecord): readonly number[] {
    if (!isTerminal(record.status) || record.failed === 0) return [];
    const children = record.childIds.map(find);
    // What a child took up is the child's to try again, unless it was given up.
    if (children.some(child => child.status !== 'CANCELED')) return [];
    const done = new Set(children.flatMap(child => acceptedRows(child, sheetOf(child))));
    return sheetOf(record)
      .rowsWith('FAILED')
      .filter(row => !done.has(row));
  }

  function show(record: BatchRecord, session: Session): Batch {
    const totalTasks = record.tasksAt === null ? 0 : record.totalRecords - record.skipped.length;
    return {
      ...batchOf(record, totalTasks, rowsSha256(record)),
      allowedActions: actionsOn(record, session, () => retryable(record).length),
    };
  }

  return {
    records,
    index: createIndex(records),
    definition,
    add: record => void records.set(record.id, record),
    find,
    sheetOf,
    rowsSha256,
    retryable,
    show,
    showWhole(record, session) {
      const cells = cellsOf(record, columns, find);
      const preview = Array.from({ length: Math.min(previewRows, record.totalRecords) }, (_, row) => cells(row));
      return {
        ...show(record, session),
        history: [...record.history],
        ...(record.status === 'PENDING_APPROVAL' && { preview }),
      };
    },
  };
}

/** Rows of the parent that a retry brought through. */
function acceptedRows(child: BatchRecord, sheet: Sheet): readonly number[] {
  const { rows } = child;
  return rows.kind === 'retried' ? sheet.rowsWith('ACCEPTED').map(row => rows.indexes[row] ?? -1) : [];
}

/** The same fingerprint of data rows that the browser makes, at once and everywhere. */
export function hashOfRows(rows: readonly (readonly string[])[]): string {
  return sha256(rows.map(cells => `${csvRecord(cells)}\r\n`).join(''));
}
