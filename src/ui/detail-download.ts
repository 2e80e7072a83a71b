import { html, nothing, type TemplateResult } from 'lit';
import type { TaskCounts } from '../core/batch.js';
import type { DownloadScope } from '../core/download-scope.js';
import type { Words } from '../words/words.js';
import { knownCount } from './detail-integrity.js';
import { icon } from './icon.js';
import { menu } from './menu.js';
import { anchored } from './popover.js';

export interface DownloadMenuContent {
  readonly tasks: TaskCounts;
  readonly total: number;
  /** Whether the list is narrowed; then how many tasks it holds, `null` where nobody has counted them. */
  readonly narrowed: { readonly count: number | null } | null;
  readonly busy: boolean;
  readonly open: boolean;
  /** A pointer goes down on the button of the choice, and the button is pressed. */
  readonly onPoint: () => void;
  readonly onPress: (event: MouseEvent) => void;
  readonly onClose: () => void;
  readonly onDownload: (scope: DownloadScope) => void;
}

const anchor = (root: ParentNode) => root.querySelector('.split');

/** "Download Data", which is all tasks, and beside it the choice of other files. */
export function downloadMenu(content: DownloadMenuContent, words: Words): TemplateResult {
  const { busy, open, onPoint, onPress, onClose, onDownload } = content;
  const reason = busy ? words.t('download.busy') : nothing;
  const disabled = busy ? 'true' : nothing;
  const label = words.t('download.more');
  return html`<div class="split">
      <button
        class="button button-primary split-main"
        part="button button-primary"
        type="button"
        aria-disabled=${disabled}
        aria-description=${reason}
        data-reason=${reason}
        @click=${() => {
          if (!busy) onDownload('all');
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
        aria-disabled=${disabled}
        @pointerdown=${onPoint}
        @click=${(event: MouseEvent) => {
          if (!busy) onPress(event);
        }}
      >
        ${icon('chevronDown')}
      </button>
    </div>
    <div
      class="menu"
      part="menu"
      popover="auto"
      role="menu"
      aria-label=${label}
      ${anchored(anchor, 'end')}
      ${menu({ open, onClose })}
    >
      ${files(content).map(file => choice(file, onDownload, words))}
    </div>`;
}

interface File {
  readonly scope: DownloadScope;
  readonly count: number | null;
}

/** The files that would hold something. */
function files({ tasks, total, narrowed }: DownloadMenuContent): File[] {
  const all: readonly (File | null)[] = [
    { scope: 'all', count: knownCount(total) },
    narrowed && { scope: 'filtered', count: narrowed.count },
    { scope: 'accepted', count: knownCount(tasks.accepted) },
    { scope: 'failed', count: knownCount(tasks.failed) },
    { scope: 'queued', count: knownCount(tasks.queued) },
    { scope: 'upload', count: knownCount(tasks.failed) },
  ];
  return all.filter(file => file !== null).filter(({ count }) => count !== 0);
}

function choice({ scope, count }: File, onDownload: DownloadMenuContent['onDownload'], words: Words): TemplateResult {
  const hint = `download.scope.${scope}.hint`;
  return html`<button class="menu-item" type="button" role="menuitem" tabindex="-1" @click=${() => onDownload(scope)}>
    <span class="menu-text"
      ><span>${words.t(`download.scope.${scope}`)}</span>${
        words.has(hint) ? html`<span class="small muted">${words.t(hint)}</span>` : nothing
      }</span
    >
    ${count === null ? nothing : html`<span class="menu-count muted">${words.number(count)}</span>`}
  </button>`;
}
