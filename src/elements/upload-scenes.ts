import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { FileFault } from '../core/file-fault.js';
import type { Problem } from '../core/problem.js';
import { isSendable, isSettled, isUnknown } from '../state/upload-flow.js';
import type { Describing, Done, Failed, Review, UploadFlow } from '../state/upload-flow.js';
import type { DropLook } from '../ui/drop-zone.js';
import { link } from '../ui/link.js';
import { chooseBody } from '../ui/upload-choose.js';
import { descriptionField } from '../ui/upload-description.js';
import { gateBody } from '../ui/upload-gate.js';
import type { UploadGate } from '../ui/upload-gate.js';
import { doneBody, failureBody } from '../ui/upload-outcome.js';
import { reviewBody } from '../ui/upload-review.js';
import { checkingBody, readingBody, sendingBody } from '../ui/upload-sending.js';
import { sheetButton } from '../ui/upload-sheet.js';
import type { Scene } from '../ui/upload-sheet.js';
import { toFixText } from '../ui/upload-verdict.js';
import type { Words } from '../words/index.js';

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
  /** The heading whose issues are listed; `null` for all. */
  readonly group: string | null;
  readonly limit: number;
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
  readonly select: (group: string | null) => void;
  readonly more: () => void;
  readonly acceptWarnings: (accepted: boolean) => void;
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
}

/** The screen of a phase. What may not be begun here is not shown; what is under way goes on to its end. */
export function sceneOf(view: UploadView, acts: UploadActs, words: Words): Scene {
  const { flow, gate } = view;
  switch (flow.phase) {
    case 'review':
      return review(flow, view, acts, words);
    case 'sending': {
      const {
        loaded,
        total,
        review: { report },
      } = flow;
      return {
        body: sendingBody({ report, loaded, total }, words),
        actions: sheetButton({ label: words.t('upload.sending.cancel'), press: acts.stop }),
      };
    }
    case 'checking':
      return {
        body: checkingBody(flow.review.report, flow.problem, words),
        actions: sheetButton({ label: words.t('upload.checking.stop'), press: acts.stop }),
      };
    case 'failed':
      return failed(flow, view, acts, words);
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
  if (flow.phase === 'reading') {
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

function review(flow: Review, view: UploadView, acts: UploadActs, words: Words): Scene {
  const { report, findings, warningsAccepted } = flow;
  const sendable = isSendable(flow);
  const blocked = blockedBy(view, words) ?? (sendable ? null : toFixText(findings, words));
  return {
    body: reviewBody(
      {
        ...listing(view, acts),
        report,
        findings,
        advice: words.t(findings.errors > 0 ? 'upload.errors.body' : 'upload.ready.body'),
        choices: {
          description: view.describes ? view.description : null,
          editDescription: acts.describe,
          warningsAccepted,
          acceptWarnings: acts.acceptWarnings,
          syncWithGateway: view.syncWithGateway,
          setSyncWithGateway: acts.setSyncWithGateway,
        },
      },
      words,
    ),
    status: blocked ?? nothing,
    actions: html`${cancel(view, acts, words)}${sendButton(report.rowCount, blocked, acts.send, words)}`,
  };
}

function failed(flow: Failed, view: UploadView, acts: UploadActs, words: Words): Scene {
  const {
    problem,
    findings,
    review: { report },
  } = flow;
  if (findings.issues.length > 0) {
    const status = toFixText(findings, words);
    return {
      body: reviewBody(
        { ...listing(view, acts), report, findings, advice: words.t('upload.errors.server'), choices: null },
        words,
      ),
      status,
      actions: html`${cancel(view, acts, words)}${sendButton(report.rowCount, status, acts.send, words)}`,
    };
  }
  const wait = view.wait > 0 ? words.t('upload.toFix.wait', { time: words.duration(view.wait) }) : null;
  const blocked = blockedBy(view, words) ?? wait;
  const linkTo = (id: string) =>
    link({
      href: view.hrefOf(id),
      content: html`<bdi>${id}</bdi>`,
      part: 'file-link',
      act: event => acts.open(event, id, null),
    });
  return {
    body: failureBody({ report, problem, unknown: isUnknown(problem), replace: acts.choose, linkTo }, words),
    status: blocked ?? nothing,
    actions: html`${cancel(view, acts, words)}${
      isSettled(problem) ? sheetButton({ label: words.t('upload.failed.revise'), press: acts.revise }) : nothing
    }${nextTry(problem, report.rowCount, blocked !== null, acts, words)}`,
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

function done({ batch }: Done, view: UploadView, acts: UploadActs, words: Words): Scene {
  return {
    body: doneBody({ batch, copied: view.copied, copy: acts.copy }, words),
    actions: html`${sheetButton({ label: words.t('upload.done.another'), press: acts.again })}${link({
      href: view.hrefOf(batch.id),
      content: words.t('upload.done.view'),
      part: 'button button-primary',
      className: 'button button-primary',
      act: event => acts.open(event, batch.id, batch),
    })}`,
  };
}

function listing({ fault, group, limit }: UploadView, { choose, select, more }: UploadActs) {
  return { fault, selected: group, limit, replace: choose, select, more };
}

/** Rights that were lost and a host that switched off: what was done so far stays on screen. */
function blockedBy({ disabled, gate }: UploadView, words: Words): string | null {
  if (disabled) return words.t('upload.disabled');
  return gate === 'ready' ? null : words.t('upload.forbidden.heading');
}

function cancel({ cancelable }: UploadView, { dismiss }: UploadActs, words: Words): TemplateResult | typeof nothing {
  return cancelable ? sheetButton({ label: words.t('action.cancel'), press: dismiss }) : nothing;
}

function sendButton(count: number, blocked: string | null, press: () => void, words: Words): TemplateResult {
  return primary(count > 0 ? words.t('upload.send', { count }) : words.t('upload.send.empty'), press, blocked !== null);
}

function primary(label: string, press: () => void, blocked: boolean): TemplateResult {
  return sheetButton({ label, press, primary: true, blocked });
}
