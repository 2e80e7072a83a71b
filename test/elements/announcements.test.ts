import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/index.js';
import { mixedErrorsFile } from '../../mocks/index.js';
import { listen } from '../../stories/tools/transcript.js';
import { backendAt, fileOf, journey, JourneyPage } from '../support/journey-page.js';
import { HeldBackend } from '../support/mock-backend.js';
import type { MockBackendOptions } from '../support/mock-backend.js';

const orders = Array.from({ length: 20 }, (_, index) => [`ORD_${index}`, '', `REQ_${index}`]);

/** What somebody hears who does not see the page: what is announced, and after an arrow what gets the focus. */
class Ear {
  readonly end: () => void;
  readonly #page: JourneyPage;
  readonly #heard: string[] = [];

  constructor(page: JourneyPage) {
    this.#page = page;
    this.end = listen(page.provider, ({ kind, text }) => {
      // How many tasks are done with each tick is the server's affair.
      const line = text.replaceAll(/[\u2066-\u2069\u00a0]/g, '').replace(/(% processed): .*/, '$1');
      // A busy machine reads a file long enough to say so.
      if (!line.startsWith('Reading the file')) this.#heard.push(kind === 'announced' ? line : `→ ${line}`);
    });
  }

  /** Does something, and hears this of it. What is heard besides is too much: here, or where the next thing is done. */
  async after(act: () => unknown, ...expected: readonly string[]): Promise<void> {
    await act();
    const enough = () => this.#heard.length >= expected.length;
    await this.#page.until(enough, expected.join(' | ')).catch(() => undefined);
    expect(this.#heard.splice(0)).to.deep.equal(expected);
  }
}

describe('what is heard', () => {
  before(() => setViewport({ width: 1280, height: 900 }));
  after(() => setViewport({ width: 800, height: 600 }));

  async function opened(options: MockBackendOptions = {}) {
    const backend = await HeldBackend.create({ batches: 60, seed: 11, failureRate: 0, taskMs: 400, ...options });
    const page = await JourneyPage.open(backend.baseUrl, 'time-zone="Asia/Kolkata" locale="en"');
    return { backend, page, ear: new Ear(page) };
  }

  journey('of the list: what was found, how it is sorted, which page it is, each once', async () => {
    const { page, ear } = await opened();
    const { table } = page;
    const search = (text: string) => () => {
      table.type(text);
      table.enter();
    };
    await ear.after(search('a'), '→ Search by file name, field', '37 batches found');
    await ear.after(search('ETTLEMENT'), 'No batches found');
    await ear.after(
      () => page.press(table.clear),
      '→ Clear search, button',
      '→ Search by file name, field',
      'Batches 1 to 20 of 60',
    );
    await ear.after(
      () => page.press(table.button('File Name')),
      '→ File Name, button',
      'Sorted by File Name, ascending',
    );
    await ear.after(() => table.button('File Name')?.click(), 'Sorted by File Name, descending');
    await ear.after(() => table.choose(table.pageSize, '10'), 'Batches 1 to 10 of 60');
    await ear.after(() => table.button('Next page')?.click(), 'Batches 11 to 20 of 60');
    await table.panels();
    await ear.after(() => table.tick('FAILED'), '4 batches found');
    await ear.after(() => table.root.querySelector<HTMLElement>('.zone-change')?.click(), 'Times are in UTC.');
    ear.end();
  });

  journey('of a search that minds case: that it found nothing, then what it would find', async () => {
    const { page, ear } = await opened();
    const { table } = page;
    await ear.after(
      () => {
        table.type('South');
        table.enter();
      },
      '→ Search by file name, field',
      'No batches found',
      '4 batches would match if case is ignored.',
    );
    ear.end();
  });

  journey('of a file: the verdict, what each change did to it, and what became of it', async () => {
    const { backend, page, ear } = await opened({ intakeMs: 1000 });
    const { table, upload, detail } = page;
    const server = backendAt(backend.baseUrl);
    let id = '';
    await ear.after(
      () => page.press(table.button('Create Batch Sync')),
      '→ Create Batch Sync, button',
      '→ Choose File, button',
    );
    await ear.after(() => page.choose('Choose File', mixedErrorsFile()), '→ 7 errors in 7 rows., group');
    await page.untilReviewed();
    await ear.after(() => upload.edit(3, 'ORD_X'), '→ order_id, row 3, field', 'Row 3: fixed. 6 errors in 6 rows.');
    await ear.after(
      () => page.press(upload.find('Apply all fixes')),
      '→ Apply all fixes, button',
      '→ What changes: Apply all fixes',
    );
    await ear.after(
      () => page.press(upload.button('Apply')),
      '→ Apply, button',
      '→ 4 errors in 4 rows., group',
      'Done: all fixes.',
    );
    await ear.after(
      () => page.press(upload.root.querySelector<HTMLElement>('[data-undo]')),
      '→ Undo: all fixes, button',
      'Undone: all fixes. 6 errors in 6 rows.',
    );
    await ear.after(() => page.press(upload.send), '→ Send 24 rows, button', '→ 6 errors in 6 rows., group');
    await ear.after(
      () => page.choose('Replace', fileOf('october.csv', orders)),
      '→ Replace, button',
      '→ Keep working, button',
    );
    await ear.after(() => upload.answer('Replace'), '→ Replace, button', '→ 20 rows are ready to send., group');
    await ear.after(() => page.press(upload.send), '→ Send 20 rows, button', '→ Sending 20 rows, group');
    await ear.after(async () => {
      id = await page.sent(() => backend.advance(500));
    }, '→ Batch created. 20 rows of “october.csv” are queued for processing., group');
    await ear.after(
      () => page.press(upload.button('View batch')),
      '→ View batch, button',
      '→ Create Batch Sync, button',
      '→ Loading batch, heading',
      '“october.csv”: Processing',
    );
    await page.untilOpened('october.csv');

    const queued = () => Number(detail.figures[2]);
    const worked = (left: number) => async () => {
      while (queued() > left) {
        await backend.advance(400);
        const { tasks } = await server.batch(id);
        await page.until(() => queued() === tasks.queued, `${tasks.queued} queued tasks`);
      }
    };
    await ear.after(worked(15), '25% processed');
    await ear.after(worked(10), '50% processed');
    await ear.after(worked(5), '75% processed');
    await ear.after(worked(0), '“october.csv”: Accepted');

    await ear.after(() => page.download(), '→ Download Data, button', 'batch_sync.csv with 20 tasks was saved.');
    await ear.after(
      () => page.press(detail.find(/^Total Accepted/)),
      '→ Total Accepted Tasks 20, button',
      '20 tasks found',
    );
    await ear.after(() => page.press(detail.control('All batches')), '→ All batches, button', '→ october.csv, button');
    await ear.after(() => table.root.querySelector<HTMLElement>('.zone-change')?.click(), 'Times are in UTC.');
    ear.end();
  });
});
