import type { TableColumn, TableColumnName } from '../core/table-columns.js';
import { sortOf } from '../core/view.js';
import type { BatchSort, SortableColumn } from '../core/view.js';
import type { MessageKey } from '../words/en.js';
import type { Words } from '../words/words.js';

/** What a column is made of on screen. */
interface ColumnLook {
  readonly key: MessageKey;
  /** The column by which the server sorts, where it does. */
  readonly sort?: SortableColumn;
  readonly className: string;
}

const looks: Readonly<Record<TableColumnName, ColumnLook>> = {
  fileName: { key: 'table.column.fileName', sort: 'fileName', className: 'cell-file' },
  status: { key: 'table.column.status', sort: 'status', className: 'cell-status' },
  totalRecords: { key: 'table.column.totalRecords', sort: 'totalRecords', className: 'number' },
  createdAt: { key: 'table.column.createdAt', sort: 'createdAt', className: 'cell-time' },
  updatedAt: { key: 'table.column.updatedAt', className: 'cell-time' },
  totalTasks: { key: 'table.column.totalTasks', sort: 'totalTasks', className: 'number' },
  progress: { key: 'table.column.progress', className: 'cell-progress' },
  actions: { key: 'table.column.actions', className: 'cell-actions' },
};

/** The heading of a column; the name of a host's column whose words cannot be had. */
export function columnLabel(column: TableColumn, words: Words): string {
  return column.kind === 'own' ? words.t(looks[column.name].key) : hostText(column.column.label, column.name, words);
}

export function columnSort(column: TableColumn): SortableColumn | undefined {
  return column.kind === 'own' ? looks[column.name].sort : undefined;
}

/** How the rows are sorted now, to be heard when they came. */
export function spokenSort(sort: BatchSort, words: Words): string {
  const { column, descending } = sortOf(sort);
  const params = { column: words.t(looks[column].key) };
  return words.t(descending ? 'announce.sorted.descending' : 'announce.sorted.ascending', params);
}

/** The class of its cells, and of its heading. */
export function columnClass(column: TableColumn): string {
  if (column.kind === 'own') return looks[column.name].className;
  return column.column.align === 'end' ? 'cell-given number' : 'cell-given';
}

/** Words of a host's: what its function throws stays here. */
export function hostText(text: Parameters<Words['text']>[0], fallback: string, words: Words): string {
  try {
    return words.text(text) || fallback;
  } catch {
    return fallback;
  }
}

/** The tracks of a row, for `grid-template-columns`; their widths are the stylesheet's. What is longest takes what is left. */
export function columnTracks(columns: readonly TableColumn[]): string {
  return columns
    .map(column => {
      if (column.kind === 'given') return `minmax(${width(column)}, 0.4fr)`;
      return column.name === 'fileName' ? `minmax(${width(column)}, 1fr)` : width(column);
    })
    .join(' ');
}

/** The width below which the columns do not fit. */
export function leastWidth(columns: readonly TableColumn[]): string {
  return `calc(${['0em', ...columns.map(width)].join(' + ')})`;
}

function width({ kind, name }: TableColumn): string {
  return `var(--_width-${kind === 'own' ? name : 'given'})`;
}
