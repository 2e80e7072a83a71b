import { expect } from '@open-wc/testing';
import type { AccessTokenRequest } from '../../src/adapter/context.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import type { RestAdapterOptions } from '../../src/adapter/rest.js';
import { batchToWire } from '../../src/adapter/wire.js';
import { batch, json, problem, rejection } from './fixtures.js';
import { serverOf } from './server.js';
import type { Reply } from './server.js';

const good = json(batchToWire(batch));
const refused = problem(401, { code: 'token_expired', detail: 'Expired', request_id: 'req_1' });

/** Reads a batch, or writes to one, with a token that rises with each question. */
function call(replies: Reply[], options: Partial<RestAdapterOptions> = {}, write = false) {
  const server = serverOf(...replies);
  const asked: string[] = [];
  const adapter = createRestAdapter({
    baseUrl: 'https://api.example',
    fetch: server.fetch,
    getAccessToken: ({ reason }: AccessTokenRequest) => `secret-${asked.push(reason)}`,
    ...options,
  });
  const { signal } = new AbortController();
  const answer = write ? adapter.retryFailed('b', { signal, idempotencyKey: 'k' }) : adapter.getBatch('b', { signal });
  return {
    answer,
    asked,
    requests: server.requests,
    sent: (name: string) => server.requests.map(r => r.headers.get(name)),
  };
}

describe('The token', () => {
  it('is asked for again once, and the request goes again: 401, then fine', async () => {
    const { answer, asked, sent } = call([refused, good]);
    expect(await answer).to.deep.equal(batch);
    expect(asked).to.deep.equal(['initial', 'unauthorized']);
    expect(sent('Authorization')).to.deep.equal(['Bearer secret-1', 'Bearer secret-2']);
  });

  it('is asked for again once, and no more: 401 for ever', async () => {
    const { answer, asked, requests } = call([refused]);
    const error = await rejection(answer);
    expect(error).to.include({
      code: 'session_expired',
      status: 401,
      detail: 'Expired',
      requestId: 'req_1',
      retryable: false,
    });
    expect(asked).to.deep.equal(['initial', 'unauthorized']);
    expect(requests.length).to.equal(2);
  });

  it('is asked for again once per request, also where the server had another trouble in between', async () => {
    const busy = problem(503, {}, { 'Retry-After': '0' });
    const { answer, asked, requests } = call([refused, busy, refused]);
    expect(await rejection(answer)).to.include({ code: 'session_expired' });
    expect(asked).to.deep.equal(['initial', 'unauthorized']);
    expect(requests.length).to.equal(3);
  });

  it('changes nothing about what a write means: the key stays', async () => {
    const { answer, sent } = call([refused, good], {}, true);
    await answer;
    expect(sent('Idempotency-Key')).to.deep.equal(['k', 'k']);
  });

  it('is not kept: each request asks', async () => {
    const asked: string[] = [];
    const server = serverOf(good);
    const adapter = createRestAdapter({
      baseUrl: 'https://api.example',
      fetch: server.fetch,
      getAccessToken: ({ reason }) => `secret-${asked.push(reason)}`,
    });
    await adapter.getBatch('a', new AbortController());
    await adapter.getBatch('b', new AbortController());
    expect(asked).to.deep.equal(['initial', 'initial']);
  });

  it('may be none', async () => {
    const { answer, sent } = call([good], { getAccessToken: () => null });
    await answer;
    expect(sent('Authorization')).to.deep.equal([null]);
  });

  it('is not there to be asked for: the session is over', async () => {
    const { answer, requests } = call([refused], { getAccessToken: undefined });
    expect(await rejection(answer)).to.include({ code: 'session_expired', status: 401 });
    expect(requests.length).to.equal(1);
  });

  it('stays out of problems and addresses, whatever goes wrong with it', async () => {
    const faults: Partial<RestAdapterOptions>[] = [
      { getAccessToken: () => Promise.reject(new Error('no secret-1')) },
      {
        getAccessToken: () => {
          throw new Error('no secret-1');
        },
      },
      { getAccessToken: () => 'secret-1\nX: y' },
      { headers: { Authorization: 'secret-1\n' } },
      { headers: () => Promise.reject(new Error('no secret-1')) },
      {},
    ];
    for (const fault of faults) {
      const { answer, requests } = call([refused], fault);
      const error = (await rejection(answer)) as Error;
      const said = JSON.stringify([
        error,
        error.message,
        error.stack,
        String(error.cause),
        requests.map(({ url }) => url),
      ]);
      expect(error.name).to.equal('ProblemError');
      expect(said).to.not.contain('secret');
    }
  });

  it('stays out of what a server says that repeats what it was sent', async () => {
    const said = {
      code: 'bad_token',
      title: 'Bearer secret-2?',
      detail: '“secret-1” is old',
      request_id: 'of secret-2',
    };
    const { answer } = call([refused, problem(403, said)]);
    expect(await rejection(answer)).to.include({
      code: 'bad_token',
      status: 403,
      title: 'Bearer •••?',
      detail: '“•••” is old',
      requestId: 'of •••',
    });
  });

  it('keeps nobody waiting who has left', async () => {
    const controller = new AbortController();
    const server = serverOf(good);
    const adapter = createRestAdapter({
      baseUrl: 'https://api.example',
      fetch: server.fetch,
      getAccessToken: () => new Promise(() => undefined),
    });
    const outcome = rejection(adapter.getBatch('b', controller));
    const reason = new Error('left');
    controller.abort(reason);
    expect(await outcome).to.equal(reason);
    expect(server.requests.length).to.equal(0);
  });
});

describe('The host’s headers', () => {
  it('go with each request', async () => {
    const { answer, sent } = call([good], { headers: { 'X-CSRF': 'c', Accept: 'text/html' } });
    await answer;
    expect(sent('X-CSRF')).to.deep.equal(['c']);
    expect(sent('Accept')[0]).to.contain('application/json');
  });

  it('are asked for at each try', async () => {
    let count = 0;
    const { answer, sent } = call([refused, good], { headers: () => Promise.resolve([['X-CSRF', String(++count)]]) });
    await answer;
    expect(sent('X-CSRF')).to.deep.equal(['1', '2']);
  });

  it('may hold the authorization of a host without tokens', async () => {
    const { answer, sent } = call([good], { headers: { Authorization: 'Basic x' }, getAccessToken: undefined });
    await answer;
    expect(sent('Authorization')).to.deep.equal(['Basic x']);
  });

  it('do not say what a body is', async () => {
    const { answer, sent } = call([good], { headers: { 'Content-Type': 'text/plain' } }, true);
    await answer;
    expect(sent('Content-Type')).to.deep.equal([null]);
  });
});

it('A fetch of the host’s is called as a function, without a this', async () => {
  let self: unknown = 'not called';
  function hostFetch(this: unknown): Promise<Response> {
    // eslint-disable-next-line typescript/no-this-alias
    self = this;
    return Promise.resolve(good.clone());
  }
  await createRestAdapter({ baseUrl: 'https://api.example', fetch: hostFetch }).getBatch('b', new AbortController());
  expect(self).to.equal(undefined);
});

it('Credentials are the host’s choice', async () => {
  const { answer, requests } = call([good], { credentials: 'include' });
  await answer;
  expect(requests[0]?.credentials).to.equal('include');
});

it('A page that wraps fetch after the adapter was made sees the requests', async () => {
  const real = globalThis.fetch;
  const server = serverOf(good);
  const adapter = createRestAdapter({ baseUrl: 'https://api.example' });
  globalThis.fetch = server.fetch;
  try {
    await adapter.getBatch('b', new AbortController());
  } finally {
    globalThis.fetch = real;
  }
  expect(server.requests.length).to.equal(1);
});
