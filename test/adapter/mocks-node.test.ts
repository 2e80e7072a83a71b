import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../src/adapter/rest.js';
import type { UploadProgress } from '../../src/adapter/adapter.js';
import { defaultView } from '../../src/core/view.js';
import { rejection } from './fixtures.js';
import { csv, ctx, input, orderIds } from './mocks-support.js';

/** A server of this file's own, beside the page. */
const rest = createRestAdapter({ baseUrl: `/__mock__/node-shell-${Math.random()}/v1/batch-sync` });

describe('mock backend on Node’s http', () => {
  it('answers the contract over a real connection', async () => {
    expect((await rest.capabilities(ctx())).makerChecker).to.equal(false);
    const page = await rest.listBatches({ ...defaultView, pageSize: 50 }, ctx());
    expect(page).to.include({ total: 60, start: 1 });
    expect((await rest.listBatches({ ...defaultView, pageSize: 50, cursor: page.next }, ctx())).items).to.have.length(
      10,
    );
    expect(await rejection(rest.getBatch('none', ctx()))).to.include({ code: 'not_found', status: 404 });
  });

  it('takes an upload with progress, once per key', async () => {
    const progress: UploadProgress[] = [];
    const once = { ...ctx(`node-${Math.random()}`), onProgress: (each: UploadProgress) => progress.push(each) };
    const file = input(csv(orderIds(1000, 'NODE')));
    const batch = await rest.createBatch(file, once);
    expect(batch).to.include({ status: 'PROCESSING', totalRecords: 1000 });
    expect(progress.at(-1)).to.have.property('loaded').that.is.at.least(file.file.size);
    expect((await rest.createBatch(file, once)).id).to.equal(batch.id);
    const duplicate = await rejection(rest.createBatch(file, ctx(`node-${Math.random()}`)));
    expect(duplicate).to.include({ code: 'duplicate_batch', status: 409, batchId: batch.id });
  });

  it('streams events as they happen, and replays', async () => {
    const leave = new AbortController();
    let id: string | null = null;
    for await (const event of rest.subscribe({ signal: leave.signal, lastEventId: null })) {
      if (event.type === 'heartbeat')
        await rest.createBatch(input(csv([`SSE-${Date.now()}`])), ctx(`node-${Math.random()}`));
      if (event.type !== 'batch.created') continue;
      id = String(Number(event.id) - 1);
      break;
    }
    for await (const event of rest.subscribe({ signal: leave.signal, lastEventId: id })) {
      expect(event).to.include({ type: 'batch.created', id: String(Number(id) + 1) });
      break;
    }
  });
});
