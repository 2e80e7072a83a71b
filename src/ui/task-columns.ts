import { html, nothing, type TemplateResult } from 'lit';
import type { Batch, Task } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { Words } from '../words/words.js';
import { statusBadge } from './status.js';
import { clockTime, untrusted } from './values.js';

/** A column of the list of tasks. */
export interface TaskColumn {
  /** What the server sorts by, `null` where it does not. */
  readonly key: string | null;
  readonly label: string;
  readonly className: string;
  readonly cell: (task: Task) => TemplateResult | string;
}

/** Longer texts are read in full beneath the row. */
const longestTitle = 300;

/** Members of a task's wire shape: where a column of the definition is called the same, the server means these. */
const members = [
  ...['id', 'batch_id', 'row', 'values', 'status', 'sync_status', 'external_system', 'external_response'],
  ...['gateway', 'gateway_sync_status', 'error', 'created_at', 'updated_at'],
];

/** Row, the definition's columns, and what became of each task. */
export function taskColumns(batch: Batch, definition: BatchDefinition, words: Words): TaskColumn[] {
  const column = (key: string, className: string, cell: TaskColumn['cell']): TaskColumn => ({
    key,
    label: taskColumnName(key, definition, words),
    className,
    cell,
  });
  return [
    column('row', 'number task-row', task => words.number(task.row)),
    ...definition.columns.map(({ name, label }) => ({
      key: members.includes(name) ? null : name,
      label: words.text(label),
      className: 'task-id',
      cell: ({ values }: Task) => idCell(Object.hasOwn(values, name) ? values[name] : '', words),
    })),
    column('status', 'task-status', task => statusBadge(task.status, words)),
    column('external_system', 'task-party', task => party(task.externalSystem, task.syncStatus, words)),
    column('gateway', 'task-party', task => party(task.gateway, task.gatewaySyncStatus, words)),
    column('error', 'task-text', task => errorCell(task, words)),
    column('updated_at', 'task-time', task => clockTime(task.updatedAt, batch.createdAt, words)),
  ];
}

/** What the column is called that a sort names; the key itself where there is no such column. */
export function taskColumnName(key: string, { columns }: BatchDefinition, words: Words): string {
  const label = `task.${key}`;
  if (words.has(label)) return words.t(label);
  const column = columns.find(({ name }) => name === key);
  return column ? words.text(column.label) : key;
}

function idCell(value: string | undefined, words: Words): TemplateResult | string {
  return value ? html`<bdi class="id clamped" title=${shortened(value)}>${value}</bdi>` : words.t('value.none');
}

/** Who answered, and beneath what they made of it. */
function party(name: string | null, outcome: string | null, words: Words): TemplateResult | string {
  if (!name && !outcome) return words.t('value.none');
  return html`<span class="clamped" title=${name ? shortened(name) : nothing}
      >${name ? untrusted(name) : words.t('value.none')}</span
    >
    ${outcome ? html`<span class="clamped muted small">${untrusted(outcome)}</span>` : nothing}`;
}

function errorCell({ error }: Task, words: Words): TemplateResult | string {
  if (!error) return words.t('value.none');
  const { code, message } = error;
  return html`${message ? html`<span class="clamped" title=${shortened(message)}>${untrusted(message)}</span>` : nothing}
  ${code ? html`<bdi class="id clamped muted">${code}</bdi>` : nothing}`;
}

function shortened(text: string): string {
  return text.length > longestTitle ? `${text.slice(0, longestTitle)}…` : text;
}
