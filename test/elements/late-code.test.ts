import { expect, waitUntil } from '@open-wc/testing';
import { createBackend, createFetch } from '../../mocks/index.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import '../../src/define/index.js';
import { isWebKit, leaveOut } from '../support/engine.js';
import { LateCode } from '../support/late-code.js';
import { FindPage } from '../support/find-page.js';
import { backend } from '../support/table-data.js';
import { TablePage } from '../support/table-page.js';
import { csv, openUpload } from '../support/upload-page.js';

const missing = 'A part of this view could not be loaded.';
const wide = { width: 1200 };

/** Code is on its way while `page` shows that a person waits; it does not come, is asked for again, and comes. */
async function goesMissing(code: LateCode, page: TablePage): Promise<void> {
  await code.asked();
  await code.lose();
  await page.until(() => page.text.includes(missing), 'what is said of it');
  await code.give();
  await page.press('Retry');
  await page.until(() => !page.text.includes(missing), 'nothing to be said of it any more');
}

describe('Code that comes late or not at all', () => {
  before(function () {
    if (isWebKit) leaveOut(this, 'its driver holds no requests back');
  });
  // What nobody handled fails the file, and so does a word on the console.
  after(() => LateCode.leave());

  it('of a filter: what was pressed opens when it is there after all', async () => {
    const code = await LateCode.hold('/table-filters.piece');
    const page = await TablePage.ready(backend().adapter, wide);
    const button = page.root.querySelector<HTMLElement>('[data-filter="status"]')!;
    button.click();
    await goesMissing(code, page);
    await page.until(() => page.filter('status').panel?.matches(':popover-open'), 'the panel');
  });

  it('of the dialog for columns and density: it opens, and has the focus', async () => {
    const code = await LateCode.hold('/table-layout.piece');
    const page = await TablePage.ready(backend().adapter, wide);
    await page.press('Columns and density');
    await goesMissing(code, page);
    await page.until(() => page.dialog.matches(':modal'), 'the dialog');
    expect(page.hasFocus(page.dialog.querySelector('#layout-title'))).to.equal(true);
  });

  it('of the rows’ menus: the list is there without them', async () => {
    const code = await LateCode.hold('/table-menu.piece');
    const page = await TablePage.ready(backend().adapter, {
      width: 1200,
      properties: { rowActions: () => [{ name: 'note', label: 'Add a note' }] },
    });
    expect(page.rows.length).to.equal(20);
    await goesMissing(code, page);
    await page.until(() => page.rows[0]?.more, 'the menus’ buttons');
    page.rows[0]!.more!.click();
    await page.until(() => page.menuIsOpen, 'the menu');
  });

  it('of finding an order: it is looked for when it is there after all', async () => {
    const code = await LateCode.hold('/table-find.piece');
    const page = await FindPage.ready(backend().adapter, wide);
    page.find('ORD-1');
    await page.until(() => page.table.text.includes('Loading'), 'what is said of it');
    await goesMissing(code, page.table);
    await page.until(() => page.heading !== '', 'what was found');
  });

  it('of reading a file: the file is kept, and read then', async () => {
    const code = await LateCode.hold('/upload-desk.piece');
    const page = await openUpload();
    page.choose(csv('ORD_1,,'));
    await code.asked();
    await page.until('reading');
    await code.lose();
    await waitUntil(() => page.text.includes(missing), 'what is said of it');
    expect(page.element.file?.name).to.equal('october.csv');
    await code.give();
    await page.press('Retry');
    await page.until('review');
  });

  it('of sending: nothing is asked of the server, file and edits stay, and the same batch is sent then', async () => {
    const code = await LateCode.hold('/rest-writes');
    const keys: string[] = [];
    const posts: string[] = [];
    const { engine, handle } = createBackend({ batches: 0, basePath: '/v1' });
    const fetch = createFetch(request => {
      if (request.method === 'POST') posts.push(request.headers.get('Idempotency-Key') ?? '');
      return handle(request);
    });
    const rest = createRestAdapter({ baseUrl: 'https://late.test/v1', fetch });
    const page = await openUpload({
      adapter: () => ({
        ...rest,
        createBatch: (input, context) => {
          keys.push(context.idempotencyKey);
          return rest.createBatch(input, context);
        },
      }),
    });
    await page.review(csv('ORD_1,,', 'ORD 2,,'));
    await page.edit(2, 'ORD_2');
    await page.press(/^Send/);
    await page.until('sending');
    await code.asked();
    await code.lose();
    await page.until('failed');
    expect(page.failure).to.contain('The server could not be reached.');
    expect(posts).to.deep.equal([]);
    expect(page.element.dirty).to.equal(true);
    await code.give();
    await page.press('Try again');
    await page.until('done');
    expect(posts).to.deep.equal([keys[0]]);
    expect(keys[1]).to.equal(keys[0]);
    expect(engine.snapshot().records).to.have.length(1);
  });
});
