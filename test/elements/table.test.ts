import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { Batch, Page } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { defaultView } from '../../src/core/view.js';
import type { View } from '../../src/core/view.js';
import '../../src/define/table.js';
import type { BatchSyncTable } from '../../src/elements/table.js';
import { aBatch, aPage, anAdapter, anAnswer, heldStream, someCapabilities } from '../state/doubles.js';
import { backend, listing, some, unavailable } from '../support/table-data.js';
import { TablePage } from '../support/table-page.js';
import { arabic } from '../support/languages.js';

describe('batch-sync-table when things go wrong', () => {
  it('two fast searches, the first answered last: the last intention wins', async () => {
    const answers = new Map(['one', 'two'].map(search => [search, anAnswer<Page<Batch>>()]));
    const { adapter, signals } = listing(some, {
      listBatches: ({ search }) => answers.get(search)?.promise ?? Promise.resolve(aPage(some)),
    });
    const page = await TablePage.ready(adapter);
    page.type('one');
    page.enter();
    await page.until(() => signals.length === 2, 'the first search');
    page.type('two');
    page.enter();
    await page.until(() => signals.length === 3, 'the second search');
    expect(signals[1]!.aborted).to.equal(true);
    answers.get('two')!.resolve(aPage([aBatch({ fileName: 'two.csv' })]));
    await page.until(() => page.names[0] === 'two.csv', 'the second answer');
    answers.get('one')!.resolve(aPage([aBatch({ fileName: 'one.csv' })]));
    await nextFrame();
    expect(page.names).to.deep.equal(['two.csv']);
  });

  it('removed while loading: the request is given up, and made again on return', async () => {
    const { adapter, signals } = listing(some, {
      listBatches: () => (signals.length === 1 ? new Promise(() => {}) : Promise.resolve(aPage(some))),
    });
    const page = await TablePage.open(adapter);
    const place = page.element.parentElement!;
    page.element.remove();
    await nextFrame();
    expect(signals[0]!.aborted).to.equal(true);
    place.append(page.element);
    await page.until(() => page.rows.length === 3, 'rows after the return');
    expect(signals.length).to.equal(2);
  });

  it('away for a while: what changed meanwhile is read on return', async () => {
    const { adapter, views } = listing(some, {
      listBatches: () => Promise.resolve(aPage(views.length === 1 ? some : [aBatch({ fileName: 'meanwhile.csv' })])),
    });
    const page = await TablePage.ready(adapter);
    const place = page.element.parentElement!;
    page.element.remove();
    await nextFrame();
    place.append(page.element);
    await page.until(() => page.names[0] === 'meanwhile.csv', 'the newest');
    expect(views.length).to.equal(2);
  });

  it('moved while loading: nothing is asked twice', async () => {
    const answer = anAnswer<Page<Batch>>();
    const { adapter, signals } = listing(some, { listBatches: () => answer.promise });
    const page = await TablePage.open(adapter);
    page.element.parentElement!.prepend(page.element);
    await nextFrame();
    answer.resolve(aPage(some));
    await page.until(() => page.rows.length === 3, 'rows');
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([false]);
  });

  it('a row changes under the focus: the focus stays on the same link', async () => {
    const stream = heldStream();
    const { adapter } = listing([aBatch({ createdAt: '2026-10-01T09:30:00Z' }), ...some], {
      subscribe: stream.subscribe,
    });
    const page = await TablePage.ready(adapter);
    await page.until(() => stream.connections.length === 1, 'the stream');
    const { link } = page.row('october.csv');
    link.focus();
    const batch = aBatch({ version: 2, tasks: { accepted: 6, failed: 2, queued: 2 } });
    stream.connections[0]!.push({ type: 'batch.updated', id: '1', batch });
    await page.until(() => page.row('october.csv').cells['Tasks Progress']!.startsWith('8 of 10'), 'progress');
    expect(page.row('october.csv').cells['Tasks Progress']).to.equal('8 of 10 · 2 rejected');
    expect(page.hasFocus(link)).to.equal(true);
    expect(page.names).to.deep.equal(['october.csv', 'c.csv', 'b.csv', 'a.csv']);
    expect(page.said).to.equal('');
  });

  it('an older snapshot changes nothing', async () => {
    const stream = heldStream();
    const newest = aBatch({ version: 5, tasks: { accepted: 6, failed: 0, queued: 4 } });
    const other = aBatch({ id: 'bs_2', fileName: 'other.csv' });
    const page = await TablePage.ready(listing([newest, other], { subscribe: stream.subscribe }).adapter);
    await page.until(() => stream.connections.length === 1, 'the stream');
    stream.connections[0]!.push({ type: 'batch.updated', id: '1', batch: aBatch({ version: 4 }) });
    const batch = aBatch({ ...other, version: 2, tasks: { accepted: 3, failed: 0, queued: 7 } });
    stream.connections[0]!.push({ type: 'batch.updated', id: '2', batch });
    await page.until(() => page.row('other.csv').cells['Tasks Progress'] === '3 of 10', 'the newer one');
    expect(page.row('october.csv').cells['Tasks Progress']).to.equal('6 of 10');
  });

  it('the first page cannot be read: says why with the request id, and a retry brings it', async () => {
    let fails = true;
    const { adapter } = listing(some, {
      listBatches: () => (fails ? Promise.reject(unavailable()) : Promise.resolve(aPage(some))),
    });
    const page = await TablePage.ready(adapter);
    expect(page.element.status).to.equal('error');
    expect(page.element.matches(':state(error)')).to.equal(true);
    expect(page.part('error')!.innerText).to.contain('could not be loaded').and.contain('req_9');
    const [error] = page.heard('batch-sync-error');
    expect(error).to.deep.include({ action: 'load' });
    expect(error!.problem).to.include({ code: 'unavailable', requestId: 'req_9' });
    await expect(page.element).to.be.accessible();
    fails = false;
    await page.press('Retry');
    await page.until(() => page.rows.length === 3, 'rows');
    expect(page.root.activeElement === null, 'a pressed button that went').to.equal(false);
  });

  it('a refresh fails: old rows stay, and say since when', async () => {
    let fails = false;
    const { adapter } = listing(some, {
      listBatches: () => (fails ? Promise.reject(unavailable()) : Promise.resolve(aPage(some))),
    });
    const page = await TablePage.ready(adapter);
    fails = true;
    await page.element.refresh();
    await page.element.updateComplete;
    expect(page.element.status).to.equal('stale');
    expect(page.names).to.deep.equal(['c.csv', 'b.csv', 'a.csv']);
    const year = new Date().getUTCFullYear();
    expect(page.part('notice')!.innerText)
      .to.match(new RegExp(`as of .*${year}.*UTC`))
      .and.contain('req_9');
    expect(page.heard('batch-sync-error')[0]!.action).to.equal('refresh');
    await expect(page.element).to.be.accessible();
    fails = false;
    await page.press('Retry');
    await page.until(() => page.element.status === 'ready', 'fresh rows');
    expect(page.shows('notice')).to.equal(false);
  });

  it('a search fails: no rows stand under words they do not answer', async () => {
    const { adapter } = listing(some, {
      listBatches: ({ search }) => (search ? Promise.reject(unavailable()) : Promise.resolve(aPage(some))),
    });
    const page = await TablePage.ready(adapter);
    page.type('x');
    page.enter();
    await page.until(() => page.element.status === 'error', 'the failure');
    expect(page.rows).to.deep.equal([]);
    expect(page.searchField.value).to.equal('x');
    page.clear!.click();
    await page.until(() => page.rows.length === 3, 'everything again');
  });

  it('the right to read is lost midway: no row is shown any more', async () => {
    let refused = false;
    const forbidden = new ProblemError({ code: 'forbidden', status: 403, title: 'No' });
    const { adapter } = listing(some, {
      listBatches: () => (refused ? Promise.reject(forbidden) : Promise.resolve(aPage(some))),
    });
    const page = await TablePage.ready(adapter);
    refused = true;
    await page.element.refresh();
    await page.element.updateComplete;
    expect(page.element.status).to.equal('forbidden');
    expect(page.text).to.contain('have access').and.not.contain('a.csv');
    const again = page.element.refresh();
    await page.element.updateComplete;
    expect(page.element.status, 'nor while it is asked again').to.equal('forbidden');
    refused = false;
    await again;
    await page.element.refresh();
    await page.until(() => page.rows.length === 3, 'the right is back');
  });

  it('without access not one request leaves', async () => {
    let calls = 0;
    const count = () => {
      calls += 1;
      return Promise.reject(unavailable());
    };
    const adapter = anAdapter({ listBatches: count, capabilities: count, subscribe: heldStream().subscribe });
    const page = await TablePage.open(adapter, { config: { permissions: { orders: 'none' } } });
    await page.until(() => page.element.status === 'forbidden', 'no access');
    await page.element.refresh();
    expect(calls).to.equal(0);
    expect(page.offers('Create Batch Sync')).to.equal(false);
    expect(page.shows('toolbar')).to.equal(false);
    await expect(page.element).to.be.accessible();
  });

  it('rights cannot be checked: read only, with a retry', async () => {
    let fails = true;
    const { adapter } = listing(some, {
      capabilities: () => (fails ? Promise.reject(unavailable()) : Promise.resolve(someCapabilities())),
      syncWithGateway: () => Promise.reject(unavailable()),
    });
    const page = await TablePage.ready(adapter);
    expect(page.rows.length).to.equal(3);
    expect(page.offers('Create Batch Sync')).to.equal(false);
    expect(page.rows.every(({ action }) => action === null)).to.equal(true);
    expect(page.heard('batch-sync-error').map(({ action }) => action)).to.deep.equal(['capabilities']);
    fails = false;
    await page.press('Retry');
    await page.until(() => page.button('Create Batch Sync'), 'the right to write');
  });

  it('nothing is configured, then it is', async () => {
    const page = await TablePage.open(null);
    await page.until(() => page.element.status === 'unconfigured', 'the state');
    expect(page.text).to.contain('not set up');
    await expect(page.element).to.be.accessible();
    page.element.config = { adapter: listing().adapter };
    await page.until(() => page.rows.length === 3, 'rows');
  });

  it('properties set before the upgrade count', async () => {
    const { adapter, views } = listing();
    const early = document.createElement('late-sync-table') as BatchSyncTable;
    early.config = { adapter };
    early.view = { search: 'early' };
    document.body.append(early);
    const { BatchSyncTable: Table } = await import('../../src/elements/table.js');
    const { register } = await import('../../src/define/register.js');
    register('late-sync-table', Table, customElements);
    const page = new TablePage(early);
    await page.until(() => views.length > 0, 'a request');
    expect(views[0]!.search).to.equal('early');
    early.remove();
  });

  it('a page that is there no more: the first one comes instead', async () => {
    const expired = new ProblemError({ code: 'cursor_expired', status: 410, title: 'Gone' });
    const { adapter, views } = listing(some, {
      listBatches: ({ cursor }) => (cursor ? Promise.reject(expired) : Promise.resolve(aPage(some))),
    });
    const page = await TablePage.ready(adapter, { properties: { view: { cursor: 'old' } as View } });
    expect(page.rows.length).to.equal(3);
    expect(page.element.view.cursor).to.equal(null);
    expect(views.map(({ cursor }) => cursor)).to.deep.equal(['old', null]);
  });

  it('an answer that makes no sense is an error, not a blank widget', async () => {
    const page = await TablePage.ready(anAdapter({ listBatches: () => Promise.resolve(null as never) }));
    expect(page.element.status).to.equal('error');
    expect(page.offers('Retry')).to.equal(true);
  });

  it('batches that cannot be read are counted and left out; one listed twice is shown once', async () => {
    const bad = { id: 'bs_x', fileName: 'x.csv' } as unknown as Batch;
    const { adapter } = listing([...some, bad, some[0]!]);
    const page = await TablePage.ready(adapter);
    expect(page.names).to.deep.equal(['c.csv', 'b.csv', 'a.csv']);
    expect(page.part('notice')!.innerText).to.contain('1 batch of this page could not be read');
  });

  it('another adapter: nothing of the last one is left on screen', async () => {
    const page = await TablePage.ready(listing().adapter);
    page.element.config = { adapter: anAdapter({ listBatches: () => new Promise(() => {}) }) };
    await page.element.updateComplete;
    expect(page.rows).to.deep.equal([]);
    expect(page.element.status).to.equal('loading');
  });
});

describe('batch-sync-table with strings and numbers of any kind', () => {
  const names = {
    markup: '<img src=x onerror="window.hacked=1">.csv',
    override: 'orders\u202Evsc.exe',
    long: `${'x'.repeat(400)}.csv`,
    blank: '   ',
  };
  const odd: readonly Batch[] = [
    aBatch({ id: 'bs_1', fileName: names.markup, description: names.markup }),
    aBatch({ id: 'bs_2', fileName: names.override, tasks: { accepted: 900, failed: 900, queued: -1 } }),
    aBatch({ id: `bs_${'Z'.repeat(200)}`, fileName: names.long, status: '<b>QUARANTINED</b> since a very long time' }),
    aBatch({ id: 'bs_4', fileName: names.blank, createdAt: null as never, updatedAt: 'nonsense' }),
    aBatch({ id: 'bs_5', fileName: 'nan.csv', totalRecords: NaN, totalTasks: NaN, tasks: {} as never }),
    aBatch({ id: 'bs_6', fileName: 'wait.csv', status: 'PENDING_APPROVAL', totalTasks: 0 }),
  ];

  for (const width of [320, 1200]) {
    it(`shows text as text and stays within ${width} px`, async () => {
      const page = await TablePage.ready(listing(odd).adapter, { width });
      expect(page.rows.length).to.equal(odd.length);
      expect(page.names.slice(0, 3)).to.deep.equal([names.markup, names.override, names.long]);
      expect(page.names[3], 'a name of blanks is no link: the id stands in').to.equal('bs_4');
      expect(page.root.querySelectorAll('img, b').length).to.equal(0);
      expect('hacked' in window).to.equal(false);
      const frame = page.element.parentElement!;
      expect(frame.scrollWidth).to.be.at.most(width);
      for (const { element } of page.rows) expect(element.offsetHeight).to.be.below(width === 320 ? 330 : 90);
    });
  }

  it('a name with a direction of its own cannot reorder what stands around it', async () => {
    const page = await TablePage.ready(listing(odd).adapter);
    expect(page.row(names.override).link.querySelector('bdi')!.textContent).to.equal(names.override);
  });

  it('bounds counts that go beyond totals', async () => {
    const page = await TablePage.ready(listing(odd).adapter);
    const { progress } = page.row(names.override);
    expect(progress!.getAttribute('aria-valuenow')).to.equal('10');
    expect(progress!.getAttribute('aria-valuemax')).to.equal('10');
    expect(page.row('nan.csv').cells).to.include({ 'Total Records': '–', 'Tasks Progress': 'No tasks' });
  });

  it('an unknown status is neutral with its raw text; times that are none do not break a row', async () => {
    const page = await TablePage.ready(listing(odd).adapter);
    expect(page.row(names.long).element.querySelector('[part~="status"]')!.textContent.trim()).to.equal(
      '<b>QUARANTINED</b> since a very long time',
    );
    expect(page.row('bs_4').cells).to.include({ 'Date Created': '–', 'Last Modified': '–' });
  });

  it('a batch that waits for approval has no tasks and no action', async () => {
    const page = await TablePage.ready(listing(odd, { syncWithGateway: () => new Promise(() => {}) }).adapter);
    const { cells, action } = page.row('wait.csv');
    expect(cells).to.include({ 'Total Tasks': '–', 'Tasks Progress': 'Waiting for approval' });
    expect(action === null).to.equal(true);
  });
});

describe('batch-sync-table, what it lists', () => {
  const headings = [
    'File Name',
    'File Upload Status',
    'Total Records',
    'Date Created',
    'Last Modified',
    'Total Tasks',
    'Tasks Progress',
    'Actions',
  ];

  it('has its eight columns in order, its heading and its introduction', async () => {
    const page = await TablePage.ready(backend().adapter);
    expect(page.headings.map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim())).to.deep.equal(headings);
    expect(page.part('heading')!.textContent).to.equal('Batch Sync');
    expect(page.part('description')!.textContent).to.match(/^This module helps in creating .* is displayed\.$/);
    expect(page.rows.length).to.equal(20);
    expect(page.heard('batch-sync-loaded')[0]!.batches.length).to.equal(20);
    await expect(page.element).to.be.accessible();
  });

  it('aligns numbers with the end of their headings', async () => {
    const page = await TablePage.ready(backend().adapter, { width: 1400 });
    for (const at of [2, 5]) {
      const heading = page.headings[at]!.querySelector('.heading-text')!.getBoundingClientRect();
      const range = new Range();
      range.selectNodeContents(page.rows[0]!.element.children[at]!);
      expect(range.getBoundingClientRect().right).to.be.closeTo(heading.right, 1);
    }
  });

  it('sorts by five headings: first ascending, then the other way round, one at a time, said once', async () => {
    const { adapter } = backend();
    const page = await TablePage.ready(adapter, { width: 1200 });
    const sortable = page.headings
      .filter(heading => heading.querySelector('button'))
      .map(({ textContent }) => textContent.trim());
    expect(sortable).to.deep.equal(['File Name', 'File Upload Status', 'Total Records', 'Date Created', 'Total Tasks']);
    const sorted = () =>
      page.headings
        .filter(({ ariaSort }) => ariaSort)
        .map(({ textContent, ariaSort }) => `${textContent.trim()} ${ariaSort}`);
    expect(sorted()).to.deep.equal(['Date Created descending']);
    const heading = page.headings[0]!.querySelector('button')!;
    heading.focus();
    heading.click();
    await page.until(() => page.said !== '', 'the announcement');
    expect(sorted()).to.deep.equal(['File Name ascending']);
    expect(page.said).to.equal('Sorted by File Name, ascending');
    const ascending = page.names;
    const { signal } = new AbortController();
    const answer = await adapter.listBatches({ ...defaultView, sort: 'fileName' }, { signal });
    expect(ascending).to.deep.equal(answer.items.map(({ fileName }) => fileName));
    heading.click();
    await page.until(() => page.names[0]! > ascending[0]!, 'the other way round');
    expect(sorted()).to.deep.equal(['File Name descending']);
    expect(page.hasFocus(heading)).to.equal(true);
  });

  it('searches a while after the last key, at once on Enter, and says how many it found', async () => {
    const { adapter, views } = listing(some, {
      listBatches: ({ search }) => Promise.resolve(aPage(some.filter(({ fileName }) => fileName.includes(search)))),
    });
    const page = await TablePage.ready(adapter);
    for (const text of ['b', 'b.', 'b.c']) page.type(text);
    expect(views.length).to.equal(1);
    await page.until(() => page.rows.length === 1, 'what was found');
    expect(views.slice(1).map(({ search, matchCase }) => [search, matchCase])).to.deep.equal([['b.c', true]]);
    await page.until(() => page.said === '1 batch found', 'the announcement');
    page.type('c');
    page.enter();
    await nextFrame();
    expect(views.at(-1)!.search).to.equal('c');
  });

  it('the cross clears the search and leaves the focus in the field', async () => {
    const page = await TablePage.ready(backend().adapter, { properties: { view: { search: 'orders' } as View } });
    expect(page.searchField.value).to.equal('orders');
    page.clear!.click();
    await page.until(() => page.clear === null, 'the cross goes');
    expect(page.hasFocus(page.searchField)).to.equal(true);
    expect(page.element.view.search).to.equal('');
  });

  it('nothing found has ways out: ignore case, show all', async () => {
    const page = await TablePage.ready(backend().adapter, {
      properties: { view: { search: 'SETTLEMENT-RECON' } as View },
    });
    expect(page.element.status).to.equal('no-results');
    expect(page.text).to.contain('SETTLEMENT-RECON');
    await expect(page.element).to.be.accessible();
    await page.press('Ignore case');
    await page.until(() => page.rows.length > 0, 'rows of another case');
    expect(page.matchCase.ariaChecked).to.equal('false');
    page.matchCase.click();
    await page.until(() => page.element.status === 'no-results', 'nothing again');
    await page.press('Show all batches');
    await page.until(() => page.rows.length === 20, 'all');
    expect(page.searchField.value).to.equal('');
  });

  it('turns pages by cursor and keeps its place when a size is chosen', async () => {
    const page = await TablePage.ready(backend(45).adapter);
    const range = () => page.part('pager')!.querySelector('span')!.textContent.trim();
    expect(range()).to.equal('1–20 of 45');
    expect(page.button('Previous page')!.ariaDisabled).to.equal('true');
    const first = page.names;
    await page.press('Next page');
    await page.until(() => range() === '21–40 of 45', 'the second page');
    await page.press('Next page');
    await page.until(() => range() === '41–45 of 45', 'the last page');
    expect(page.button('Next page')!.ariaDisabled).to.equal('true');
    expect(page.hasFocus(page.button('Next page')), 'at the end the focus stays').to.equal(true);
    await page.press('Previous page');
    await page.until(() => range() === '21–40 of 45', 'back');
    page.choose(page.pageSize, '50');
    await page.until(() => range() === '1–45 of 45', 'a larger page');
    await page.whole();
    expect(page.names.slice(0, 20)).to.deep.equal(first);
  });

  it('the cards show what the server counted and filter by it, and again show all', async () => {
    const page = await TablePage.ready(backend().adapter);
    const [, attention] = page.cards;
    const count = Number(attention!.querySelector('[part="card-value"]')!.textContent);
    expect(count).to.be.above(0);
    attention!.click();
    await page.until(
      () => page.element.view.statuses.length > 0 && page.rows.length === Math.min(count, 20),
      'the filter',
    );
    expect(page.cards.map(({ ariaPressed }) => ariaPressed)).to.deep.equal(['false', 'true', 'false']);
    expect(page.rows.every(({ cells }) => /Failed|Partially/.test(cells['File Upload Status']!))).to.equal(true);
    page.cards[1]!.click();
    await page.until(() => page.element.view.statuses.length === 0 && page.rows.length === 20, 'all');
  });

  it('without counts there are no cards: nothing is totalled from a page', async () => {
    const page = await TablePage.ready(listing().adapter);
    expect(page.cards).to.deep.equal([]);
  });

  it('before the first upload it says what to do', async () => {
    const page = await TablePage.ready(backend(0).adapter);
    expect(page.element.status).to.equal('empty');
    expect(page.text).to.contain('No batches yet');
    expect(page.shows('toolbar')).to.equal(false);
    expect(page.offers('Download sample file')).to.equal(true);
    await expect(page.element).to.be.accessible();
    await page.press('Create Batch Sync');
    expect(page.heard('batch-sync-create').length).to.equal(1);
  });

  it('while the first page is awaited, rows of the same height stand in', async () => {
    const answer = anAnswer<Page<Batch>>();
    const page = await TablePage.open(listing(some, { listBatches: () => answer.promise }).adapter, { width: 1300 });
    expect(page.element.matches(':state(loading)')).to.equal(true);
    const table = page.part('table')!;
    expect(table.ariaBusy).to.equal('true');
    const height = table.querySelector<HTMLElement>('tbody tr')!.offsetHeight;
    await expect(page.element).to.be.accessible();
    answer.resolve(aPage(some));
    await page.until(() => page.rows.length === 3, 'rows');
    expect(page.rows[0]!.element.offsetHeight).to.equal(height);
  });

  it('leaves out what the host hides, and every write when read only', async () => {
    const pieces = 'description search summary live pager';
    const page = await TablePage.ready(backend().adapter, { properties: { hide: pieces, readonly: true } });
    for (const name of ['description', 'search', 'summary', 'pager']) expect(page.shows(name), name).to.equal(false);
    expect(page.text).to.not.contain('Live');
    expect(page.offers('Create Batch Sync')).to.equal(false);
    expect(page.rows.some(({ action }) => action !== null)).to.equal(false);
  });

  it('takes heading, level and density from attributes', async () => {
    const page = await TablePage.ready(listing().adapter, { width: 1200 });
    for (const [name, value] of [
      ['heading', 'Bulk orders'],
      ['heading-level', '3'],
      ['density', 'compact'],
    ] as const) {
      page.element.setAttribute(name, value);
    }
    await page.element.updateComplete;
    expect(page.part('heading')!.localName).to.equal('h3');
    expect(page.part('heading')!.textContent).to.equal('Bulk orders');
    await page.until(() => page.rows[0]!.element.offsetHeight < 50, 'dense rows');
  });
});

describe('batch-sync-table, live', () => {
  const create = async (engine: ReturnType<typeof backend>['engine'], name: string) => {
    const { people } = await import('../../mocks/index.js');
    const file = new Blob([`order_id,txn_id,unique_request_id\r\n${name},,\r\n`]);
    const client = { rows: 1, rowsSha256: null, acceptedWarnings: [], acceptDuplicate: true };
    const input = { file, fileName: `${name}.csv`, description: null, syncWithGateway: false, client };
    await engine.createBatch({ user: people[0], permission: 'readWrite', makerChecker: false }, input, name);
  };

  it('shows progress as it comes, and says nothing of it', async () => {
    const { clock, adapter } = backend();
    const page = await TablePage.ready(adapter);
    await page.until(() => page.text.includes('Live'), 'the badge');
    const before = page.rows[0]!.cells['Tasks Progress'];
    clock.advance(5000);
    await page.until(() => page.rows[0]!.cells['Tasks Progress'] !== before, 'progress');
    expect(page.said).to.equal('');
  });

  it('a new batch appears on the first page of the newest', async () => {
    const { engine, adapter } = backend();
    const page = await TablePage.ready(adapter);
    await page.until(() => page.text.includes('Live'), 'the badge');
    const { link } = page.rows[2]!;
    link.focus();
    await create(engine, 'brand-new');
    await page.until(() => page.names[0] === 'brand-new.csv', 'the new batch');
    expect(page.hasFocus(link)).to.equal(true);
  });

  it('a row with the focus is pushed off the page: the focus stays in the table', async () => {
    const { engine, adapter } = backend();
    const page = await TablePage.ready(adapter, { properties: { pageSize: 10 } });
    await page.until(() => page.text.includes('Live'), 'the badge');
    page.rows[9]!.link.focus();
    await create(engine, 'brand-new');
    await page.until(() => page.names[0] === 'brand-new.csv', 'the new batch');
    expect(page.root.activeElement === null).to.equal(false);
  });

  it('on another page, or under another sort, a new batch moves no row', async () => {
    const { engine, adapter } = backend();
    let lists = 0;
    const counting: BatchSyncAdapter = {
      ...adapter,
      listBatches: (view, ctx) => {
        if (view.pageSize === 20) lists += 1;
        return adapter.listBatches(view, ctx);
      },
    };
    const page = await TablePage.ready(counting);
    await page.press('Next page');
    await page.until(() => lists === 2 && page.part('pager')!.textContent.includes('21–'), 'the second page');
    const { names } = page;
    const total = () => page.cards[0]!.querySelector('[part="card-value"]')!.textContent;
    const before = total();
    await create(engine, 'brand-new');
    await page.until(() => total() !== before, 'the count of what is processing');
    expect(page.names).to.deep.equal(names);
    expect(lists).to.equal(2);
  });

  it('reads the first page again by the interval where there is no stream', async () => {
    const real = window.setInterval;
    const timers: { call: () => void; pause: number }[] = [];
    window.setInterval = ((call: () => void, pause: number) => timers.push({ call, pause })) as never;
    try {
      const { adapter, views } = listing();
      const page = await TablePage.ready(adapter, { properties: { refreshInterval: 60 } });
      timers.find(({ pause }) => pause === 60_000)!.call();
      await page.until(() => views.length === 2, 'the second read');
    } finally {
      window.setInterval = real;
    }
  });
});

describe('batch-sync-table and its host', () => {
  it('proposes a view and shows it', async () => {
    const page = await TablePage.ready(backend().adapter);
    page.headings[0]!.querySelector('button')!.click();
    const [change] = page.heard('batch-sync-view-change');
    expect(change!.changed).to.deep.equal(['sort']);
    expect(change!.params).to.deep.equal({ sort: 'fileName' });
    expect(page.element.view.sort).to.equal('fileName');
  });

  it('a host that prevents the change keeps the view, and may set it itself without an echo', async () => {
    const { adapter, views } = listing();
    const page = await TablePage.ready(adapter);
    page.element.addEventListener('batch-sync-view-change', event => event.preventDefault(), { once: true });
    page.headings[0]!.querySelector('button')!.click();
    await nextFrame();
    expect(page.element.view.sort).to.equal('-createdAt');
    expect(views.length).to.equal(1);
    const { view } = page.heard('batch-sync-view-change')[0]!;
    page.element.view = view as View;
    await page.until(() => views.length === 2, 'the host’s view');
    expect(views[1]!.sort).to.equal('fileName');
    expect(page.heard('batch-sync-view-change').length).to.equal(1);
  });

  it('equal content disturbs nothing, nonsense is as the default', async () => {
    const { adapter, views } = listing();
    const page = await TablePage.ready(adapter);
    page.element.view = { ...page.element.view };
    page.element.config = { ...page.element.config };
    page.element.view = { sort: 'password', pageSize: -3, statuses: 'FAILED' } as never;
    await page.element.updateComplete;
    await nextFrame();
    expect(views.length).to.equal(1);
    expect(page.element.view).to.include({ sort: '-createdAt', pageSize: 20 });
  });

  it('a name is a link where there is an address, else a button; both ask', async () => {
    const page = await TablePage.ready(listing().adapter);
    expect(page.rows[0]!.link.localName).to.equal('button');
    setTimeout(() => page.rows[0]!.link.click());
    const event = await oneEvent(page.element, 'batch-sync-open');
    expect(event.detail).to.deep.include({ id: 'bs_c' });

    const linked = await TablePage.ready(listing().adapter, { config: { linkTo: () => '#batch' } });
    const link = linked.rows[0]!.link as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.equal('#batch');
    linked.element.addEventListener('batch-sync-open', asked => asked.preventDefault(), { once: true });
    link.click();
    expect(location.hash, 'a host that opens it itself').to.equal('');
    const newTab = new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true, composed: true });
    let left = false;
    const browser = (press: Event) => {
      left = !press.defaultPrevented;
      press.preventDefault();
    };
    window.addEventListener('click', browser, { once: true });
    link.dispatchEvent(newTab);
    expect(left).to.equal(true);
    expect(linked.heard('batch-sync-open').length, 'a new tab is the browser’s').to.equal(1);
    link.click();
    await nextFrame();
    expect(location.hash, 'nobody else opens it').to.equal('#batch');
    history.replaceState(null, '', ' ');
  });

  it('an address that is a script is no link', async () => {
    const config = { linkTo: () => 'javascript:alert(1)' };
    const page = await TablePage.ready(listing().adapter, { config });
    expect(page.rows[0]!.link.localName).to.equal('button');
  });

  it('slots stand in for what the host has its own words for', async () => {
    const page = await TablePage.ready(backend(0).adapter);
    const own = document.createElement('p');
    own.slot = 'empty';
    own.textContent = 'Our own words';
    page.element.append(own);
    expect(own.checkVisibility()).to.equal(true);
    expect(page.offers('Download sample file')).to.equal(false);
  });

  it('focuses its heading, or the search where the heading is the host’s', async () => {
    const page = await TablePage.ready(listing().adapter);
    page.element.focus();
    expect(page.hasFocus(page.part('heading'))).to.equal(true);
    const own = document.createElement('h2');
    own.slot = 'heading';
    page.element.append(own);
    page.element.focus();
    expect(page.hasFocus(page.searchField)).to.equal(true);
  });
});

describe('batch-sync-table, Sync with Gateway', () => {
  /** An adapter whose gateway calls a test answers. */
  function gateway(items: readonly Batch[] = some, methods: Partial<BatchSyncAdapter> = {}) {
    const calls: { id: string; key: string; answer: ReturnType<typeof anAnswer<Batch>> }[] = [];
    const { adapter } = listing(items, {
      syncWithGateway: (id, { idempotencyKey: key }) => {
        const answer = anAnswer<Batch>();
        calls.push({ id, key, answer });
        return answer.promise;
      },
      ...methods,
    });
    return { adapter, calls };
  }
  const running = { state: 'running', by: null, at: null };

  async function confirm(page: TablePage): Promise<void> {
    await page.until(() => page.dialog.open, 'the question');
    page.dialog.querySelector<HTMLElement>('[part~="button-primary"]')!.click();
    await page.element.updateComplete;
  }

  it('asks with the count, sends once for a double click, and tells when it has begun', async () => {
    const { adapter, calls } = gateway();
    const page = await TablePage.ready(adapter);
    const { action } = page.row('b.csv');
    expect(action!.textContent.trim()).to.equal('Sync with Gateway');
    action!.click();
    action!.click();
    await page.until(() => page.dialog.open, 'the question');
    expect(page.dialog.innerText).to.contain('10 tasks').and.contain('b.csv');
    await expect(page.element).to.be.accessible();
    await confirm(page);
    await page.until(() => calls.length === 1, 'the call');
    action!.click();
    expect(action!.ariaDisabled).to.equal('true');
    expect(page.heard('batch-sync-gateway-sync').map(({ batch }) => batch.id)).to.deep.equal(['bs_b']);
    expect(page.heard('batch-sync-gateway-synced')).to.deep.equal([]);
    calls[0]!.answer.resolve(aBatch({ ...some[1]!, version: 2, gatewaySync: running }));
    await page.until(() => page.heard('batch-sync-gateway-synced').length === 1, 'the end');
    expect(calls.length).to.equal(1);
    await page.until(() => page.row('b.csv').action!.dataset['reason'] === 'Gateway sync is running', 'the row');
    await page.until(() => page.said.includes('b.csv'), 'the announcement');
  });

  it('presses while the host’s own dialog is open ask nothing more', async () => {
    const { adapter, calls } = gateway();
    const answer = anAnswer<boolean>();
    let asked = 0;
    const confirmed = () => {
      asked += 1;
      return answer.promise;
    };
    const page = await TablePage.ready(adapter, { config: { confirm: confirmed } });
    const { action } = page.row('b.csv');
    for (let presses = 0; presses < 3; presses += 1) action!.click();
    answer.resolve(true);
    await page.until(() => calls.length > 0, 'the call');
    await nextFrame();
    expect([asked, calls.length]).to.deep.equal([1, 1]);
  });

  it('Cancel, Escape or a host that prevents it: nothing is sent', async () => {
    const { adapter, calls } = gateway();
    const page = await TablePage.ready(adapter);
    page.row('b.csv').action!.focus();
    page.row('b.csv').action!.click();
    await page.until(() => page.dialog.open, 'the question');
    await sendKeys({ press: 'Escape' });
    await page.until(() => !page.dialog.open, 'closed');
    expect(page.hasFocus(page.row('b.csv').action)).to.equal(true);
    expect(page.heard('batch-sync-gateway-sync')).to.deep.equal([]);
    page.element.addEventListener('batch-sync-gateway-sync', event => event.preventDefault());
    page.row('b.csv').action!.click();
    await confirm(page);
    await page.until(() => page.heard('batch-sync-gateway-sync').length === 1, 'the ask');
    await nextFrame();
    expect(calls).to.deep.equal([]);
  });

  it('a lost answer: retried with the same key, so that it happens once', async () => {
    const { adapter, calls } = gateway();
    const page = await TablePage.ready(adapter, { config: { confirm: () => true } });
    page.row('b.csv').action!.click();
    await page.until(() => calls.length === 1, 'the call');
    calls[0]!.answer.reject(new ProblemError({ code: 'network', status: 0, title: 'Lost', retryable: true }));
    await page.until(() => page.part('notice-failed'), 'the notice');
    expect(page.part('notice')!.innerText).to.contain('b.csv').and.contain('not known whether');
    expect(page.heard('batch-sync-error')[0]!.action).to.equal('gateway-sync');
    await expect(page.element).to.be.accessible();
    await page.press('Retry');
    await page.until(() => calls.length === 2, 'the second call');
    expect(calls[1]!.key).to.equal(calls[0]!.key);
    calls[1]!.answer.resolve(aBatch({ ...some[1]!, version: 2, gatewaySync: running }));
    await page.until(() => page.part('notice') === null, 'no notice');
  });

  it('a refusal is an answer: the next press is another intention', async () => {
    const refusal = new ProblemError({ code: 'conflict', status: 409, title: 'No' });
    const { adapter, calls } = gateway(some, { getBatch: () => Promise.resolve(some[1]!) });
    const page = await TablePage.ready(adapter, { config: { confirm: () => true } });
    page.row('b.csv').action!.click();
    await page.until(() => calls.length === 1, 'the call');
    calls[0]!.answer.reject(refusal);
    await page.until(() => page.part('notice-failed'), 'the notice');
    expect(page.offers('Retry')).to.equal(false);
    await page.press('Dismiss');
    expect(page.shows('notice')).to.equal(false);
    page.row('b.csv').action!.click();
    await page.until(() => calls.length === 2, 'another call');
    expect(calls[1]!.key).to.not.equal(calls[0]!.key);
  });

  it('somebody else was faster: it is shown as running', async () => {
    const { adapter, calls } = gateway(some, {
      getBatch: () => Promise.resolve(aBatch({ ...some[1]!, version: 2, gatewaySync: running })),
    });
    const page = await TablePage.ready(adapter, { config: { confirm: () => true } });
    page.row('b.csv').action!.click();
    await page.until(() => calls.length === 1, 'the call');
    calls[0]!.answer.reject(new ProblemError({ code: 'conflict', status: 409, title: 'Running' }));
    await page.until(() => page.row('b.csv').action!.dataset['reason'] === 'Gateway sync is running', 'the row');
    expect(page.shows('notice')).to.equal(false);
  });

  it('while a batch is active the button says why it waits, and does nothing', async () => {
    const { adapter, calls } = gateway([aBatch()]);
    const page = await TablePage.ready(adapter);
    const { action } = page.rows[0]!;
    expect(action!.ariaDisabled).to.equal('true');
    expect(action!.ariaDescription).to.equal('Available when the batch has been processed');
    action!.click();
    await page.until(() => page.said === 'Available when the batch has been processed', 'the reason');
    expect(page.dialog.open).to.equal(false);
    expect(calls).to.deep.equal([]);
  });

  for (const status of ['PENDING_APPROVAL', 'CANCELED', 'APPROVAL_REJECTED']) {
    it(`is not there for ${status}`, async () => {
      const page = await TablePage.ready(gateway([aBatch({ status })]).adapter);
      expect(page.rows[0]!.action === null).to.equal(true);
    });
  }

  it('is not there where the backend has no such call, or the server does not allow it', async () => {
    const page = await TablePage.ready(listing().adapter);
    expect(page.rows.every(({ action }) => action === null)).to.equal(true);
    const other = await TablePage.ready(gateway([{ ...some[0]!, allowedActions: ['retry'] }]).adapter);
    expect(other.rows[0]!.action === null).to.equal(true);
  });
});

describe('batch-sync-table in a narrow place and for everyone', () => {
  it('rows become cards that are still a table to who listens', async () => {
    const page = await TablePage.ready(backend().adapter, { width: 360 });
    const roles = ['table', 'rowgroup', 'row', 'cell'];
    for (const role of roles) expect(page.root.querySelectorAll(`[role="${role}"]`).length, role).to.be.above(0);
    const [first] = page.rows;
    expect(getComputedStyle(first!.element).display).to.equal('grid');
    const [records, tasks] = [2, 5].map(at => first!.element.children[at]!.getBoundingClientRect());
    expect(records!.top, 'two columns').to.equal(tasks!.top);
    expect(page.element.parentElement!.scrollWidth).to.be.at.most(360);
    await expect(page.element).to.be.accessible();
  });

  it('sorting moves into the toolbar', async () => {
    const page = await TablePage.ready(backend().adapter, { width: 360 });
    const select = page.root.querySelector<HTMLSelectElement>('.sort-select select')!;
    expect(select.checkVisibility()).to.equal(true);
    expect(select.value).to.equal('-createdAt');
    page.choose(select, 'fileName');
    await page.until(() => page.element.view.sort === 'fileName', 'the sort');
    const top = (element: Element) => element.getBoundingClientRect().top;
    expect(top(page.searchField), 'search first').to.be.below(top(select));
  });

  it('is used by keyboard alone', async () => {
    const page = await TablePage.ready(backend().adapter, { width: 1200 });
    page.element.focus();
    const walk: string[] = [];
    for (let steps = 0; steps < 17; steps += 1) {
      await sendKeys({ press: 'Tab' });
      walk.push((page.root.activeElement?.ariaLabel ?? page.root.activeElement?.textContent ?? '').trim());
    }
    const expected = [
      'Create Batch Sync',
      'Find',
      'Search by file name',
      'Match case',
      'Columns and density',
      'File Name',
      'Date Created',
      page.names[0]!,
    ];
    expect(walk.filter(name => expected.includes(name))).to.deep.equal(expected);
    page.headings[0]!.querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.headings[0]!.ariaSort === 'ascending', 'sorted');
    page.rows[0]!.link.focus();
    await sendKeys({ press: 'Enter' });
    expect(page.heard('batch-sync-open').length).to.equal(1);
  });

  it('writes direction and language only where a locale was given', async () => {
    const page = await TablePage.ready(listing().adapter, { config: { locale: 'ar', catalogues: [arabic] } });
    const root = page.root.querySelector<HTMLElement>('.root')!;
    expect([root.lang, root.dir]).to.deep.equal(['ar', 'rtl']);
    const other = await TablePage.ready(listing().adapter, { config: { locale: undefined as never } });
    expect(other.root.querySelector<HTMLElement>('.root')!.hasAttribute('dir')).to.equal(false);
  });

  it('dark colours have their contrast', async () => {
    document.documentElement.style.cssText = 'color-scheme: dark; background: #101318';
    try {
      const page = await TablePage.ready(backend().adapter);
      await expect(page.element).to.be.accessible();
    } finally {
      document.documentElement.removeAttribute('style');
    }
  });
});
