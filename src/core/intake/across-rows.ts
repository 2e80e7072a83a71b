import type { BatchColumn, BatchDefinition } from '../definition.js';
import type { IssueCode, Severity } from '../issue.js';
import type { Content } from './content.js';
import type { FileColumn } from './rows.js';
import { damageKinds, isShortened, LeadingZeros } from './damage.js';
import { Lookalikes, SeenValues, type Recurrence } from './duplicates.js';
import type { IssueLog } from './issue-log.js';
import { PlainValues } from './plain-values.js';
import type { RecordBlock } from './scan.js';

/** A column whose values are looked at together, and what is known of them so far. */
export interface Watched extends FileColumn {
  readonly lookalikes: Lookalikes | null;
  readonly zeros: LeadingZeros | null;
}

const DIGIT_NINE = 57;
const rowsPerPause = 2000;
export const leadingZeros = damageKinds.indexOf('leading_zeros');

/** What no row shows by itself: values that come back, and identifiers that lost their leading zeros. */
export class AcrossRows {
  readonly #definition: BatchDefinition;
  readonly #log: IssueLog;
  readonly watched: readonly Watched[];
  /** Position of the transaction in the file's records where values are compared within it, -1 otherwise. */
  readonly #scope: number;
  #plainValues: PlainValues | null = null;

  constructor(definition: BatchDefinition, columns: readonly FileColumn[], log: IssueLog) {
    this.#definition = definition;
    this.#log = log;
    this.watched = columns
      .map(known => ({
        ...known,
        lookalikes: known.column.unique || known.column.role === 'request' ? new Lookalikes() : null,
        zeros: known.column.identifier ? new LeadingZeros() : null,
      }))
      .filter(({ lookalikes, zeros }) => lookalikes || zeros);
    const scope = columns.find(({ column }) => column.role === 'transaction');
    this.#scope = scope && definition.duplicates === 'by-transaction' ? scope.position : -1;
  }

  /**
   * Takes note of a row that has all its cells; those that are `undefined` are passed over. `isCompared`: its block was
   * taken by {@link addPlain}.
   */
  add(cells: readonly (string | undefined)[], row: number, isCompared: boolean): void {
    const { watched } = this;
    for (let index = 0; index < watched.length; index++) {
      const column = watched[index];
      const cell = cells[column.position];
      if (!cell) continue;
      if (!isCompared) column.lookalikes?.add(cell, this.scopeOf(column, cells), row);
      // What begins with a letter is not even looked at.
      if (column.zeros && cell.charCodeAt(0) <= DIGIT_NINE) column.zeros.add(cell);
    }
  }

  /**
   * Takes note of all values to compare in a block, up to row `lastRow`; answers whether it did. `width`:
   * cells of a row that counts.
   */
  addPlain(block: RecordBlock, firstRow: number, lastRow: number, width: number): boolean {
    const isHashing = ({ lookalikes }: Watched) => !lookalikes || lookalikes.isHashing;
    if (this.#scope >= 0 || !this.watched.every(isHashing)) return false;
    this.#plainValues ??= new PlainValues(this.watched, width);
    return this.#plainValues.add(block, firstRow, lastRow);
  }

  /** Reports, once all rows were added. Pauses now and then, where the caller may let others work. */
  *report(records: Content, maxRows: number): Generator<void> {
    for (const watched of this.watched) {
      yield* this.#reportRecurrences(watched, records);
      yield* this.#reportLostZeros(watched, records, maxRows);
    }
  }

  *#reportRecurrences(watched: Watched, records: Content): Generator<void> {
    const rows = watched.lookalikes?.rows() ?? [];
    const seen = new SeenValues();
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index];
      this.#compare(records.cells(row), watched, seen, row, records.line(row));
      if (index % rowsPerPause === rowsPerPause - 1) yield;
    }
  }

  #compare(cells: readonly string[], watched: Watched, seen: SeenValues, row: number, line: number): void {
    const { column, index, position } = watched;
    const recurrence = seen.add(cells[position], this.scopeOf(watched, cells), row);
    const found = judgeRecurrence(recurrence, column, this.#definition);
    if (found) this.#log.add(found.code, found.severity, row, line, index, null, seen.earlierRow);
  }

  *#reportLostZeros({ zeros, position, index }: Watched, records: Content, maxRows: number): Generator<void> {
    const length = zeros?.lostLength(Math.min(records.count, maxRows)) ?? 0;
    if (length === 0) return;
    for (const row of records.rowNumbers(maxRows)) {
      const cell = records.cells(row)[position] as string | undefined;
      if (cell && isShortened(cell, length)) {
        this.#log.add('spreadsheet_damage', 'warning', row, records.line(row), index, null, leadingZeros);
      }
      if (row % rowsPerPause === 0) yield;
    }
  }

  /** Within what a value must be unique: a transaction, or the whole file. */
  scopeOf({ column }: Watched, cells: readonly (string | undefined)[]): string {
    return column.unique && this.#scope >= 0 ? (cells[this.#scope] ?? '') : '';
  }
}

/** What it means that a value of a column comes back; `null` where it means nothing. */
export function judgeRecurrence(
  recurrence: Recurrence,
  { unique }: BatchColumn,
  { duplicates }: BatchDefinition,
): { readonly code: IssueCode; readonly severity: Severity } | null {
  if (recurrence === 'new' || (!unique && recurrence === 'same but for case')) return null;
  if (recurrence === 'same but for case') return { code: 'case_only_duplicate', severity: 'warning' };
  if (!unique) return { code: 'repeated_request_id', severity: 'warning' };
  return { code: 'duplicate_value', severity: duplicates === 'warning' ? 'warning' : 'error' };
}
