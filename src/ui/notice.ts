import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import { describeProblem } from '../words/describe-problem.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { Icon } from './icons.js';
import type { Tone } from './status.js';

type Content = TemplateResult | string | typeof nothing;

const iconOf: Readonly<Partial<Record<Tone, Icon>>> = {
  accepted: icons.check,
  failed: icons.alert,
  partial: icons.warning,
};

/** A message in place, with what can be done about it. */
export function notice(content: { tone: Tone; heading?: Content; body?: Content; actions?: Content }): TemplateResult {
  const { tone, heading = nothing, body = nothing, actions = nothing } = content;
  return html`<div class="notice tone-${tone}" part="notice notice-${tone}">
    ${icon(iconOf[tone] ?? icons.info)}
    <div class="notice-body">
      ${heading === nothing ? nothing : html`<strong class="notice-heading">${heading}</strong>`} ${body}
    </div>
    ${actions === nothing ? nothing : html`<div class="notice-actions">${actions}</div>`}
  </div>`;
}

/** A whole area that has nothing else to show. `part` names why: `empty`, `error`. */
export function emptyState(content: {
  part: string;
  icon: Icon;
  heading: Content;
  body?: Content;
  actions?: Content;
}): TemplateResult {
  const { part, heading, body = nothing, actions = nothing } = content;
  return html`<div class="empty" part=${part}>
    ${icon(content.icon)}
    <p class="empty-heading">${heading}</p>
    ${body === nothing ? nothing : html`<div class="empty-body">${body}</div>`}
    ${actions === nothing ? nothing : html`<div class="empty-actions">${actions}</div>`}
  </div>`;
}

/** What a failed call means, with the server's request id to hand to support. Of a conflict only the server knows who and since when. */
export function problemText(problem: Problem, words: Words): TemplateResult {
  const sentence = describeProblem(problem, words);
  const { detail } = problem;
  return html`${sentence}${problem.status === 409 && detail && detail !== sentence ? html` <bdi>${detail}</bdi>` : nothing}${
    problem.requestId
      ? html` <span class="small muted"
          >· ${words.t('problem.requestId')} <bdi class="id">${problem.requestId}</bdi></span
        >`
      : nothing
  }`;
}
