/** Up to so many values a `Map` of them is faster, because it needs no warming up. */
const mostInMap = 4096;

/**
 * Finds the rows whose value in one column may be that of another row: the same, or the same but for case. Beyond the
 * usual number of rows it keeps a hash of each value, because remembering as many values takes the garbage collector
 * longer than all other checks together.
 */
export class Lookalikes {
  /** The first row of each value in lower case. */
  #firstRows: Map<string, number> | null = new Map();
  readonly #found = new Set<number>();
  /** Hashes and their rows, in turn. */
  #hashed = new Int32Array(0);
  #length = 0;
  /** Differs from file to file, so that nobody can prepare values that fall together. */
  readonly #seed = Math.floor(Math.random() * 2 ** 31);

  /** Rows come in order. `scope`: only values of the same scope are alike. */
  add(value: string, scope: string, row: number): void {
    const whole = scope === '' ? value : `${value}\0${scope}`;
    if (!this.#firstRows) {
      this.#push(foldedHash(whole, this.#seed), row);
      return;
    }
    const folded = whole.toLowerCase();
    const first = this.#firstRows.get(folded);
    if (first === undefined) this.#firstRows.set(folded, row);
    else this.#found.add(first).add(row);
    if (this.#firstRows.size === mostInMap) this.#startHashing(this.#firstRows);
  }

  /** The rows that may be alike, in order. */
  rows(): Uint32Array {
    for (const row of sameHash(this.#hashed.subarray(0, this.#length))) this.#found.add(row);
    return Uint32Array.from(this.#found).sort();
  }

  #startHashing(firstRows: ReadonlyMap<string, number>): void {
    this.#firstRows = null;
    this.#hashed = new Int32Array(mostInMap * 4);
    for (const [folded, row] of firstRows) this.#push(foldedHash(folded, this.#seed), row);
  }

  #push(hash: number, row: number): void {
    if (this.#length === this.#hashed.length) {
      const grown = new Int32Array(this.#length * 2);
      grown.set(this.#hashed);
      this.#hashed = grown;
    }
    this.#hashed[this.#length++] = hash;
    this.#hashed[this.#length++] = row;
  }
}

/**
 * The rows that share their hash with another row. A field of sixteen bits for each row leaves few hashes that may have
 * come before; only those are looked at closely.
 */
function* sameHash(hashed: Int32Array): Iterable<number> {
  const bits = 2 ** Math.max(5, Math.ceil(Math.log2(hashed.length * 8)));
  const field = new Int32Array(bits / 32);
  const suspects = new Map<number, number[]>();
  for (let index = 0; index < hashed.length; index += 2) {
    const hash = hashed[index];
    const word = (hash & (bits - 1)) >> 5;
    if (field[word] & (1 << (hash & 31))) suspects.set(hash, []);
    field[word] |= 1 << (hash & 31);
  }
  if (suspects.size === 0) return;
  for (let index = 0; index < hashed.length; index += 2) suspects.get(hashed[index])?.push(hashed[index + 1]);
  for (const rows of suspects.values()) {
    if (rows.length > 1) yield* rows;
  }
}

/** FNV-1a of the value in lower case. `seed`: another one, other hashes. */
function foldedHash(value: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    if (unit > 127) return exactHash(value.toLowerCase(), seed);
    hash = Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit | 32 : unit), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

function exactHash(value: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < value.length; index++) hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
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

  /** No value holds a NUL, for a file with one is refused: it keeps value and scope apart. */
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
