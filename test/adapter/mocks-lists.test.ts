import { expect } from '@open-wc/testing';
import type { Batch, Page } from '../../src/core/batch.js';
import { batchStatuses } from '../../src/core/status.js';
import { defaultTaskQuery, defaultView } from '../../src/core/view.js';
import type { View } from '../../src/core/view.js';
import { rejection } from './fixtures.js';
import { allTasks, ctx, upload, world } from './mocks-support.js';

type Adapter = ReturnType<ReturnType<typeof world>['as']>;

const list = (adapter: Adapter, view: Partial<View> = {}) => adapter.listBatches({ ...defaultView, ...view }, ctx());
const ids = ({ items }: Page<{ id: string }>) => items.map(item => item.id);
const names = ({ items }: Page<Batch>) => items.map(item => item.fileName);

describe('mock backend: pages of batches', () => {
  it('hold every batch once, forwards and backwards', async () => {
    const { as } = world({ batches: 33 });
    const all = ids(await list(as(), { pageSize: 100 }));
    const forwards: Page<Batch>[] = [];
    for (let cursor: string | null | undefined; cursor !== null; cursor = forwards.at(-1)?.next ?? null) {
      forwards.push(await list(as(), { pageSize: 10, cursor: cursor ?? null }));
    }
    expect(forwards.flatMap(ids)).to.deep.equal(all);
    expect(forwards.map(page => page.start)).to.deep.equal([1, 11, 21, 31]);
    expect(forwards.map(page => page.prev === null)).to.deep.equal([true, false, false, false]);
    const back = await list(as(), { pageSize: 10, cursor: forwards[3]?.prev ?? null });
    expect(ids(back)).to.deep.equal(all.slice(20, 30));
    expect(back).to.include({ start: 21, total: 33 });
  });

  it('do not shift when batches arrive meanwhile', async () => {
    const { as, clock } = world({ batches: 30 });
    const all = ids(await list(as(), { pageSize: 100 }));
    const first = await list(as(), { pageSize: 10 });
    clock.advance(1000);
    for (const fileName of ['x.csv', 'y.csv', 'z.csv']) await upload(as(), 3, { fileName });
    const second = await list(as(), { pageSize: 10, cursor: first.next });
    expect(ids(second)).to.deep.equal(all.slice(10, 20));
    expect(second).to.include({ start: 14, total: 33 });
    expect(ids(await list(as(), { pageSize: 10, cursor: second.prev }))).to.deep.equal(all.slice(0, 10));
  });

  it('fill the first page when there are fewer before it than it holds', async () => {
    const { as } = world({ batches: 30 });
    const first = await list(as(), { pageSize: 5 });
    const second = await list(as(), { pageSize: 20, cursor: first.next });
    const back = await list(as(), { pageSize: 20, cursor: second.prev });
    expect(back.items).to.have.length(20);
    expect(back).to.include({ start: 1, prev: null });
  });

  for (const [name, change, cursorOf] of [
    ['made up', {}, () => 'bm9uc2Vuc2U'],
    ['not even base 64', {}, () => '§%&'],
    ['of another sort', { sort: 'fileName' }, (page: Page<Batch>) => page.next],
    ['of another search', { search: 'orders' }, (page: Page<Batch>) => page.next],
    ['of another filter', { statuses: ['FAILED'] }, (page: Page<Batch>) => page.next],
  ] as const) {
    it(`refuse a cursor that is ${name}`, async () => {
      const { as } = world({ batches: 30 });
      const cursor = cursorOf(await list(as(), { pageSize: 10 }));
      expect(await rejection(list(as(), { ...change, cursor }))).to.include({ code: 'cursor_expired', status: 410 });
    });
  }

  it('of nothing have no start and no neighbours', async () => {
    const { as } = world();
    expect(await list(as())).to.deep.equal({ items: [], next: null, prev: null, start: null, total: 0, counts: {} });
  });
});

describe('mock backend: search, filter and sort', () => {
  async function named(...fileNames: string[]) {
    const { as, clock } = world({ failureRate: 0 });
    for (const fileName of fileNames) {
      await upload(as(), 3, { fileName });
      clock.advance(1000);
    }
    return { as, clock };
  }

  for (const [search, matchCase, expected] of [
    ['orders', true, ['orders.csv', 'my-orders.csv']],
    ['ORDERS', true, ['ORDERS-2.csv']],
    ['ORDERS', false, ['orders.csv', 'my-orders.csv', 'ORDERS-2.csv']],
    ['ders.c', true, ['orders.csv', 'my-orders.csv']],
    ['.*', true, []],
    ['ordérs', false, []],
  ] as const) {
    it(`finds ${expected.length} for "${search}"${matchCase ? '' : ' in any case'}`, async () => {
      const { as } = await named('orders.csv', 'my-orders.csv', 'ORDERS-2.csv', 'refunds.csv');
      expect(names(await list(as(), { search, matchCase }))).to.have.members(expected);
    });
  }

  it('counts by status what the search and the dates leave, whatever status is asked for', async () => {
    const { as } = world({ batches: 60 });
    const all = await list(as());
    const failed = await list(as(), { statuses: ['FAILED', 'CANCELED'] });
    expect(failed.counts).to.deep.equal(all.counts);
    expect(failed.total).to.equal((all.counts?.['FAILED'] ?? 0) + (all.counts?.['CANCELED'] ?? 0));
    expect(new Set(failed.items.map(batch => batch.status))).to.deep.equal(new Set(['FAILED', 'CANCELED']));
    const searched = await list(as(), { search: 'orders' });
    expect(Object.values(searched.counts ?? {}).reduce((sum, count) => sum + count, 0)).to.equal(searched.total);
  });

  it('takes the first instant of a range in and leaves the last one out', async () => {
    const { as } = await named('a.csv', 'b.csv', 'c.csv');
    const { items } = await list(as(), { sort: 'createdAt' });
    const [a, b, c] = items.map(batch => batch.createdAt);
    expect(names(await list(as(), { createdFrom: b ?? null }))).to.deep.equal(['c.csv', 'b.csv']);
    expect(names(await list(as(), { createdTo: b ?? null }))).to.deep.equal(['a.csv']);
    expect(names(await list(as(), { createdFrom: a ?? null, createdTo: c ?? null }))).to.deep.equal(['b.csv', 'a.csv']);
    const offset = '2026-10-12T14:30:01+05:30';
    expect(names(await list(as(), { createdFrom: offset })), 'in another zone').to.deep.equal(['c.csv', 'b.csv']);
  });

  it('refuses a date that is none', async () => {
    const { as } = world();
    expect(await rejection(list(as(), { createdFrom: 'yesterday' }))).to.include({ status: 400 });
  });

  for (const sort of ['fileName', 'status', 'totalRecords', 'createdAt', 'totalTasks'] as const) {
    it(`sorts by ${sort} both ways, ties by id`, async () => {
      const { as } = world({ batches: 60 });
      const key = (batch: Batch) =>
        sort === 'status' ? batchStatuses.findIndex(status => status === batch.status) : batch[sort];
      for (const direction of [1, -1]) {
        const { items } = await list(as(), { sort: direction === 1 ? sort : `-${sort}`, pageSize: 100 });
        for (const [at, after] of items.slice(1).entries()) {
          const before = items[at] ?? after;
          const [left, right] = [key(before), key(after)];
          const order = typeof left === 'string' ? compareText(left, String(right)) : left - Number(right);
          if (order === 0) expect(before.id < after.id, `${before.id} before ${after.id}`).to.equal(true);
          else expect(Math.sign(order)).to.equal(-direction);
        }
      }
    });
  }

  it('sorts names as people do: numbers by value', async () => {
    const { as } = await named('part-10.csv', 'part-9.csv', 'Part-8.csv');
    expect(names(await list(as(), { sort: 'fileName' }))).to.deep.equal(['Part-8.csv', 'part-9.csv', 'part-10.csv']);
  });
});

function compareText(a: string, b: string): number {
  return new Intl.Collator('en', { numeric: true }).compare(a, b);
}

describe('mock backend: tasks', () => {
  async function ended() {
    const { as, clock } = world({ failureRate: 0.3 });
    const { id } = await upload(as(), 120);
    clock.advance(60_000);
    return { adapter: as(), id };
  }

  it('come in file order, page by page, each once', async () => {
    const { adapter, id } = await ended();
    const tasks = await allTasks(adapter, id, { limit: 50 });
    expect(tasks.map(task => task.row)).to.deep.equal(Array.from({ length: 120 }, (_, at) => at + 1));
  });

  it('are filtered by status, error code and gateway, together', async () => {
    const { adapter, id } = await ended();
    const { failures, gateways } = await adapter.breakdown(id, ctx());
    for (const { code, count } of failures) {
      const tasks = await allTasks(adapter, id, { errorCode: code });
      expect(tasks.map(task => task.error?.code)).to.deep.equal(Array(count).fill(code));
    }
    for (const { name, failed } of gateways) {
      const tasks = await allTasks(adapter, id, { gateway: name, status: 'FAILED' });
      expect(tasks).to.have.length(failed);
      expect(tasks.every(task => task.gateway === name && task.status === 'FAILED')).to.equal(true);
    }
  });

  it('are found by a part of any of their ids', async () => {
    const { adapter, id } = await ended();
    expect(await allTasks(adapter, id, { q: 'req-ord_77' })).to.have.length(1);
    expect(await allTasks(adapter, id, { q: 'ORD_11' })).to.have.length(11);
  });

  it('are sorted by any member, ties in file order', async () => {
    const { adapter, id } = await ended();
    const byOrder = await allTasks(adapter, id, { sort: '-order_id', limit: 7 });
    expect(byOrder[0]?.values['order_id']).to.equal('ORD_120');
    const byStatus = await allTasks(adapter, id, { sort: '-status' });
    const [failed, accepted] = [byStatus.filter(isFailed), byStatus.filter(task => !isFailed(task))];
    expect(byStatus).to.deep.equal([...failed, ...accepted]);
    expect(failed.map(task => task.row)).to.deep.equal(failed.map(task => task.row).toSorted((a, b) => a - b));
    expect(await rejection(allTasks(adapter, id, { sort: 'nonsense' }))).to.include({ status: 400 });
  });

  it('keep their place while others change state', async () => {
    const { as, clock } = world({ failureRate: 0 });
    const { id } = await upload(as(), 300);
    const query = { ...defaultTaskQuery, status: 'QUEUED', limit: 100 };
    const first = await as().listTasks(id, query, ctx());
    clock.advance(4000);
    const second = await as().listTasks(id, { ...query, cursor: first.next }, ctx());
    expect(second.items[0]?.row).to.equal(101);
  });

  it('are found across batches, the newest batch first', async () => {
    const { as, clock } = world();
    const older = await upload(as(), 30, { fileName: 'a.csv' });
    clock.advance(1000);
    const newer = await upload(as(), 30, { fileName: 'b.csv' });
    const first = await as().findTasks({ q: '_7', cursor: null, limit: 1 }, ctx());
    expect(first.items[0]).to.include({ batchId: newer.id, row: 7 });
    const second = await as().findTasks({ q: '_7', cursor: first.next, limit: 1 }, ctx());
    expect(second.items[0]).to.include({ batchId: older.id, row: 7 });
    expect((await as().findTasks({ q: '', cursor: null, limit: 10 }, ctx())).total).to.equal(0);
  });
});

function isFailed({ status }: { status: string }): boolean {
  return status === 'FAILED';
}
