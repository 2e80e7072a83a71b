import { zeros } from './zeros.js';

/**
 * Rows of a block, which is made at its full length: a list that grows has to be copied. Lists, not typed arrays, for the
 * engine has memory at hand, while a typed array asks the system for it, which costs more than all that is put into it.
 */
const rowsPerBlock = 4096;

/** A hash for each row of a column, but for those that have no value; finds the rows that share theirs. */
export class RowHashes {
  /** By row, 0 for none. */
  readonly #blocks: number[][] = [];
  #count = 0;

  /** `hash`: not 0. Rows come in their order. */
  add(hash: number, row: number): void {
    const index = Math.floor(row / rowsPerBlock);
    const block = (this.#blocks[index] ??= zeros(rowsPerBlock));
    block[row % rowsPerBlock] = hash;
    this.#count++;
  }

  /** The rows whose hash is one of some, in order. */
  rowsWith(hashes: ReadonlySet<number>): number[] {
    const rows: number[] = [];
    this.#each((hash, row) => {
      if (hashes.has(hash)) rows.push(row);
    });
    return rows;
  }

  /**
   * The rows that share their hash with another row. A field of eight bits for each row leaves few hashes that may have
   * come before; only those are looked at closely.
   */
  shared(): number[] {
    const seen = new BitField(this.#count * 8);
    const suspected = new BitField(this.#count * 8);
    this.#each(hash => {
      if (seen.add(hash)) suspected.add(hash);
    });
    if (suspected.isEmpty) return [];
    const rows: number[] = [];
    /** By hash its first row, and 0 once that is among the rows. */
    const firstRows = new Map<number, number>();
    this.#each((hash, row) => {
      if (!suspected.has(hash)) return;
      const first = firstRows.get(hash);
      if (first === undefined) {
        firstRows.set(hash, row);
        return;
      }
      if (first > 0) {
        rows.push(first);
        firstRows.set(hash, 0);
      }
      rows.push(row);
    });
    return rows;
  }

  #each(take: (hash: number, row: number) => void): void {
    for (const [index, block] of this.#blocks.entries()) {
      // Rows may begin far from the first.
      if (block === undefined) continue;
      for (let place = 0; place < block.length; place++) {
        const hash = block[place];
        if (hash !== 0) take(hash, index * rowsPerBlock + place);
      }
    }
  }
}

/** Remembers numbers by some of their bits: what it does not know was not there. */
export class BitField {
  isEmpty = true;
  readonly #words: Int32Array;
  readonly #mask: number;

  constructor(bits: number) {
    const size = 2 ** Math.max(5, Math.ceil(Math.log2(bits)));
    this.#words = new Int32Array(size / 32);
    this.#mask = size - 1;
  }

  has(number: number): boolean {
    return (this.#words[(number & this.#mask) >>> 5] & (1 << (number & 31))) !== 0;
  }

  /** Answers whether it may have been there before. */
  add(number: number): boolean {
    const word = (number & this.#mask) >>> 5;
    const bit = 1 << (number & 31);
    const before = this.#words[word];
    this.#words[word] = before | bit;
    this.isEmpty = false;
    return (before & bit) !== 0;
  }
}
