import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { taskSort, taskSortOf, toggledTaskSort } from '../core/task-query.js';
import type { TaskQuery } from '../core/view.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { TaskColumn } from './task-columns.js';

type Sort = TaskQuery['sort'];

/** The headings; each is a button where the server sorts. Roles are written out: cards have none. */
export function taskHead(
  columns: readonly TaskColumn[],
  sort: Sort,
  onSort: (sort: Sort) => void,
  words: Words,
): TemplateResult {
  return html`<thead role="rowgroup">
    <tr role="row">
      ${columns.map(column => headerCell(column, sort, onSort))}
      <th class="task-open" part="header-cell" role="columnheader" scope="col">
        <span class="visually-hidden">${words.t('task.more')}</span>
      </th>
    </tr>
  </thead>`;
}

function headerCell({ key, label, className }: TaskColumn, sort: Sort, onSort: (sort: Sort) => void): TemplateResult {
  const text = html`<span class="heading-text">${label}</span>`;
  if (key === null) return html`<th class=${className} part="header-cell" role="columnheader" scope="col">${text}</th>`;
  const current = taskSortOf(sort);
  const sorted = current.key === key;
  const order = current.descending ? 'descending' : 'ascending';
  const arrow = icon(!sorted ? icons.sortNone : current.descending ? icons.sortDescending : icons.sortAscending);
  return html`<th
    class=${className}
    part=${sorted ? `header-cell header-cell-${order}` : 'header-cell'}
    role="columnheader"
    scope="col"
    aria-sort=${sorted ? order : nothing}
  >
    <button class="sort" type="button" data-sort=${key} @click=${() => onSort(toggledTaskSort(sort, key))}>
      ${className.startsWith('number') ? html`${arrow}${text}` : html`${text}${arrow}`}
    </button>
  </th>`;
}

/** The same choice where tasks are cards and headings are gone. */
export function taskSortSelect(
  columns: readonly TaskColumn[],
  sort: Sort,
  onSort: (sort: Sort) => void,
  words: Words,
): TemplateResult {
  const options = columns.flatMap(({ key, label }) =>
    key === null
      ? []
      : [
          { value: key, text: words.t('tasks.sort.ascending', { column: label }) },
          { value: `-${key}`, text: words.t('tasks.sort.descending', { column: label }) },
        ],
  );
  const { key, descending } = taskSortOf(sort);
  const current = descending ? `-${key}` : key;
  return html`<label class="task-sort">
    <span class="muted">${words.t('tasks.sort')}</span>
    <select
      class="select"
      .value=${live(current)}
      @change=${(event: Event) => {
        const chosen = taskSortOf((event.currentTarget as HTMLSelectElement).value);
        onSort(taskSort(chosen.key, chosen.descending));
      }}
    >
      ${options.map(({ value, text }) => html`<option value=${value} ?selected=${value === current}>${text}</option>`)}
    </select>
  </label>`;
}
