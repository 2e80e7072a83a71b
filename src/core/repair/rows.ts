import { isNeutralised } from '../formula.js';
import { fileColumns, isEmptyFrom, neededCells, type FileColumn } from '../intake/rows.js';
import type { BatchDefinition } from '../definition.js';
import type { RepairName } from '../issue.js';

/** What a repair makes of a row; the same array where there is nothing to mend. */
export type RowRepair = (cells: readonly string[]) => readonly string[];

/** What repairs make of a row of a file whose header has `width` names. */
export function rowRepair(
  repairs: ReadonlySet<RepairName>,
  definition: BatchDefinition,
  positions: readonly number[],
  width: number,
): RowRepair {
  const columns = fileColumns(definition, positions);
  const needed = neededCells(columns);
  const steps: RowRepair[] = [];
  if (repairs.has('pad_cells')) steps.push(cells => padded(cells, needed, width));
  if (repairs.has('drop_cells')) steps.push(cells => (isEmptyFrom(cells, width) ? cells.slice(0, width) : cells));
  if (repairs.has('trim_cells')) steps.push(cells => eachCell(cells, columns, trimmed));
  if (repairs.has('undo_apostrophe')) steps.push(cells => eachCell(cells, columns, withoutApostrophe));
  return cells => steps.reduce((repaired, step) => step(repaired), cells);
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
