import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { FileFault } from '../core/file-fault.js';
import type { Problem } from '../core/problem.js';
import { currentOf } from '../state/shipment.js';
import type { Shipment } from '../state/shipment.js';
import type { Checking, Describing, Done, Failed, Sending, UploadFlow } from '../state/upload-flow.js';
import type { Offer } from '../state/upload-offer.js';
import { isSettled, isUnknown } from '../state/upload-problem.js';
import type { Review } from '../state/upload-review.js';
import type { DropLook } from '../ui/drop-zone.js';
import { link } from '../ui/link.js';
import { chooseBody } from '../ui/upload-choose.js';
import { descriptionField } from '../ui/upload-description.js';
import { doneBody } from '../ui/upload-done.js';
import { gateBody } from '../ui/upload-gate.js';
import type { UploadGate } from '../ui/upload-gate.js';
import { failureBody } from '../ui/upload-outcome.js';
import type { PartState } from '../ui/upload-parts.js';
import { checkingBody, readingBody, sendingBody } from '../ui/upload-sending.js';
import { sheetButton } from '../ui/upload-sheet.js';
import type { Scene } from '../ui/upload-sheet.js';
import type { Words } from '../words/index.js';
import type { ReviewActs } from './upload-review-acts.js';
import { reviewScene } from './upload-review-scene.js';
import { batchLink, blockedBy, cancel } from './upload-scene-parts.js';

/** Everything that the screen depends on. */
export interface UploadView {
  readonly flow: UploadFlow;
  readonly gate: UploadGate;
  readonly gateProblem: Problem | null;
  readonly disabled: boolean;
  readonly definition: BatchDefinition;
  /** Whether a description is asked for. */
  readonly describes: boolean;
  readonly description: string;
  /** Whether the person tried to go on with the description as it is. */
  readonly judged: boolean;
  readonly syncWithGateway: boolean;
  readonly look: DropLook;
  readonly fault: FileFault | null;
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
  /** Whether there is something to cancel: a dialog, or work. */
  readonly cancelable: boolean;
  readonly hrefOf: (id: string) => string | null;
}

/** What a person can do. */
export interface UploadActs {
  readonly choose: () => void;
  readonly sample: () => void;
  readonly dismiss: () => void;
  /** Ends what is under way. */
  readonly stop: () => void;
  readonly describe: () => void;
  readonly setDescription: (description: string) => void;
  readonly described: () => void;
  readonly acceptWarnings: (accepted: boolean) => void;
  readonly acceptEarlier: (accepted: boolean) => void;
  readonly setSyncWithGateway: (on: boolean) => void;
  readonly send: () => void;
  readonly revise: () => void;
  readonly retry: () => void;
  readonly acceptDuplicate: () => void;
  readonly retryRights: () => void;
  readonly copy: () => void;
  /** `batch` is `null` where only the id is known. */
  readonly open: (event: Event, id: string, batch: Batch | null) => void;
  readonly again: () => void;
  /** On with the rows that were left out. */
  readonly resume: () => void;
  /** What is done to the file under review. */
  readonly review: ReviewActs;
}

/** The screen of a phase. What may not be begun here is not shown; what is under way goes on to its end. */
export function sceneOf(view: UploadView, acts: UploadActs, words: Words): Scene {
  const { flow, gate } = view;
  switch (flow.phase) {
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
    case 'idle':
    case 'describing':
    case 'choosing':
    case 'reading':
      break;
  }
  if (gate !== 'ready') {
    return { body: gateBody({ gate, problem: view.gateProblem, retry: acts.retryRights }, words) };
  }
  if (flow.phase === 'describing') return describing(flow, view, acts, words);
  if (flow.phase === 'reading' && view.readsLong) {
    return {
      body: readingBody(flow.file, flow.share, words),
      actions: sheetButton({ label: words.t('upload.reading.stop'), press: acts.stop }),
    };
  }
  return {
    body: chooseBody(
      {
        look: view.look,
        fault: view.fault,
        definition: view.definition,
        blocked: view.disabled,
        choose: acts.choose,
        sample: acts.sample,
      },
      words,
    ),
    status: view.disabled ? words.t('upload.disabled') : nothing,
    actions: html`${cancel(view, acts, words)}${
      view.describes ? sheetButton({ label: words.t('action.back'), press: acts.describe }) : nothing
    }`,
  };
}

function describing(flow: Describing, view: UploadView, acts: UploadActs, words: Words): Scene {
  const { description: value, judged } = view;
  return {
    body: descriptionField({ value, judged, input: acts.setDescription }, words),
    status: flow.waiting ? html`<bdi>${flow.waiting.name}</bdi>` : nothing,
    actions: html`${cancel(view, acts, words)}${sheetButton({
      label: words.t('upload.description.submit'),
      press: acts.described,
      primary: true,
    })}`,
  };
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
