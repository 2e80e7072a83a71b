import { ProblemError } from '../../src/core/problem.js';
import type { Problem } from '../../src/core/problem.js';
import { problemResponse } from '../http.js';

/** An answer that refuses, with a request id to copy. */
export function refusal(problem: Partial<Problem> & Pick<Problem, 'code' | 'title'>): Response {
  return problemResponse(new ProblemError(problem), `req_${problem.code}_5f21`);
}
