import { expect } from '@open-wc/testing';
import type { CreateBatchInput } from '../../src/adapter/adapter.js';
import { batchSync } from '../../src/core/batch-sync.js';
import { rowsSha256 as fingerprint, validateText } from '../../src/core/index.js';
import { defaultView } from '../../src/core/view.js';
import { rejection } from './fixtures.js';
import { csv, ctx, input, rohan, upload, world } from './mocks-support.js';

const rows = csv(['A', 'B']);

describe('mock backend: idempotency keys', () => {
  it('answer a repeat with the first answer, also when the batch has moved on', async () => {
    const { as, clock } = world();
    const once = ctx();
    const first = await as().createBatch(input(rows), once);
    clock.advance(60_000);
    expect(await as().createBatch(input(rows), once)).to.deep.equal(first);
    expect((await as().listBatches(defaultView, ctx())).total).to.equal(1);
  });

  it('make one batch of two calls at the same time: the second is told to wait', async () => {
    const { as, clock } = world({ intakeMs: 500 });
    const once = ctx();
    const both = Promise.allSettled([as().createBatch(input(rows), once), as().createBatch(input(rows), once)]);
    const [first, second] = await meanwhile(both, () => clock.advance(100));
    expect(first.status).to.equal('fulfilled');
    const refusal: unknown = second.status === 'rejected' ? second.reason : null;
    expect(refusal).to.include({ code: 'in_progress', status: 409, retryable: true, retryAfter: 1000 });
    expect((await as().listBatches(defaultView, ctx())).total).to.equal(1);
    expect((await as().createBatch(input(rows), once)).id).to.equal((await found(as(), once.idempotencyKey))[0]);
  });

  it('are not known while the first is running', async () => {
    const { as, clock } = world({ intakeMs: 500 });
    const once = ctx();
    const seen: string[][] = [];
    const { id } = await meanwhile(as().createBatch(input(rows), once), async () => {
      seen.push(await found(as(), once.idempotencyKey));
      clock.advance(10);
    });
    expect(seen.length, 'looks while it was running').to.be.at.least(50);
    expect(seen.slice(0, 50).flat()).to.deep.equal([]);
    expect(await found(as(), once.idempotencyKey)).to.deep.equal([id]);
  });

  const changes: readonly [string, CreateBatchInput][] = [
    ['bytes', input(csv(['A', 'C']))],
    ['a description', input(rows, { description: 'other' })],
    ['a gateway switch', input(rows, { syncWithGateway: true })],
    ['an agreement to send the rows again', input(rows, {}, true)],
  ];
  for (const [name, other] of changes) {
    it(`refuse other content: ${name}`, async () => {
      const { as } = world();
      const once = ctx();
      await as().createBatch(input(rows), once);
      expect(await rejection(as().createBatch(other, once))).to.include({
        code: 'idempotency_key_reused',
        status: 422,
      });
      expect((await as().listBatches(defaultView, ctx())).total).to.equal(1);
    });
  }

  it('take the same content under another name or MIME type for the same', async () => {
    const { as } = world();
    const once = ctx();
    const first = await as().createBatch(input(rows), once);
    const again = { ...input(rows), file: new Blob([rows], { type: 'text/csv' }), fileName: 'other.csv' };
    expect(await as().createBatch(again, once)).to.deep.equal(first);
  });

  it('repeat a refusal as well', async () => {
    const { as } = world();
    const once = ctx();
    const broken = csv(['A', 'A']);
    const first = (await rejection(as().createBatch(input(broken), once))) as { issues: unknown };
    expect(await rejection(as().createBatch(input(broken), once))).to.deep.include({
      status: 422,
      issues: first.issues,
    });
    expect(await rejection(as().createBatch(input(rows), once))).to.include({ code: 'idempotency_key_reused' });
  });

  it('are told apart by who sent them', async () => {
    const { as } = world();
    const once = ctx();
    const mine = await as().createBatch(input(csv(['A'])), once);
    const theirs = await as({ user: rohan }).createBatch(input(csv(['B'])), once);
    expect(theirs.id).to.not.equal(mine.id);
    expect(await found(as(), once.idempotencyKey)).to.deep.equal([mine.id]);
    expect(await found(as({ user: rohan }), once.idempotencyKey)).to.deep.equal([theirs.id]);
  });

  it('live a day', async () => {
    const { as, clock } = world();
    const once = ctx();
    const first = await as().createBatch(input(rows), once);
    clock.advance(24 * 60 * 60 * 1000);
    expect((await as().createBatch(input(rows), once)).id).to.equal(first.id);
    clock.advance(1);
    expect(await found(as(), once.idempotencyKey)).to.deep.equal([]);
  });

  it('must be there on every write', async () => {
    const { as } = world();
    expect(await rejection(as().createBatch(input(rows), ctx('')))).to.include({ status: 400 });
    expect(await rejection(as().cancelBatch('x', ctx('')))).to.include({ status: 400 });
  });

  it('guard what is done with a batch: done once, answered as often as asked', async () => {
    const { as, clock } = world({ failureRate: 1 });
    const { id } = await upload(as(), 5);
    clock.advance(60_000);
    const once = ctx();
    const child = await as().retryFailed(id, once);
    expect(await as().retryFailed(id, once)).to.deep.equal(child);
    expect((await as().getBatch(id, ctx())).childIds).to.deep.equal([child.id]);
    expect(await rejection(as().cancelBatch(id, once)), 'for something else').to.include({
      code: 'idempotency_key_reused',
    });
  });
});

describe('mock backend: the same rows again', () => {
  it('make nothing, and name the earlier batch', async () => {
    const { as } = world();
    const first = await as().createBatch(input(rows), ctx());
    const failure = await rejection(as({ user: rohan }).createBatch(input(rows, { fileName: 'copy.csv' }), ctx()));
    expect(failure).to.include({ code: 'duplicate_batch', status: 409, batchId: first.id });
    expect((await as().listBatches(defaultView, ctx())).total).to.equal(1);
  });

  it('are the same rows in whatever spelling of CSV', async () => {
    const { as } = world();
    const first = await as().createBatch(input(rows), ctx());
    const quoted = rows.replaceAll('\r\n', '\n').replace('A,', '"A",');
    expect(await rejection(as().createBatch(input(quoted), ctx()))).to.include({ batchId: first.id });
  });

  it('have the fingerprint that the browser makes of them', async () => {
    const { as } = world();
    const text = 'order_id,txn_id,unique_request_id\r\nA,"x, ""y""\nz",\r\n"B",  é ,"2"\n';
    const { rowsSha256 } = await as().createBatch(input(text), ctx());
    expect(rowsSha256).to.equal(await fingerprint(validateText(text, batchSync)));
  });

  it('are taken with a new key once the person agreed', async () => {
    const { as } = world();
    const first = await as().createBatch(input(rows), ctx());
    const second = await as().createBatch(input(rows, {}, true), ctx());
    expect(second.id).to.not.equal(first.id);
    expect(second.rowsSha256).to.equal(first.rowsSha256);
    const same = await as().findBatches({ rowsSha256: first.rowsSha256 ?? '' }, ctx());
    expect(same.map(batch => batch.id)).to.have.members([first.id, second.id]);
  });

  it('are no duplicate of a batch that was canceled', async () => {
    const { as } = world();
    const { id } = await as().createBatch(input(rows), ctx());
    await as().cancelBatch(id, ctx());
    expect((await as().createBatch(input(rows), ctx())).status).to.equal('PROCESSING');
  });

  it('make one batch where they arrive twice at the same time under two keys', async () => {
    const { as } = world();
    const results = await Promise.allSettled([
      as().createBatch(input(rows), ctx()),
      as().createBatch(input(rows), ctx()),
    ]);
    expect(results.map(result => result.status)).to.have.members(['fulfilled', 'rejected']);
    expect((await as().listBatches(defaultView, ctx())).total).to.equal(1);
  });
});

type Adapter = ReturnType<ReturnType<typeof world>['as']>;

async function found(adapter: Adapter, idempotencyKey: string): Promise<string[]> {
  return (await adapter.findBatches({ idempotencyKey }, ctx())).map(batch => batch.id);
}

/** Does something again and again, one turn of the event loop apart, until a promise has ended. */
async function meanwhile<Result>(promise: Promise<Result>, act: () => unknown): Promise<Result> {
  const ended = { yet: false };
  const done = promise.finally(() => (ended.yet = true));
  while (!ended.yet) {
    await nextTurn();
    await act();
  }
  return done;
}

/** One turn of the event loop: reading a Blob takes some. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise(resolve => {
    port1.addEventListener('message', () => resolve());
    port1.start();
    port2.postMessage(null);
  });
}
