import { html, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import type { Words } from '../words/words.js';
import { notice, problemText } from './notice.js';

/** In the place of what cannot be drawn, for its code could not be fetched. */
export function pieceMissing(problem: Problem, retry: () => void, words: Words): TemplateResult {
  return notice({
    tone: 'failed',
    heading: words.t('piece.missing'),
    body: html`<div>${problemText(problem, words)}</div>`,
    actions: html`<button class="button" part="button" type="button" @click=${retry}>
      ${words.t('action.retry')}
    </button>`,
  });
}
