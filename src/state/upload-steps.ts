import type { Batch } from '../core/batch.js';
import { findingsOf } from '../core/findings.js';
import type { Issue } from '../core/issue.js';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import { objectionsTo } from './objections.js';
import { currentOf, renewed, sentReports, withMade } from './shipment.js';
import type { Shipment } from './shipment.js';
import { askDescription, from } from './upload-flow.js';
import type { Checking, Describing, Done, Failed, Sending, UploadFlow } from './upload-flow.js';
import { isSettled } from './upload-problem.js';
import { amended, objectedTo, reviewOf, undone, withoutSent } from './upload-review.js';
import type { Change, Review } from './upload-review.js';

// The steps from the verdict on, beside those that lead to a file: nobody needs them before there is one.
export * from './upload-flow.js';

export function judge(flow: UploadFlow, report: ValidationReport): Review {
  return reviewOf(from(flow, 'reading').file, report);
}

/** Changes the file; also one that the server refused. */
export function amend(flow: UploadFlow, change: Change): Review {
  const at = from(flow, 'review', 'failed');
  return amended(at.phase === 'failed' ? revise(at) : at, change);
}

export function undo(flow: UploadFlow): Review {
  return undone(from(flow, 'review'));
}

export function acceptWarnings(flow: UploadFlow, accepted: boolean): Review {
  return { ...from(flow, 'review'), warningsAccepted: accepted };
}

/** Something against sending the file as it stands; the next change takes it back. */
export function object(flow: UploadFlow, found: readonly Issue[]): Review {
  return objectedTo(from(flow, 'review'), found);
}

export function send(flow: UploadFlow, shipment: Shipment): Sending {
  const review = from(flow, 'review');
  if (!shipment.intentions.every(({ report }) => report.ok)) throw new Error('A file that is not valid is never sent');
  return { phase: 'sending', review, shipment, loaded: 0, total: null };
}

/** Bytes sent; a repeat of the request by the adapter begins again. */
export function progress(flow: UploadFlow, loaded: number, total: number | null): Sending {
  return { ...from(flow, 'sending'), loaded, total };
}

export function check(flow: UploadFlow, problem: Problem): Checking {
  const { review, shipment } = from(flow, 'sending', 'checking');
  return { phase: 'checking', review, shipment, problem };
}

/** A batch was made: on to the next part, or to the end. */
export function arrive(flow: UploadFlow, batch: Batch): Sending | Done {
  const { review, shipment: before } = from(flow, 'sending', 'checking');
  const shipment = withMade(before, batch);
  const { made, intentions } = shipment;
  if (made.length < intentions.length) return { phase: 'sending', review, shipment, loaded: 0, total: null };
  const sent = sentReports(shipment);
  const rows = sent.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const rest = rows < review.report.rowCount ? withoutSent(review, sent, made) : null;
  return { phase: 'done', batches: [...review.sent, ...made], rest };
}

export function fail(flow: UploadFlow, problem: Problem, now: number): Failed {
  const { review, shipment } = from(flow, 'sending', 'checking');
  const objections = objectionsTo(currentOf(shipment).report, problem.issues);
  const notBefore = now + (problem.retryAfter ?? 0);
  return { phase: 'failed', review, shipment, problem, findings: findingsOf(objections), notBefore };
}

/** Sends on with the same intention, or with a `renewed` one only where the server refused the first for good. */
export function retry(flow: UploadFlow, change?: { readonly acceptDuplicate: boolean }): Sending {
  const { review, shipment, problem } = from(flow, 'failed');
  if (change && !isSettled(problem)) throw new Error('While the outcome is not known, the key stays');
  return {
    phase: 'sending',
    review,
    shipment: change ? renewed(shipment, change.acceptDuplicate) : shipment,
    loaded: 0,
    total: null,
  };
}

/** Back to the review of what is left, to change it. Only where the server said that it made nothing of it. */
export function revise(flow: UploadFlow): Review {
  const { review, shipment, problem, findings } = from(flow, 'failed');
  if (!isSettled(problem)) throw new Error('While the outcome is not known, the intention stays');
  const left = shipment.made.length > 0 ? withoutSent(review, sentReports(shipment), shipment.made) : review;
  return objectedTo(left, findings.issues.slice());
}

/** The rows that were left out, to be sent another time. */
export function resume(flow: UploadFlow): Review {
  const { rest } = from(flow, 'done');
  if (rest === null) throw new Error('No row was left out');
  return rest;
}

/** Asks for the description again, which the server refused. */
export function askAgain(flow: UploadFlow): Describing {
  return askDescription(revise(flow));
}
