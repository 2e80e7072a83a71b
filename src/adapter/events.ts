import { createParser } from 'eventsource-parser';
import type { BatchEvent } from '../core/batch.js';
import { ProblemError } from '../core/problem.js';
import type { Authorization } from './authorization.js';
import { failureOf, openResponse, problemOf, readAnswer, unreadable } from './exchange.js';
import { abortable, endable } from './time.js';
import { eventFromWire } from './wire-events.js';

/** Characters of one event; a snapshot of a batch has a few thousand. */
const maxEventLength = 4 * 1024 * 1024;

export interface EventSource {
  readonly send: typeof fetch;
  readonly url: string;
  readonly credentials: RequestCredentials;
  readonly authorization: Authorization;
  readonly signal: AbortSignal;
  readonly lastEventId: string | null;
}

/**
 * One connection to an event stream. Yields each event, and a heartbeat for each comment, which servers send to keep
 * a connection open. Ends where the server ends it, throws a `ProblemError` where it is cut or is no event stream.
 */
export async function* readEvents(source: EventSource): AsyncGenerator<BatchEvent, void> {
  const { signal, end } = endable(source.signal);
  const reader = await openStream({ ...source, signal });
  const decoder = new TextDecoder();
  const events: BatchEvent[] = [];
  let tooLong = false;
  const parser = createParser({
    maxBufferSize: maxEventLength,
    onEvent: message => events.push(eventFromWire(message)),
    onComment: () => events.push({ type: 'heartbeat', id: null }),
    onError: error => {
      tooLong ||= error.type === 'max-buffer-size-exceeded';
    },
  });
  try {
    for (;;) {
      const { done, value } = await abortable(reader.read(), signal);
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      if (tooLong) throw unreadable('Too large');
      yield* events.splice(0);
    }
  } catch (error) {
    throw failureOf(error, signal);
  } finally {
    reader.cancel().catch(() => undefined);
    end();
  }
}

type ByteReader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

async function openStream(source: EventSource): Promise<ByteReader> {
  const response = await connect(source);
  if (response.ok && response.body && isEventStream(response)) return response.body.getReader();
  const problem = await refusalOf(response, source.signal);
  if (problem.status === 401 && (await source.authorization.renew())) return openStream(source);
  throw source.authorization.conceal(problem);
}

async function connect({ send, url, credentials, authorization, signal, lastEventId }: EventSource): Promise<Response> {
  const headers = await authorization.headers({
    Accept: 'text/event-stream',
    ...(lastEventId && { 'Last-Event-ID': headerText(lastEventId) }),
  });
  return openResponse(send, url, { headers, credentials, cache: 'no-store' }, signal);
}

async function refusalOf(response: Response, signal: AbortSignal): Promise<ProblemError> {
  const { ok, status, headers } = response;
  if (!ok) return problemOf(await readAnswer(response, signal));
  response.body?.cancel().catch(() => undefined);
  const requestId = headers.get('X-Request-Id');
  return new ProblemError({ ...unreadable('Not an event stream'), status, requestId });
}

function isEventStream({ headers }: Response): boolean {
  return /^text\/event-stream\s*(?:;|$)/i.test(headers.get('Content-Type')?.trim() ?? '');
}

/** An id may be any text; a header holds bytes. */
function headerText(id: string): string {
  return String.fromCharCode(...new TextEncoder().encode(id));
}
