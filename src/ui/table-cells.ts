import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import { hasTasks, progressOf } from '../core/status.js';
import type { BatchTableColumn, CellIcon, CellTone, TableColumn, TableColumnName } from '../core/table-columns.js';
import type { Words } from '../words/words.js';
import type { GatewayAction } from './gateway.js';
import { cellIcon } from './cell-icon.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { tasksProgress } from './progress.js';
import { statusBadge } from './status.js';
import { columnClass } from './table-columns.js';
import { isolated, relativeAndExactTime } from './values.js';

/** What a cell of a host's column says. */
export interface GivenCell {
  readonly text: string;
  /** Safe to be put into a link. */
  readonly href: string | null;
  readonly icon: CellIcon | null;
  readonly tone: CellTone | null;
  readonly title: string;
}

export interface CellContext {
  readonly words: Words;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Address of the batch; `null`: the link is a button. */
  readonly href: string | null;
  readonly gateway: GatewayAction;
  /** Whether the row has a menu. */
  readonly hasMenu: boolean;
  readonly given: (column: BatchTableColumn, batch: Batch) => GivenCell | null;
}

// A hundred rows are many templates and many texts: few of them within each other, and a text as a property where it
// stands alone, which spares it a marker.

/** Letters that fit: where there are no more, nothing is to be cut off. */
const shortName = 40;
const shortId = 16;

type Draw = (batch: Batch, label: string, context: CellContext) => TemplateResult;

const own: Readonly<Record<TableColumnName, Draw>> = {
  fileName: (batch, label, { href }) => (href === null ? fileButton(batch, label) : fileLink(batch, label, href)),
  status: ({ status }, label, { words }) =>
    html`<td class="cell-status" part="cell" role="cell" data-label=${label}>${statusBadge(status, words)}</td>`,
  totalRecords: ({ totalRecords }, label, { words }) => numberCell(label, words.number(totalRecords)),
  createdAt: ({ createdAt }, label, context) => timeCell(label, createdAt, context),
  updatedAt: ({ updatedAt }, label, context) => timeCell(label, updatedAt, context),
  totalTasks: ({ status, totalTasks }, label, { words }) =>
    numberCell(label, hasTasks(status) ? words.number(totalTasks) : words.t('value.none')),
  progress: (batch, label, { words }) =>
    html`<td class="cell-progress" part="cell" role="cell" data-label=${label}>${progressOfBatch(batch, words)}</td>`,
  actions: (batch, label, { gateway, hasMenu, words }) =>
    html`<td class="cell-actions" part="cell" role="cell" data-label=${label}>
      <div class="row-actions">
        ${gateway === 'none' ? nothing : gatewayButton(gateway, words)}${hasMenu ? menuButton(batch, words) : nothing}
      </div>
    </td>`,
};

export function tableCell(column: TableColumn, label: string, batch: Batch, context: CellContext): TemplateResult {
  return column.kind === 'own' ? own[column.name](batch, label, context) : givenCell(column, label, batch, context);
}

function numberCell(label: string, text: string): TemplateResult {
  return html`<td class="number" part="cell" role="cell" data-label=${label} .textContent=${text}></td>`;
}

function timeCell(label: string, instant: string | null, { words, now }: CellContext): TemplateResult {
  return html`<td class="cell-time" part="cell" role="cell" data-label=${label}>
    ${relativeAndExactTime(instant, words, now)}
  </td>`;
}

function fileLink(batch: Batch, label: string, href: string): TemplateResult {
  const name = nameOf(batch);
  return html`<td class="cell-file" part="cell" role="cell" data-label=${label}>
    <a class="link file-link" part="file-link" href=${href} title=${name} data-act="open"
      ><bdi class=${nameClass(name)} .textContent=${name}></bdi
    ></a>
    <div class=${idClass(batch.id)}><bdi .textContent=${batch.id}></bdi></div>
  </td>`;
}

/** Where there is no address. */
function fileButton(batch: Batch, label: string): TemplateResult {
  const name = nameOf(batch);
  return html`<td class="cell-file" part="cell" role="cell" data-label=${label}>
    <button class="link file-link" part="file-link" type="button" title=${name} data-act="open">
      <bdi class=${nameClass(name)} .textContent=${name}></bdi>
    </button>
    <div class=${idClass(batch.id)}><bdi .textContent=${batch.id}></bdi></div>
  </td>`;
}

function nameClass(name: string): string | typeof nothing {
  return name.length > shortName ? nothing : 'short';
}

function idClass(id: string): string {
  return id.length > shortId ? 'id muted' : 'id muted short';
}

/** A name of blanks is nothing to point at. */
function nameOf({ fileName, id }: Pick<Batch, 'fileName' | 'id'>): string {
  return fileName.trim() === '' ? id : fileName;
}

function progressOfBatch(batch: Batch, words: Words): TemplateResult {
  if (batch.status === 'PENDING_APPROVAL') return html`<span class="muted">${words.t('progress.pending')}</span>`;
  if (!hasTasks(batch.status)) return html`<span class="muted">${words.t('value.none')}</span>`;
  const progress = progressOf(batch);
  if (progress.total === 0) return html`<span class="muted">${words.t('progress.none')}</span>`;
  return tasksProgress(progress, words);
}

const reasons = {
  ready: null,
  awaited: null,
  active: 'gateway.busy.active',
  running: 'gateway.busy.running',
  sending: 'act.running',
} as const;

/** The reason of a button that does nothing is its description, and is seen when it is pointed at or focused. */
function gatewayButton(gateway: Exclude<GatewayAction, 'none'>, words: Words): TemplateResult {
  const key = reasons[gateway];
  const reason = key === null ? nothing : words.t(key);
  return html`<button
    class="button button-quiet button-neutral row-action"
    part="button"
    type="button"
    data-act="gateway-sync"
    aria-busy=${gateway === 'awaited' ? 'true' : nothing}
    aria-disabled=${key === null ? nothing : 'true'}
    aria-description=${reason}
    data-reason=${reason}
  >
    ${gateway === 'running' || gateway === 'sending' ? icon(icons.sync) : nothing}${words.t('action.gatewaySync')}
  </button>`;
}

function menuButton(batch: Batch, words: Words): TemplateResult {
  const label = words.t('table.menu', { file: isolated(nameOf(batch)) });
  return html`<button
    class="button button-quiet button-neutral button-icon row-menu-button"
    part="button"
    type="button"
    data-act="menu"
    aria-haspopup="menu"
    aria-label=${label}
    title=${words.t('table.menu.title')}
  >
    ${icon(icons.more)}
  </button>`;
}

function givenCell(
  column: Extract<TableColumn, { kind: 'given' }>,
  label: string,
  batch: Batch,
  { words, given }: CellContext,
): TemplateResult {
  const cell = given(column.column, batch);
  const content = cell === null ? html`<span class="muted">${words.t('value.none')}</span>` : givenContent(cell);
  const slotted = column.column.slotted === true;
  return html`<td class=${columnClass(column)} part="cell" role="cell" data-label=${label}>
    ${slotted ? html`<slot name=${`cell:${column.name}:${batch.id}`}>${content}</slot>` : content}
  </td>`;
}

function givenContent({ text, href, icon: name, tone, title }: GivenCell): TemplateResult {
  const look = tone === null ? 'given-text' : `badge tone-${tone}`;
  const content = html`${name === null ? nothing : cellIcon(name)}<bdi class=${tone === null ? 'clamped' : 'badge-text'}
      >${text}</bdi
    >`;
  if (href === null) return html`<span class=${look} title=${title}>${content}</span>`;
  return html`<a class=${`link ${look}`} href=${href} title=${title}>${content}</a>`;
}
