import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import type { Words } from '../words/words.js';
import { emptyState, problemText } from './notice.js';
import { button, noAccess, notConfigured } from './blank-states.js';
import * as icons from './icons.js';

export interface DetailStateActs {
  readonly onRetry: () => void;
  readonly onCopy: (requestId: string) => void;
}

/** What stands where there is no batch to show; a host may put something else there. */
export function detailState(
  state: 'unconfigured' | 'forbidden' | 'not-found' | 'error',
  problem: Problem | null,
  acts: DetailStateActs,
  words: Words,
): TemplateResult {
  switch (state) {
    case 'unconfigured':
      return card(notConfigured(words));
    case 'forbidden':
      return card(html`<slot name="forbidden">${noAccess(words)}</slot>`);
    case 'not-found':
      return card(html`<slot name="not-found">${noSuchBatch(words)}</slot>`);
    case 'error':
      return card(html`<slot name="error">${problem === null ? nothing : notLoaded(problem, acts, words)}</slot>`);
  }
}

function card(content: TemplateResult): TemplateResult {
  return html`<div class="card state">${content}</div>`;
}

/** There is nothing under this id; the way back is above. */
function noSuchBatch(words: Words): TemplateResult {
  return emptyState({
    part: 'empty',
    icon: icons.search,
    heading: words.t('detail.notFound.heading'),
    body: words.t('detail.notFound.body'),
  });
}

/** The batch could not be read: what happened, what can be done, and what to tell support. */
function notLoaded(problem: Problem, { onRetry, onCopy }: DetailStateActs, words: Words): TemplateResult {
  const { requestId } = problem;
  const copy = requestId === null ? nothing : button(words.t('action.copyRequestId'), () => onCopy(requestId));
  return emptyState({
    part: 'error',
    icon: icons.alert,
    heading: words.t('detail.error.heading'),
    body: problemText(problem, words),
    actions: html`${button(words.t('action.retry'), onRetry)}${copy}`,
  });
}
