import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

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
