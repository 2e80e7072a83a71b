import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../src/adapter/rest.js';
import { batchToWire, taskToWire } from '../../src/adapter/wire.js';
import { ProblemError } from '../../src/core/problem.js';
import { defaultTaskQuery, defaultView } from '../../src/core/view.js';
import { answer, batch, json, problem, rejection, stopClock, task } from './fixtures.js';
import type { Clock } from './fixtures.js';
import { serverOf, silence, unreachable } from './server.js';
import type { Reply } from './server.js';

const baseUrl = 'https://api.example/v1/batch-sync';
const page = { next: null, prev: null, start: 1, total: 1 };
const good = () => json(batchToWire(batch));

function signal(): AbortSignal {
  return new AbortController().signal;
}

describe('A read', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = stopClock();
  });
  afterEach(() => {
    expect(clock.pending, 'timers left behind').to.equal(0);
    clock.restore();
  });

  /** Reads a batch from a server that gives these replies, while `milliseconds` pass. */
  async function get(replies: Reply[], milliseconds = 0, caller = signal()) {
    const server = serverOf(...replies);
    const adapter = createRestAdapter({ baseUrl, fetch: server.fetch });
    const outcome = adapter.getBatch('bs_1', { signal: caller }).then(
      value => ({ value, problem: undefined }),
      (error: unknown) => ({ value: undefined, problem: error as ProblemError }),
    );
    await clock.pass(milliseconds);
    return { ...(await outcome), requests: server.requests };
  }

  describe('of an answer that is none', () => {
    const header = { 'X-Request-Id': 'req_1' };
    const html = { 'Content-Type': 'text/html', ...header };
    const type = { 'Content-Type': 'application/json', ...header };
    const text = JSON.stringify(batchToWire(batch));
    const table: [name: string, reply: Response][] = [
      ['HTML with 200', answer('<!doctype html><title>Sign in</title>', { headers: html })],
      ['JSON that calls itself HTML', answer(text, { headers: html })],
      ['JSON without a type', answer(new TextEncoder().encode(text), { headers: header })],
      ['a JSON array as text', answer(text, { headers: { 'Content-Type': 'application/jsonlines', ...header } })],
      ['truncated JSON', answer(text.slice(0, -20), { headers: type })],
      ['JSON that is not UTF-8', answer(new Uint8Array([0x22, 0xe9, 0x22]), { headers: type })],
      ['nothing', answer('', { headers: type })],
      ['204', new Response(null, { status: 204, headers: header })],
      ['another shape', json([batchToWire(batch)], 200, header)],
      ['a missing member', json({ ...batchToWire(batch), tasks: { accepted: 1, failed: 0 } }, 200, header)],
      ['null', json(null, 200, header)],
      ['too much', answer(new Uint8Array(17 * 1024 * 1024), { headers: type })],
    ];
    for (const [name, reply] of table) {
      it(`is unreadable, once: ${name}`, async () => {
        const { problem: found, requests } = await get([reply]);
        expect(found).to.be.instanceOf(ProblemError);
        expect(found).to.include({ code: 'unreadable', retryable: true });
        if (name !== 'too much') expect(found).to.include({ status: reply.status, requestId: 'req_1' });
        expect(requests.length).to.equal(1);
      });
    }

    it('quotes nothing of it', async () => {
      const wire = { ...batchToWire(batch), file_name: ['secret.csv'] };
      const { problem: found } = await get([json(wire)]);
      expect(found?.detail).to.equal('Missing or mistyped: batch.file_name');
    });
  });

  it('takes JSON under another of its names', async () => {
    const headers = { 'Content-Type': 'Application/vnd.bulk+json; charset=utf-8' };
    expect((await get([answer(JSON.stringify(batchToWire(batch)), { headers })])).value).to.deep.equal(batch);
  });

  it('asks for the whole contract at the right addresses', async () => {
    const empty = json({ data: [], page });
    const none = { failures: [], gateways: [], external_systems: [] };
    const rights = {
      permissions: { orders: 'read' },
      maker_checker: true,
      limits: { max_rows: null, max_bytes: null },
      user: null,
      server_time: null,
    };
    const server = serverOf(json(rights), empty, good(), json(none), empty, empty, empty);
    const adapter = createRestAdapter({ baseUrl: `${baseUrl}//?x=1#y`, fetch: server.fetch });
    const ctx = { signal: signal() };
    await adapter.capabilities(ctx);
    await adapter.listBatches({ ...defaultView, search: 'a b' }, ctx);
    await adapter.getBatch('a/b?c#d%', ctx);
    await adapter.breakdown('ü', ctx);
    await adapter.listTasks('bs_1', { ...defaultTaskQuery, status: 'FAILED' }, ctx);
    await adapter.findTasks({ q: 'ORD', cursor: null, limit: 10 }, ctx);
    await adapter.findBatches({ idempotencyKey: 'k' }, ctx);
    expect(server.requests.map(({ method, url }) => `${method} ${url.replace(baseUrl, '')}`)).to.deep.equal([
      'GET /capabilities',
      'GET /batches?limit=20&sort=-created_at&q=a+b&match_case=true',
      'GET /batches/a%2Fb%3Fc%23d%25',
      'GET /batches/%C3%BC/breakdown',
      'GET /batches/bs_1/tasks?limit=50&status=FAILED',
      'GET /tasks?limit=10&q=ORD',
      'GET /batches?idempotency_key=k',
    ]);
    for (const { headers, credentials, cache } of server.requests) {
      expect(headers.get('Accept')).to.contain('application/json');
      expect({ credentials, cache }).to.deep.equal({ credentials: 'same-origin', cache: 'no-store' });
    }
  });

  it('makes no request for an id that would name something else', async () => {
    const server = serverOf(good());
    const adapter = createRestAdapter({ baseUrl, fetch: server.fetch });
    for (const id of ['', '.', '..', '\uD800']) {
      expect(await rejection(adapter.getBatch(id, { signal: signal() }))).to.include({
        code: 'not_found',
        status: 404,
      });
    }
    expect(server.requests.length).to.equal(0);
  });

  it('lists the items that can be read and counts the others', async () => {
    const wire = taskToWire(task);
    const server = serverOf(json({ data: [{ ...wire, row: null }, wire], page, counts: { FAILED: 'x' } }));
    const adapter = createRestAdapter({ baseUrl, fetch: server.fetch });
    const found = await rejection(adapter.listTasks('bs_1', defaultTaskQuery, { signal: signal() }));
    expect(found).to.have.property('detail', 'Missing or mistyped: page.counts');

    const better = serverOf(json({ data: [{ ...wire, row: null }, wire], page }));
    const listed = await createRestAdapter({ baseUrl, fetch: better.fetch }).listTasks('bs_1', defaultTaskQuery, {
      signal: signal(),
    });
    expect(listed).to.deep.equal({ items: [task], ...page, unreadable: 1 });
  });

  it('never says that a batch is not there when it is there and cannot be read', async () => {
    const server = serverOf(json({ data: [{ ...batchToWire(batch), version: '3' }], page }));
    const adapter = createRestAdapter({ baseUrl, fetch: server.fetch });
    const found = await rejection(adapter.findBatches({ idempotencyKey: 'k' }, { signal: signal() }));
    expect(found).to.include({ code: 'unreadable', status: 200 });
  });

  describe('that may pass', () => {
    const passing: [name: string, reply: Reply][] = [
      ['the network', unreachable],
      ['408', problem(408)],
      ['425', problem(425)],
      ['429', problem(429)],
      ['409 in_progress', problem(409, { code: 'in_progress' })],
      ['500', problem(500)],
      ['502 with HTML', answer('<h1>Bad gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } })],
      ['503', problem(503)],
      ['504', problem(504)],
      ['an answer cut short', () => new Response(cutAfter(20), { headers: { 'Content-Type': 'application/json' } })],
    ];
    for (const [name, reply] of passing) {
      it(`is repeated three times, and no more: ${name}`, async () => {
        const { problem: found, requests } = await get([reply], 60_000);
        expect(requests.length).to.equal(4);
        expect(found).to.be.instanceOf(ProblemError).with.property('retryable', true);
      });

      it(`is answered when it passed: ${name}`, async () => {
        const { value, requests } = await get([reply, reply, reply, good()], 60_000);
        expect(requests.length).to.equal(4);
        expect(value).to.deep.equal(batch);
      });
    }

    for (const status of [400, 402, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 451, 501]) {
      it(`is not repeated, since it will not pass: ${status}`, async () => {
        const { problem: found, requests } = await get([problem(status)], 60_000);
        expect(requests.length).to.equal(1);
        expect(found).to.include({ status, retryable: false });
      });
    }

    it('waits longer each time, and never the same', async () => {
      const random = Math.random;
      const spans: number[][] = [];
      for (const luck of [0, 0.999]) {
        Math.random = () => luck;
        const times: number[] = [];
        const server = serverOf(problem(503));
        const reading = createRestAdapter({ baseUrl, fetch: server.fetch }).getBatch('bs_1', { signal: signal() });
        const outcome = rejection(reading);
        let last = 0;
        for (let at = 0; at <= 8000; at += 250) {
          await clock.pass(at === 0 ? 0 : 250);
          if (server.requests.length > last) times.push(at);
          last = server.requests.length;
        }
        await outcome;
        spans.push(times);
      }
      Math.random = random;
      expect(spans[0]).to.deep.equal([0, 250, 750, 1750]);
      expect(spans[1]).to.deep.equal([0, 750, 2250, 5250]);
    });

    const date = (milliseconds: number) => new Date(Date.parse('2026-10-01T09:30:00Z') + milliseconds).toUTCString();
    const asked: [name: string, headers: HeadersInit, wait: number][] = [
      ['seconds', { 'Retry-After': '7' }, 7000],
      ['a date, by the server’s clock', { 'Retry-After': date(9000), Date: date(0) }, 9000],
      ['a date that is over', { 'Retry-After': date(-9000), Date: date(0) }, 0],
      ['none', { 'Retry-After': '0' }, 0],
      ['nonsense', { 'Retry-After': 'soon' }, 0],
      ['a negative', { 'Retry-After': '-7' }, 0],
      ['a fraction', { 'Retry-After': '7.5' }, 0],
    ];
    for (const [name, headers, wait] of asked) {
      it(`waits as long as the server asked: ${name}`, async () => {
        const server = serverOf(problem(429, {}, headers), good());
        const reading = createRestAdapter({ baseUrl, fetch: server.fetch }).getBatch('bs_1', { signal: signal() });
        await clock.pass(Math.max(wait - 1, 0));
        expect(server.requests.length).to.equal(1);
        await clock.pass(wait > 0 ? 1 : 750);
        expect(server.requests.length).to.equal(2);
        expect(await reading).to.deep.equal(batch);
      });
    }

    it('waits for a date by the clock of this machine where the server shows none', async () => {
      const server = serverOf(problem(503, {}, { 'Retry-After': new Date(Date.now() + 20_000).toUTCString() }), good());
      const reading = createRestAdapter({ baseUrl, fetch: server.fetch }).getBatch('bs_1', { signal: signal() });
      await clock.pass(18_000);
      expect(server.requests.length).to.equal(1);
      await clock.pass(3000);
      expect(await reading).to.deep.equal(batch);
    });

    it('says how long where it is too long to sit through', async () => {
      const { problem: found, requests } = await get([problem(503, {}, { 'Retry-After': '600' })], 700_000);
      expect(requests.length).to.equal(1);
      expect(found).to.include({ code: 'unavailable', retryable: true, retryAfter: 600_000 });
    });

    it('shows a number where the server asks for eternity', async () => {
      const { problem: found } = await get([problem(503, {}, { 'Retry-After': '9'.repeat(400) })]);
      expect(found?.retryAfter).to.equal(86_400_000);
    });
  });

  describe('that stands still', () => {
    it('ends after 30 seconds without a sign', async () => {
      const { problem: found, requests } = await get([silence], 30_000);
      expect(found).to.include({ code: 'timeout', status: 0, retryable: true });
      expect(requests.length).to.equal(1);
    });

    it('ends after 30 seconds in the middle, and lets go of the rest', async () => {
      let canceled = false;
      const body = new ReadableStream({
        start: controller => controller.enqueue(new Uint8Array([0x7b])),
        cancel: () => {
          canceled = true;
        },
      });
      const { problem: found } = await get(
        [() => new Response(body, { headers: { 'Content-Type': 'application/json' } })],
        30_000,
      );
      expect(found).to.include({ code: 'timeout' });
      expect(canceled).to.equal(true);
    });

    it('takes as long as it takes while something moves', async () => {
      const bytes = new TextEncoder().encode(JSON.stringify(batchToWire(batch)));
      let sent = 0;
      const body = new ReadableStream(
        {
          async pull(controller) {
            await new Promise(resolve => setTimeout(resolve, 20_000));
            if (sent >= bytes.length) controller.close();
            else controller.enqueue(bytes.slice(sent, (sent += 300)));
          },
        },
        { highWaterMark: 0 },
      );
      const { value } = await get(
        [() => new Response(body, { headers: { 'Content-Type': 'application/json' } })],
        600_000,
      );
      expect(value).to.deep.equal(batch);
    });
  });

  describe('that nobody waits for', () => {
    const reason = new Error('left');
    const endless = () => new Response(new ReadableStream(), { headers: { 'Content-Type': 'application/json' } });
    const table: [name: string, reply: Reply][] = [
      ['while a deaf server is silent', silence],
      ['while the body comes', endless],
      ['while it waits for a repeat', problem(503, {}, { 'Retry-After': '30' })],
    ];
    for (const [name, reply] of table) {
      it(`ends with the caller’s reason: ${name}`, async () => {
        const controller = new AbortController();
        const server = serverOf(reply);
        const reading = createRestAdapter({ baseUrl, fetch: server.fetch }).getBatch('bs_1', controller);
        const outcome = rejection(reading);
        await clock.pass(1000);
        controller.abort(reason);
        expect(await outcome).to.equal(reason);
        await clock.pass(60_000);
        expect(server.requests.length).to.equal(1);
      });
    }

    it('is not even asked where the caller has left before', async () => {
      const { problem: found, requests } = await get([good()], 0, AbortSignal.abort(reason));
      expect(found).to.equal(reason);
      expect(requests.length).to.equal(0);
    });

    it('tells the server', async () => {
      const controller = new AbortController();
      const server = serverOf(silence);
      const outcome = rejection(createRestAdapter({ baseUrl, fetch: server.fetch }).getBatch('bs_1', controller));
      await clock.settle();
      controller.abort(reason);
      await outcome;
      expect(server.requests[0]?.signal.aborted).to.equal(true);
    });
  });

  it('is as good on a page that extended Object.prototype', async () => {
    const polluted = Object.prototype as unknown as Record<string, unknown>;
    const extras = {
      method: 'POST',
      body: 'x',
      signal: 1,
      status: 'x',
      id: 'x',
      message: 'x',
      extend: () => undefined,
    };
    Object.assign(polluted, extras);
    const read = await get([good()]);
    const missing = await get([json({ ...batchToWire(batch), id: undefined })]);
    for (const name of Object.keys(extras)) delete polluted[name];
    expect(read.requests[0]?.method).to.equal('GET');
    expect(read.value).to.deep.equal(batch);
    expect(missing.problem?.code).to.equal('unreadable');
  });
});

/** A body that is cut after so many bytes. */
function cutAfter(count: number): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError('network error'));
      else controller.enqueue(new TextEncoder().encode(JSON.stringify(batchToWire(batch)).slice(0, count)));
      sent = true;
    },
  });
}

describe('The base URL', () => {
  it('may be relative to the document', async () => {
    const server = serverOf(good());
    await createRestAdapter({ baseUrl: '/v1/batch-sync/', fetch: server.fetch }).getBatch('b', { signal: signal() });
    expect(server.requests[0]?.url).to.equal(`${location.origin}/v1/batch-sync/batches/b`);
  });

  for (const wrong of [
    'javascript:alert(1)',
    'data:text/plain,x',
    'ftp://a.example',
    'http://',
    'https://u:p@a.example/',
  ]) {
    it(`is not ${wrong}`, () => {
      expect(() => createRestAdapter({ baseUrl: wrong }))
        .to.throw(ProblemError)
        .with.property('code', 'invalid_base_url');
    });
  }
});
