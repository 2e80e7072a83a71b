import type { SortableColumn } from '../core/view.js';
import type { MessageKey } from '../words/en.js';

/** A column of the batches' table, in the order of the screen. */
export interface TableColumn {
  readonly key: MessageKey;
  /** The column by which the server sorts, where it does. */
  readonly sort?: SortableColumn;
  readonly kind: 'file' | 'status' | 'number' | 'time' | 'progress' | 'actions';
}

export const tableColumns: readonly TableColumn[] = [
  { key: 'table.column.fileName', sort: 'fileName', kind: 'file' },
  { key: 'table.column.status', sort: 'status', kind: 'status' },
  { key: 'table.column.totalRecords', sort: 'totalRecords', kind: 'number' },
  { key: 'table.column.createdAt', sort: 'createdAt', kind: 'time' },
  { key: 'table.column.updatedAt', kind: 'time' },
  { key: 'table.column.totalTasks', sort: 'totalTasks', kind: 'number' },
  { key: 'table.column.progress', kind: 'progress' },
  { key: 'table.column.actions', kind: 'actions' },
];
