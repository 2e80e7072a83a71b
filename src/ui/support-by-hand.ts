import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { closeButton } from './detail-notices.js';
import { notice } from './notice.js';

/** What support needs, to be copied by hand where the page may not copy. */
export function supportByHand(text: string, dismiss: () => void, words: Words): TemplateResult {
  return notice({
    tone: 'neutral',
    heading: words.t('support.heading'),
    body: html`<label class="muted" for="support-text">${words.t('support.byHand')}</label>
      <textarea
        class="field support-text"
        id="support-text"
        rows="8"
        readonly
        spellcheck="false"
        .value=${text}
      ></textarea>`,
    actions: closeButton(dismiss, words),
  });
}
