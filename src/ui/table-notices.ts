import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import type { Words } from '../words/words.js';
import { asOf } from './as-of.js';
import { notice, problemText } from './notice.js';
import { button } from './blank-states.js';
import { pieceMissing } from './piece-missing.js';

export interface Notices {
  /** Why rights are not known. */
  readonly rights: Problem | null;
  /** Why the rows are of `since`, epoch milliseconds. */
  readonly stale: { readonly problem: Problem; readonly since: number } | null;
  /** How many batches of the page the server told badly. */
  readonly unreadable: number;
  /** What is said of acts that failed. */
  readonly failures: readonly TemplateResult[];
  /** What somebody wants and cannot be drawn. */
  readonly missing: { readonly problem: Problem; readonly retry: () => void } | null;
}

interface NoticeActs {
  readonly retry: () => void;
  readonly retryRights: () => void;
}

/** What went wrong while the table still shows something. */
export function tableNotices(
  { rights, stale, unreadable, failures, missing }: Notices,
  acts: NoticeActs,
  words: Words,
): TemplateResult {
  return html`${rights === null ? nothing : rightsUnknown(rights, words, acts.retryRights)}
  ${stale === null ? nothing : staleRows(stale.problem, stale.since, words, acts.retry)}
  ${unreadable > 0 ? notice({ tone: 'partial', body: words.t('table.unreadable', { count: unreadable }) }) : nothing}
  ${failures} ${missing === null ? nothing : pieceMissing(missing.problem, missing.retry, words)}`;
}

/** Rights are not known, so nothing can be written. */
function rightsUnknown(problem: Problem, words: Words, onRetry: () => void): TemplateResult {
  return notice({
    tone: 'partial',
    body: html`${words.t('table.readonly')} ${problemText(problem, words)}`,
    actions: button(words.t('action.retry'), onRetry),
  });
}

/** What is listed is of `since` (epoch milliseconds), and newer could not be had. */
function staleRows(problem: Problem, since: number, words: Words, onRetry: () => void): TemplateResult {
  return notice({
    tone: 'partial',
    heading: asOf(words.t('table.stale'), since, words),
    body: html`<div>${problemText(problem, words)}</div>`,
    actions: button(words.t('action.retry'), onRetry),
  });
}
