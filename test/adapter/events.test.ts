import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../src/adapter/rest.js';
import type { RestAdapterOptions } from '../../src/adapter/rest.js';
import { eventToWire } from '../../src/adapter/wire.js';
import type { BatchEvent } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { answer, batch, problem, rejection, stopClock } from './fixtures.js';
import { serverOf, silence, unreachable } from './server.js';
import type { Reply } from './server.js';

const type = { 'Content-Type': 'text/event-stream' };
const events: BatchEvent[] = [
  { type: 'batch.created', id: '1', batch: { ...batch, fileName: 'Aufträge 😀.csv' } },
  { type: 'heartbeat', id: null },
  { type: 'batch.updated', id: '2', batch: { ...batch, version: 4 } },
  { type: 'resync', id: '3' },
  { type: 'batch.finished', id: '4', batch: { ...batch, status: 'ACCEPTED', version: 5 } },
];
const stream = events.map(eventToWire).join('');

function subscribe(replies: Reply[], options: Partial<RestAdapterOptions> = {}, lastEventId: string | null = null) {
  const server = serverOf(...replies);
  const controller = new AbortController();
  const adapter = createRestAdapter({ baseUrl: 'https://api.example', fetch: server.fetch, ...options });
  return {
    events: adapter.subscribe({ signal: controller.signal, lastEventId }),
    requests: server.requests,
    controller,
  };
}

async function collect(source: AsyncIterable<BatchEvent>, into: BatchEvent[] = []): Promise<BatchEvent[]> {
  for await (const event of source) into.push(event);
  return into;
}

/** A stream of these pieces, that ends as said. */
function bodyOf(pieces: Uint8Array[], end: 'close' | 'cut' | 'open' = 'close', cancel?: () => void): ReadableStream {
  let at = 0;
  async function pull(controller: ReadableStreamDefaultController) {
    if (at < pieces.length) {
      controller.enqueue(pieces[at++]);
    } else if (end === 'close') {
      controller.close();
    } else if (end === 'cut') {
      // An error throws away what was not read yet: let it be read.
      await new Promise(resolve => setTimeout(resolve));
      controller.error(new TypeError('network error'));
    }
  }
  return new ReadableStream({ pull, cancel });
}

describe('The event stream', () => {
  it('gives the same events wherever it is chopped', async () => {
    const lines = `:hello\n${stream}`.replaceAll('\n', '\r\n');
    const bytes = new TextEncoder().encode(lines);
    const wanted = [{ type: 'heartbeat', id: null }, ...events];
    const cuts = [1, 2, 3, 7, 64, 1000, bytes.length];
    for (const size of cuts) {
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.slice(at, at + size));
      const found = await collect(subscribe([new Response(bodyOf(pieces), { headers: type })]).events);
      expect(found, `in pieces of ${size}`).to.deep.equal(wanted);
    }
    const short = new TextEncoder().encode(eventToWire(events[0]));
    for (let at = 1; at < short.length; at++) {
      const pieces = [short.slice(0, at), short.slice(at)];
      const found = await collect(subscribe([new Response(bodyOf(pieces), { headers: type })]).events);
      expect(found, `cut at ${at}`).to.deep.equal([events[0]]);
    }
  });

  it('is asked for with the host’s headers, the token, and where the last one ended', async () => {
    const options = { headers: { 'X-CSRF': 'c' }, getAccessToken: () => 't', credentials: 'include' } as const;
    const { events: source, requests } = subscribe([answer(stream, { headers: type })], options, 'ü-1');
    await collect(source);
    const { url, method, headers, credentials } = requests[0];
    expect({ url, method, credentials }).to.deep.equal({
      url: 'https://api.example/events',
      method: 'GET',
      credentials: 'include',
    });
    expect(headers.get('Accept')).to.equal('text/event-stream');
    expect(headers.get('Authorization')).to.equal('Bearer t');
    expect(headers.get('X-CSRF')).to.equal('c');
    const bytes = Uint8Array.from(headers.get('Last-Event-ID') ?? '', character => character.charCodeAt(0));
    expect(new TextDecoder().decode(bytes)).to.equal('ü-1');
  });

  it('says nothing of a last event where there was none', async () => {
    const { events: source, requests } = subscribe([answer(stream, { headers: type })]);
    await collect(source);
    expect(requests[0]?.headers.has('Last-Event-ID')).to.equal(false);
  });

  it('asks to read everything again for an event that cannot be read, and goes on', async () => {
    const text = `id: 9\nevent: batch.updated\ndata: {"id":\n\n${eventToWire(events[2])}`;
    const found = await collect(subscribe([answer(text, { headers: type })]).events);
    expect(found).to.deep.equal([{ type: 'resync', id: '9' }, events[2]]);
  });

  it('leaves out the event in the middle of which it was cut, and throws', async () => {
    const bytes = new TextEncoder().encode(stream);
    const { events: source, requests } = subscribe([
      new Response(bodyOf([bytes.slice(0, bytes.length - 9)], 'cut'), { headers: type }),
    ]);
    const found: BatchEvent[] = [];
    expect(await rejection(collect(source, found))).to.include({ code: 'network', retryable: true });
    expect(found).to.deep.equal(events.slice(0, -1));
    expect(requests.length).to.equal(1);
  });

  const refused: [name: string, reply: Reply, expected: object][] = [
    [
      'HTML with 200',
      answer('<title>Sign in</title>', { headers: { 'Content-Type': 'text/html' } }),
      { code: 'unreadable', status: 200 },
    ],
    ['204', new Response(null, { status: 204 }), { code: 'unreadable', status: 204 }],
    [
      'an endless page',
      () => new Response(bodyOf([], 'open'), { headers: { 'Content-Type': 'text/html', 'X-Request-Id': 'r' } }),
      { code: 'unreadable', requestId: 'r' },
    ],
    ['403', problem(403), { code: 'forbidden', status: 403 }],
    ['503', problem(503, {}, { 'Retry-After': '7' }), { code: 'unavailable', retryable: true, retryAfter: 7000 }],
    ['404', problem(404), { code: 'not_found', retryable: false }],
    ['nobody', unreachable, { code: 'network', retryable: true }],
  ];
  for (const [name, reply, expected] of refused) {
    it(`throws a problem, and tries no second time: ${name}`, async () => {
      const { events: source, requests } = subscribe([reply]);
      const error = await rejection(collect(source));
      expect(error).to.be.instanceOf(ProblemError);
      expect(error).to.include(expected);
      expect(requests.length).to.equal(1);
    });
  }

  it('asks once for another token', async () => {
    const asked: string[] = [];
    const getAccessToken = ({ reason }: { reason: string }) => `t${asked.push(reason)}`;
    const fine = subscribe([problem(401), answer(stream, { headers: type })], { getAccessToken });
    expect(await collect(fine.events)).to.deep.equal(events);
    const never = subscribe([problem(401)], { getAccessToken });
    expect(await rejection(collect(never.events))).to.include({ code: 'session_expired' });
    expect(never.requests.length).to.equal(2);
    expect(asked).to.deep.equal(['initial', 'unauthorized', 'initial', 'unauthorized']);
  });

  it('does not take in an event without end', async () => {
    const piece = new TextEncoder().encode(`data: ${'x'.repeat(1024 * 1024)}`);
    const { events: source } = subscribe([
      new Response(bodyOf([piece, ...Array<Uint8Array>(5).fill(piece.slice(6))], 'open'), { headers: type }),
    ]);
    expect(await rejection(collect(source))).to.include({ code: 'unreadable' });
  });

  it('ends with the reason of its signal while nothing comes, and lets the connection go', async () => {
    let canceled = false;
    const body = bodyOf([new TextEncoder().encode(eventToWire(events[1]))], 'open', () => {
      canceled = true;
    });
    const { events: source, controller } = subscribe([() => new Response(body, { headers: type })]);
    const reason = new Error('left');
    const outcome = rejection(
      (async () => {
        for await (const event of source) if (event.type === 'heartbeat') setTimeout(() => controller.abort(reason));
      })(),
    );
    expect(await outcome).to.equal(reason);
    expect(canceled).to.equal(true);
  });

  it('lets the connection go when the reader leaves', async () => {
    let canceled = false;
    const body = bodyOf([new TextEncoder().encode(stream)], 'open', () => {
      canceled = true;
    });
    for await (const event of subscribe([() => new Response(body, { headers: type })]).events) {
      expect(event).to.deep.equal(events[0]);
      break;
    }
    expect(canceled).to.equal(true);
  });

  it('gives up a server that does not answer, and waits for one that did, however silent', async () => {
    const clock = stopClock();
    try {
      const dead = rejection(collect(subscribe([silence]).events));
      await clock.pass(30_000);
      expect(await dead).to.include({ code: 'timeout', retryable: true });

      let ended = false;
      const { events: source, controller } = subscribe([() => new Response(bodyOf([], 'open'), { headers: type })]);
      const quiet = rejection(collect(source)).finally(() => {
        ended = true;
      });
      await clock.pass(3_600_000);
      expect(ended).to.equal(false);
      controller.abort();
      await quiet;
      expect(clock.pending).to.equal(0);
    } finally {
      clock.restore();
    }
  });
});
