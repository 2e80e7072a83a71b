import { openResponse, problemOf, readAnswer } from '../../adapter/exchange.js';
import type { Answer } from '../../adapter/exchange.js';
import { watchStall } from '../../adapter/time.js';
import { ProblemError } from '../../core/problem.js';
import { successOf } from '../calls.js';
import type { CallName } from '../calls.js';

/** Somebody who waits longer than this has another limit in mind. Milliseconds. */
const longestWait = 60_000;
const maxWaits = 3;

export interface HttpRequest {
  readonly call: CallName;
  /** Below the base URL, with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
}

/** The contract as bytes. Rejects with a `ProblemError` where there is no answer. */
export interface HttpClient {
  /** One exchange; a refusal is an answer too. */
  send(request: HttpRequest, signal?: AbortSignal): Promise<Answer>;
  /** As `send`, but answers before the body came. */
  open(request: HttpRequest, signal: AbortSignal): Promise<Response>;
}

export interface HttpClientSetup {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly send: typeof fetch;
  /** Milliseconds for a whole exchange. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly onAnswer: (call: CallName, answer: Answer) => void;
}

export function createHttpClient(setup: HttpClientSetup): HttpClient {
  const { baseUrl, headers, send, timeout, pause, onAnswer } = setup;

  function open({ call, path, headers: more, body }: HttpRequest, signal: AbortSignal): Promise<Response> {
    const writes = successOf(call) === 202;
    const init: RequestInit = {
      method: writes ? 'POST' : 'GET',
      headers: { Accept: 'application/json, application/problem+json', ...headers, ...more },
      cache: 'no-store',
      // A write that is sent on is an answer to be seen; the elements refuse it.
      redirect: writes ? 'manual' : 'follow',
      ...(body !== undefined && { body }),
    };
    return openResponse(send, `${baseUrl}${path}`, init, signal, timeout);
  }

  async function exchange(request: HttpRequest, outer: AbortSignal): Promise<Answer> {
    const watch = watchStall(outer, timeout);
    try {
      return await readAnswer(await open(request, watch.signal), watch.signal);
    } finally {
      watch.release();
    }
  }

  return {
    open,
    async send(request, signal = setup.signal) {
      for (let waits = 0; ; waits++) {
        const answer = await exchange(request, signal);
        const delay = waits < maxWaits ? askedDelay(answer) : null;
        if (delay === null) {
          onAnswer(request.call, answer);
          return answer;
        }
        await pause(delay);
      }
    },
  };
}

/** Milliseconds that a server asks to wait that has too much to do; `null` for every other answer. */
function askedDelay(answer: Answer): number | null {
  if (answer.status !== 429 && answer.status !== 503) return null;
  const { retryAfter } = problemOf(answer);
  return retryAfter === null || retryAfter > longestWait ? null : retryAfter;
}

export function requestIdOf({ headers }: { readonly headers: Headers }): string | null {
  return headers.get('X-Request-Id');
}

/** A write that was sent on to another address. */
export function notFollowed(answer: Answer): ProblemError {
  const location = answer.headers.get('Location');
  return new ProblemError({
    code: 'redirected',
    status: answer.status,
    title: 'Another address answered',
    detail: location,
    requestId: requestIdOf(answer),
  });
}
