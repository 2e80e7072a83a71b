/**
 * The cells of records without quotes, one at a time: for the few that are read again, cutting them out of the text takes
 * less than making all records of it once more. Quick where records are asked for in their order.
 */
export class PlainLines {
  readonly #text: string;
  readonly #newline: string;
  /** The record that was asked for last, and where it begins. */
  #record = 0;
  #start = 0;

  constructor(text: string, newline: string) {
    this.#text = text;
    this.#newline = newline;
  }

  /** `undefined` where the record has fewer cells. */
  cell(record: number, position: number): string | undefined {
    if (record < this.#record) this.#record = this.#start = 0;
    let end = this.#text.indexOf(this.#newline, this.#start);
    for (; this.#record < record; this.#record++) {
      this.#start = end + this.#newline.length;
      end = this.#text.indexOf(this.#newline, this.#start);
    }
    const line = this.#text.slice(this.#start, end < 0 ? undefined : end);
    let start = 0;
    for (let passed = 0; passed < position; passed++) {
      start = line.indexOf(',', start) + 1;
      if (start === 0) return undefined;
    }
    const comma = line.indexOf(',', start);
    return line.slice(start, comma < 0 ? undefined : comma);
  }
}
