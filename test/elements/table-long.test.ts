import { expect, nextFrame } from '@open-wc/testing';
import { aBatch } from '../state/doubles.js';
import { listing } from '../support/table-data.js';
import { TablePage } from '../support/table-page.js';

const batches = Array.from({ length: 100 }, (_, at) => aBatch({ id: `bs_${at}`, fileName: `file-${at}.csv` }));
const names = batches.map(({ fileName }) => fileName);

/** A page of a hundred batches, as it is when it has just come. */
function longPage(): Promise<TablePage> {
  return TablePage.ready(listing(batches).adapter, { width: 1200, properties: { pageSize: 100 } });
}

describe('batch-sync-table, a page of a hundred batches', () => {
  afterEach(() => window.scrollTo(0, 0));

  it('has rows for more than a screen at once, the room of all, and says how many there are', async () => {
    const page = await longPage();
    expect(page.names).to.deep.equal(names.slice(0, 20));
    expect(page.part('table')!.getAttribute('aria-rowcount')).to.equal('101');
    const height = page.element.offsetHeight;
    window.dispatchEvent(new Event('beforeprint'));
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(names);
    expect(page.part('table')!.hasAttribute('aria-rowcount')).to.equal(false);
    await nextFrame();
    expect(page.element.offsetHeight / height).to.be.within(0.9, 1.1);
  });

  it('has them all once the page rests', async () => {
    const page = await longPage();
    await page.until(() => page.rows.length === 100, 'the rest');
    expect(page.names).to.deep.equal(names);
  });

  it('has them all as soon as somebody comes near, without moving what is seen', async () => {
    const page = await longPage();
    const { link } = page.row('file-19.csv');
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: 'center' });
    const { top } = link.getBoundingClientRect();
    await page.until(() => page.rows.length > 20, 'the rest');
    expect(page.names).to.deep.equal(names);
    expect(link.getBoundingClientRect().top).to.be.closeTo(top, 1);
    expect(page.hasFocus(link)).to.equal(true);
  });

  it('has them in the order of another sort, whichever were there before', async () => {
    const reversed = listing(batches);
    const page = await TablePage.ready(reversed.adapter, { width: 1200, properties: { pageSize: 100 } });
    page.headings[0]!.querySelector('button')!.click();
    await page.element.updateComplete;
    await page.until(() => reversed.views.length === 2 && page.rows.length === 100, 'all rows');
    expect(page.names).to.deep.equal(names);
  });
});
