import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { LayoutModel } from './layout-dialog.js';

/** The button that opens the dialog. */
export function layoutButton({ awaited, onOpen }: LayoutModel, words: Words): TemplateResult {
  const label = words.t('table.layout');
  return html`<button
    class="button button-icon layout-button"
    part="button"
    type="button"
    aria-haspopup="dialog"
    aria-label=${label}
    title=${label}
    aria-busy=${awaited ? 'true' : nothing}
    @click=${onOpen}
  >
    ${icon(icons.settings)}
  </button>`;
}
