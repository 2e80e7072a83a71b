import type { Batch } from '../core/batch.js';
import type { Findings } from '../core/findings.js';
import type { Problem } from '../core/problem.js';
import type { Shipment } from './shipment.js';
import type { Review } from './upload-review.js';

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
  return { phase: 'describing', waiting, from: waiting === null && at.phase === 'review' ? at : null };
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

/** Gives up the file that is being read or was reviewed. */
export function choose(flow: UploadFlow): Choosing {
  from(flow, 'reading', 'review', 'failed');
  return { phase: 'choosing' };
}
