import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ProblemError } from '../../src/core/problem.js';
import { withClipboard } from '../support/clipboard.js';
import { DetailBackend, DetailPage, anEndedBatch } from '../support/detail-page.js';

const history = [{ at: '2026-10-01T09:30:00Z', event: 'created', by: null, detail: null }];

interface Bundle {
  readonly batch: { readonly id: string };
  readonly failures?: readonly unknown[];
  readonly problems: readonly { readonly action: string; readonly requestId: string | null }[];
  readonly live: string;
}

describe('detail: copy support bundle', () => {
  it('copies it, says so, and no longer after a moment', async () => {
    const copied: string[] = [];
    const page = await DetailPage.open(new DetailBackend());
    await withClipboard({ writeText: async text => void copied.push(text) }, async () => {
      await page.press('Copy support bundle');
      await page.until(() => page.has('Support bundle copied'), 'the button saying so');
    });
    const bundle = JSON.parse(copied[0]!) as Bundle;
    expect(bundle.batch.id).to.equal('bs_1');
    expect(bundle.failures).to.deep.equal([{ code: 'order_not_found', count: 2 }]);
    expect(copied[0]).to.not.contain('ORD_1').and.not.contain('october.csv').and.not.contain('No such order');
    await page.until(() => page.spoken === 'Support bundle copied', 'the announcement');
    await page.until(() => page.has('Copy support bundle'), 'the button as before');
  });

  it('holds the request ids of what failed on this batch, and of no other', async () => {
    let fails = false;
    const copied: Bundle[] = [];
    const backend = new DetailBackend();
    const { getBatch } = backend.adapter;
    const page = await DetailPage.begin({
      ...backend.adapter,
      getBatch: (...call) =>
        fails
          ? Promise.reject(new ProblemError({ code: 'unavailable', status: 503, requestId: 'req_77' }))
          : getBatch(...call),
    });
    await page.until(() => page.rows.length === 10, 'the batch');
    fails = true;
    await page.element.refresh();
    await page.until(() => page.element.status === 'stale', 'the failure');
    await page.until(() => page.has('Copy support bundle'), 'the button');
    await withClipboard({ writeText: async text => void copied.push(JSON.parse(text) as Bundle) }, async () => {
      await page.press('Copy support bundle');
      await page.until(() => copied.length === 1, 'the first copy');
      fails = false;
      page.element.batchId = 'bs_2';
      await page.until(() => page.facts['Batch ID'] === 'bs_2' && page.has('Copy support bundle'), 'the other batch');
      await page.press('Copy support bundle');
      await page.until(() => copied.length === 2, 'the second copy');
    });
    expect(copied[0]!.problems.map(({ action, requestId }) => [action, requestId])).to.deep.equal([
      ['refresh', 'req_77'],
    ]);
    expect(copied[1]!.problems).to.deep.equal([]);
  });

  for (const [name, clipboard] of [
    ['has no clipboard', null],
    ['may not use it', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
  ] as const) {
    it(`shows the text, selected, where the page ${name}`, async () => {
      const page = await DetailPage.open(new DetailBackend());
      page.control('Copy support bundle').focus();
      await withClipboard(clipboard, async () => {
        await page.press('Copy support bundle');
        await page.until(() => page.root.querySelector('textarea'), 'the text');
      });
      const field = page.root.querySelector('textarea')!;
      await page.until(() => page.focused === field, 'the focus');
      expect((JSON.parse(field.value) as Bundle).batch.id).to.equal('bs_1');
      expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length]);
      await page.until(() => page.spoken.startsWith('This page may not copy.'), 'the announcement');
      await expect(page.element).to.be.accessible();

      await sendKeys({ type: 'x' });
      expect(field.value, 'it is not edited').to.contain('bs_1');
      await page.press('Close');
      expect(page.root.querySelector('textarea')).to.equal(null);
    });
  }

  it('is beside the reasons, or else beside what happened', async () => {
    const place = (page: DetailPage) => page.control('Copy support bundle').closest('section')!.querySelector('h3')!;
    const rejected = await DetailPage.open(new DetailBackend());
    expect(place(rejected).textContent).to.contain('Why 2 were rejected');
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ history });
    backend.breakdown = { failures: [], gateways: [], externalSystems: [] };
    const page = await DetailPage.open(backend);
    expect(place(page).textContent).to.equal('What happened');
  });
});
