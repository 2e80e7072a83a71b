import type { BatchColumn, BatchDefinition } from '../definition.js';
import { AcrossRows } from './across-rows.js';
import { CellChecks, type Traits } from './cells.js';
import type { HeaderReading } from './header.js';
import type { IssueLog } from './issue-log.js';
import type { RecordStore } from './records.js';

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
  readonly #width: number;
  readonly #log: IssueLog;
  readonly #cells: CellChecks;
  readonly #across: AcrossRows;

  private constructor(definition: BatchDefinition, columns: readonly FileColumn[], width: number, log: IssueLog) {
    this.#width = width;
    this.#log = log;
    this.#cells = new CellChecks(columns, log);
    this.#across = new AcrossRows(definition, columns, log);
  }

  /** `null` where the header names no column that is known: then there is nothing to judge a row by. */
  static for(definition: BatchDefinition, { names, positions }: HeaderReading, log: IssueLog): RowChecks | null {
    const columns = definition.columns
      .map((column, index) => ({ column, index, position: positions[index] }))
      .filter(({ position }) => position >= 0);
    return columns.length === 0 ? null : new RowChecks(definition, columns, names.length, log);
  }

  /** `isGarbled`: the encoding is wrong; of cells that show it nothing can be said. */
  take(cells: readonly string[], row: number, line: number, traits: Traits, isGarbled: boolean): void {
    const isWhole = cells.length === this.#width;
    if (!isWhole) this.#reportWidth(cells, row, line);
    const sound = isGarbled ? cells.map(cell => (cell.includes('\uFFFD') ? undefined : cell)) : cells;
    this.#cells.judge(sound, row, line, traits);
    // What a row of another width says of its columns is not certain enough to hold it against other rows.
    if (isWhole) this.#across.add(sound, row);
  }

  /** Reports what shows only once all rows are known. Pauses now and then, where the caller may let others work. */
  *finish(records: RecordStore, maxRows: number): Generator<void> {
    yield* this.#across.report(records, maxRows);
  }

  #reportWidth(cells: readonly string[], row: number, line: number): void {
    if (cells.length < this.#width) {
      this.#log.add('missing_cell', 'error', row, line, -1, 'pad_cells', cells.length);
    } else {
      const isEmpty = cells.every((cell, position) => position < this.#width || cell === '');
      this.#log.add('extra_cell', 'error', row, line, -1, isEmpty ? 'drop_cells' : null, cells.length);
    }
  }
}
