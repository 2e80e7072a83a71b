import { expect, fixture, html } from '@open-wc/testing';
import type { BatchSyncProvider, TelemetryEvent } from '../../src/index.js';
import '../../src/define/index.js';
import { de } from '../../src/words/locales/de.js';
import { mixedErrorsFile } from '../../mocks/index.js';
import { DetailBackend, DetailPage } from '../support/detail-page.js';
import { arabic } from '../support/languages.js';
import { TablePage } from '../support/table-page.js';
import { openUpload } from '../support/upload-page.js';
import { unisolated } from '../support/seen-text.js';
import { backend, listing } from '../support/table-data.js';

const rootOf = (page: TablePage) => page.root.querySelector<HTMLElement>('.root')!;
const heading = (page: TablePage) => page.headings[0]?.textContent.trim();

async function tableIn(locale: string, more: Parameters<typeof TablePage.open>[1] = {}): Promise<TablePage> {
  return TablePage.ready(listing().adapter, { ...more, config: { locale, ...more.config } });
}

/** Whatever the elements tell the host. */
function telemetry() {
  const told: TelemetryEvent[] = [];
  const onEvent = (event: TelemetryEvent) => void told.push(event);
  return { told, onEvent };
}

describe('the language of an element', () => {
  it('is not seen before its words are there', async () => {
    const page = await TablePage.open(null, { properties: { config: { adapter: listing().adapter, locale: 'de' } } });
    const seen: string[] = [];
    const watch = new MutationObserver(() => {
      if (getComputedStyle(rootOf(page)).visibility === 'visible') seen.push(rootOf(page).lang);
    });
    watch.observe(page.root, { subtree: true, childList: true, attributes: true, characterData: true });
    await page.until(() => heading(page) === 'Dateiname', 'German');
    watch.disconnect();
    expect(seen).not.to.include('en');
    expect(getComputedStyle(rootOf(page)).visibility).to.equal('visible');
  });

  it('changes while it is shown; rows and focus stay, and the words of before until the new ones are there', async () => {
    const page = await tableIn('en');
    const [row] = page.rows;
    row!.link.focus();
    page.element.config = { ...page.element.config!, locale: 'de-AT' };
    await page.element.updateComplete;
    await page.until(() => heading(page) === 'Dateiname', 'German');
    expect(rootOf(page).lang).to.equal('de-AT');
    expect(page.root.activeElement === row!.link).to.equal(true);
    expect(page.rows[0]!.element === row!.element).to.equal(true);
    page.element.config = { ...page.element.config, locale: 'en' };
    await page.element.updateComplete;
    expect(heading(page)).to.equal('File Name');
  });

  it('is the last that was asked for, however fast they follow each other', async () => {
    const page = await tableIn('en');
    for (const locale of ['de', 'en', 'de', 'en']) {
      page.element.config = { ...page.element.config!, locale };
      // oxlint-disable-next-line no-await-in-loop
      await page.element.updateComplete;
    }
    await import('../../src/words/locales/de.js');
    await page.element.updateComplete;
    expect(heading(page)).to.equal('File Name');
  });

  it('follows the provider, live, and an element’s own word goes before it', async () => {
    const provider = await fixture<BatchSyncProvider>(html`
      <batch-sync-provider locale="de" .config=${{ adapter: listing().adapter, permissions: { orders: 'read' } }}>
        <batch-sync-table></batch-sync-table>
        <batch-sync-table .config=${{ locale: 'en' }}></batch-sync-table>
      </batch-sync-provider>
    `);
    const [first, second] = [...provider.querySelectorAll('batch-sync-table')].map(table => new TablePage(table));
    await first!.until(() => heading(first!) === 'Dateiname', 'German');
    await second!.until(() => heading(second!) === 'File Name', 'English');
    provider.locale = 'en';
    await first!.until(() => heading(first!) === 'File Name', 'English');
  });

  it('has a host’s words over it, some or all', async () => {
    const page = await tableIn('de', { config: { messages: { 'table.column.fileName': 'Datei' } } });
    await page.until(() => heading(page) === 'Datei', 'the host’s word');
    expect(page.headings[1]!.textContent.trim()).to.equal('Upload-Status');
  });

  it('is there at once where the host imports it', async () => {
    const page = await TablePage.open(null, {
      properties: { config: { adapter: listing().adapter, locale: 'de', catalogues: [de] } },
    });
    expect(rootOf(page).lang).to.equal('de');
    expect(rootOf(page).hasAttribute('data-wordless')).to.equal(false);
  });

  it('is English where there are no words for it, and the host is told once', async () => {
    const { told, onEvent } = telemetry();
    const page = await tableIn('pl', { config: { onEvent } });
    expect([heading(page), rootOf(page).lang]).to.deep.equal(['File Name', 'en']);
    page.element.requestUpdate();
    await page.element.updateComplete;
    expect(told).to.deep.equal([{ name: 'locale-unavailable', data: { locale: 'pl', reason: 'unknown' } }]);
    expect(page.heard('batch-sync-error')).to.deep.equal([]);
  });
});

describe('the direction of an element', () => {
  async function dirOf(locale: string | undefined, prepare: (table: HTMLElement) => void = () => {}) {
    const page = await TablePage.open(listing().adapter, {
      config: { locale: locale as never, catalogues: [arabic] },
    });
    prepare(page.element);
    page.element.requestUpdate();
    await page.element.updateComplete;
    return { dir: rootOf(page).getAttribute('dir'), direction: getComputedStyle(rootOf(page)).direction };
  }

  it('is that of the language a host gave', async () => {
    expect(await dirOf('ar')).to.deep.equal({ dir: 'rtl', direction: 'rtl' });
    expect((await dirOf('en', table => (table.parentElement!.dir = 'rtl'))).direction).to.equal('ltr');
  });

  it('is the element’s own where it has one', async () => {
    expect((await dirOf('en', table => (table.dir = 'rtl'))).direction).to.equal('rtl');
    expect((await dirOf('ar', table => (table.dir = 'ltr'))).direction).to.equal('ltr');
  });

  it('is the page’s where the language is the page’s', async () => {
    const arabicPage = (dir: string) => (table: HTMLElement) =>
      Object.assign(table.parentElement!, { lang: 'ar', dir });
    expect((await dirOf(undefined, arabicPage('rtl'))).direction).to.equal('rtl');
    expect((await dirOf(undefined, arabicPage('ltr'))).direction).to.equal('ltr');
  });

  it('is the language’s where the page says one without the other', async () => {
    const page = (table: HTMLElement) => (table.parentElement!.lang = 'ar');
    expect((await dirOf(undefined, page)).direction).to.equal('rtl');
  });
});

describe('names, ids and codes among words that are written from the right', () => {
  const config = { locale: 'ar', timeZone: 'UTC' };
  const names = /order_id|txn_id|unique_request_id|\.csv|\bbs_|ORD_|TXN_|SYNCREQ|PAYU|OMS|order_not_found/;
  const isArabic = (root: ShadowRoot) => root.querySelector<HTMLElement>('.root')?.lang === 'ar';

  it('are isolated in the table', async () => {
    const page = await TablePage.ready(backend(20).adapter, { config });
    await page.until(() => isArabic(page.root), 'Arabic');
    expect(unisolated(page.root, names)).to.deep.equal([]);
  });

  it('are isolated in the review of a file', async () => {
    const page = await openUpload({ config: { ...config, permissions: { orders: 'readWrite' } } });
    await page.review(mixedErrorsFile());
    expect(isArabic(page.root)).to.equal(true);
    // Letters and underscores within a sentence keep their order by themselves.
    const alone = unisolated(page.root, names).filter(text => !/\p{Script=Arabic}/u.test(text));
    expect(alone).to.deep.equal([]);
  });

  it('are isolated in a batch', async () => {
    const page = await DetailPage.open(new DetailBackend(), { config });
    await page.until(() => isArabic(page.root), 'Arabic');
    expect(unisolated(page.root, names)).to.deep.equal([]);
  });
});
