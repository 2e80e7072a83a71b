import {
  array,
  catch as fallback,
  enum as oneOf,
  nullable,
  number,
  object,
  optional,
  record,
  safeParse,
  string,
  union,
  unknown,
} from 'zod/mini';
import type { ZodMiniType } from 'zod/mini';
import { repairNames } from '../core/issue.js';
import type { Issue } from '../core/issue.js';
import { ProblemError } from '../core/problem.js';

const text = fallback(nullable(string()), null);
const position = fallback(optional(number()), undefined);

/** Every member may be missing: an error that is badly told is still an error. */
const problemShape = object({
  code: text,
  title: text,
  detail: text,
  request_id: text,
  batch_id: text,
  errors: fallback(array(unknown()), []),
});

const issueShape = object({
  code: string(),
  severity: fallback(oneOf(['error', 'warning', 'info']), 'error'),
  row: position,
  line: position,
  column: fallback(optional(string()), undefined),
  params: fallback(optional(record(string(), union([string(), number()]))), undefined),
  repair: fallback(optional(oneOf(repairNames)), undefined),
});

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
  const wire = parsed(problemShape, payload);
  // The host's token was asked for again and refused again: whatever the body calls it, the session is over.
  const code =
    (status === 401 ? null : wire?.code) || (codes[status] ?? (status >= 500 ? 'server_error' : 'http_error'));
  const issues = (wire?.errors ?? []).map(issueFromWire);
  const implied = fileIssues[status];
  return new ProblemError({
    code,
    status,
    title: wire?.title || code,
    detail: wire?.detail ?? null,
    requestId: wire?.request_id || requestId,
    retryable: isPassing(status, code),
    retryAfter,
    issues: issues.length === 0 && implied ? [implied] : issues,
    batchId: wire?.batch_id || null,
  });
}

/** Whether the same call may go through later, unchanged. */
function isPassing(status: number, code: string): boolean {
  if (status === 409) return code === 'in_progress';
  return status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501);
}

/** An entry that cannot be read is kept as such, so that the total is right. */
function issueFromWire(payload: unknown): Issue {
  const wire = parsed(issueShape, payload);
  if (!wire) return { code: 'unreadable', severity: 'error' };
  const { code, severity, row, line, column, params, repair } = wire;
  return {
    code,
    severity,
    ...(row !== undefined && { row }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(params && { params }),
    ...(repair && { repair }),
  };
}

function parsed<Output>(shape: ZodMiniType<Output>, payload: unknown): Output | null {
  try {
    const result = safeParse(shape, payload);
    return result.success ? result.data : null;
  } catch {
    // On a page that extended `Object.prototype` the library may stumble over telling what is wrong.
    return null;
  }
}
