// How the work goes on: a batch is done task by task, somewhat unevenly, and tells of it once a second.
import type { BatchRecord } from './records.js';
import { chance } from './random.js';

/** How often a batch in work changes. */
export const stepMs = 1000;
/** A server needs a moment before the first task. */
const warmUpMs = 2000;
const unevenness = 0.6;

/** The share of a stuck batch's tasks that end. */
const stuckAt = 0.4;

type Work = Pick<BatchRecord, 'seed' | 'taskMs' | 'stuck'> & { readonly startedAt: number | null };

/** Milliseconds from the start to the end of the last task. */
export function durationOf({ taskMs }: Pick<BatchRecord, 'taskMs'>, count: number): number {
  return Math.round(warmUpMs + count * taskMs);
}

/** When the task of this index ended, or will end. */
export function taskEnd(work: Work, count: number, index: number): number {
  const waves = 2 + Math.floor(chance(work.seed, 0, 20) * 4);
  const share = (index + 1) / count;
  // Rises always: the derivative of the wave stays below 1.
  const time = share + (unevenness * Math.sin(2 * Math.PI * waves * share)) / (2 * Math.PI * waves);
  return Math.round((work.startedAt ?? 0) + durationOf(work, count) * time);
}

/** How many tasks ended by `time`. */
export function doneBy(work: Work, count: number, time: number): number {
  let low = 0;
  let high = work.stuck ? limitOf(work, count) : count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taskEnd(work, count, middle) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many tasks may end; beyond them, in a batch that is not stuck, only the batch itself does. */
function limitOf({ stuck }: Work, count: number): number {
  return stuck ? Math.floor(count * stuckAt) : Infinity;
}

/** When a batch in work, of whose tasks `done` have ended, changes next. */
export function nextStep(work: Work, count: number, done: number): number {
  if (done >= limitOf(work, count)) return Infinity;
  const start = work.startedAt ?? 0;
  const end = start + durationOf(work, count);
  if (done >= count) return end;
  return Math.min(start + Math.ceil((taskEnd(work, count, done) - start) / stepMs) * stepMs, end);
}

/** 1000 tasks take about half a minute to a minute. */
export function usualTaskMs(seed: number): number {
  return 28 + Math.round(chance(seed, 0, 21) * 26);
}

/** How long a gateway sync takes that is asked for when the batch has ended. */
export function gatewayRunMs(accepted: number): number {
  return 4000 + Math.min(accepted, 5000) * 8;
}
