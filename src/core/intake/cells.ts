import type { BatchColumn, BatchDefinition, CellSchema } from '../definition.js';
import { needsApostrophe } from '../formula.js';
import { damageKinds, damageOf, isShortened, LeadingZeros } from './damage.js';
import { Lookalikes, SeenValues } from './duplicates.js';
import type { HeaderReading } from './header.js';
import type { IssueLog } from './issue-log.js';
import type { RecordStore } from './records.js';

/** A column of the definition that the file has, and what is known of its values so far. */
interface ColumnCheck {
  readonly column: BatchColumn;
  /** Position in the definition. */
  readonly index: number;
  /** Position in the file's records. */
  readonly position: number;
  readonly schema: CellSchema['~standard'] | null;
  readonly lookalikes: Lookalikes | null;
  readonly zeros: LeadingZeros | null;
}

/** C0 and DEL, but tab, LF and CR. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
export const controlCharacter = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;
const rowsPerPause = 2000;
const plainNumber = /^-\d+(?:\.\d+)?$/;

/** Judges records cell by cell and across rows, by each rule of the definition's columns. */
export class CellChecks {
  readonly #definition: BatchDefinition;
  readonly #width: number;
  readonly #log: IssueLog;
  readonly #checks: readonly ColumnCheck[];
  /** Position of the transaction in the file's records where values are compared within it, -1 otherwise. */
  readonly #scope: number;

  constructor(definition: BatchDefinition, { names, positions }: HeaderReading, log: IssueLog) {
    this.#definition = definition;
    this.#width = names.length;
    this.#log = log;
    this.#checks = definition.columns
      .map((column, index) => columnCheck(column, index, positions[index]))
      .filter(({ position }) => position >= 0);
    const transaction = definition.columns.findIndex(({ role }) => role === 'transaction');
    this.#scope = definition.duplicates === 'by-transaction' && transaction >= 0 ? positions[transaction] : -1;
  }

  /**
   * `hasControls`: there may be control characters. `isGarbled`: the encoding is wrong, and cells in which that shows
   * are not judged.
   */
  judge(cells: readonly string[], row: number, line: number, hasControls: boolean, isGarbled: boolean): void {
    if (this.#checks.length === 0) return;
    const isWhole = cells.length === this.#width;
    if (!isWhole) this.#reportWidth(cells, row, line);
    for (const check of this.#checks) {
      const cell = cells[check.position];
      if (cell === undefined || (isGarbled && cell.includes('\uFFFD'))) continue;
      if (cell === '') {
        if (check.column.required) this.#log.add('empty_value', 'error', row, line, check.index, null);
        continue;
      }
      this.#judgeCell(cell, check, row, line, hasControls);
      // What a row of another width says of its columns is not certain enough to hold it against other rows.
      if (check.lookalikes && isWhole) check.lookalikes.add(cell, this.#scopeOf(check, cells), row);
    }
  }

  /** What shows only when all rows are known. Pauses now and then, where the caller may let others work. */
  *judgeColumns(records: RecordStore, maxRows: number): Generator<void> {
    for (const check of this.#checks) {
      const seen = new SeenValues();
      let count = 0;
      for (const row of check.lookalikes?.rows() ?? []) {
        this.#compare(records.cells(row), check, seen, row, records.line(row));
        if (++count % rowsPerPause === 0) yield;
      }
      const lost = check.zeros?.lostLength() ?? 0;
      const last = lost === 0 ? 0 : Math.min(records.count - 1, maxRows);
      for (let row = 1; row <= last; row++) {
        const cell = records.cells(row)[check.position] as string | undefined;
        if (cell && isShortened(cell, lost)) this.#addDamage('leading_zeros', row, records.line(row), check.index);
        if (row % rowsPerPause === 0) yield;
      }
    }
  }

  #judgeCell(
    cell: string,
    { column, index, schema, zeros }: ColumnCheck,
    row: number,
    line: number,
    hasControls: boolean,
  ): void {
    const log = this.#log;
    const isRefused = schema !== null && !accepts(schema, cell, column);
    /** What our own rules demand of a cell is an error where it makes the value another one. */
    const severity = isRefused || column.unique ? 'error' : 'warning';
    let isExplained = false;
    if (hasControls && controlCharacter.test(cell)) {
      log.add('control_character', 'error', row, line, index, null);
      isExplained = true;
    }
    const first = cell.charCodeAt(0);
    if (mayBeBlank(first) || mayBeBlank(cell.charCodeAt(cell.length - 1))) {
      const trimmed = cell.trim();
      if (trimmed === '' && column.required) {
        log.add('empty_value', 'error', row, line, index, null);
        isExplained = true;
      } else if (trimmed !== cell) {
        log.add('surrounding_space', severity, row, line, index, 'trim_cells');
        isExplained ||= isRefused && trimmed !== '' && accepts(schema, trimmed, column);
      }
    }
    if (isRefused && !isExplained) log.add('invalid_value', 'error', row, line, index, null);
    if (column.maxLength !== undefined && cell.length > column.maxLength) {
      log.add('value_too_long', 'error', row, line, index, null);
    }
    if (first === 39) {
      if (needsApostrophe(cell.slice(1))) log.add('exported_apostrophe', severity, row, line, index, 'undo_apostrophe');
    } else if (isFormulaStart(first) && !(first === 45 && plainNumber.test(cell))) {
      log.add('formula_prefix', 'info', row, line, index, null);
    }
    if (zeros) {
      zeros.add(cell);
      const damage = damageOf(cell);
      if (damage) this.#addDamage(damage, row, line, index);
    }
  }

  #compare(cells: readonly string[], check: ColumnCheck, seen: SeenValues, row: number, line: number): void {
    const { column, index, position } = check;
    const recurrence = seen.add(cells[position], this.#scopeOf(check, cells), row);
    if (recurrence === 'new') return;
    if (!column.unique) {
      if (recurrence === 'same')
        this.#log.add('repeated_request_id', 'warning', row, line, index, null, seen.earlierRow);
    } else if (recurrence === 'same') {
      const severity = this.#definition.duplicates === 'warning' ? 'warning' : 'error';
      this.#log.add('duplicate_value', severity, row, line, index, null, seen.earlierRow);
    } else {
      this.#log.add('case_only_duplicate', 'warning', row, line, index, null, seen.earlierRow);
    }
  }

  /** Within what a value must be unique: a transaction, or the file. */
  #scopeOf({ column }: ColumnCheck, cells: readonly string[]): string {
    return column.unique && this.#scope >= 0 ? cells[this.#scope] : '';
  }

  #reportWidth(cells: readonly string[], row: number, line: number): void {
    if (cells.length < this.#width) {
      this.#log.add('missing_cell', 'error', row, line, -1, 'pad_cells', cells.length);
    } else {
      const isEmpty = cells.every((cell, position) => position < this.#width || cell === '');
      this.#log.add('extra_cell', 'error', row, line, -1, isEmpty ? 'drop_cells' : null, cells.length);
    }
  }

  #addDamage(kind: (typeof damageKinds)[number], row: number, line: number, index: number): void {
    this.#log.add('spreadsheet_damage', 'warning', row, line, index, null, damageKinds.indexOf(kind));
  }
}

function columnCheck(column: BatchColumn, index: number, position: number): ColumnCheck {
  return {
    column,
    index,
    position,
    schema: column.schema?.['~standard'] ?? null,
    lookalikes: column.unique || column.role === 'request' ? new Lookalikes() : null,
    zeros: column.identifier ? new LeadingZeros() : null,
  };
}

function accepts(schema: CellSchema['~standard'] | null, cell: string, { name }: BatchColumn): boolean {
  if (schema === null) return true;
  const verdict = schema.validate(cell);
  if ('then' in verdict) {
    verdict.then(undefined, () => undefined);
    throw new TypeError(`The schema of column "${name}" answers with a Promise: a cell's schema must be synchronous`);
  }
  return verdict.issues === undefined;
}

/** Whether `trim()` might take it away. */
function mayBeBlank(unit: number): boolean {
  return unit <= 32 || unit >= 0xa0;
}

/** `=`, `+`, `-`, `@`, tab, CR. */
function isFormulaStart(unit: number): boolean {
  return unit === 61 || unit === 43 || unit === 45 || unit === 64 || unit === 9 || unit === 13;
}
