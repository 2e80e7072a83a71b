import { RowHashes } from './row-hashes.js';

/** Up to so many values they are kept as they are: what the engine does with many at once needs no warming up. */
const mostKept = 4096;
/** And up to so many code units of them. */
const mostUnits = 65_536;

/**
 * Finds the rows whose value in one column may be that of another row: the same, or the same but for case. Beyond the
 * usual number of rows it keeps a hash of each value, because remembering as many values takes the garbage collector
 * longer than all other checks together.
 */
export class Lookalikes {
  /** In lower case, and their rows, while they are few. */
  #values: string[] | null = [];
  #rows: number[] = [];
  #units = 0;
  /** After that, their hashes. */
  readonly #hashes = new RowHashes();
  /**
   * What the hash of a value begins with. Differs from file to file, so that nobody can prepare values that fall together.
   * Of 30 bits: the engine keeps larger numbers as objects.
   */
  readonly seed = Math.floor(Math.random() * 2 ** 30);

  /** Whether a hash is all that it keeps of a value from now on. */
  get isHashing(): boolean {
    return this.#values === null;
  }

  /** Values, each with its scope if it has one ({@link scopedValue}), and their rows, in order. */
  add(values: readonly string[], rows: readonly number[]): void {
    for (const value of values) this.#units += value.length;
    if (this.#rows.length + rows.length > mostKept || this.#units > mostUnits) this.keepHashes();
    if (this.#values) {
      this.#values = this.#values.concat(inLowerCase(values));
      this.#rows = this.#rows.concat(rows);
    } else this.#hash(values, rows);
  }

  /** From now on a hash is all that it keeps. */
  keepHashes(): void {
    const [values, rows] = [this.#values, this.#rows];
    this.#values = null;
    this.#rows = [];
    if (values) this.#hash(values, rows);
  }

  #hash(values: readonly string[], rows: readonly number[]): void {
    for (let index = 0; index < values.length; index++) this.addHash(foldedHash(values[index], this.seed), rows[index]);
  }

  /** The rows that may be alike, in order. Which of them are, their values must say. */
  rows(): Uint32Array {
    const rows = this.#values ? this.#rowsOfRepeated(this.#values) : this.#hashes.shared();
    return new Uint32Array(rows).sort();
  }

  #rowsOfRepeated(values: readonly string[]): number[] {
    const distinct = new Set(values);
    if (distinct.size === values.length) return [];
    return this.rowsLike(new Set(values.filter(value => !distinct.delete(value))));
  }

  /** The rows that may hold one of some values, in no order. `folded`: each a {@link scopedValue} in lower case. */
  rowsLike(folded: ReadonlySet<string>): number[] {
    const values = this.#values;
    if (values) return this.#rows.filter((_, index) => folded.has(values[index]));
    return this.#hashes.rowsWith(new Set(Array.from(folded, value => foldedHash(value, this.seed))));
  }

  /** The same as adding the value. `hash`: as {@link hashUnit} and {@link finishHash} make it. */
  addHash(hash: number, row: number): void {
    this.#hashes.add(hash, row);
  }
}

/** Takes one more unit into a hash. The same for a letter of ASCII in either case. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ (unit | 32), 0x01000193);
}

/** The hash of a value of `length` units, all of which were taken in; never 0. Of 31 bits, which lists hold as they are. */
export function finishHash(hash: number, length: number): number {
  const mixed = Math.imul(hash ^ length, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >> 1 || 1;
}

/** The hash of a value, the same in upper and lower case. */
function foldedHash(value: string, seed: number): number {
  let hash = seed;
  let all = 0;
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    all |= unit;
    hash = hashUnit(hash, unit);
  }
  if (all <= 127) return finishHash(hash, value.length);
  // Beyond ASCII a letter's other case is another unit altogether.
  const folded = value.toLowerCase();
  return folded === value ? finishHash(hash, value.length) : foldedHash(folded, seed);
}

/** All at once, as the engine does it faster: no value is another one for what stands beside it, but line ends would divide. */
function inLowerCase(values: readonly string[]): readonly string[] {
  const folded = values.join('\n').toLowerCase().split('\n');
  return folded.length === values.length ? folded : values.map(value => value.toLowerCase());
}

/** A value as it is compared. No value holds a NUL, for a file with one is refused: it keeps value and scope apart. */
export function scopedValue(value: string, scope: string): string {
  return scope === '' ? value : `${value}\0${scope}`;
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
    const exact = scopedValue(value, scope);
    const same = this.#rows.get(exact);
    if (same !== undefined) {
      this.earlierRow = same;
      return 'same';
    }
    this.#rows.set(exact, row);
    const folded = exact.toLowerCase();
    this.earlierRow = this.#firstRows.get(folded) ?? 0;
    if (this.earlierRow > 0) return 'same but for case';
    this.#firstRows.set(folded, row);
    return 'new';
  }
}
