// Lists that stay sorted, as a database's indexes do: a page of a hundred thousand batches is told as soon as one of ten.
import { batchStatuses } from '../src/core/status.js';
import type { SortableColumn } from '../src/core/view.js';
import { compareParts } from './paging.js';
import type { BatchRecord } from './records.js';

/** All records by a column, ties by id. */
export type Ordered = (column: SortableColumn, descending: boolean) => readonly BatchRecord[];

/** `records` are only ever added to. */
export function createOrdered(records: ReadonlyMap<string, BatchRecord>): Ordered {
  let byId: readonly BatchRecord[] = [];
  /** By what never changes of a record. */
  const kept = new Map<string, readonly BatchRecord[]>();

  function refresh(): void {
    if (byId.length === records.size) return;
    byId = [...records.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    kept.clear();
  }

  /** Stable, so that equal ones remain sorted by id. */
  function sorted(column: SortableColumn, descending: boolean): readonly BatchRecord[] {
    const order = { descending, natural: true };
    return byId.toSorted((a, b) => compareParts(sortKey(a, column), sortKey(b, column), order));
  }

  /** For keys of few values: one walk, and only they are sorted. */
  function grouped(column: SortableColumn, descending: boolean): readonly BatchRecord[] {
    const groups = new Map<string | number, BatchRecord[]>();
    for (const record of byId) {
      const key = sortKey(record, column);
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
    const order = { descending, natural: true };
    return [...groups].toSorted(([a], [b]) => compareParts(a, b, order)).flatMap(([, group]) => group);
  }

  return (column, descending) => {
    refresh();
    if (column === 'status' || column === 'totalTasks') return grouped(column, descending);
    const name = `${column} ${descending}`;
    const list = kept.get(name) ?? sorted(column, descending);
    kept.set(name, list);
    return list;
  };
}

export function sortKey(record: BatchRecord, column: SortableColumn): string | number {
  switch (column) {
    case 'fileName':
      return record.fileName;
    case 'status':
      return batchStatuses.indexOf(record.status);
    case 'totalRecords':
      return record.totalRecords;
    case 'createdAt':
      return record.createdAt;
    case 'totalTasks':
      return record.tasksAt === null ? 0 : record.totalRecords - record.skipped.length;
  }
}
