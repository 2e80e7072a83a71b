import Papa from 'papaparse';
import { LazySequence } from '../sequence.js';
import type { FileRecord, Sequence } from '../report.js';
import type { RecordBlock } from './scan.js';

const byteOrderMark = '\uFEFF';

/** Papaparse did not find the records that the scan found. */
export class RecordMismatch extends Error {
  override readonly name = 'RecordMismatch';
}

/** Every option that changes what is read is said, lest a polluted `Object.prototype` says it. */
const parseOptions = {
  delimiter: ',',
  quoteChar: '"',
  escapeChar: '"',
  header: false,
  skipEmptyLines: false,
  dynamicTyping: false,
  comments: false,
  preview: 0,
  skipFirstNLines: 0,
  fastMode: undefined,
  worker: false,
  download: undefined,
  transform: undefined,
  step: undefined,
  chunk: undefined,
  complete: undefined,
  beforeFirstChunk: undefined,
} as const;

/** The cells of a block's records. Papaparse drops a byte order mark that begins its input: one of ours goes first. */
export function parseBlock({ text, newline, lines }: RecordBlock): string[][] {
  const input = text.startsWith(byteOrderMark) ? byteOrderMark + text : text;
  const { data, errors } = Papa.parse<string[]>(input, { ...parseOptions, newline });
  if (data.length !== lines.length || errors.length > 0) {
    throw new RecordMismatch(`${data.length} records parsed where ${lines.length} were scanned`);
  }
  return data;
}

/**
 * The records of a file, header first. What is kept is their text; cells are made when they are read, a block at a
 * time, and those of the last block are kept for the next reader.
 */
export class RecordStore {
  readonly #blocks: RecordBlock[] = [];
  /** Number of the first record of each block. */
  readonly #firsts: number[] = [];
  #count = 0;
  #parsed: { readonly index: number; readonly cells: string[][] } | null = null;

  get count(): number {
    return this.#count;
  }

  /** Adds a block, and its cells where they were made already. */
  add(block: RecordBlock, cells: string[][] | null): void {
    if (cells) this.#parsed = { index: this.#blocks.length, cells };
    this.#blocks.push(block);
    this.#firsts.push(this.#count);
    this.#count += block.lines.length;
  }

  cells(record: number): string[] {
    const index = this.#blockOf(record);
    return this.#parse(index)[record - this.#firsts[index]];
  }

  line(record: number): number {
    const index = this.#blockOf(record);
    return this.#blocks[index].lines[record - this.#firsts[index]];
  }

  /** All but the header. */
  rows(): Sequence<FileRecord> {
    return new LazySequence(Math.max(this.#count - 1, 0), index => ({
      row: index + 1,
      line: this.line(index + 1),
      cells: this.cells(index + 1),
    }));
  }

  #parse(index: number): string[][] {
    if (this.#parsed?.index !== index) this.#parsed = { index, cells: parseBlock(this.#blocks[index]) };
    return this.#parsed.cells;
  }

  /** The block that holds a record, by bisection. */
  #blockOf(record: number): number {
    let low = 0;
    let high = this.#firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firsts[middle] <= record) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
