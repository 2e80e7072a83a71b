import { nothing, type TemplateResult } from 'lit';
import type { Decision } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import type { DownloadScope } from '../core/download-scope.js';
import type { Pace } from '../core/pace.js';
import { isNarrowed } from '../core/task-query.js';
import type { Problem } from '../core/problem.js';
import { hasTasks } from '../core/status.js';
import { has } from '../core/own-members.js';
import type { BreakdownReader } from '../state/breakdown.js';
import type { Piece } from '../state/piece.js';
import type { Settings } from '../state/settings.js';
import { asOf } from '../ui/as-of.js';
import { detailActions } from '../ui/detail-actions.js';
import { detailCard } from '../ui/detail-card.js';
import { downloadButtons } from '../ui/detail-download.js';
import { awaitedDecision, decisionSkeleton, staleNotice } from '../ui/detail-notices.js';
import { batchProgress, standsStill } from '../ui/detail-pace.js';
import { failureReasonsSkeleton, outcomesSkeleton, timelineSkeleton } from '../ui/detail-skeletons.js';
import { taskStats } from '../ui/detail-stats.js';
import { supportButton } from '../ui/detail-support.js';
import type { DetailPart, DetailPieces } from '../ui/detail-view.js';
import { pieceMissing } from '../ui/piece-missing.js';
import { taskList } from '../ui/task-list.js';
import { zoneNote } from '../ui/zone-note.js';
import type { Words } from '../words/words.js';
import type { DetailActs } from './detail-acts.js';
import type { BatchActs } from './detail-acts.piece.js';
import type * as asidePiece from './detail-aside.piece.js';
import type * as decisionPiece from './detail-decision.piece.js';
import type { DetailCopies } from './detail-copies.js';
import type { DetailDownload } from './detail-download.js';
import type { DetailTasks } from './detail-tasks.js';
import { missingOf } from './pieces.js';

type Content = TemplateResult | typeof nothing;

/** The batch on screen, whoever works for it, and what else a person can press. */
export interface DetailParts {
  readonly batch: Batch;
  /** Level of the cards' headings. */
  readonly level: number;
  readonly now: number;
  readonly pace: Pace;
  /** Whether a person saw it move. */
  readonly watched: boolean;
  readonly stale: { readonly since: number; readonly problem: Problem | null } | null;
  readonly shows: (part: DetailPart) => boolean;
  /** Whether the server counts outcomes, and somebody wants to see them. */
  readonly counted: boolean;
  readonly settings: Settings;
  readonly tasks: DetailTasks;
  readonly breakdown: BreakdownReader;
  readonly acts: DetailActs;
  /** The questions before what is done, and what is said of it. */
  readonly acting: Piece<BatchActs>;
  readonly download: DetailDownload;
  readonly copies: DetailCopies;
  /** The cards of outcomes, reasons and history. */
  readonly aside: Piece<typeof asidePiece>;
  /** The panel that only a checker sees. */
  readonly decision: Piece<typeof decisionPiece>;
  readonly open: boolean;
  readonly wholeHistory: boolean;
  readonly linkTo: (id: string, text?: string) => TemplateResult;
  readonly onToggle: (open: boolean) => void;
  readonly onWholeHistory: () => void;
  readonly onCopyId: () => void;
  readonly onCopyBundle: () => void;
  readonly onDownload: (scope: DownloadScope) => void;
  readonly onRefresh: () => void;
  readonly onTimeZone: () => void;
}

/** The buttons beside the heading. */
export function buttonsOf(parts: DetailParts, words: Words): TemplateResult {
  const { batch, acts } = parts;
  return detailActions(
    {
      batch,
      gateway: acts.gateway(batch),
      retry: acts.offers('retry', batch),
      cancel: acts.offers('cancel', batch),
      busy: isBusy(parts),
      awaited: acts.awaited,
      download: hasTasks(batch.status) ? downloadOf(parts, words) : nothing,
      onAct: action => acts.press(action, batch),
    },
    words,
  );
}

/** Everything beneath. */
export function piecesOf(parts: DetailParts, words: Words): DetailPieces {
  const { batch, level, tasks, shows } = parts;
  const failures = failuresOf(parts, words);
  return {
    notices: noticesOf(parts, words),
    decision: decisionOf(parts, words),
    card: cardOf(parts, words),
    stats: shows('stats') ? statsOf(parts, words) : nothing,
    failures,
    aside: [...outcomesOf(parts, words), historyOf(parts, failures === nothing, words), asideMissing(parts, words)],
    tasks: shows('tasks') ? taskList(tasks.content(batch, level), words) : nothing,
    zone: zoneNote({ other: parts.settings.otherTimeZone, onChange: parts.onTimeZone }, words),
  };
}

function downloadOf({ batch, tasks, download, shows, onDownload }: DetailParts, words: Words): TemplateResult {
  const { files, pointed, pressed } = download;
  const narrowed = shows('tasks') && isNarrowed(tasks.view) ? { count: tasks.total } : null;
  return downloadButtons(
    {
      busy: files?.status.state === 'running',
      awaited: download.awaited,
      open: files?.choosing ?? false,
      menu: files?.menu(batch, narrowed, onDownload) ?? nothing,
      onPoint: pointed,
      onPress: pressed,
      onDownload: () => onDownload('all'),
    },
    words,
  );
}

function noticesOf(parts: DetailParts, words: Words): Content[] {
  const { batch, stale, settings, acting, download, copies, pace, aside, linkTo } = parts;
  const missing = missingOf(acting) ?? download.missing;
  const rights = settings.capabilitiesProblem;
  return [
    rights === null
      ? nothing
      : staleNotice(words.t('detail.readonly'), rights, () => settings.retryCapabilities(), words),
    stale === null
      ? nothing
      : staleNotice(asOf(words.t('detail.stale'), stale.since, words), stale.problem, parts.onRefresh, words),
    ...(acting.contents?.notices(linkTo) ?? []),
    download.files?.notice(batch) ?? nothing,
    missing === null ? nothing : pieceMissing(missing.problem, missing.retry, words),
    pace.stillSince === null
      ? nothing
      : standsStill(batch, pace.stillSince, bundleButton(parts, words), words, settings.now()),
    copies.byHand === null ? nothing : (aside.contents?.supportByHand(copies.byHand, copies.dismiss, words) ?? nothing),
  ];
}

/** Whether the server is being asked for something. */
function isBusy({ acting }: DetailParts): boolean {
  return acting.contents?.running != null;
}

function bundleButton({ copies, onCopyBundle }: DetailParts, words: Words): TemplateResult {
  return supportButton(copies.copied === 'bundle', onCopyBundle, words);
}

function decisionOf(parts: DetailParts, words: Words): Content {
  const { batch, level, now, acts, acting, settings, decision } = parts;
  if (batch.status !== 'PENDING_APPROVAL') return nothing;
  if (!acts.offers('decide', batch)) return awaitedDecision(settings.isOwn(batch), words);
  const missing = missingOf(decision);
  if (missing !== null) return pieceMissing(missing.problem, missing.retry, words);
  // Why that cannot be had is said above.
  if (acting.status.state === 'failed') return nothing;
  const { contents } = decision;
  if (contents === null || acting.contents === null) return decisionSkeleton(level, words);
  const { definition } = settings;
  const onDecide = (made: Decision) => acts.begin({ action: 'decide', batch, decision: made });
  return contents.decisionPanel({ batch, definition, level, busy: isBusy(parts), onDecide }, words, now);
}

function cardOf(parts: DetailParts, words: Words): TemplateResult {
  const { batch, level, open, copies, linkTo, onToggle, onCopyId, now } = parts;
  const integrity = parts.shows('integrity');
  const copied = copies.copied === 'id';
  return detailCard({ batch, level, open, copied, integrity, linkTo, onToggle, onCopy: onCopyId }, words, now);
}

function statsOf({ batch, watched, pace, tasks, settings, shows }: DetailParts, words: Words): TemplateResult {
  const onSelect = shows('tasks') ? (status: string | null) => tasks.change({ status, errorCode: null }) : null;
  const progress = watched ? batchProgress(batch, pace, words, settings.now()) : nothing;
  return taskStats({ batch, progress, selected: tasks.view.status, onSelect }, words);
}

function failuresOf(parts: DetailParts, words: Words): Content {
  const { batch, level, counted, breakdown, tasks, shows, aside } = parts;
  const { status } = breakdown;
  if (!counted) return nothing;
  const drawn = aside.want();
  if (aside.status.state === 'failed') return nothing;
  if (drawn && has(status, 'value')) {
    const onSelect = shows('tasks') ? (errorCode: string | null) => tasks.change({ errorCode, status: null }) : null;
    const { failures } = status.value;
    const action = bundleButton(parts, words);
    return drawn.failureReasons({ failures, level, selected: tasks.view.errorCode, onSelect, action }, words);
  }
  if (status.state === 'failed') {
    return staleNotice(words.t('detail.failures.error'), status.problem, () => void breakdown.reread(), words);
  }
  return batch.tasks.failed > 0 ? failureReasonsSkeleton(batch.tasks.failed, level, words) : nothing;
}

function outcomesOf({ level, counted, breakdown, tasks, shows, aside }: DetailParts, words: Words): Content[] {
  const { status } = breakdown;
  if (!counted || status.state === 'failed' || aside.status.state === 'failed') return [];
  const drawn = aside.want();
  if (!drawn || !has(status, 'value'))
    return [outcomesSkeleton('gateway', level, words), outcomesSkeleton('system', level, words)];
  const { gateways, externalSystems } = status.value;
  const onSelect = shows('tasks') ? (gateway: string | null) => tasks.change({ gateway }) : null;
  return [
    drawn.outcomesBy({ by: 'gateway', groups: gateways, level, selected: tasks.view.gateway, onSelect }, words),
    // The contract has no filter by external system.
    drawn.outcomesBy({ by: 'system', groups: externalSystems, level, selected: null, onSelect: null }, words),
  ];
}

/** `supports`: nothing above it has the button for support. */
function historyOf(parts: DetailParts, supports: boolean, words: Words): Content {
  const { batch, level, wholeHistory, linkTo, onWholeHistory, shows, aside } = parts;
  const { history = [] } = batch;
  if (!shows('timeline') || !Array.isArray(history) || history.length === 0) return nothing;
  const drawn = aside.want();
  if (!drawn) return aside.status.state === 'failed' ? nothing : timelineSkeleton(level, words);
  const action = supports ? bundleButton(parts, words) : nothing;
  const linked = [...batch.childIds, ...(batch.parentId === null ? [] : [batch.parentId])];
  return drawn.timeline({ history, linked, level, all: wholeHistory, onAll: onWholeHistory, linkTo, action }, words);
}

function asideMissing({ aside }: DetailParts, words: Words): Content {
  const { status } = aside;
  return status.state === 'failed' ? pieceMissing(status.problem, () => aside.retry(), words) : nothing;
}
