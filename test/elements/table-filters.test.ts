import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Batch, Page } from '../../src/core/batch.js';
import type { View } from '../../src/core/view.js';
import { aBatch, aPage, anAnswer } from '../state/doubles.js';
import { backend, listing, some, unavailable } from '../support/table-data.js';
import { TablePage } from '../support/table-page.js';

const opened = (view: Partial<View>) => ({ properties: { view: view as View } });
const kolkata = { config: { timeZone: 'Asia/Kolkata', locale: 'en-GB' } };

/** An adapter that finds nothing but what ignores case, and keeps what it was asked. */
function minding(methods: { total?: number | null; fails?: boolean } = {}) {
  return listing(some, {
    listBatches: ({ search, matchCase }) => {
      if (search === '') return Promise.resolve(aPage(some));
      if (matchCase) return Promise.resolve(aPage([]));
      if (methods.fails) return Promise.reject(unavailable());
      return Promise.resolve({ ...aPage(some), total: methods.total === undefined ? 3 : methods.total });
    },
  });
}

describe('batch-sync-table, filters', () => {
  it('by several statuses, in the order of need, with the server’s counts', async () => {
    const page = await TablePage.withPanels(backend().adapter, { width: 1200 });
    const { button, panel } = page.filter('status');
    button.click();
    expect(panel.matches(':popover-open')).to.equal(true);
    const lines = [...panel.querySelectorAll('label')].map(line => line.innerText.replaceAll(/\s+/g, ' ').trim());
    expect(lines.map(line => line.replace(/ \d+$/, ''))).to.deep.equal([
      'Failed',
      'Partially accepted',
      'Processing',
      'Queued',
      'Pending approval',
      'Accepted',
      'Canceled',
      'Approval rejected',
    ]);
    const counts = lines.map(line => Number(/\d+$/.exec(line)![0]));
    page.tick('FAILED');
    page.tick('PARTIALLY_ACCEPTED');
    expect(page.heard('batch-sync-view-change').map(({ params }) => params['status'])).to.deep.equal([
      'FAILED',
      'FAILED,PARTIALLY_ACCEPTED',
    ]);
    const total = counts[0]! + counts[1]!;
    await page.until(() => page.said === `${total} batches found`, 'how many there are');
    expect(panel.matches(':popover-open'), 'it stays open for more').to.equal(true);
    expect(page.rows.every(({ cells }) => /Failed|Partially/.test(cells['File Upload Status']!))).to.equal(true);
    expect(button.innerText.replaceAll(/\s+/g, ' ')).to.contain('2 selected');
    await expect(page.element).to.be.accessible();
  });

  it('open at a press that comes before their code, unless another press takes it back', async () => {
    const page = await TablePage.ready(backend().adapter, { width: 1200 });
    const [status, created] = [...page.root.querySelectorAll<HTMLElement>('[data-filter]')];
    const panelOf = (name: string) => page.root.querySelector(`#filter-${name}`);
    created!.click();
    created!.click();
    status!.click();
    await page.until(() => panelOf('status')?.matches(':popover-open') === true, 'the panel');
    expect(panelOf('created')!.matches(':popover-open')).to.equal(false);
    status!.click();
    await page.until(() => !panelOf('status')!.matches(':popover-open'), 'the panel to close');
  });

  it('a status that we do not know can be chosen where the server counts it', async () => {
    const page = await TablePage.withPanels(
      listing(some, {
        listBatches: () => Promise.resolve({ ...aPage(some), counts: { QUARANTINED: 4, ACCEPTED: 3 } }),
      }).adapter,
    );
    page.tick('QUARANTINED');
    await page.element.updateComplete;
    expect(page.element.view.statuses).to.deep.equal(['QUARANTINED']);
    expect(page.chips.map(chip => chip.innerText.trim())).to.deep.equal(['QUARANTINED']);
  });

  it('each filter in use is seen and can be taken back, and a keyboard goes on with the next', async () => {
    const page = await TablePage.withPanels(
      backend().adapter,
      opened({ statuses: ['FAILED', 'CANCELED'], createdFrom: '2026-09-01' }),
    );
    expect(page.chips.map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'Remove filter: Failed',
      'Remove filter: Canceled',
      'Remove filter: Created: From Sep 1, 2026',
    ]);
    page.chips[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.chips.length === 2, 'one filter less');
    expect(page.hasFocus(page.chips[0]!), 'the next').to.equal(true);
    page.chips[1]!.focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.chips.length === 1, 'another one less');
    expect(page.element.view).to.deep.include({ statuses: ['CANCELED'], createdFrom: null });
    expect(page.hasFocus(page.chips[0]!), 'the one before, after the last').to.equal(true);
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.chips.length === 0, 'none');
    expect(page.hasFocus(page.filter('status').button), 'where they are chosen').to.equal(true);
  });

  it('all are cleared at once', async () => {
    const page = await TablePage.ready(backend().adapter, opened({ statuses: ['FAILED'], createdTo: '2026-10-11' }));
    await page.press('Clear filters');
    await page.until(() => page.rows.length === 20, 'all');
    expect(page.chips).to.deep.equal([]);
    expect(page.root.activeElement === null).to.equal(false);
  });

  it('by days of the element’s zone: the first from its beginning, the last to its end', async () => {
    const { adapter, views } = listing();
    const page = await TablePage.withPanels(adapter, kolkata);
    page.filter('created').button.click();
    page.chooseDay('from', '2026-10-01');
    page.chooseDay('to', '2026-10-03');
    await page.until(() => views.length > 1, 'the request');
    expect(views.at(-1)).to.deep.include({
      createdFrom: '2026-09-30T18:30:00.000Z',
      createdTo: '2026-10-03T18:30:00.000Z',
    });
    expect(page.heard('batch-sync-view-change').at(-1)!.params).to.deep.equal({
      created_from: '2026-09-30T18:30:00.000Z',
      created_to: '2026-10-03T18:30:00.000Z',
    });
    // How much room the dash has is the engine's affair.
    expect(page.chips[0]!.innerText.replaceAll(/\s*–\s*/g, '–')).to.contain('1–3 Oct 2026');
    page.chooseDay('to', '');
    await page.until(() => views.at(-1)!.createdTo === null, 'an open end');
    expect(page.chips[0]!.innerText).to.contain('From 1 Oct 2026');
  });

  it('the server lists what was created within those days, and nothing else', async () => {
    const page = await TablePage.withPanels(backend().adapter, { ...kolkata, properties: { pageSize: 100 } });
    await page.whole();
    const dates = () => page.rows.map(({ element }) => Date.parse(element.querySelector('time')!.dateTime));
    const [from, to] = [Date.parse('2026-10-09T18:30:00Z'), Date.parse('2026-10-11T18:30:00Z')];
    const within = dates().filter(date => date >= from && date < to).length;
    expect(within).to.be.above(0);
    page.chooseDay('from', '2026-10-10');
    page.chooseDay('to', '2026-10-11');
    await page.until(() => page.rows.length === within, 'those of two days');
    expect(dates().every(date => date >= from && date < to)).to.equal(true);
  });

  it('while a year is typed, or days are the wrong way round, nothing is asked for', async () => {
    const { adapter, views } = listing();
    const page = await TablePage.withPanels(adapter, kolkata);
    const { button, panel } = page.filter('created');
    button.click();
    page.chooseDay('from', '0202-10-05');
    page.chooseDay('from', '2026-10-05');
    await page.until(() => views.length === 2, 'the first day');
    page.chooseDay('to', '2026-10-01');
    await nextFrame();
    expect(views.length).to.equal(2);
    expect(panel.innerText).to.contain('“From” is after “To”');
    expect(panel.querySelector('[name="to"]')!.ariaInvalid).to.equal('true');
    await expect(page.element).to.be.accessible();
    page.chooseDay('from', '2026-09-30');
    await page.until(() => views.length === 3, 'both');
    expect(views.at(-1)).to.deep.include({
      createdFrom: '2026-09-29T18:30:00.000Z',
      createdTo: '2026-10-01T18:30:00.000Z',
    });
    expect(panel.innerText).to.not.contain('is after');
  });

  it('days that came to nothing are forgotten when the panel closes', async () => {
    const page = await TablePage.withPanels(listing().adapter, {
      ...kolkata,
      ...opened({ createdFrom: '2026-10-01T18:30:00Z' }),
    });
    const { button, panel } = page.filter('created');
    button.click();
    page.chooseDay('to', '2026-09-01');
    await page.element.updateComplete;
    panel.hidePopover();
    const field = panel.querySelector<HTMLInputElement>('[name="to"]')!;
    await page.until(() => field.value === '', 'the days in force');
  });

  it('the last days in one press, counted by the server’s clock; again takes them back', async () => {
    const { adapter } = backend();
    const page = await TablePage.withPanels(adapter, kolkata);
    page.filter('created').button.click();
    await page.press('Last 7 days');
    await page.until(() => page.element.view.createdFrom !== null, 'the filter');
    const day = Math.round(
      (Date.parse('2026-10-12T09:00:00Z') - Date.parse(page.element.view.createdFrom!)) / 86_400_000,
    );
    expect(day, 'today and six days before').to.equal(7);
    expect(page.element.view.createdTo, 'what comes is of it, too').to.equal(null);
    expect(page.filter('created').button.innerText).to.contain('Last 7 days');
    expect(page.button('Last 7 days')!.ariaPressed).to.equal('true');
    await page.press('Last 7 days');
    expect(page.element.view.createdFrom).to.equal(null);
  });

  it('bounds in the middle of a day are told to the minute', async () => {
    const view = { createdFrom: '2026-10-01T06:00:00Z', createdTo: '2026-10-02T06:00:00Z' };
    const page = await TablePage.ready(listing().adapter, { ...kolkata, ...opened(view) });
    expect(page.chips[0]!.innerText).to.contain('1 Oct 2026, 11:30').and.contain('2 Oct 2026, 11:30');
  });

  it('are not there where the host hides them, nor the ones in use, which are the host’s', async () => {
    const properties = { hide: 'filters', view: { statuses: ['FAILED'] } as unknown as View };
    const page = await TablePage.ready(listing().adapter, { properties });
    expect(page.root.querySelector('[data-filter]') === null).to.equal(true);
    expect(page.chips).to.deep.equal([]);
    expect(page.offers('Clear filters')).to.equal(false);
  });

  it('of a host that keeps the view: what was ticked is shown as it is in force', async () => {
    const page = await TablePage.withPanels(backend().adapter);
    page.element.addEventListener('batch-sync-view-change', event => event.preventDefault());
    page.filter('status').button.click();
    page.tick('FAILED');
    const box = page.filter('status').panel.querySelector<HTMLInputElement>('[data-status="FAILED"]')!;
    await page.until(() => !box.checked, 'the box');
    expect(page.chips).to.deep.equal([]);
  });

  it('nothing found says by what, and has the ways out', async () => {
    const { adapter } = listing(some, {
      listBatches: ({ search, statuses, createdFrom }) =>
        Promise.resolve(aPage(search || statuses.length > 0 || createdFrom ? [] : some)),
    });
    const page = await TablePage.ready(adapter, opened({ statuses: ['FAILED'] }));
    expect(page.text).to.contain('No batch has this status.');
    page.element.view = { createdFrom: '2026-10-01' } as View;
    await page.until(() => page.text.includes('No batch was created in this time.'), 'the time');
    page.element.view = { createdFrom: '2026-10-01', statuses: ['FAILED'] } as unknown as View;
    await page.until(() => page.text.includes('No batch is what these filters ask for.'), 'both');
    page.element.view = { search: 'x', matchCase: false, statuses: ['FAILED'] } as unknown as View;
    await page.until(() => page.text.includes('among these filters'), 'search and filter');
    await expect(page.element).to.be.accessible();
    await page.press('Show all batches');
    await page.until(() => page.rows.length === 3, 'all');
  });

  it('open and close by keyboard, and the first choice is next', async () => {
    const page = await TablePage.withPanels(backend().adapter);
    const { button, panel } = page.filter('status');
    button.focus();
    await sendKeys({ press: 'Enter' });
    expect(panel.matches(':popover-open')).to.equal(true);
    await sendKeys({ press: 'Tab' });
    expect(page.hasFocus(panel.querySelector('[data-status="FAILED"]'))).to.equal(true);
    await sendKeys({ press: ' ' });
    await page.until(() => page.element.view.statuses.length === 1, 'the filter');
    expect(page.hasFocus(panel.querySelector('[data-status="FAILED"]')), 'rows changed beneath').to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(panel.matches(':popover-open')).to.equal(false);
    expect(page.hasFocus(button)).to.equal(true);
  });

  for (const width of [320, 1200]) {
    it(`open within the window, beneath their button or above it, at ${width} px`, async () => {
      const page = await TablePage.withPanels(backend().adapter, { width });
      for (const name of ['status', 'created'] as const) {
        const { button, panel } = page.filter(name);
        button.scrollIntoView({ block: 'nearest' });
        button.click();
        await nextFrame();
        await nextFrame();
        const [at, box] = [button.getBoundingClientRect(), panel.getBoundingClientRect()];
        expect(box.left).to.be.at.least(0);
        expect(box.right).to.be.at.most(window.innerWidth);
        expect(box.top >= at.bottom || box.bottom <= at.top, 'beside its button').to.equal(true);
        expect(box.top).to.be.at.least(0);
        expect(box.bottom).to.be.at.most(window.innerHeight);
        panel.hidePopover();
      }
    });
  }
});

describe('batch-sync-table, a search that minds case and finds nothing', () => {
  it('says how many would match without, in one more request, and goes there in one press', async () => {
    const { adapter, views } = minding();
    const page = await TablePage.ready(adapter);
    page.type('A.CSV');
    page.enter();
    await page.until(() => page.text.includes('3 batches would match if case is ignored.'), 'the hint');
    expect(views.slice(1).map(({ search, matchCase }) => [search, matchCase])).to.deep.equal([
      ['A.CSV', true],
      ['A.CSV', false],
    ]);
    await page.until(() => page.said.startsWith('3 batches would match'), 'the announcement');
    await expect(page.element).to.be.accessible();
    await page.press('Ignore case');
    await page.until(() => page.rows.length === 3, 'rows');
    expect(page.element.view.matchCase).to.equal(false);
  });

  it('says nothing where nothing would, and does not offer it', async () => {
    const { adapter, views } = minding({ total: 0 });
    const page = await TablePage.ready(adapter, opened({ search: 'zzz' }));
    await page.until(() => views.length === 2, 'the second request');
    await nextFrame();
    expect(page.text).to.contain('No file name contains').and.not.contain('would match');
    expect(page.offers('Ignore case')).to.equal(false);
  });

  it('says some where the server does not count', async () => {
    const page = await TablePage.ready(minding({ total: null }).adapter, opened({ search: 'A' }));
    await page.until(() => page.text.includes('Some batches would match if case is ignored.'), 'the hint');
  });

  it('where that cannot be known, ignoring case is worth a try, and no error', async () => {
    const page = await TablePage.ready(minding({ fails: true }).adapter, opened({ search: 'A' }));
    await page.until(() => page.offers('Ignore case'), 'the try');
    expect(page.element.status).to.equal('no-results');
    expect(page.heard('batch-sync-error')).to.deep.equal([]);
  });

  it('asks nothing more where something was found, or case is ignored already', async () => {
    const { adapter, views } = backendOf([aBatch()]);
    const page = await TablePage.ready(adapter, opened({ search: 'october' }));
    expect(page.rows.length).to.equal(1);
    page.element.view = { search: 'zzz', matchCase: false } as View;
    await page.until(() => page.element.status === 'no-results', 'nothing');
    await nextFrame();
    expect(views.length).to.equal(2);
  });

  it('the next search gives it up, and a late answer says nothing', async () => {
    const late = anAnswer<Page<Batch>>();
    const { adapter, signals } = listing(some, {
      listBatches: ({ search, matchCase }) => {
        if (search === 'ONE') return matchCase ? Promise.resolve(aPage([])) : late.promise;
        return Promise.resolve(aPage(some));
      },
    });
    const page = await TablePage.ready(adapter);
    page.type('ONE');
    page.enter();
    await page.until(() => signals.length === 3, 'the request for the hint');
    page.type('two');
    page.enter();
    await page.until(() => page.rows.length === 3 && page.said === '3 batches found', 'the next search');
    expect(signals[2]!.aborted).to.equal(true);
    late.resolve(aPage(some));
    await nextFrame();
    expect(page.said).to.equal('3 batches found');
  });
});

/** Finds by name as the server does. */
function backendOf(batches: readonly Batch[]) {
  return listing(batches, {
    listBatches: ({ search }) => Promise.resolve(aPage(batches.filter(({ fileName }) => fileName.includes(search)))),
  });
}
