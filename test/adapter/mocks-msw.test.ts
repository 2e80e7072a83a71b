import { expect, waitUntil } from '@open-wc/testing';
import { setupWorker } from 'msw/browser';
import { createEngine } from '../../mocks/index.js';
import type { Engine } from '../../mocks/index.js';
import { createHandlers } from '../../mocks/msw.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
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

  it('answers the page’s own requests, uploads among them', async () => {
    worker.use(...createHandlers({ batches: 3 }));
    expect((await rest.listBatches(defaultView, ctx())).total).to.equal(3);
    const batch = await rest.createBatch(input(csv(['A', 'B'])), ctx());
    expect(batch).to.include({ status: 'PROCESSING', totalRecords: 2, fileName: 'orders.csv' });
    expect((await rest.listBatches(defaultView, ctx())).total).to.equal(4);
  });

  it('streams events one by one, and stops when the page leaves', async () => {
    const { engine, connections } = counted(createEngine({ batches: 0, taskMs: 1 }));
    worker.use(...createHandlers({ engine }));
    const { signal } = new AbortController();
    const types: string[] = [];
    for await (const { type } of rest.subscribe({ signal, lastEventId: null })) {
      types.push(type);
      if (types.length === 1) await rest.createBatch(input(csv(['A'])), ctx());
      if (type === 'batch.created') break;
    }
    expect(types).to.deep.equal(['heartbeat', 'batch.created']);
    await waitUntil(() => connections.open === 0, 'the engine still tells somebody');
  });

  it('fails as a network does where it is offline', async () => {
    worker.use(...createHandlers({ scenario: 'offline' }));
    const failure = await fetch('/v1/batch-sync/batches').catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(TypeError);
  });
});

/** An engine that counts who listens to it. */
function counted(engine: Engine): { engine: Engine; connections: { open: number } } {
  const connections = { open: 0 };
  return {
    connections,
    engine: {
      ...engine,
      connect(...given) {
        const close = engine.connect(...given);
        connections.open++;
        return () => {
          connections.open--;
          close();
        };
      },
    },
  };
}
