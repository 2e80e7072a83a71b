import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import type { Words } from '../words/words.js';
import { emptyState, problemText } from './notice.js';
import { button } from './table-states.js';

/** The batch could not be read: what happened, what can be done, and what to tell support. */
export function batchNotLoaded(
  problem: Problem,
  on: { readonly retry: () => void; readonly copy: (requestId: string) => void },
  words: Words,
): TemplateResult {
  const { requestId } = problem;
  const copy = requestId === null ? nothing : button(words.t('action.copyRequestId'), () => on.copy(requestId));
  return emptyState({
    part: 'error',
    icon: 'alert',
    heading: words.t('detail.error.heading'),
    body: problemText(problem, words),
    actions: html`${button(words.t('action.retry'), on.retry, true)}${copy}`,
  });
}

/** There is nothing under this id; the way back is above. */
export function noSuchBatch(words: Words): TemplateResult {
  return emptyState({
    part: 'empty',
    icon: 'search',
    heading: words.t('detail.notFound.heading'),
    body: words.t('detail.notFound.body'),
  });
}
