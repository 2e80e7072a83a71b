import type { BatchColumn } from '../definition.js';
import { needsApostrophe } from '../formula.js';
import type { FileColumn } from './rows.js';
import { damageKinds, damageOf } from './damage.js';
import type { IssueLog } from './issue-log.js';

/** C0 and DEL, but tab, LF and CR. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
export const controlCharacter = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;
const plainNumber = /^-\d+(?:\.\d+)?$/;

/** Judges the cells of one record at a time by the rules of the definition's columns. */
export class CellChecks {
  readonly #columns: readonly FileColumn[];
  readonly #log: IssueLog;

  constructor(columns: readonly FileColumn[], log: IssueLog) {
    this.#columns = columns;
    this.#log = log;
  }

  /** A cell that is `undefined` is not judged. `hasControls`: whether there may be control characters. */
  judge(cells: readonly (string | undefined)[], row: number, line: number, hasControls: boolean): void {
    const columns = this.#columns;
    for (let index = 0; index < columns.length; index++) {
      const known = columns[index];
      const cell = cells[known.position];
      if (cell === undefined) continue;
      if (cell !== '') this.#judgeCell(cell, known, row, line, hasControls);
      else if (known.column.required) this.#log.add('empty_value', 'error', row, line, known.index, null);
    }
  }

  #judgeCell(cell: string, known: FileColumn, row: number, line: number, hasControls: boolean): void {
    const { column, index } = known;
    const log = this.#log;
    const isRefused = !accepts(column, cell);
    /** What only changes a value is an error where it makes that value a wrong or another one. */
    const severity = isRefused || column.unique ? 'error' : 'warning';
    /** Another issue says already why the schema refuses the cell. */
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
        isExplained ||= isRefused && trimmed !== '' && accepts(column, trimmed);
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
    const damage = column.identifier ? damageOf(cell) : null;
    if (damage) log.add('spreadsheet_damage', 'warning', row, line, index, null, damageKinds.indexOf(damage));
  }
}

/**
 * Whether the column's schema accepts the value.
 *
 * @throws {TypeError} where it answers with a Promise: the definition is wrong then, not the file
 */
function accepts({ schema, name }: BatchColumn, value: string): boolean {
  if (!schema) return true;
  const verdict = schema['~standard'].validate(value);
  if (verdict instanceof Promise) {
    verdict.catch(() => undefined);
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
