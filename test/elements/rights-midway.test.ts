import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { OrdersPermission } from '../../src/core/batch.js';
import '../../src/define/index.js';
import type { BatchSyncConfig } from '../../src/elements/config.js';
import type { BatchSyncProvider } from '../../src/elements/provider.js';
import { aBatch, aPage, anAnswer, settle } from '../state/doubles.js';
import { DetailBackend, DetailPage, anEndedBatch } from '../support/detail-page.js';
import { listing } from '../support/table-data.js';
import { TablePage } from '../support/table-page.js';
import { csv, openUpload } from '../support/upload-page.js';

// What the host says of rights changes while a person is in the middle of something.

async function allow(element: HTMLElement & { config: BatchSyncConfig | null }, orders: OrdersPermission) {
  element.config = { ...element.config, permissions: { orders } };
  await settle();
  await nextFrame();
}

describe('a right to write that is lost', () => {
  for (const right of ['read', 'none'] as const) {
    it(`to “${right}” while a file is reviewed: nothing is sent, the file is kept until the right is back`, async () => {
      const page = await openUpload();
      await page.review(csv('ORD_1,,'));
      await allow(page.element, right);
      for (const button of page.all('button')) if (button.innerText.includes('Send')) button.click();
      page.element.submit();
      await settle();
      expect(await page.created()).to.equal(0);
      await allow(page.element, 'readWrite');
      page.element.show();
      await page.until('review');
      expect(page.element.file?.name).to.equal('october.csv');
      page.send.click();
      await page.until('done');
      expect(await page.created()).to.equal(1);
    });

    it(`to “${right}” while it is asked whether rows are left out: yes sends nothing`, async () => {
      const answer = anAnswer<boolean>();
      const page = await openUpload({
        config: { confirm: () => answer.promise },
        prepare: element => (element.submitPolicy = 'ask'),
      });
      await page.review(csv('ORD_1,,', 'ORD 2,,'));
      await page.press('Send 1 of 2');
      await allow(page.element, right);
      answer.resolve(true);
      await settle();
      expect(page.element.phase).to.equal('review');
      expect(await page.created()).to.equal(0);
      expect(page.told('batch-sync-submit')).to.deep.equal([]);
    });

    it(`to “${right}” while a file is on its way: it is one batch, and no other`, async () => {
      const gate = anAnswer<void>();
      let posts = 0;
      const page = await openUpload({
        adapter: real => ({
          createBatch: async (...call) => {
            posts += 1;
            await gate.promise;
            return real.createBatch(...call);
          },
        }),
      });
      await page.review(csv('ORD_1,,'));
      page.send.click();
      await page.until('sending');
      await allow(page.element, right);
      page.element.submit();
      gate.resolve();
      await waitUntil(() => page.told('batch-sync-submitted').length === 1, 'its end');
      expect([posts, await page.created()]).to.deep.equal([1, 1]);
    });

    for (const action of ['Sync with Gateway', 'Retry 2 rejected', 'Cancel batch'] as const) {
      it(`to “${right}” while “${action}” is asked about: yes does nothing`, async () => {
        const answer = anAnswer<boolean>();
        const backend = new DetailBackend();
        if (action === 'Cancel batch') {
          backend.batch = aBatch({ status: 'PROCESSING', allowedActions: ['cancel'] });
        }
        const page = await DetailPage.open(backend, { config: { confirm: () => answer.promise } });
        await page.press(action);
        await allow(page.element, right);
        expect(page.has(action), 'its button').to.equal(false);
        answer.resolve(true);
        await settle();
        expect(backend.keys).to.deep.equal([]);
      });
    }

    it(`to “${right}” while a batch waits for a decision: it can be decided no more`, async () => {
      const backend = new DetailBackend();
      backend.batch = aBatch({ status: 'PENDING_APPROVAL', allowedActions: ['decide'], startedAt: null });
      const page = await DetailPage.open(backend);
      await page.until(() => page.has('Approve'), 'the decision');
      const approve = page.control('Approve');
      await allow(page.element, right);
      approve.click();
      await settle();
      expect(page.has('Approve')).to.equal(false);
      expect(backend.keys).to.deep.equal([]);
    });

    it(`to “${right}” while a sync of the table is asked about: yes does nothing`, async () => {
      const answer = anAnswer<boolean>();
      let syncs = 0;
      const { adapter } = listing([anEndedBatch()], {
        syncWithGateway: () => {
          syncs += 1;
          return Promise.reject(new Error('not expected'));
        },
      });
      const page = await TablePage.ready(adapter, { config: { confirm: () => answer.promise } });
      await page.press('Sync with Gateway');
      await allow(page.element, right);
      expect(page.offers('Sync with Gateway')).to.equal(false);
      answer.resolve(true);
      await settle();
      expect(syncs).to.equal(0);
    });
  }

  it('by the attribute of the provider: every way to write goes from all that is inside, and comes back', async () => {
    const backend = new DetailBackend({
      listBatches: () => Promise.resolve(aPage([anEndedBatch()])),
    });
    const provider = await fixture<BatchSyncProvider>(
      html`<batch-sync-provider .config=${{ adapter: backend.adapter }} access="read-write" navigation="none">
        <batch-sync-table></batch-sync-table>
        <batch-sync-detail batch-id="bs_1"></batch-sync-detail>
      </batch-sync-provider>`,
    );
    const offered = () =>
      ['batch-sync-table', 'batch-sync-detail'].map(
        tag =>
          [...provider.querySelector(tag)!.shadowRoot!.querySelectorAll('button')].filter(({ innerText }) =>
            /Sync with Gateway|Create Batch Sync|Retry 2 rejected/.test(innerText),
          ).length,
      );
    await waitUntil(() => offered().every(count => count > 0), 'ways to write');
    for (const access of ['read', 'none'] as const) {
      provider.access = access;
      await waitUntil(() => offered().every(count => count === 0), `no way to write with “${access}”`);
      provider.access = 'read-write';
      await waitUntil(() => offered().every(count => count > 0), 'the ways to write again');
    }
    expect(backend.keys).to.deep.equal([]);
  });
});
