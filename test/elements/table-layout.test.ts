import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { batchSync } from '../../src/core/batch-sync.js';
import type { BatchSyncTable } from '../../src/elements/table.js';
import { anAnswer, aPage } from '../state/doubles.js';
import { backend, listing, some } from '../support/table-data.js';
import { TablePage } from '../support/table-page.js';

const own = [
  'File Name',
  'File Upload Status',
  'Total Records',
  'Date Created',
  'Last Modified',
  'Total Tasks',
  'Tasks Progress',
  'Actions',
];
const key = 'batch-sync/batch-sync/table';

const headings = (page: TablePage) => page.headings.map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim());
const lines = (page: TablePage) => [...page.dialog.querySelectorAll<HTMLElement>('[data-column]')];
const box = (page: TablePage, name: string) =>
  page.dialog.querySelector<HTMLInputElement>(`[data-column="${name}"] input`)!;

async function opened(options: Parameters<typeof TablePage.ready>[1] = {}): Promise<TablePage> {
  const page = await TablePage.ready(listing().adapter, { width: 1200, ...options });
  await page.press('Columns and density');
  await page.until(() => page.dialog.open, 'the dialog');
  return page;
}

describe('batch-sync-table, columns and density by the person', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('leaves columns out and takes them back, but never the way to a batch', async () => {
    const page = await opened();
    expect(lines(page).map(line => line.querySelector('bdi')!.textContent)).to.deep.equal(own);
    await expect(page.element).to.be.accessible();
    box(page, 'updatedAt').click();
    box(page, 'totalTasks').click();
    await page.element.updateComplete;
    expect(headings(page)).to.deep.equal(own.filter(name => name !== 'Last Modified' && name !== 'Total Tasks'));
    expect(Object.keys(page.rows[0]!.cells).length).to.equal(6);
    box(page, 'updatedAt').click();
    await page.element.updateComplete;
    expect(headings(page)).to.include('Last Modified');
    expect(box(page, 'fileName').disabled).to.equal(true);
    await expect(page.element).to.be.accessible();
  });

  it('moves a column by keyboard: the focus goes along, and it is said where it is', async () => {
    const page = await opened();
    const down = () => page.button('Move “File Upload Status” down')!;
    down().focus();
    for (let presses = 0; presses < 7; presses += 1) {
      await sendKeys({ press: 'Enter' });
      await nextFrame();
      expect(page.hasFocus(down()), `after ${presses + 1}`).to.equal(true);
    }
    expect(headings(page).at(-1)).to.equal('File Upload Status');
    expect(down().ariaDisabled, 'at the end it does nothing, and keeps the focus').to.equal('true');
    expect(page.dialog.querySelector('[role="status"]')!.textContent).to.equal('File Upload Status: place 8 of 8');
    await page.press('Reset');
    expect(headings(page)).to.deep.equal(own);
    expect(page.button('Reset')!.ariaDisabled).to.equal('true');
  });

  it('chooses the density, over the host’s, which stands again after Reset', async () => {
    const page = await opened({ properties: { density: 'compact' } });
    const root = page.root.querySelector<HTMLElement>('.root')!;
    expect(root.dataset['density']).to.equal('compact');
    const [comfortable] = page.dialog.querySelectorAll<HTMLInputElement>('[name="density"]');
    comfortable!.click();
    await page.element.updateComplete;
    expect(root.dataset['density']).to.equal('comfortable');
    await page.press('Reset');
    expect(root.dataset['density']).to.equal('compact');
  });

  it('is opened and left by keyboard, and the focus is back on its button', async () => {
    const page = await TablePage.ready(listing().adapter, { width: 1200 });
    const button = page.button('Columns and density')!;
    for (const leave of ['Escape', 'Done']) {
      button.focus();
      await sendKeys({ press: 'Enter' });
      await page.until(() => page.dialog.open, 'the dialog');
      expect(page.dialog.contains(page.root.activeElement)).to.equal(true);
      if (leave === 'Done') await page.press('Done');
      else await sendKeys({ press: 'Escape' });
      await page.until(() => !page.root.querySelector('dialog[open]'), leave);
      expect(page.hasFocus(button), leave).to.equal(true);
    }
  });

  for (const [preferences, storage] of [
    ['local', () => localStorage],
    ['session', () => sessionStorage],
  ] as const) {
    it(`is kept as the host says (${preferences}): for the next table of this kind, without a word of a row`, async () => {
      const page = await opened({ config: { preferences } });
      box(page, 'updatedAt').click();
      await page.press('Move “Actions” up');
      const kept = storage().getItem(key)!;
      expect(JSON.parse(kept)).to.deep.equal({
        order: ['fileName', 'status', 'totalRecords', 'createdAt', 'updatedAt', 'totalTasks', 'actions', 'progress'],
        hidden: ['updatedAt'],
        density: null,
      });
      expect(Object.keys(storage())).to.deep.equal([key]);
      for (const { id, fileName } of some) expect(kept).to.not.contain(id).and.not.contain(fileName);

      const next = await TablePage.ready(listing().adapter, { width: 1200, config: { preferences } });
      expect(headings(next).slice(-2)).to.deep.equal(['Actions', 'Tasks Progress']);
      const refunds = { ...batchSync, kind: 'refunds' };
      const other = await TablePage.ready(listing().adapter, {
        width: 1200,
        config: { preferences, definition: refunds },
      });
      expect(headings(other)).to.deep.equal(own);
      await page.press('Reset');
      expect(Object.keys(storage())).to.deep.equal([]);
    });
  }

  it('is kept nowhere where the host says nothing, and lives as long as the element', async () => {
    const page = await opened();
    box(page, 'status').click();
    await page.element.updateComplete;
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
    const place = page.element.parentElement!;
    page.element.remove();
    await nextFrame();
    place.append(page.element);
    await page.until(() => page.rows.length === 3, 'rows');
    expect(headings(page)).to.not.include('File Upload Status');
  });

  it('a storage that is full, refused or full of nonsense is harmless', async () => {
    localStorage.setItem(key, '{"order": 7');
    const page = await opened({ config: { preferences: 'local' } });
    expect(headings(page)).to.deep.equal(own);
    const { setItem, getItem } = Storage.prototype;
    const refuse = () => {
      throw new DOMException('No', 'QuotaExceededError');
    };
    Storage.prototype.setItem = refuse;
    Storage.prototype.getItem = refuse;
    try {
      box(page, 'status').click();
      await page.element.updateComplete;
      expect(headings(page)).to.not.include('File Upload Status');
      const next = await TablePage.ready(listing().adapter, { width: 1200, config: { preferences: 'local' } });
      expect(headings(next)).to.deep.equal(own);
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });

  it('columns of a host take part; one that starts hidden is there to be chosen', async () => {
    const columns: BatchSyncTable['columns'] = [
      { name: 'team', label: 'Team', cell: () => 'A' },
      { name: 'risk', label: 'Risk', cell: () => 'Low', hidden: true },
    ];
    const page = await opened({ properties: { columns } });
    expect(headings(page).slice(-3)).to.deep.equal(['Tasks Progress', 'Team', 'Actions']);
    box(page, 'risk').click();
    await page.element.updateComplete;
    expect(headings(page).slice(-3)).to.deep.equal(['Team', 'Risk', 'Actions']);
  });

  it('is not there where the host hides it, and what was kept does not count', async () => {
    localStorage.setItem(key, JSON.stringify({ order: own, hidden: [], density: 'compact' }));
    const page = await TablePage.ready(listing().adapter, {
      config: { preferences: 'local' },
      properties: { hide: 'columns' },
    });
    expect(page.offers('Columns and density')).to.equal(false);
    expect(page.root.querySelector<HTMLElement>('.root')!.dataset['density']).to.equal('comfortable');
  });
});

describe('batch-sync-table at any width', () => {
  for (const width of [320, 560, 720, 940, 962, 1062, 1202, 1400]) {
    it(`nothing scrolls sideways at ${width} px, with actions and in another language`, async () => {
      const page = await TablePage.ready(backend().adapter, {
        width,
        config: { messages: { 'action.gatewaySync': 'Mit dem Zahlungsgateway synchronisieren' } },
        properties: { rowActions: () => [{ name: 'note', label: 'Add a note' }] },
      });
      expect(page.element.parentElement!.scrollWidth).to.be.at.most(width);
      const frame = page.root.querySelector('.table-scroll')!;
      expect(frame.scrollWidth).to.be.at.most(frame.clientWidth + 1);
      await expect(page.element).to.be.accessible();
    });
  }

  it('more columns than fit scroll within the frame, not the page', async () => {
    const columns = Array.from({ length: 14 }, (_, at) => ({
      name: `c${at}`,
      label: `Column number ${at}`,
      cell: () => 'x',
    }));
    const page = await TablePage.ready(backend().adapter, { width: 1000, properties: { columns } });
    const frame = page.root.querySelector('.table-scroll')!;
    await page.until(() => getComputedStyle(frame).overflowX === 'auto', 'the frame');
    expect(frame.scrollWidth).to.be.above(frame.clientWidth);
    expect(page.element.parentElement!.scrollWidth).to.be.at.most(1000);
  });

  it('the words of a heading of figures stay whole', async () => {
    const columns = [{ name: 'share', label: 'Rejected', align: 'end' as const, cell: () => '3 %' }];
    const page = await TablePage.ready(backend().adapter, { width: 1202, properties: { columns } });
    const [ours, given] = ['Total Records', 'Rejected'].map(words =>
      page.headings.find(({ innerText }) => innerText.trim().replace(/\s+/g, ' ') === words)!,
    );
    expect(given!.querySelector('.heading-text')!.getClientRects()).to.have.length(1);
    expect(given!.querySelector('.heading-text')!.clientHeight).to.be.below(
      ours!.querySelector('.heading-text')!.getBoundingClientRect().height,
    );
  });

  it('columns become cards where letters are too large for them, however wide the page is', async () => {
    const page = await TablePage.ready(backend().adapter, { width: 1000 });
    const isCards = () => getComputedStyle(page.root.querySelector('.table thead')!).display === 'none';
    expect(isCards()).to.equal(false);
    page.element.style.setProperty('--batch-sync-font-size', '16px');
    expect(isCards()).to.equal(true);
    const frame = page.root.querySelector('.table-scroll')!;
    expect(frame.scrollWidth).to.be.at.most(frame.clientWidth + 1);
  });

  it('between cards and table a row has two lines, and sorting is in the toolbar', async () => {
    const page = await TablePage.ready(backend().adapter, { width: 720 });
    const { element } = page.rows[0]!;
    const tops = new Set([...element.children].map(cell => Math.round(cell.getBoundingClientRect().top)));
    expect(tops.size).to.equal(2);
    expect(page.root.querySelector('.sort-select')!.checkVisibility()).to.equal(true);
  });

  for (const [width, acts] of [
    [360, false],
    [360, true],
    [720, true],
    [1200, true],
  ] as const) {
    it(`rows that stand in are as high as what comes, at ${width} px${acts ? ', with actions' : ''}`, async () => {
      const answer = anAnswer<ReturnType<typeof aPage>>();
      const methods = acts ? { syncWithGateway: () => new Promise<never>(() => {}) } : {};
      const { adapter } = listing(some, { listBatches: () => answer.promise, ...methods });
      const page = await TablePage.open(adapter, { width });
      const height = page.part('table')!.querySelector<HTMLElement>('tbody tr')!.offsetHeight;
      answer.resolve(aPage(some));
      await page.until(() => page.rows.length === 3, 'rows');
      expect(page.rows[0]!.element.offsetHeight).to.be.closeTo(height, 6);
    });
  }

  it('the headings stay in sight and hide nothing that has the focus', async () => {
    const page = await TablePage.ready(backend().adapter, { width: 1200, properties: { pageSize: 50 } });
    const head = () => page.headings[0]!.getBoundingClientRect();
    await page.whole();
    page.rows[30]!.link.focus();
    await nextFrame();
    expect(head().top, 'at the edge of the window').to.be.closeTo(0, 1);
    await sendKeys({ down: 'Shift' });
    for (let steps = 0; steps < 20; steps += 1) {
      await sendKeys({ press: 'Tab' });
      const focused = page.root.activeElement!.getBoundingClientRect();
      expect(focused.top, `step ${steps}`).to.be.at.least(head().bottom);
    }
    await sendKeys({ up: 'Shift' });
  });

  it('headings stop beneath what the host keeps at the top', async () => {
    const page = await TablePage.ready(backend().adapter, { width: 1200 });
    page.element.style.setProperty('--batch-sync-sticky-top', '60px');
    page.rows[15]!.link.scrollIntoView({ block: 'start' });
    await nextFrame();
    expect(page.headings[0]!.getBoundingClientRect().top).to.be.closeTo(60, 1);
  });
});
