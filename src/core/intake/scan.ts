/** Complete records, ready to be parsed: one kind of line end outside quotes, no blank line, no line end at the end. */
export interface RecordBlock {
  readonly text: string;
  readonly newline: '\n' | '\r\n' | '\r';
  readonly count: number;
  /** The physical line on which the first record begins. */
  readonly firstLine: number;
  /** The line on which each record begins, `null` where each record is one line. */
  readonly lines: readonly number[] | null;
}

/** The physical line on which a record of a block begins. */
export function lineOf({ lines, firstLine }: RecordBlock, index: number): number {
  return lines ? lines[index] : firstLine + index;
}

/** `stray`: in a cell that does not begin with a quote. `after_closing`: followed by neither comma nor line end. */
export const malformedQuoteKinds = ['stray', 'after_closing'] as const;

/** A quote where RFC 4180 allows none, or one that nothing closes. At most one for each record. */
export interface QuoteFault {
  readonly kind: (typeof malformedQuoteKinds)[number] | 'unclosed';
  /** The record's number in the file; the header is 0. */
  readonly record: number;
  readonly line: number;
  /** The cell's position in the record. */
  readonly cell: number;
}

/** Blank lines that follow each other. */
export interface BlankRun {
  readonly line: number;
  readonly count: number;
}

type Mode = 'cell start' | 'plain' | 'quoted' | 'quote seen';

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * The structure of a file, piece by piece: where records begin and end, on which physical line, and whether the quotes
 * are those of RFC 4180. Reads each code unit once, whatever the text. After a wrong quote it reads on, as a forgiving
 * reader would, to find the others; but no record from there on is handed out, because nobody knows where it ends.
 */
export class StructureScan {
  /** In the records up to number `limit`. */
  readonly faults: QuoteFault[] = [];
  /** Before record number `limit + 1`. */
  readonly blankRuns: BlankRun[] = [];
  /** The physical line at which the scan stands. */
  line = 1;
  /** Records that ended; blank lines are none. */
  completed = 0;

  readonly #limit: number;
  #mode: Mode = 'cell start';
  /** The record under way, as far as earlier pieces hold it. */
  #tail: string[] = [];
  #tailLength = 0;
  /** Where the record under way begins in the piece; below 0 where it begins in the tail. */
  #start = 0;
  #recordLine = 1;
  #excessLine = 0;
  #afterCr = false;
  #isCertain = true;
  #recordIsFaulty = false;
  #blankLine = 0;
  #blankCount = 0;
  #starts: number[] = [];
  #ends: number[] = [];
  #lines: number[] = [];

  /** `limit`: the last record, the header being 0, in which faults are looked for. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Records that began. */
  get begun(): number {
    return this.completed + (this.#tailLength > 0 ? 1 : 0);
  }

  /** Whether all records so far end where they seem to. */
  get isCertain(): boolean {
    return this.#isCertain;
  }

  /** Where record number `limit + 1` begins, 0 where there is none so far. */
  get excessLine(): number {
    return this.#excessLine === 0 && this.begun === this.#limit + 2 ? this.#recordLine : this.#excessLine;
  }

  /** The record under way, of which more pieces may follow. */
  get pending(): { readonly length: number; readonly line: number; readonly isQuoted: boolean } {
    return { length: this.#tailLength, line: this.#recordLine, isQuoted: this.#mode === 'quoted' };
  }

  /** Reads on. Answers with the records that ended in this piece, `null` for none. */
  scan(piece: string): RecordBlock | null {
    if (piece === '') return null;
    this.#start = -this.#tailLength;
    const block = this.#scanLines(piece) ?? this.#scanUnits(piece);
    if (this.#start >= 0) {
      this.#tail = [];
      this.#tailLength = 0;
    }
    const rest = this.#start > 0 ? piece.slice(this.#start) : piece;
    if (rest !== '') {
      this.#tail.push(rest);
      this.#tailLength += rest.length;
    }
    return block;
  }

  /** There is no more: what is under way ends here. */
  end(): RecordBlock | null {
    this.#start = -this.#tailLength;
    if (this.#mode === 'quoted') this.#addFault('unclosed', '');
    if (this.#tailLength > 0) this.#endRecord(0);
    this.#endBlankRun();
    const block = this.#takeBlock('');
    this.#tail = [];
    this.#tailLength = 0;
    return block;
  }

  /**
   * Almost every piece of almost every file: no quote, no blank line, one kind of line end. Then lines are records, and
   * finding them takes no look at each unit. Answers with `null`, and has done nothing, where a piece is not like that.
   */
  #scanLines(piece: string): RecordBlock | null {
    if (!this.#isCertain || this.#afterCr || this.#recordLine !== this.line) return null;
    if (this.#mode === 'quoted' || this.#mode === 'quote seen' || piece.includes('"')) return null;
    const isCrLf = piece.includes('\r');
    let count = 0;
    let start = this.#start;
    let end = 0;
    for (let lf = piece.indexOf('\n'); lf >= 0; lf = piece.indexOf('\n', start)) {
      end = isCrLf ? lf - 1 : lf;
      if (end === start || (isCrLf && piece.indexOf('\r', start) !== end)) return null;
      start = lf + 1;
      count++;
    }
    if (count === 0 || (isCrLf && piece.includes('\r', start))) return null;

    const excess = this.#limit + 1 - this.completed;
    if (excess >= 0 && excess < count) this.#excessLine = this.line + excess;
    this.#endBlankRun();
    const text = this.#withTail(piece).slice(0, this.#tailLength + end);
    const block: RecordBlock = { text, newline: isCrLf ? '\r\n' : '\n', count, firstLine: this.line, lines: null };
    this.completed += count;
    this.line += count;
    this.#recordLine = this.line;
    this.#start = start;
    this.#mode = start === piece.length || piece.endsWith(',') ? 'cell start' : 'plain';
    return block;
  }

  /** Any piece, unit by unit. */
  #scanUnits(piece: string): RecordBlock | null {
    let mode = this.#mode;
    let afterCr = this.#afterCr;
    for (let index = 0; index < piece.length; index++) {
      const unit = piece.charCodeAt(index);
      if (mode === 'quoted') {
        if (unit === QUOTE) mode = 'quote seen';
        else if (unit === CR || (unit === LF && !afterCr)) this.line++;
      } else if (unit === COMMA) {
        mode = 'cell start';
      } else if (unit === LF && afterCr) {
        this.#start = index + 1;
      } else if (unit === LF || unit === CR) {
        this.#endLine(index, index + 1);
        mode = 'cell start';
      } else if (unit === QUOTE) {
        if (mode === 'plain') this.#addFault('stray', piece.slice(0, index));
        else mode = 'quoted';
      } else {
        if (mode === 'quote seen') this.#addFault('after_closing', piece.slice(0, index));
        mode = 'plain';
      }
      afterCr = unit === CR;
    }
    this.#mode = mode;
    this.#afterCr = afterCr;
    return this.#takeBlock(piece);
  }

  #endLine(end: number, next: number): void {
    if (end > this.#start) {
      this.#endRecord(end);
    } else {
      if (this.#blankCount === 0) this.#blankLine = this.line;
      this.#blankCount++;
    }
    this.line++;
    this.#recordLine = this.line;
    this.#start = next;
  }

  #endRecord(end: number): void {
    this.#endBlankRun();
    if (this.completed === this.#limit + 1) this.#excessLine = this.#recordLine;
    if (this.#isCertain) {
      this.#starts.push(this.#start);
      this.#ends.push(end);
      this.#lines.push(this.#recordLine);
    }
    this.#recordIsFaulty = false;
    this.completed++;
  }

  #endBlankRun(): void {
    if (this.#blankCount === 0) return;
    if (this.completed <= this.#limit + 1) this.blankRuns.push({ line: this.#blankLine, count: this.#blankCount });
    this.#blankCount = 0;
  }

  #addFault(kind: QuoteFault['kind'], before: string): void {
    this.#isCertain = false;
    if (this.#recordIsFaulty || this.completed > this.#limit) return;
    this.#recordIsFaulty = true;
    const text = this.#start < 0 ? this.#withTail(before) : before.slice(this.#start);
    this.faults.push({ kind, record: this.completed, line: this.#recordLine, cell: countCommas(text) });
  }

  #takeBlock(piece: string): RecordBlock | null {
    const [starts, ends, lines] = [this.#starts, this.#ends, this.#lines];
    const count = lines.length;
    if (count === 0) return null;
    this.#starts = [];
    this.#ends = [];
    this.#lines = [];
    const text = this.#withTail(piece);
    const shift = this.#tailLength;
    const newline = commonNewline(text, starts, ends, shift);
    const common = { count, firstLine: lines[0], lines };
    if (newline) return { text: text.slice(starts[0] + shift, ends[count - 1] + shift), newline, ...common };
    const records = starts.map((start, index) => text.slice(start + shift, ends[index] + shift));
    return { text: records.join('\n'), newline: '\n', ...common };
  }

  /** Joined at once: each time that a long text grows, all of it is copied. */
  #withTail(piece: string): string {
    return this.#tailLength === 0 ? piece : [...this.#tail, piece].join('');
  }
}

/** The one line end between all records, `null` where there are several, or blank lines. */
function commonNewline(
  text: string,
  starts: readonly number[],
  ends: readonly number[],
  shift: number,
): RecordBlock['newline'] | null {
  if (starts.length === 1) return '\n';
  const newline = text.slice(ends[0] + shift, starts[1] + shift);
  if (newline !== '\n' && newline !== '\r\n' && newline !== '\r') return null;
  for (let index = 1; index < starts.length; index++) {
    const end = ends[index - 1];
    if (starts[index] - end !== newline.length || !text.startsWith(newline, end + shift)) return null;
  }
  return newline;
}

/** Commas outside of quotes, which are right as far as the text goes. */
function countCommas(text: string): number {
  let count = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) isQuoted = !isQuoted;
    else if (unit === COMMA && !isQuoted) count++;
  }
  return count;
}
