import type { BatchColumn, BatchDefinition } from '../definition.js';
import { AcrossRows } from './across-rows.js';
import { CellChecks, type Traits } from './cells.js';
import type { HeaderReading } from './header.js';
import type { IssueLog } from './issue-log.js';
import type { RecordBlock } from './scan.js';
import type { Content } from './content.js';

/** A column of the definition that the file has. */
export interface FileColumn {
  readonly column: BatchColumn;
  /** Position in the definition. */
  readonly index: number;
  /** Position in the file's records. */
  readonly position: number;
}

/** Judges data records: their width, their cells, and how they stand to each other. */
export class RowChecks {
  /** What is known of how the rows stand to each other. */
  readonly across: AcrossRows;
  readonly #width: number;
  /** Cells that a row has to have: without one of them nothing is gained by adding empty ones. */
  readonly #needed: number;
  readonly #log: IssueLog;
  readonly #cells: CellChecks;

  private constructor(definition: BatchDefinition, columns: readonly FileColumn[], width: number, log: IssueLog) {
    this.#width = width;
    this.#log = log;
    this.#needed = neededCells(columns);
    this.#cells = new CellChecks(columns, log);
    this.across = new AcrossRows(definition, columns, log);
  }

  /** `null` where the header names no column that is known: then there is nothing to judge a row by. */
  static for(definition: BatchDefinition, { names, positions }: HeaderReading, log: IssueLog): RowChecks | null {
    const columns = fileColumns(definition, positions);
    return columns.length === 0 ? null : new RowChecks(definition, columns, names.length, log);
  }

  /** Compares the rows of a block, up to row `lastRow`, with all others; answers whether it did. */
  compare(block: RecordBlock, firstRow: number, lastRow: number): boolean {
    return this.across.addPlain(block, firstRow, lastRow, this.#width);
  }

  /**
   * `isCompared`: by {@link compare}. `isGarbled`: the encoding is wrong; of cells that show it nothing can be said.
   */
  take(
    cells: readonly string[],
    row: number,
    line: number,
    traits: Traits,
    isGarbled: boolean,
    isCompared = false,
  ): void {
    const sound = isGarbled ? soundCells(cells) : cells;
    this.judge(cells, sound, row, line, traits);
    // What a row of another width says of its columns is not certain enough to hold it against other rows.
    if (cells.length === this.#width) this.across.add(sound, row, isCompared);
  }

  /** Judges a row by itself. `sound`: its cells, `undefined` for those of which nothing can be said. */
  judge(
    cells: readonly string[],
    sound: readonly (string | undefined)[],
    row: number,
    line: number,
    traits: Traits,
  ): void {
    if (cells.length !== this.#width) this.#reportWidth(cells, row, line);
    this.#cells.judge(sound, row, line, traits);
  }

  /** Reports what shows only once all rows are known. Pauses now and then, where the caller may let others work. */
  *finish(records: Content, maxRows: number): Generator<void> {
    yield* this.across.report(records, maxRows);
  }

  #reportWidth(cells: readonly string[], row: number, line: number): void {
    if (cells.length < this.#width) {
      const repair = cells.length >= this.#needed ? 'pad_cells' : null;
      this.#log.add('missing_cell', 'error', row, line, -1, repair, cells.length);
    } else {
      const repair = isEmptyFrom(cells, this.#width) ? 'drop_cells' : null;
      this.#log.add('extra_cell', 'error', row, line, -1, repair, cells.length);
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
export function isEmptyFrom(cells: readonly string[], position: number): boolean {
  return cells.every((cell, index) => index < position || cell === '');
}

/** Cells of a text whose encoding is wrong, `undefined` for those that show it. */
export function soundCells(cells: readonly string[]): readonly (string | undefined)[] {
  return cells.map(cell => (cell.includes('\uFFFD') ? undefined : cell));
}
