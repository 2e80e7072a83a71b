import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { Words } from '../words/words.js';
import { heading } from './heading.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { sentence } from './sentence.js';
import { statusBadge } from './status.js';
import { relativeTime, untrusted } from './values.js';

type Content = TemplateResult | typeof nothing;

export interface DetailHeaderContent {
  readonly level: number;
  /** `null` where there is none to show. */
  readonly batch: Batch | null;
  /** The batch's id, which is all that is known without it. */
  readonly id: string;
  readonly loading: boolean;
  /** Whether what is shown is current. */
  readonly live: Content;
  readonly back: Content;
  readonly actions: Content;
}

/**
 * The file's name, what became of it, who sent it, and what can be done. The heading is the same element in every
 * state: whoever was brought to it while the batch was awaited stays there.
 */
export function detailHeader(content: DetailHeaderContent, words: Words, now: number): TemplateResult {
  const { level, batch, loading, live, back, actions } = content;
  return html`<header class="header">
    <div class="header-text">
      ${back} ${heading(level, html`${title(content, words)}`)}
      ${loading ? html`<p class="byline" aria-hidden="true"><span class="skeleton"></span></p>` : nothing}
      ${batch ? html`<p class="byline">${statusBadge(batch.status, words)} ${uploaded(batch, words, now)} ${live}</p>` : nothing}
    </div>
    <div class="header-actions"><slot name="header-actions"></slot>${actions}</div>
  </header>`;
}

/** The words of the way back. */
export function backContent(words: Words): TemplateResult {
  return html`${icon(icons.chevronLeft)}${words.t('detail.back')}`;
}

function title({ batch, id, loading }: DetailHeaderContent, words: Words): TemplateResult {
  if (batch) return untrusted(batch.fileName.trim() === '' ? batch.id : batch.fileName);
  if (!loading) return untrusted(id);
  return html`<span class="skeleton skeleton-heading"></span
    ><span class="visually-hidden">${words.t('detail.loading')}</span>`;
}

function uploaded({ createdBy, createdAt }: Batch, words: Words, now: number): TemplateResult {
  const time = relativeTime(createdAt, words, now);
  const text = createdBy
    ? sentence(words.t('detail.uploadedBy'), { name: untrusted(createdBy.name), time })
    : sentence(words.t('detail.uploaded'), { time });
  return html`<bdi class="muted">${text}</bdi>`;
}
