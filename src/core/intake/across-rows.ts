import type { BatchColumn, BatchDefinition } from '../definition.js';
import type { IssueCode, Severity } from '../issue.js';
import type { Content } from './content.js';
import { damageKinds, isShortened, LeadingZeros } from './damage.js';
import { Lookalikes, scopedValue, SeenValues, type Recurrence } from './duplicates.js';
import { issueKind, type IssueLog } from './issue-log.js';
import { PlainValues } from './plain-values.js';
import type { Cells, FileColumn, RowGroup } from './rows.js';
import type { RecordBlock } from './scan.js';
import type { Traits } from './traits.js';

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
  readonly #duplicates: BatchDefinition['duplicates'];
  readonly #log: IssueLog;
  /** Cells of a row that counts: what one of another width says of its columns is not certain enough. */
  readonly #width: number;
  readonly watched: readonly Watched[];
  /** Position of the transaction in the file's records where values are compared within it, -1 otherwise. */
  readonly #scope: number;
  #plainValues: PlainValues | null = null;

  constructor(columns: readonly FileColumn[], duplicates: BatchDefinition['duplicates'], width: number, log: IssueLog) {
    this.#duplicates = duplicates;
    this.#log = log;
    this.#width = width;
    this.watched = columns
      .map(known => ({
        ...known,
        lookalikes: known.column.unique || known.column.role === 'request' ? new Lookalikes() : null,
        zeros: known.column.identifier ? new LeadingZeros() : null,
      }))
      .filter(({ lookalikes, zeros }) => lookalikes || zeros);
    const scope = columns.find(({ column }) => column.role === 'transaction');
    this.#scope = scope && duplicates === 'by-transaction' ? scope.position : -1;
  }

  /** Takes note of rows. `isCompared`: their block was taken by {@link addPlain}. */
  add(group: RowGroup, isCompared: boolean): void {
    for (const watched of this.watched) {
      if (watched.lookalikes && !isCompared) this.#addValues(group, watched, watched.lookalikes);
      if (watched.zeros && group.traits.hasDigits) this.#addDigits(group, watched.position, watched.zeros);
    }
  }

  #addValues({ records, rowOf }: RowGroup, watched: Watched, lookalikes: Lookalikes): void {
    const scope = this.#scopePosition(watched);
    const values: string[] = [];
    const rows: number[] = [];
    for (let index = 0; index < records.length; index++) {
      const cells = records[index];
      const cell = cells[watched.position];
      if (!cell || cells.length !== this.#width) continue;
      values.push(scope < 0 ? cell : scopedValue(cell, cells[scope] ?? ''));
      rows.push(rowOf(index));
    }
    lookalikes.add(values, rows);
  }

  #addDigits({ records }: RowGroup, position: number, zeros: LeadingZeros): void {
    for (const cells of records) {
      const cell = cells[position];
      if (cell && cell.charCodeAt(0) <= DIGIT_NINE && cells.length === this.#width) zeros.add(cell);
    }
  }

  /**
   * Takes note of all values to compare in a block, up to row `lastRow`, and answers with the traits of its rows; `null`
   * where it did nothing.
   */
  addPlain(block: RecordBlock, firstRow: number, lastRow: number): Traits | null {
    if (this.#scope >= 0 || !this.watched.some(({ lookalikes }) => lookalikes?.isHashing)) return null;
    // Where one column has many values, others may have few.
    if (!this.#plainValues) for (const { lookalikes } of this.watched) lookalikes?.keepHashes();
    this.#plainValues ??= new PlainValues(this.watched, this.#width);
    return this.#plainValues.add(block, firstRow, lastRow);
  }

  /** Reports, once all rows were added. Pauses now and then, where the caller may let others work. */
  *report(records: Content, maxRows: number): Generator<void> {
    for (const watched of this.watched) {
      const rows = watched.lookalikes?.rows();
      if (rows && rows.length > 0) yield* this.#reportRecurrences(rows, watched, records);
      const length = watched.zeros?.lostLength(Math.min(records.count, maxRows)) ?? 0;
      if (length > 0) yield* this.#reportLostZeros(length, watched, records, maxRows);
    }
  }

  *#reportRecurrences(rows: Uint32Array, watched: Watched, records: Content): Generator<void> {
    const seen = new SeenValues();
    for (let start = 0; start < rows.length; start += rowsPerPause) {
      this.#compare(rows.subarray(start, start + rowsPerPause), watched, records, seen);
      yield;
    }
  }

  /** Compares the values of some rows with those that were seen before. */
  #compare(rows: Uint32Array, watched: Watched, records: Content, seen: SeenValues): void {
    const { column, index, position } = watched;
    const scope = this.#scopePosition(watched);
    const same = recurrenceKind('same', column, this.#duplicates);
    const alike = recurrenceKind('same but for case', column, this.#duplicates);
    for (const row of rows) {
      const within = scope < 0 ? '' : (records.cell(row, scope) ?? '');
      const recurrence = seen.add(records.cell(row, position) ?? '', within, row);
      const kind = recurrence === 'new' ? null : recurrence === 'same' ? same : alike;
      if (kind !== null) this.#log.addKind(kind, row, records.line(row), index, seen.earlierRow);
    }
  }

  *#reportLostZeros(length: number, { position, index }: Watched, records: Content, maxRows: number): Generator<void> {
    for (const row of records.rowNumbers(maxRows)) {
      const cell = records.cell(row, position);
      if (cell && isShortened(cell, length)) {
        this.#log.add('spreadsheet_damage', 'warning', row, records.line(row), index, null, leadingZeros);
      }
      if (row % rowsPerPause === 0) yield;
    }
  }

  /** Within what a value must be unique: a transaction, or the whole file. */
  scopeOf(watched: Watched, cells: Cells): string {
    const scope = this.#scopePosition(watched);
    return scope < 0 ? '' : (cells[scope] ?? '');
  }

  #scopePosition({ column }: Watched): number {
    return column.unique ? this.#scope : -1;
  }
}

function recurrenceKind(
  recurrence: Recurrence,
  column: BatchColumn,
  duplicates: BatchDefinition['duplicates'],
): number | null {
  const found = judgeRecurrence(recurrence, column, duplicates);
  return found && issueKind(found.code, found.severity);
}

/** What it means that a value of a column comes back; `null` where it means nothing. */
export function judgeRecurrence(
  recurrence: Recurrence,
  { unique }: BatchColumn,
  duplicates: BatchDefinition['duplicates'],
): { readonly code: IssueCode; readonly severity: Severity } | null {
  if (recurrence === 'new' || (!unique && recurrence === 'same but for case')) return null;
  if (recurrence === 'same but for case') return { code: 'case_only_duplicate', severity: 'warning' };
  if (!unique) return { code: 'repeated_request_id', severity: 'warning' };
  return { code: 'duplicate_value', severity: duplicates === 'warning' ? 'warning' : 'error' };
}
