import type { Task } from '../src/core/batch.js';
import type { BatchColumn } from '../src/core/definition.js';
import { failures, fateOf, fateOfRetry, gatewayOf, gatewayTakes, systemOf } from './outside.js';
import type { Failure } from './outside.js';
import { taskEnd } from './pace.js';
import { chance } from './random.js';
import { iso } from './records.js';
import type { BatchRecord } from './records.js';

/** The tasks of one batch, told when asked for. A task's `index` counts from 0 in file order. */
export interface Sheet {
  readonly count: number;
  cells(index: number): readonly string[];
  status(index: number): 'QUEUED' | 'ACCEPTED' | 'FAILED';
  /** What the task failed with, once it did. */
  failure(index: number): Failure | null;
  gateway(index: number): string | null;
  system(index: number): string;
  task(index: number): Task;
  /** How many of the first `done` tasks fail. */
  failedAmong(done: number): number;
  /** Indexes of the rows whose tasks are in a state. */
  rowsWith(status: 'QUEUED' | 'ACCEPTED' | 'FAILED'): readonly number[];
  /** The fate of a task whether or not it was met: an index into `failures`, or -1. */
  fate(index: number): number;
}

/** Cells of a row that was never in a file: the columns' examples, counted on from a number of the batch's own. */
export function madeCells(columns: readonly BatchColumn[], seed: number, row: number): readonly string[] {
  const serial = Math.floor(chance(seed, 0, 30) * 8e8) + row * 7 + Math.floor(chance(seed, row, 31) * 7);
  return columns.map(({ example, required }, column) => {
    if (!required && chance(seed, row, 32 + column) < 0.06) return '';
    const stem = example.replace(/\d+$/, '');
    return stem + String(serial + column * 1_000_003).padStart(example.length - stem.length, '0');
  });
}

/** The cells of a batch's data rows, by row index. `find` gives the batch that a retry came from. */
export function cellsOf(
  record: BatchRecord,
  columns: readonly BatchColumn[],
  find: (id: string) => BatchRecord,
): (row: number) => readonly string[] {
  const { rows } = record;
  switch (rows.kind) {
    case 'given':
      return row => rows.cells[row] ?? [];
    case 'made':
      return row => madeCells(columns, rows.seed, row);
    case 'retried': {
      const before = cellsOf(find(rows.of), columns, find);
      return row => before(rows.indexes[row] ?? 0);
    }
  }
}

export function createSheet(
  record: BatchRecord,
  columns: readonly BatchColumn[],
  find: (id: string) => BatchRecord,
  sheetOf: (record: BatchRecord) => Sheet,
): Sheet {
  const { seed, rows, skipped, totalRecords } = record;
  const count = totalRecords - skipped.length;
  const cells = cellsOf(record, columns, find);
  const rowOf = rowFinder(skipped);
  const transaction = columns.findIndex(column => column.role === 'transaction');
  const fates = new Int8Array(count);
  const failedBefore = new Uint32Array(count + 1);
  const before = rows.kind === 'retried' ? fatesOfRows(find(rows.of), sheetOf) : null;
  for (let index = 0; index < count; index++) {
    const fate =
      rows.kind === 'retried'
        ? fateOfRetry(seed, index, before?.get(rows.indexes[index] ?? -1) ?? -1)
        : fateOf(seed, index, record.failureRate);
    fates[index] = fate;
    failedBefore[index + 1] = (failedBefore[index] ?? 0) + (fate < 0 ? 0 : 1);
  }

  const fate = (index: number) => fates[index] ?? -1;
  const status = (index: number) => (index >= record.done ? 'QUEUED' : fate(index) < 0 ? 'ACCEPTED' : 'FAILED');
  const failure = (index: number) => (index < record.done ? (failures[fate(index)] ?? null) : null);
  const gateway = (index: number) =>
    transaction >= 0 && cells(rowOf(index))[transaction] === '' ? null : gatewayOf(seed, index);

  const indexes = () => Array.from({ length: count }, (_, index) => index);

  function gatewayStatus(index: number): string | null {
    const run = record.gatewayRun;
    if (!run || gateway(index) === null || status(index) === 'FAILED') return null;
    if (status(index) === 'QUEUED' || (run.endsAt !== null && run.state === 'running')) return 'PENDING';
    return gatewayTakes(seed, index) ? 'SYNCED' : 'FAILED';
  }

  function updatedAt(index: number): number {
    if (index >= record.done) return record.tasksAt ?? record.createdAt;
    const end = taskEnd(record, count, index);
    const run = record.gatewayRun;
    return run && run.endsAt !== null && gatewayStatus(index) !== null ? Math.max(end, run.at) : end;
  }

  return {
    count,
    status,
    failure,
    fate,
    gateway,
    cells: index => cells(rowOf(index)),
    system: index => systemOf(seed, index),
    rowsWith: wanted =>
      indexes()
        .filter(index => status(index) === wanted)
        .map(rowOf),
    failedAmong: done => failedBefore[done] ?? 0,
    task(index) {
      const row = rowOf(index);
      const state = status(index);
      const refused = failure(index);
      return {
        id: `t_${record.id.slice(3)}_${row + 1}`,
        batchId: record.id,
        row: row + 1,
        values: Object.fromEntries(columns.map((column, at) => [column.name, cells(row)[at] ?? ''])),
        status: state,
        syncStatus: state === 'QUEUED' ? null : refused ? 'REJECTED' : 'SYNCED',
        externalSystem: systemOf(seed, index),
        externalResponse: state === 'QUEUED' ? null : refused ? refused.response : '200 OK',
        gateway: gateway(index),
        gatewaySyncStatus: gatewayStatus(index),
        error: refused && { code: refused.code, message: refused.message },
        createdAt: iso(record.tasksAt ?? record.createdAt),
        updatedAt: iso(updatedAt(index)),
      };
    },
  };
}

/** The fates of a batch's tasks by row index. */
function fatesOfRows(record: BatchRecord, sheetOf: (record: BatchRecord) => Sheet): ReadonlyMap<number, number> {
  const sheet = sheetOf(record);
  const rowOf = rowFinder(record.skipped);
  return new Map(Array.from({ length: sheet.count }, (_, index) => [rowOf(index), sheet.fate(index)]));
}

/** The row index of a task, where some rows have none. */
export function rowFinder(skipped: readonly number[]): (index: number) => number {
  return index => {
    let row = index;
    for (const each of skipped) {
      if (each > row) break;
      row++;
    }
    return row;
  };
}
