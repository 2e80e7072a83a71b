import { ownMembers } from '../core/own-members.js';
import { ProblemError } from '../core/problem.js';
import { problemFromWire } from './problems.js';
import { retryAfterOf } from './retry.js';
import { abortable, endable, watchStall } from './time.js';
import { parseJson } from './wire-decode.js';

/** How long nothing may move: not the length of a request, which may be slow. */
export const stallLimit = 30_000;

/** No answer of the contract comes near. */
export const maxAnswerBytes = 16 * 1024 * 1024;

/** What came back, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: ArrayBuffer;
}

/** One try: the same request again makes another. Rejects with a `ProblemError` or the signal's reason. */
export type Exchange = (headers: Headers, signal: AbortSignal) => Promise<Answer>;

/** A try by `fetch`. `headLimit` is longer than `stallLimit` where a large body goes out and nothing tells how far. */
export function fetchExchange(send: typeof fetch, url: string, init: RequestInit, headLimit = stallLimit): Exchange {
  return async (headers, outer) => {
    const { signal, end } = endable(outer);
    try {
      const response = await openResponse(send, url, { ...init, headers }, signal, headLimit);
      if (response.redirected && init.redirect === 'error') throw redirected();
      return await readAnswer(response, signal);
    } catch (error) {
      end();
      throw error;
    }
  };
}

/** Waits for the head of an answer. By `signal` its body ends, too. */
export async function openResponse(
  send: typeof fetch,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
  limit = stallLimit,
): Promise<Response> {
  const watch = watchStall(signal, limit);
  try {
    const all = AbortSignal.any([signal, watch.signal]);
    return await abortable(send(url, ownMembers<RequestInit>(init, { signal: all })), watch.signal);
  } catch (error) {
    throw failureOf(error, watch.signal);
  } finally {
    watch.release();
  }
}

/** The payload of a success. Throws a `ProblemError` for everything else. */
export function payloadOf(answer: Answer): unknown {
  if (answer.status < 200 || answer.status > 299) throw problemOf(answer);
  const payload = jsonOf(answer);
  if (payload === undefined) throw unreadable('Not JSON');
  return payload;
}

export function problemOf(answer: Answer): ProblemError {
  const { status, headers } = answer;
  return problemFromWire(jsonOf(answer), {
    status,
    requestId: headers.get('X-Request-Id'),
    retryAfter: retryAfterOf(headers),
  });
}

export function unreadable(detail: string): ProblemError {
  return new ProblemError({ code: 'unreadable', title: 'The answer cannot be read', detail, retryable: true });
}

/** Somebody else may have been given the request, and may have done what it asked. */
export function redirected(): ProblemError {
  return new ProblemError({ code: 'redirected', title: 'Another address answered' });
}

/** What made a try fail: an abort, a stall, a problem that is known, or else the network. */
export function failureOf(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof ProblemError) return error;
  return new ProblemError(
    { code: 'network', title: 'The server cannot be reached', retryable: true },
    { cause: error },
  );
}

/** An answer to its end; its size is bounded, and so is the time in which nothing comes. */
export async function readAnswer(response: Response, signal: AbortSignal): Promise<Answer> {
  const { status, headers, body } = response;
  const reader = body?.getReader();
  if (!reader) return { status, headers, bytes: new ArrayBuffer(0) };
  const watch = watchStall(signal, stallLimit);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await abortable(reader.read(), watch.signal);
      if (done) return { status, headers, bytes: joined(parts, size) };
      watch.touch();
      size += value.byteLength;
      if (size > maxAnswerBytes) throw unreadable('Too large');
      parts.push(value);
    }
  } catch (error) {
    throw failureOf(error, watch.signal);
  } finally {
    watch.release();
    // Nothing after the whole body was read.
    reader.cancel().catch(() => undefined);
  }
}

function joined(parts: readonly Uint8Array[], size: number): ArrayBuffer {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole.buffer;
}

/**
 * `undefined` for what does not call itself JSON, is not UTF-8 or does not parse: a login page or a proxy's may come
 * with any status, 200 too.
 */
function jsonOf({ headers, bytes }: Answer): unknown {
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(headers.get('Content-Type')?.trim() ?? '')) return undefined;
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
