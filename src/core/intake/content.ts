import { csvRecord } from '../csv-cell.js';
import type { FileRecord, Sequence } from '../report.js';
import { LazySequence } from '../sequence.js';
import type { RecordReader, RecordStore } from './records.js';

/** Rows that are kept as one text. */
const rowsPerBlock = 250;
const noEdits: ReadonlyMap<number, readonly string[]> = new Map();

/**
 * The data rows of a file as they stand: those that were read, but for what was edited and removed since. A row keeps
 * the number that it has in the file. Immutable; what is made of it shares what did not change.
 */
export class Content implements RecordReader {
  readonly #store: RecordStore;
  readonly #first: number;
  readonly #last: number;
  readonly #edits: ReadonlyMap<number, readonly string[]>;
  /** Rows that are not there any more, ascending. */
  readonly #removed: readonly number[];

  /** The rows from `first` to `last` of what was read. */
  constructor(
    store: RecordStore,
    first = 1,
    last = store.count - 1,
    edits: ReadonlyMap<number, readonly string[]> = noEdits,
    removed: readonly number[] = [],
  ) {
    this.#store = store;
    this.#first = first;
    this.#last = last;
    this.#edits = edits;
    this.#removed = removed;
  }

  /** Rows. */
  get count(): number {
    return Math.max(this.#last - this.#first + 1 - this.#removed.length, 0);
  }

  has(row: number): boolean {
    if (!Number.isInteger(row) || row < this.#first || row > this.#last) return false;
    return this.#removed[bisect(this.#removed.length, index => this.#removed[index] >= row)] !== row;
  }

  cells(row: number): readonly string[] {
    return this.#edits.get(row) ?? this.#store.cells(row);
  }

  /** One cell; `undefined` where the row has no such one. */
  cell(row: number, position: number): string | undefined {
    const edited = this.#edits.get(row);
    return edited ? edited[position] : this.#store.cell(row, position);
  }

  line(row: number): number {
    return this.#store.line(row);
  }

  /** The number of the row at a position from 0. */
  rowAt(index: number): number {
    const removed = this.#removed;
    const gone = bisect(removed.length, position => removed[position] - this.#first - position > index);
    return this.#first + index + gone;
  }

  /** The numbers of the rows, of at most `limit` of them. */
  *rowNumbers(limit = Infinity): Generator<number> {
    const count = Math.min(this.count, limit);
    let next = 0;
    for (let row = this.#first, given = 0; given < count; row++) {
      if (this.#removed[next] === row) {
        next++;
      } else {
        given++;
        yield row;
      }
    }
  }

  /** Some rows as they are now, so that what describes them need not keep all others. */
  reader(rows: readonly number[]): RecordReader {
    const store = this.#store;
    const cells = new Map(rows.map(row => [row, this.cells(row)]));
    return { cells: row => cells.get(row) ?? [], line: row => store.line(row) };
  }

  records(): Sequence<FileRecord> {
    const cellsOf = (row: number) => this.cells(row);
    return new LazySequence(this.count, index => {
      const row = this.rowAt(index);
      return {
        row,
        line: this.line(row),
        // Made on demand: who only looks for a row should not pay for the cells of all that lie on the way.
        get cells() {
          return cellsOf(row);
        },
      };
    });
  }

  /** With rows changed, and rows taken away; both must be there. */
  changed(edits: ReadonlyMap<number, readonly string[]>, removals: readonly number[]): Content {
    const allEdits = edits.size === 0 ? this.#edits : new Map([...this.#edits, ...edits]);
    const removed = removals.length === 0 ? this.#removed : merged(this.#removed, removals);
    return new Content(this.#store, this.#first, this.#last, allEdits, removed);
  }

  /** The rows from one number to another. */
  between(first: number, last: number): Content {
    const removed = this.#removed.filter(row => row >= first && row <= last);
    return new Content(this.#store, first, last, this.#edits, removed);
  }

  /** The rows with the cells that `change` makes of theirs. */
  rewritten(change: (cells: readonly string[]) => readonly string[]): Content {
    const store = this.#store.empty(this.#first);
    for (let first = this.#first; first <= this.#last; first += rowsPerBlock) {
      const count = Math.min(rowsPerBlock, this.#last - first + 1);
      const rows = Array.from({ length: count }, (_, index) => first + index);
      const lines = rows.map(row => this.line(row));
      const text = rows.map(row => csvRecord(change(this.cells(row)))).join('\r\n');
      store.add({ text, newline: '\r\n', count, firstLine: lines[0], lines });
    }
    return new Content(store, this.#first, this.#last, noEdits, this.#removed);
  }
}

/** The first of the positions below `count` from which on `test` holds; `count` for none. */
export function bisect(count: number, test: (position: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function merged(first: readonly number[], second: readonly number[]): readonly number[] {
  return Array.from(new Set([...first, ...second])).sort((a, b) => a - b);
}
