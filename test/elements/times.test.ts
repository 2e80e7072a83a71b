import { expect, fixture, html } from '@open-wc/testing';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { Batch } from '../../src/core/batch.js';
import '../../src/define/index.js';
import type { BatchSyncConfig } from '../../src/elements/config.js';
import type { BatchSyncDetail } from '../../src/elements/detail.js';
import type { BatchSyncProvider } from '../../src/elements/provider.js';
import type { BatchSyncTable } from '../../src/elements/table.js';
import { aBatch, aPage, anAdapter, someCapabilities } from '../state/doubles.js';
import { TablePage } from '../support/table-page.js';

const key = 'batch-sync/time-zone';

function listing(batches: readonly Batch[], methods: Partial<BatchSyncAdapter> = {}) {
  let lists = 0;
  const adapter = anAdapter({
    getBatch: id => Promise.resolve(aBatch({ id, status: 'ACCEPTED' })),
    listTasks: () => Promise.resolve({ items: [], next: null, prev: null, start: null, total: 0 }),
    listBatches: () => {
      lists += 1;
      return Promise.resolve(aPage(batches));
    },
    ...methods,
  });
  return { adapter, lists: () => lists };
}

const old = aBatch({ status: 'ACCEPTED', createdAt: '2020-12-31T20:00:00Z', updatedAt: '2021-01-01T09:31:12Z' });

function change(root: ShadowRoot): HTMLButtonElement {
  return root.querySelector<HTMLButtonElement>('.zone-change')!;
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

const note = (root: ShadowRoot): string => textOf(root.querySelector('.zone-note'));

describe('times on screen', () => {
  afterEach(() => [localStorage, sessionStorage].forEach(storage => storage.removeItem(key)));

  it('an exact time is seen beneath how long ago, for machines it is whole, pointed at it is told in both zones', async () => {
    const page = await TablePage.ready(listing([old]).adapter, {
      config: { locale: 'en-GB', timeZone: 'Europe/Berlin' },
    });
    const { cells, element } = page.row('october.csv');
    expect(cells['Date Created']).to.match(/^31 Dec 2020 21:00( CET)?$/);
    const time = element.querySelector('time')!;
    expect(time.dateTime).to.equal('2020-12-31T20:00:00Z');
    expect(time.title).to.equal('31 Dec 2020, 21:00:00 CET\n31 Dec 2020, 20:00:00 UTC');
    expect(note(page.root)).to.equal('Times are in Central European Standard Time. Show UTC');
  });

  it('by the server’s clock: what was just made is not in the future, on a machine that is an hour behind', async () => {
    const ahead = 60 * 60_000;
    const made = new Date(Date.now() + ahead).toISOString();
    const page = await TablePage.ready(
      listing([aBatch({ status: 'ACCEPTED', createdAt: made, updatedAt: made })], {
        capabilities: () => Promise.resolve(someCapabilities({ serverTime: made })),
      }).adapter,
    );
    expect(page.row('october.csv').cells['Date Created']).to.match(/^just now /);
  });

  it('a person changes the zone: every time, the note and the way back change; the focus stays, nothing is read', async () => {
    const { adapter, lists } = listing([old]);
    const page = await TablePage.ready(adapter, { config: { locale: 'en-GB', timeZone: 'Europe/Berlin' } });
    const read = lists();
    const button = change(page.root);
    button.focus();
    button.click();
    await page.until(() => note(page.root).startsWith('Times are in UTC.'), 'the other zone');
    expect(note(page.root)).to.equal('Times are in UTC. Show Central European Standard Time');
    expect(page.row('october.csv').cells['Date Created']).to.match(/^31 Dec 2020 20:00( UTC)?$/);
    expect(page.hasFocus(button)).to.equal(true);
    await page.until(() => page.said === 'Times are in UTC.', 'it is said');
    button.click();
    await page.until(() => note(page.root).startsWith('Times are in Central'), 'back');
    expect(lists()).to.equal(read);
    await expect(page.element).to.be.accessible();
  });

  it('is asked of nobody who lives by UTC', async () => {
    const page = await TablePage.ready(listing([old]).adapter, { config: { timeZone: 'UTC' } });
    const own = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
    expect(note(page.root).startsWith('Times are in UTC.')).to.equal(true);
    expect(change(page.root) === null).to.equal(own === 'UTC');
  });

  async function provided(config: BatchSyncConfig, own: BatchSyncConfig | null = null) {
    const provider = await fixture<BatchSyncProvider>(html`
      <batch-sync-provider navigation="beside" .config=${config}>
        <batch-sync-table></batch-sync-table>
        <batch-sync-detail batch-id="bs_1" .config=${own}></batch-sync-detail>
      </batch-sync-provider>
    `);
    const table = provider.querySelector<BatchSyncTable>('batch-sync-table')!;
    const detail = provider.querySelector<BatchSyncDetail>('batch-sync-detail')!;
    const page = new TablePage(table);
    await page.until(() => table.status === 'ready' && detail.status === 'ready', 'both');
    return { page, detail };
  }

  it('is chosen once for all that a provider contains, and kept as the host says', async () => {
    const { adapter } = listing([old]);
    const config: BatchSyncConfig = {
      adapter,
      permissions: { orders: 'read' },
      locale: 'en-GB',
      timeZone: 'Europe/Berlin',
      preferences: 'local',
    };
    const { page, detail } = await provided(config);
    expect(note(detail.shadowRoot!)).to.contain('Central European');
    change(page.root).click();
    await page.until(() => note(detail.shadowRoot!).startsWith('Times are in UTC.'), 'the detail, too');
    expect(localStorage.getItem(key)).to.equal('utc');

    const next = await provided(config);
    expect(note(next.page.root)).to.contain('Times are in UTC.');
    change(next.detail.shadowRoot!).click();
    await next.page.until(() => note(next.page.root).includes('Times are in Central'), 'chosen in the detail');
    expect(localStorage.getItem(key)).to.equal('local');
  });

  it('an element with a zone of its own follows the person to UTC and back to its own', async () => {
    const { adapter } = listing([old]);
    const config: BatchSyncConfig = { adapter, permissions: { orders: 'read' }, locale: 'en-GB', timeZone: 'UTC' };
    const { page, detail } = await provided(config, { timeZone: 'Asia/Tokyo' });
    expect(note(detail.shadowRoot!)).to.equal('Times are in Japan Standard Time. Show UTC');
    change(detail.shadowRoot!).click();
    await page.until(() => note(detail.shadowRoot!).startsWith('Times are in UTC.'), 'UTC');
    change(detail.shadowRoot!).click();
    await page.until(() => note(detail.shadowRoot!).startsWith('Times are in Japan'), 'its own');
  });

  it('numbers are grouped as people of the locale do it', async () => {
    const many = aBatch({ status: 'ACCEPTED', totalRecords: 123_456, totalTasks: 1_234_567 });
    const page = await TablePage.ready(
      listing([], {
        listBatches: () => Promise.resolve({ ...aPage([many]), start: 1, total: 100_000, next: 'two' }),
      }).adapter,
      { config: { locale: 'en-IN' } },
    );
    expect(page.row('october.csv').cells).to.include({ 'Total Records': '1,23,456', 'Total Tasks': '12,34,567' });
    expect(page.text).to.contain('1–1 of 1,00,000');
  });
});
