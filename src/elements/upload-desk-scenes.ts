import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import { currentOf } from '../state/shipment.js';
import type { Shipment } from '../state/shipment.js';
import type { Checking, Done, Failed, Sending } from '../state/upload-flow.js';
import type { Offer } from '../state/upload-offer.js';
import { isSettled, isUnknown } from '../state/upload-problem.js';
import type { Review } from '../state/upload-review.js';
import { link } from '../ui/link.js';
import { doneBody } from '../ui/upload-done.js';
import { failureBody } from '../ui/upload-outcome.js';
import type { PartState } from '../ui/upload-parts.js';
import { checkingBody, readingBody, sendingBody } from '../ui/upload-sending.js';
import { sheetButton } from '../ui/upload-sheet.js';
import type { Scene } from '../ui/upload-sheet.js';
import type { Words } from '../words/index.js';
import type { ReviewActs } from './upload-review-acts.js';
import { reviewScene } from './upload-review-scene.js';
import { batchLink, blockedBy } from './upload-scene-parts.js';
import { cancel } from './upload-scenes.js';
import type { EntryActs, EntryView } from './upload-scenes.js';

/** Everything that the screen depends on once there is a file. */
export interface UploadView extends EntryView {
  readonly syncWithGateway: boolean;
  /** Whether a file is read so long already that it is worth a screen. */
  readonly readsLong: boolean;
  /** What of the reviewed file may be sent; `null` for nothing. */
  readonly offer: Offer | null;
  /** A batch with the same rows; `isAwaited`: sending waits for whether there is one. */
  readonly earlier: { readonly batch: Batch | null; readonly accepted: boolean; readonly isAwaited: boolean };
  /** How sending goes on. `remaining`: milliseconds, `null` where that cannot be said. */
  readonly transfer: { readonly remaining: number | null; readonly stalled: boolean };
  /** Epoch milliseconds by the server's clock. */
  readonly now: number;
  /** Milliseconds until the server may be asked again. */
  readonly wait: number;
  readonly copied: boolean;
  readonly hrefOf: (id: string) => string | null;
}

/** What a person can do once there is a file. */
export interface UploadActs extends EntryActs {
  readonly acceptWarnings: (accepted: boolean) => void;
  readonly acceptEarlier: (accepted: boolean) => void;
  readonly setSyncWithGateway: (on: boolean) => void;
  readonly send: () => void;
  readonly revise: () => void;
  readonly retry: () => void;
  readonly acceptDuplicate: () => void;
  readonly copy: () => void;
  /** `batch` is `null` where only the id is known. */
  readonly open: (event: Event, id: string, batch: Batch | null) => void;
  readonly again: () => void;
  /** On with the rows that were left out. */
  readonly resume: () => void;
  /** What is done to the file under review. */
  readonly review: ReviewActs;
}

/** The screen of a phase in which there is a file, `null` in others. What is under way goes on to its end. */
export function deskScene(view: UploadView, acts: UploadActs, words: Words): Scene | null {
  const { flow } = view;
  switch (flow.phase) {
    case 'idle':
    case 'describing':
    case 'choosing':
      return null;
    case 'reading':
      if (view.gate !== 'ready' || !view.readsLong) return null;
      return {
        body: readingBody(flow.file, flow.share, words),
        actions: sheetButton({ label: words.t('upload.reading.stop'), press: acts.stop }),
      };
    case 'review':
      return reviewScene(flow, view, acts, words);
    case 'sending':
      return sending(flow, view, acts, words);
    case 'checking':
      return checking(flow, view, acts, words);
    case 'failed':
      return flow.findings.issues.length > 0 && isSettled(flow.problem)
        ? reviewScene(flow, view, acts, words)
        : failed(flow, view, acts, words);
    case 'done':
      return done(flow, view, acts, words);
  }
}

function sending(flow: Sending, view: UploadView, acts: UploadActs, words: Words): Scene {
  const { shipment, loaded, total } = flow;
  const rows = rowsOf(shipment);
  const { remaining, stalled } = view.transfer;
  return {
    body: sendingBody(
      {
        report: flow.review.report,
        rows: rows.all,
        loaded,
        total,
        rowsBefore: rows.made,
        rowsNow: currentOf(shipment).report.rowCount,
        parts: partsOf(shipment, 'sending', view, acts),
        remaining,
        stalled,
      },
      words,
    ),
    actions: sheetButton({ label: words.t('upload.sending.cancel'), press: acts.stop }),
  };
}

function checking({ review, shipment, problem }: Checking, view: UploadView, acts: UploadActs, words: Words): Scene {
  const parts = partsOf(shipment, 'sending', view, acts);
  return {
    body: checkingBody({ report: review.report, problem, parts }, words),
    actions: sheetButton({ label: words.t('upload.checking.stop'), press: acts.stop }),
  };
}

function failed(flow: Failed, view: UploadView, acts: UploadActs, words: Words): Scene {
  const { problem, shipment, review } = flow;
  const wait = view.wait > 0 ? words.t('upload.toFix.wait', { time: words.duration(view.wait) }) : null;
  const blocked = blockedBy(view, words) ?? wait;
  return {
    body: failureBody(
      {
        report: review.report,
        problem,
        unknown: isUnknown(problem),
        replace: acts.choose,
        linkTo: batchLink(view, acts),
        parts: partsOf(shipment, 'failed', view, acts),
      },
      words,
    ),
    status: blocked ?? nothing,
    actions: html`${cancel(view, acts, words)}${
      isSettled(problem) ? sheetButton({ label: words.t('upload.failed.revise'), press: acts.revise }) : nothing
    }${nextTry(problem, currentOf(shipment).report.rowCount, blocked !== null, acts, words)}`,
  };
}

/** What is likeliest to help. */
function nextTry(problem: Problem, count: number, blocked: boolean, acts: UploadActs, words: Words): TemplateResult {
  switch (problem.code) {
    case 'duplicate_batch':
      return primary(words.t('upload.send.anyway', { count }), acts.acceptDuplicate, blocked);
    case 'invalid_description':
      return primary(words.t('upload.description.edit'), acts.describe, false);
    default:
      return primary(words.t('upload.failed.retry'), acts.retry, blocked);
  }
}

function done({ batches, rest }: Done, view: UploadView, acts: UploadActs, words: Words): Scene {
  const [batch] = batches;
  const viewed = link({
    href: view.hrefOf(batch.id),
    content: words.t('upload.done.view'),
    part: 'button button-primary',
    className: 'button button-primary',
    act: event => acts.open(event, batch.id, batch),
  });
  return {
    body: doneBody(
      {
        batches,
        copied: view.copied,
        copy: acts.copy,
        linkTo: batchLink(view, acts),
        rest: rest && {
          rows: rest.report.rowCount,
          fix: acts.resume,
          download: () => acts.review.downloadRest(rest),
        },
      },
      words,
    ),
    actions: html`${sheetButton({ label: words.t('upload.done.another'), press: acts.again })}${
      batches.length === 1 ? viewed : nothing
    }`,
  };
}

function rowsOf({ intentions, made }: Shipment): { readonly all: number; readonly made: number } {
  const rows = (list: Shipment['intentions']) => list.reduce((sum, { report }) => sum + report.rowCount, 0);
  return { all: rows(intentions), made: rows(intentions.slice(0, made.length)) };
}

/** What became of each part; `null` for a file that was not split. */
function partsOf(
  { intentions, made }: Shipment,
  current: 'sending' | 'failed',
  view: UploadView,
  acts: UploadActs,
): { readonly parts: readonly Review['report'][]; readonly states: readonly PartState[] } | null {
  if (intentions.length === 1) return null;
  const linkTo = batchLink(view, acts);
  const states = intentions.map((_, index): PartState => {
    if (index < made.length) return { state: 'sent', batch: linkTo(made[index].id) };
    return { state: index === made.length ? current : 'waiting' };
  });
  return { parts: intentions.map(({ report }) => report), states };
}

function primary(label: string, press: () => void, blocked: boolean): TemplateResult {
  return sheetButton({ label, press, primary: true, blocked });
}
