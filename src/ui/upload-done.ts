import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { notice } from './notice.js';
import { statusBadge } from './status.js';
import { isolated } from './values.js';

interface Success {
  /** One, or one for each part of a split file. */
  readonly batches: readonly Batch[];
  readonly copied: boolean;
  readonly copy: () => void;
  /** To a batch by its id. */
  readonly linkTo: (id: string) => TemplateResult;
  /** The rows that were left out; `null` for none. */
  readonly rest: { readonly rows: number; readonly fix: () => void; readonly download: () => void } | null;
}

/** "1,000 rows of “october.csv” are queued for processing." */
export function doneText({ status, totalRecords, fileName }: Batch, words: Words): string {
  const key = status === 'PENDING_APPROVAL' ? 'upload.done.pending' : 'upload.done.queued';
  return words.t(key, { count: totalRecords, file: isolated(fileName) });
}

/** The batch is there: what it is called, and what becomes of it. */
export function doneBody(success: Success, words: Words): TemplateResult {
  const { batches, rest } = success;
  const [batch] = batches;
  const isOne = batches.length === 1;
  const pending = batch.status === 'PENDING_APPROVAL';
  const heading = isOne
    ? words.t('upload.done.heading')
    : words.t('upload.done.heading.several', { count: batches.length });
  const text = isOne ? doneText(batch, words) : severalText(batches, pending, words);
  return html`<div class="done" role="group" aria-label="${heading}. ${text}" tabindex="-1" data-focus>
      <span class=${pending ? 'done-icon done-pending' : 'done-icon'}
        >${icon(pending ? icons.hourglass : icons.check)}</span
      >
      <p class="done-heading">${heading}</p>
      <slot name="success"><p class="muted done-text">${text}</p></slot>
      ${isOne ? facts(batch, success, words) : batchesList(success, words)}
    </div>
    ${rest ? restNotice(rest, words) : nothing}`;
}

function severalText(batches: readonly Batch[], pending: boolean, words: Words): string {
  const count = batches.reduce((sum, { totalRecords }) => sum + totalRecords, 0);
  return words.t(pending ? 'upload.done.several.pending' : 'upload.done.several', { count });
}

function facts(batch: Batch, { copied, copy }: Success, words: Words): TemplateResult {
  return html`<dl class="card done-facts" part="card">
    <div>
      <dt class="small muted">${words.t('detail.id')}</dt>
      <dd class="done-id">
        <bdi class="id" id="batch-id">${batch.id}</bdi>
        <button
          class="button button-quiet button-icon"
          part="button"
          type="button"
          aria-label=${words.t('detail.id.copy')}
          title=${words.t(copied ? 'detail.id.copied' : 'detail.id.copy')}
          @click=${copy}
        >
          ${icon(copied ? icons.check : icons.copy)}
        </button>
      </dd>
    </div>
    <div>
      <dt class="small muted">${words.t('detail.status')}</dt>
      <dd>${statusBadge(batch.status, words)}</dd>
    </div>
  </dl>`;
}

function batchesList({ batches, linkTo }: Success, words: Words): TemplateResult {
  return html`<ol class="card done-batches" part="card" aria-label=${words.t('upload.parts.label')}>
    ${batches.map(
      ({ id, fileName, status }) =>
        html`<li>
          <span class="done-batch"><bdi class="done-name">${fileName}</bdi> <span class="id">${linkTo(id)}</span></span>
          ${statusBadge(status, words)}
        </li>`,
    )}
  </ol>`;
}

function restNotice({ rows, fix, download }: NonNullable<Success['rest']>, words: Words): TemplateResult {
  return notice({
    tone: 'partial',
    body: words.t('upload.done.rest', { count: rows }),
    actions: html`<button class="button" part="button" type="button" @click=${fix}>
        ${words.t('upload.done.rest.fix', { count: rows })}
      </button>
      <button class="button button-quiet" part="button" type="button" @click=${download}>
        ${words.t('review.downloadIssues')}
      </button>`,
  });
}
