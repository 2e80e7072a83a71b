import { html, nothing, type TemplateResult } from 'lit';
import type { TableColumn } from '../core/table-columns.js';
import { sortOf } from '../core/view.js';
import type { BatchSort, SortableColumn } from '../core/view.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { columnClass, columnLabel, columnSort } from './table-columns.js';

export interface HeadModel {
  readonly columns: readonly TableColumn[];
  readonly sort: BatchSort;
  readonly onSort: (column: SortableColumn) => void;
}

/** The headings; those of columns by which the server sorts are buttons. Roles are written out: cards have none. */
export function tableHead({ columns, sort, onSort }: HeadModel, words: Words): TemplateResult {
  return html`<thead role="rowgroup">
    <tr role="row">
      ${columns.map(column => headerCell(column, sort, words, onSort))}
    </tr>
  </thead>`;
}

function headerCell(
  column: TableColumn,
  sort: BatchSort,
  words: Words,
  onSort: (column: SortableColumn) => void,
): TemplateResult {
  const className = columnClass(column);
  const text = html`<span class="heading-text">${columnLabel(column, words)}</span>`;
  const by = columnSort(column);
  if (by === undefined) {
    return html`<th class=${className} part="header-cell" role="columnheader" scope="col">${text}</th>`;
  }
  const current = sortOf(sort);
  const sorted = current.column === by;
  const order = current.descending ? 'descending' : 'ascending';
  const arrow = icon(!sorted ? icons.sortNone : current.descending ? icons.sortDescending : icons.sortAscending);
  return html`<th
    class=${className}
    part=${sorted ? `header-cell header-cell-${order}` : 'header-cell'}
    role="columnheader"
    scope="col"
    aria-sort=${sorted ? order : nothing}
  >
    <button class="sort" type="button" data-sort=${by} @click=${() => onSort(by)}>
      ${className === 'number' ? html`${arrow}${text}` : html`${text}${arrow}`}
    </button>
  </th>`;
}
