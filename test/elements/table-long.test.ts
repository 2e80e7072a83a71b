import { expect, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { Batch } from '../../src/core/batch.js';
import type { View } from '../../src/core/view.js';
import { aBatch, aPage, heldStream } from '../state/doubles.js';
import { hasDevtools } from '../support/devtools.js';
import { leaveOut } from '../support/engine.js';
import { Residue } from '../support/residue.js';
import { listing } from '../support/table-data.js';
import { TablePage, type SeenRow } from '../support/table-page.js';

const batches = Array.from({ length: 100 }, (_, at) => aBatch({ id: `bs_${at}`, fileName: `file-${at}.csv` }));
const reversed = [...batches].reverse();
const names = batches.map(({ fileName }) => fileName);

/** A page of a hundred batches, as it is when it has just come. */
function longPage(): Promise<TablePage> {
  return TablePage.ready(listing(batches).adapter, { width: 1200, properties: { pageSize: 100 } });
}

/** Those that are drawn at once fill the window, whatever stands above them. */
function expectFirst(page: TablePage, all: readonly string[]): void {
  const { bottom } = page.rows.at(-1)!.element.getBoundingClientRect();
  expect(bottom).to.be.at.least(window.innerHeight);
  expect(page.rows.length).to.be.at.most(20);
  expect(page.names).to.deep.equal(all.slice(0, page.rows.length));
}

describe('batch-sync-table, a page of a hundred batches', () => {
  afterEach(() => window.scrollTo(0, 0));

  it('has rows for more than a screen at once, the room of all, and says how many there are', async () => {
    const page = await longPage();
    expectFirst(page, names);
    expect(page.part('table')!.getAttribute('aria-rowcount')).to.equal('101');
    const height = page.element.offsetHeight;
    await page.whole();
    expect(page.names).to.deep.equal(names);
    expect(page.part('table')!.hasAttribute('aria-rowcount')).to.equal(false);
    await nextFrame();
    expect(page.element.offsetHeight / height).to.be.within(0.9, 1.1);
  });

  it('has them all once the page rests, those of the next windows laid out for a scroll to meet', async function () {
    this.timeout(30_000);
    const page = await longPage();
    await waitUntil(() => page.rows.length === 100, 'the rest', { timeout: 25_000 });
    expect(page.names).to.deep.equal(names);
    const isLaidOut = (cell: Element | null) => cell?.checkVisibility({ contentVisibilityAuto: true });
    const far = page.rows.find(({ element }) => element.getBoundingClientRect().top > 3 * window.innerHeight)!;
    await waitUntil(() => isLaidOut(far.element.firstElementChild), 'a row that is far', { timeout: 25_000 });
  });

  it('has them all as soon as somebody comes near, without moving what is seen', async () => {
    const page = await longPage();
    const { link } = page.rows.at(-1)!;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: 'center' });
    const { top } = link.getBoundingClientRect();
    await page.until(() => page.rows.length === 100, 'the rest');
    expect(page.names).to.deep.equal(names);
    expect(link.getBoundingClientRect().top).to.be.closeTo(top, 1);
    expect(page.hasFocus(link)).to.equal(true);
  });

  describe('of which all change at once', () => {
    const progress = 'Tasks Progress';
    let page: TablePage;
    let answered: readonly Batch[];
    let push: (batches: readonly Batch[]) => void;
    beforeEach(async () => {
      answered = batches;
      const stream = heldStream();
      const listBatches = () => Promise.resolve(aPage(answered));
      const { adapter } = listing(batches, { subscribe: stream.subscribe, listBatches });
      page = await TablePage.ready(adapter, { width: 1200, properties: { pageSize: 100 } });
      await page.whole();
      await page.until(() => stream.connections.length === 1, 'the stream');
      push = changed => {
        for (const batch of changed) stream.connections[0]!.push({ type: 'batch.updated', id: batch.id, batch });
      };
    });

    const worked = batches.map(batch => aBatch({ ...batch, version: 2, tasks: { accepted: 7, failed: 0, queued: 3 } }));
    const says = (row: SeenRow) => row.cells[progress] === '7 of 10';
    const seen = ({ element }: SeenRow) => element.getBoundingClientRect().top < window.innerHeight;

    it('changes what is seen and what has the focus at once, and the rest a moment later', async function () {
      this.timeout(30_000);
      const last = page.rows.at(-1)!;
      last.link.focus({ preventScroll: true });
      push(worked);
      await page.until(() => says(page.rows[0]!), 'the first row');
      expect(page.rows.filter(seen).every(says)).to.equal(true);
      expect(says(page.rows.at(-1)!)).to.equal(true);
      expect(page.hasFocus(last.link)).to.equal(true);
      expect(page.rows.every(says)).to.equal(false);
      await waitUntil(() => page.rows.every(says), 'the rest', { timeout: 25_000 });
    });

    it('has every change on paper', async () => {
      push(worked);
      await page.until(() => says(page.rows[0]!), 'the first row');
      await page.whole();
      expect(page.rows.every(says)).to.equal(true);
    });

    it('keeps no row of before where another stands now', async () => {
      answered = reversed;
      await page.element.refresh();
      await page.element.updateComplete;
      expect(page.names).to.deep.equal(names.toReversed());
    });
  });

  describe('in another order', () => {
    let page: TablePage;
    beforeEach(async () => {
      const listBatches = ({ sort }: View) => Promise.resolve(aPage(sort === 'fileName' ? reversed : batches));
      page = await TablePage.ready(listing(batches, { listBatches }).adapter, {
        width: 1200,
        properties: { pageSize: 100 },
      });
    });

    async function sortByName() {
      page.headings[0]!.querySelector('button')!.click();
      await page.until(() => page.names[0] === names.at(-1), 'the other order');
    }

    it('has the first ones of it at first, whichever were there before', async () => {
      await page.whole();
      expect(page.names).to.deep.equal(names);
      await sortByName();
      expectFirst(page, names.toReversed());
      await page.whole();
      expect(page.names).to.deep.equal(names.toReversed());
    });

    it('has them all where the focus is in one of the last, and leaves it there', async () => {
      const { link } = page.row('file-5.csv');
      link.focus({ preventScroll: true });
      page.element.view = { ...page.element.view, sort: 'fileName' };
      await page.until(() => page.names[0] === names.at(-1), 'the other order');
      expect(page.names).to.deep.equal(names.toReversed());
      expect(page.hasFocus(page.row('file-5.csv').link)).to.equal(true);
    });
  });
});

describe('batch-sync-table, a hundred times put into a page and taken out again', () => {
  let residue: Residue;
  beforeEach(() => {
    residue = new Residue();
  });
  afterEach(() => residue.release());

  /** Shows its rows and goes. What is answered does not hold it. */
  async function visit(adapter: ReturnType<typeof listing>['adapter']): Promise<WeakRef<Element>[]> {
    const table = document.createElement('batch-sync-table');
    table.config = { adapter, permissions: { orders: 'readWrite' }, locale: 'en', timeZone: 'UTC' };
    const loaded = oneEvent(table, 'batch-sync-loaded');
    document.body.append(table);
    await loaded;
    await table.updateComplete;
    const row = table.shadowRoot!.querySelector('[part~="row"]')!;
    table.remove();
    return [new WeakRef(table), new WeakRef(row)];
  }

  it('leaves no element, no listener and no timer', async function () {
    if (!hasDevtools) leaveOut(this, 'it looks at the heap, which Chromium alone shows');
    this.timeout(30_000);
    const { adapter } = listing(batches);
    const visited: WeakRef<Element>[] = [];
    for (let times = 0; times < 100; times++) visited.push(...(await visit(adapter)));
    // The browser has drawn what is there now.
    await nextFrame();
    await nextFrame();
    await executeServerCommand('collect-garbage');
    expect(visited.filter(reference => reference.deref() !== undefined).length).to.equal(0);
    expect(residue.left).to.deep.equal([]);
  });
});
