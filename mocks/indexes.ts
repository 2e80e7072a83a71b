// Lists that stay sorted and counts that stay counted, as a database's indexes do: a page of a hundred thousand batches
// is told almost as soon as one of ten.
import { batchStatuses, isTerminal } from '../src/core/status.js';
import type { SortableColumn } from '../src/core/view.js';
import { compareParts } from './paging.js';
import type { BatchRecord } from './records.js';

/** Records in an order, and their names beside them: a walk over those alone is several times shorter. */
export class OrderedRecords {
  readonly all: readonly BatchRecord[];
  readonly #names: Partial<Record<'given' | 'lower', readonly string[]>> = {};

  constructor(all: readonly BatchRecord[]) {
    this.all = all;
  }

  /** Those in whose file name a part stands. */
  named(part: string, matchCase: boolean): readonly BatchRecord[] {
    if (part === '') return this.all;
    const names = (this.#names[matchCase ? 'given' : 'lower'] ??= this.all.map(({ fileName }) =>
      matchCase ? fileName : fileName.toLowerCase(),
    ));
    const wanted = matchCase ? part : part.toLowerCase();
    return this.all.filter((_, index) => names[index]?.includes(wanted));
  }
}

export interface Index {
  /** All records by a column, ties by id. */
  by(column: SortableColumn, descending: boolean): OrderedRecords;
  /** All records by status. */
  counts(): Record<string, number>;
}

/** `records` are only ever added to. */
export function createIndex(records: ReadonlyMap<string, BatchRecord>): Index {
  let byId: readonly BatchRecord[] = [];
  /** By what never changes of a record. */
  const kept = new Map<string, OrderedRecords>();
  /** A terminal status is the last. */
  const ended: Record<string, number> = {};
  let open: BatchRecord[] = [];
  let counted = 0;

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

  return {
    by(column, descending) {
      refresh();
      if (column === 'status' || column === 'totalTasks') return new OrderedRecords(grouped(column, descending));
      const name = `${column} ${descending}`;
      const list = kept.get(name) ?? new OrderedRecords(sorted(column, descending));
      kept.set(name, list);
      return list;
    },
    counts() {
      if (counted < records.size) open = [...open, ...[...records.values()].slice(counted)];
      counted = records.size;
      open = open.filter(record => {
        if (isTerminal(record.status)) ended[record.status] = (ended[record.status] ?? 0) + 1;
        return !isTerminal(record.status);
      });
      return countsOf(open, ended);
    },
  };
}

/** How many records are in each status, together with those that were counted before. */
export function countsOf(
  records: readonly BatchRecord[],
  before: Readonly<Record<string, number>> = {},
): Record<string, number> {
  const counts = { ...before };
  for (const { status } of records) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
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
