import { isNeutralised } from '../formula.js';
import { fileColumns, isEmptyFrom, neededCells, type FileColumn } from '../intake/rows.js';
import type { BatchDefinition } from '../definition.js';
import type { RepairName } from '../issue.js';

/** What a repair makes of a row; the same array where there is nothing to mend. */
export type RowRepair = (cells: readonly string[]) => readonly string[];

/** What a repair makes of a row of a file whose header has `width` names. */
export function rowRepair(
  repair: RepairName,
  definition: BatchDefinition,
  positions: readonly number[],
  width: number,
): RowRepair {
  const columns = fileColumns(definition, positions);
  const needed = neededCells(columns);
  switch (repair) {
    case 'pad_cells':
      return cells => padded(cells, needed, width);
    case 'drop_cells':
      return cells => (isEmptyFrom(cells, width) ? cells.slice(0, width) : cells);
    case 'trim_cells':
      return cells => eachCell(cells, columns, trimmed);
    case 'undo_apostrophe':
      return cells => eachCell(cells, columns, withoutApostrophe);
    default:
      return cells => cells;
  }
}

/** A row in which a required cell is missing stays short: an empty one would be no better. */
function padded(cells: readonly string[], needed: number, width: number): readonly string[] {
  if (cells.length >= width || cells.length < needed) return cells;
  return Array.from({ length: width }, (_, position) => cells[position] ?? '');
}

function eachCell(
  cells: readonly string[],
  columns: readonly FileColumn[],
  mend: (cell: string, column: FileColumn) => string,
): readonly string[] {
  let mended: string[] | null = null;
  for (const column of columns) {
    const cell = cells[column.position] as string | undefined;
    const better = cell === undefined ? undefined : mend(cell, column);
    if (better === undefined || better === cell) continue;
    mended ??= [...cells];
    mended[column.position] = better;
  }
  return mended ?? cells;
}

/** A required cell of blanks is an empty one, and stays for a person to fill. */
function trimmed(cell: string, { column }: FileColumn): string {
  const inner = cell.trim();
  return inner === '' && column.required ? cell : inner;
}

function withoutApostrophe(cell: string): string {
  return isNeutralised(cell) ? cell.slice(1) : cell;
}
