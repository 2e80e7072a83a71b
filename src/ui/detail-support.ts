import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { closeButton } from './detail-notices.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { notice } from './notice.js';

/** Copies what support needs to look into a batch. */
export function supportButton(copied: boolean, copy: () => void, words: Words): TemplateResult {
  return html`<button
    class="button button-quiet support"
    part="button"
    type="button"
    aria-description=${words.t('support.hint')}
    title=${words.t('support.hint')}
    @click=${copy}
  >
    ${icon(copied ? icons.check : icons.copy)}${words.t(copied ? 'support.copied' : 'support.copy')}
  </button>`;
}

/** The same text where the page may not copy. */
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
