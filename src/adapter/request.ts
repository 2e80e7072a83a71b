import { ProblemError } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import { authorize } from './authorization.js';
import type { AuthorizationOptions } from './authorization.js';
import { payloadOf } from './exchange.js';
import type { Answer, Exchange } from './exchange.js';
import { retryDelay } from './retry.js';
import { wait } from './time.js';

/** What is read is asked for in one of these forms. */
export const accept = { Accept: 'application/json, application/problem+json' };

export interface Call<Result> {
  readonly exchange: Exchange;
  /** The headers that are ours. */
  readonly headers: Readonly<Record<string, string>>;
  /** The payload as what was asked for. Throws a `ProblemError` `unreadable`. */
  readonly decode: (payload: unknown) => Result;
  readonly signal: AbortSignal;
}

/**
 * Repeats what may pass, asks the host for another token once, and answers with what was asked for or a problem.
 * `failed` hears of each try that did not go well, and whether the page was known to be offline before.
 */
export async function request<Result>(
  { exchange, headers, decode, signal }: Call<Result>,
  options: AuthorizationOptions,
  failed: (problem: Problem, offline: boolean) => void = () => undefined,
): Promise<Result> {
  signal.throwIfAborted();
  const authorization = authorize(options, signal);

  async function attempt(): Promise<Answer> {
    const answer = await exchange(await authorization.headers(headers), signal);
    return answer.status === 401 && (await authorization.renew()) ? attempt() : answer;
  }

  for (let retry = 0; ; retry++) {
    const offline = isOffline();
    try {
      return settle(await attempt(), decode);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ProblemError)) throw error;
      failed(error, offline);
      const delay = retryDelay(error, retry);
      if (delay === null) throw authorization.conceal(error);
      await wait(delay, signal);
    }
  }
}

/** Whether the browser knows that nothing can leave. Node has a `navigator` that does not say. */
function isOffline(): boolean {
  const online: unknown = globalThis.navigator?.onLine;
  return online === false;
}

/** Says of an answer that cannot be read, which it was. */
function settle<Result>(answer: Answer, decode: (payload: unknown) => Result): Result {
  try {
    return decode(payloadOf(answer));
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'unreadable') throw error;
    throw new ProblemError({ ...error, status: answer.status, requestId: answer.headers.get('X-Request-Id') });
  }
}
