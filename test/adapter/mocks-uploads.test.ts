import { expect } from '@open-wc/testing';
import { createBackend, createFetch, createManualClock, createMemoryAdapter, stuckFile } from '../../mocks/index.js';
import type { BackendOptions } from '../../mocks/index.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import type { RestAdapterOptions } from '../../src/adapter/rest.js';
import { rejection } from './fixtures.js';
import { csv, ctx, input, world } from './mocks-support.js';

function rest(scenario: BackendOptions['scenario'], options: Partial<RestAdapterOptions> = {}) {
  const { engine } = world();
  const { handle } = createBackend({ engine, scenario });
  return createRestAdapter({ baseUrl: 'https://mock.test/v1/batch-sync', fetch: createFetch(handle), ...options });
}

const orders = (...ids: string[]) => input(csv(ids));

describe('mock backend: an upload', () => {
  it('is refused while nobody is signed in where the session ends, and taken with a token', async () => {
    const problem = await rejection(rest('session-ends').createBatch(orders('ORD_1'), ctx()));
    expect(problem).to.include({ code: 'session_expired', status: 401 });
    const signedIn = rest('session-ends', { getAccessToken: () => 'anew' });
    expect((await signedIn.createBatch(orders('ORD_1'), ctx())).totalRecords).to.equal(1);
  });

  it('is made once where its answer is lost, and found by its key unless nothing can be looked up', async () => {
    const adapter = rest('answer-lost');
    const call = ctx();
    expect(await rejection(adapter.createBatch(orders('ORD_1'), call))).to.include({ code: 'outcome_unknown' });
    expect(await rejection(adapter.createBatch(orders('ORD_1'), call))).to.include({ code: 'outcome_unknown' });
    expect(await adapter.findBatches({ idempotencyKey: call.idempotencyKey }, ctx())).to.have.length(1);
    const blind = rest(['answer-lost', 'no-look-up']);
    expect(await rejection(blind.findBatches({ rowsSha256: 'ab' }, ctx()))).to.include({ status: 501 });
  });

  it('goes its way by the clock on a slow line, and no further once it is stopped', async () => {
    const clock = createManualClock();
    const { engine } = world({ clock });
    const adapter = createMemoryAdapter({ engine, bytesPerSecond: 10 });
    const seen: number[] = [];
    const stop = new AbortController();
    const file = new Blob(['x'.repeat(40)]);
    const made = adapter.createBatch(
      { ...orders('ORD_1'), file },
      { ...ctx(), signal: stop.signal, onProgress: ({ loaded }) => seen.push(loaded) },
    );
    clock.advance(1000);
    expect(seen).to.deep.equal([0, 3, 5, 8, 10]);
    stop.abort();
    clock.advance(10_000);
    expect(await made.catch((error: unknown) => error)).to.equal(stop.signal.reason);
    expect(seen.at(-1)).to.equal(10);
  });

  it('may be of a file whose drive stops in the middle', async () => {
    const file = stuckFile(0.5);
    let came = false;
    void file
      .slice(file.size - 9)
      .arrayBuffer()
      .then(() => (came = true));
    expect((await file.slice(0, 65_536).arrayBuffer()).byteLength).to.equal(65_536);
    expect((await file.slice(65_536, 99_999).arrayBuffer()).byteLength).to.equal(34_463);
    expect(came).to.equal(false);
  });
});
