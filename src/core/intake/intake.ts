import type { BatchDefinition } from '../definition.js';
import type { ValidationReport } from '../report.js';
import type { DecodedSlice } from './bytes.js';
import { Content } from './content.js';
import { delimiterName, readHeader, wrongDelimiter, type HeaderReading } from './header.js';
import { IssueLog } from './issue-log.js';
import { parseBlock, RecordMismatch, RecordStore, type TextShelf } from './records.js';
import { buildReport, refusal, type About } from './report-builder.js';
import { RowChecks, soundCells } from './rows.js';
import { lineOf, malformedQuoteKinds, StructureScan, type QuoteFault, type RecordBlock } from './scan.js';
import { traitsOf } from './traits.js';

/** In a file that is not kept, a longer record is taken for one that never ends. Code units. */
const longestRecord = 2 ** 19;
/** Whatever the file: a longer first record is no header, and none of its millions of names is worth an issue. */
const longestHeader = 2 ** 17;
const byteOrderMark = '\uFEFF';

/** From text to verdict, slice by slice: structure, header, records, cells, across rows. */
export class Intake {
  readonly #definition: BatchDefinition;
  readonly #readsOn: boolean;
  readonly #hasBytes: boolean;
  readonly #log = new IssueLog();
  readonly #records: RecordStore;
  readonly #scan: StructureScan;
  /** The first line that is not blank, as far as it was read; `null` before anything was. */
  #opening: string | null = null;
  #isOpeningRead = false;
  #header: HeaderReading | null = null;
  #headerCells: readonly string[] | null = null;
  #rowChecks: RowChecks | null = null;
  #hasWrongDelimiter = false;
  #isGarbled = false;
  /** The first row that the wrong encoding may show in. */
  #garbledFrom = Infinity;
  #isStopped = false;
  #loggedFaults = 0;
  /** Where a NUL stands: then this is no text, and nothing else is worth saying. */
  #nulLine = 0;

  /**
   * `readsOn`: beyond the row limit, to count all rows; the text is kept, so it can be read in another way too.
   * `hasBytes`: so can the bytes. `shelf`: where the text of records goes.
   */
  constructor(definition: BatchDefinition, readsOn: boolean, hasBytes = readsOn, shelf: TextShelf | null = null) {
    this.#definition = definition;
    this.#readsOn = readsOn;
    this.#hasBytes = hasBytes;
    this.#records = new RecordStore(0, shelf);
    this.#scan = new StructureScan(definition.limits.maxRows);
  }

  /** Nothing that follows can change the verdict. */
  get isDone(): boolean {
    return this.#isStopped;
  }

  /** The text is not what the file says: its encoding is another. */
  get isGarbled(): boolean {
    return this.#isGarbled;
  }

  /** Data records so far. */
  get rows(): number {
    return Math.max(this.#scan.begun - 1, 0);
  }

  /** Goes on with what follows; of no effect once it is done. */
  feed({ text, wrongAt }: DecodedSlice): void {
    if (this.#isStopped) return;
    if (wrongAt === null) {
      this.#read(text);
    } else {
      this.#read(text.slice(0, wrongAt));
      const repair = this.#hasBytes ? 'reencode' : null;
      this.#log.addOfFile('invalid_encoding', 'error', 0, this.#scan.line, repair, { reason: 'not_utf8' });
      this.#isGarbled = true;
      this.#garbledFrom = this.#records.count;
      this.#read(text.slice(wrongAt));
    }
    if (this.#scan.completed === 0 && this.#scan.pending.length > longestHeader) this.#refuseHeader();
    if (this.#readsOn) return;
    if (this.#isOverLimit) this.#isStopped = true;
    else if (this.#scan.pending.length > longestRecord) this.#refuseEndlessRecord();
  }

  /** There is no more. Pauses now and then, where the caller may let others work; the verdict is there once it ends. */
  *finish(): Generator<void> {
    const isWhole = !this.#isStopped;
    if (isWhole) this.#takeBlock(this.#scan.end());
    this.#logFaults();
    if (isWhole) {
      if (this.#scan.completed === 0) this.#log.addOfFile('empty_file', 'error', 0, 0, null, null);
      else if (this.rows === 0 && this.#scan.isCertain) this.#log.addOfFile('no_rows', 'error', 0, 0, null, null);
    }
    this.#logBlankLines();
    if (this.#isOverLimit) this.#logRowLimit();
    if (this.#rowChecks)
      yield* this.#rowChecks.across.report(new Content(this.#records), this.#definition.limits.maxRows);
  }

  /** The verdict on what was fed. */
  report(about: About): ValidationReport {
    if (this.#nulLine > 0) return refusal('not_csv', { reason: 'nul', line: this.#nulLine }, about);
    return buildReport({
      ...about,
      rowCount: this.#rowCount,
      rowCountExact: this.#isExact,
      header: this.#header,
      headerCells: this.#headerCells,
      content: new Content(this.#records),
      garbledFrom: this.#garbledFrom,
      across: this.#rowChecks?.across ?? null,
      log: this.#log,
    });
  }

  get #isOverLimit(): boolean {
    return this.rows > this.#definition.limits.maxRows;
  }

  get #isExact(): boolean {
    return this.#scan.isCertain && !this.#isStopped;
  }

  /** After a wrong quote only the records before it are certain. */
  get #rowCount(): number {
    if (this.#scan.isCertain) return this.rows;
    return Math.max(this.#records.count - 1, this.#isOverLimit ? this.#definition.limits.maxRows + 1 : 0);
  }

  #read(text: string): void {
    if (text === '' || this.#isStopped) return;
    const nul = text.indexOf('\0');
    const readable = nul < 0 ? text : text.slice(0, nul);
    const content = this.#opening === null ? this.#withoutMark(readable) : readable;
    if (!this.#isOpeningRead) this.#readOpening(content);
    this.#takeBlock(this.#scan.scan(content));
    // The header's quotes may be those of another delimiter: its line is to be known first.
    if (this.#isOpeningRead) this.#logFaults();
    if (nul < 0) return;
    this.#nulLine = this.#scan.line;
    this.#isStopped = true;
  }

  /** Also where that line comes in pieces, as it does if it holds the first byte that is not UTF-8. */
  #readOpening(text: string): void {
    const [, line, end] = /^[\r\n]*([^\r\n]*)([\r\n]?)/.exec((this.#opening ?? '') + text)!;
    this.#opening = line;
    this.#isOpeningRead = end !== '';
  }

  /** One byte order mark may begin a file; a second one is data that no other reader sees as we do. */
  #withoutMark(text: string): string {
    if (!text.startsWith(byteOrderMark)) return text;
    if (text.startsWith(byteOrderMark, 1)) {
      this.#log.addOfFile('invalid_encoding', 'error', 0, 1, this.#readsOn ? 'reencode' : null, {
        reason: 'two_marks',
      });
    }
    return text.replace(/^\uFEFF+/, '');
  }

  #takeBlock(block: RecordBlock | null): void {
    if (!block) return;
    const first = this.#records.count;
    const { maxRows } = this.#definition.limits;
    this.#records.add(block);
    if (first > maxRows || this.#hasWrongDelimiter) return;
    const compared = this.#rowChecks?.across.addPlain(block, first, maxRows) ?? null;
    const records = this.#parse(block);
    if (!records) return;
    const isFirst = first === 0;
    if (isFirst) this.#takeHeader(records.shift() ?? [], block.firstLine);
    if (!this.#rowChecks) return;
    const [firstRow, skipped] = isFirst ? [1, 1] : [first, 0];
    records.length = Math.min(records.length, maxRows + 1 - firstRow);
    const group = {
      records: this.#isGarbled ? records.map(soundCells) : records,
      traits: compared ?? traitsOf(block.text),
      rowOf: (index: number) => firstRow + index,
      lineOf: (index: number) => lineOf(block, index + skipped),
    };
    this.#rowChecks.take(group, compared !== null);
    // Papaparse's list outlives its use for a while: emptied, it does not make the garbage collector copy what is done with.
    records.length = 0;
  }

  /** Where papaparse and the scan do not see the same records, the file is refused rather than guessed at. */
  #parse(block: RecordBlock): string[][] | null {
    try {
      return parseBlock(block);
    } catch (error) {
      if (!(error instanceof RecordMismatch)) throw error;
      this.#log.addOfFile('not_csv', 'error', 0, block.firstLine, null, { reason: 'ambiguous' });
      this.#records.drop();
      this.#isStopped = true;
      return null;
    }
  }

  #takeHeader(names: readonly string[], line: number): void {
    this.#headerCells = names;
    if (names.length === 1 && this.#takeWrongDelimiter(line)) return;
    this.#header = readHeader(names, line, this.#definition, this.#log);
    this.#rowChecks = RowChecks.for(this.#definition, this.#header, this.#log);
  }

  /** Whether the file uses another delimiter: then its header is judged as that delimiter has it, and its rows are not. */
  #takeWrongDelimiter(line: number): boolean {
    const opening = this.#opening ?? '';
    const delimiter = this.#definition.columns.length > 1 ? wrongDelimiter(opening) : null;
    if (delimiter === null) return false;
    this.#hasWrongDelimiter = true;
    const params = { found: delimiterName(delimiter) };
    this.#log.addOfFile('wrong_delimiter', 'error', 0, line, this.#readsOn ? 'convert_delimiter' : null, params);
    const names = opening.split(delimiter).map(name => name.replace(/^"(.*)"$/, '$1'));
    this.#header = readHeader(names, line, this.#definition, this.#log, false);
    return true;
  }

  #logFaults(): void {
    const { faults } = this.#scan;
    while (this.#loggedFaults < faults.length) this.#logFault(faults[this.#loggedFaults++]);
  }

  #logFault({ kind, record, line, cell }: QuoteFault): void {
    if (record === 0 && kind !== 'unclosed' && this.#takeWrongDelimiter(line)) return;
    if (this.#hasWrongDelimiter) return;
    const column = record > 0 && this.#header ? this.#header.positions.indexOf(cell) : -1;
    if (kind === 'unclosed') this.#log.add('unclosed_quote', 'error', record, line, column, null);
    else this.#log.add('malformed_quote', 'error', record, line, column, null, malformedQuoteKinds.indexOf(kind));
  }

  #logBlankLines(): void {
    if (this.#scan.completed === 0) return;
    for (const { line, count } of this.#scan.blankRuns) {
      this.#log.add('blank_line', 'info', 0, line, -1, 'drop_blank_lines', count);
    }
  }

  #logRowLimit(): void {
    const { maxRows } = this.#definition.limits;
    const params = { count: this.rows, maxRows };
    const repair = this.#isExact ? 'split' : null;
    this.#log.addOfFile(
      'row_limit_exceeded',
      'error',
      maxRows + 1,
      this.#scan.excessLine,
      repair,
      this.#isExact ? params : { ...params, reason: 'inexact' },
    );
  }

  #refuseHeader(): void {
    this.#refuseEndlessRecord();
    if (!this.#scan.pending.isQuoted) readHeader([], this.#scan.pending.line, this.#definition, this.#log);
  }

  #refuseEndlessRecord(): void {
    const { line, isQuoted } = this.#scan.pending;
    this.#isStopped = true;
    if (isQuoted) this.#log.add('unclosed_quote', 'error', this.#scan.completed, line, -1, null);
    else this.#log.addOfFile('not_csv', 'error', this.#scan.completed, line, null, { reason: 'endless_record' });
  }
}
