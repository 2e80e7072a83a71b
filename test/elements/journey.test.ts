import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import Papa from 'papaparse';
import { mixedErrorsFile } from '../../mocks/index.js';
import type { Task } from '../../src/core/batch.js';
import { undoNeutralise } from '../../src/core/export.js';
import '../../src/define/index.js';
import { isWebKit, leaveOut } from '../support/engine.js';
import { anotherFile, backendAt, fileOf, journey, JourneyPage, textOf } from '../support/journey-page.js';
import { HeldBackend } from '../support/mock-backend.js';
import { requestsDuring } from '../support/network.js';

const exportHeaders = [
  'S.No',
  'Order ID',
  'Transaction ID',
  'Unique Request ID',
  'Sync Status',
  'External System Response',
  'Gateway Sync Status',
  'Task Status',
  'Error Message',
  'Created At',
  'Updated At',
];

/** Rows as they can really be: quotes, a line break inside, what a spreadsheet would run, markup, empty cells. */
const orders: readonly (readonly string[])[] = [
  ['ORD_1', 'TXN-1', 'REQ_1'],
  ['-1-1', '=1+1', ''],
  ['ORD_3', 'TXN, with "quotes"', 'REQ\n3'],
  ['ord_3x', '<img src=x onerror=alert(1)>', "it's"],
  ['ORD_4', ' TXN 4 ', "'"],
  ...Array.from({ length: 15 }, (_, index) => [`ORD_${index + 5}`, '', `REQ_${index + 5}`]),
];

/** A line of the download as the server has its task. */
function lineOf(task: Task, index: number): readonly string[] {
  return [
    String(index + 1),
    task.values['order_id'] ?? '',
    task.values['txn_id'] ?? '',
    task.values['unique_request_id'] ?? '',
    task.syncStatus ?? '',
    task.externalResponse ?? '',
    task.gatewaySyncStatus ?? '',
    task.status,
    task.error?.message ?? '',
    task.createdAt,
    task.updatedAt,
  ];
}

describe('the way through all of it', () => {
  journey('access="none": not one request leaves, whatever is pressed', async test => {
    if (isWebKit) leaveOut(test, 'WebKit’s driver tells of no requests');
    const backend = await HeldBackend.create();
    const requests = await requestsDuring(async () => {
      const page = JourneyPage.paste(backend.baseUrl, 'access="none"');
      await page.until(() => page.table.element.status === 'forbidden', 'no access');
      page.upload.element.show();
      page.detail.element.batchId = 'bs_1';
      await page.until(() => page.detail.element.status === 'forbidden', 'no access');
      await Promise.all([page.table.element.refresh(), page.detail.element.refresh()]);
      await nextFrame();
      expect(page.upload.isOpen).to.equal(false);
      expect(page.table.text).to.contain('You don’t have access to Batch Sync');
      expect(page.detail.text).to.contain('You don’t have access to Batch Sync');
      expect(page.table.button('Create Batch Sync')).to.equal(null);
    });
    expect(requests).to.deep.equal([]);
    expect(await backend.requests()).to.deep.equal([]);
  });

  journey('a broken file, a right one, sent, watched to the end, opened, downloaded and compared', async () => {
    const backend = await HeldBackend.create({ batches: 12, seed: 11, failureRate: 0.3, taskMs: 400 });
    const server = backendAt(backend.baseUrl);
    const page = await JourneyPage.open(backend.baseUrl);
    const { table, upload, detail } = page;

    await page.press(table.button('Create Batch Sync'));
    await page.until(() => upload.isOpen, 'the upload');
    await page.choose('Choose File', mixedErrorsFile());
    await page.untilReviewed();
    expect(upload.verdict).to.contain('7 errors in 7 rows.');
    expect(upload.issueRows.map(cells => cells.slice(0, 2))).to.deep.equal(
      [3, 6, 9, 12, 15, 18, 21].map(row => [String(row), String(row + 1)]),
    );
    expect(upload.issueRows.map(cells => cells.at(-1))).to.deep.equal([
      'Empty order ID',
      'Invalid order ID format: Only letters, numbers, _ and -',
      'Invalid file format: The row has 2 of 3 values: commas must be kept',
      'Invalid file format: The row has 4 values where 3 are expected',
      'Duplicate order ID: Same order ID as row 1',
      'Invalid order ID format: Spaces around the order ID',
      'Invalid value: The value holds a control character (U+0007)',
    ]);
    await page.press(upload.send);
    expect(upload.element.phase).to.equal('review');
    expect((await backend.requests()).filter(({ method }) => method === 'POST')).to.deep.equal([]);

    await page.choose('Replace', fileOf('october.csv', orders));
    await page.until(() => upload.verdict.includes('20 rows are ready to send.'), 'a better verdict');
    expect(upload.verdict).to.contain('Send despite 1 warning: Spaces around values (1)');
    await page.press(upload.send);
    expect(upload.element.phase).to.equal('review');
    await page.press(upload.root.querySelector<HTMLElement>('[part~="summary"] input[type="checkbox"]'));
    await page.press(upload.send);
    const id = await page.sent();
    expect(upload.text).to.contain('Batch created').and.contain('20 rows of “october.csv” are queued');

    await page.until(() => table.names[0] === 'october.csv', 'the new batch in the table');
    const progress = () => table.row('october.csv').cells['Tasks Progress'] ?? '';
    expect(table.row('october.csv').cells).to.include({ 'File Upload Status': 'Processing', 'Total Records': '20' });
    expect(progress()).to.equal('0 of 20');
    await backend.advance(4000);
    await page.until(() => progress() !== '0 of 20', 'progress in the table');
    expect((await server.batch(id)).status).to.equal('PROCESSING');

    await page.press(upload.button('View batch'));
    await page.untilOpened('october.csv');
    expect(upload.isOpen).to.equal(false);
    expect(table.element.checkVisibility()).to.equal(false);
    expect(page.focused === detail.heading, page.focusedName).to.equal(true);
    expect(detail.facts).to.include({ 'Batch ID': id, 'Total Records': '20' });
    expect(detail.badge).to.equal('Processing');
    const shown = () => detail.figures.map(Number);
    const half = shown();
    expect(half.reduce((sum, count) => sum + count)).to.equal(20);
    await backend.advance(3000);
    await page.until(() => (shown()[2] ?? 0) < (half[2] ?? 0), 'fewer queued tasks');
    await backend.advance(60_000);
    await page.until(() => detail.badge === 'Partially accepted', 'the end');
    const { tasks: counts } = await server.batch(id);
    expect(shown()).to.deep.equal([counts.accepted, counts.failed, 0]);
    expect(counts.failed).to.be.greaterThan(0);

    const { name, text } = await page.download();
    expect(name).to.equal('batch_sync.csv');
    const { data, errors } = Papa.parse<string[]>(text.slice(0, -2), { delimiter: ',', newline: '\r\n' });
    const [headers, ...lines] = data;
    expect(errors).to.deep.equal([]);
    expect(headers).to.deep.equal(exportHeaders);
    expect(lines.map(cells => cells.map(undoNeutralise))).to.deep.equal((await server.tasks(id)).map(lineOf));
    expect(lines.map(cells => cells.slice(1, 4).map(undoNeutralise))).to.deep.equal(orders);
    expect(lines.flat().filter(cell => /^[=+@-]/.test(cell))).to.deep.equal([]);

    await page.press(detail.control('All batches'));
    await page.until(() => page.isList, 'the list');
    expect(page.focused === table.row('october.csv').link, page.focusedName).to.equal(true);
    expect(table.row('october.csv').cells['File Upload Status']).to.equal('Partially accepted');
  });

  // Where something else to press comes under the pointer.
  for (const [phase, width, height] of [
    ['sending', 390, 800],
    ['done', 390, 800],
    ['done', 1280, 500],
  ] as const) {
    journey(`a double click on Send at ${width}×${height}, ${phase} at its second half: one batch`, async () => {
      await setViewport({ width, height });
      try {
        const backend = await HeldBackend.create({ batches: 3, intakeMs: phase === 'sending' ? 1000 : 0 });
        const page = await JourneyPage.open(backend.baseUrl);
        const { upload } = page;
        await page.press(page.table.button('Create Batch Sync'));
        await page.until(() => upload.isOpen, 'the upload');
        await page.choose('Choose File', anotherFile());
        await page.untilReviewed();
        const { send } = upload;
        await page.doubleClick(send, () => page.until(() => upload.element.phase === phase, phase));
        send.click();
        expect([upload.element.phase, upload.isOpen]).to.deep.equal([phase, true]);
        const id = await page.sent(() => backend.advance(500));
        const posts = (await backend.requests()).filter(({ method }) => method === 'POST');
        expect(posts.length).to.equal(1);
        const batches = await backendAt(backend.baseUrl).batches();
        expect(batches.map(batch => batch.id))
          .to.include(id)
          .and.have.length(4);
      } finally {
        await setViewport({ width: 800, height: 600 });
      }
    });
  }

  journey('two providers on one page do not mix', async () => {
    const [one, other] = [await HeldBackend.create({ batches: 3 }), await HeldBackend.create({ batches: 3, seed: 9 })];
    const first = await JourneyPage.open(one.baseUrl);
    const second = await JourneyPage.open(other.baseUrl);
    const before = second.table.names;
    await first.press(first.table.button('Create Batch Sync'));
    await first.until(() => first.upload.isOpen, 'the upload');
    expect(second.upload.isOpen).to.equal(false);
    const file = anotherFile();
    await first.choose('Choose File', file);
    await first.untilReviewed();
    await first.press(first.upload.send);
    const id = await first.sent();
    await first.press(first.upload.button('View batch'));
    await first.untilOpened(file.name);
    expect([first.isList, second.isList]).to.deep.equal([false, true]);
    expect(second.table.names).to.deep.equal(before);
    const batches = await Promise.all([one, other].map(({ baseUrl }) => backendAt(baseUrl).batches()));
    expect(batches.map(list => list.filter(batch => batch.id === id).length)).to.deep.equal([1, 0]);
    expect((await other.requests()).filter(({ method }) => method === 'POST')).to.deep.equal([]);
    await second.press(second.table.rows[0]?.link);
    await second.untilOpened(before[0] ?? '');
    expect(first.detail.title).to.equal(file.name);
    await first.press(first.detail.control('All batches'));
    await first.until(() => first.isList, 'the list');
    expect(second.isList).to.equal(false);
  });

  journey('to a batch and back: search, sort, page and scroll are as they were', async () => {
    // Wide enough for headings.
    await setViewport({ width: 1280, height: 600 });
    try {
      const backend = await HeldBackend.create({ batches: 60 });
      const page = await JourneyPage.open(backend.baseUrl);
      const { table, detail } = page;
      table.type('a');
      table.enter();
      await page.press(table.button('File Name'));
      table.choose(table.pageSize, '10');
      await page.until(() => table.names.length === 10, 'a short page');
      await page.press(table.button('Next page'));
      const range = () => textOf(table.part('pager')!.querySelector('.pager-range')!);
      await page.until(() => range().startsWith('11–20 of '), 'the second page');
      await page.until(() => table.root.querySelector('table')?.ariaBusy !== 'true', 'rest');
      const link = table.rows[7]?.link;
      link?.scrollIntoView({ block: 'end', behavior: 'instant' });
      const seen = () => ({
        names: table.names,
        range: range(),
        search: table.searchField.value,
        sorted: table.headings.map(({ ariaSort }) => ariaSort),
        scrolled: document.scrollingElement?.scrollTop,
      });
      const before = seen();
      expect(before.scrolled).to.be.greaterThan(0);
      expect(before.sorted[0]).to.equal('ascending');
      await page.press(link);
      await page.untilOpened(before.names[7] ?? '');
      document.scrollingElement?.scrollTo(0, 0);
      await page.press(detail.control('All batches'));
      await page.until(() => page.isList, 'the list');
      expect(seen()).to.deep.equal(before);
      expect(page.focused === table.rows[7]?.link, page.focusedName).to.equal(true);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  journey('without anything to talk to each element says so, and nothing opens', async test => {
    if (isWebKit) leaveOut(test, 'WebKit’s driver tells of no requests');
    const container = await fixture(html`
      <div>
        <batch-sync-table></batch-sync-table>
        <batch-sync-upload layout="inline"></batch-sync-upload>
        <batch-sync-detail batch-id="bs_1"></batch-sync-detail>
      </div>
    `);
    const elements = [...container.children] as HTMLElement[];
    const requests = await requestsDuring(async () => {
      for (const { shadowRoot } of elements) {
        const said = () =>
          textOf(shadowRoot!.querySelector('.root') ?? shadowRoot!).includes('Batch Sync is not set up');
        await waitUntil(said, 'that it is not set up', { timeout: 10_000 });
      }
    });
    expect(requests).to.deep.equal([]);
    expect(elements.flatMap(({ shadowRoot }) => [...shadowRoot!.querySelectorAll('button')])).to.deep.equal([]);
  });

  journey('by keyboard alone, from the table to a batch that is sent, to its page and back', async () => {
    const backend = await HeldBackend.create({ batches: 3 });
    const page = await JourneyPage.open(backend.baseUrl);
    const { table, upload, detail } = page;
    await page.tabTo('Create Batch Sync');
    await sendKeys({ press: 'Enter' });
    await page.until(() => upload.isOpen && page.focusedName === 'Choose File', 'the focus on the choice of a file');
    const file = anotherFile();
    await page.chooseByKey(() => sendKeys({ press: ' ' }), file);
    await page.untilReviewed();
    await page.until(() => page.focusedName.startsWith('5 rows are ready to send.'), 'the focus on the verdict');
    await page.tabTo('Sync With Gateway');
    await sendKeys({ press: ' ' });
    expect(upload.element.syncWithGateway).to.equal(true);
    await page.tabTo('Send 5 rows');
    await sendKeys({ press: 'Enter' });
    const id = await page.sent();
    expect((await backendAt(backend.baseUrl).batch(id)).syncWithGateway).to.equal(true);
    await page.tabTo('View batch');
    await sendKeys({ press: 'Enter' });
    await page.untilOpened(file.name);
    expect(page.focused === detail.heading, page.focusedName).to.equal(true);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(page.focusedName).to.equal('All batches');
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.isList, 'the list');
    await page.until(() => page.focused === table.row(file.name).link, 'the focus on the link');
  });
});
