import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

export interface DownloadButtonsContent {
  readonly busy: boolean;
  /** Which button waits for what it gives. */
  readonly awaited: 'file' | 'choice' | null;
  /** Whether the choice of other files is open. */
  readonly open: boolean;
  /** That choice; nothing until its code is there. */
  readonly menu: TemplateResult | typeof nothing;
  /** A pointer goes down on the button of the choice, and the button is pressed. */
  readonly onPoint: () => void;
  readonly onPress: (event: MouseEvent) => void;
  /** All tasks are asked for. */
  readonly onDownload: () => void;
}

/** "Download Data", which is all tasks, and beside it the choice of other files. */
export function downloadButtons(content: DownloadButtonsContent, words: Words): TemplateResult {
  const { busy, awaited, open, menu, onPoint, onPress, onDownload } = content;
  const reason = busy ? words.t('download.busy') : nothing;
  const disabled = busy ? 'true' : nothing;
  const label = words.t('download.more');
  return html`<div class="split">
      <button
        class="button button-primary split-main"
        part="button button-primary"
        type="button"
        aria-busy=${awaited === 'file' ? 'true' : nothing}
        aria-disabled=${disabled}
        aria-description=${reason}
        data-reason=${reason}
        @click=${() => {
          if (!busy) onDownload();
        }}
      >
        ${words.t('download.data')}
      </button>
      <button
        class="button button-primary button-icon split-more"
        part="button button-primary"
        type="button"
        aria-label=${label}
        title=${label}
        aria-haspopup="menu"
        aria-expanded=${open ? 'true' : 'false'}
        aria-busy=${awaited === 'choice' ? 'true' : nothing}
        aria-disabled=${disabled}
        @pointerdown=${onPoint}
        @click=${(event: MouseEvent) => {
          if (!busy) onPress(event);
        }}
      >
        ${icon(icons.chevronDown)}
      </button>
    </div>
    ${menu}`;
}
