import { isNeutralised } from '../formula.js';
import type { FileColumn } from './rows.js';
import { damageKinds, damageOf } from './damage.js';
import type { IssueLog } from './issue-log.js';
import { schemaCheck, type Check } from './schema-check.js';

/** C0 and DEL, but tab, LF and CR. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
export const controlCharacter = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;
/** Of cells that hold no other characters nothing but the column's own rules can be broken. */
const notPlain = /[^\w,\r\n]/;
const plainNumber = /^-\d+(?:\.\d+)?$/;

interface CheckedColumn extends FileColumn {
  readonly accepts: Check;
}

/** What a text of records says of all cells in it. */
export interface Traits {
  readonly isPlain: boolean;
  readonly hasControls: boolean;
}

export function traitsOf(text: string): Traits {
  const isPlain = !notPlain.test(text);
  return { isPlain, hasControls: !isPlain && controlCharacter.test(text) };
}

/** Judges the cells of one record at a time by the rules of the definition's columns. */
export class CellChecks {
  readonly #columns: readonly CheckedColumn[];
  readonly #log: IssueLog;

  constructor(columns: readonly FileColumn[], log: IssueLog) {
    this.#columns = columns.map(known => ({ ...known, accepts: schemaCheck(known.column) ?? acceptAll }));
    this.#log = log;
  }

  /** A cell that is `undefined` is not judged. */
  judge(cells: readonly (string | undefined)[], row: number, line: number, traits: Traits): void {
    const columns = this.#columns;
    for (let index = 0; index < columns.length; index++) {
      const known = columns[index];
      const cell = cells[known.position];
      if (cell === undefined) continue;
      if (cell === '') {
        if (known.column.required) this.#log.add('empty_value', 'error', row, line, known.index, null);
      } else {
        const isRefused = !known.accepts(cell);
        const isExplained = !traits.isPlain && this.#judgeText(cell, known, isRefused, row, line, traits.hasControls);
        this.#judgeByColumn(cell, known, isRefused && !isExplained, row, line);
      }
    }
  }

  #judgeByColumn(cell: string, { column, index }: FileColumn, isInvalid: boolean, row: number, line: number): void {
    if (isInvalid) this.#log.add('invalid_value', 'error', row, line, index, null);
    if (column.maxLength !== undefined && cell.length > column.maxLength) {
      this.#log.add('value_too_long', 'error', row, line, index, null);
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
    /** What only changes a value is an error where it makes that value a wrong or another one. */
    const severity = isRefused || column.unique ? 'error' : 'warning';
    let isExplained = false;

    if (mayHoldControls && controlCharacter.test(cell)) {
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
        isExplained ||= isRefused && trimmed !== '' && known.accepts(trimmed);
      }
    }
    if (first === 39) {
      if (isNeutralised(cell)) log.add('exported_apostrophe', severity, row, line, index, 'undo_apostrophe');
    } else if (isFormulaStart(first) && !(first === 45 && plainNumber.test(cell))) {
      log.add('formula_prefix', 'info', row, line, index, null);
    }
    const damage = column.identifier ? damageOf(cell) : null;
    if (damage) log.add('spreadsheet_damage', 'warning', row, line, index, null, damageKinds.indexOf(damage));
    return isExplained;
  }
}

function acceptAll(): boolean {
  return true;
}

/** Whether `trim()` might take it away. */
function mayBeBlank(unit: number): boolean {
  return unit <= 32 || unit >= 0xa0;
}

/** `=`, `+`, `-`, `@`, tab, CR. */
function isFormulaStart(unit: number): boolean {
  return unit === 61 || unit === 43 || unit === 45 || unit === 64 || unit === 9 || unit === 13;
}
