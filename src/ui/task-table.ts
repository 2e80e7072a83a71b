import { html, type TemplateResult } from 'lit';
import type { Batch, Task } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { Words } from '../words/words.js';
import { statusBadge } from './status.js';
import { untrusted } from './values.js';

type Content = TemplateResult | string;

interface Column {
  readonly label: string;
  readonly className: string;
  readonly cell: (task: Task) => Content;
}

export interface TaskTableContent {
  /** `null` while the first page is awaited. */
  readonly tasks: readonly Task[] | null;
  readonly batch: Batch;
  readonly definition: BatchDefinition;
  /** Rows of the skeleton. */
  readonly expected: number;
  /** Whether what is shown is about to be replaced by another page. */
  readonly leaving: boolean;
}

/**
 * A page of tasks. Roles are written out: in a narrow container rows become labelled cards by CSS, and a cell that is
 * no table cell in its layout loses its role.
 */
export function taskTable(content: TaskTableContent, words: Words): TemplateResult {
  const { tasks, leaving, expected } = content;
  const columns = columnsOf(content, words);
  return html`<div class="table-scroll" role="group" aria-labelledby="tasks-heading" tabindex="0">
    <table
      class=${leaving ? 'table tasks leaving' : 'table tasks'}
      part="table"
      role="table"
      aria-labelledby="tasks-heading"
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
        ${tasks === null ? skeletonRows(columns, expected) : tasks.map(task => row(task, columns))}
      </tbody>
    </table>
  </div>`;
}

function row(task: Task, columns: readonly Column[]): TemplateResult {
  return html`<tr role="row" part=${`row row-${stateToken(task.status)}`}>
    ${columns.map(
      ({ label, className, cell }) =>
        html`<td class=${className} part="cell" role="cell" data-label=${label}>${cell(task)}</td>`,
    )}
  </tr>`;
}

function skeletonRows(columns: readonly Column[], expected: number): TemplateResult[] {
  return Array.from(
    { length: expected },
    () =>
      html`<tr role="row" part="row" class="skeleton-row">
        ${columns.map(
          ({ className, label }) =>
            html`<td class=${className} role="cell" data-label=${label}><span class="skeleton"></span></td>`,
        )}
      </tr>`,
  );
}

function columnsOf({ batch, definition }: TaskTableContent, words: Words): Column[] {
  const none = words.t('value.none');
  const text = (value: string | null) => (value ? clamped(value) : none);
  const cells = definition.columns.map(({ name, label }) => ({
    label: words.text(label),
    className: 'task-id',
    cell: ({ values }: Task) => {
      const value = Object.hasOwn(values, name) ? values[name] : '';
      return value ? html`<bdi class="id clamped" title=${value}>${value}</bdi>` : none;
    },
  }));
  const gateway: Column = {
    label: words.t('tasks.column.gateway'),
    className: 'task-gateway',
    cell: ({ gatewaySyncStatus }) => text(gatewaySyncStatus),
  };
  const asked = batch.syncWithGateway || batch.gatewaySync !== null;
  return [
    { label: words.t('tasks.column.row'), className: 'number task-row', cell: task => words.number(task.row) },
    ...cells,
    { label: words.t('tasks.column.status'), className: 'task-status', cell: task => statusBadge(task.status, words) },
    { label: words.t('tasks.column.response'), className: 'task-text', cell: task => text(task.externalResponse) },
    ...(asked ? [gateway] : []),
    { label: words.t('tasks.column.error'), className: 'task-text', cell: ({ error }) => text(error?.message ?? null) },
    {
      label: words.t('tasks.column.updated'),
      className: 'task-time',
      cell: task => time(task.updatedAt, batch, words),
    },
  ];
}

/** Long text is cut to a few lines; its title holds all of it. */
function clamped(value: string): TemplateResult {
  return html`<span class="clamped" title=${value}>${untrusted(value)}</span>`;
}

const day = 24 * 60 * 60 * 1000;

/** The time of day alone where the day is plainly that of the batch. */
function time(instant: string, { createdAt }: Batch, words: Words): TemplateResult {
  const near = Math.abs(Date.parse(instant) - Date.parse(createdAt)) < day;
  const full = words.dateTime(instant);
  return html`<time datetime=${instant} title=${full}>${near ? words.time(instant) : full}</time>`;
}

/** A status as a part's state token; one that we do not know must not name other parts. */
function stateToken(status: string): string {
  return /^[A-Z_]+$/.test(status) ? status.toLowerCase().replaceAll('_', '-') : 'unknown';
}
