import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../src/adapter/rest.js';
import { batchToWire, eventToWire } from '../../src/adapter/wire.js';
import { answer, batch, json, rejection } from './fixtures.js';
import { ctx } from './mocks-support.js';
import { serverOf, unreachable } from './server.js';

/** A server that answers for `bs_1` when it is told to, with a version that rises, and at once for all else. */
function held(otherwise: () => Response = () => json(batchToWire(batch))) {
  const waiting: (() => void)[] = [];
  let version = 0;
  const server = serverOf(async request => {
    if (!request.url.endsWith('/bs_1')) return otherwise();
    const payload = batchToWire({ ...batch, version: ++version });
    await new Promise<void>(resolve => waiting.push(resolve));
    return json(payload);
  });
  const adapter = createRestAdapter({ baseUrl: 'https://api.example/v1', fetch: server.fetch });
  const get = (signal = new AbortController().signal, id = 'bs_1') => adapter.getBatch(id, { signal });
  return { server, adapter, get, answerAll: () => waiting.splice(0).forEach(release => release()) };
}

const turn = () => new Promise(resolve => setTimeout(resolve));

describe('Reads of the same thing at the same time', () => {
  it('are one request, and all are answered', async () => {
    const { server, get, answerAll } = held();
    const all = Promise.all([get(), get(), get()]);
    await turn();
    expect(server.requests).to.have.length(1);
    answerAll();
    expect((await all).map(({ version }) => version)).to.deep.equal([1, 1, 1]);
  });

  it('fail together, and are asked anew by whoever asks then', async () => {
    const { server, get } = held(() => new Response(null, { status: 404 }));
    const gone = () => rejection(get(undefined, 'bs_2'));
    for (const problem of await Promise.all([gone(), gone()])) expect(problem).to.have.property('status', 404);
    expect(server.requests).to.have.length(1);
    await gone();
    expect(server.requests).to.have.length(2);
  });

  it('go on for one when the other leaves', async () => {
    const { server, get, answerAll } = held();
    const leave = new AbortController();
    const left = rejection(get(leave.signal));
    const stayed = get();
    await turn();
    leave.abort();
    expect(await left).to.have.property('name', 'AbortError');
    expect(server.requests[0]?.signal.aborted).to.equal(false);
    answerAll();
    expect((await stayed).version).to.equal(1);
  });

  it('end when nobody waits any more, and do not answer who asks later', async () => {
    const { server, get, answerAll } = held();
    const leave = new AbortController();
    const left = [rejection(get(leave.signal)), rejection(get(leave.signal))];
    await turn();
    leave.abort();
    await Promise.all(left);
    expect(server.requests[0]?.signal.aborted).to.equal(true);
    const later = get();
    await turn();
    answerAll();
    expect((await later).version).to.equal(2);
  });

  it('are apart where they ask for different things', async () => {
    const { server, get, answerAll } = held();
    const all = Promise.all([get(), get(undefined, 'bs_2')]);
    await turn();
    answerAll();
    await all;
    expect(server.requests).to.have.length(2);
  });

  it('are apart where something was changed between them', async () => {
    const { server, adapter, get, answerAll } = held();
    const before = get();
    await turn();
    await adapter.retryFailed('bs_1', ctx());
    const after = get();
    await turn();
    expect(server.requests.map(({ method }) => method)).to.deep.equal(['GET', 'POST', 'GET']);
    answerAll();
    expect((await before).version).to.be.lessThan((await after).version);
  });

  it('are apart where a change that nobody knows the outcome of was tried between them', async () => {
    const { adapter, get, server, answerAll } = held();
    const before = get();
    await turn();
    const lost = new AbortController();
    lost.abort();
    await rejection(adapter.retryFailed('bs_1', { signal: lost.signal, idempotencyKey: 'k' }));
    const after = get();
    await turn();
    expect(server.requests.filter(({ method }) => method === 'GET')).to.have.length(2);
    answerAll();
    await Promise.all([before, after]);
  });

  it('are apart where the stream told of something between them, but not of being alive', async () => {
    const stream = (event: string) => () => answer(event, { headers: { 'Content-Type': 'text/event-stream' } });
    const beat = eventToWire({ type: 'heartbeat', id: '7' });
    const news = eventToWire({ type: 'batch.updated', id: '8', batch });
    for (const [event, requests] of [
      [beat, 1],
      [news, 2],
    ] as const) {
      const { server, adapter, get, answerAll } = held(stream(event));
      const open = adapter.subscribe({ signal: new AbortController().signal, lastEventId: null });
      const events = open[Symbol.asyncIterator]();
      const before = get();
      await events.next();
      const after = get();
      await turn();
      expect(server.requests.filter(({ url }) => url.endsWith('/bs_1'))).to.have.length(requests);
      answerAll();
      await Promise.all([before, after]);
    }
  });

  it('leave nothing behind that a page would report', async () => {
    const { get } = held(unreachable);
    const leave = new AbortController();
    const left = rejection(get(leave.signal));
    leave.abort();
    await left;
    await turn();
  });
});
