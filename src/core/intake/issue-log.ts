import { issueCodes, repairNames } from '../issue.js';
import type { Issue, IssueCode, IssueParams, RepairName, Severity } from '../issue.js';
import type { IssueCount } from '../report.js';
import { zeros } from './zeros.js';

/** An issue as it is kept: numbers instead of names. */
export interface LoggedIssue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** 0 for none. */
  readonly row: number;
  /** 0 for none. */
  readonly line: number;
  /** Position in the definition's columns, -1 for none. */
  readonly column: number;
  readonly repair: RepairName | null;
  /** What more there is to know; its meaning depends on the code. */
  readonly extra: number;
  readonly params: IssueParams | null;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const numbersPerIssue = 5;
/** In blocks of so many issues they are kept, each made at its full length: a list that grows has to be copied. */
const issuesPerBlock = 1024;
/** Codes in each of their severities. */
const kinds = issueCodes.length * severities.length;

/** A code in one severity, and the repair that is offered with it, as one number: what is logged often is not looked up each time. */
export function issueKind(code: IssueCode, severity: Severity, repair: RepairName | null = null): number {
  const kind = issueCodes.indexOf(code) * severities.length + severities.indexOf(severity);
  return (kind << 8) | (repair === null ? 0 : repairNames.indexOf(repair) + 1);
}

/**
 * Issues as they are found, five numbers each: a file in which every row is wrong costs little more than a good one.
 * Those of the whole file bring their params; those of a cell are described when somebody reads them.
 */
export class IssueLog {
  readonly #blocks: number[][] = [];
  #length = 0;
  readonly #params = new Map<number, IssueParams>();
  /** By kind and column; and which of them there are, in the order in which they were found. */
  #counts = new Int32Array(kinds * 8);
  readonly #counted: number[] = [];
  readonly #repairs = new Uint32Array(repairNames.length + 1);

  get length(): number {
    return this.#length;
  }

  /** An issue that is not about one cell. `row`, `line`: 0 for none. */
  addOfFile(
    code: IssueCode,
    severity: Severity,
    row: number,
    line: number,
    repair: RepairName | null,
    params: IssueParams | null,
  ): void {
    if (params) this.#params.set(this.#length, params);
    this.add(code, severity, row, line, -1, repair);
  }

  /** `row`, `line`: 0 for none; `column`: its position in the definition, -1 for none. */
  add(
    code: IssueCode,
    severity: Severity,
    row: number,
    line: number,
    column: number,
    repair: RepairName | null,
    extra = 0,
  ): void {
    this.addKind(issueKind(code, severity, repair), row, line, column, extra);
  }

  /** The same of an {@link issueKind}: numbers only, for there may be many. */
  addKind(kind: number, row: number, line: number, column: number, extra = 0): void {
    const place = (this.#length++ % issuesPerBlock) * numbersPerIssue;
    if (place === 0) this.#blocks.push(zeros(issuesPerBlock * numbersPerIssue));
    const block = this.#blocks[this.#blocks.length - 1];
    block[place] = kind;
    block[place + 1] = row;
    block[place + 2] = line;
    block[place + 3] = column;
    block[place + 4] = extra;
    this.#count((kind >> 8) + (column + 1) * kinds);
    this.#repairs[kind & 0xff]++;
  }

  #count(place: number): void {
    while (place >= this.#counts.length) this.#counts = doubled(this.#counts);
    if (this.#counts[place]++ === 0) this.#counted.push(place);
  }

  /** An issue of the file that another log holds. */
  carry({ code, severity, row = 0, line = 0, repair, params }: Issue, column: number): void {
    if (params) this.#params.set(this.#length, params);
    this.add(code as IssueCode, severity, row, line, column, repair ?? null);
  }

  at(index: number): LoggedIssue {
    const start = (index % issuesPerBlock) * numbersPerIssue;
    const numbers = this.#blocks[Math.floor(index / issuesPerBlock)];
    const [head, row, line, column, extra] = numbers.slice(start, start + numbersPerIssue);
    const kind = head >> 8;
    return {
      code: issueCodes[Math.floor(kind / severities.length)],
      severity: severities[kind % severities.length],
      row,
      line,
      column,
      repair: repairNames[(head & 0xff) - 1] ?? null,
      extra,
      params: this.#params.get(index) ?? null,
    };
  }

  /** The order of the issues in the file, `null` where they were found in it. Counts, as there may be very many. */
  fileOrder(): Uint32Array | null {
    const lines = new Uint32Array(this.#length);
    let isSorted = true;
    let last = 0;
    for (let index = 0; index < this.#length; index++) {
      lines[index] = this.#blocks[Math.floor(index / issuesPerBlock)][(index % issuesPerBlock) * numbersPerIssue + 2];
      isSorted &&= lines[index] >= last;
      last = Math.max(last, lines[index]);
    }
    if (isSorted) return null;
    const places = new Uint32Array(last + 2);
    for (const line of lines) places[line + 1]++;
    for (let line = 1; line < places.length; line++) places[line] += places[line - 1];
    const order = new Uint32Array(this.#length);
    lines.forEach((line, index) => (order[places[line]++] = index));
    return order;
  }

  counts(names: readonly string[]): IssueCount[] {
    return this.#counted.map(place => {
      const kind = place % kinds;
      const column = Math.floor(place / kinds) - 1;
      return {
        code: issueCodes[Math.floor(kind / severities.length)],
        severity: severities[kind % severities.length],
        ...(column >= 0 && { column: names[column] }),
        count: this.#counts[place],
      };
    });
  }

  /** How many issues name each repair. */
  repairCounts(): ReadonlyMap<RepairName, number> {
    return new Map(repairNames.map((name, index) => [name, this.#repairs[index + 1]]));
  }
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
