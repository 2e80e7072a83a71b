import { isNeutralised } from '../formula.js';
import { damageKinds, damageOf } from './damage.js';
import { issueKind, type IssueLog } from './issue-log.js';
import type { Cells, FileColumn, RowGroup } from './rows.js';
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

  /** Judges a record of a group, the one at `place`. A cell that is `undefined` is not judged. */
  judge(cells: Cells, group: RowGroup, place: number): void {
    const { isPlain, oddRows } = group.traits;
    const isPlainRow = isPlain || oddRows?.[place] === 0;
    const columns = isPlainRow ? this.#ruled : this.#columns;
    for (let index = 0; index < columns.length; index++) {
      const known = columns[index];
      const cell = cells[known.position];
      if (cell === undefined) continue;
      if (cell === '') {
        if (known.column.required) this.#add(emptyValue, group, place, known);
        continue;
      }
      const isRefused = known.accepts !== null && !known.accepts(cell);
      const isExplained = !isPlainRow && this.#judgeText(cell, known, isRefused, group, place);
      if (isRefused && !isExplained) this.#add(invalidValue, group, place, known);
      const { maxLength } = known.column;
      if (maxLength !== undefined && cell.length > maxLength) this.#add(valueTooLong, group, place, known);
    }
  }

  /** Answers whether an issue says already why the schema refuses the cell. */
  #judgeText(cell: string, known: CheckedColumn, isRefused: boolean, group: RowGroup, place: number): boolean {
    const { column } = known;
    const severity = isRefused || column.unique ? 'error' : 'warning';
    let isExplained = false;

    if (group.traits.hasControls && controlCharacter.test(cell)) {
      this.#add(controls, group, place, known);
      isExplained = true;
    }
    const first = cell.charCodeAt(0);
    if (mayBeBlank(first) || mayBeBlank(cell.charCodeAt(cell.length - 1))) {
      const trimmed = cell.trim();
      if (trimmed === '' && column.required) {
        this.#add(emptyValue, group, place, known);
        isExplained = true;
      } else if (trimmed !== cell) {
        this.#add(surroundingSpace[severity], group, place, known);
        isExplained ||= isRefused && trimmed !== '' && known.accepts!(trimmed);
      }
    }
    if (first === 39) {
      if (isNeutralised(cell)) this.#add(apostrophe[severity], group, place, known);
    } else if (isFormulaStart(first) && !(first === 45 && plainNumber.test(cell))) {
      this.#add(formulaPrefix, group, place, known);
    }
    const damage = column.identifier ? damageOf(cell) : null;
    if (damage) this.#add(damaged, group, place, known, damageKinds.indexOf(damage));
    return isExplained;
  }

  #add(kind: number, group: RowGroup, place: number, { index }: FileColumn, extra = 0): void {
    this.#log.addKind(kind, group.rowOf(place), group.lineOf(place), index, extra);
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
