import { judgeRecurrence, leadingZeros, type AcrossRows, type Watched } from '../intake/across-rows.js';
import { bisect, type Content } from '../intake/content.js';
import { isShortened, type LeadingZeros } from '../intake/damage.js';
import { scopedValue, SeenValues } from '../intake/duplicates.js';
import { foundationOf, type Foundation, type Patch, type Splice } from '../intake/foundation.js';
import type { HeaderReading } from '../intake/header.js';
import { issueSequence } from '../intake/issue-entries.js';
import { IssueLog } from '../intake/issue-log.js';
import { RowChecks, soundCells } from '../intake/rows.js';
import { anyText } from '../intake/traits.js';
import type { Issue } from '../issue.js';
import type { ValidationReport } from '../report.js';
import { Tally } from './tally.js';

/** Where an issue of a row stands: what is not the row's own, what its cells show, then two places for each column that is watched. */
const OF_FILE = -1;
const OWN = 0;
const recurrences: ReadonlySet<string> = new Set(['duplicate_value', 'case_only_duplicate', 'repeated_request_id']);
const noRows: Issue = { code: 'no_rows', severity: 'error' };

/**
 * Judges again what a change of some rows touches: the rows, those that share a value with them before or after, and
 * a whole column where its lost zeros come to light or stop to. Everything else is as it was judged before.
 */
export class Rejudgement {
  readonly #report: ValidationReport;
  readonly #before: Foundation;
  readonly #content: Content;
  readonly #touched: ReadonlySet<number>;
  /** Touched, or edited earlier: rows whose values the last full judgement does not know. */
  readonly #dirty: ReadonlySet<number>;
  readonly #across: AcrossRows;
  readonly #header: HeaderReading;
  readonly #log = new IssueLog();
  /** By row, the places whose issues are judged again. */
  readonly #renewed = new Map<number, Set<number>>();

  /** `content`: after the change; `touched`: the rows that differ, removed ones too. */
  constructor(
    report: ValidationReport,
    content: Content,
    touched: readonly number[],
    across: AcrossRows,
    header: HeaderReading,
  ) {
    this.#report = report;
    this.#before = foundationOf(report);
    this.#content = content;
    this.#touched = new Set(touched);
    this.#dirty = new Set([...this.#before.patch.dirty, ...touched.filter(row => content.has(row))]);
    this.#across = across;
    this.#header = header;
  }

  /** What the changed report is made from. */
  run(): Foundation {
    this.#judgeTouched();
    const zeros = this.#across.watched.map((watched, index) => {
      this.#judgeRecurrences(watched, placeOfRecurrence(index));
      return this.#judgeZeros(watched, placeOfZeros(index), this.#before.patch.zeros[index]);
    });
    const tally = new Tally(this.#before.counts, this.#before.repairCounts);
    const patch: Patch = { splices: this.#splices(tally), dirty: this.#dirty, zeros };
    const content = this.#content;
    return {
      ...this.#before,
      content,
      records: content.records(),
      patch,
      counts: tally.counts,
      repairCounts: tally.repairs,
    };
  }

  #judgeTouched(): void {
    const checks = RowChecks.for(this.#report.definition, this.#header, this.#log);
    for (const row of this.#touched) {
      this.#renew(row, OWN);
      if (!this.#isJudged(row, this.#content)) continue;
      const cells = this.#content.cells(row);
      checks?.judge({
        records: [row >= this.#before.garbledFrom ? soundCells(cells) : cells],
        traits: anyText,
        rowOf: () => row,
        lineOf: () => this.#content.line(row),
      });
    }
  }

  #judgeRecurrences(watched: Watched, place: number): void {
    if (!watched.lookalikes) return;
    const groups = new Set<string>();
    for (const row of this.#touched) {
      const before = this.#valueOf(watched, row, this.#before.content);
      const after = this.#valueOf(watched, row, this.#content);
      if (before === after) continue;
      this.#renew(row, place);
      for (const value of [before, after]) if (value !== null) groups.add(value.toLowerCase());
    }
    for (const rows of this.#rowsOf(groups, watched)) this.#judgeGroup(rows, watched, place);
  }

  /** Rows, ascending, whose values are the same, at least but for case. */
  #judgeGroup(rows: readonly number[], watched: Watched, place: number): void {
    const { column, index, position } = watched;
    const seen = new SeenValues();
    for (const row of rows) {
      const cells = this.#content.cells(row);
      const recurrence = seen.add(cells[position], this.#across.scopeOf(watched, cells), row);
      const found = judgeRecurrence(recurrence, column, this.#report.definition.duplicates);
      const known = this.#issuesOf(row).find(issue => this.#placeOf(issue) === place);
      const isKnown = found?.code === known?.code && (!found || known?.params?.['first'] === seen.earlierRow);
      if (isKnown && !this.#renewed.get(row)?.has(place)) continue;
      this.#renew(row, place);
      if (found) {
        this.#log.add(found.code, found.severity, row, this.#content.line(row), index, null, seen.earlierRow);
      }
    }
  }

  /** The rows of each group of values. */
  #rowsOf(values: ReadonlySet<string>, watched: Watched): Iterable<readonly number[]> {
    const rows = new Set([...(watched.lookalikes?.rowsLike(values) ?? []), ...this.#dirty]);
    const groups = new Map<string, number[]>(Array.from(values, value => [value, []]));
    for (const row of [...rows].sort((a, b) => a - b)) {
      const value = this.#valueOf(watched, row, this.#content);
      if (value !== null) groups.get(value.toLowerCase())?.push(row);
    }
    return groups.values();
  }

  #judgeZeros(watched: Watched, place: number, known: LeadingZeros | null): LeadingZeros | null {
    if (!known) return null;
    const zeros = known.clone();
    const { index, position } = watched;
    for (const row of this.#touched) {
      zeros.add(this.#cellOf(watched, row, this.#before.content) ?? '', -1);
      zeros.add(this.#cellOf(watched, row, this.#content) ?? '');
    }
    const { maxRows } = this.#report.definition.limits;
    const before = known.lostLength(Math.min(this.#before.content.count, maxRows));
    const after = zeros.lostLength(Math.min(this.#content.count, maxRows));
    for (const row of before === after ? this.#touched : this.#content.rowNumbers(maxRows)) {
      const isTouched = this.#touched.has(row);
      if (isTouched && !this.#isJudged(row, this.#content)) continue;
      const cell = (this.#content.cells(row)[position] as string | undefined) ?? '';
      const isShort = cell !== '' && isShortened(cell, after);
      if (!isTouched && isShort === (cell !== '' && isShortened(cell, before))) continue;
      this.#renew(row, place);
      if (isShort) {
        const line = this.#content.line(row);
        this.#log.add('spreadsheet_damage', 'warning', row, line, index, null, leadingZeros);
      }
    }
    return zeros;
  }

  /** The earlier splices, with those of the rows that were judged again in their place. */
  #splices(tally: Tally): readonly Splice[] {
    const rows = [...this.#renewed.keys()];
    const { definition } = this.#report;
    const fresh = new Map<number, Issue[]>(rows.map(row => [row, []]));
    const judged = issueSequence(this.#log, definition, this.#header, this.#content.reader(rows));
    for (const issue of judged) fresh.get(issue.row ?? 0)?.push(issue);

    const splices = new Map(this.#before.patch.splices.map(splice => [splice.row, splice]));
    for (const [row, found] of fresh) {
      const earlier = this.#issuesOf(row);
      const kept = earlier.filter(issue => this.#isKept(issue, row));
      const issues = [...kept, ...found].sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
      tally.add(earlier, -1);
      tally.add(issues, 1);
      splices.set(row, { row, ...this.#rangeOf(row), issues });
    }
    if (this.#content.count === 0 && this.#report.rowCountExact) {
      tally.add([noRows], 1);
      splices.set(0, { row: 0, start: 0, end: 0, issues: [noRows] });
    }
    return [...splices.values()].sort((a, b) => a.row - b.row);
  }

  #isKept(issue: Issue, row: number): boolean {
    const place = this.#placeOf(issue);
    if (place === OF_FILE) return true;
    return this.#content.has(row) && !this.#renewed.get(row)?.has(place);
  }

  #issuesOf(row: number): readonly Issue[] {
    const { splices } = this.#before.patch;
    const spliced = splices.at(bisect(splices.length, index => splices[index].row >= row));
    if (spliced?.row === row) return spliced.issues;
    const { start, end } = this.#rangeOf(row);
    return this.#before.judged.slice(start, end);
  }

  /** Where the issues of a row stand in the last full judgement. */
  #rangeOf(row: number): { readonly start: number; readonly end: number } {
    const { judged } = this.#before;
    const line = this.#content.line(row);
    return {
      start: bisect(judged.length, index => (judged.at(index)?.line ?? 0) >= line),
      end: bisect(judged.length, index => (judged.at(index)?.line ?? 0) > line),
    };
  }

  #placeOf({ code, row, column, params }: Issue): number {
    if (row === undefined || code === 'row_limit_exceeded') return OF_FILE;
    const index = this.#across.watched.findIndex(watched => watched.column.name === column);
    if (recurrences.has(code)) return placeOfRecurrence(index);
    return code === 'spreadsheet_damage' && params?.['reason'] === 'leading_zeros' ? placeOfZeros(index) : OWN;
  }

  #renew(row: number, place: number): void {
    const places = this.#renewed.get(row) ?? new Set();
    this.#renewed.set(row, places.add(place));
  }

  #isJudged(row: number, content: Content): boolean {
    return row <= this.#before.lastJudged && content.has(row);
  }

  /** The cell of a row that is compared with others, `null` where it is not. */
  #cellOf({ position }: Watched, row: number, content: Content): string | null {
    if (!this.#isJudged(row, content)) return null;
    const cells = content.cells(row);
    if (cells.length !== this.#header.names.length) return null;
    const isGarbled = row >= this.#before.garbledFrom && cells[position].includes('\uFFFD');
    return isGarbled || cells[position] === '' ? null : cells[position];
  }

  /** What is compared of it. */
  #valueOf(watched: Watched, row: number, content: Content): string | null {
    const cell = this.#cellOf(watched, row, content);
    return cell === null ? null : scopedValue(cell, this.#across.scopeOf(watched, content.cells(row)));
  }
}

function placeOfRecurrence(index: number): number {
  return 1 + index * 2;
}

function placeOfZeros(index: number): number {
  return 2 + index * 2;
}
