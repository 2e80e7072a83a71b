const smallest = 8192;

/** Rows by a hash of 32 bits: open addressing in typed arrays, at most half full. */
export class HashTable {
  /** One more than the number of an entry, or 0. */
  #slots = new Int32Array(smallest * 2);
  #hashes = new Int32Array(smallest);
  /** The first row of each hash; negative once another row has it too. */
  #rows = new Int32Array(smallest);
  #count = 0;

  /** Answers with the first row of this hash: 0 where it is this one, negative where another row met it before. */
  add(hash: number, row: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let entry = this.#slots[slot]; entry !== 0; entry = this.#slots[slot]) {
      if (this.#hashes[entry - 1] === hash) {
        const first = this.#rows[entry - 1];
        this.#rows[entry - 1] = -Math.abs(first);
        return first;
      }
      slot = (slot + 1) & mask;
    }
    this.#hashes[this.#count] = hash;
    this.#rows[this.#count] = row;
    this.#slots[slot] = ++this.#count;
    if (this.#count === this.#hashes.length) this.#grow();
    return 0;
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

/** FNV-1a of the value in lower case. `seed`: another one, another order of values. */
export function foldedHash(value: string, seed: number): number {
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
