import { isNeutralised } from '../formula.js';
import { damageKinds, damageOf } from './damage.js';
import { issueKind, type IssueLog } from './issue-log.js';
import type { Cells, FileColumn } from './rows.js';
import { schemaCheck, type Check } from './schema-check.js';
import { controlCharacter } from './traits.js';

const plainNumber = /^-\d+(?:\.\d+)?$/;

const emptyValue = issueKind('empty_value', 'error');
const invalidValue = issueKind('invalid_value', 'error');
const valueTooLong = issueKind('value_too_long', 'error');
const controls = issueKind('control_character', 'error');
const formulaPrefix = issueKind('formula_prefix', 'info');
const damaged = issueKind('spreadsheet_damage', 'warning');
/** What only changes a value is an error where it makes that value a wrong or another one. */
const surroundingSpace = {
  error: issueKind('surrounding_space', 'error', 'trim_cells'),
  warning: issueKind('surrounding_space', 'warning', 'trim_cells'),
};
const apostrophe = {
  error: issueKind('exported_apostrophe', 'error', 'undo_apostrophe'),
  warning: issueKind('exported_apostrophe', 'warning', 'undo_apostrophe'),
};

interface CheckedColumn extends FileColumn {
  /** `null` where it takes any value. */
  readonly accepts: Check | null;
}

/** Judges the cells of one record at a time by the rules of the definition's columns. */
export class CellChecks {
  readonly #columns: readonly CheckedColumn[];
  /** Those that have rules of their own: in plain cells no others can be broken. */
  readonly #ruled: readonly CheckedColumn[];
  readonly #log: IssueLog;

  constructor(columns: readonly FileColumn[], log: IssueLog) {
    this.#columns = columns.map(known => ({ ...known, accepts: schemaCheck(known.column) }));
    this.#ruled = this.#columns.filter(
      ({ accepts, column }) => accepts || column.required || column.maxLength !== undefined,
    );
    this.#log = log;
  }

  /** A cell that is `undefined` is not judged. `isPlain`, `mayHoldControls`: what is known of the cells. */
  judge(cells: Cells, row: number, line: number, isPlain: boolean, mayHoldControls: boolean): void {
    const columns = isPlain ? this.#ruled : this.#columns;
    for (let index = 0; index < columns.length; index++) {
      const known = columns[index];
      const cell = cells[known.position];
      if (cell === undefined) continue;
      if (cell === '') {
        if (known.column.required) this.#log.addKind(emptyValue, row, line, known.index);
        continue;
      }
      const isRefused = known.accepts !== null && !known.accepts(cell);
      const isExplained = !isPlain && this.#judgeText(cell, known, isRefused, row, line, mayHoldControls);
      if (isRefused && !isExplained) this.#log.addKind(invalidValue, row, line, known.index);
      const { maxLength } = known.column;
      if (maxLength !== undefined && cell.length > maxLength) {
        this.#log.addKind(valueTooLong, row, line, known.index);
      }
    }
  }

  /** Answers whether an issue says already why the schema refuses the cell. */
  #judgeText(
    cell: string,
    known: CheckedColumn,
    isRefused: boolean,
    row: number,
    line: number,
    mayHoldControls: boolean,
  ): boolean {
    const { column, index } = known;
    const log = this.#log;
    const severity = isRefused || column.unique ? 'error' : 'warning';
    let isExplained = false;

    if (mayHoldControls && controlCharacter.test(cell)) {
      log.addKind(controls, row, line, index);
      isExplained = true;
    }
    const first = cell.charCodeAt(0);
    if (mayBeBlank(first) || mayBeBlank(cell.charCodeAt(cell.length - 1))) {
      const trimmed = cell.trim();
      if (trimmed === '' && column.required) {
        log.addKind(emptyValue, row, line, index);
        isExplained = true;
      } else if (trimmed !== cell) {
        log.addKind(surroundingSpace[severity], row, line, index);
        isExplained ||= isRefused && trimmed !== '' && known.accepts!(trimmed);
      }
    }
    if (first === 39) {
      if (isNeutralised(cell)) log.addKind(apostrophe[severity], row, line, index);
    } else if (isFormulaStart(first) && !(first === 45 && plainNumber.test(cell))) {
      log.addKind(formulaPrefix, row, line, index);
    }
    const damage = column.identifier ? damageOf(cell) : null;
    if (damage) log.addKind(damaged, row, line, index, damageKinds.indexOf(damage));
    return isExplained;
  }
}

/** Whether `trim()` might take it away. */
function mayBeBlank(unit: number): boolean {
  return unit <= 32 || unit >= 0xa0;
}

/** `=`, `+`, `-`, `@`, tab, CR. */
function isFormulaStart(unit: number): boolean {
  return unit === 61 || unit === 43 || unit === 45 || unit === 64 || unit === 9 || unit === 13;
}
