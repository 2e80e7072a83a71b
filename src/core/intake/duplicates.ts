const smallest = 256;

/**
 * Finds the rows whose value in one column may be that of another row, by a hash that is the same for all spellings
 * that differ only by case. It keeps eight bytes for each row and no value: a `Map` of the values themselves takes more
 * time than all other checks together.
 */
export class Lookalikes {
  /** One more than the number of an entry, or 0: open addressing, at most half full. */
  #slots = new Int32Array(smallest * 2);
  #hashes = new Int32Array(smallest);
  /** The first row of each hash; negative once another row has it too. */
  #rows = new Int32Array(smallest);
  #count = 0;
  readonly #found: number[] = [];
  /** Differs from file to file, so that nobody can prepare values that fall together. */
  readonly #seed = Math.floor(Math.random() * 2 ** 31);

  /** Rows come in order. `scope`: only values of the same scope are alike. */
  add(value: string, scope: string, row: number): void {
    const hash = scope === '' ? hashOf(value, this.#seed) : hashOf(scope, hashOf(value, this.#seed));
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let entry = this.#slots[slot]; entry !== 0; entry = this.#slots[slot]) {
      if (this.#hashes[entry - 1] === hash) {
        this.#meet(entry - 1, row);
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#hashes[this.#count] = hash;
    this.#rows[this.#count] = row;
    this.#slots[slot] = ++this.#count;
    if (this.#count === this.#hashes.length) this.#grow();
  }

  /** The rows that share a hash with another one, in order. */
  rows(): Uint32Array {
    return Uint32Array.from(this.#found).sort();
  }

  #meet(entry: number, row: number): void {
    const first = this.#rows[entry];
    if (first > 0) {
      this.#found.push(first);
      this.#rows[entry] = -first;
    }
    this.#found.push(row);
  }

  #grow(): void {
    const size = this.#hashes.length * 2;
    const hashes = new Int32Array(size);
    const rows = new Int32Array(size);
    const slots = new Int32Array(size * 2);
    hashes.set(this.#hashes);
    rows.set(this.#rows);
    for (let entry = 0; entry < this.#count; entry++) {
      let slot = hashes[entry] & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = entry + 1;
    }
    this.#hashes = hashes;
    this.#rows = rows;
    this.#slots = slots;
  }
}

/** FNV-1a of the value in lower case. */
function hashOf(value: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    if (unit > 127) return hashOfUnits(value.toLowerCase(), seed);
    hash = Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit | 32 : unit), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

function hashOfUnits(value: string, seed: number): number {
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

  add(value: string, scope: string, row: number): Recurrence {
    // No value holds a NUL: a file with one is refused.
    const exact = `${value}\0${scope}`;
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
