import { html, nothing, type TemplateResult } from 'lit';
import type { TaskCounts } from '../core/batch.js';
import type { DownloadScope } from '../core/download-scope.js';
import type { Problem } from '../core/problem.js';
import type { Words } from '../words/words.js';
import { customProperty } from './custom-property.js';
import { knownCount } from './detail-integrity.js';
import { closeButton, textButton } from './detail-notices.js';
import { menu } from './menu.js';
import { notice, problemText } from './notice.js';
import { anchored } from './popover.js';
import { isolated } from './values.js';

type Content = TemplateResult | typeof nothing;

export interface FilesMenuContent {
  readonly tasks: TaskCounts;
  readonly total: number;
  /** Whether the list is narrowed; then how many tasks it holds, `null` where nobody has counted them. */
  readonly narrowed: { readonly count: number | null } | null;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDownload: (scope: DownloadScope) => void;
}

const anchor = (root: ParentNode) => root.querySelector('.split');

/** The choice of files, beneath the button that opens it. */
export function filesMenu(content: FilesMenuContent, words: Words): TemplateResult {
  const { open, onClose, onDownload } = content;
  return html`<div
    class="menu"
    part="menu"
    popover="auto"
    role="menu"
    aria-label=${words.t('download.more')}
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
function files({ tasks, total, narrowed }: FilesMenuContent): File[] {
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

function choice({ scope, count }: File, onDownload: FilesMenuContent['onDownload'], words: Words): TemplateResult {
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

/** What a download's controller says of it. */
export type DownloadView =
  | { readonly state: 'idle' }
  | {
      readonly state: 'running';
      readonly fileName: string;
      readonly done: number;
      readonly total: number | null;
    }
  | {
      readonly state: 'done';
      readonly file: { readonly fileName: string; readonly tasks: number; readonly queued: number };
    }
  | { readonly state: 'failed'; readonly problem: Problem; readonly found: number; readonly total: number | null };

export interface DownloadNoticeContent {
  readonly download: DownloadView;
  /** Tasks that the server has not worked on yet, as far as they go into the file. */
  readonly queued: number;
  readonly retry: () => void;
  readonly dismiss: () => void;
}

/** How far the file is, what it holds, or why there is none. */
export function downloadNotice(content: DownloadNoticeContent, words: Words): Content {
  const { download, retry, dismiss } = content;
  switch (download.state) {
    case 'idle':
      return nothing;
    case 'running':
      return downloadRunning(content, download, words);
    case 'done': {
      const { fileName, tasks, queued } = download.file;
      return notice({
        tone: 'accepted',
        body: html`<div>${words.t('download.done', { file: isolated(fileName), count: tasks })}</div>
          ${queuedText(queued, words)}`,
        actions: closeButton(dismiss, words),
      });
    }
    case 'failed': {
      const { problem, found, total } = download;
      const short = problem.code === 'export_incomplete' && total !== null;
      return notice({
        tone: 'failed',
        heading: words.t('download.failed.heading'),
        body: html`<div>
          ${short ? words.t('download.incomplete', { found, expected: total }) : problemText(problem, words)}
        </div>`,
        actions: html`${textButton(words.t('action.retry'), retry)}${closeButton(dismiss, words)}`,
      });
    }
  }
}

function downloadRunning(
  { queued, dismiss }: DownloadNoticeContent,
  { fileName, done, total }: Extract<DownloadView, { state: 'running' }>,
  words: Words,
): TemplateResult {
  const label = words.t('download.running', { file: isolated(fileName) });
  const text =
    total === null
      ? words.t('download.progress.unknown', { count: done })
      : words.t('download.progress', { done, total });
  const share = total ? Math.min(done / total, 1) * 100 : 0;
  return notice({
    tone: 'neutral',
    body: html`<div class="download-line"><span>${label}</span><span class="muted">${text}</span></div>
      <div
        class="progress"
        part="progress"
        role="progressbar"
        aria-label=${label}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${total === null ? nothing : Math.round(share)}
        aria-valuetext=${text}
      >
        <span class="progress-segment progress-active" ${customProperty('--_share', `${share.toFixed(1)}%`)}></span>
      </div>
      ${queuedText(queued, words)}`,
    actions: textButton(words.t('download.cancel'), dismiss),
  });
}

function queuedText(queued: number, words: Words): Content {
  return queued > 0 ? html`<div class="muted">${words.t('download.queued', { count: queued })}</div>` : nothing;
}
