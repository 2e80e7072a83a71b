import type { CreateBatchInput } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import type { Findings } from '../core/findings.js';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';

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

/** The verdict is there, clean or with issues. Next: `sending`, `reading` of another file, or `describing`. */
export interface Review {
  readonly phase: 'review';
  readonly file: File;
  readonly report: ValidationReport;
  readonly findings: Findings;
  /** Fingerprint of the rows; `null` where the page cannot make one, or the file is not valid. */
  readonly rowsSha256: string | null;
  /** Whether the person accepted the warnings, all of them. */
  readonly warningsAccepted: boolean;
}

/** One wish of a person to make one batch. A repeat is the same intention, and carries the same key. */
export interface Intention {
  readonly key: string;
  readonly input: CreateBatchInput;
}

/** The request is under way. Next: `done`, `failed`, or `checking` where the outcome is not known. */
export interface Sending {
  readonly phase: 'sending';
  readonly review: Review;
  readonly intention: Intention;
  readonly loaded: number;
  /** Bytes, `null` where the transport does not know. */
  readonly total: number | null;
}

/** Nobody knows whether the batch was made, and the key tells. Next: `done` or `failed`. */
export interface Checking {
  readonly phase: 'checking';
  readonly review: Review;
  readonly intention: Intention;
  /** Why: `canceled` is the person's own doing, and then nothing is sent again. */
  readonly problem: Problem;
}

/** The batch is there. Next: `idle`. */
export interface Done {
  readonly phase: 'done';
  readonly batch: Batch;
}

/** There is no batch as far as we know; everything is kept. Next: `sending`, `review`, `describing`, or `reading` of another file. */
export interface Failed {
  readonly phase: 'failed';
  readonly review: Review;
  readonly intention: Intention;
  readonly problem: Problem;
  /** What the server found in the file. */
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

export function judge(flow: UploadFlow, verdict: Pick<Review, 'report' | 'findings' | 'rowsSha256'>): Review {
  const { file } = from(flow, 'reading');
  return { phase: 'review', file, ...verdict, warningsAccepted: false };
}

/** Gives up the file that is being read or was reviewed. */
export function choose(flow: UploadFlow): Choosing {
  from(flow, 'reading', 'review', 'failed');
  return { phase: 'choosing' };
}

export function acceptWarnings(flow: UploadFlow, accepted: boolean): Review {
  return { ...from(flow, 'review'), warningsAccepted: accepted };
}

/** Whether a review may be sent: no error, and every warning accepted. */
export function isSendable({ report, findings, warningsAccepted }: Review): boolean {
  return report.ok && findings.errors === 0 && (findings.warnings === 0 || warningsAccepted);
}

export function send(flow: UploadFlow, intention: Intention): Sending {
  const review = from(flow, 'review');
  if (!isSendable(review)) throw new Error('A file that is not valid is never sent');
  return { phase: 'sending', review, intention, loaded: 0, total: null };
}

/** Bytes sent; a repeat of the request by the adapter begins again. */
export function progress(flow: UploadFlow, loaded: number, total: number | null): Sending {
  return { ...from(flow, 'sending'), loaded, total };
}

export function check(flow: UploadFlow, problem: Problem): Checking {
  const { review, intention } = from(flow, 'sending', 'checking');
  return { phase: 'checking', review, intention, problem };
}

export function finish(flow: UploadFlow, batch: Batch): Done {
  from(flow, 'sending', 'checking');
  return { phase: 'done', batch };
}

export function fail(flow: UploadFlow, problem: Problem, findings: Findings, now: number): Failed {
  const { review, intention } = from(flow, 'sending', 'checking');
  return { phase: 'failed', review, intention, problem, findings, notBefore: now + (problem.retryAfter ?? 0) };
}

/** What makes the same file another intention. */
export interface NewKey {
  readonly key: string;
  readonly acceptDuplicate: boolean;
}

/** Sends the same intention again. `change` only where the server refused the first for good. */
export function retry(flow: UploadFlow, change?: NewKey): Sending {
  const { review, intention, problem } = from(flow, 'failed');
  if (change && !isSettled(problem)) throw new Error('While the outcome is not known, the key stays');
  return {
    phase: 'sending',
    review,
    intention: change ? renewed(intention, change) : intention,
    loaded: 0,
    total: null,
  };
}

function renewed({ input }: Intention, { key, acceptDuplicate }: NewKey): Intention {
  return { key, input: { ...input, client: { ...input.client, acceptDuplicate } } };
}

/** Back to the review, to change what is sent. Only where the server said that it made nothing. */
export function revise(flow: UploadFlow): Review {
  const { review, problem } = from(flow, 'failed');
  if (!isSettled(problem)) throw new Error('While the outcome is not known, the intention stays');
  return review;
}

const lost = ['outcome_unknown', 'canceled', 'network', 'timeout', 'unreadable', 'redirected', 'in_progress'];

/** Codes of what ends a request before it leaves. */
const unsent = ['session_expired', 'forbidden', 'invalid_headers', 'invalid_base_url'];

/** Whether nobody knows if the batch was made. A proxy's 502 and 504 tell nothing, and no answer neither. */
export function isUnknown({ code, status }: Problem): boolean {
  if (lost.includes(code) || [408, 502, 504].includes(status)) return true;
  return status === 0 && !unsent.includes(code);
}

/**
 * Whether it is sure that no batch was made: the server judged this very intention. A refusal of the person or of the
 * moment (401, 403, 429) says nothing of an earlier try whose answer was lost.
 */
export function isSettled(problem: Problem): boolean {
  return [400, 409, 413, 415, 422].includes(problem.status) && !isUnknown(problem);
}
