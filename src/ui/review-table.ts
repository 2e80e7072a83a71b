import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Issue } from '../core/issue.js';
import type { BatchColumn } from '../core/definition.js';
import type { FileRecord, ValidationReport } from '../core/report.js';
import type { Words } from '../words/words.js';
import { cellKeys } from './cell-editor.js';
import { pageButtons } from './review-pager.js';
import { reviewRow } from './review-row.js';
import { untrusted } from './values.js';

export interface ReviewTable {
  readonly report: ValidationReport;
  readonly rows: readonly {
    readonly record: FileRecord | null;
    readonly line: number | null;
    readonly issues: readonly Issue[];
  }[];
  /** Position of the first row of the page among `total`, from 0, and behind the last. */
  readonly start: number;
  readonly end: number;
  readonly total: number;
  /** Whether a row without an issue is on the list because it had one. */
  readonly tellsFixed: boolean;
  readonly step: (by: 1 | -1) => void;
  /** `null` where nothing can be changed. */
  readonly edit: ((row: number, column: string, value: string) => void) | null;
  readonly remove: (row: number) => void;
}

/** Which columns the table has: those that say something. */
export interface Shape {
  readonly row: boolean;
  readonly line: boolean;
  /** The definition's columns, where their cells are known. */
  readonly cells: readonly BatchColumn[];
  /** The column's name alone, where cells are not known. */
  readonly column: boolean;
  readonly issues: boolean;
  readonly actions: boolean;
}

/** Rows of the file with their cells as fields and what was found in them, a page at a time. */
export function reviewTable(table: ReviewTable, words: Words): TemplateResult {
  const { report, rows, edit } = table;
  const shape = shapeOf(table);
  const keys = cellKeys({
    valueOf: (row, column) => valueOf(table, row, column),
    edit: (row, column, value) => edit?.(row, column, value),
  });
  const header = (text: string | TemplateResult, className = '') =>
    html`<th class=${className || nothing} role="columnheader" scope="col" part="header-cell">${text}</th>`;
  return html`<div class="table-frame review-frame">
      <table
        class="table table-cards issue-list"
        part="table issue-list"
        role="table"
        aria-label=${words.t(shape.issues ? 'issues.label' : 'review.rows')}
        aria-busy=${rows.length < table.end - table.start ? 'true' : nothing}
        @change=${keys.change}
        @keydown=${keys.keydown}
      >
        <thead role="rowgroup">
          <tr role="row">
            ${shape.row ? header(words.t('issues.row'), 'number') : nothing}
            ${shape.line ? header(words.t('issues.line'), 'number') : nothing}
            ${shape.cells.map(({ name }) => header(untrusted(name)))}
            ${shape.column ? header(words.t('issues.column')) : nothing}
            ${shape.issues ? header(words.t('issues.issue')) : nothing}
            ${
              shape.actions
                ? html`<th class="row-actions" role="columnheader" scope="col" part="header-cell">
                    <span class="visually-hidden">${words.t('review.actions')}</span>
                  </th>`
                : nothing
            }
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            rows,
            ({ record, line, issues }, index) => record?.row ?? `${line ?? ''} ${issues[0]?.code ?? index}`,
            row => reviewRow({ ...row, report, shape, tellsFixed: table.tellsFixed, remove: table.remove }, words),
          )}
        </tbody>
      </table>
    </div>
    ${pageButtons(table, words)}`;
}

function shapeOf({ rows, report, edit, tellsFixed }: ReviewTable): Shape {
  const { columnIndexes, definition } = report;
  const row = rows.some(({ record, issues }) => record ?? issues[0]?.row);
  const hasCells = rows.some(({ record }) => record) && columnIndexes.some(index => index >= 0);
  return {
    row,
    line: rows.some(({ line }) => line !== null),
    cells: hasCells ? definition.columns : [],
    column: !hasCells && rows.some(({ issues }) => issues.some(({ column }) => column !== undefined)),
    issues: tellsFixed || rows.some(({ issues }) => issues.length > 0),
    actions: edit !== null && rows.some(({ record }) => record),
  };
}

function valueOf({ rows, report }: ReviewTable, row: number, column: string): string {
  const record = rows.find(listed => listed.record?.row === row)?.record;
  const index = report.definition.columns.findIndex(({ name }) => name === column);
  return record?.cells[report.columnIndexes[index] ?? -1] ?? '';
}
