import { expect } from '@open-wc/testing';
import type { Page, Task } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { anAnswer, settle, someCapabilities } from '../state/doubles.js';
import { DetailBackend, DetailPage, aTask, anEndedBatch } from '../support/detail-page.js';

describe('detail: tasks, figures, reasons', () => {
  it('lists a task by row, the definition’s columns, outcome, who answered, error and time', async () => {
    const backend = new DetailBackend();
    backend.tasks[1] = aTask(2, { gatewaySyncStatus: 'PENDING' });
    const page = await DetailPage.open(backend);
    expect(page.headings).to.deep.equal([
      'Row',
      'Order ID',
      'Transaction ID',
      'Unique Request ID',
      'Task Status',
      'External System',
      'Gateway',
      'Error',
      'Updated',
      'Details',
    ]);
    const failed = ['1', 'ORD_1', 'TXN_1', '–', 'Failed', 'OMS SYNCED', 'PAYU', 'No such order order_not_found'];
    expect(page.rows[0]!.slice(0, 9)).to.deep.equal([...failed, '09:31:00']);
    expect(page.rows[1]!.slice(4, 8)).to.deep.equal(['Accepted', 'OMS SYNCED', 'PAYU PENDING', '–']);
  });

  it('shows the response, the other statuses, the whole error and the times of a task on demand', async () => {
    const backend = new DetailBackend();
    backend.tasks[0] = aTask(1, { externalResponse: '{"error":\n  "gone"}', error: { code: 'gone', message: 'Gone' } });
    const page = await DetailPage.open(backend);
    expect(page.particulars).to.deep.equal([]);
    expect(page.control('Details of row 1').getAttribute('aria-expanded')).to.equal('false');
    await page.press('Details of row 1');
    const opener = page.control('Details of row 1');
    expect(opener.getAttribute('aria-expanded')).to.equal('true');
    expect(page.root.getElementById(opener.getAttribute('aria-controls')!)!.textContent).to.contain('"gone"');
    for (const part of ['{"error": "gone"}', 'SYNCED', 'Gone gone', 'Oct 1, 2026, 09:30 UTC', 't_1']) {
      expect(page.particulars[0]).to.contain(part);
    }
    await page.press('Details of row 1');
    expect(page.particulars).to.deep.equal([]);
  });

  it('keeps the particulars of a task with it, wherever it goes, and forgets them with the batch', async () => {
    const backend = new DetailBackend();
    backend.tasks[9] = aTask(10, { externalResponse: 'the tenth' });
    const page = await DetailPage.open(backend);
    await page.press('Details of row 10');
    await page.press('Row');
    await page.until(() => page.orders[0] === 'ORD_10', 'the other order');
    expect(page.particulars).to.have.length(1);
    expect(page.particulars[0]).to.contain('the tenth');
    page.element.batchId = 'bs_2';
    await page.until(() => page.facts['Batch ID'] === 'bs_2' && page.rows.length === 10, 'the other batch');
    expect(page.particulars).to.deep.equal([]);
  });

  it('shows a long response in a box of its own, and says how much of it is elsewhere', async () => {
    const backend = new DetailBackend();
    backend.tasks[0] = aTask(1, { externalResponse: `${'x'.repeat(20_000)}${'y'.repeat(1234)}` });
    const page = await DetailPage.open(backend);
    await page.press('Details of row 1');
    const box = page.root.querySelector<HTMLElement>('.response')!;
    expect(box.getBoundingClientRect().height).to.be.lessThan(200);
    expect(box.scrollHeight).to.be.greaterThan(200);
    expect(box.tabIndex, 'a keyboard scrolls it').to.equal(0);
    expect(box.textContent.length).to.equal(20_000);
    expect(page.text.includes('1,234 more characters are in the downloaded file.')).to.equal(true);
  });

  it('sorts by a heading, the other way round at the second press, and back into file order', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend);
    expect(page.sorted).to.deep.equal(['Row', 'ascending']);
    await page.press('Order ID');
    await page.until(() => page.orders[1] === 'ORD_10', 'the tasks by order');
    expect(page.sorted).to.deep.equal(['Order ID', 'ascending']);
    await page.until(() => page.spoken === 'Sorted by Order ID, ascending', 'the announcement');
    expect(page.told('batch-sync-view-change')[0]).to.deep.include({
      changed: ['sort'],
      params: { taskSort: 'order_id' },
    });
    await page.press('Order ID');
    await page.until(() => page.orders[0] === 'ORD_9', 'the tasks the other way round');
    expect(page.sorted).to.deep.equal(['Order ID', 'descending']);
    await page.press('Row');
    await page.until(() => page.orders[0] === 'ORD_1', 'the tasks as in the file');
    expect(page.element.view.sort).to.equal(null);
    await page.press('Row');
    await page.until(() => page.orders[0] === 'ORD_10', 'the last row first');
    expect(page.element.view.sort).to.equal('-row');
  });

  it('sorts on the first page again, with the filter as it was', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend, { prepare: element => (element.taskPageSize = 4) });
    await page.press(/^Total Accepted Tasks/);
    await page.press('Next page');
    await page.until(() => page.orders[0] === 'ORD_7', 'the second page');
    await page.press('Task Status');
    await page.until(() => page.element.view.cursor === null && page.rows.length === 4, 'the first page');
    expect(backend.queries.at(-1)).to.deep.include({ sort: 'status', status: 'ACCEPTED', cursor: null });
  });

  it('goes back to the whole list where a server refuses an order for ever', async () => {
    const backend = new DetailBackend();
    const { listTasks } = backend.adapter;
    const page = await DetailPage.begin({
      ...backend.adapter,
      listTasks: (id, query, ctx) =>
        query.sort === null
          ? listTasks(id, query, ctx)
          : Promise.reject(new ProblemError({ code: 'invalid_parameter', status: 400, title: 'No such order' })),
    });
    await page.until(() => page.rows.length === 10, 'the tasks');
    await page.press('Gateway');
    await page.until(() => page.text.includes('The tasks could not be loaded'), 'the refusal');
    await page.press('Show all tasks');
    await page.until(() => page.rows.length === 10, 'the tasks again');
    expect(page.element.view.sort).to.equal(null);
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
    backend.tasks[0] = aTask(1, { externalSystem: 'changed' });
    backend.push({ version: 3 });
    await page.until(() => page.rows[0]!.join().includes('changed'), 'the changed task');
    expect(backend.queriedAt, 'once for both').to.have.length(2);
    expect(backend.queriedAt[1]! - backend.queriedAt[0]!).to.be.greaterThan(1900);
    expect(backend.count('breakdown')).to.equal(2);
  });

  it('leaves focus and scroll where they are while rows change under the person', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ status: 'PROCESSING', version: 1 });
    const page = await DetailPage.open(backend, { width: 760 });
    await page.until(() => backend.stream.connections.length > 0, 'the stream');
    await page.press('Details of row 4');
    const focused = page.control('Details of row 5');
    focused.focus();
    const scroller = page.root.querySelector<HTMLElement>('.table-scroll')!;
    scroller.scrollLeft = 40;
    const before = [scroller.scrollLeft, focused.getBoundingClientRect().top];
    expect(before[0], 'there is something to scroll').to.be.greaterThan(0);
    backend.tasks = backend.tasks.map(task => ({ ...task, status: 'FAILED', gateway: 'STRIPE' }));
    backend.push({ version: 2, tasks: { accepted: 0, failed: 10, queued: 0 } });
    await page.until(() => page.rows[0]!.join().includes('STRIPE'), 'the changed tasks');
    expect(page.focused === focused).to.equal(true);
    expect([scroller.scrollLeft, focused.getBoundingClientRect().top]).to.deep.equal(before);
    expect(page.particulars).to.have.length(1);
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
    expect(page.facts).to.not.have.property(page.integrity);
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
    const order = page.root.querySelector<HTMLSelectElement>('.task-sort select')!;
    expect([...order.options].map(({ text }) => text)).to.include('Order ID, descending');
    order.value = '-order_id';
    order.dispatchEvent(new Event('change'));
    await page.until(() => page.orders[0] === 'ORD_9', 'the other order');
    await page.press('Details of row 9');
    expect(page.root.querySelector('[part~="row-details"]')!.getAttribute('role')).to.equal('row');
    expect([...row.children].map(cell => cell.getAttribute('data-label'))).to.include('Order ID');
    expect(page.root.querySelector('.root')!.scrollWidth).to.be.at.most(320);
  });
});
