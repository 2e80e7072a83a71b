import Papa, { type ParseResult } from 'papaparse';
import { withQuotes, withStandIns } from './doubled-quotes.js';
import { PlainLines } from './plain-lines.js';
import { lineOf, type RecordBlock } from './scan.js';

/** What hands out records by their number in the file; the header is 0. */
export interface RecordReader {
  cells(record: number): readonly string[];
  line(record: number): number;
}

/** Papaparse did not find the records that the scan found. */
export class RecordMismatch extends Error {
  override readonly name = 'RecordMismatch';
}

/** Every option that the parser reads is said, lest a polluted `Object.prototype` says it. */
const parseOptions = {
  delimiter: ',',
  quoteChar: '"',
  escapeChar: '"',
  header: false,
  comments: false,
  preview: 0,
  fastMode: undefined,
  step: undefined,
} as const;

/** Code units of a text in which doubled quotes are worth a look beforehand. */
const longText = 2 ** 17;

/**
 * The cells of a block's records. By papaparse's parser itself: `Papa.parse` would first make a stream of the text, and
 * drop a byte order mark that it begins with.
 *
 * @throws {RecordMismatch} where there are not as many records as the scan found
 */
export function parseBlock({ text, newline, count }: RecordBlock): string[][] {
  const parser = new Papa.Parser({ ...parseOptions, newline });
  const shorter = text.length > longText && text.includes('""') ? withStandIns(text) : null;
  const { data, errors }: ParseResult<string[]> = parser.parse(shorter ?? text, 0, false);
  if (data.length !== count || errors.length > 0) {
    throw new RecordMismatch(`${data.length} records parsed where ${count} were scanned`);
  }
  return shorter === null ? data : data.map(cells => cells.map(withQuotes));
}

/**
 * Where the text of records goes that is too much to be held. It answers at once, for a report reads from it whenever it
 * is read itself.
 */
export interface TextShelf {
  /** Answers where the text lies. */
  put(text: string): number;
  take(place: number): string;
}

/**
 * The records of a file, header first. What is kept is their text; cells are made when they are read, a block at a
 * time, and those of the last block are kept for the next reader.
 */
export class RecordStore implements RecordReader {
  readonly #blocks: RecordBlock[] = [];
  /** Number of the first record of each block. */
  readonly #firsts: number[] = [];
  readonly #shelf: TextShelf | null;
  #count: number;
  #parsed: { readonly index: number; readonly cells: string[][] } | null = null;
  /** The block of the last single cell; `cells`: `null` where it holds quotes. */
  #lines: { readonly index: number; readonly cells: PlainLines | null } | null = null;
  /** The block that was found last, and its records: up to `end`, which is not one of them. */
  #found = { index: 0, first: 0, end: 0 };

  /** `first`: the number of the first record that will be added. `shelf`: where their text goes. */
  constructor(first = 0, shelf: TextShelf | null = null) {
    this.#count = first;
    this.#shelf = shelf;
  }

  /** Another one, in which nothing is yet, on the same shelf. */
  empty(first: number): RecordStore {
    return new RecordStore(first, this.#shelf);
  }

  /** The number that the next record would have. */
  get count(): number {
    return this.#count;
  }

  add(block: RecordBlock): void {
    this.#blocks.push(this.#shelf ? shelved(block, this.#shelf) : block);
    this.#firsts.push(this.#count);
    this.#count += block.count;
  }

  /** Takes the last block back. */
  drop(): void {
    this.#count -= this.#blocks.pop()?.count ?? 0;
    this.#firsts.pop();
    this.#parsed = null;
    this.#lines = null;
    this.#found = { index: 0, first: 0, end: 0 };
  }

  cells(record: number): string[] {
    const index = this.#blockOf(record);
    return this.#parse(index)[record - this.#firsts[index]];
  }

  /** One cell; `undefined` where the record has no such one. */
  cell(record: number, position: number): string | undefined {
    const index = this.#blockOf(record);
    if (this.#lines?.index !== index) {
      const { text, newline } = this.#blocks[index];
      this.#lines = { index, cells: text.includes('"') ? null : new PlainLines(text, newline) };
    }
    const number = record - this.#firsts[index];
    const { cells } = this.#lines;
    return cells ? cells.cell(number, position) : this.#parse(index)[number][position];
  }

  line(record: number): number {
    const index = this.#blockOf(record);
    return lineOf(this.#blocks[index], record - this.#firsts[index]);
  }

  #parse(index: number): string[][] {
    if (this.#parsed?.index === index) return this.#parsed.cells;
    const cells = parseBlock(this.#blocks[index]);
    // Papaparse's list may outlive its use for a while: emptied, it does not keep what was read before.
    if (this.#parsed) this.#parsed.cells.length = 0;
    this.#parsed = { index, cells };
    return cells;
  }

  /** The block that holds a record: the one that was found last, or by bisection. */
  #blockOf(record: number): number {
    const { first, end } = this.#found;
    if (record >= first && record < end) return this.#found.index;
    let low = 0;
    let high = this.#firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firsts[middle] <= record) low = middle;
      else high = middle - 1;
    }
    this.#found = { index: low, first: this.#firsts[low], end: this.#firsts[low] + this.#blocks[low].count };
    return low;
  }
}

function shelved({ text, newline, count, firstLine, lines }: RecordBlock, shelf: TextShelf): RecordBlock {
  const place = shelf.put(text);
  return {
    newline,
    count,
    firstLine,
    lines,
    get text() {
      return shelf.take(place);
    },
  };
}
