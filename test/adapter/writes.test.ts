import { expect } from '@open-wc/testing';
import type { CreateBatchInput, UploadProgress } from '../../src/adapter/adapter.js';
import { newIdempotencyKey } from '../../src/adapter/idempotency.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import { batchToWire } from '../../src/adapter/wire.js';
import { ProblemError } from '../../src/core/problem.js';
import { answer, batch, json, problem, stopClock } from './fixtures.js';
import type { Clock } from './fixtures.js';
import { serverOf, silence, unreachable } from './server.js';
import type { FakeServer, Reply } from './server.js';

const accepted = json(batchToWire(batch), 202);
const html = answer('<title>Sign in</title>', { status: 202, headers: { 'Content-Type': 'text/html' } });
const busy = problem(503);

const input: CreateBatchInput = {
  file: new Blob(['order_id,txn_id,unique_request_id\r\nORD_1,,\r\n'], { type: 'text/csv' }),
  fileName: 'Aufträge 10.csv',
  description: 'October',
  syncWithGateway: true,
  client: { rows: 1, rowsSha256: 'ab', acceptedWarnings: ['w'], acceptDuplicate: false },
};

function adapterOf({ fetch }: FakeServer) {
  return createRestAdapter({ baseUrl: 'https://api.example', fetch });
}

function context() {
  return { signal: new AbortController().signal, idempotencyKey: 'key-1' };
}

describe('A write', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = stopClock();
  });
  afterEach(() => {
    expect(clock.pending, 'timers left behind').to.equal(0);
    clock.restore();
  });

  async function outcomeOf(promise: Promise<unknown>, milliseconds: number) {
    const outcome = promise.then(
      value => ({ value, problem: undefined }),
      (error: unknown) => ({ value: undefined, problem: error as ProblemError }),
    );
    await clock.pass(milliseconds);
    return outcome;
  }

  async function upload(replies: Reply[], milliseconds = 60_000) {
    const server = serverOf(...replies);
    const found = await outcomeOf(adapterOf(server).createBatch(input, context()), milliseconds);
    return { ...found, requests: server.requests, keys: server.requests.map(r => r.headers.get('Idempotency-Key')) };
  }

  it('is a POST with its key that no redirect leads astray, for every act', async () => {
    const server = serverOf(accepted);
    const adapter = adapterOf(server);
    await outcomeOf(adapter.syncWithGateway('b/1', context()), 0);
    await outcomeOf(adapter.retryFailed('b', context()), 0);
    await outcomeOf(adapter.cancelBatch('b', context()), 0);
    await outcomeOf(adapter.decide('b', { decision: 'reject', comment: 'no' }, context()), 0);
    expect(server.requests.map(({ method, url, redirect }) => `${method} ${url} ${redirect}`)).to.deep.equal([
      'POST https://api.example/batches/b%2F1/gateway-sync error',
      'POST https://api.example/batches/b/retry error',
      'POST https://api.example/batches/b/cancel error',
      'POST https://api.example/batches/b/approval error',
    ]);
    for (const request of server.requests) expect(request.headers.get('Idempotency-Key')).to.equal('key-1');
    const decision = server.requests[3];
    expect(decision.headers.get('Content-Type')).to.equal('application/json');
    expect(await decision.json()).to.deep.equal({ decision: 'reject', comment: 'no' });
  });

  it('has a key of its own where the caller has none', async () => {
    const server = serverOf(accepted);
    const careless = { signal: context().signal } as ReturnType<typeof context>;
    await outcomeOf(adapterOf(server).cancelBatch('b', careless), 0);
    await outcomeOf(adapterOf(server).cancelBatch('b', careless), 0);
    const keys = server.requests.map(r => r.headers.get('Idempotency-Key'));
    expect(keys[0]).to.match(/^[0-9a-f-]{36}$/);
    expect(keys[0]).to.not.equal(keys[1]);
  });

  describe('whose outcome nobody knows', () => {
    const redirectedAnswer = () => Object.defineProperty(accepted.clone(), 'redirected', { value: true });
    const table: [name: string, replies: Reply[], tries: number][] = [
      ['no answer ever came', [unreachable], 4],
      ['the answer never comes', [silence], 1],
      ['the answer is HTML', [html], 1],
      ['the answer is cut', [answer('{"id":"bs', { status: 202, headers: { 'Content-Type': 'application/json' } })], 1],
      ['the answer is no batch', [json({ id: 'bs_1' }, 202)], 1],
      ['a proxy lost the answer', [problem(504)], 4],
      ['a proxy lost the server', [problem(502)], 4],
      ['it still runs', [problem(409, { code: 'in_progress' }, { 'Retry-After': '5' })], 4],
      ['the answer was lost, and the server is busy since', [unreachable, busy], 4],
      ['another address answered', [redirectedAnswer], 1],
    ];
    for (const [name, replies, tries] of table) {
      it(`says so, and is to be asked for by its key: ${name}`, async () => {
        const { problem: found, keys } = await upload(replies);
        expect(found).to.be.instanceOf(ProblemError);
        expect(found).to.include({ code: 'outcome_unknown', retryable: true });
        expect(keys).to.deep.equal(Array.from({ length: tries }, () => 'key-1'));
      });
    }

    it('says so of every act, not only of an upload', async () => {
      const { problem: found } = await outcomeOf(adapterOf(serverOf(html)).retryFailed('b', context()), 0);
      expect(found).to.include({ code: 'outcome_unknown' });
    });
  });

  describe('whose outcome is known', () => {
    const rows = { code: 'csv_validation', errors: [{ code: 'empty_value', severity: 'error', row: 17, line: 18 }] };
    const table: [name: string, replies: Reply[], code: string, tries: number][] = [
      ['the server found faults', [problem(422, rows)], 'csv_validation', 1],
      ['the server found faults when asked again', [unreachable, problem(422, rows)], 'csv_validation', 2],
      [
        'the key was used for something else',
        [problem(422, { code: 'idempotency_key_reused' })],
        'idempotency_key_reused',
        1,
      ],
      ['no right', [problem(403)], 'forbidden', 1],
      ['decided already', [problem(409)], 'conflict', 1],
      ['busy all the time', [busy], 'unavailable', 4],
      ['it fails', [problem(500)], 'server_error', 4],
      ['too often', [problem(429)], 'rate_limited', 4],
    ];
    for (const [name, replies, code, tries] of table) {
      it(`says what the server said: ${name}`, async () => {
        const { problem: found, requests } = await upload(replies);
        expect(found).to.include({ code });
        expect(requests.length).to.equal(tries);
      });
    }

    it('is a failure, for sure, where the browser was offline all the time', async () => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
      const { problem: found, requests } = await upload([unreachable]);
      Reflect.deleteProperty(navigator, 'onLine');
      expect(found).to.include({ code: 'network', retryable: true });
      expect(requests.length).to.equal(4);
    });

    it('is one batch after a lost answer: the same key, the same content', async () => {
      const { value, requests, keys } = await upload([unreachable, busy, accepted]);
      expect(value).to.deep.equal(batch);
      expect(keys).to.deep.equal(['key-1', 'key-1', 'key-1']);
      const bodies = await Promise.all(requests.map(async request => contentOf(await request.formData())));
      expect(new Set(bodies).size).to.equal(1);
    });
  });

  it('lists what the server found in the file', async () => {
    const errors = [
      { code: 'empty_value', severity: 'error', row: 17, line: 18, column: 'order_id', params: { n: 1 }, extra: 1 },
      { code: 'odd', severity: 'fatal', row: '17', column: 3, params: [], repair: 'magic' },
      { message: 'no code' },
    ];
    const { problem: found } = await upload([
      problem(422, { code: 'csv_validation', title: 'Faults', detail: 'd', errors }),
    ]);
    expect(found).to.include({ code: 'csv_validation', status: 422, title: 'Faults', detail: 'd', retryable: false });
    expect(found?.issues).to.deep.equal([
      { code: 'empty_value', severity: 'error', row: 17, line: 18, column: 'order_id', params: { n: 1 } },
      { code: 'odd', severity: 'error' },
      { code: 'unreadable', severity: 'error' },
    ]);
  });

  for (const [status, code] of [
    [413, 'file_too_large'],
    [415, 'not_csv'],
  ] as const) {
    it(`says of a bare ${status} what the browser’s own check would say`, async () => {
      const reply = answer('<h1>No</h1>', {
        status,
        headers: { 'Content-Type': 'text/html', 'X-Request-Id': 'req_2' },
      });
      const { problem: found } = await upload([reply]);
      expect(found?.issues).to.deep.equal([{ code, severity: 'error' }]);
      expect(found).to.include({ status, requestId: 'req_2' });
    });
  }

  it('names the earlier batch of the same rows', async () => {
    const { problem: found, requests } = await upload([problem(409, { code: 'duplicate_batch', batch_id: 'bs_0' })]);
    expect(found).to.include({ code: 'duplicate_batch', batchId: 'bs_0', retryable: false });
    expect(requests.length).to.equal(1);
  });

  describe('of a file, by a fetch of the host’s', () => {
    it('sends the file byte for byte, and beside it what the person chose', async () => {
      const { value, requests } = await upload([accepted]);
      expect(value).to.deep.equal(batch);
      const { method, url, redirect, headers } = requests[0];
      expect({ method, url, redirect }).to.deep.equal({
        method: 'POST',
        url: 'https://api.example/batches',
        redirect: 'error',
      });
      expect(headers.get('Content-Type')).to.match(/^multipart\/form-data; boundary=/);
      const form = await requests[0].formData();
      const file = form.get('file') as File;
      expect(file.name).to.equal(input.fileName);
      expect(await file.text()).to.equal(await input.file.text());
      expect(JSON.parse(form.get('request') as string)).to.deep.equal({
        sync_with_gateway: true,
        description: 'October',
        client: { rows: 1, rows_sha256: 'ab', accepted_warnings: ['w'], accept_duplicate: false },
      });
    });

    it('says that nobody knows how far it is', async () => {
      const told: UploadProgress[] = [];
      const ctx = { ...context(), onProgress: (progress: UploadProgress) => told.push(progress) };
      await outcomeOf(adapterOf(serverOf(accepted)).createBatch(input, ctx), 0);
      expect(told).to.deep.equal([{ loaded: 0, total: null }]);
    });

    it('has the time that a large file takes on a slow line', async () => {
      const large = { ...input, file: new Blob([new Uint8Array(3_200_000)]) };
      const server = serverOf(silence);
      let ended = false;
      const sending = adapterOf(server).createBatch(large, context());
      const outcome = sending.catch((error: unknown) => {
        ended = true;
        return error;
      });
      await clock.pass(180_000);
      expect(ended).to.equal(false);
      await clock.pass(60_000);
      expect(await outcome).to.include({ code: 'outcome_unknown' });
    });
  });
});

async function contentOf(form: FormData): Promise<string> {
  return `${form.get('request') as string}|${await (form.get('file') as File).text()}`;
}

describe('An idempotency key', () => {
  it('is a UUID, and another each time', () => {
    const keys = Array.from({ length: 500 }, newIdempotencyKey);
    for (const key of keys)
      expect(key).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(keys).size).to.equal(500);
  });
});
