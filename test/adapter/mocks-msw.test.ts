import { expect } from '@open-wc/testing';
import { setupWorker } from 'msw/browser';
import { createEngine } from '../../mocks/index.js';
import { createHandlers } from '../../mocks/msw.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import type { UploadProgress } from '../../src/adapter/adapter.js';
import { defaultView } from '../../src/core/view.js';
import { csv, ctx, input } from './mocks-support.js';

describe('mock backend behind MSW', () => {
  const worker = setupWorker();
  const rest = createRestAdapter({ baseUrl: '/v1/batch-sync' });

  before(async () => {
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  });
  afterEach(() => worker.resetHandlers());
  after(() => worker.stop());

  it('answers the page’s own requests, uploads with progress among them', async () => {
    worker.use(...createHandlers({ batches: 3 }));
    expect((await rest.listBatches(defaultView, ctx())).total).to.equal(3);
    const progress: UploadProgress[] = [];
    const onProgress = (each: UploadProgress) => progress.push(each);
    const batch = await rest.createBatch(input(csv(['A', 'Ü-no'.replace('Ü', 'U')])), { ...ctx(), onProgress });
    expect(batch).to.include({ status: 'PROCESSING', totalRecords: 2, fileName: 'orders.csv' });
    expect(progress.at(-1)?.loaded).to.be.above(0);
    expect((await rest.listBatches(defaultView, ctx())).total).to.equal(4);
  });

  it('streams events one by one, and ends when the page leaves', async () => {
    const engine = createEngine({ batches: 0, taskMs: 1 });
    worker.use(...createHandlers({ engine }));
    const leave = new AbortController();
    const types: string[] = [];
    for await (const { type } of rest.subscribe({ signal: leave.signal, lastEventId: null })) {
      types.push(type);
      if (types.length === 1) await rest.createBatch(input(csv(['A'])), ctx());
      if (type === 'batch.created') leave.abort();
      if (types.length > 2) break;
    }
    expect(types).to.deep.equal(['heartbeat', 'batch.created']);
  });

  it('fails as a network does where it is offline', async () => {
    worker.use(...createHandlers({ scenario: 'offline' }));
    const failure = await fetch('/v1/batch-sync/batches').catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(TypeError);
  });
});
