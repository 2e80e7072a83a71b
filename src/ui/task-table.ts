import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../core/batch.js';
import type { TaskQuery } from '../core/view.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { TaskColumn } from './task-columns.js';
import { taskHead } from './task-head.js';
import { taskMore } from './task-more.js';

export interface TaskTableContent {
  /** `null` while the first page is awaited. */
  readonly tasks: readonly Task[] | null;
  readonly columns: readonly TaskColumn[];
  readonly sort: TaskQuery['sort'];
  /** Rows of the skeleton. */
  readonly expected: number;
  /** Whether what is shown is about to be replaced by another page. */
  readonly leaving: boolean;
  /** Tasks whose further particulars are shown, by their ids. */
  readonly opened: ReadonlySet<string>;
  readonly onSort: (sort: TaskQuery['sort']) => void;
  readonly onOpen: (id: string) => void;
}

/**
 * A page of tasks. Roles are written out: in a narrow container rows become labelled cards by CSS, and a cell that is
 * no table cell in its layout loses its role.
 */
export function taskTable(content: TaskTableContent, words: Words): TemplateResult {
  const { tasks, columns, sort, expected, leaving, onSort } = content;
  return html`<div class="table-scroll" role="group" aria-labelledby="tasks-heading" tabindex="0">
    <table
      class=${leaving ? 'table tasks leaving' : 'table tasks'}
      part="table"
      role="table"
      aria-labelledby="tasks-heading"
      aria-busy=${tasks === null || leaving ? 'true' : 'false'}
    >
      ${taskHead(columns, sort, onSort, words)}
      <tbody role="rowgroup">
        ${tasks === null ? skeletonRows(columns, expected) : tasks.map((task, at) => row(task, at, content, words))}
      </tbody>
    </table>
  </div>`;
}

function row(task: Task, at: number, { columns, opened, onOpen }: TaskTableContent, words: Words): TemplateResult {
  const open = opened.has(task.id);
  const id = `task-more-${at}`;
  return html`<tr class=${open ? 'task opened' : 'task'} role="row" part=${`row row-${stateToken(task.status)}`}>
      ${columns.map(
        ({ label, className, cell }) =>
          html`<td class=${className} part="cell" role="cell" data-label=${label}>${cell(task)}</td>`,
      )}
      <td class="task-open" part="cell" role="cell">
        <button
          class="button button-quiet button-icon button-small"
          part="button"
          type="button"
          aria-expanded=${open ? 'true' : 'false'}
          aria-controls=${open ? id : nothing}
          aria-label=${words.t('tasks.more', { row: task.row })}
          title=${words.t('tasks.more.hint')}
          @click=${() => onOpen(task.id)}
        >
          ${icon(icons.chevronDown)}
        </button>
      </td>
    </tr>
    ${open ? taskMore(task, id, columns.length + 1, words) : nothing}`;
}

function skeletonRows(columns: readonly TaskColumn[], expected: number): TemplateResult[] {
  return Array.from(
    { length: expected },
    () =>
      html`<tr role="row" part="row" class="skeleton-row">
        ${columns.map(
          ({ className, label }) =>
            html`<td class=${className} role="cell" data-label=${label}><span class="skeleton"></span></td>`,
        )}
        <td class="task-open" role="cell"></td>
      </tr>`,
  );
}

/** A status as a part's state token; one that we do not know must not name other parts. */
function stateToken(status: string): string {
  return /^[A-Z_]+$/.test(status) ? status.toLowerCase().replaceAll('_', '-') : 'unknown';
}
