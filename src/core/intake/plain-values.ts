import { finishHash, hashUnit, type Lookalikes } from './duplicates.js';
import type { RecordBlock } from './scan.js';
import { controlCharacter, notPlain, type Traits } from './traits.js';

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

/** What a byte is. */
const ENDS_CELL = 1;
const IS_ODD = 2;
const IS_CONTROL = 4;
const IS_DIGIT = 8;

/**
 * Looks once at each byte of records in ASCII and without quotes, where each comma and each line end divides: hashes the
 * values that are compared, and finds the rows that hold other than plain characters. It does so from bytes, because
 * asking strings for their units one by one takes longer than parsing them.
 */
export class PlainValues {
  readonly #width: number;
  readonly #bytes = new Uint8Array(longestBlock + 1);
  readonly #encoder = new TextEncoder();
  readonly #kinds = Uint8Array.from({ length: 128 }, (_, byte) => kindOf(byte));
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

  /**
   * Adds the values of a block's rows up to `lastRow`; `firstRow` is that of its first record. Answers with the traits of
   * those rows, `null` where it did nothing.
   */
  add({ text, count }: RecordBlock, firstRow: number, lastRow: number): Traits | null {
    if (text.length > longestBlock || text.includes('"')) return null;
    const { read, written } = this.#encoder.encodeInto(text, this.#bytes);
    if (read !== text.length || written !== text.length) return null;
    const oddRows = new Uint8Array(count);
    const seen = this.#look(written, firstRow, lastRow, oddRows);
    return {
      isPlain: (seen & IS_ODD) === 0,
      hasControls: (seen & IS_CONTROL) !== 0,
      hasDigits: (seen & IS_DIGIT) !== 0,
      oddRows,
    };
  }

  /** Answers with what all bytes are; of digits only where they begin a cell. */
  #look(length: number, firstRow: number, lastRow: number, oddRows: Uint8Array): number {
    // The hottest loop of all: it works on local variables.
    const [bytes, kinds, seeds, hashes, width] = [this.#bytes, this.#kinds, this.#seeds, this.#hashes, this.#width];
    bytes[length] = LF;
    let seen = 0;
    let seenInRow = 0;
    let row = firstRow;
    let cell = 0;
    let index = 0;
    while (index <= length && row <= lastRow) {
      const start = index;
      let hash = cell < width ? seeds[cell] : 0;
      let unit = bytes[index];
      let kind = kinds[unit];
      seen |= kind;
      while ((kind & ENDS_CELL) === 0) {
        seenInRow |= kind;
        hash = hashUnit(hash, unit);
        unit = bytes[++index];
        kind = kinds[unit];
      }
      if (cell < width) hashes[cell] = index === start ? 0 : finishHash(hash, index - start);
      cell++;
      if (unit !== COMMA) {
        if (cell === width) this.#addRow(row);
        if ((seenInRow & IS_ODD) !== 0) {
          oddRows[row - firstRow] = 1;
          seen |= seenInRow & ~IS_DIGIT;
        }
        seenInRow = 0;
        row++;
        cell = 0;
        if (unit === CR && bytes[index + 1] === LF) index++;
      }
      index++;
    }
    return seen;
  }

  #addRow(row: number): void {
    for (let position = 0; position < this.#width; position++) {
      const hash = this.#hashes[position];
      if (hash !== 0) this.#lookalikes[position]?.addHash(hash, row);
    }
  }
}

function kindOf(byte: number): number {
  if (byte === COMMA || byte === LF || byte === CR) return ENDS_CELL;
  const character = String.fromCharCode(byte);
  if (/\d/.test(character)) return IS_DIGIT;
  return (notPlain.test(character) ? IS_ODD : 0) | (controlCharacter.test(character) ? IS_CONTROL : 0);
}
