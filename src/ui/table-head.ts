import { html, nothing, type TemplateResult } from 'lit';
import { sortOf } from '../core/view.js';
import type { BatchSort, SortableColumn } from '../core/view.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import { tableColumns, type TableColumn } from './table-columns.js';

/** The headings; those of columns by which the server sorts are buttons. Roles are written out: cards have none. */
export function tableHead(sort: BatchSort, words: Words, onSort: (column: SortableColumn) => void): TemplateResult {
  return html`<thead role="rowgroup">
    <tr role="row">
      ${tableColumns.map(column => headerCell(column, sort, words, onSort))}
    </tr>
  </thead>`;
}

function headerCell(
  { key, sort: column, kind }: TableColumn,
  sort: BatchSort,
  words: Words,
  onSort: (column: SortableColumn) => void,
): TemplateResult {
  const name = kind === 'number' ? 'number' : `cell-${kind}`;
  const text = html`<span class="heading-text">${words.t(key)}</span>`;
  if (column === undefined) {
    return html`<th class=${name} part="header-cell" role="columnheader" scope="col">${text}</th>`;
  }
  const current = sortOf(sort);
  const sorted = current.column === column;
  const order = current.descending ? 'descending' : 'ascending';
  const arrow = icon(!sorted ? 'sortNone' : current.descending ? 'sortDescending' : 'sortAscending');
  return html`<th
    class=${name}
    part=${sorted ? `header-cell header-cell-${order}` : 'header-cell'}
    role="columnheader"
    scope="col"
    aria-sort=${sorted ? order : nothing}
  >
    <button class="sort" type="button" data-sort=${column} @click=${() => onSort(column)}>
      ${kind === 'number' ? html`${arrow}${text}` : html`${text}${arrow}`}
    </button>
  </th>`;
}
