import { expect } from '@open-wc/testing';
import type { Page, Task } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { anAnswer, settle, someCapabilities } from '../state/doubles.js';
import { DetailBackend, DetailPage, aTask, anEndedBatch } from '../support/detail-page.js';

describe('detail: tasks, figures, reasons', () => {
  it('lists a task by row, the definition’s columns, outcome, response, error and time', async () => {
    const page = await DetailPage.open(new DetailBackend());
    expect(page.all('.tasks th').map(cell => cell.textContent)).to.deep.equal([
      'Row',
      'Order ID',
      'Transaction ID',
      'Unique Request ID',
      'Task Status',
      'External System Response',
      'Error Message',
      'Updated',
    ]);
    expect(page.rows[0]).to.deep.equal(['1', 'ORD_1', 'TXN_1', '–', 'Failed', '200 OK', 'No such order', '09:31:00']);
  });

  it('shows the gateway’s outcome where a sync with it was asked for', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ syncWithGateway: true });
    backend.tasks = [aTask(1, { gatewaySyncStatus: 'SYNCED' })];
    const page = await DetailPage.open(backend);
    expect(page.rows[0]).to.include('SYNCED');
  });

  it('narrows the list by a figure, proposes it to the host, and takes it back', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend);
    await page.press(/^Total Rejected Tasks/);
    await page.until(() => page.rows.length === 2, 'the rejected tasks');
    expect(page.control(/^Total Rejected Tasks/).getAttribute('aria-pressed')).to.equal('true');
    expect(page.filters).to.deep.equal(['Failed']);
    expect(page.text).to.contain('2 tasks found');
    await page.until(() => page.spoken === '2 tasks found', 'the announcement');
    const [proposed] = page.told('batch-sync-view-change');
    expect(proposed).to.deep.include({ changed: ['status'], params: { taskStatus: 'FAILED' } });
    expect(proposed!.view).to.deep.include({ status: 'FAILED', cursor: null });

    page.all('[part~="filter"]')[0]!.focus();
    await page.press(/^Show tasks of every outcome/);
    await page.until(() => page.rows.length === 10, 'all tasks');
    expect(page.focused!.textContent, 'the focus stays in the list').to.equal('Tasks');
  });

  it('narrows the list by a reason', async () => {
    const backend = new DetailBackend();
    backend.tasks[0] = aTask(1, { status: 'FAILED', error: { code: 'timeout', message: 'Timed out' } });
    backend.breakdown = {
      ...backend.breakdown,
      failures: [
        { code: 'order_not_found', message: 'No such order', count: 1 },
        { code: 'timeout', message: '', count: 1 },
      ],
    };
    const page = await DetailPage.open(backend);
    expect(page.text).to.contain('Why 2 were rejected').and.contain('No reason given timeout');
    await page.press(/^No reason given/);
    await page.until(() => page.orders.length === 1, 'the tasks of that reason');
    expect(page.orders).to.deep.equal(['ORD_1']);
    expect(backend.queries.at(-1)).to.deep.include({ errorCode: 'timeout', status: null });
  });

  it('keeps the list as it is where the host prevents the change, and shows what the host sets', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend);
    page.element.addEventListener('batch-sync-view-change', event => event.preventDefault());
    await page.press(/^Total Rejected Tasks/);
    await settle();
    expect(page.rows).to.have.length(10);
    expect(backend.queries).to.have.length(1);
    page.element.view = page.told('batch-sync-view-change')[0]!.view;
    await page.until(() => page.rows.length === 2, 'what the host set');
    expect(page.told('batch-sync-view-change'), 'no echo').to.have.length(1);
  });

  it('sets part of a view, and reads it as a whole', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend, { prepare: element => (element.view = { status: 'FAILED' }) });
    expect(page.orders).to.deep.equal(['ORD_1', 'ORD_2']);
    expect(page.element.view).to.deep.equal({
      status: 'FAILED',
      errorCode: null,
      gateway: null,
      q: '',
      sort: null,
      cursor: null,
      limit: 50,
    });
    page.element.view = { ...page.element.view };
    await page.element.updateComplete;
    expect(backend.queries, 'equal content asks for nothing').to.have.length(1);
  });

  it('searches when the person pauses, at once on Enter, and clears', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend);
    for (const text of ['O', 'OR', 'ORD_1']) page.type(text);
    await page.until(() => page.orders.length === 2, 'what was found');
    expect(backend.queries.map(({ q }) => q)).to.deep.equal(['', 'ORD_1']);
    page.type('ORD_10');
    page.search.form!.requestSubmit();
    await page.element.updateComplete;
    expect(backend.queries.at(-1)!.q).to.equal('ORD_10');
    await page.press('Clear search');
    await page.until(() => page.orders.length === 10, 'all tasks');
    expect(page.search.value).to.equal('');
    expect(page.focused === page.search).to.equal(true);
  });

  it('says that nothing matches, and shows all again', async () => {
    const page = await DetailPage.open(new DetailBackend(), { prepare: element => (element.view = { q: 'nowhere' }) });
    expect(page.text).to.contain('No task matches');
    page.control('Show all tasks').focus();
    await page.press('Show all tasks');
    await page.until(() => page.orders.length === 10, 'all tasks');
    expect(page.focused!.textContent).to.equal('Tasks');
  });

  it('pages, and returns to the first page when the list is narrowed', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend, { prepare: element => (element.taskPageSize = 4) });
    expect(page.text).to.contain('1–4 of 10');
    expect(page.isBlocked('Previous page')).to.equal(true);
    await page.press('Next page');
    await page.until(() => page.orders[0] === 'ORD_5', 'the second page');
    expect(page.text).to.contain('5–8 of 10');
    await page.press(/^Total Accepted Tasks/);
    await page.until(() => page.orders[0] === 'ORD_3', 'the first page of fewer');
    expect(page.element.view.cursor).to.equal(null);
  });

  it('shows the first page where the one it stood on is not there any more', async () => {
    const backend = new DetailBackend();
    const { listTasks } = backend.adapter;
    const page = await DetailPage.begin(
      {
        ...backend.adapter,
        listTasks: (id, query, ctx) =>
          query.cursor === 'gone'
            ? Promise.reject(new ProblemError({ code: 'cursor_expired', status: 410 }))
            : listTasks(id, query, ctx),
      },
      { prepare: element => (element.view = { cursor: 'gone' }) },
    );
    await page.until(() => page.orders.length === 10, 'the first page');
    expect(page.element.view.cursor).to.equal(null);
    expect(page.told('batch-sync-error')).to.have.length(0);
  });

  it('reads tasks and reasons again when the batch has moved, at most every two seconds', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ status: 'PROCESSING', version: 1 });
    const page = await DetailPage.open(backend);
    await page.until(() => backend.stream.connections.length > 0, 'the stream');
    expect(backend.count('listTasks')).to.equal(1);
    backend.push({ version: 2 });
    await page.until(() => page.element.batch!.version === 2, 'the second version');
    backend.tasks[0] = aTask(1, { externalResponse: 'changed' });
    backend.push({ version: 3 });
    await page.until(() => page.rows[0]!.includes('changed'), 'the changed task');
    expect(backend.queriedAt, 'once for both').to.have.length(2);
    expect(backend.queriedAt[1]! - backend.queriedAt[0]!).to.be.greaterThan(1900);
    expect(backend.count('breakdown')).to.equal(2);
  });

  it('never shows the last list under a filter that it does not answer to', async () => {
    let fails = false;
    const backend = new DetailBackend();
    const { listTasks } = backend.adapter;
    const page = await DetailPage.begin({
      ...backend.adapter,
      listTasks: (...call) => (fails ? Promise.reject(new ProblemError({ code: 'network' })) : listTasks(...call)),
    });
    await page.until(() => page.rows.length === 10, 'the tasks');
    fails = true;
    await page.press(/^Total Rejected Tasks/);
    await page.until(() => page.text.includes('The tasks could not be loaded'), 'the error');
    expect(page.rows).to.have.length(0);
    fails = false;
    await page.press('Retry');
    await page.until(() => page.rows.length === 2, 'the rejected tasks');
  });

  it('lets the last of two filters win, whichever answer comes last', async () => {
    const answers: ((page: Page<Task>) => void)[] = [];
    const backend = new DetailBackend();
    const page = await DetailPage.begin({
      ...backend.adapter,
      listTasks: (_id, query) => {
        const answer = anAnswer<Page<Task>>();
        answers.push(answer.resolve);
        backend.queries.push(query);
        return answer.promise;
      },
    });
    await page.until(() => answers.length === 1, 'the tasks asked for');
    answers[0]!(backend.page(backend.queries[0]!));
    await page.until(() => page.rows.length === 10, 'the tasks');
    await page.press(/^Total Rejected Tasks/);
    await page.press(/^Total Accepted Tasks/);
    answers[2]!(backend.page(backend.queries[2]!));
    await page.until(() => page.rows.length === 8, 'the accepted tasks');
    answers[1]!(backend.page(backend.queries[1]!));
    await settle();
    await page.element.updateComplete;
    expect(page.rows).to.have.length(8);
  });

  it('says how many tasks of a page could not be read', async () => {
    const backend = new DetailBackend();
    const { listTasks } = backend.adapter;
    const page = await DetailPage.begin({
      ...backend.adapter,
      listTasks: async (...call) => ({ ...(await listTasks(...call)), unreadable: 2 }),
    });
    await page.until(() => page.rows.length === 10, 'the tasks');
    expect(page.notices.join()).to.contain('2 tasks of this page could not be read');
  });

  it('asks for no reasons where the backend gives none, and shows no such panel', async () => {
    const backend = new DetailBackend();
    backend.capabilities = someCapabilities({ features: ['retry'] });
    const page = await DetailPage.open(backend);
    expect(backend.count('breakdown')).to.equal(0);
    expect(page.text).to.not.contain('were rejected');
  });

  it('asks for no tasks of a batch that waits for approval, and shows dashes for its figures', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ status: 'PENDING_APPROVAL', finishedAt: null, startedAt: null });
    const page = await DetailPage.open(backend);
    expect(backend.count('listTasks')).to.equal(0);
    expect(page.figures).to.deep.equal(['–', '–', '–']);
    expect(page.text).to.contain('Tasks are made when the batch is approved.');
    expect(page.has('Download Data')).to.equal(false);
  });

  it('leaves out what the host hides, and asks for none of it', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend, {
      prepare: element => (element.hide = 'stats failures tasks integrity'),
    });
    expect(backend.count('listTasks') + backend.count('breakdown')).to.equal(0);
    expect(page.figures).to.deep.equal([]);
    expect(page.facts).to.not.have.property('Rows read = sent = acknowledged');
  });

  it('forgets filter and search when another batch is shown', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend, {
      prepare: element => (element.view = { status: 'FAILED', q: 'ORD' }),
    });
    page.element.batchId = 'bs_2';
    await page.until(() => page.facts['Batch ID'] === 'bs_2' && page.rows.length === 10, 'the other batch');
    expect(page.search.value).to.equal('');
  });

  it('turns tasks into labelled cards in a narrow container, and keeps their roles', async () => {
    const page = await DetailPage.open(new DetailBackend(), { width: 320 });
    const row = page.root.querySelector<HTMLElement>('.tasks tbody tr')!;
    expect(getComputedStyle(row).display).to.equal('grid');
    expect(row.getAttribute('role')).to.equal('row');
    expect([...row.children].map(cell => cell.getAttribute('data-label'))).to.include('Order ID');
    expect(page.root.querySelector('.root')!.scrollWidth).to.be.at.most(320);
  });
});
