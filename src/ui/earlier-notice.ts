import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { Words } from '../words/words.js';
import { notice } from './notice.js';
import { sentence } from './sentence.js';
import { absoluteTime, relativeTime } from './values.js';

interface EarlierNotice {
  readonly batch: Batch;
  readonly accepted: boolean;
  readonly accept: (accepted: boolean) => void;
  /** To a batch by its id. */
  readonly linkTo: (id: string) => TemplateResult;
  /** Epoch milliseconds by the server's clock. */
  readonly now: number;
}

/** The same rows were sent before: where they are, and the box without which they are not sent again. */
export function earlierNotice(earlier: EarlierNotice, words: Words): TemplateResult {
  const { batch, accepted, accept, linkTo, now } = earlier;
  return notice({
    tone: 'partial',
    heading: words.t('upload.earlier.heading'),
    body: html`<p>
        ${sentence(words.t('upload.earlier.body'), {
          id: linkTo(batch.id),
          time: html`${relativeTime(batch.createdAt, words, now)} (${absoluteTime(batch.createdAt, words)})`,
        })}
      </p>
      <label class="check">
        <input
          class="check-box"
          type="checkbox"
          data-earlier
          .checked=${accepted}
          @change=${(event: Event) => accept((event.target as HTMLInputElement).checked)}
        />
        <span>${words.t('upload.earlier.accept')}</span>
      </label>`,
  });
}

/** Batches that were made of rows of this file, which are not in it any more. */
export function sentBefore(
  batches: readonly Batch[],
  linkTo: (id: string) => TemplateResult,
  words: Words,
): TemplateResult | typeof nothing {
  if (batches.length === 0) return nothing;
  return notice({
    tone: 'queued',
    body: html`<p>
      ${words.t('upload.before.sent', { count: batches.length })}
      ${batches.map(({ id }, index) => html`${index > 0 ? ', ' : nothing}${linkTo(id)}`)}
    </p>`,
  });
}
