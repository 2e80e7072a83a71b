import type { Batch } from '../core/batch.js';
import { findingsOf } from '../core/findings.js';
import type { Findings } from '../core/findings.js';
import type { Issue } from '../core/issue.js';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import { objectionsTo } from './objections.js';
import { currentOf, renewed, sentReports, withMade } from './shipment.js';
import type { Shipment } from './shipment.js';
import { isSettled } from './upload-problem.js';
import { amended, objectedTo, reviewOf, undone, withoutSent } from './upload-review.js';
import type { Change, Review } from './upload-review.js';

export type { Review } from './upload-review.js';

/** Nothing began. Next: `describing`, `choosing` or `reading`. */
export interface Idle {
  readonly phase: 'idle';
}

/** The description is asked for. Next: where it came from, `reading` of the file that waits, or `choosing`. */
export interface Describing {
  readonly phase: 'describing';
  /** A file that came before the description. */
  readonly waiting: File | null;
  /** The review that the person left to change the description. */
  readonly from: Review | null;
}

/** A file is awaited. Next: `reading`, or `describing` on the way back. */
export interface Choosing {
  readonly phase: 'choosing';
}

/** The file is read and judged. Next: `review`; `choosing` when canceled or unreadable; `reading` of a newer file. */
export interface Reading {
  readonly phase: 'reading';
  readonly file: File;
  /** From 0 to 1. */
  readonly share: number;
}

/** The request is under way. Next: itself for the next part, `done`, `failed`, or `checking` where the outcome is not known. */
export interface Sending {
  readonly phase: 'sending';
  readonly review: Review;
  readonly shipment: Shipment;
  /** Bytes of the part whose turn it is. */
  readonly loaded: number;
  /** Bytes, `null` where the transport does not know. */
  readonly total: number | null;
}

/** Nobody knows whether the batch was made, and the key tells. Next: `sending` of the next part, `done` or `failed`. */
export interface Checking {
  readonly phase: 'checking';
  readonly review: Review;
  readonly shipment: Shipment;
  /** Why: `canceled` is the person's own doing, and then nothing is sent again. */
  readonly problem: Problem;
}

/** Every batch is there. Next: `idle`, or `review` of the rows that were left out. */
export interface Done {
  readonly phase: 'done';
  readonly batches: readonly Batch[];
  /** The rows that were left out; `null` for none. */
  readonly rest: Review | null;
}

/** There is no batch as far as we know; everything is kept. Next: `sending`, `review`, `describing`, or `reading` of another file. */
export interface Failed {
  readonly phase: 'failed';
  readonly review: Review;
  readonly shipment: Shipment;
  readonly problem: Problem;
  /** What the server found in the file, in rows of the file. */
  readonly findings: Findings;
  /** Epoch milliseconds before which the server asked not to be asked again. */
  readonly notBefore: number;
}

export type UploadFlow = Idle | Describing | Choosing | Reading | Review | Sending | Checking | Done | Failed;

export type UploadPhase = UploadFlow['phase'];

type In<Phase extends UploadPhase> = Extract<UploadFlow, { phase: Phase }>;

export const idle: Idle = { phase: 'idle' };

/** Narrows a flow to the phases from which a step may be taken. Throws elsewhere: that is our own fault. */
export function from<Phase extends UploadPhase>(flow: UploadFlow, ...phases: readonly Phase[]): In<Phase> {
  if ((phases as readonly UploadPhase[]).includes(flow.phase)) return flow as In<Phase>;
  throw new Error(`An upload in phase ${flow.phase} cannot do what ${phases.join(', ')} can`);
}

export function begin(flow: UploadFlow, describe: boolean): Describing | Choosing {
  from(flow, 'idle');
  return describe ? { phase: 'describing', waiting: null, from: null } : { phase: 'choosing' };
}

/** Asks for the description: before a file, or again. A review is kept for the way back. */
export function askDescription(flow: UploadFlow, waiting: File | null = null): Describing {
  const at = from(flow, 'idle', 'describing', 'choosing', 'reading', 'review', 'failed');
  const review = at.phase === 'review' ? at : at.phase === 'failed' ? revise(at) : null;
  return { phase: 'describing', waiting, from: waiting === null ? review : null };
}

export function described(flow: UploadFlow): Choosing | Reading | Review {
  const { waiting, from: review } = from(flow, 'describing');
  if (waiting !== null) return { phase: 'reading', file: waiting, share: 0 };
  return review ?? { phase: 'choosing' };
}

/** Takes a file; an earlier one, and what was found in it, is given up. */
export function read(flow: UploadFlow, file: File): Reading {
  from(flow, 'idle', 'describing', 'choosing', 'reading', 'review', 'failed');
  return { phase: 'reading', file, share: 0 };
}

/** How much is read never shrinks. */
export function advance(flow: UploadFlow, share: number): Reading {
  const at = from(flow, 'reading');
  return { ...at, share: Math.min(Math.max(at.share, share || 0), 1) };
}

export function judge(flow: UploadFlow, report: ValidationReport): Review {
  return reviewOf(from(flow, 'reading').file, report);
}

/** Gives up the file that is being read or was reviewed. */
export function choose(flow: UploadFlow): Choosing {
  from(flow, 'reading', 'review', 'failed');
  return { phase: 'choosing' };
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
