import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import { hasTasks, progressOf } from '../core/status.js';
import type { Words } from '../words/words.js';
import type { GatewayAction } from './gateway.js';
import { icon } from './icon.js';
import { tasksProgress } from './progress.js';
import { statusBadge } from './status.js';
import { tableColumns } from './table-columns.js';
import { relativeAndExactTime } from './values.js';

export interface RowContext {
  readonly words: Words;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Address of the batch; `null`: the link is a button. */
  readonly href: string | null;
  readonly gateway: GatewayAction;
}

/**
 * One batch. Presses are heard by the table, which finds them by `data-act` and `data-id`: a hundred rows have no
 * listeners of their own.
 */
export function batchRow(batch: Batch, { words, now, href, gateway }: RowContext): TemplateResult {
  const [file, status, records, created, updated, tasks, progress, actions] = tableColumns.map(({ key }) =>
    words.t(key),
  );
  const counted = hasTasks(batch.status);
  return html`<tr part=${`row row-${token(batch.status)}`} role="row" data-id=${batch.id}>
    <td class="cell-file" part="cell" role="cell" data-label=${file}>
      ${fileLink(batch, href)}
      <div class="id muted"><bdi>${batch.id}</bdi></div>
    </td>
    <td class="cell-status" part="cell" role="cell" data-label=${status}>${statusBadge(batch.status, words)}</td>
    <td class="number" part="cell" role="cell" data-label=${records}>${words.number(batch.totalRecords)}</td>
    <td class="cell-time" part="cell" role="cell" data-label=${created}>
      ${relativeAndExactTime(batch.createdAt, words, now)}
    </td>
    <td class="cell-time" part="cell" role="cell" data-label=${updated}>
      ${relativeAndExactTime(batch.updatedAt, words, now)}
    </td>
    <td class="number" part="cell" role="cell" data-label=${tasks}>
      ${counted ? words.number(batch.totalTasks) : words.t('value.none')}
    </td>
    <td class="cell-progress" part="cell" role="cell" data-label=${progress}>${progressOfBatch(batch, words)}</td>
    <td class="cell-actions" part="cell" role="cell" data-label=${actions}>
      ${gateway === 'none' ? nothing : gatewayButton(gateway, words)}
    </td>
  </tr>`;
}

/** A row of the real height, while nothing is known. */
export function skeletonRow(): TemplateResult {
  return html`<tr class="skeleton-row">
    ${tableColumns.map(
      ({ kind }) =>
        html`<td class=${kind === 'number' ? 'number' : `cell-${kind}`}>
          <span class="skeleton"></span
          >${kind === 'file' ? html`<span class="skeleton skeleton-small"></span>` : nothing}
        </td>`,
    )}
  </tr>`;
}

function fileLink({ fileName, id }: Batch, href: string | null): TemplateResult {
  const name = fileName.trim() === '' ? id : fileName;
  const text = html`<bdi>${name}</bdi>`;
  if (href === null) {
    return html`<button class="link file-link" part="file-link" type="button" title=${name} data-act="open">
      ${text}
    </button>`;
  }
  return html`<a class="link file-link" part="file-link" href=${href} title=${name} data-act="open">${text}</a>`;
}

function progressOfBatch(batch: Batch, words: Words): TemplateResult {
  if (batch.status === 'PENDING_APPROVAL') return html`<span class="muted">${words.t('progress.pending')}</span>`;
  if (!hasTasks(batch.status)) return html`<span class="muted">${words.t('value.none')}</span>`;
  const progress = progressOf(batch);
  if (progress.total === 0) return html`<span class="muted">${words.t('progress.none')}</span>`;
  return tasksProgress(progress, words);
}

const reasons = {
  active: 'gateway.busy.active',
  running: 'gateway.busy.running',
  sending: 'act.running',
} as const;

/** The reason of a button that does nothing is its description, and is seen when it is pointed at or focused. */
function gatewayButton(gateway: Exclude<GatewayAction, 'none'>, words: Words): TemplateResult {
  const reason = gateway === 'ready' ? nothing : words.t(reasons[gateway]);
  return html`<button
    class="button button-quiet button-neutral row-action"
    part="button"
    type="button"
    data-act="gateway-sync"
    aria-disabled=${gateway === 'ready' ? nothing : 'true'}
    aria-description=${reason}
    data-reason=${reason}
  >
    ${gateway === 'running' || gateway === 'sending' ? icon('sync') : nothing}${words.t('action.gatewaySync')}
  </button>`;
}

/** A part's name has no blank, whatever the server calls its state. */
function token(status: string): string {
  return status.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
