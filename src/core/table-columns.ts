import type { Batch } from './batch.js';
import type { DefinitionText } from './definition.js';

/** The columns that every table of batches can show, in the order in which it does. */
export const tableColumnNames = [
  'fileName',
  'status',
  'totalRecords',
  'createdAt',
  'updatedAt',
  'totalTasks',
  'progress',
  'actions',
] as const;

/** A column of the table's own. */
export type TableColumnName = (typeof tableColumnNames)[number];

/** What a text may look like; each stands for a status in the theme. */
export const cellTones = ['accepted', 'failed', 'queued', 'partial', 'pending', 'neutral'] as const;

export type CellTone = (typeof cellTones)[number];

/** What can be drawn before a text. */
export const cellIcons = [
  'alert',
  'ban',
  'check',
  'clock',
  'copy',
  'cross',
  'download',
  'external',
  'file',
  'half',
  'hourglass',
  'info',
  'lock',
  'person',
  'progress',
  'search',
  'settings',
  'sync',
  'trash',
  'undo',
  'upload',
  'warning',
] as const;

export type CellIcon = (typeof cellIcons)[number];

/** What a cell of a host's column says. It is drawn by the table; every text is shown as text. */
export interface BatchCell {
  readonly text: string;
  /** Makes it a link. `https:`, or the page's own origin; anything else stays text. */
  readonly href?: string | null;
  readonly icon?: CellIcon | null;
  /** Makes it a badge. */
  readonly tone?: CellTone | null;
  /** What is read when it is pointed at. Default: the text, which may be cut. */
  readonly title?: string | null;
}

/** A column of a host's. */
export interface BatchTableColumn {
  /** Letters, digits, `_` and `-`; unique. It names the column's slots, and is what is kept of a person's choice. */
  readonly name: string;
  /** The heading: as it is, by locale, or from the catalogue. */
  readonly label: DefinitionText;
  /**
   * What the column says of a batch; nothing is a dash. Called whenever a row is drawn, with the newest snapshot, and must
   * be quick and without effect. Where it throws, the cell is a dash and `onEvent` hears of it.
   */
  readonly cell?: (batch: Batch) => string | BatchCell | null | undefined;
  /** The host's own markup: each cell has the slot `cell:<name>:<batch id>`, in which `cell` stands until it is filled. */
  readonly slotted?: boolean;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
  /** Left out until the person chooses it. */
  readonly hidden?: boolean;
}

/** A column as it stands in the table. */
export type TableColumn =
  | { readonly kind: 'own'; readonly name: TableColumnName }
  | { readonly kind: 'given'; readonly name: string; readonly column: BatchTableColumn };

/**
 * The columns on offer. A host names ours and describes its own; where it names none of ours, its own stand before the
 * actions. What is no column, or has the name of an earlier one, is passed over.
 */
export function offeredColumns(given: unknown): readonly TableColumn[] {
  const columns = unique(Array.isArray(given) ? given.flatMap(columnFrom) : []);
  if (columns.some(({ kind }) => kind === 'own')) return columns;
  const own: readonly TableColumn[] = tableColumnNames.map(name => ({ kind: 'own', name }));
  return [...own.slice(0, -1), ...columns, ...own.slice(-1)];
}

function columnFrom(given: unknown): TableColumn[] {
  if (isColumnName(given)) return [{ kind: 'own', name: given }];
  if (typeof given !== 'object' || given === null) return [];
  const column = given as BatchTableColumn;
  // A slot's name and a part of a key: nothing that would have to be escaped.
  if (typeof column.name !== 'string' || !/^[\w-]+$/.test(column.name) || isColumnName(column.name)) return [];
  return [{ kind: 'given', name: column.name, column }];
}

function isColumnName(name: unknown): name is TableColumnName {
  return (tableColumnNames as readonly unknown[]).includes(name);
}

function unique(columns: readonly TableColumn[]): TableColumn[] {
  const names = new Set<string>();
  return columns.filter(({ name }) => !names.has(name) && names.add(name));
}
