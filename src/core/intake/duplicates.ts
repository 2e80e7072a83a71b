import { foldedHash, HashTable } from './hash-table.js';

/** Up to so many values a `Map` of them is faster, because it needs no warming up. */
const mostInMap = 4096;

/**
 * Finds the rows whose value in one column may be that of another row: the same, or the same but for case. Beyond the
 * usual number of rows it keeps hashes in place of values, because remembering as many values takes the garbage
 * collector longer than all checks together.
 */
export class Lookalikes {
  /** The first row of each value in lower case; negative once another row has it too. */
  #values: Map<string, number> | null = new Map();
  #hashes: HashTable | null = null;
  readonly #found: number[] = [];
  /** Differs from file to file, so that nobody can prepare values that fall together. */
  readonly #seed = Math.floor(Math.random() * 2 ** 31);

  /** Rows come in order. `scope`: only values of the same scope are alike. */
  add(value: string, scope: string, row: number): void {
    const first = this.#values
      ? this.#addValue(this.#values, fold(value, scope), row)
      : this.#addHash(value, scope, row);
    if (first === 0) return;
    if (first > 0) this.#found.push(first);
    this.#found.push(row);
  }

  /** The rows that may be alike, in order. */
  rows(): Uint32Array {
    return Uint32Array.from(new Set(this.#found)).sort();
  }

  #addValue(values: Map<string, number>, folded: string, row: number): number {
    const first = values.get(folded);
    if (first !== undefined) {
      if (first > 0) values.set(folded, -first);
      return first;
    }
    values.set(folded, row);
    if (values.size === mostInMap) this.#moveToHashes(values);
    return 0;
  }

  #moveToHashes(values: Map<string, number>): void {
    this.#values = null;
    this.#hashes = new HashTable();
    for (const [folded, row] of values) {
      const first = this.#hashes.add(foldedHash(folded, this.#seed), row);
      if (first !== 0) this.#found.push(Math.abs(first), Math.abs(row));
    }
  }

  #addHash(value: string, scope: string, row: number): number {
    return this.#hashes?.add(foldedHash(scope === '' ? value : fold(value, scope), this.#seed), row) ?? 0;
  }
}

/** How a value stands to those before it. */
export type Recurrence = 'new' | 'same' | 'same but for case';

/** The values that were seen, exactly. */
export class SeenValues {
  readonly #rows = new Map<string, number>();
  /** By the value in lower case. */
  readonly #firstRows = new Map<string, number>();
  /** The row to which the last answer of {@link add} points. */
  earlierRow = 0;

  add(value: string, scope: string, row: number): Recurrence {
    const exact = scope === '' ? value : `${value}\0${scope}`;
    const folded = exact.toLowerCase();
    const same = this.#rows.get(exact);
    const alike = this.#firstRows.get(folded);
    if (same === undefined) this.#rows.set(exact, row);
    if (alike === undefined) this.#firstRows.set(folded, row);
    this.earlierRow = same ?? alike ?? 0;
    if (same !== undefined) return 'same';
    return alike === undefined ? 'new' : 'same but for case';
  }
}

/** A value in lower case, with its scope; no value holds a NUL, for a file with one is refused. */
function fold(value: string, scope: string): string {
  return (scope === '' ? value : `${value}\0${scope}`).toLowerCase();
}
