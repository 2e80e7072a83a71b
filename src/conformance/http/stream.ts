import { createParser } from 'eventsource-parser';
import { failureOf, problemOf, readAnswer } from '../../adapter/exchange.js';
import { abortable } from '../../adapter/time.js';
import { batchShape } from '../../adapter/wire-shapes.js';
import { batchFromWire, parseJson } from '../../adapter/wire.js';
import { ProblemError } from '../../core/problem.js';
import type { Heard } from '../listen.js';
import { short } from '../text.js';
import { requestIdOf } from './client.js';
import type { HttpClient } from './client.js';
import { faultIn } from './watch.js';

const batchEvents = ['batch.created', 'batch.updated', 'batch.finished'];

/**
 * One connection to `GET /events`, each message as it came: an unreadable one is said to be so, where the elements would
 * read everything again. Throws a `ProblemError`.
 */
export async function* readStream(
  client: HttpClient,
  signal: AbortSignal,
  lastEventId: string | null,
): AsyncIterable<Heard> {
  const headers = { Accept: 'text/event-stream', ...(lastEventId !== null && { 'Last-Event-ID': lastEventId }) };
  const response = await client.open({ call: 'subscribe', path: '/events', headers }, signal);
  const type = response.headers.get('Content-Type')?.trim() ?? 'no Content-Type';
  if (!response.ok) throw problemOf(await readAnswer(response, signal));
  if (!response.body || response.status !== 200 || !/^text\/event-stream\s*(?:;|$)/i.test(type)) {
    response.body?.cancel().catch(() => undefined);
    throw new ProblemError({
      code: 'unreadable',
      status: response.status,
      title: 'Not an event stream',
      detail: short(type, 60),
      requestId: requestIdOf(response),
    });
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const heard: Heard[] = [];
  const parser = createParser({
    onEvent: message => heard.push(heardMessage(message)),
    onComment: () => heard.push({ type: 'heartbeat', id: null, batch: null, fault: null }),
  });
  try {
    for (;;) {
      const { done, value } = await abortable(reader.read(), signal);
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* heard.splice(0);
    }
  } catch (error) {
    throw failureOf(error, signal);
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

interface Message {
  readonly id?: string | undefined;
  readonly event?: string | undefined;
  readonly data: string;
}

function heardMessage({ id = null, event = 'message', data }: { id?: string | null } & Omit<Message, 'id'>): Heard {
  if (!batchEvents.includes(event)) return { type: event, id, batch: null, fault: null };
  let payload: unknown;
  try {
    payload = parseJson(data);
  } catch {
    return { type: event, id, batch: null, fault: `not JSON: ${short(data, 60)}` };
  }
  const fault = faultIn(batchShape, payload);
  return { type: event, id, batch: fault === null ? batchFromWire(payload) : null, fault };
}
