import { html, nothing, type TemplateResult } from 'lit';
import type { RepairName } from '../core/issue.js';
import type { MessageKey } from '../words/en.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { isRepeated } from './press.js';

/** A change that is offered. */
export interface OfferedFix {
  readonly name: RepairName | 'all' | 'duplicates' | 'errors';
  readonly count: number;
}

interface FixBar<Fix extends OfferedFix> {
  readonly fixes: readonly Fix[];
  /** The one whose preview is open. */
  readonly proposed: string | null;
  readonly propose: (fix: Fix) => void;
  /** The last change in words, `null` where there is none to take back. */
  readonly undoable: string | null;
  readonly undo: () => void;
  readonly downloadIssues: (() => void) | null;
  readonly downloadFile: (() => void) | null;
}

/** "Trim spaces · 31". */
export function fixLabel({ name, count }: OfferedFix, words: Words): string {
  return words.t(`fix.${name}` satisfies MessageKey, { count });
}

/** What would help, as buttons that first show what they would do; the way back; the list to take away. */
export function fixBar<Fix extends OfferedFix>(bar: FixBar<Fix>, words: Words): TemplateResult | typeof nothing {
  const { fixes, proposed, propose, undoable, undo, downloadIssues, downloadFile } = bar;
  if (fixes.length === 0 && undoable === null && !downloadIssues && !downloadFile) return nothing;
  return html`<div class="fixes">
    ${fixes.map(
      fix =>
        html`<button
          class="button"
          part="button"
          type="button"
          data-fix=${fix.name}
          aria-expanded=${proposed === fix.name}
          @click=${(event: MouseEvent) => !isRepeated(event) && propose(fix)}
        >
          ${fixLabel(fix, words)}
        </button>`,
    )}
    ${
      undoable === null
        ? nothing
        : html`<button
            class="button"
            part="button"
            type="button"
            data-undo
            @click=${(event: MouseEvent) => !isRepeated(event) && undo()}
          >
            ${icon(icons.undo)}${words.t('review.undo', { change: undoable })}
          </button>`
    }
    ${download(words.t('review.downloadIssues'), downloadIssues)}
    ${download(words.t('review.downloadFile'), downloadFile)}
  </div>`;
}

function download(label: string, press: (() => void) | null): TemplateResult | typeof nothing {
  if (press === null) return nothing;
  return html`<button class="button button-quiet" part="button" type="button" @click=${press}>${label}</button>`;
}
