import type { BatchColumn, BatchDefinition } from '../definition.js';
import { AcrossRows } from './across-rows.js';
import { CellChecks } from './cells.js';
import type { HeaderReading } from './header.js';
import { issueKind, type IssueLog } from './issue-log.js';
import type { Traits } from './traits.js';

/** A column of the definition that the file has. */
export interface FileColumn {
  readonly column: BatchColumn;
  /** Position in the definition. */
  readonly index: number;
  /** Position in the file's records. */
  readonly position: number;
}

/** The cells of a record, `undefined` for those of which nothing can be said. */
export type Cells = readonly (string | undefined)[];

/** Rows that are judged together, in their order. */
export interface RowGroup {
  readonly records: readonly Cells[];
  readonly traits: Traits;
  rowOf(index: number): number;
  lineOf(index: number): number;
}

const dropCells = issueKind('extra_cell', 'error', 'drop_cells');
const extraCell = issueKind('extra_cell', 'error');
const padCells = issueKind('missing_cell', 'error', 'pad_cells');
const missingCell = issueKind('missing_cell', 'error');

/** Judges data records: their width, their cells, and how they stand to each other. */
export class RowChecks {
  /** What is known of how the rows stand to each other. */
  readonly across: AcrossRows;
  readonly #width: number;
  /** Cells that a row has to have: without one of them nothing is gained by adding empty ones. */
  readonly #needed: number;
  readonly #log: IssueLog;
  readonly #cells: CellChecks;

  constructor(columns: readonly FileColumn[], duplicates: BatchDefinition['duplicates'], width: number, log: IssueLog) {
    this.#width = width;
    this.#log = log;
    this.#needed = neededCells(columns);
    this.#cells = new CellChecks(columns, log);
    this.across = new AcrossRows(columns, duplicates, width, log);
  }

  /** `null` where the header names no column that is known: then there is nothing to judge a row by. */
  static for(definition: BatchDefinition, { names, positions }: HeaderReading, log: IssueLog): RowChecks | null {
    const columns = fileColumns(definition, positions);
    return columns.length === 0 ? null : new RowChecks(columns, definition.duplicates, names.length, log);
  }

  /** Judges rows by themselves, and takes note of them for {@link across}. `isCompared`: their values are known there. */
  take(group: RowGroup, isCompared = false): void {
    this.judge(group);
    this.across.add(group, isCompared);
  }

  /** Judges rows by themselves. */
  judge(group: RowGroup): void {
    const { records } = group;
    for (let index = 0; index < records.length; index++) {
      const cells = records[index];
      if (cells.length !== this.#width) this.#reportWidth(cells, group.rowOf(index), group.lineOf(index));
      this.#cells.judge(cells, group, index);
    }
  }

  #reportWidth(cells: Cells, row: number, line: number): void {
    const count = cells.length;
    if (count < this.#width) {
      this.#log.addKind(count >= this.#needed ? padCells : missingCell, row, line, -1, count);
    } else {
      this.#log.addKind(isEmptyFrom(cells, this.#width) ? dropCells : extraCell, row, line, -1, count);
    }
  }
}

/** The columns of the definition that the file has, in the definition's order. */
export function fileColumns({ columns }: BatchDefinition, positions: readonly number[]): FileColumn[] {
  return columns
    .map((column, index) => ({ column, index, position: positions[index] }))
    .filter(({ position }) => position >= 0);
}

/** How many cells a row must have so that no required one is missing. */
export function neededCells(columns: readonly FileColumn[]): number {
  return Math.max(0, ...columns.filter(({ column }) => column.required).map(({ position }) => position + 1));
}

/** Whether all cells from a position on are empty. */
export function isEmptyFrom(cells: Cells, position: number): boolean {
  return cells.every((cell, index) => index < position || cell === '');
}

/** Cells of a text whose encoding is wrong, `undefined` for those that show it. */
export function soundCells(cells: readonly string[]): Cells {
  return cells.map(cell => (cell.includes('\uFFFD') ? undefined : cell));
}
