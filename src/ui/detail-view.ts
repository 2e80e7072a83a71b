import { html, nothing, type TemplateResult } from 'lit';
import type { Batch, BatchAction, Breakdown, Page, Task } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { Problem } from '../core/problem.js';
import { hasTasks } from '../core/status.js';
import type { TaskQuery } from '../core/view.js';
import type { Words } from '../words/words.js';
import { detailActions, type DetailActionsContent, type PressedAct } from './detail-actions.js';
import { detailCard, detailCardSkeleton } from './detail-card.js';
import { awaitedDecision, decisionPanel, type MadeDecision } from './detail-decision.js';
import { failureReasons, failureReasonsSkeleton } from './detail-failures.js';
import {
  actDone,
  actFailed,
  downloadNotice,
  staleNotice,
  type DownloadView,
  type FailedAct,
} from './detail-notices.js';
import { taskStats, taskStatsSkeleton } from './detail-stats.js';
import type { GatewayAction } from './gateway.js';
import { taskList, taskListSkeleton } from './task-list.js';

type Content = TemplateResult | typeof nothing;

/** Something that is read from the backend, as its loader tells. */
export interface Reading<Value> {
  readonly state: string;
  readonly value?: Value;
  readonly problem?: Problem;
  /** Epoch milliseconds since when the value may be outdated. */
  readonly since?: number;
}

/** Everything there is to see of a batch. */
export interface DetailModel {
  readonly batch: Batch;
  readonly definition: BatchDefinition;
  /** Level of the cards' headings. */
  readonly level: number;
  readonly now: number;
  readonly shows: (part: 'stats' | 'failures' | 'tasks' | 'integrity') => boolean;
  readonly open: boolean;
  readonly copied: boolean;
  /** Whether a person saw it move. */
  readonly watched: boolean;
  readonly gateway: GatewayAction;
  readonly offers: (action: BatchAction) => boolean;
  /** Whether the batch is the person's own. */
  readonly own: boolean;
  readonly busy: boolean;
  readonly failedAct: FailedAct | null;
  readonly outcome: { readonly message: string; readonly childId: string | null } | null;
  readonly rights: Problem | null;
  readonly stale: { readonly since: number; readonly problem: Problem | null } | null;
  readonly download: DownloadView;
  /** `null` where there are no reasons to show. */
  readonly breakdown: Reading<Breakdown> | null;
  readonly tasks: Reading<{ readonly query: TaskQuery; readonly page: Page<Task> }>;
  /** Whether the page of tasks on screen answers to `view`. */
  readonly current: boolean;
  readonly view: TaskQuery;
  /** What the search field shows. */
  readonly search: string;
  readonly linkTo: (id: string, text?: string) => TemplateResult;
  readonly onToggle: (open: boolean) => void;
  readonly onCopy: () => void;
  readonly onAct: (action: PressedAct) => void;
  readonly onRetryAct: () => void;
  readonly onDecide: (decision: MadeDecision) => void;
  readonly onDismiss: () => void;
  readonly onDownload: () => void;
  readonly onCancelDownload: () => void;
  readonly onRefresh: () => void;
  readonly onRetryRights: () => void;
  readonly onRetryBreakdown: () => void;
  readonly onRetryTasks: () => void;
  readonly onType: (text: string) => void;
  readonly onCommit: () => void;
  readonly onClear: () => void;
  readonly onChange: (change: Partial<TaskQuery>) => void;
}

/** Everything beneath the heading, in the order in which it is looked for. */
export function detailView(model: DetailModel, words: Words): TemplateResult {
  return html`<div class="notices">${notices(model, words)}</div>
    ${decision(model, words)}${card(model, words)}
    <slot name="before-stats"></slot>
    ${model.shows('stats') ? stats(model, words) : nothing}
    <slot name="after-stats"></slot>
    ${failures(model, words)}${model.shows('tasks') ? tasks(model, words) : nothing}
    <slot name="footer"></slot>`;
}

/** The same before anything is known, at the same geometry. */
export function detailSkeleton({ level, shows }: Pick<DetailModel, 'level' | 'shows'>, words: Words): TemplateResult {
  return html`${detailCardSkeleton(level, words)}${shows('stats') ? taskStatsSkeleton(words) : nothing}
  ${shows('tasks') ? taskListSkeleton(level, words) : nothing}`;
}

/** The buttons beside the heading. */
export function actionsOf(model: DetailModel, words: Words): TemplateResult {
  const { batch, gateway, offers, busy, download, onAct, onDownload } = model;
  const content: DetailActionsContent = {
    batch,
    gateway,
    retry: offers('retry'),
    cancel: offers('cancel'),
    download: hasTasks(batch.status),
    busy,
    downloading: download.state === 'running',
    onAct,
    onDownload,
  };
  return detailActions(content, words);
}

function notices(model: DetailModel, words: Words): Content[] {
  const { rights, stale, failedAct, outcome, download, definition, batch, onDismiss } = model;
  return [
    rights === null ? nothing : staleNotice(words.t('detail.readonly'), rights, model.onRetryRights, words),
    stale === null ? nothing : staleNotice(asOf(stale.since, words), stale.problem, model.onRefresh, words),
    failedAct === null ? nothing : actFailed(failedAct, model.onRetryAct, onDismiss, words),
    outcome === null ? nothing : actDone(outcome.message, wayTo(outcome.childId, model, words), onDismiss, words),
    downloadNotice(
      {
        download,
        fileName: definition.exportFileName,
        queued: batch.tasks.queued,
        retry: model.onDownload,
        dismiss: model.onCancelDownload,
      },
      words,
    ),
  ];
}

function asOf(since: number, words: Words): string {
  return words.t('detail.stale', { time: words.time(new Date(since).toISOString()) });
}

function wayTo(childId: string | null, { linkTo }: DetailModel, words: Words): Content {
  return childId === null ? nothing : linkTo(childId, words.t('retry.open'));
}

function decision(model: DetailModel, words: Words): Content {
  const { batch, definition, level, busy, offers, own, now, onDecide } = model;
  if (batch.status !== 'PENDING_APPROVAL') return nothing;
  if (!offers('decide')) return awaitedDecision(own, words);
  return decisionPanel({ batch, definition, level, busy, onDecide }, words, now);
}

function card(model: DetailModel, words: Words): TemplateResult {
  const { batch, level, open, copied, linkTo, onToggle, onCopy, now } = model;
  return detailCard(
    { batch, level, open, copied, integrity: model.shows('integrity'), linkTo, onToggle, onCopy },
    words,
    now,
  );
}

function stats(model: DetailModel, words: Words): TemplateResult {
  const { batch, watched, view, onChange } = model;
  const onSelect = model.shows('tasks') ? (status: string | null) => onChange({ status, errorCode: null }) : null;
  return taskStats({ batch, progress: watched, selected: view.status, onSelect }, words);
}

function failures(model: DetailModel, words: Words): Content {
  const { batch, breakdown, level, view, onChange, onRetryBreakdown } = model;
  const total = batch.tasks.failed;
  if (breakdown === null) return nothing;
  if (breakdown.value) {
    const onSelect = model.shows('tasks') ? (errorCode: string | null) => onChange({ errorCode, status: null }) : null;
    return failureReasons({ failures: breakdown.value.failures, level, selected: view.errorCode, onSelect }, words);
  }
  if (!breakdown.problem) return failureReasonsSkeleton(total, level, words);
  return staleNotice(words.t('detail.failures.error'), breakdown.problem, onRetryBreakdown, words);
}

function tasks(model: DetailModel, words: Words): TemplateResult {
  const { batch, definition, level, view, search, current, onType, onCommit, onClear, onChange } = model;
  const { state, value, problem = null, since = null } = model.tasks;
  return taskList(
    {
      batch,
      definition,
      level,
      query: view,
      search,
      page: value?.page ?? null,
      current,
      problem,
      since: state === 'stale' ? since : null,
      onType,
      onCommit,
      onClear,
      onChange,
      onRetry: model.onRetryTasks,
    },
    words,
  );
}
