import { finishHash, hashUnit, type Lookalikes } from './duplicates.js';
import type { RecordBlock } from './scan.js';

/** A column that may have values to compare. */
export interface ComparedColumn {
  /** Position in the file's records. */
  readonly position: number;
  readonly lookalikes: Lookalikes | null;
}

const COMMA = 44;
const LF = 10;
const CR = 13;
/** Longer blocks are one long record: not worth the memory. Bytes. */
const longestBlock = 65_536;

/**
 * Hashes the values of records in ASCII and without quotes, where each comma and each line end divides. It does so from
 * bytes, because asking strings for their units one by one takes longer than parsing them.
 */
export class PlainValues {
  readonly #width: number;
  readonly #bytes = new Uint8Array(longestBlock + 1);
  readonly #encoder = new TextEncoder();
  /** By position in a record: where values are added, and what their hashes begin with. */
  readonly #lookalikes: readonly (Lookalikes | null)[];
  readonly #seeds: Int32Array;
  /** The hashes of one record, 0 for an empty cell. */
  readonly #hashes: Int32Array;

  /** `width`: cells of a record that counts. */
  constructor(columns: readonly ComparedColumn[], width: number) {
    this.#width = width;
    this.#lookalikes = Array.from({ length: width }, (_, position) => {
      return columns.find(column => column.position === position)?.lookalikes ?? null;
    });
    this.#seeds = Int32Array.from(this.#lookalikes, lookalikes => lookalikes?.seed ?? 0);
    this.#hashes = new Int32Array(width);
  }

  /** Adds the values of a block's rows up to `lastRow`; `firstRow` is that of its first record. Answers whether it did. */
  add({ text }: RecordBlock, firstRow: number, lastRow: number): boolean {
    if (text.length > longestBlock || text.includes('"')) return false;
    const { read, written } = this.#encoder.encodeInto(text, this.#bytes);
    if (read !== text.length || written !== text.length) return false;
    // The loop is the hottest of all: it works on local variables.
    const [bytes, seeds, hashes, width] = [this.#bytes, this.#seeds, this.#hashes, this.#width];
    bytes[written] = LF;
    let row = firstRow;
    let cell = 0;
    let index = 0;
    while (index <= written && row <= lastRow) {
      const start = index;
      let hash = cell < width ? seeds[cell] : 0;
      let unit = bytes[index];
      while (unit > COMMA || (unit !== COMMA && unit !== LF && unit !== CR)) {
        hash = hashUnit(hash, unit);
        unit = bytes[++index];
      }
      if (cell < width) hashes[cell] = index === start ? 0 : finishHash(hash, index - start);
      cell++;
      if (unit !== COMMA) {
        if (cell === width) this.#addRow(row);
        row++;
        cell = 0;
        if (unit === CR && bytes[index + 1] === LF) index++;
      }
      index++;
    }
    return true;
  }

  #addRow(row: number): void {
    for (let position = 0; position < this.#width; position++) {
      const hash = this.#hashes[position];
      if (hash !== 0) this.#lookalikes[position]?.addHash(hash, row);
    }
  }
}
