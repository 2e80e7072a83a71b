import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { subheading } from './heading.js';

/** The card of why tasks were rejected, while that or what draws it is awaited. */
export function failureReasonsSkeleton(total: number, level: number, words: Words): TemplateResult {
  return html`<section class="card" part="card" aria-busy="true">
    <div class="card-header">${subheading(level, words.t('detail.failures', { count: total }))}</div>
    <div class="reasons" aria-hidden="true">
      ${[1, 2].map(() => html`<div class="reason"><span class="skeleton"></span></div>`)}
    </div>
  </section>`;
}

/** The card of how the tasks of each gateway, or of each external system, went, while that is awaited. */
export function outcomesSkeleton(by: 'gateway' | 'system', level: number, words: Words): TemplateResult {
  return html`<section class="card" part="card card-outcomes" aria-busy="true">
    <div class="card-header">${subheading(level, words.t(`outcomes.${by}`))}</div>
    <div class="outcomes-skeleton" aria-hidden="true">${[1, 2, 3].map(() => html`<span class="skeleton"></span>`)}</div>
  </section>`;
}

/** The same card while the batch is awaited. */
export function timelineSkeleton(level: number, words: Words): TemplateResult {
  return html`<div class="card" part="card card-timeline" aria-hidden="true">
    <div class="card-header">${subheading(level, words.t('timeline.heading'))}</div>
    <ol class="timeline">
      ${[1, 2, 3].map(
        () =>
          html`<li class="event">
            <span class="event-icon"></span
            ><span class="event-body"><span class="skeleton"></span><br /><span class="skeleton"></span></span>
          </li>`,
      )}
    </ol>
  </div>`;
}
