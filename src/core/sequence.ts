import type { Sequence } from './report.js';

/** A {@link Sequence} whose entries are made by `make` each time that they are read. */
export class LazySequence<Item> implements Sequence<Item> {
  readonly length: number;
  readonly #make: (index: number) => Item;

  constructor(length: number, make: (index: number) => Item) {
    this.length = length;
    this.#make = make;
  }

  at(index: number): Item | undefined {
    const whole = Math.trunc(index) || 0;
    const position = whole < 0 ? this.length + whole : whole;
    return position >= 0 && position < this.length ? this.#make(position) : undefined;
  }

  slice(start = 0, end = this.length): Item[] {
    const items: Item[] = [];
    const stop = this.#bound(end);
    for (let index = this.#bound(start); index < stop; index++) items.push(this.#make(index));
    return items;
  }

  map<Result>(transform: (item: Item, index: number) => Result): Result[] {
    const results: Result[] = [];
    for (let index = 0; index < this.length; index++) results.push(transform(this.#make(index), index));
    return results;
  }

  filter(test: (item: Item, index: number) => boolean): Item[] {
    const items: Item[] = [];
    for (let index = 0; index < this.length; index++) {
      const item = this.#make(index);
      if (test(item, index)) items.push(item);
    }
    return items;
  }

  *[Symbol.iterator](): Iterator<Item> {
    for (let index = 0; index < this.length; index++) yield this.#make(index);
  }

  #bound(index: number): number {
    const whole = Math.trunc(index) || 0;
    return whole < 0 ? Math.max(this.length + whole, 0) : Math.min(whole, this.length);
  }
}
