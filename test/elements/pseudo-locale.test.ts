import { expect } from '@open-wc/testing';
import { mixedErrorsFile, validFile } from '../../mocks/index.js';
import '../../src/define/index.js';
import { DetailBackend, DetailPage, anEndedBatch } from '../support/detail-page.js';
import { drawAll } from '../support/narrow.js';
import { pseudoLocale } from '../support/pseudo-locale.js';
import { clipped, overlapping, strayWords } from '../support/seen-text.js';
import { backend, listing, unavailable } from '../support/table-data.js';
import { TablePage } from '../support/table-page.js';
import { openUpload } from '../support/upload-page.js';

const config = { locale: 'en-XA', catalogues: [pseudoLocale], timeZone: 'UTC' };

/** What is not ours to translate but stands in the open: codes, names of data, and what `Intl` writes. */
const known = new RegExp(
  [
    'order_id|txn_id|unique_request_id|order_not_found|[^⟦⟧]*\\.csv|Aa|CSV|bs_\\w+|ORD_\\S*|TXN_\\S*|SYNCREQ\\S*|UTC|SHA-256',
    '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\w*|yesterday|\\b(?:min|hr|sec|days?|hours?|ago|in|AM|PM)\\b',
    'No such order|Meera|Asha|PAYU|OMS|ORD 100#6|req_\\w+|Coordinated Universal Time',
  ].join('|'),
  'g',
);

interface State {
  readonly name: string;
  readonly open: (width: number) => Promise<{ readonly root: ShadowRoot }>;
}

const forbidden = async (width: number) =>
  TablePage.ready(listing().adapter, { config: { ...config, permissions: { orders: 'none' } }, width });

const table =
  (adapter: Parameters<typeof TablePage.open>[0], act?: (page: TablePage) => unknown) => async (width: number) => {
    const page = await TablePage.open(adapter, { config, width });
    if (adapter) await page.until(() => page.element.status !== 'loading', 'an answer');
    await act?.(page);
    await page.element.updateComplete;
    return page;
  };

const upload =
  (act: (page: Awaited<ReturnType<typeof openUpload>>) => unknown, makerChecker = false) =>
  async (width: number) => {
    const page = await openUpload({
      config: { ...config, permissions: { orders: 'readWrite' }, makerChecker },
      closed: true,
      prepare: element => (element.layout = 'inline'),
    });
    page.element.style.cssText = `display: block; inline-size: ${width}px`;
    await page.until(makerChecker ? 'describing' : 'choosing');
    await act(page);
    await page.still();
    return page;
  };

const detail = (make: (held: DetailBackend) => unknown) => async (width: number) => {
  const held = new DetailBackend();
  make(held);
  return DetailPage.open(held, { config, width });
};

const states: readonly State[] = [
  { name: 'a table of many batches', open: table(backend(40).adapter) },
  { name: 'a table of nothing', open: table(listing([]).adapter) },
  {
    name: 'a table that could not be loaded',
    open: table(listing([], { listBatches: () => Promise.reject(unavailable()) }).adapter),
  },
  { name: 'a table without access', open: forbidden },
  {
    name: 'a table in which nothing is found',
    open: table(backend(40).adapter, async page => {
      page.type('zzz');
      page.enter();
      await page.until(() => page.element.status === 'no-results', 'nothing');
    }),
  },
  {
    name: 'the choice of columns',
    open: table(listing().adapter, page => page.root.querySelector<HTMLElement>('.layout-button')!.click()),
  },
  { name: 'an upload before a file', open: upload(() => {}) },
  { name: 'an upload before its description', open: upload(() => {}, true) },
  { name: 'an upload with errors', open: upload(page => page.review(mixedErrorsFile())) },
  { name: 'an upload that is ready', open: upload(page => page.review(validFile(20))) },
  {
    name: 'an upload that was sent',
    open: upload(async page => {
      await page.review(validFile(20));
      page.element.submit();
      await page.until('done');
    }),
  },
  { name: 'a batch that has ended', open: detail(() => {}) },
  {
    name: 'a batch under way',
    open: detail(held => {
      held.batch = anEndedBatch({
        status: 'PROCESSING',
        tasks: { accepted: 3, failed: 1, queued: 6 },
        finishedAt: null,
        allowedActions: ['cancel'],
      });
    }),
  },
  {
    name: 'a batch to decide on',
    open: detail(held => {
      const tasks = { accepted: 0, failed: 0, queued: 0 };
      held.batch = anEndedBatch({ status: 'PENDING_APPROVAL', allowedActions: ['decide'], tasks });
    }),
  },
];

for (const width of [320, 960]) {
  describe(`in a language of long words, ${width} pixels wide`, () => {
    for (const { name, open } of states) {
      it(name, async () => {
        const { root } = await open(width);
        drawAll(root.host.parentElement!);
        expect(root.textContent).to.include('⟦');
        expect(strayWords(root, known), 'words that are not of the catalogue').to.deep.equal([]);
        expect(clipped(root), 'content wider than its box').to.deep.equal([]);
        expect(overlapping(root), 'texts that lie on each other').to.deep.equal([]);
      });
    }
  });
}
