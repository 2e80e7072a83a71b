import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import type { BatchRowAction } from '../core/row-action.js';
import type { Words } from '../words/words.js';
import { asOf } from './as-of.js';
import { notice, problemText } from './notice.js';
import { actionLabel } from './action-label.js';
import { button } from './blank-states.js';
import { pieceMissing } from './piece-missing.js';
import { isolated } from './values.js';

/** `unknown`: the server may have got it nevertheless. */
export interface GatewayFailure {
  readonly batch: Batch;
  readonly problem: Problem;
  readonly unknown: boolean;
}

/** What a host added to a row's menu failed. */
export interface RowFailure {
  readonly batch: Batch;
  readonly action: BatchRowAction;
  readonly problem: Problem;
}

export interface Notices {
  /** Why rights are not known. */
  readonly rights: Problem | null;
  /** Why the rows are of `since`, epoch milliseconds. */
  readonly stale: { readonly problem: Problem; readonly since: number } | null;
  /** How many batches of the page the server told badly. */
  readonly unreadable: number;
  readonly gateway: readonly GatewayFailure[];
  readonly rows: readonly RowFailure[];
  /** What somebody wants and cannot be drawn. */
  readonly missing: { readonly problem: Problem; readonly retry: () => void } | null;
}

interface NoticeActs {
  readonly retry: () => void;
  readonly retryRights: () => void;
  readonly retryGateway: (failure: GatewayFailure) => void;
  readonly dismissGateway: (failure: GatewayFailure) => void;
  readonly dismissRow: (failure: RowFailure) => void;
}

/** What went wrong while the table still shows something. */
export function tableNotices(
  { rights, stale, unreadable, gateway, rows, missing }: Notices,
  acts: NoticeActs,
  words: Words,
): TemplateResult {
  return html`${rights === null ? nothing : rightsUnknown(rights, words, acts.retryRights)}
  ${stale === null ? nothing : staleRows(stale.problem, stale.since, words, acts.retry)}
  ${unreadable > 0 ? notice({ tone: 'partial', body: words.t('table.unreadable', { count: unreadable }) }) : nothing}
  ${gateway.map(failure => gatewayFailed(failure, acts, words))}
  ${rows.map(failure => rowActionFailed(failure, acts, words))}
  ${missing === null ? nothing : pieceMissing(missing.problem, missing.retry, words)}`;
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

/** A gateway sync that was not begun, or of which that is not known. */
function gatewayFailed(failure: GatewayFailure, acts: NoticeActs, words: Words): TemplateResult {
  const { problem, unknown } = failure;
  const retry = () => acts.retryGateway(failure);
  return notice({
    tone: 'failed',
    heading: gatewayFailureText(failure, words),
    body: html`<div>${problemText(problem, words)}${unknown ? html` ${words.t('act.unknown')}` : nothing}</div>`,
    actions: html`${unknown || problem.retryable ? button(words.t('action.retry'), retry) : nothing}
    ${button(words.t('table.gateway.dismiss'), () => acts.dismissGateway(failure))}`,
  });
}

/** What became of it, in a sentence. */
export function gatewayFailureText({ batch, unknown }: GatewayFailure, words: Words): string {
  const file = isolated(batch.fileName);
  return words.t(unknown ? 'table.gateway.unknown' : 'table.gateway.failed', { file });
}

function rowActionFailed(failure: RowFailure, acts: NoticeActs, words: Words): TemplateResult {
  return notice({
    tone: 'failed',
    heading: rowActionFailureText(failure, words),
    body: html`<div>${problemText(failure.problem, words)}</div>`,
    actions: button(words.t('table.gateway.dismiss'), () => acts.dismissRow(failure)),
  });
}

/** What became of it, in a sentence. */
export function rowActionFailureText({ action, batch }: RowFailure, words: Words): string {
  const params = { action: isolated(actionLabel(action, words)), file: isolated(batch.fileName) };
  return words.t('table.menu.failed', params);
}
