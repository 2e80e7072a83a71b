import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Batch, Task } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { MessageKey } from '../words/en.js';
import type { Words } from '../words/words.js';
import { link } from './link.js';
import { statusBadge } from './status.js';
import { relativeAndExactTime, untrusted } from './values.js';

type Content = TemplateResult | string;

export interface FindTableModel {
  /** `null`: rows of their height stand in until the first ones come. */
  readonly tasks: readonly Task[] | null;
  /** What they were found by. */
  readonly q: string;
  readonly definition: BatchDefinition;
  /** Whether what is shown is about to be replaced by another page. */
  readonly leaving: boolean;
  /** Epoch milliseconds, in steps. */
  readonly now: number;
  /** `null` while only its id is known. */
  readonly batch: (id: string) => Batch | null;
  /** Address of a task's batch; `null`: the link is a button. */
  readonly href: (task: Task) => string | null;
  readonly onOpen: (task: Task, event: Event) => void;
}

interface Column {
  readonly label: string;
  readonly className: string;
  readonly cell: (task: Task) => Content;
}

/** A few: one id seldom has more tasks. */
const skeletons = 3;

/** What was found, whichever batch it is of. */
export function findTable(model: FindTableModel, words: Words): TemplateResult {
  const { tasks, leaving } = model;
  const columns = columnsOf(model, words);
  return html`<div class="table-scroll" role="group" aria-labelledby="find-heading" tabindex="0">
    <table
      class=${leaving ? 'table found leaving' : 'table found'}
      part="table"
      role="table"
      aria-labelledby="find-heading"
      aria-busy=${tasks === null || leaving ? 'true' : 'false'}
    >
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(
            ({ label, className }) =>
              html`<th class=${className} part="header-cell" role="columnheader" scope="col">${label}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${
          tasks === null
            ? Array.from({ length: skeletons }, () => skeletonRow(columns))
            : repeat(
                tasks,
                ({ id }) => id,
                task => row(task, columns),
              )
        }
      </tbody>
    </table>
  </div>`;
}

function row(task: Task, columns: readonly Column[]): TemplateResult {
  return html`<tr role="row" part="row" data-task=${task.id}>
    ${columns.map(
      ({ label, className, cell }) =>
        html`<td class=${className} part="cell" role="cell" data-label=${label}>${cell(task)}</td>`,
    )}
  </tr>`;
}

function skeletonRow(columns: readonly Column[]): TemplateResult {
  return html`<tr class="skeleton-row">
    ${columns.map(
      ({ className }) =>
        html`<td class=${className}>
          <span class="skeleton"></span
          >${className === 'cell-file' ? html`<span class="skeleton skeleton-small"></span>` : nothing}
        </td>`,
    )}
  </tr>`;
}

function columnsOf(model: FindTableModel, words: Words): Column[] {
  const { definition, q, now } = model;
  const none = words.t('value.none');
  const text = (value: string | null) => (value ? clamped(value) : none);
  const ids = definition.columns.map(({ name, label }) => ({
    label: words.text(label),
    className: 'found-id',
    cell: ({ values }: Task) => idText(Object.hasOwn(values, name) ? values[name] : undefined, q) ?? none,
  }));
  const time = (key: MessageKey, instant: (task: Task) => string) => ({
    label: words.t(key),
    className: 'cell-time',
    cell: (task: Task) => relativeAndExactTime(instant(task), words, now),
  });
  return [
    { label: words.t('table.column.fileName'), className: 'cell-file', cell: task => batchCell(task, model) },
    { label: words.t('tasks.column.row'), className: 'number', cell: task => words.number(task.row) },
    // What was asked for, then the answer; what else the task is called can wait.
    ...ids.slice(0, 1),
    { label: words.t('tasks.column.status'), className: 'cell-status', cell: task => statusBadge(task.status, words) },
    { label: words.t('find.column.syncStatus'), className: 'found-status', cell: task => text(task.syncStatus) },
    { label: words.t('tasks.column.response'), className: 'found-text', cell: task => response(task) ?? none },
    { label: words.t('tasks.column.gateway'), className: 'found-status', cell: task => text(task.gatewaySyncStatus) },
    ...ids.slice(1),
    time('tasks.column.updated', ({ updatedAt }) => updatedAt),
    time('find.column.created', ({ createdAt }) => createdAt),
  ];
}

function batchCell(task: Task, { batch, href, onOpen }: FindTableModel): TemplateResult {
  const { batchId } = task;
  return html`${batchLink(task, batch(batchId), href(task), event => onOpen(task, event))}
    <div class="id muted"><bdi>${batchId}</bdi></div>`;
}

/** By the name of its file, which may have none or not be known. */
export function batchLink(
  { batchId }: Task,
  batch: Batch | null,
  href: string | null,
  act: (event: Event) => void,
): TemplateResult {
  const content = html`<bdi>${batch?.fileName.trim() || batchId}</bdi>`;
  return link({ href, content, part: 'file-link', className: 'link file-link', act });
}

/** What the external system said, who it is, and what our side made of it where that is not the same. */
function response({ externalResponse, externalSystem, error }: Task): TemplateResult | null {
  const message = error !== null && error.message !== externalResponse ? error.message : null;
  if (!externalResponse && !message) return null;
  return html`${externalResponse ? clamped(externalResponse) : nothing}
  ${message ? html`<span class=${externalResponse ? 'muted small' : ''}>${clamped(message)}</span>` : nothing}
  ${externalSystem && externalResponse ? html`<div class="muted small"><bdi>${externalSystem}</bdi></div>` : nothing}`;
}

/** Long text is cut to a few lines; its title holds all of it. */
function clamped(value: string): TemplateResult {
  return html`<span class="clamped" title=${value}>${untrusted(value)}</span>`;
}

/** An id with what it was found by marked in it. */
function idText(value: string | undefined, q: string): TemplateResult | null {
  if (!value) return null;
  const [lower, part] = [value.toLowerCase(), q.toLowerCase()];
  // A letter of another length in lower case would move what is marked.
  const at = lower.length === value.length && part.length === q.length ? lower.indexOf(part) : -1;
  const end = at + q.length;
  const content = at < 0 ? value : html`${value.slice(0, at)}<mark>${value.slice(at, end)}</mark>${value.slice(end)}`;
  return html`<span class="id clamped" title=${value}><bdi>${content}</bdi></span>`;
}
