import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createBackend, createFetch } from '../../mocks/index.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import '../../src/define/index.js';
import { withClipboard } from '../support/clipboard.js';
import { isWebKit, leaveOut } from '../support/engine.js';
import { someCapabilities } from '../state/doubles.js';
import { DetailBackend, DetailPage, anEndedBatch } from '../support/detail-page.js';
import { LateCode } from '../support/late-code.js';
import { FindPage } from '../support/find-page.js';
import { backend, listing, some } from '../support/table-data.js';
import { TablePage } from '../support/table-page.js';
import { csv, csvNamed, openUpload, transferOf } from '../support/upload-page.js';

const missing = 'A part of this view could not be loaded.';
// All held from the beginning: each element makes everything ready once its page rests.
const late = {
  panels: new LateCode('/table-filters.piece'),
  arranging: new LateCode('/table-layout.piece'),
  menus: new LateCode('/table-menu.piece'),
  gateway: new LateCode('/table-gateway.piece'),
  finder: new LateCode('/table-find.piece'),
  files: new LateCode('/detail-download.piece'),
  acts: new LateCode('/detail-acts.piece'),
  aside: new LateCode('/detail-aside.piece'),
  desk: new LateCode('/upload-desk.piece'),
  writes: new LateCode('/rest-writes'),
  french: new LateCode('/locales/fr'),
};
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
  before(async function () {
    if (isWebKit) leaveOut(this, 'its driver holds no requests back');
    for (const code of Object.values(late)) await code.hold();
  });
  // What nobody handled fails the file, and so does a word on the console.
  after(() => LateCode.leave());

  it('of a filter: what was pressed opens when it is there after all', async () => {
    const code = late.panels;
    const page = await TablePage.ready(backend().adapter, wide);
    const button = page.root.querySelector<HTMLElement>('[data-filter="status"]')!;
    const other = page.filter('created').button;
    const waits = async (element: HTMLElement) => {
      await page.element.updateComplete;
      return element.ariaBusy === 'true';
    };
    button.focus();
    button.click();
    expect(await waits(button)).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(await waits(button), 'after Escape').to.equal(false);
    button.click();
    button.click();
    expect(await waits(button), 'pressed twice').to.equal(false);
    button.click();
    expect(await waits(button)).to.equal(true);
    page.searchField.focus();
    await sendKeys({ press: 'o' });
    expect(await waits(button), 'typing elsewhere').to.equal(false);
    button.click();
    other.click();
    expect(await waits(button), 'another pressed').to.equal(false);
    expect(await waits(other)).to.equal(true);
    button.click();
    await goesMissing(code, page);
    await page.until(() => page.filter('status').panel?.matches(':popover-open'), 'the panel');
    expect(page.filter('created').panel.matches(':popover-open')).to.equal(false);
  });

  it('of the dialog for columns and density: it opens, and has the focus', async () => {
    const code = late.arranging;
    const page = await TablePage.ready(backend().adapter, wide);
    await page.press('Columns and density');
    const button = page.button('Columns and density')!;
    expect(button.ariaBusy).to.equal('true');
    await goesMissing(code, page);
    await page.until(() => page.dialog.matches(':modal'), 'the dialog');
    expect(page.hasFocus(page.dialog.querySelector('#layout-title'))).to.equal(true);
    expect(button.ariaBusy).to.equal(null);
  });

  it('of the rows’ menus: the list is there without them', async () => {
    const code = late.menus;
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

  it('of a gateway sync in the list: what was pressed is asked for when it is there after all', async () => {
    const code = late.gateway;
    const { adapter } = listing(some, { syncWithGateway: () => new Promise(() => {}) });
    const page = await TablePage.ready(adapter, wide);
    const busy = async () => {
      await page.element.updateComplete;
      return page.rows.map(({ action }) => action!.ariaBusy === 'true');
    };
    const [, button, other] = page.rows.map(({ action }) => action!);
    button!.focus();
    button!.click();
    button!.click();
    expect(await busy(), 'a double click').to.deep.equal([false, true, false]);
    await sendKeys({ press: 'Escape' });
    expect(await busy(), 'after Escape').to.deep.equal([false, false, false]);
    other!.click();
    button!.click();
    expect(await busy(), 'another pressed').to.deep.equal([false, true, false]);
    await goesMissing(code, page);
    await page.until(() => page.dialog.open, 'the question');
    expect(page.dialog.innerText).to.contain('b.csv');
    expect(await busy()).to.deep.equal([false, false, false]);
  });

  it('of finding an order: it is looked for when it is there after all', async () => {
    const code = late.finder;
    const page = await FindPage.ready(backend().adapter, wide);
    page.find('ORD-1');
    await page.until(() => page.table.text.includes('Loading'), 'what is said of it');
    await goesMissing(code, page.table);
    await page.until(() => page.heading !== '', 'what was found');
  });

  it('of what support is told: it is there to be copied once its code is, as was pressed', async () => {
    const code = late.aside;
    const standing = new DetailBackend();
    standing.capabilities = someCapabilities({ serverTime: '2026-10-01T10:00:00Z' });
    standing.batch = anEndedBatch({
      status: 'PROCESSING',
      tasks: { accepted: 4, failed: 2, queued: 4 },
      updatedAt: '2026-10-01T09:31:00Z',
      finishedAt: null,
    });
    const page = await DetailPage.begin(standing.adapter);
    await page.until(() => page.has('Copy support bundle'), 'the button of a batch that stands still');
    await page.press('Copy support bundle');
    await code.asked();
    await code.lose();
    await page.until(() => page.text.includes(missing), 'what is said of it');
    await code.hold();
    await page.press('Copy support bundle');
    await code.asked();
    // Most may not copy any more when a press was long ago.
    await withClipboard(null, async () => {
      await code.give();
      await page.until(() => page.root.querySelector('.support-text'), 'the text, without another press');
    });
    const text = page.root.querySelector<HTMLTextAreaElement>('.support-text')!;
    expect(JSON.parse(text.value)).to.have.nested.property('batch.id', 'bs_1');
    expect(page.root.activeElement).to.equal(text);
    expect(page.text).not.to.include(missing);
  });

  it('of a batch’s files: what was asked for is made when it is there after all', async () => {
    const code = late.files;
    const page = await DetailPage.open(new DetailBackend());
    const [all, choice] = page.all('.split button') as [HTMLElement, HTMLElement];
    choice.click();
    await page.element.updateComplete;
    expect(choice.ariaBusy).to.equal('true');
    choice.click();
    all.click();
    await page.element.updateComplete;
    expect([all.ariaBusy, choice.ariaBusy]).to.deep.equal(['true', null]);
    await code.asked();
    await code.lose();
    await page.until(() => page.text.includes(missing), 'what is said of it');
    expect(page.told('batch-sync-download')).to.deep.equal([]);
    await code.give();
    await page.press('Retry');
    await page.until(() => page.told('batch-sync-downloaded').length > 0, 'the file');
    expect(page.told('batch-sync-downloaded').map(({ scope }) => scope)).to.deep.equal(['all']);
    expect(page.text).not.to.include(missing);
  });

  it('of what is done to a batch: it is asked for when it is there after all', async () => {
    const code = late.acts;
    const maker = new DetailBackend();
    const page = await DetailPage.open(maker);
    const button = page.control('Sync with Gateway');
    const waits = async (element: HTMLElement) => {
      await page.element.updateComplete;
      return element.ariaBusy === 'true';
    };
    button.focus();
    button.click();
    button.click();
    expect(await waits(button), 'a double click').to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(await waits(button), 'after Escape').to.equal(false);
    button.click();
    await page.press(/^Retry 2/);
    expect(await waits(page.control(/^Retry 2/))).to.equal(true);
    expect(await waits(button), 'another pressed').to.equal(false);
    await code.asked();
    await code.lose();
    await page.until(() => page.text.includes(missing), 'what is said of it');

    const checker = new DetailBackend();
    checker.batch = anEndedBatch({ status: 'PENDING_APPROVAL', allowedActions: ['decide'], rows: null });
    const deciding = await DetailPage.open(checker);
    await deciding.until(() => deciding.text.includes(missing), 'what is said of it to a checker');
    expect(deciding.has('Approve')).to.equal(false);

    await code.give();
    await page.press('Retry');
    await page.answer(true);
    await page.until(() => page.told('batch-sync-retried').length > 0, 'the end');
    expect(page.text).not.to.include(missing);
    expect(maker.count('syncWithGateway')).to.equal(0);
    await deciding.press('Retry');
    await deciding.until(() => deciding.has('Approve'), 'the panel');
    expect(deciding.text).not.to.include(missing);
  });

  it('of a language: English stands in, and who needs it next has it', async () => {
    const code = late.french;
    const { adapter } = backend();
    const french = { width: 1200, config: { adapter, locale: 'fr' } };
    const first = await TablePage.ready(adapter, french);
    await code.asked();
    await code.lose();
    await first.until(() => first.text.includes('Created'), 'English');
    await code.give();
    const second = await TablePage.ready(adapter, french);
    await second.until(() => second.text.includes('Création'), 'French');
    expect(first.text).to.include('Created');
  });

  it('of reading a file: what was dropped last is kept, and read then', async () => {
    const code = late.desk;
    const page = await openUpload();
    page.drop(transferOf(csvNamed('september.csv', 'ORD_0,,')));
    page.drop(transferOf(csv('ORD_1,,')));
    await code.asked();
    await page.until('reading');
    await code.lose();
    await waitUntil(() => page.text.includes(missing), 'what is said of it');
    expect(page.element.file?.name).to.equal('october.csv');
    await code.give();
    await page.press('Retry');
    await page.until('review');
    expect(page.events.filter(({ type }) => type === 'batch-sync-validated')).to.have.length(1);
    expect(page.element.report?.fileName).to.equal('october.csv');
  });

  it('of sending: nothing is asked of the server, file and edits stay, and the same batch is sent then', async () => {
    const code = late.writes;
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
