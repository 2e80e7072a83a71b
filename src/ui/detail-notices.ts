import { html, nothing, type TemplateResult } from 'lit';
import type { BatchAction } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import type { Words } from '../words/words.js';
import { customProperty } from './custom-property.js';
import { subheading } from './heading.js';
import { icon } from './icon.js';
import { notice, problemText } from './notice.js';
import { isolated } from './values.js';

type Content = TemplateResult | typeof nothing;

export interface FailedAct {
  readonly action: BatchAction;
  readonly problem: Problem;
  /** The server may have done it nevertheless. */
  readonly unknown: boolean;
}

/** Something did not happen, with a way to try again where that may help. */
export function actFailed(act: FailedAct, retry: () => void, dismiss: () => void, words: Words): TemplateResult {
  const { action, problem, unknown } = act;
  return notice({
    tone: 'failed',
    heading: words.t(`act.failed.${action}`),
    body: html`<div>${problemText(problem, words)}</div>
      ${unknown ? html`<div class="muted">${words.t('act.unknown')}</div>` : nothing}`,
    actions: html`${problem.status === 409 && !unknown ? nothing : textButton(words.t('action.retry'), retry)}
    ${closeButton(dismiss, words)}`,
  });
}

/** Something was done that is not plain from the rest of the screen. */
export function actDone(message: string, way: Content, dismiss: () => void, words: Words): TemplateResult {
  return notice({ tone: 'accepted', body: message, actions: html`${way}${closeButton(dismiss, words)}` });
}

/** For whoever may only wait: for another's decision, or because the batch is their own. */
export function awaitedDecision(own: boolean, words: Words): TemplateResult {
  return notice({
    tone: 'pending',
    heading: words.t('decide.waiting'),
    body: html`<div>${words.t(own ? 'decide.own' : 'detail.tasks.pending')}</div>`,
  });
}

/** The decision's panel while its code is on the way. */
export function decisionSkeleton(level: number, words: Words): TemplateResult {
  return html`<section class="card decision" part="card" aria-busy="true">
    <div class="card-header">${icon('hourglass')}${subheading(level, words.t('decide.heading'))}</div>
    <div class="card-body"><span class="skeleton"></span></div>
  </section>`;
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

/** What is on screen may be old, and since when. */
export function staleNotice(
  text: TemplateResult | string,
  problem: Problem | null,
  retry: () => void,
  words: Words,
): TemplateResult {
  return notice({
    tone: 'partial',
    body: html`<div>${text}</div>
      ${problem ? html`<div class="muted">${problemText(problem, words)}</div>` : nothing}`,
    actions: textButton(words.t('action.retry'), retry),
  });
}

function textButton(text: string, press: () => void): TemplateResult {
  return html`<button class="button" part="button" type="button" @click=${press}>${text}</button>`;
}

function queuedText(queued: number, words: Words): Content {
  return queued > 0 ? html`<div class="muted">${words.t('download.queued', { count: queued })}</div>` : nothing;
}

export function closeButton(press: () => void, words: Words): TemplateResult {
  return html`<button
    class="button button-quiet button-neutral button-icon"
    part="button"
    type="button"
    aria-label=${words.t('action.close')}
    title=${words.t('action.close')}
    @click=${press}
  >
    ${icon('cross')}
  </button>`;
}
