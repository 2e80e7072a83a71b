import type { Issue } from './issue.js';

/** What an adapter call failed with, in the shape of RFC 9457. */
export interface Problem {
  /** A machine word such as `forbidden`, `csv_validation`, `network`, `timeout`, `unreadable`. */
  readonly code: string;
  /** The HTTP status, 0 where there was no answer. */
  readonly status: number;
  readonly title: string;
  readonly detail: string | null;
  readonly requestId: string | null;
  /** Whether the same call may go through later. */
  readonly retryable: boolean;
  /** Milliseconds the server asked to wait, `null` where it did not. */
  readonly retryAfter: number | null;
  /** What the server found in the file. */
  readonly issues: readonly Issue[];
  /** A batch that the problem is about: the earlier one of a `duplicate_batch`. */
  readonly batchId: string | null;
}

/** A {@link Problem} that can be thrown. */
export class ProblemError extends Error implements Problem {
  override readonly name = 'ProblemError';
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | null;
  readonly requestId: string | null;
  readonly retryable: boolean;
  readonly retryAfter: number | null;
  readonly issues: readonly Issue[];
  readonly batchId: string | null;

  constructor(problem: Partial<Problem> & Pick<Problem, 'code'>, options?: ErrorOptions) {
    super(problem.title ?? problem.code, options);
    this.code = problem.code;
    this.status = problem.status ?? 0;
    this.title = problem.title ?? problem.code;
    this.detail = problem.detail ?? null;
    this.requestId = problem.requestId ?? null;
    this.retryable = problem.retryable ?? false;
    this.retryAfter = problem.retryAfter ?? null;
    this.issues = problem.issues ?? [];
    this.batchId = problem.batchId ?? null;
  }
}

/**
 * Whatever an adapter threw, as a problem. An adapter of the host's, or another copy of this library, may throw
 * any object: it is recognised by its shape.
 */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error;
  if (isRecord(error) && typeof error['code'] === 'string' && typeof error['status'] === 'number') {
    return new ProblemError(error as Partial<Problem> & Pick<Problem, 'code'>);
  }
  const detail = error instanceof Error ? error.message : null;
  return new ProblemError({ code: 'unexpected', title: 'Unexpected failure', detail, retryable: true });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
