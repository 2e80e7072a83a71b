import { ProblemError } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import type { AuthorizationOptions } from './authorization.js';
import { request } from './request.js';
import type { Call } from './request.js';

/**
 * As `request`; the call carries an idempotency key, so a repeat is the same intention. Where the server may have acted
 * and its word never came, rejects with `outcome_unknown`: the key tells, nothing else does.
 */
export async function write<Result>(call: Call<Result>, options: AuthorizationOptions): Promise<Result> {
  let lost = false;
  try {
    return await request(call, options, (problem, offline) => {
      lost ||= mayHaveActed(problem) && !offline;
    });
  } catch (error) {
    if (!lost || !(error instanceof ProblemError) || isVerdict(error)) throw error;
    throw new ProblemError(
      {
        code: 'outcome_unknown',
        title: 'Nobody knows yet whether this was done',
        requestId: error.requestId,
        retryable: true,
        retryAfter: error.retryAfter,
      },
      { cause: error },
    );
  }
}

/** Whether the server may have done what was asked although we were not told: a proxy's 502 and 504 tell nothing. */
function mayHaveActed({ code, status }: Problem): boolean {
  return (
    ['network', 'timeout', 'unreadable', 'redirected', 'in_progress'].includes(code) || status === 502 || status === 504
  );
}

/** Whether the server answered for good, and did nothing. */
function isVerdict({ status, retryable }: Problem): boolean {
  return status >= 400 && !retryable;
}
