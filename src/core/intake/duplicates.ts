/** How a value stands to those before it. */
export type Recurrence = 'new' | 'same' | 'same but for case';

/** The values of one column, to find those that come back: each is looked up once, whatever the values. */
export class SeenValues {
  /** The first row and value of each spelling in lower case. */
  readonly #rows = new Map<string, number>();
  readonly #firsts: string[] = [];
  readonly #firstRows: number[] = [];
  /** Rows of the spellings that differ from the first one only by case. */
  readonly #variants = new Map<string, number>();
  /** The row to which the last answer of {@link add} points. */
  earlierRow = 0;

  /** `scope`: only values of the same scope are compared. */
  add(value: string, row: number, scope: string | null): Recurrence {
    const folded = scope === null ? value.toLowerCase() : `${value.toLowerCase()}\0${scope}`;
    const index = this.#rows.get(folded);
    if (index === undefined) {
      this.#rows.set(folded, this.#firsts.push(value) - 1);
      this.#firstRows.push(row);
      return 'new';
    }
    this.earlierRow = this.#firstRows[index];
    if (this.#firsts[index] === value) return 'same';
    const spelling = scope === null ? value : `${value}\0${scope}`;
    const variant = this.#variants.get(spelling);
    if (variant === undefined) {
      this.#variants.set(spelling, row);
      return 'same but for case';
    }
    this.earlierRow = variant;
    return 'same';
  }
}
