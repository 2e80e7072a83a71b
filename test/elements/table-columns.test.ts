import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { TelemetryEvent } from '../../src/adapter/context.js';
import { ProblemError } from '../../src/core/problem.js';
import type { BatchRowAction } from '../../src/core/row-action.js';
import type { BatchTableColumn } from '../../src/core/table-columns.js';
import type { BatchSyncTable } from '../../src/elements/table.js';
import { aBatch, anAnswer, heldStream } from '../state/doubles.js';
import { listing, some } from '../support/table-data.js';
import { TablePage } from '../support/table-page.js';

const wide = { width: 1200 };

function withColumns(columns: BatchSyncTable['columns'], more: Partial<BatchSyncTable> = {}) {
  return TablePage.ready(listing().adapter, { ...wide, properties: { columns, ...more } });
}

const headings = (page: TablePage) => page.headings.map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim());
const team: BatchTableColumn = { name: 'team', label: 'Team', cell: ({ id }) => `Team of ${id}` };

describe('batch-sync-table, columns of a host', () => {
  it('whose functions throw or answer with nonsense: the rows are there, and telemetry hears once', async () => {
    const events: TelemetryEvent[] = [];
    const page = await TablePage.ready(listing().adapter, {
      ...wide,
      config: { onEvent: event => void events.push(event) },
      properties: {
        columns: [
          'fileName',
          {
            name: 'throws',
            label: () => {
              throw new Error('label');
            },
            cell: () => {
              throw new Error('cell');
            },
          },
          { name: 'nonsense', label: 'Nonsense', cell: () => Promise.resolve('late') as never },
          { name: 'number', label: 'Number', cell: () => 1204 as never },
          { name: 'nothing', label: 'Nothing', cell: () => null },
          { name: 'none', label: 'None' },
        ],
      },
    });
    expect(headings(page)).to.deep.equal(['File Name', 'throws', 'Nonsense', 'Number', 'Nothing', 'None']);
    expect(page.names).to.deep.equal(['c.csv', 'b.csv', 'a.csv']);
    expect(page.row('b.csv').cells).to.include({ throws: '–', Nonsense: '–', Number: '1204', Nothing: '–', None: '–' });
    expect(events.filter(({ name }) => name === 'host-callback-failed').map(({ data }) => data)).to.deep.equal([
      { callback: 'columns.cell', column: 'throws' },
    ]);
    await expect(page.element).to.be.accessible();
  });

  it('stand where the host puts them, or before the actions', async () => {
    const page = await withColumns(['fileName', team, 'status']);
    expect(headings(page)).to.deep.equal(['File Name', 'Team', 'File Upload Status']);
    expect(page.row('b.csv').cells['Team']).to.equal('Team of bs_b');
    page.element.columns = [team];
    await page.element.updateComplete;
    expect(headings(page).slice(-3)).to.deep.equal(['Tasks Progress', 'Team', 'Actions']);
    page.element.columns = null;
    await page.element.updateComplete;
    expect(headings(page).length).to.equal(8);
  });

  it('are drawn as text, link, icon and badge; what is no safe address is text', async () => {
    const markup = '<img src=x onerror="window.hacked=1">';
    const page = await withColumns([
      'fileName',
      { name: 'markup', label: markup, cell: () => ({ text: markup, title: markup, tone: 'failed', icon: 'alert' }) },
      {
        name: 'safe',
        label: 'Safe',
        cell: () => ({ text: 'Ticket', href: 'https://example.com/7', icon: 'external' }),
      },
      { name: 'script', label: 'Script', cell: () => ({ text: 'Run', href: 'javascript:window.hacked=1' }) },
      { name: 'data', label: 'Data', cell: () => ({ text: 'Open', href: 'data:text/html,x' }) },
      { name: 'odd', label: 'Odd', cell: () => ({ text: 'Odd', tone: 'loud', icon: 'skull' }) as never },
      { name: 'sum', label: 'Sum', align: 'end', cell: () => '12' },
    ]);
    const { element, cells } = page.row('b.csv');
    expect(headings(page)[1]).to.equal(markup);
    expect(cells[markup]).to.equal(markup);
    expect(page.root.querySelectorAll('img').length).to.equal(0);
    expect('hacked' in window).to.equal(false);
    const links = [...element.querySelectorAll('a')].map(link => link.getAttribute('href'));
    expect(links).to.deep.equal(['https://example.com/7']);
    expect(cells).to.include({ Script: 'Run', Data: 'Open', Odd: 'Odd' });
    expect(getComputedStyle(element.querySelector('[data-label="Sum"]')!).textAlign).to.equal('end');
    await expect(page.element).to.be.accessible();
  });

  it('with markup of the host’s own: a slot for each row, what it says otherwise until it is filled', async () => {
    const page = await withColumns(['fileName', { ...team, slotted: true }, 'actions']);
    const own = document.createElement('strong');
    own.slot = 'cell:team:bs_b';
    own.textContent = 'Finance';
    page.element.append(own);
    expect(own.checkVisibility()).to.equal(true);
    expect(own.assignedSlot!.closest('[part~="row"]')!.contains(page.row('b.csv').link)).to.equal(true);
    expect(page.row('a.csv').cells['Team']).to.equal('Team of bs_a');
    page.headings[0]!.querySelector('button')!.click();
    await page.until(() => page.heard('batch-sync-loaded').length === 2, 'another page');
    expect(own.isConnected && own.checkVisibility(), 'the host’s node is where it was').to.equal(true);
  });

  it('of equal content, made anew at each render: nothing is read or redrawn, the newest function counts', async () => {
    const { adapter, views } = listing();
    let name = 'old';
    const made = (): BatchSyncTable['columns'] => [
      'fileName',
      { name: 'team', label: 'Team', cell: () => name },
      'actions',
    ];
    const page = await TablePage.ready(adapter, { ...wide, properties: { columns: made() } });
    const { link } = page.rows[1]!;
    link.focus();
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver(records => void changes.push(...records));
    observer.observe(page.part('table')!, { subtree: true, childList: true, characterData: true });
    page.element.columns = made();
    await page.element.updateComplete;
    await nextFrame();
    expect(changes.length).to.equal(0);
    name = 'new';
    page.element.columns = made();
    await page.element.updateComplete;
    expect(page.rows[1]!.cells['Team']).to.equal('new');
    expect(page.hasFocus(link)).to.equal(true);
    expect(views.length).to.equal(1);
    observer.disconnect();
  });

  it('follow the batch: a newer snapshot is asked about again', async () => {
    const stream = heldStream();
    const batch = aBatch({ createdAt: '2026-10-05T00:00:00Z' });
    const { adapter } = listing([batch, ...some], { subscribe: stream.subscribe });
    const left: BatchTableColumn = { name: 'left', label: 'Left', cell: ({ tasks }) => `${tasks.queued} left` };
    const page = await TablePage.ready(adapter, { ...wide, properties: { columns: ['fileName', left] } });
    await page.until(() => stream.connections.length === 1, 'the stream');
    const tasks = { accepted: 8, failed: 0, queued: 2 };
    stream.connections[0]!.push({ type: 'batch.updated', id: '1', batch: { ...batch, version: 2, tasks } });
    await page.until(() => page.row('october.csv').cells['Left'] === '2 left', 'the newer one');
  });

  it('are labelled in cards, and bounded at 320 px', async () => {
    const long = 'x'.repeat(400);
    const page = await TablePage.ready(listing().adapter, {
      width: 320,
      properties: {
        columns: [
          { name: 'long', label: long, cell: () => long },
          { name: 'tone', label: 'Tone', cell: () => ({ text: long, tone: 'partial' }) },
        ],
      },
    });
    expect(page.element.parentElement!.scrollWidth).to.be.at.most(320);
    for (const { element } of page.rows) {
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
      expect(element.offsetHeight).to.be.below(420);
    }
    const tone = page.rows[0]!.element.querySelector('[data-label="Tone"]')!;
    // Firefox says where it is taken from.
    expect(getComputedStyle(tone, '::before').content).to.be.oneOf(['"Tone"', 'attr(data-label)']);
  });
});

describe('batch-sync-table, actions of a host', () => {
  const note: BatchRowAction = { name: 'note', label: 'Add a note' };
  const audit: BatchRowAction = { name: 'audit', label: 'Audit log', href: 'https://example.com/audit' };

  /** When the code of the menu is there, too. */
  async function withActions(
    rowActions: BatchSyncTable['rowActions'],
    config = {},
    { adapter } = listing(),
  ): Promise<TablePage> {
    const page = await TablePage.ready(adapter, { ...wide, config, properties: { rowActions } });
    await page.until(() => page.root.querySelector('[role="menu"]') !== null, 'the menu');
    return page;
  }

  async function openMenu(page: TablePage, fileName = 'b.csv'): Promise<void> {
    page.row(fileName).more!.focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.menuIsOpen, 'the menu');
  }

  const labels = (page: TablePage) => page.menuItems.map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim());

  it('a function that throws, or answers with nonsense: no menu, the rows are there', async () => {
    const events: TelemetryEvent[] = [];
    const onEvent = (event: TelemetryEvent) => void events.push(event);
    const page = await withActions(
      () => {
        throw new Error('rowActions');
      },
      { onEvent },
    );
    expect(page.rows.every(({ more }) => more === null)).to.equal(true);
    expect(page.names.length).to.equal(3);
    expect(events.filter(({ name }) => name === 'host-callback-failed').map(({ data }) => data)).to.deep.equal([
      { callback: 'rowActions' },
    ]);
    for (const nonsense of [() => null, () => 'note', () => [null, 7, {}, { name: '', label: 'x' }, { name: 'x' }]]) {
      page.element.rowActions = nonsense as never;
      await page.element.updateComplete;
      expect(page.rows.every(({ more }) => more === null)).to.equal(true);
    }
  });

  it('are asked for, then done, with the newest snapshot; rows with nothing to offer have no menu', async () => {
    const done: string[] = [];
    const page = await withActions(({ id }) =>
      id === 'bs_a' ? [] : [{ ...note, run: batch => void done.push(batch.id) }, note, audit],
    );
    expect(page.rows.map(({ more }) => more !== null)).to.deep.equal([true, true, false]);
    await openMenu(page);
    expect(labels(page)).to.deep.equal(['Add a note', 'Audit log']);
    expect(page.menuItems[1]!.getAttribute('href')).to.equal('https://example.com/audit');
    await expect(page.element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(page.heard('batch-sync-row-action').map(({ name, batch }) => [name, batch.id])).to.deep.equal([
      ['note', 'bs_b'],
    ]);
    expect(done).to.deep.equal(['bs_b']);
    expect(page.menuIsOpen).to.equal(false);
    expect(page.hasFocus(page.row('b.csv').more), 'back in the row').to.equal(true);
  });

  it('a listener that prevents it keeps it from being done', async () => {
    let done = 0;
    const page = await withActions(() => [{ ...note, run: () => (done += 1) }]);
    page.element.addEventListener('batch-sync-row-action', event => event.preventDefault());
    await openMenu(page);
    await sendKeys({ press: 'Enter' });
    expect(page.heard('batch-sync-row-action').length).to.equal(1);
    expect(done).to.equal(0);
  });

  for (const [kind, run] of [
    ['throws', () => Promise.reject(new Error('secret of a row'))],
    [
      'rejects',
      () => {
        throw new ProblemError({ code: 'locked', status: 423, title: 'The ledger is closed', requestId: 'req_7' });
      },
    ],
  ] as const) {
    it(`one that ${kind}: the person and the host are told, and it can be dismissed`, async () => {
      const page = await withActions(() => [{ ...note, run }]);
      await openMenu(page);
      await sendKeys({ press: 'Enter' });
      await page.until(() => page.shows('notice'), 'the notice');
      expect(page.part('notice')!.innerText).to.contain('Add a note').and.contain('b.csv');
      expect(page.text).to.not.contain('secret of a row');
      if (kind === 'rejects') expect(page.text).to.contain('The ledger is closed').and.contain('req_7');
      expect(page.heard('batch-sync-error').map(({ action }) => action)).to.deep.equal(['row-action']);
      await page.until(() => page.said.includes('failed for'), 'the announcement');
      await expect(page.element).to.be.accessible();
      await page.press('Dismiss');
      expect(page.shows('notice')).to.equal(false);
    });
  }

  it('one that takes a while is not begun twice, for its row only', async () => {
    const answer = anAnswer<void>();
    const begun: string[] = [];
    const page = await withActions(() => [
      {
        ...note,
        run: ({ id }) => {
          begun.push(id);
          return answer.promise;
        },
      },
    ]);
    await openMenu(page);
    await sendKeys({ press: 'Enter' });
    await openMenu(page);
    expect(page.menuItems[0]!.ariaDisabled).to.equal('true');
    await sendKeys({ press: 'Enter' });
    expect(page.menuIsOpen, 'nothing happens').to.equal(true);
    await sendKeys({ press: 'Escape' });
    await openMenu(page, 'a.csv');
    await sendKeys({ press: 'Enter' });
    expect(begun).to.deep.equal(['bs_b', 'bs_a']);
    answer.resolve();
    await openMenu(page);
    await page.until(() => page.menuItems[0]!.ariaDisabled === null, 'the end');
  });

  it('one that cannot be done now says why, and does nothing', async () => {
    let done = 0;
    const page = await withActions(() => [{ ...note, disabled: 'Until it has ended', run: () => (done += 1) }]);
    await openMenu(page);
    expect(labels(page)).to.deep.equal(['Add a note Until it has ended']);
    await expect(page.element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    page.menuItems[0]!.click();
    expect(done).to.equal(0);
    expect(page.heard('batch-sync-row-action')).to.deep.equal([]);
  });

  it('a link that is a script is left out', async () => {
    const page = await withActions(() => [{ ...audit, href: 'javascript:alert(1)' }, note]);
    await openMenu(page);
    expect(labels(page)).to.deep.equal(['Add a note']);
  });

  it('a link of another tab is the browser’s, a plain one is asked for', async () => {
    const page = await withActions(() => [{ ...audit, href: '#audit' }]);
    await openMenu(page);
    let left: boolean | null = null;
    window.addEventListener(
      'click',
      event => {
        left = !event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    page.menuItems[0]!.dispatchEvent(
      new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true, composed: true }),
    );
    expect(left).to.equal(true);
    expect(page.heard('batch-sync-row-action')).to.deep.equal([]);
    await openMenu(page);
    page.element.addEventListener('batch-sync-row-action', event => event.preventDefault(), { once: true });
    await sendKeys({ press: 'Enter' });
    expect(location.hash).to.equal('');
    await openMenu(page);
    await sendKeys({ press: 'Enter' });
    expect(location.hash).to.equal('#audit');
    history.replaceState(null, '', ' ');
  });

  it('a menu is walked by arrows, Home, End and letters, and left by Escape and Tab', async () => {
    const page = await withActions(() => [note, audit, { name: 'archive', label: 'Archive', destructive: true }]);
    await openMenu(page);
    const walk = async (key: string) => {
      await sendKeys({ press: key });
      return page.menuItems.findIndex(item => page.hasFocus(item));
    };
    const path: number[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'a', 'a', 'a', 'x']) {
      path.push(await walk(key));
    }
    expect(path).to.deep.equal([1, 2, 0, 2, 0, 2, 0, 1, 2, 2]);
    await sendKeys({ press: 'Escape' });
    expect(page.menuIsOpen).to.equal(false);
    expect(page.hasFocus(page.row('b.csv').more)).to.equal(true);
    await openMenu(page);
    await sendKeys({ press: 'Tab' });
    expect(page.menuIsOpen).to.equal(false);
    expect(page.hasFocus(page.row('a.csv').link), 'what follows').to.equal(true);
  });

  it('the mouse opens and closes it by the same button, and another row’s takes it over', async () => {
    const page = await withActions(() => [note]);
    const press = async (fileName: string) => {
      const more = page.row(fileName).more!;
      more.scrollIntoView({ block: 'center', inline: 'center' });
      const { x, y, width, height } = more.getBoundingClientRect();
      await executeServerCommand('press-mouse', { x: x + width / 2, y: y + height / 2, count: 1 });
      await nextFrame();
      await nextFrame();
    };
    await press('b.csv');
    await page.until(() => page.menuIsOpen, 'the menu');
    await press('b.csv');
    await page.until(() => !page.menuIsOpen, 'closed');
    await press('b.csv');
    await page.until(() => page.menuIsOpen, 'the menu again');
    await press('c.csv');
    await page.until(() => page.menuIsOpen && page.menu.ariaLabel!.includes('c.csv'), 'the menu of another row');
  });

  it('rows that change leave an open menu alone; a row that goes takes its menu along', async () => {
    let batches = some;
    const backend = listing(some, {
      listBatches: () => Promise.resolve({ items: batches, next: null, prev: null, start: 1, total: batches.length }),
    });
    const page = await withActions(() => [note], {}, backend);
    await openMenu(page);
    batches = some.map(batch => ({ ...batch, version: 2, totalTasks: 11 }));
    await page.element.refresh();
    await page.until(() => page.row('b.csv').cells['Total Tasks'] === '11', 'the change');
    expect(page.menuIsOpen && page.hasFocus(page.menuItems[0]!)).to.equal(true);
    batches = some.filter(({ id }) => id !== 'bs_b');
    await page.element.refresh();
    await page.until(() => !page.menuIsOpen, 'closed');
    expect(page.root.activeElement === null, 'the focus stays in the table').to.equal(false);
  });

  it('removed while a menu is open: it is closed, and closed on return', async () => {
    const page = await withActions(() => [note]);
    await openMenu(page);
    const place = page.element.parentElement!;
    page.element.remove();
    await nextFrame();
    place.append(page.element);
    await page.until(() => page.rows.length === 3, 'rows');
    expect(page.menuIsOpen).to.equal(false);
    await openMenu(page);
  });
});
