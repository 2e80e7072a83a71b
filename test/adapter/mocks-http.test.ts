import { expect } from '@open-wc/testing';
import { createBackend, createFetch } from '../../mocks/index.js';
import type { BackendOptions } from '../../mocks/index.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import type { BatchEvent } from '../../src/core/batch.js';
import { defaultTaskQuery, defaultView } from '../../src/core/view.js';
import { rejection } from './fixtures.js';
import { csv, ctx, input, rohan, upload, world, worldOf } from './mocks-support.js';

const origin = 'https://mock.test';
const root = `${origin}/v1/batch-sync`;

function http(options: BackendOptions = {}) {
  const { clock, engine } = world({ batches: 0, ...options });
  const backend = createBackend({ engine, ...options });
  const send = createFetch(backend.handle);
  return {
    ...worldOf(backend.engine, clock),
    send,
    rest: createRestAdapter({ baseUrl: root, fetch: send }),
    get: (path: string) => send(`${root}${path}`),
  };
}

function form(text: string, change: object = {}): FormData {
  const parts = new FormData();
  const client = { rows: 1, rows_sha256: null, accepted_warnings: [], accept_duplicate: false };
  parts.append('file', new Blob([text]), 'orders.csv');
  parts.append('request', JSON.stringify({ sync_with_gateway: false, description: null, client, ...change }));
  return parts;
}

describe('mock backend over HTTP', () => {
  it('says over the wire what the engine says itself', async () => {
    const { rest, as } = http({ batches: 25 });
    const view = { ...defaultView, search: 'o', pageSize: 10, sort: '-totalRecords' } as const;
    const page = await rest.listBatches(view, ctx());
    expect(page).to.deep.equal(await as().listBatches(view, ctx()));
    expect(await rest.capabilities(ctx())).to.deep.equal(await as().capabilities(ctx()));
    const next = { ...view, cursor: page.next };
    expect(await rest.listBatches(next, ctx())).to.deep.equal(await as().listBatches(next, ctx()));
    const tasks = { ...defaultTaskQuery, limit: 5, sort: '-updated_at', status: 'ACCEPTED' };
    const find = { q: 'ORD_1', cursor: null, limit: 3 };
    expect(await rest.findTasks(find, ctx())).to.deep.equal(await as().findTasks(find, ctx()));
    for (const { id } of page.items) {
      expect(await rest.getBatch(id, ctx())).to.deep.equal(await as().getBatch(id, ctx()));
      expect(await rest.breakdown(id, ctx())).to.deep.equal(await as().breakdown(id, ctx()));
      expect(await rest.listTasks(id, tasks, ctx())).to.deep.equal(await as().listTasks(id, tasks, ctx()));
    }
  });

  it('takes an upload as multipart, byte for byte, name and all', async () => {
    const { rest } = http();
    const text = 'order_id,txn_id,unique_request_id\r\nA,"Zürich ✓",\r\n';
    const change = { fileName: 'Größe "1".csv', description: 'Größe ✓', syncWithGateway: true };
    const batch = await rest.createBatch(input(text, change), ctx());
    expect(batch).to.include({ ...change, status: 'PROCESSING', totalRecords: 1 });
    const { items } = await rest.listTasks(batch.id, defaultTaskQuery, ctx());
    expect(items[0]?.values['txn_id']).to.equal('Zürich ✓');
    expect(await rest.findBatches({ rowsSha256: batch.rowsSha256 ?? '' }, ctx())).to.have.length(1);
  });

  it('does over the wire what can be done with a batch', async () => {
    const { rest, clock } = http({ failureRate: 0.5 });
    const { id } = await upload(rest, 20);
    clock.advance(60_000);
    expect((await rest.syncWithGateway(id, ctx())).gatewaySync?.state).to.equal('running');
    const child = await rest.retryFailed(id, ctx());
    expect((await rest.cancelBatch(child.id, ctx())).status).to.equal('CANCELED');
  });

  it('tells who asks by their request', async () => {
    const session = (request: Request) => ({
      makerChecker: true,
      ...(request.headers.get('authorization') === 'Bearer rohan' && { user: rohan }),
    });
    const { rest, send } = http({ session });
    const { id } = await rest.createBatch(input(csv(['A']), { description: 'Fix' }), ctx());
    const decision = { decision: 'approve', comment: 'ok' } as const;
    expect(await rejection(rest.decide(id, decision, ctx()))).to.include({ code: 'own_batch', status: 403 });
    const other = createRestAdapter({ baseUrl: root, fetch: send, getAccessToken: () => 'rohan' });
    expect((await other.decide(id, decision, ctx())).approval?.by).to.deep.equal(rohan);
  });

  it('answers what is wrong as a problem with a request id of its own', async () => {
    const { send, get } = http();
    const post = (path: string, body: BodyInit | null, headers: HeadersInit = { 'idempotency-key': 'k' }) =>
      send(`${root}${path}`, { method: 'POST', body, headers });
    const requestIds = new Set<unknown>();
    for (const [answer, status, code] of [
      [get('/nothing'), 404, 'not_found'],
      [get('/batches/none'), 404, 'not_found'],
      [get('/batches?cursor=x'), 410, 'cursor_expired'],
      [get('/batches?created_from=x'), 400, 'invalid_parameter'],
      [send(`${origin}/other`), 404, 'not_found'],
      [send(`${root}/batches`, { method: 'DELETE' }), 405, 'method_not_allowed'],
      [post('/batches', form(csv(['A'])), {}), 400, 'idempotency_key_missing'],
      [post('/batches', '{}'), 415, 'unsupported_media_type'],
      [post('/batches', new FormData()), 400, 'unreadable'],
      [post('/batches', form(csv(['A']), { client: null })), 400, 'unreadable'],
      [post('/batches/none/approval', 'no JSON'), 400, 'unreadable'],
      [post('/batches', form(csv(['A A']))), 422, 'csv_validation'],
    ] as const) {
      const response = await answer;
      expect(response.headers.get('content-type')).to.equal('application/problem+json');
      const problem = (await response.json()) as Record<string, unknown>;
      expect(problem).to.include({ status, code });
      expect(response.status).to.equal(status);
      expect(response.headers.get('x-request-id')).to.equal(problem['request_id']);
      requestIds.add(problem['request_id']);
    }
    expect(requestIds.size).to.equal(12);
  });

  it('names the row, the line and the column of every issue', async () => {
    const { rest } = http();
    const failure = await rejection(rest.createBatch(input(csv(['A', 'B B', 'A'])), ctx()));
    expect(failure).to.include({ code: 'csv_validation', status: 422 });
    const { issues } = failure as { issues: { code: string; severity: string }[] };
    const errors = issues.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).to.have.members(['invalid_value', 'duplicate_value']);
    expect(issues.find(({ code }) => code === 'invalid_value')).to.include({ row: 2, line: 3, column: 'order_id' });
  });

  it('says when to come again while the first upload is running', async () => {
    const { send, clock } = http({ intakeMs: 1000 });
    const post = () =>
      send(`${root}/batches`, { method: 'POST', body: form(csv(['A'])), headers: { 'idempotency-key': 'k' } });
    const answers = [post(), post()];
    const second = await Promise.race(answers);
    expect(second.status).to.equal(409);
    expect(second.headers.get('retry-after')).to.equal('1');
    clock.advance(1000);
    expect((await Promise.all(answers)).map(({ status }) => status)).to.have.members([202, 409]);
  });

  it('streams events that a page can read, and stops when it leaves', async () => {
    const { rest, clock, engine } = http();
    const leave = new AbortController();
    const told: BatchEvent[] = [];
    for await (const event of rest.subscribe({ signal: leave.signal, lastEventId: null })) {
      told.push(event);
      if (told.length === 1) {
        await upload(rest, 50);
        clock.advance(20_000);
      }
      if (event.type === 'batch.finished') break;
    }
    expect(told.slice(0, 2).map(({ type }) => type)).to.deep.equal(['heartbeat', 'batch.created']);
    const last = told.findLast(event => 'batch' in event);
    expect(last?.id).to.equal(String(engine.snapshot().events.seq));
    const again = rest.subscribe({ signal: leave.signal, lastEventId: told[1]?.id ?? null })[Symbol.asyncIterator]();
    const replayed = await again.next();
    expect(replayed.value).to.deep.equal(last);
    leave.abort();
  });
});
