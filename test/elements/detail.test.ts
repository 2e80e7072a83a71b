import { expect, nextFrame } from '@open-wc/testing';
import type { Batch } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { anAnswer, settle } from '../state/doubles.js';
import { DetailBackend, DetailPage, anEndedBatch } from '../support/detail-page.js';
import { isWebKit } from '../support/engine.js';

const notFound = new ProblemError({ code: 'not_found', status: 404 });

describe('detail: one batch, followed', () => {
  it('takes no space and makes no request without a batch-id', async () => {
    const backend = new DetailBackend({ capabilities: () => Promise.reject(new Error('asked')) });
    const page = await DetailPage.begin(backend.adapter, { batchId: null });
    await settle();
    expect(page.element.getBoundingClientRect().height).to.equal(0);
    expect(page.element.status).to.equal('idle');
    expect(backend.asked).to.deep.equal([]);
    expect(backend.stream.connections).to.have.length(0);
  });

  it('shows the file, its status, who sent it and the card', async () => {
    const page = await DetailPage.open(new DetailBackend());
    expect(page.title).to.equal('october.csv');
    expect(page.badge).to.equal('Partially accepted');
    expect(page.root.querySelector('header')!.textContent).to.contain('Uploaded by Asha');
    expect(page.facts).to.include({
      'Batch ID': 'bs_1',
      'Date Created': 'Oct 1, 2026, 09:30 UTC',
      'Date Updated': 'Oct 1, 2026, 09:31 UTC',
      'Total Records': '10',
      Status: 'Partially accepted',
      'Gateway sync': 'Off',
      Took: '2 min · 5 tasks/min',
    });
    expect(page.facts[page.integrity]).to.contain('10 = 10 = 10 = 10 All equal');
    expect(page.figures).to.deep.equal(['8', '2', '0']);
  });

  it('shows only the last of two batches that were asked for quickly', async () => {
    const answers = new Map([
      ['bs_1', anAnswer<Batch>()],
      ['bs_2', anAnswer<Batch>()],
    ]);
    const signals: AbortSignal[] = [];
    const backend = new DetailBackend({
      getBatch: (id, { signal }) => {
        signals.push(signal);
        return answers.get(id)!.promise;
      },
    });
    const page = await DetailPage.begin(backend.adapter);
    await page.until(() => signals.length === 1, 'the first request');
    page.element.batchId = 'bs_2';
    await page.until(() => signals.length === 2, 'the second request');
    expect(signals[0]!.aborted).to.equal(true);

    answers.get('bs_2')!.resolve(anEndedBatch({ id: 'bs_2', fileName: 'second.csv' }));
    await page.until(() => page.title === 'second.csv', 'the second batch');
    answers.get('bs_1')!.resolve(anEndedBatch({ id: 'bs_1', fileName: 'first.csv' }));
    await settle();
    await page.element.updateComplete;
    expect(page.title).to.equal('second.csv');
    expect(page.told('batch-sync-updated').map(({ batch }) => batch.id)).to.deep.equal(['bs_2']);
  });

  it('refuses an answer that is about another batch', async () => {
    const backend = new DetailBackend({ getBatch: async () => anEndedBatch({ id: 'bs_9', fileName: 'other.csv' }) });
    const page = await DetailPage.begin(backend.adapter);
    await page.until(() => page.element.status === 'error', 'an error');
    expect(page.text).to.contain('could not be loaded').and.not.contain('other.csv');
  });

  it('aborts when it is removed while loading, and loads when it comes back', async () => {
    const signals: AbortSignal[] = [];
    const backend = new DetailBackend({
      getBatch: (_id, { signal }) => {
        signals.push(signal);
        return signals.length === 1 ? new Promise(() => {}) : Promise.resolve(anEndedBatch());
      },
    });
    const page = await DetailPage.begin(backend.adapter);
    await page.until(() => signals.length === 1, 'a request');
    const parent = page.element.parentElement!;
    page.element.remove();
    await settle();
    expect(signals[0]!.aborted).to.equal(true);
    parent.append(page.element);
    await page.until(() => page.title === 'october.csv', 'the batch');
  });

  it('reads again when it comes back after it was shown', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ status: 'PROCESSING' });
    const page = await DetailPage.open(backend);
    const parent = page.element.parentElement!;
    page.element.remove();
    await settle();
    backend.batch = anEndedBatch({ version: 2, tasks: { accepted: 9, failed: 1, queued: 0 } });
    parent.append(page.element);
    await page.until(() => page.figures[0] === '9', 'the newer figures');
  });

  it('cancels nothing when it is moved in the document', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend);
    const before = backend.asked.length;
    const other = document.createElement('div');
    page.element.parentElement!.append(other);
    other.append(page.element);
    await settle();
    await nextFrame();
    expect(page.title).to.equal('october.csv');
    expect(backend.asked).to.have.length(before);
  });

  it('never goes backwards: an older version that arrives late changes nothing', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ status: 'PROCESSING', version: 5, tasks: { accepted: 5, failed: 0, queued: 5 } });
    const page = await DetailPage.open(backend);
    await page.until(() => backend.stream.connections.length > 0, 'the stream');
    backend.push({ version: 7, tasks: { accepted: 7, failed: 0, queued: 3 } });
    await page.until(() => page.figures[0] === '7', 'the newer figures');
    backend.push({ version: 6, tasks: { accepted: 6, failed: 0, queued: 4 } });
    backend.push({ version: 8, tasks: { accepted: 8, failed: 0, queued: 2 } });
    await page.until(() => page.figures[0] === '8', 'the newest figures');
    expect(page.told('batch-sync-updated').map(({ batch }) => batch.version)).to.deep.equal([5, 7, 8]);
  });

  it('shows what a person asks to read again, even where it is older', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ version: 9, fileName: 'before.csv' });
    const page = await DetailPage.open(backend);
    backend.batch = anEndedBatch({ version: 3, fileName: 'restored.csv' });
    await page.element.refresh();
    await page.until(() => page.title === 'restored.csv', 'the restored batch');
  });

  it('tells once that the batch on screen has ended, and the host’s toasts too', async () => {
    const notices: string[] = [];
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ status: 'PROCESSING', version: 1, finishedAt: null });
    const page = await DetailPage.open(backend, { config: { notify: ({ code }) => notices.push(code) } });
    await page.until(() => backend.stream.connections.length > 0, 'the stream');
    backend.push({ version: 2, status: 'PARTIALLY_ACCEPTED' });
    await page.until(() => page.badge === 'Partially accepted', 'the end');
    backend.push({ version: 3, gatewaySync: { state: 'done', by: null, at: null } });
    await page.until(() => page.facts['Gateway sync'] === 'Done', 'a later change');
    await page.element.refresh();
    expect(page.told('batch-sync-completed')).to.have.length(1);
    expect(notices).to.deep.equal(['completed']);
    expect(page.spoken).to.equal('“october.csv”: Partially accepted');
  });

  it('does not tell of the end of a batch that had ended before', async () => {
    const page = await DetailPage.open(new DetailBackend());
    await page.element.refresh();
    expect(page.told('batch-sync-completed')).to.have.length(0);
  });

  it('speaks at each quarter and not in between', async () => {
    const backend = new DetailBackend();
    const counts = (accepted: number) => ({ tasks: { accepted, failed: 0, queued: 10 - accepted } });
    backend.batch = anEndedBatch({ status: 'PROCESSING', version: 1, ...counts(1) });
    const page = await DetailPage.open(backend);
    await page.until(() => backend.stream.connections.length > 0, 'the stream');
    expect(page.spoken).to.equal('');
    backend.push({ version: 2, ...counts(2) });
    await page.until(() => page.figures[0] === '2', 'progress');
    expect(page.spoken).to.equal('');
    backend.push({ version: 3, ...counts(5) });
    await page.until(() => page.spoken !== '', 'an announcement');
    expect(page.spoken).to.equal('50% processed: 5 of 10 tasks, 0 rejected');
  });

  it('shows a snapshot that the host sets at once, without telling the host of it', async () => {
    const answer = anAnswer<Batch>();
    const backend = new DetailBackend({ getBatch: () => answer.promise });
    const page = await DetailPage.begin(backend.adapter, {
      batchId: null,
      prepare: element => (element.batch = anEndedBatch({ version: 4, fileName: 'given.csv' })),
    });
    await page.until(() => page.root.querySelector('[part~="heading"]') && page.title === 'given.csv', 'the snapshot');
    expect(page.element.batchId).to.equal('bs_1');
    expect(page.told('batch-sync-updated')).to.have.length(0);
    answer.resolve(anEndedBatch({ version: 5, fileName: 'read.csv' }));
    await page.until(() => page.title === 'read.csv', 'the batch as it is');
    expect(page.element.batch!.version).to.equal(5);
    expect(page.told('batch-sync-updated')).to.have.length(1);
  });

  it('is not disturbed by another config of equal content', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend);
    const before = backend.asked.length;
    page.element.config = { ...page.element.config!, linkTo: () => null };
    await page.element.updateComplete;
    await settle();
    expect(backend.asked).to.have.length(before);
  });

  it('keeps the heading, and the focus on it, from loading to the batch, and says what came', async () => {
    const answer = anAnswer<Batch>();
    const page = await DetailPage.begin(new DetailBackend({ getBatch: () => answer.promise }).adapter);
    await page.until(() => page.heading, 'a heading');
    page.element.focus();
    const { heading } = page;
    expect(page.focused === heading).to.equal(true);
    answer.resolve(anEndedBatch());
    await page.until(() => page.title === 'october.csv', 'the batch');
    expect(page.heading === heading).to.equal(true);
    expect(page.focused === heading).to.equal(true);
    await page.until(() => page.spoken !== '', 'an announcement');
    expect(page.spoken).to.equal('“october.csv”: Partially accepted');
  });

  it('closes the card by the person’s hand and by the attribute', async () => {
    const page = await DetailPage.open(new DetailBackend());
    await page.press('Batch Details');
    await page.until(() => page.element.collapsed, 'the attribute');
    expect(page.element.hasAttribute('collapsed')).to.equal(true);
    page.element.collapsed = false;
    await page.element.updateComplete;
    expect(page.root.querySelector('details')!.open).to.equal(true);
  });

  it('selects the id where the page may not copy', async () => {
    const page = await DetailPage.open(new DetailBackend());
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    try {
      expect(await page.element.copyId()).to.equal(false);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    }
    await page.until(() => page.spoken.startsWith('Batch ID selected'), 'the announcement');
    // WebKit tells a page nothing of what is chosen inside an element.
    if (!isWebKit) expect(getSelection()!.isCollapsed).to.equal(false);
  });

  it('shows what a server says as text, whatever it is', async () => {
    const evil = '<img src=x onerror="window.hit=1">\u202Egpj.csv';
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({
      fileName: evil,
      description: evil,
      status: evil,
      createdBy: { id: 'u', name: evil },
      parentId: evil,
      childIds: [evil],
      gatewaySync: { state: evil, by: { id: 'u', name: evil }, at: evil },
      createdAt: evil,
    });
    backend.breakdown = { failures: [{ code: evil, message: evil, count: 2 }], gateways: [], externalSystems: [] };
    backend.tasks = backend.tasks.map(task => ({
      ...task,
      values: { order_id: evil },
      status: evil,
      externalResponse: evil,
      error: { code: evil, message: evil },
    }));
    const page = await DetailPage.open(backend);
    expect(page.title).to.contain('<img src=x');
    expect(page.all('img').length).to.equal(0);
    expect(page.rows[0]).to.have.length(10);
    expect(page.all('tr[part="row row-unknown"]').length).to.equal(10);
  });

  it('shows a dash for counts that are none, and the rest of the batch', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({
      totalRecords: Number.NaN,
      totalTasks: -1,
      tasks: { accepted: Number.NaN, failed: -2, queued: 3 },
      rows: { read: Number.NaN, sent: 10, acknowledged: 9 },
      startedAt: 'soon',
    });
    const page = await DetailPage.open(backend);
    expect(page.figures).to.deep.equal(['–', '–', '3']);
    expect(page.facts).to.include({ 'Total Records': '–', [page.integrity]: '– · 10 ≠ 9 · –' });
    expect(page.text).to.contain('1 row that was sent was not acknowledged by the server.');
    expect(page.text).to.not.contain('NaN');
  });

  it('explains why there are other numbers of tasks than of records', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ totalRecords: 14, rows: { read: 15, sent: 14, acknowledged: 14 } });
    const page = await DetailPage.open(backend);
    expect(page.text).to.contain('The server made 10 tasks of 14 records: 4 records were skipped');
    expect(page.text).to.contain('1 row that was read was not sent.');
    expect(page.facts['Total Tasks']).to.equal('10');
  });

  it('keeps the last good data when a refresh fails, says since when, and tries again', async () => {
    let fails = false;
    const backend = new DetailBackend();
    const { getBatch } = backend.adapter;
    const page = await DetailPage.open(
      Object.assign(backend, {
        adapter: {
          ...backend.adapter,
          getBatch: (...call: Parameters<typeof getBatch>) =>
            fails ? Promise.reject(new ProblemError({ code: 'network' })) : getBatch(...call),
        },
      }),
    );
    fails = true;
    await page.element.refresh();
    await page.until(() => page.element.status === 'stale', 'stale data');
    expect(page.title).to.equal('october.csv');
    expect(page.notices.join()).to.contain('This batch is as of').and.contain('could not be reached');
    expect(page.told('batch-sync-error').map(({ action }) => action)).to.deep.equal(['refresh']);
    fails = false;
    await page.press('Retry');
    await page.until(() => page.element.status === 'ready', 'current data');
    expect(page.notices).to.deep.equal([]);
  });

  it('says that there is no such batch', async () => {
    const page = await DetailPage.begin(new DetailBackend({ getBatch: () => Promise.reject(notFound) }).adapter, {
      config: { linkTo: ({ kind }) => (kind === 'list' ? '/batches' : null) },
    });
    await page.until(() => page.element.status === 'not-found', 'the state');
    expect(page.text).to.contain('No such batch');
    expect(page.control('All batches').getAttribute('href')).to.equal('/batches');
  });
});
