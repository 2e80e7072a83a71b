import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import type { Words } from '../words/words.js';
import { subheading } from './heading.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { notice, problemText } from './notice.js';

/** For whoever may only wait: for another's decision, or because the batch is their own. */
export function awaitedDecision(own: boolean, words: Words): TemplateResult {
  return notice({
    tone: 'pending',
    heading: words.t('decide.waiting'),
    body: html`<div>${words.t(own ? 'decide.own' : 'detail.tasks.pending')}</div>`,
  });
}

/** The decision's panel while its code is on the way. */
export function decisionSkeleton(level: number, words: Words): TemplateResult {
  return html`<section class="card decision" part="card" aria-busy="true">
    <div class="card-header">${icon(icons.hourglass)}${subheading(level, words.t('decide.heading'))}</div>
    <div class="card-body"><span class="skeleton"></span></div>
  </section>`;
}

/** What is on screen may be old, and since when. */
export function staleNotice(
  text: TemplateResult | string,
  problem: Problem | null,
  retry: () => void,
  words: Words,
): TemplateResult {
  return notice({
    tone: 'partial',
    body: html`<div>${text}</div>
      ${problem ? html`<div class="muted">${problemText(problem, words)}</div>` : nothing}`,
    actions: textButton(words.t('action.retry'), retry),
  });
}

export function textButton(text: string, press: () => void): TemplateResult {
  return html`<button class="button" part="button" type="button" @click=${press}>${text}</button>`;
}

export function closeButton(press: () => void, words: Words): TemplateResult {
  return html`<button
    class="button button-quiet button-neutral button-icon"
    part="button"
    type="button"
    aria-label=${words.t('action.close')}
    title=${words.t('action.close')}
    @click=${press}
  >
    ${icon(icons.cross)}
  </button>`;
}
