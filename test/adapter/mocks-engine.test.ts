import { expect } from '@open-wc/testing';
import { createEngine, createManualClock } from '../../mocks/index.js';
import type { Batch } from '../../src/core/batch.js';
import { isBatchStatus, isTerminal, mayFollow } from '../../src/core/status.js';
import { defaultView } from '../../src/core/view.js';
import { rejection } from './fixtures.js';
import { allTasks, asha, csv, ctx, input, orderIds, rohan, upload, world, worldOf } from './mocks-support.js';

const minute = 60_000;

describe('mock backend: a batch from upload to end', () => {
  it('is processing at once, with every task queued', async () => {
    const { as } = world();
    const batch = await upload(as(), 40);
    expect(batch.status).to.equal('PROCESSING');
    expect(batch.tasks).to.deep.equal({ accepted: 0, failed: 0, queued: 40 });
    expect(batch).to.include({ totalRecords: 40, totalTasks: 40, version: 1 });
    expect(batch.createdBy).to.deep.equal(asha);
    expect((await allTasks(as(), batch.id)).every(task => task.status === 'QUEUED' && task.error === null)).to.equal(
      true,
    );
  });

  it('of 1000 rows takes between half a minute and a minute', async () => {
    const { as, clock } = world();
    const { id } = await upload(as(), 1000);
    clock.advance(29_000);
    expect((await as().getBatch(id, ctx())).status).to.equal('PROCESSING');
    clock.advance(31_000);
    expect(isTerminal((await as().getBatch(id, ctx())).status)).to.equal(true);
  });

  it('never goes backwards, and its counts always add up', async () => {
    const { as, clock } = world({ failureRate: 0.2 });
    const { id } = await upload(as(), 500);
    let last: Batch = await as().getBatch(id, ctx());
    for (let second = 0; second < 40; second++) {
      clock.advance(1000);
      const batch = await as().getBatch(id, ctx());
      const { accepted, failed, queued } = batch.tasks;
      expect(accepted + failed + queued).to.equal(500);
      expect(accepted).to.be.at.least(last.tasks.accepted);
      expect(failed).to.be.at.least(last.tasks.failed);
      if (accepted + failed > last.tasks.accepted + last.tasks.failed) expect(batch.version).to.be.above(last.version);
      else expect(batch).to.deep.equal(last);
      last = batch;
    }
    expect(last.status).to.equal('PARTIALLY_ACCEPTED');
    expect(last.finishedAt).to.equal(last.updatedAt);
  });

  for (const [share, status] of [
    [0, 'ACCEPTED'],
    [0.5, 'PARTIALLY_ACCEPTED'],
    [1, 'FAILED'],
  ] as const) {
    it(`ends as ${status} where ${share * 100} % of its tasks fail`, async () => {
      const { as, clock } = world({ failureRate: share });
      const { id } = await upload(as(), 30);
      clock.advance(minute);
      expect((await as().getBatch(id, ctx())).status).to.equal(status);
    });
  }

  it('tells its tasks as it tells its counts, at every moment', async () => {
    const { as, clock } = world({ failureRate: 0.3 });
    const { id } = await upload(as(), 200);
    for (const pause of [3000, 4000, minute]) {
      clock.advance(pause);
      const { tasks } = await as().getBatch(id, ctx());
      const listed = await allTasks(as(), id);
      const count = (status: string) => listed.filter(task => task.status === status).length;
      expect({ accepted: count('ACCEPTED'), failed: count('FAILED'), queued: count('QUEUED') }).to.deep.equal(tasks);
      const { failures, externalSystems } = await as().breakdown(id, ctx());
      expect(failures.reduce((sum, group) => sum + group.count, 0)).to.equal(tasks.failed);
      expect(externalSystems.reduce((sum, group) => sum + group.queued, 0)).to.equal(tasks.queued);
    }
  });

  it('keeps the cells of the file, and says why a task failed and who refused it', async () => {
    const { as, clock } = world({ failureRate: 1 });
    const text = 'order_id,txn_id,unique_request_id\r\nA-1,"x,""y""",\r\nA-2,,R2\r\n';
    const { id } = await as().createBatch(input(text), ctx());
    clock.advance(minute);
    const [first, second] = await allTasks(as(), id);
    expect(first?.values).to.deep.equal({ order_id: 'A-1', txn_id: 'x,"y"', unique_request_id: '' });
    expect(first).to.include({ row: 1, status: 'FAILED', syncStatus: 'REJECTED', batchId: id });
    expect(first?.error?.message).to.not.equal('');
    expect(first?.externalSystem).to.be.a('string');
    expect(second?.gateway, 'no transaction, no gateway').to.equal(null);
  });

  it('has gateway results only where they were asked for', async () => {
    const { as, clock } = world({ failureRate: 0 });
    const without = await upload(as(), 20);
    const along = await upload(as(), 20, { syncWithGateway: true, fileName: 'b.csv' });
    expect(along.gatewaySync?.state).to.equal('running');
    clock.advance(minute);
    expect((await allTasks(as(), without.id)).map(task => task.gatewaySyncStatus)).to.deep.equal(Array(20).fill(null));
    expect((await as().getBatch(along.id, ctx())).gatewaySync?.state).to.equal('done');
    for (const task of await allTasks(as(), along.id)) expect(task.gatewaySyncStatus).to.be.oneOf(['SYNCED', 'FAILED']);
  });

  it('is the same twice from the same seed and clock', async () => {
    const tell = async () => {
      const { as, clock } = world({ batches: 30 });
      await upload(as(), 50);
      clock.advance(20_000);
      const { items } = await as().listBatches({ ...defaultView, pageSize: 50 }, ctx());
      return JSON.stringify([items, await allTasks(as(), items[0]?.id ?? '')]);
    };
    expect(await tell()).to.equal(await tell());
  });

  it('is the same, watched or not', async () => {
    const watched = world();
    const alone = world();
    const { id } = await upload(watched.as(), 300);
    await upload(alone.as(), 300);
    const stop = watched.engine.connect({ user: asha, permission: 'read', makerChecker: false }, null, () => {});
    for (let step = 0; step < 50; step++) watched.clock.advance(100);
    alone.clock.advance(5000);
    stop();
    const [seen, unseen] = await Promise.all([watched.as().getBatch(id, ctx()), alone.as().getBatch(id, ctx())]);
    expect(seen).to.deep.equal(unseen);
  });

  it('goes on in whole milliseconds, also where it is told of parts of one', async () => {
    const { as, clock } = world();
    clock.advance(0.6);
    const { id } = await upload(as(), 20);
    for (let step = 0; step < 200; step++) clock.advance(33.3);
    expect(Number.isInteger(clock.now())).to.equal(true);
    expect((await as().getBatch(id, ctx())).tasks.queued).to.equal(0);
  });

  it('refuses a file that is not valid, with every issue, and makes nothing', async () => {
    const { as } = world();
    const text = 'order_id,txn_id,unique_request_id\r\nA 1,,\r\n,,\r\n';
    const failure = await rejection(as().createBatch(input(text), ctx()));
    expect(failure).to.include({ code: 'csv_validation', status: 422 });
    expect((failure as { issues: { row: number }[] }).issues.map(issue => issue.row)).to.include.members([1, 2]);
    expect((await as().listBatches(defaultView, ctx())).total).to.equal(0);
  });

  it('refuses what is too large by 413, unread, and what is no CSV by 415', async () => {
    const { as } = world();
    const large = { ...input(''), file: new Blob([new Uint8Array(5_000_001)]) };
    expect(await rejection(as().createBatch(large, ctx()))).to.include({ status: 413 });
    const zip = { ...input(''), file: new Blob([Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)]), fileName: 'orders.xlsx' };
    expect(await rejection(as().createBatch(zip, ctx()))).to.include({ status: 415 });
  });
});

describe('mock backend: what people do with a batch', () => {
  it('cancels one in work: what ended stays ended, what waited stays undone', async () => {
    const { as, clock } = world();
    const { id } = await upload(as(), 400);
    clock.advance(6000);
    const canceled = await as().cancelBatch(id, ctx());
    expect(canceled.status).to.equal('CANCELED');
    expect(canceled.tasks.queued).to.be.above(0);
    clock.advance(minute);
    expect((await as().getBatch(id, ctx())).tasks).to.deep.equal(canceled.tasks);
    expect(await rejection(as().cancelBatch(id, ctx()))).to.include({ code: 'conflict', status: 409, batchId: id });
  });

  it('retries what failed as a child with the same request ids, linked both ways, once', async () => {
    const { as, clock } = world({ failureRate: 0.4 });
    const { id } = await upload(as(), 60);
    clock.advance(minute);
    const failed = await allTasks(as(), id, { status: 'FAILED' });
    const child = await as().retryFailed(id, ctx());
    expect(child).to.include({ parentId: id, status: 'QUEUED', totalRecords: failed.length });
    const parent = await as().getBatch(id, ctx());
    expect(parent.childIds).to.deep.equal([child.id]);
    expect(parent.allowedActions).to.not.include('retry');
    const requestIds = (tasks: typeof failed) => tasks.map(task => task.values['unique_request_id']);
    expect(requestIds(await allTasks(as(), child.id))).to.deep.equal(requestIds(failed));
    expect(await rejection(as().retryFailed(id, ctx()))).to.include({ code: 'conflict', status: 409 });
    clock.advance(minute);
    expect((await as().getBatch(child.id, ctx())).tasks.accepted).to.be.above(0);
  });

  it('retries again what a canceled retry left over, but nothing that it brought through', async () => {
    const { as, clock } = world({ failureRate: 1, taskMs: 100 });
    const { id } = await upload(as(), 100);
    clock.advance(minute);
    const child = await as().retryFailed(id, ctx());
    clock.advance(9000);
    const { tasks } = await as().cancelBatch(child.id, ctx());
    expect(tasks.accepted).to.be.above(0);
    const second = await as().retryFailed(id, ctx());
    expect(second.totalRecords).to.equal(100 - tasks.accepted);
  });

  it('refuses a retry where nothing failed, and while the batch is in work', async () => {
    const { as, clock } = world({ failureRate: 0 });
    const { id } = await upload(as(), 20);
    expect(await rejection(as().retryFailed(id, ctx()))).to.include({ status: 409 });
    clock.advance(minute);
    expect(await rejection(as().retryFailed(id, ctx()))).to.include({ status: 409 });
  });

  it('synchronises with the gateways later, one at a time, and says who began', async () => {
    const { as, clock } = world({ failureRate: 0 });
    const { id } = await upload(as(), 50);
    expect(await rejection(as().syncWithGateway(id, ctx()))).to.include({ status: 409 });
    clock.advance(minute);
    const running = await as().syncWithGateway(id, ctx());
    expect(running.gatewaySync).to.deep.include({ state: 'running', by: asha });
    expect(running.allowedActions).to.not.include('gateway-sync');
    const refusal = await rejection(as({ user: rohan }).syncWithGateway(id, ctx()));
    expect((refusal as { detail: string }).detail).to.contain(asha.name);
    expect((await allTasks(as(), id))[0]?.gatewaySyncStatus).to.equal('PENDING');
    clock.advance(minute);
    const done = await as().getBatch(id, ctx());
    expect(done.gatewaySync?.state).to.equal('done');
    expect(done.version).to.be.above(running.version);
    expect((await allTasks(as(), id))[0]?.gatewaySyncStatus).to.be.oneOf(['SYNCED', 'FAILED']);
  });

  it('knows no batch of a name that it never gave', async () => {
    const { as } = world({ batches: 3 });
    for (const ask of [as().getBatch('nope', ctx()), as().breakdown('nope', ctx()), as().retryFailed('nope', ctx())]) {
      expect(await rejection(ask)).to.include({ code: 'not_found', status: 404 });
    }
  });
});

describe('mock backend: maker and checker', () => {
  const maker = { user: asha, makerChecker: true };
  const checker = { user: rohan, makerChecker: true };

  async function pending() {
    const { as, clock } = world({ failureRate: 0 });
    const batch = await as(maker).createBatch(input(csv(orderIds(30)), { description: 'Backfill' }), ctx());
    return { as, clock, batch };
  }

  it('waits, without tasks, and shows the checker the first rows', async () => {
    const { as, clock, batch } = await pending();
    clock.advance(minute);
    const seen = await as(checker).getBatch(batch.id, ctx());
    expect(seen).to.include({ status: 'PENDING_APPROVAL', totalRecords: 30, totalTasks: 0, description: 'Backfill' });
    expect(seen.preview).to.have.length(20);
    expect(seen.preview?.[0]).to.deep.equal(['ORD_1', 'TXN-ORD_1', 'REQ-ORD_1']);
    expect(seen.rowsSha256).to.match(/^[0-9a-f]{64}$/);
    expect(await allTasks(as(), batch.id)).to.deep.equal([]);
    expect(seen.allowedActions).to.deep.equal(['decide']);
  });

  it('never lets anybody decide on a batch of their own', async () => {
    const { as, batch } = await pending();
    expect(batch.allowedActions).to.not.include('decide');
    const decision = { decision: 'approve', comment: '' } as const;
    expect(await rejection(as(maker).decide(batch.id, decision, ctx()))).to.include({ code: 'own_batch', status: 403 });
    expect((await as().getBatch(batch.id, ctx())).status).to.equal('PENDING_APPROVAL');
  });

  it('works on what was approved', async () => {
    const { as, clock, batch } = await pending();
    const approved = await as(checker).decide(batch.id, { decision: 'approve', comment: 'Compared.' }, ctx());
    expect(approved).to.include({ status: 'QUEUED', totalTasks: 30 });
    expect(approved.approval).to.deep.include({ state: 'approved', by: rohan, comment: 'Compared.' });
    clock.advance(minute);
    expect((await as().getBatch(batch.id, ctx())).status).to.equal('ACCEPTED');
  });

  it('ends what was rejected, and nobody decides twice', async () => {
    const { as, clock, batch } = await pending();
    const rejected = await as(checker).decide(batch.id, { decision: 'reject', comment: 'Old.' }, ctx());
    expect(rejected).to.include({ status: 'APPROVAL_REJECTED', totalTasks: 0 });
    const again = await rejection(as(checker).decide(batch.id, { decision: 'approve', comment: '' }, ctx()));
    expect(again).to.include({ code: 'conflict', status: 409 });
    expect((again as { detail: string }).detail).to.contain(rohan.name);
    clock.advance(minute);
    expect((await as().getBatch(batch.id, ctx())).status).to.equal('APPROVAL_REJECTED');
  });

  it('lets the maker take it back, and nobody else', async () => {
    const { as, batch } = await pending();
    expect(await rejection(as(checker).cancelBatch(batch.id, ctx()))).to.include({ status: 409 });
    expect((await as(maker).cancelBatch(batch.id, ctx())).status).to.equal('CANCELED');
  });

  for (const [name, description] of [
    ['no', null],
    ['a blank', '  '],
    ['too long a', 'x'.repeat(501)],
  ] as const) {
    it(`refuses ${name} description`, async () => {
      const { as } = world();
      const failure = await rejection(as(maker).createBatch(input(csv(['A']), { description }), ctx()));
      expect(failure).to.include({ code: 'invalid_description', status: 422 });
    });
  }
});

describe('mock backend: rights', () => {
  it('lets nobody without the right see or change anything', async () => {
    const { as } = world({ batches: 3 });
    const none = as({ permission: 'none' });
    expect(await none.capabilities(ctx())).to.deep.include({ permissions: { orders: 'none' }, features: [] });
    for (const ask of [none.listBatches(defaultView, ctx()), none.getBatch('x', ctx()), upload(none)]) {
      expect(await rejection(ask)).to.include({ code: 'forbidden', status: 403 });
    }
  });

  it('lets a reader read, and offers nothing else', async () => {
    const { as } = world({ batches: 20 });
    const reader = as({ permission: 'read' });
    const { items } = await reader.listBatches(defaultView, ctx());
    expect(items.flatMap(batch => batch.allowedActions)).to.deep.equal([]);
    expect((await reader.capabilities(ctx())).features).to.have.members(['events', 'breakdown', 'find-tasks']);
    for (const ask of [upload(reader), reader.cancelBatch(items[0]?.id ?? '', ctx())]) {
      expect(await rejection(ask)).to.include({ code: 'forbidden', status: 403 });
    }
  });

  it('offers on each batch exactly what it then does', async () => {
    const { as } = world({ batches: 60 });
    const acts = {
      'gateway-sync': (id: string) => as().syncWithGateway(id, ctx()),
      retry: (id: string) => as().retryFailed(id, ctx()),
      cancel: (id: string) => as().cancelBatch(id, ctx()),
      decide: (id: string) => as().decide(id, { decision: 'reject', comment: '' }, ctx()),
    };
    const { items } = await as().listBatches({ ...defaultView, pageSize: 100 }, ctx());
    for (const { id, allowedActions = [] } of items) {
      for (const [name, act] of Object.entries(acts)) {
        if (allowedActions.includes(name)) continue;
        expect(await rejection(act(id)), `${name} on ${id}`)
          .to.have.property('status')
          .that.is.oneOf([403, 409]);
      }
      const [first] = allowedActions;
      if (first) expect((await acts[first as keyof typeof acts](id)).version).to.be.above(0);
    }
  });
});

describe('mock backend: what is there at the first look', () => {
  it('is 60 batches of several people in every state, some of them moving', async () => {
    const { as, clock } = world({ batches: 60 });
    const { items, total, counts } = await as().listBatches({ ...defaultView, pageSize: 100 }, ctx());
    expect(total).to.equal(60);
    expect(Object.keys(counts ?? {})).to.have.members([
      'ACCEPTED', 'APPROVAL_REJECTED', 'CANCELED', 'FAILED', 'PARTIALLY_ACCEPTED', 'PENDING_APPROVAL', 'PROCESSING',
      'QUEUED',
    ]); // prettier-ignore
    expect(new Set(items.map(batch => batch.createdBy?.id)).size).to.be.above(3);
    expect(Math.max(...items.map(batch => batch.fileName.length))).to.be.above(100);
    for (const { createdAt, updatedAt } of items) {
      expect(Date.parse(createdAt)).to.be.within(clock.now() - 35 * 24 * 60 * minute, clock.now());
      expect(Date.parse(updatedAt)).to.be.within(Date.parse(createdAt), clock.now());
    }
    const moving = items.filter(batch => batch.status === 'PROCESSING');
    expect(moving.length).to.be.above(1);
    clock.advance(10_000);
    for (const { id, tasks } of moving) expect((await as().getBatch(id, ctx())).tasks).to.not.deep.equal(tasks);
  });

  it('goes only through states that may follow each other', async () => {
    const { as, clock } = world({ batches: 60 });
    const known = new Map<string, string>();
    for (let second = 0; second < 300; second += 2) {
      for (const { id, status } of (await as().listBatches({ ...defaultView, pageSize: 100 }, ctx())).items) {
        const before = known.get(id) ?? status;
        if (before !== status && isBatchStatus(before) && isBatchStatus(status)) {
          expect(mayFollow(before, status), `${before} to ${status}`).to.equal(true);
        }
        known.set(id, status);
      }
      clock.advance(2000);
    }
    expect([...known.values()]).to.not.include('PROCESSING');
  });

  it('is answered at once also where there are 10,000 batches', async () => {
    const { as } = world({ batches: 10_000, meanRows: 10 });
    expect((await as().listBatches(defaultView, ctx())).total).to.equal(10_000);
    const started = performance.now();
    await as().listBatches({ ...defaultView, search: 'orders', sort: 'fileName' }, ctx());
    expect(performance.now() - started).to.be.below(1000);
  });
});

describe('mock backend: a snapshot', () => {
  it('goes on by the clock while nothing ran', async () => {
    const { as, clock, engine } = world({ failureRate: 0.1 });
    const { id } = await upload(as(), 800);
    clock.advance(5000);
    const before = await as().getBatch(id, ctx());
    const text = JSON.stringify(engine.snapshot());
    const later = createManualClock(clock.now() + 8000);
    const restored = worldOf(createEngine({ clock: later, snapshot: JSON.parse(text) }), later);
    const after = await restored.as().getBatch(id, ctx());
    expect(after.tasks.queued).to.be.below(before.tasks.queued).and.above(0);
    clock.advance(8000);
    expect(after).to.deep.equal(await as().getBatch(id, ctx()));
    later.advance(60 * minute);
    expect((await restored.as().getBatch(id, ctx())).status).to.equal('PARTIALLY_ACCEPTED');
  });

  it('keeps keys: a repeat across a restart makes no second batch', async () => {
    const { as, clock, engine } = world();
    const once = ctx();
    const first = await as().createBatch(input(csv(['A'])), once);
    const restored = worldOf(createEngine({ clock, snapshot: engine.snapshot() }), clock);
    expect((await restored.as().createBatch(input(csv(['A'])), once)).id).to.equal(first.id);
    expect((await restored.as().listBatches(defaultView, ctx())).total).to.equal(1);
  });

  it('is a copy: what happens later is not in it', async () => {
    const { as, clock, engine } = world();
    const { id } = await upload(as(), 100);
    const snapshot = engine.snapshot();
    await as().cancelBatch(id, ctx());
    const restored = worldOf(createEngine({ clock, snapshot }), clock);
    expect((await restored.as().getBatch(id, ctx())).status).to.equal('PROCESSING');
    await restored.as().cancelBatch(id, ctx());
    expect(snapshot.records[0]?.status).to.equal('PROCESSING');
  });
});
