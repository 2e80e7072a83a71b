import type { Problem } from '../core/problem.js';

const lost = ['outcome_unknown', 'canceled', 'network', 'timeout', 'unreadable', 'redirected', 'in_progress'];

/** Codes of what ends a request before it leaves. */
const unsent = ['session_expired', 'forbidden', 'invalid_headers', 'invalid_base_url', 'code_missing'];

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
