import { expect, nextFrame } from '@open-wc/testing';
import type { Backend } from '../../mocks/index.js';
import { people } from '../../mocks/index.js';
import type { Batch } from '../../src/core/batch.js';
import type { View } from '../../src/core/view.js';
import { viewFromParams } from '../../src/index.js';
import { aBatch, heldStream } from '../state/doubles.js';
import { backend, listing } from '../support/table-data.js';
import { pressMouse } from '../support/press-mouse.js';
import { TablePage } from '../support/table-page.js';

type Changes = ReturnType<typeof TablePage.prototype.heard<'batch-sync-view-change'>>;

/** Everything that a person does to the view, by what the host is proposed. */
const acts: readonly (readonly [string, (page: TablePage) => unknown, Readonly<Record<string, string>>])[] = [
  [
    'searches',
    page => {
      page.type('orders');
      page.enter();
    },
    { q: 'orders' },
  ],
  ['ignores case', page => page.matchCase.click(), { match_case: 'false' }],
  ['sorts', page => page.headings[0]!.querySelector('button')!.click(), { sort: 'fileName' }],
  ['chooses a status', page => page.tick('FAILED'), { status: 'FAILED' }],
  ['presses a card', page => page.cards[1]!.click(), { status: 'FAILED,PARTIALLY_ACCEPTED' }],
  ['chooses a day', page => page.chooseDay('from', '2026-10-01'), { created_from: '2026-10-01T00:00:00.000Z' }],
  ['chooses a size', page => page.choose(page.pageSize, '50'), { page_size: '50' }],
];

describe('batch-sync-table, the view as the host’s state', () => {
  for (const [name, act, params] of acts) {
    it(`a person ${name}: proposed with params that mean the same view, then shown`, async () => {
      const page = await TablePage.withPanels(backend().adapter, { width: 1200 });
      act(page);
      await page.element.updateComplete;
      const changes: Changes = page.heard('batch-sync-view-change');
      expect(changes.map(change => change.params)).to.deep.equal([params]);
      expect(viewFromParams(changes[0]!.params)).to.deep.equal(changes[0]!.view);
      expect(page.element.view).to.deep.equal(changes[0]!.view);
    });

    it(`a person ${name} where the host keeps the view: nothing happens until the host sets it`, async () => {
      const { adapter } = backend();
      const views: View[] = [];
      const listBatches: typeof adapter.listBatches = (view, ctx) => {
        views.push(view);
        return adapter.listBatches(view, ctx);
      };
      const page = await TablePage.withPanels({ ...adapter, listBatches }, { width: 1200 });
      const before = page.element.view;
      page.element.addEventListener('batch-sync-view-change', event => event.preventDefault());
      act(page);
      await page.element.updateComplete;
      await nextFrame();
      expect(page.element.view).to.deep.equal(before);
      expect(views.length).to.equal(1);
      expect(page.pageSize.value).to.equal('20');
      const proposed = page.heard('batch-sync-view-change')[0]!.view as View;
      page.element.view = proposed;
      await page.until(() => views.length === 2, 'the host’s view');
      expect(views[1]).to.deep.equal(proposed);
      expect(page.heard('batch-sync-view-change').length, 'no echo').to.equal(1);
    });
  }

  it('an address of a page with another size than usual leads back to the same view', async () => {
    const page = await TablePage.ready(backend().adapter, { width: 1200, properties: { pageSize: 50 } });
    page.choose(page.pageSize, '20');
    await page.until(() => page.rows.length === 20, 'fewer rows');
    const { view, params } = page.heard('batch-sync-view-change')[0]!;
    expect(params).to.deep.equal({ page_size: '20' });
    expect(viewFromParams(params, 50)).to.deep.equal(view);
  });

  it('an address of nonsense shows the first page of everything', async () => {
    const view = viewFromParams('?status=&sort=__proto__&page_size=1e9&created_from=soon&cursor=&match_case=0');
    const page = await TablePage.ready(backend().adapter, { properties: { view } });
    expect(page.element.status).to.equal('ready');
    await page.whole();
    expect(page.rows.length).to.equal(60);
  });

  it('a view that the host sets back while the person types leaves what was typed', async () => {
    const page = await TablePage.ready(backend().adapter);
    page.type('not yet');
    page.element.view = { sort: 'fileName' } as View;
    await page.until(() => page.element.view.sort === 'fileName' && page.rows.length > 0, 'the host’s view');
    expect(page.searchField.value).to.equal('not yet');
  });
});

async function create(engine: Backend['engine'], name: string): Promise<void> {
  const file = new Blob([`order_id,txn_id,unique_request_id\r\n${name},,\r\n`]);
  const client = { rows: 1, rowsSha256: null, acceptedWarnings: [], acceptDuplicate: true };
  const input = { file, fileName: `${name}.csv`, description: null, syncWithGateway: false, client };
  await engine.createBatch({ user: people[0], permission: 'readWrite', makerChecker: false }, input, name);
}

describe('batch-sync-table under a person', () => {
  it('batches that arrive while somebody turns pages: none is skipped, none comes twice', async () => {
    const { engine, adapter } = backend(50);
    const page = await TablePage.ready(adapter, { width: 1200, properties: { pageSize: 10 } });
    const ids = () => page.rows.map(({ element }) => element.dataset['id']!);
    const first = ids();
    const seen = [...first];
    for (let turn = 2; turn <= 5; turn += 1) {
      await create(engine, `arrived-${turn}`);
      const last = ids().at(-1)!;
      await page.press('Next page');
      await page.until(() => !ids().includes(last), `page ${turn}`);
      seen.push(...ids());
    }
    expect(seen.length).to.equal(50);
    expect(new Set(seen).size).to.equal(50);
    for (let turn = 4; turn >= 1; turn -= 1) {
      const [top] = ids();
      await page.press('Previous page');
      await page.until(() => ids()[0] !== top && ids().length === 10, `page ${turn} again`);
    }
    expect(ids(), 'the page where it began').to.deep.equal(first);
  });

  it('a batch that arrives above what is read moves nothing on screen', async () => {
    const { engine, adapter } = backend();
    const page = await TablePage.ready(adapter, { width: 1200 });
    await page.until(() => page.text.includes('Live'), 'the badge');
    const name = page.names[12]!;
    const top = () => page.row(name).link.getBoundingClientRect().top;
    page.row(name).link.scrollIntoView({ block: 'center' });
    page.row(name).link.focus({ preventScroll: true });
    await nextFrame();
    await nextFrame();
    const before = top();
    await create(engine, 'brand-new');
    await page.until(() => page.names[0] === 'brand-new.csv', 'the new batch');
    await nextFrame();
    expect(top()).to.be.closeTo(before, 2);
    expect(page.hasFocus(page.row(name).link)).to.equal(true);
  });

  it('a hundred rows that change leave focus, scroll and an open panel where they were', async () => {
    const stream = heldStream();
    const batches = Array.from({ length: 100 }, (_, at) => aBatch({ id: `bs_${at}`, fileName: `file-${at}.csv` }));
    const page = await TablePage.ready(listing(batches, { subscribe: stream.subscribe }).adapter, { width: 1200 });
    await page.until(() => stream.connections.length === 1, 'the stream');
    await page.whole();
    const { link } = page.row('file-60.csv');
    link.scrollIntoView({ block: 'center' });
    link.focus({ preventScroll: true });
    await nextFrame();
    await nextFrame();
    const scrolled = window.scrollY;
    for (const batch of batches) {
      const changed: Batch = { ...batch, version: 2, tasks: { accepted: 7, failed: 1, queued: 2 } };
      stream.connections[0]!.push({ type: 'batch.updated', id: batch.id, batch: changed });
    }
    await page.until(() => page.row('file-60.csv').cells['Tasks Progress'] === '8 of 10 · 1 rejected', 'the change');
    await nextFrame();
    // Firefox counts rows that it has drawn in fractions of a pixel.
    expect(window.scrollY).to.be.closeTo(scrolled, 1);
    expect(page.hasFocus(page.row('file-60.csv').link)).to.equal(true);
  });
});

describe('batch-sync-table, a double click on a file name', () => {
  /** Presses where something is now, as a mouse does. */
  async function mouse({ x, y }: { x: number; y: number }, count: number): Promise<void> {
    await pressMouse(x, y, count);
    await nextFrame();
  }

  function centre(element: Element): { x: number; y: number } {
    element.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + Math.min(width, 40) / 2, y: y + height / 2 };
  }

  /** A host's page that stands over everything, with a button and a list where a person points. */
  function cover(at: { x: number; y: number }, page: TablePage): { pressed: () => number; button: HTMLButtonElement } {
    let presses = 0;
    const button = document.createElement('button');
    button.textContent = 'Delete everything';
    button.style.cssText = `position: fixed; z-index: 9; left: ${at.x - 60}px; top: ${at.y - 20}px; inline-size: 120px; block-size: 40px`;
    button.addEventListener('click', () => (presses += 1));
    page.element.parentElement!.append(button);
    return { pressed: () => presses, button };
  }

  it('opens it once; the second half presses nothing of what opened there, the next press does', async () => {
    const page = await TablePage.ready(listing().adapter, { width: 700 });
    const at = centre(page.row('b.csv').link);
    let host: ReturnType<typeof cover> | null = null;
    page.element.addEventListener('batch-sync-open', event => {
      event.preventDefault();
      host = cover(at, page);
    });
    await mouse(at, 1);
    expect(page.heard('batch-sync-open').length).to.equal(1);
    await mouse(at, 2);
    expect(host!.pressed(), 'the second half').to.equal(0);
    expect(document.activeElement === host!.button).to.equal(false);
    await mouse(at, 1);
    expect(host!.pressed(), 'a press of its own').to.equal(1);
    await mouse(at, 2);
    expect(host!.pressed(), 'a double click of its own').to.equal(2);
    expect(page.heard('batch-sync-open').length).to.equal(1);
  });

  it('where nothing takes its place it is opened once, too', async () => {
    const page = await TablePage.ready(listing().adapter, { width: 700 });
    const at = centre(page.row('b.csv').link);
    await mouse(at, 1);
    await mouse(at, 2);
    await mouse(at, 3);
    expect(page.heard('batch-sync-open').length).to.equal(1);
  });

  it('a table that is removed by what it opened listens to nothing any more', async () => {
    const page = await TablePage.ready(listing().adapter, { width: 700 });
    const at = centre(page.row('b.csv').link);
    page.element.addEventListener('batch-sync-open', event => event.preventDefault());
    await mouse(at, 1);
    const host = cover(at, page);
    page.element.remove();
    await nextFrame();
    await mouse(at, 2);
    expect(host.pressed()).to.equal(1);
  });
});
