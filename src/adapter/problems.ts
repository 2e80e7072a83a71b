import { custom, number, safeParse, string } from 'zod/mini';
import type { ZodMiniType } from 'zod/mini';
import { repairNames } from '../core/issue.js';
import type { Issue } from '../core/issue.js';
import { ownMembers } from '../core/own-members.js';
import { ProblemError } from '../core/problem.js';
import { isObject, listOfAny, oneOf, recordOf } from './wire-shapes.js';

// Read member by member, where each may be missing: an error that is badly told is still an error.
const anyObject = custom<Readonly<Record<string, unknown>>>(isObject);
const nothing = ownMembers<Readonly<Record<string, unknown>>>();
const text = string();
const position = number();
const severity = oneOf(['error', 'warning', 'info']);
const repairName = oneOf(repairNames);
const issueParams = recordOf<string | number>('string', 'number');

/** What a status says where the answer has no `code` of its own. */
const codes: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'session_expired',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  409: 'conflict',
  410: 'gone',
  413: 'file_too_large',
  415: 'unsupported_media_type',
  422: 'csv_validation',
  429: 'rate_limited',
  501: 'not_implemented',
  503: 'unavailable',
};

/** What a status says of the file where the answer lists no errors: the same words as the browser's own check. */
const fileIssues: Readonly<Record<number, Issue>> = {
  413: { code: 'file_too_large', severity: 'error' },
  415: { code: 'not_csv', severity: 'error' },
};

/** What an answer says beside its body. */
export interface AnswerHead {
  readonly status: number;
  /** From `X-Request-Id`. */
  readonly requestId: string | null;
  /** Milliseconds. */
  readonly retryAfter: number | null;
}

/** An error answer as a problem. Never throws; `payload` may be anything, such as `null` for no body. */
export function problemFromWire(payload: unknown, { status, requestId, retryAfter }: AnswerHead): ProblemError {
  const wire = parsed(anyObject, payload) ?? nothing;
  const given = parsed(text, wire['code']);
  // The host's token was asked for again and refused again: whatever the body calls it, the session is over.
  const code = (status === 401 ? null : given) || (codes[status] ?? (status >= 500 ? 'server_error' : 'http_error'));
  const issues = (parsed(listOfAny, wire['errors']) ?? []).map(issueFromWire);
  const implied = fileIssues[status];
  return new ProblemError({
    code,
    status,
    title: parsed(text, wire['title']) || code,
    detail: parsed(text, wire['detail']) ?? null,
    requestId: parsed(text, wire['request_id']) || requestId,
    retryable: isPassing(status, code),
    retryAfter,
    issues: issues.length === 0 && implied ? [implied] : issues,
    batchId: parsed(text, wire['batch_id']) || null,
  });
}

/** Whether the same call may go through later, unchanged. */
function isPassing(status: number, code: string): boolean {
  if (status === 409) return code === 'in_progress';
  return status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501);
}

/** An entry that cannot be read is kept as such, so that the total is right. */
function issueFromWire(payload: unknown): Issue {
  const wire = parsed(anyObject, payload) ?? nothing;
  const row = parsed(position, wire['row']);
  const line = parsed(position, wire['line']);
  const column = parsed(text, wire['column']);
  const params = parsed(issueParams, wire['params']);
  const repair = parsed(repairName, wire['repair']);
  return {
    code: parsed(text, wire['code']) ?? 'unreadable',
    severity: parsed(severity, wire['severity']) ?? 'error',
    ...(row !== undefined && { row }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(params && { params }),
    ...(repair && { repair }),
  };
}

function parsed<Output>(shape: ZodMiniType<Output>, payload: unknown): Output | undefined {
  try {
    return safeParse(shape, payload).data;
  } catch {
    // On a page that extended `Object.prototype` the library may stumble over telling what is wrong.
    return undefined;
  }
}
