import { html, nothing, type TemplateResult } from 'lit';
import type { Breakdown, FailureGroup } from '../core/batch.js';
import type { Words } from '../words/words.js';
import { customProperty } from './custom-property.js';
import { subheading } from './heading.js';
import { overflow } from './overflow.js';
import { untrusted } from './values.js';

export interface FailureReasonsContent {
  readonly failures: Breakdown['failures'];
  readonly level: number;
  /** The error code whose tasks are listed. */
  readonly selected: string | null;
  /** `null` where no list is there to filter. */
  readonly onSelect: ((code: string | null) => void) | null;
  /** A button at the end of the heading. */
  readonly action: TemplateResult | typeof nothing;
}

/** Why tasks were rejected: the server's groups, the largest first, each a filter of the list. */
export function failureReasons(content: FailureReasonsContent, words: Words): TemplateResult | typeof nothing {
  const { failures, level, selected, onSelect, action } = content;
  if (failures.length === 0) return nothing;
  const counts = failures.map(({ count }) => count).filter(Number.isFinite);
  const largest = Math.max(...counts, 1);
  // The groups' own sum: while the batch runs, its count may be ahead of what is listed here.
  const total = counts.reduce((sum, count) => sum + count, 0);
  return html`<section class="card" part="card" aria-labelledby="failures-heading">
    <div class="card-header">
      ${subheading(level, words.t('detail.failures', { count: total }), 'failures-heading')}${action}
    </div>
    <div class="group-scroll" ${onSelect === null ? overflow('failures-heading') : nothing}>
      <ul class="reasons">
        ${failures.map(failure => {
          const pressed = failure.code === selected;
          const inside = reason(failure, largest, words);
          return html`<li>
            ${
              onSelect === null
                ? html`<div class="reason">${inside}</div>`
                : html`<button
                    class="reason"
                    type="button"
                    aria-pressed=${pressed ? 'true' : 'false'}
                    @click=${() => onSelect(pressed ? null : failure.code)}
                  >
                    ${inside}
                  </button>`
            }
          </li>`;
        })}
      </ul>
    </div>
  </section>`;
}

function reason({ code, message, count }: FailureGroup, largest: number, words: Words): TemplateResult {
  const share = Number.isFinite(count) && count > 0 ? Math.min(count / largest, 1) : 0;
  return html`<span class="reason-text"
      >${message ? untrusted(message) : words.t('detail.failures.unknown')} <bdi class="id muted">${code}</bdi></span
    ><span class="progress reason-bar" aria-hidden="true"
      ><span
        class="progress-segment progress-rejected"
        part="progress-rejected"
        ${customProperty('--_share', `${(share * 100).toFixed(1)}%`)}
      ></span></span
    ><span class="reason-count">${words.number(count)}</span>`;
}
