import { html, nothing, type TemplateResult } from 'lit';
import { heading } from './heading.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { isRepeated } from './press.js';
import type { Words } from '../words/words.js';

type Content = TemplateResult | string | typeof nothing;

/** What stands between the sheet's head and its end, and at its end. */
export interface Scene {
  readonly body: Content;
  /** One line at the start of the footer: what is still to be done. */
  readonly status?: Content;
  readonly actions?: Content;
}

interface SheetFrame extends Scene {
  readonly title: Content;
  readonly steps: Content;
  /** `null` where there is nothing to close. */
  readonly close: (() => void) | null;
}

/** Head, body and end of the upload, in a dialog or in the page. */
export function uploadSheet(frame: SheetFrame, words: Words): TemplateResult {
  const { title, steps, close, body, status = nothing, actions = nothing } = frame;
  const hasFooter = status !== nothing || actions !== nothing;
  return html`<header class="sheet-header">
      <div class="sheet-title" id="sheet-title">${heading(2, title)}</div>
      ${
        close
          ? html`<button
              class="button button-quiet button-neutral button-icon sheet-close"
              part="button"
              type="button"
              aria-label=${words.t('action.close')}
              title=${words.t('action.close')}
              @click=${close}
            >
              ${icon(icons.cross)}
            </button>`
          : nothing
      }
      ${steps}
    </header>
    <div class="dialog-body sheet-body">${body}</div>
    ${
      hasFooter
        ? html`<footer class="dialog-footer">
            ${status === nothing ? nothing : html`<p class="small muted sheet-status" id="sheet-status">${status}</p>`}
            ${actions}
          </footer>`
        : nothing
    }`;
}

interface ButtonContent {
  readonly label: string;
  readonly press: () => void;
  readonly primary?: boolean;
  /** Stays in reach and says why by the footer's line. */
  readonly blocked?: boolean;
  /** Takes the focus when it comes on screen. */
  readonly focused?: boolean;
}

export function sheetButton({
  label,
  press,
  primary = false,
  blocked = false,
  focused = false,
}: ButtonContent): TemplateResult {
  return html`<button
    class=${primary ? 'button button-primary' : 'button'}
    part=${primary ? 'button button-primary' : 'button'}
    type="button"
    aria-disabled=${blocked ? 'true' : nothing}
    aria-describedby=${blocked ? 'sheet-status' : nothing}
    ?data-focus=${focused}
    @click=${(event: MouseEvent) => {
      if (!isRepeated(event)) press();
    }}
  >
    ${label}
  </button>`;
}
