import type { BatchSyncAdapter, CreateBatchInput } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import { ProblemError, toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import { jittered } from './clock.js';
import type { Clock } from './clock.js';
import { isUnknown } from './upload-problem.js';

export interface OutcomeQuestion {
  readonly adapter: BatchSyncAdapter;
  readonly intention: { readonly key: string; readonly input: CreateBatchInput };
  /** Why the outcome is not known. `canceled`: the person wants nothing sent again. */
  readonly problem: Problem;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Milliseconds before each round. */
const rounds = [0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000] as const;
/** Rounds for a person who stopped and waits to be told. */
const roundsCanceled = 2;

/**
 * Finds out what became of an intention: by its key, and by repeating it with its key, so that there is one batch in
 * any case. An empty answer means *not known yet*. Rejects with the server's verdict, or with the problem it began
 * with (`outcome_unknown` where that says less) when the rounds are over.
 */
export async function findOutcome(question: OutcomeQuestion): Promise<Batch> {
  const { signal, clock } = question;
  const canceled = question.problem.code === 'canceled';
  let { problem } = question;
  for (const delay of canceled ? rounds.slice(0, roundsCanceled) : rounds) {
    await pause(Math.max(jittered(delay, clock), problem.retryAfter ?? 0), question);
    await online(signal);
    try {
      const batch = (await lookUp(question)) ?? (canceled ? null : await repeat(question));
      if (batch) return batch;
    } catch (error) {
      signal.throwIfAborted();
      problem = toProblem(error);
      if (!isPassing(problem)) throw new ProblemError(problem);
    }
  }
  throw canceled ? new ProblemError(question.problem) : unknown(problem);
}

async function lookUp({ adapter, intention, signal }: OutcomeQuestion): Promise<Batch | null> {
  try {
    const found = await adapter.findBatches?.({ idempotencyKey: intention.key }, { signal });
    return found?.[0] ?? null;
  } catch (error) {
    const { status } = toProblem(error);
    // A backend that has no such call: the repeated request alone tells.
    if (status === 404 || status === 501) return null;
    throw error;
  }
}

function repeat({ adapter, intention, signal }: OutcomeQuestion): Promise<Batch> {
  return adapter.createBatch(intention.input, { signal, idempotencyKey: intention.key });
}

/** Whether another round may tell more: the server said neither yes nor no. */
function isPassing(problem: Problem): boolean {
  return isUnknown(problem) || problem.retryable;
}

function unknown(problem: Problem): ProblemError {
  const { requestId, retryAfter } = problem;
  const title = 'Nobody knows yet whether the batch was created';
  return new ProblemError({ code: 'outcome_unknown', title, requestId, retryAfter, retryable: true });
}

async function pause(milliseconds: number, { clock, signal }: OutcomeQuestion): Promise<void> {
  signal.throwIfAborted();
  if (milliseconds > 0) await until(signal, done => clock.after(milliseconds, done));
}

/** Without a network nothing can be asked: rounds are not spent on it. */
function online(signal: AbortSignal): Promise<void> {
  if (navigator.onLine) return Promise.resolve();
  return until(signal, done => {
    window.addEventListener('online', done, { once: true });
    return () => window.removeEventListener('online', done);
  });
}

/** Waits for what `begin` announces; rejects with the signal's reason and leaves nothing behind. */
function until(signal: AbortSignal, begin: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = begin(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    const abort = () => {
      end();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
  });
}
