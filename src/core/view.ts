import type { BatchStatus } from './status.js';

/** The columns by which the server sorts. */
export const sortableColumns = ['fileName', 'status', 'totalRecords', 'createdAt', 'totalTasks'] as const;

export type SortableColumn = (typeof sortableColumns)[number];

/** A column to sort by; `-` before it is descending. */
export type BatchSort = SortableColumn | `-${SortableColumn}`;

export const pageSizes = [10, 20, 50, 100] as const;

/** What the table shows: flat and serialisable, so that a host can keep it in an address. */
export interface View {
  /** Part of a file name; empty for all. */
  readonly search: string;
  readonly matchCase: boolean;
  /** Empty for all. */
  readonly statuses: readonly (BatchStatus | (string & {}))[];
  /** ISO 8601 instant, inclusive; `null` for no bound. */
  readonly createdFrom: string | null;
  /** ISO 8601 instant, exclusive; `null` for no bound. */
  readonly createdTo: string | null;
  readonly sort: BatchSort;
  readonly pageSize: number;
  /** `null` for the first page. */
  readonly cursor: string | null;
}

export const defaultView: View = {
  search: '',
  matchCase: true,
  statuses: [],
  createdFrom: null,
  createdTo: null,
  sort: '-createdAt',
  pageSize: 20,
  cursor: null,
};

/** The column of a sort and its direction. */
export function sortOf(sort: BatchSort): { column: SortableColumn; descending: boolean } {
  return sort.startsWith('-')
    ? { column: sort.slice(1) as SortableColumn, descending: true }
    : { column: sort as SortableColumn, descending: false };
}

/** The sort after a press on a column's heading: ascending first, then the other way round. */
export function toggledSort(sort: BatchSort, column: SortableColumn): BatchSort {
  return sort === column ? `-${column}` : column;
}

/** `view` with `change`; whatever changes what is listed returns to the first page. */
export function changedView(view: View, change: Partial<View>): View {
  return { ...view, cursor: null, ...change };
}

/** Which tasks of a batch a page lists. */
export interface TaskQuery {
  /** A task status; `null` for all. */
  readonly status: string | null;
  readonly errorCode: string | null;
  readonly gateway: string | null;
  /** Part of an order, transaction or request id. */
  readonly q: string;
  /** A member of a task's wire shape or a column's name, `-` before it is descending; `null` for file order. */
  readonly sort: string | null;
  readonly cursor: string | null;
  readonly limit: number;
}

export const defaultTaskQuery: TaskQuery = {
  status: null,
  errorCode: null,
  gateway: null,
  q: '',
  sort: null,
  cursor: null,
  limit: 50,
};
