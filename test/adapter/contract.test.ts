import { expect } from '@open-wc/testing';
import { createBackend, createFetch, createManualClock, people, validFile } from '../../mocks/index.js';
import type { BackendOptions } from '../../mocks/index.js';
import type { BatchSyncAdapter, CreateBatchInput } from '../../src/adapter/adapter.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import type { BatchEvent, Page } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { defaultTaskQuery, defaultView } from '../../src/core/view.js';
import { createMockBackend, HeldBackend } from '../support/mock-backend.js';
import { rejection } from './fixtures.js';

function setUp(options: BackendOptions = {}) {
  const clock = createManualClock();
  const backend = createBackend({ clock, batches: 30, meanRows: 40, ...options });
  const fetch = createFetch(backend.handle);
  return { adapter: createRestAdapter({ baseUrl: backend.basePath, fetch }), clock, engine: backend.engine, fetch };
}

const ctx = { signal: new AbortController().signal };
const write = (idempotencyKey: string) => ({ ...ctx, idempotencyKey });

function inputOf(file: File, change: Partial<CreateBatchInput['client']> = {}): CreateBatchInput {
  return {
    file,
    fileName: file.name,
    description: null,
    syncWithGateway: false,
    client: { rows: 20, rowsSha256: null, acceptedWarnings: [], acceptDuplicate: false, ...change },
  };
}

/** Every item of a list, page by page. */
async function all<Item>(page: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const { items: more, next, unreadable } = await page(cursor);
    expect(unreadable).to.equal(undefined);
    items.push(...more);
    cursor = next;
  } while (cursor !== null);
  return items;
}

describe('The contract, spoken with a backend that keeps it', () => {
  it('says what is allowed', async () => {
    const { adapter } = setUp({ session: { permission: 'read', makerChecker: true } });
    const capabilities = await adapter.capabilities(ctx);
    expect(capabilities).to.deep.include({
      permissions: { orders: 'read' },
      makerChecker: true,
      limits: { maxRows: 1000, maxBytes: 5_000_000 },
      user: people[0],
    });
    expect(capabilities.features).to.include('events').and.not.include('retry');
  });

  it('lists every batch once, whatever the page size, and counts them all', async () => {
    const { adapter } = setUp();
    const list = (pageSize: number) =>
      all(cursor => adapter.listBatches({ ...defaultView, pageSize, cursor, sort: 'fileName' }, ctx));
    const ids = (await list(7)).map(({ id }) => id);
    expect(new Set(ids).size).to.equal(30);
    expect((await list(100)).map(({ id }) => id)).to.deep.equal(ids);
    const { start, total, prev, counts } = await adapter.listBatches(defaultView, ctx);
    expect({ start, total, prev }).to.deep.equal({ start: 1, total: 30, prev: null });
    expect(Object.values(counts!).reduce((sum, count) => sum + count)).to.equal(30);
  });

  it('reads each batch, its tasks and its figures as the list says', async () => {
    const { adapter } = setUp();
    for (const listed of await all(cursor => adapter.listBatches({ ...defaultView, cursor }, ctx))) {
      const { history, preview, ...batch } = await adapter.getBatch(listed.id, ctx);
      expect(batch).to.deep.equal(listed);
      expect(history).to.have.property('length').greaterThan(0);
      expect(preview === undefined).to.equal(batch.status !== 'PENDING_APPROVAL');
      const tasks = await all(cursor => adapter.listTasks(batch.id, { ...defaultTaskQuery, limit: 25, cursor }, ctx));
      expect(tasks.length).to.equal(batch.totalTasks);
      const failed = tasks.filter(({ status }) => status === 'FAILED').length;
      const { failures } = await adapter.breakdown(batch.id, ctx);
      expect(failed).to.equal(batch.tasks.failed);
      expect(failures.reduce((sum, { count }) => sum + count, 0)).to.equal(failed);
    }
  });

  it('finds a task by its order across batches', async () => {
    const { adapter } = setUp();
    const { items } = await adapter.listBatches({ ...defaultView, statuses: ['ACCEPTED'] }, ctx);
    const [task] = (await adapter.listTasks(items[0].id, defaultTaskQuery, ctx)).items;
    const found = await adapter.findTasks({ q: task.values['order_id'], cursor: null, limit: 10 }, ctx);
    expect(found.items.map(({ id }) => id)).to.include(task.id);
  });

  it('makes one batch of one intention, and says which key made it', async () => {
    const { adapter } = setUp();
    const file = validFile(20);
    const before = await adapter.findBatches({ idempotencyKey: 'k1' }, ctx);
    const first = await adapter.createBatch(inputOf(file), write('k1'));
    const again = await adapter.createBatch(inputOf(file), write('k1'));
    expect(before).to.deep.equal([]);
    expect(again.id).to.equal(first.id);
    expect((await adapter.findBatches({ idempotencyKey: 'k1' }, ctx)).map(({ id }) => id)).to.deep.equal([first.id]);
    expect((await adapter.findBatches({ rowsSha256: first.rowsSha256! }, ctx)).length).to.equal(1);
    expect((await adapter.listBatches(defaultView, ctx)).total).to.equal(31);
  });

  it('refuses what must be refused, each with its code', async () => {
    const { adapter } = setUp();
    const first = await adapter.createBatch(inputOf(validFile(20)), write('k1'));
    const refused: [act: () => Promise<unknown>, expected: object][] = [
      [() => adapter.createBatch(inputOf(validFile(21)), write('k1')), { code: 'idempotency_key_reused', status: 422 }],
      [
        () => adapter.createBatch(inputOf(validFile(20)), write('k2')),
        { code: 'duplicate_batch', status: 409, batchId: first.id },
      ],
      [() => adapter.getBatch('no such', ctx), { code: 'not_found', status: 404 }],
      [() => adapter.retryFailed(first.id, write('k3')), { code: 'conflict', status: 409 }],
      [() => adapter.listBatches({ ...defaultView, cursor: 'stale' }, ctx), { code: 'cursor_expired', status: 410 }],
    ];
    for (const [act, expected] of refused) {
      const error = await rejection(act());
      expect(error).to.be.instanceOf(ProblemError);
      expect(error).to.include({ ...expected, retryable: false });
      expect((error as ProblemError).requestId).to.match(/^req_/);
    }
    const second = await adapter.createBatch(inputOf(validFile(20), { acceptDuplicate: true }), write('k2b'));
    expect(second.id).to.not.equal(first.id);
  });

  it('names the rows that the server will not take', async () => {
    const { adapter } = setUp();
    const file = new File(['order_id,txn_id,unique_request_id\r\nORD_1,,\r\n,T,\r\n'], 'a.csv');
    const error = (await rejection(adapter.createBatch(inputOf(file), write('k')))) as ProblemError;
    expect(error).to.include({ code: 'csv_validation', status: 422 });
    expect(error.issues[0]).to.include({ code: 'empty_value', severity: 'error', row: 2, line: 3, column: 'order_id' });
  });

  it('tells of a batch from its making to its end, and again to whoever missed it', async () => {
    const { adapter, clock } = setUp({ batches: 0, failureRate: 0.2 });
    const controller = new AbortController();
    const events: BatchEvent[] = [];
    const heard = (async () => {
      for await (const event of adapter.subscribe({ signal: controller.signal, lastEventId: null })) {
        events.push(event);
        if (event.type === 'batch.finished') controller.abort();
      }
    })().catch(() => undefined);
    await until(() => events.length > 0);
    const created = await adapter.createBatch(inputOf(validFile(20)), write('k'));
    clock.advance(3_600_000);
    await heard;

    const [greeting] = events;
    const told = events.flatMap(event => ('batch' in event ? [event.batch] : []));
    expect(greeting).to.deep.equal({ type: 'heartbeat', id: '0' });
    expect(events.filter(({ type }) => type.startsWith('batch.')).map(({ type }) => type)).to.include.members([
      'batch.created',
      'batch.finished',
    ]);
    expect(told.every(({ id }) => id === created.id)).to.equal(true);
    expect(told.map(({ version }) => version)).to.deep.equal(
      told.map(({ version }) => version).toSorted((a, b) => a - b),
    );
    expect(told.at(-1)).to.include({ status: 'PARTIALLY_ACCEPTED' });

    const late: BatchEvent[] = [];
    for await (const event of adapter.subscribe({ ...ctx, lastEventId: '1' })) {
      late.push(event);
      if (event.type === 'heartbeat') break;
    }
    expect(late.map(({ type }) => type)).to.deep.equal(['batch.finished', 'heartbeat']);
  });

  it('retries the failed tasks in a child, once per key', async () => {
    const { adapter, clock } = setUp({ batches: 0, failureRate: 0.5 });
    const { id } = await adapter.createBatch(inputOf(validFile(20)), write('k'));
    clock.advance(3_600_000);
    const parent = await adapter.getBatch(id, ctx);
    const child = await adapter.retryFailed(id, write('r'));
    expect((await adapter.retryFailed(id, write('r'))).id).to.equal(child.id);
    expect(child).to.deep.include({ parentId: id, totalTasks: parent.tasks.failed });
    expect((await adapter.getBatch(id, ctx)).childIds).to.deep.equal([child.id]);
  });

  it('syncs with the gateways, and cancels', async () => {
    const { adapter, clock } = setUp({ batches: 0, failureRate: 0 });
    const first = await adapter.createBatch(inputOf(validFile(20)), write('a'));
    expect(await adapter.cancelBatch(first.id, write('b'))).to.include({ id: first.id, status: 'CANCELED' });
    const second = await adapter.createBatch(inputOf(validFile(21)), write('c'));
    clock.advance(3_600_000);
    expect((await adapter.syncWithGateway(second.id, write('d'))).gatewaySync).to.include({ state: 'running' });
  });

  it('lets a checker decide on the batch of a maker', async () => {
    let user = people[0];
    const { adapter } = setUp({ session: () => ({ user, makerChecker: true }) });
    const made = await adapter.createBatch({ ...inputOf(validFile(20)), description: 'October' }, write('a'));
    expect(made).to.include({ status: 'PENDING_APPROVAL', description: 'October' });
    expect(await rejection(adapter.decide(made.id, { decision: 'approve', comment: '' }, write('b')))).to.include({
      status: 403,
    });
    user = people[1]!;
    expect((await adapter.getBatch(made.id, ctx)).preview).to.have.length(20);
    const decided = await adapter.decide(made.id, { decision: 'reject', comment: 'no' }, write('c'));
    expect(decided.approval).to.deep.include({ state: 'rejected', by: people[1], comment: 'no' });
  });
});

describe('An upload over real HTTP', () => {
  const ourSignal = () => new AbortController().signal;
  let adapter: Required<BatchSyncAdapter>;
  before(async () => {
    adapter = createRestAdapter({ baseUrl: await createMockBackend({ batches: 0 }) });
  });
  const context = (idempotencyKey: string) => ({ signal: ourSignal(), idempotencyKey });

  it('tells how far it is, and ends with the batch', async () => {
    const cells = Array.from({ length: 1000 }, (_, row) => `ORD_${row},${'x'.repeat(4000)},\r\n`);
    const file = new File(['order_id,txn_id,unique_request_id\r\n', ...cells], 'large.csv');
    const told: [number, number | null][] = [];
    const made = await adapter.createBatch(inputOf(file), {
      ...context('large'),
      onProgress: ({ loaded, total }) => told.push([loaded, total]),
    });
    expect(made).to.include({ fileName: 'large.csv', totalRecords: 1000 });
    const [loaded, total] = told.at(-1)!;
    expect(loaded).to.equal(total);
    expect(loaded).to.be.greaterThan(file.size);
    expect(told).to.deep.equal(told.toSorted(([a], [b]) => a - b));
  });

  it('brings the server’s findings', async () => {
    const error = await rejection(adapter.createBatch(inputOf(new File(['a,b\r\n'], 'a.csv')), context('bad')));
    expect(error).to.include({ code: 'csv_validation', status: 422 });
    expect((error as ProblemError).requestId).to.match(/^req_/);
  });

  it('is unknown where another address answered, and known by its key', async () => {
    const real = globalThis.XMLHttpRequest;
    globalThis.XMLHttpRequest = class extends real {
      override get responseURL() {
        return 'https://elsewhere.example/batches';
      }
    };
    const error = await rejection(adapter.createBatch(inputOf(validFile(20)), context('led astray')));
    globalThis.XMLHttpRequest = real;
    expect(error).to.include({ code: 'outcome_unknown', retryable: true });
    const [found] = await adapter.findBatches({ idempotencyKey: 'led astray' }, { signal: ourSignal() });
    expect(found).to.include({ totalRecords: 20 });
    expect((await adapter.createBatch(inputOf(validFile(20)), context('led astray'))).id).to.equal(found.id);
  });

  it('ends with the caller’s reason, and the connection with it', async () => {
    const backend = await HeldBackend.create({ batches: 0, scenario: 'slow' });
    const slow = createRestAdapter({ baseUrl: backend.baseUrl });
    const controller = new AbortController();
    const outcome = rejection(
      slow.createBatch(inputOf(validFile(20)), { ...context('left'), signal: controller.signal }),
    );
    const open = async () => (await backend.requests()).filter(request => request.open).length;
    await until(async () => (await open()) === 1);
    const reason = new Error('left');
    controller.abort(reason);
    expect(await outcome).to.equal(reason);
    await until(async () => (await open()) === 0);
  });

  it('is unknown where the connection is cut', async () => {
    const cut = createRestAdapter({ baseUrl: await createMockBackend({ batches: 0, scenario: 'offline' }) });
    const random = Math.random;
    // The shortest waits.
    Math.random = () => 0;
    const error = await rejection(cut.createBatch(inputOf(validFile(20)), context('cut')));
    Math.random = random;
    expect(error).to.include({ code: 'outcome_unknown' });
  });

  it('leaves cookies out where the host says so, which XMLHttpRequest cannot', async () => {
    const baseUrl = await createMockBackend({ batches: 0 });
    const told: (number | null)[] = [];
    await createRestAdapter({ baseUrl, credentials: 'omit' }).createBatch(inputOf(validFile(20)), {
      ...context('bare'),
      onProgress: ({ total }) => told.push(total),
    });
    expect(told).to.deep.equal([null]);
  });
});

describe('Events over real HTTP', () => {
  it('come while the work goes on', async () => {
    const adapter = createRestAdapter({ baseUrl: await createMockBackend({ batches: 0, taskMs: 1 }) });
    const types: string[] = [];
    let made = false;
    for await (const event of adapter.subscribe({ ...ctx, lastEventId: null })) {
      types.push(event.type);
      if (!made) await adapter.createBatch(inputOf(validFile(20)), write('k'));
      made = true;
      if (event.type === 'batch.finished') break;
    }
    expect(types.slice(0, 2)).to.deep.equal(['heartbeat', 'batch.created']);
  });
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(resolve => setTimeout(resolve));
}
