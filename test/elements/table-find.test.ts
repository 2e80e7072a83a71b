import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createEngine, createManualClock, createMemoryAdapter } from '../../mocks/index.js';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { Page, Task } from '../../src/core/batch.js';
import type { FindQuery } from '../../src/core/find-tasks.js';
import { ProblemError } from '../../src/core/problem.js';
import '../../src/define/index.js';
import { aBatch, aPage, anAdapter, anAnswer, heldStream, someCapabilities } from '../state/doubles.js';
import { aTask } from '../support/detail-page.js';
import { FindPage } from '../support/find-page.js';
import { TablePage } from '../support/table-page.js';

const unavailable = () =>
  new ProblemError({ code: 'unavailable', status: 503, title: 'No', requestId: 'req_9', retryable: true });

const october = aBatch({ id: 'bs_1', fileName: 'october.csv', status: 'ACCEPTED' });

function aPageOf(items: readonly Task[], change: Partial<Page<Task>> = {}): Page<Task> {
  return { items, next: null, prev: null, start: items.length === 0 ? null : 1, total: items.length, ...change };
}

/** A backend of a few batches that finds what a test gives it, and keeps what it was asked. */
function finding(
  find: (query: FindQuery) => Promise<Page<Task>> = () => Promise.resolve(aPageOf([aTask(17)])),
  methods: Partial<BatchSyncAdapter> = {},
) {
  const queries: FindQuery[] = [];
  const signals: AbortSignal[] = [];
  const read: string[] = [];
  let lists = 0;
  const adapter = anAdapter({
    listBatches: () => {
      lists += 1;
      return Promise.resolve(aPage([october]));
    },
    ...methods,
    getBatch: async (id, ctx) => {
      read.push(id);
      return (await methods.getBatch?.(id, ctx)) ?? aBatch({ id, fileName: `${id}.csv` });
    },
    findTasks: (query, { signal }) => {
      queries.push(query);
      signals.push(signal);
      return find(query);
    },
  });
  return { adapter, queries, signals, read, lists: () => lists };
}

describe('finding an order when things go wrong', () => {
  it('two fast searches, the first answered last: the last intention wins', async () => {
    const answers = new Map(['ORD_1', 'ORD_2'].map(q => [q, anAnswer<Page<Task>>()]));
    const { adapter, signals } = finding(({ q }) => answers.get(q)!.promise);
    const page = await FindPage.ready(adapter);
    page.find('ORD_1');
    await page.until(() => signals.length === 1, 'the first search');
    page.find('ORD_2');
    await page.until(() => signals.length === 2, 'the second search');
    expect(signals[0]!.aborted).to.equal(true);
    answers.get('ORD_2')!.resolve(aPageOf([aTask(2)]));
    await page.until(() => page.rows.length === 1, 'the second answer');
    answers.get('ORD_1')!.resolve(aPageOf([aTask(1), aTask(11)]));
    await nextFrame();
    expect(page.rows.map(({ cells }) => cells['Order ID'])).to.deep.equal(['ORD_2']);
    expect(page.heading).to.equal('Tasks with “ORD_2” 1 task');
  });

  it('another search while results are shown: rows of the last one do not stand under the new id', async () => {
    const answer = anAnswer<Page<Task>>();
    const { adapter } = finding(({ q }) => (q === 'ORD_17' ? Promise.resolve(aPageOf([aTask(17)])) : answer.promise));
    const page = await FindPage.ready(adapter);
    await page.search('ORD_17');
    page.find('ORD_99');
    await page.until(() => page.heading.includes('ORD_99'), 'the new search');
    expect(page.rows.length).to.equal(0);
    expect(page.skeletons).to.be.above(0);
    answer.reject(unavailable());
    await page.until(() => page.text.includes('could not be looked for'), 'the failure');
    expect(page.rows.length).to.equal(0);
  });

  it('closed while it is awaited: the request is given up, a late answer opens nothing', async () => {
    const answer = anAnswer<Page<Task>>();
    const { adapter, signals } = finding(() => answer.promise);
    const page = await FindPage.ready(adapter);
    page.find('ORD_17');
    await page.until(() => signals.length === 1, 'the search');
    await page.table.press('All batches');
    expect(signals[0]!.aborted).to.equal(true);
    answer.resolve(aPageOf([aTask(17)]));
    await nextFrame();
    expect(page.isList).to.equal(true);
    expect(page.table.said).to.equal('');
  });

  it('removed while searching: the request is given up, and made again on return', async () => {
    const { adapter, signals } = finding(() =>
      signals.length === 1 ? new Promise(() => {}) : Promise.resolve(aPageOf([aTask(17)])),
    );
    const page = await FindPage.ready(adapter);
    page.find('ORD_17');
    await page.until(() => signals.length === 1, 'the search');
    const { element } = page.table;
    const place = element.parentElement!;
    element.remove();
    await nextFrame();
    expect(signals[0]!.aborted).to.equal(true);
    place.append(element);
    await page.until(() => page.rows.length === 1, 'rows after the return');
    expect(signals.length).to.equal(2);
  });

  it('fails: says why with the request id, tells the host, and a retry brings the tasks', async () => {
    let fails = true;
    const { adapter, queries } = finding(() =>
      fails ? Promise.reject(unavailable()) : Promise.resolve(aPageOf([aTask(17)])),
    );
    const page = await FindPage.ready(adapter);
    await page.search('ORD_17');
    expect(page.text).to.contain('The tasks could not be looked for');
    expect(page.text).to.contain('req_9');
    expect(page.table.heard('batch-sync-error').map(({ action, problem }) => [action, problem.code])).to.deep.equal([
      ['find', 'unavailable'],
    ]);
    await page.until(() => page.table.said.startsWith('The tasks could not be looked for.'), 'it is said');
    expect(page.table.offers('Copy request ID')).to.equal(true);
    fails = false;
    await page.table.press('Retry');
    await page.until(() => page.rows.length === 1, 'the tasks');
    expect(queries.length).to.equal(2);
    const frame = page.panel!.querySelector('.table-frame');
    expect(page.hasFocus(frame), 'the focus goes on from where the button was').to.equal(true);
  });

  it('refused: says so, and does not offer to ask again', async () => {
    const refusal = new ProblemError({ code: 'forbidden', status: 403, title: 'No' });
    const page = await FindPage.ready(finding(() => Promise.reject(refusal)).adapter);
    await page.search('ORD_17');
    expect(page.text).to.contain('You don’t have the rights for this.');
    expect(page.table.offers('Retry')).to.equal(false);
    await page.table.press('All batches');
    expect(page.isList, 'the batches are there').to.equal(true);
  });

  it('read again and fails: rows stay with the time that they are of, and a retry', async () => {
    let answers = 0;
    const { adapter } = finding(() => {
      answers += 1;
      return answers === 2 ? Promise.reject(unavailable()) : Promise.resolve(aPageOf([aTask(17)]));
    });
    const page = await FindPage.ready(adapter);
    await page.search('ORD_17');
    await page.table.element.refresh();
    await page.until(() => page.text.includes('These tasks are as of'), 'the notice');
    expect(page.rows.length).to.equal(1);
    expect(page.panel!.querySelector('[part~="notice"] time')!.getAttribute('datetime')).to.match(/^\d{4}-.*Z$/);
    await page.table.press('Retry');
    await page.until(() => !page.text.includes('These tasks are as of'), 'the notice gone');
  });

  it('the page of a cursor is there no more: the first one is shown', async () => {
    const expired = new ProblemError({ code: 'cursor_expired', status: 410, title: 'Gone' });
    const { adapter, queries } = finding(({ cursor }) =>
      cursor === null ? Promise.resolve(aPageOf([aTask(1)], { next: 'two', total: 21 })) : Promise.reject(expired),
    );
    const page = await FindPage.ready(adapter);
    await page.search('ORD');
    await page.table.press('Next page');
    await page.until(
      () => queries.length === 3 && page.table.root.querySelector('.leaving') === null,
      'the first page',
    );
    expect(queries.map(({ cursor }) => cursor)).to.deep.equal([null, 'two', null]);
    expect(page.rows.length).to.equal(1);
  });

  it('tasks that cannot be read are counted and left out', async () => {
    const odd = [aTask(1), null, aTask(2, { batchId: undefined as never }), aTask(3, { values: null as never })];
    const page = await FindPage.ready(finding(() => Promise.resolve(aPageOf(odd as Task[]))).adapter);
    await page.search('ORD');
    expect(page.rows.length).to.equal(1);
    expect(page.text).to.contain('3 tasks of this page could not be read');
  });

  it('an answer that is no page is a failure, not a blank place', async () => {
    const page = await FindPage.ready(finding(() => Promise.resolve({} as Page<Task>)).adapter);
    await page.search('ORD');
    expect(page.text).to.contain('The tasks could not be looked for');
  });

  it('a batch that cannot be read is known by its id, and its link works', async () => {
    const { adapter } = finding(() => Promise.resolve(aPageOf([aTask(17, { batchId: 'bs_lost' })])), {
      getBatch: () => Promise.reject(unavailable()),
    });
    const page = await FindPage.ready(adapter);
    await page.search('ORD_17');
    await nextFrame();
    expect(page.rows[0]!.link.innerText.trim()).to.equal('bs_lost');
    expect(page.table.heard('batch-sync-error')).to.deep.equal([]);
    page.rows[0]!.link.click();
    expect(page.table.heard('batch-sync-open')).to.deep.equal([{ id: 'bs_lost', batch: null, tasks: { q: 'ORD_17' } }]);
  });

  it('loses the right to read midway: what was found goes, nothing more is asked', async () => {
    const { adapter, queries } = finding();
    const page = await FindPage.ready(adapter);
    await page.search('ORD_17');
    page.table.element.config = { adapter, permissions: { orders: 'none' } };
    await page.until(() => page.table.element.status === 'forbidden', 'no access');
    expect(page.panel).to.equal(null);
    expect(page.field).to.equal(null);
    expect(queries.length).to.equal(1);
  });

  it('logs out midway: nothing of what was found stays, also after signing in again', async () => {
    const { adapter } = finding();
    const provider = document.createElement('batch-sync-provider');
    provider.config = { adapter, permissions: { orders: 'read' } };
    const page = await FindPage.ready(adapter, { properties: { config: null } });
    const { element } = page.table;
    element.parentElement!.append(provider);
    provider.append(element);
    await page.until(() => element.status === 'ready', 'the batches');
    await page.search('ORD_17');
    provider.logout();
    await page.until(() => element.status === 'forbidden', 'logged out');
    await provider.refresh();
    await page.until(() => element.status === 'ready', 'signed in');
    expect(page.isList).to.equal(true);
    expect(page.field!.value).to.equal('');
  });
});

describe('finding an order: what is typed and pasted', () => {
  const spellings: readonly [situation: string, text: string][] = [
    ['blanks around it', '  ORD_17 \t'],
    ['a no-break space', '\u00a0ORD_17\u00a0'],
    ['what a chat adds', '\u200bORD_17\u200b'],
    ['marks of direction', '\u202aORD_17\u202c'],
    ['a byte order mark', '\ufeffORD_17'],
  ];

  for (const [situation, text] of spellings) {
    it(`${situation} is not part of an id`, async () => {
      const { adapter, queries } = finding();
      const page = await FindPage.ready(adapter);
      await page.search(text);
      expect(queries.map(({ q }) => q)).to.deep.equal(['ORD_17']);
      expect(page.field!.value).to.equal('ORD_17');
    });
  }

  it('what is inside an id stays: a transaction ID may be any text', async () => {
    const { adapter, queries } = finding();
    const page = await FindPage.ready(adapter);
    await page.search('TXN 9/8 (b)');
    expect(queries[0]!.q).to.equal('TXN 9/8 (b)');
  });

  it('a column of a spreadsheet: the first id is taken, and it is said', async () => {
    const { adapter, queries } = finding();
    const page = await FindPage.ready(adapter);
    expect(page.paste('ORD_1\r\nORD_2\r\n\r\nORD_3\r\n')).to.equal(false);
    await page.until(() => page.field!.value === 'ORD_1', 'the first');
    const hint = 'One ID at a time: this is the first of 3.';
    expect(page.table.text).to.contain(hint);
    expect(page.field!.getAttribute('aria-describedby')).to.equal('find-pasted');
    await page.until(() => page.table.said === hint, 'it is said');
    page.submit();
    await page.until(() => queries.length === 1, 'the search');
    expect(queries[0]!.q).to.equal('ORD_1');
    page.type('ORD_1x');
    await page.until(() => !page.table.text.includes(hint), 'the hint goes with the next key');
  });

  it('one id with the end of its line, or the same one twice, is left to the browser or taken as it is', async () => {
    const page = await FindPage.ready(finding().adapter);
    expect(page.paste('ORD_1\n')).to.equal(true);
    expect(page.paste('ORD_1\nORD_1\n')).to.equal(true);
  });

  it('nothing is asked for nothing', async () => {
    const { adapter, queries } = finding();
    const page = await FindPage.ready(adapter);
    page.find('   ');
    await nextFrame();
    expect(queries.length).to.equal(0);
    expect(page.isList).to.equal(true);
  });

  it('asks when told to, not at each key', async () => {
    const { adapter, queries } = finding();
    const page = await FindPage.ready(adapter);
    page.field!.focus();
    await sendKeys({ type: 'ORD_17' });
    expect(queries.length).to.equal(0);
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.rows.length === 1, 'what was found');
    expect(queries.map(({ q }) => q)).to.deep.equal(['ORD_17']);
    expect(page.hasFocus(page.field), 'the next id can be pasted').to.equal(true);
  });
});

describe('finding an order: the answer at a glance', () => {
  const at = (createdAt: string) => ({ createdAt, updatedAt: createdAt });
  const ord = (order_id: string) => ({ values: { order_id, txn_id: '', unique_request_id: '' } });

  it('one task: its row says everything', async () => {
    const task = aTask(17, {
      status: 'FAILED',
      syncStatus: 'REJECTED',
      externalResponse: 'TXN_NOT_FOUND',
      gatewaySyncStatus: 'PENDING',
      error: { code: 'txn', message: 'The gateway has no transaction for this order.' },
    });
    const page = await FindPage.ready(finding(() => Promise.resolve(aPageOf([task]))).adapter);
    await page.search('ORD_17');
    expect(page.rows[0]!.cells).to.deep.include({
      'File Name': 'october.csv bs_1',
      Row: '17',
      'Order ID': 'ORD_17',
      'Transaction ID': 'TXN_17',
      'Unique Request ID': '–',
      'Task Status': 'Failed',
      'Sync Status': 'REJECTED',
      'External System Response': 'TXN_NOT_FOUND The gateway has no transaction for this order. OMS',
      'Gateway Sync Status': 'PENDING',
    });
    expect(page.verdict).to.equal('');
    await page.until(() => page.table.said === '1 task found. Failed', 'it is said');
  });

  it('several with this id: the latest one is named, whatever the order in which they came', async () => {
    const tasks = [
      aTask(3, { id: 't_a', status: 'FAILED', ...at('2026-10-02T09:00:00Z'), ...ord('ORD_7') }),
      aTask(8, { id: 't_b', batchId: 'bs_2', status: 'ACCEPTED', ...at('2026-10-03T09:00:00Z'), ...ord('ORD_7') }),
      aTask(4, { id: 't_c', batchId: 'bs_3', status: 'QUEUED', ...at('2026-10-09T09:00:00Z'), ...ord('ORD_77') }),
    ];
    const page = await FindPage.ready(finding(() => Promise.resolve(aPageOf(tasks))).adapter);
    await page.search('ORD_7');
    await page.until(() => page.verdict.includes('bs_2.csv'), 'the name of its batch');
    expect(page.verdict).to.match(/^Latest of 2 with exactly this ID: Accepted .+ in bs_2\.csv, row 8$/);
    await page.until(() => page.table.said === '3 tasks found. The latest: Accepted', 'it is said');
  });

  it('none with exactly this id: says so before the rows are taken for it', async () => {
    const tasks = [aTask(10, ord('ORD_70')), aTask(11, ord('ord_7'))];
    const page = await FindPage.ready(finding(() => Promise.resolve(aPageOf(tasks))).adapter);
    await page.search('ORD_7');
    expect(page.verdict).to.equal('No task has exactly this ID. These contain it.');
    expect(page.rows.map(({ element }) => element.querySelector('mark')?.textContent)).to.deep.equal([
      'ORD_7',
      'ord_7',
    ]);
  });

  it('more than a page: nothing is concluded from a part', async () => {
    const tasks = [aTask(10, ord('ORD_70'))];
    const more = aPageOf(tasks, { next: 'two', total: 40 });
    const page = await FindPage.ready(finding(() => Promise.resolve(more)).adapter);
    await page.search('ORD_7');
    expect(page.verdict).to.equal('');
  });

  it('never uploaded: says what was looked for and what that may mean', async () => {
    const page = await FindPage.ready(finding(() => Promise.resolve(aPageOf([]))).adapter);
    await page.search('ORD_17');
    expect(page.text).to.contain('Not found in any batch');
    expect(page.text).to.contain('It was never uploaded, or its batch has not been approved.');
    expect(page.text).to.not.contain('one ID at a time');
    await page.until(() => page.table.said === 'No task found', 'it is said');
    await page.search('ORD_17, ORD_18');
    expect(page.text).to.contain('Look for one ID at a time.');
  });

  it('names each batch once, asks for no more than needed, and knows those of the list', async () => {
    const tasks = ['bs_1', 'bs_5', 'bs_6', 'bs_5', 'bs_1'].map((batchId, index) =>
      aTask(index, { id: `t_${index}`, batchId }),
    );
    const { adapter, read } = finding(() => Promise.resolve(aPageOf(tasks)));
    const page = await FindPage.ready(adapter);
    await page.search('ORD');
    await page.until(() => page.rows.at(3)!.link.innerText === 'bs_5.csv', 'their names');
    expect(page.rows.map(({ link }) => link.innerText.trim())).to.deep.equal([
      'october.csv',
      'bs_5.csv',
      'bs_6.csv',
      'bs_5.csv',
      'october.csv',
    ]);
    expect(read).to.deep.equal(['bs_5', 'bs_6']);
  });

  it('twenty batches on a page: a few are asked for at a time', async () => {
    let open = 0;
    let most = 0;
    const tasks = Array.from({ length: 20 }, (_, index) => aTask(index, { batchId: `bs_x${index}` }));
    const { adapter, read } = finding(() => Promise.resolve(aPageOf(tasks)), {
      getBatch: async id => {
        open += 1;
        most = Math.max(most, open);
        await nextFrame();
        open -= 1;
        return aBatch({ id, fileName: `${id}.csv` });
      },
    });
    const page = await FindPage.ready(adapter);
    await page.search('ORD');
    await page.until(() => page.rows.at(-1)!.link.innerText === 'bs_x19.csv', 'the last name');
    expect(read.length).to.equal(20);
    expect(most).to.be.at.most(4);
  });
});

describe('finding an order: pages', () => {
  const paged = () =>
    finding(({ cursor, limit }) =>
      Promise.resolve(
        cursor === 'two'
          ? aPageOf([aTask(3)], { prev: 'one', total: 1204, start: limit + 1 })
          : aPageOf([aTask(1), aTask(2)], { next: 'two', total: 1204, start: 1 }),
      ),
    );

  it('goes on and back, and says where', async () => {
    const { adapter, queries } = paged();
    const page = await FindPage.ready(adapter);
    await page.search('ORD');
    await page.until(() => page.table.said === '1,204 tasks found', 'the count is said');
    expect(page.text).to.contain('1–2 of 1,204');
    await page.table.press('Next page');
    await page.until(() => page.rows.length === 1, 'the next page');
    await page.until(() => page.table.said === 'Tasks 21 to 21 of 1,204', 'the place is said');
    await page.table.press('Previous page');
    await page.until(() => page.rows.length === 2, 'the page before');
    expect(queries.map(({ cursor, limit }) => [cursor, limit])).to.deep.equal([
      [null, 20],
      ['two', 20],
      ['one', 20],
    ]);
  });

  it('another size begins at the first page, and stays for the next search', async () => {
    const { adapter, queries } = paged();
    const page = await FindPage.ready(adapter);
    await page.search('ORD');
    await page.table.press('Next page');
    await page.until(() => page.rows.length === 1, 'the next page');
    page.table.choose(page.panel!.querySelector('select')!, '50');
    await page.until(() => queries.length === 3, 'the other size');
    page.find('TXN');
    await page.until(() => queries.length === 4, 'the next search');
    expect(queries.slice(2).map(({ cursor, limit }) => [cursor, limit])).to.deep.equal([
      [null, 50],
      [null, 50],
    ]);
  });

  it('a server that does not count is not counted for', async () => {
    const page = await FindPage.ready(
      finding(() => Promise.resolve(aPageOf([aTask(1)], { next: 'two', total: null, start: null }))).adapter,
    );
    await page.search('ORD');
    expect(page.heading).to.equal('Tasks with “ORD”');
    expect(page.text).to.contain('1 task on this page');
    await page.until(() => page.table.said.startsWith('1 task on this page'), 'what is said');
  });
});

describe('finding an order while batches move', () => {
  it('what is shown is read again when its batch moved; focus and what was said stay', async () => {
    const stream = heldStream();
    let status = 'QUEUED';
    const moving = aBatch({ id: 'bs_1', fileName: 'october.csv', version: 1 });
    const { adapter, queries } = finding(() => Promise.resolve(aPageOf([aTask(17, { status })])), {
      listBatches: () => Promise.resolve(aPage([moving])),
      subscribe: stream.subscribe,
    });
    const page = await FindPage.ready(adapter);
    await page.until(() => stream.connections.length === 1, 'the stream');
    await page.search('ORD_17');
    await page.until(() => page.table.said === '1 task found. Queued', 'it is said');
    const { link } = page.rows[0]!;
    link.focus();
    status = 'ACCEPTED';
    stream.connections[0]!.push({ type: 'batch.updated', id: '1', batch: { ...moving, version: 2 } });
    await page.until(() => page.rows[0]!.cells['Task Status'] === 'Accepted', 'the newer task');
    expect(queries.length).to.equal(2);
    expect(page.hasFocus(link)).to.equal(true);
    expect(page.table.said).to.equal('1 task found. Queued');
  });
});

describe('finding an order: where it is offered', () => {
  const situations: readonly [situation: string, Parameters<typeof FindPage.ready>][] = [
    ['the adapter cannot', [anAdapter({ listBatches: () => Promise.resolve(aPage([october])) })]],
    [
      'the server does not name it',
      [finding(undefined, { capabilities: () => Promise.resolve(someCapabilities({ features: ['events'] })) }).adapter],
    ],
    ['the host leaves it out', [finding().adapter, { properties: { hide: 'live find' } }]],
    ['nothing was ever uploaded', [finding(undefined, { listBatches: () => Promise.resolve(aPage([])) }).adapter]],
  ];

  for (const [situation, [adapter, options]] of situations) {
    it(`not where ${situation}`, async () => {
      const page = await FindPage.ready(adapter, options);
      expect(page.isOffered).to.equal(false);
      expect(page.table.text).to.not.contain('Find an order');
    });
  }

  it('to whoever may only read', async () => {
    const page = await FindPage.ready(finding().adapter, { config: { permissions: { orders: 'read' } } });
    expect(page.isOffered).to.equal(true);
  });

  it('also where the batches could not be loaded', async () => {
    const { adapter } = finding(undefined, { listBatches: () => Promise.reject(unavailable()) });
    const page = await FindPage.ready(adapter);
    expect(page.table.element.status).to.equal('error');
    await page.search('ORD_17');
    expect(page.rows.length).to.equal(1);
  });

  it('takes its place before rights are known, so that nothing jumps', async () => {
    const answer = anAnswer<ReturnType<typeof someCapabilities>>();
    const { adapter } = finding(undefined, {
      capabilities: () => answer.promise,
      listBatches: () => Promise.resolve({ ...aPage([october]), counts: { ACCEPTED: 1 } }),
    });
    // So wide that the introduction breaks nowhere else beside the button that rights bring.
    const page = new FindPage(await TablePage.open(adapter, { width: 1400 }));
    expect(page.field?.checkVisibility()).to.equal(true);
    expect(page.isOffered).to.equal(false);
    const before = page.table.part('find')!.getBoundingClientRect();
    answer.resolve(someCapabilities());
    await page.until(() => page.table.element.status === 'ready', 'the batches');
    expect(page.isOffered).to.equal(true);
    const after = page.table.part('find')!.getBoundingClientRect();
    expect([after.top, after.left, after.width, after.height]).to.deep.equal([
      before.top,
      before.left,
      before.width,
      before.height,
    ]);
  });
});

describe('finding an order: from there and back', () => {
  const ways: readonly [way: string, (page: FindPage) => unknown][] = [
    ['“All batches”', page => page.table.press('All batches')],
    ['the cross in the field', page => page.table.press('Clear')],
    ['Esc in the field', page => page.key(page.field!, 'Escape')],
    ['Esc in what was found', page => page.key(page.rows[0]!.link, 'Escape')],
    ['Enter in the emptied field', page => page.find('')],
    ['a card of the summary', page => page.table.cards[0]!.click()],
  ];

  for (const [way, leave] of ways) {
    it(`${way} shows the batches as they were, without reading them again`, async () => {
      const { adapter, lists } = finding(undefined, {
        listBatches: () => Promise.resolve({ ...aPage([october]), counts: { PROCESSING: 2 } }),
      });
      const page = await FindPage.ready(adapter);
      const { link } = page.table.rows[0]!;
      const read = lists();
      await page.search('ORD_17');
      expect(page.table.searchField.checkVisibility(), 'the batches are out of the way').to.equal(false);
      await leave(page);
      await page.until(() => page.isList, 'the batches');
      expect(page.table.rows[0]!.link === link, 'the same row').to.equal(true);
      expect(page.field!.value).to.equal('');
      if (!way.includes('card')) {
        expect(page.hasFocus(page.field)).to.equal(true);
        expect(lists()).to.equal(read);
      }
    });
  }

  it('Esc where there is nothing to leave is for whatever is around', async () => {
    const page = await FindPage.ready(finding().adapter);
    expect(page.key(page.field!, 'Escape').defaultPrevented).to.equal(false);
    await page.search('ORD_17');
    expect(page.key(page.field!, 'Escape').defaultPrevented).to.equal(true);
  });

  it('tells the host which batch and which of its tasks; a host that prevents it does the rest', async () => {
    const { adapter } = finding();
    const page = await FindPage.ready(adapter, { config: { linkTo: () => `${location.origin}/away` } });
    await page.search('txn_17');
    expect(page.rows[0]!.link.getAttribute('href')).to.equal(`${location.origin}/away`);
    page.table.element.addEventListener('batch-sync-open', event => event.preventDefault());
    page.rows[0]!.link.click();
    expect(page.table.heard('batch-sync-open')).to.deep.equal([{ id: 'bs_1', batch: october, tasks: { q: 'TXN_17' } }]);
    expect(page.rows.length, 'what was found stays').to.equal(1);
  });

  it('asks the host for an address of the batch with the task', async () => {
    const targets: unknown[] = [];
    const page = await FindPage.ready(finding().adapter, {
      config: {
        linkTo: target => {
          targets.push(target);
          return null;
        },
      },
    });
    await page.search('ORD_17');
    expect(targets).to.deep.include({ kind: 'batch', id: 'bs_1', tasks: { q: 'ORD_17' } });
  });

  it('the provider shows the batch with the task; back leads to the same link among what was found', async () => {
    const clock = createManualClock('2026-10-12T09:00:00Z');
    const adapter = createMemoryAdapter({ engine: createEngine({ clock, batches: 12 }) });
    const page = await FindPage.ready(adapter, { properties: { config: null } });
    const provider = document.createElement('batch-sync-provider');
    const detail = document.createElement('batch-sync-detail');
    provider.config = { adapter, permissions: { orders: 'read' } };
    page.table.element.parentElement!.append(provider);
    provider.append(page.table.element, detail);
    await page.until(() => page.table.element.status === 'ready', 'the batches');
    await page.search('ORD');
    const row = page.rows[3]!;
    const orderId = row.cells['Order ID'];
    row.link.click();
    await page.until(() => detail.status === 'ready', 'the batch');
    expect(detail.view.q).to.equal(orderId);
    expect(page.table.element.checkVisibility()).to.equal(false);
    const back = [...detail.shadowRoot!.querySelectorAll<HTMLElement>('button')].find(
      button => button.textContent.trim() === 'All batches',
    )!;
    back.click();
    await page.until(() => page.table.element.checkVisibility(), 'the table');
    await page.until(() => page.hasFocus(page.rows[3]!.link), 'the focus on the link');
    expect(page.rows[3]!.cells['Order ID']).to.equal(orderId);
  });
});

describe('finding an order with strings of any kind, in a narrow place, for everyone', () => {
  const names = {
    markup: '<img src=x onerror="window.hacked=1">',
    override: 'ORD\u202E71_DRO',
    long: 'X'.repeat(400),
  };
  const odd = Object.values(names).map((text, index) =>
    aTask(index, {
      id: `t_${index}`,
      batchId: text,
      row: index === 0 ? Number.NaN : index,
      values: { order_id: text, txn_id: text, unique_request_id: text },
      status: text,
      syncStatus: text,
      externalResponse: text,
      externalSystem: text,
      gatewaySyncStatus: text,
      error: { code: text, message: `${text}!` },
      createdAt: null as never,
      updatedAt: 'nonsense',
    }),
  );

  for (const width of [320, 1200]) {
    it(`shows text as text and stays within ${width} px`, async () => {
      const { adapter } = finding(() => Promise.resolve(aPageOf(odd)), {
        getBatch: id => Promise.resolve(aBatch({ id, fileName: id })),
      });
      const page = await FindPage.ready(adapter, { width });
      await page.search(names.long);
      expect(page.rows.length).to.equal(3);
      await page.until(() => page.rows[0]!.link.innerText === names.markup, 'the name');
      expect(page.table.root.querySelectorAll('img').length).to.equal(0);
      expect('hacked' in window).to.equal(false);
      expect(page.rows[0]!.cells).to.include({ Row: '–', Updated: '–', Created: '–' });
      expect(page.table.element.parentElement!.scrollWidth).to.be.at.most(width);
      for (const { element } of page.rows) expect(element.offsetHeight).to.be.below(width === 320 ? 600 : 160);
    });
  }

  it('what was found comes into view where the field is all that a small screen shows', async () => {
    const page = await FindPage.ready(finding().adapter, { width: 320 });
    const place = page.table.element.parentElement!;
    place.style.marginBlock = '400px 2000px';
    window.scrollTo(0, 0);
    page.field!.scrollIntoView({ block: 'end' });
    await page.search('ORD_17');
    const head = page.panel!.querySelector('.found-head')!;
    await page.until(() => head.getBoundingClientRect().top < window.innerHeight - 100, 'the answer in view');
    expect(head.getBoundingClientRect().top).to.be.at.least(0);
    expect(page.hasFocus(page.field)).to.equal(true);
  });

  it('rows become labelled cards, and every cell keeps its role', async () => {
    const page = await FindPage.ready(finding().adapter, { width: 320 });
    await page.search('ORD_17');
    const row = page.rows[0]!.element;
    expect(row.getAttribute('role')).to.equal('row');
    for (const cell of row.children) expect(cell.getAttribute('role')).to.equal('cell');
    expect(page.panel!.querySelector('thead')!.checkVisibility()).to.equal(false);
  });

  const states: readonly [state: string, () => Promise<Page<Task>>][] = [
    ['tasks', () => Promise.resolve(aPageOf([aTask(1), aTask(2)], { next: 'two', total: 30 }))],
    ['nothing found', () => Promise.resolve(aPageOf([]))],
    ['a failure', () => Promise.reject(unavailable())],
  ];

  for (const [state, answer] of states) {
    it(`is accessible with ${state}`, async () => {
      const page = await FindPage.ready(finding(answer).adapter);
      await page.search('ORD_1');
      await expect(page.table.element).to.be.accessible();
    });
  }

  it('is accessible while it waits', async () => {
    const page = await FindPage.ready(finding(() => new Promise(() => {})).adapter);
    page.find('ORD_1');
    await page.until(() => page.skeletons > 0, 'the wait');
    await expect(page.table.element).to.be.accessible();
  });

  it('is used by keyboard alone', async () => {
    const page = await FindPage.ready(finding().adapter);
    page.table.element.focus();
    for (let steps = 0; steps < 6 && !page.hasFocus(page.field); steps += 1) await sendKeys({ press: 'Tab' });
    expect(page.hasFocus(page.field)).to.equal(true);
    await sendKeys({ type: 'ORD_17' });
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.rows.length === 1, 'what was found');
    const walk: string[] = [];
    for (let steps = 0; steps < 5; steps += 1) {
      await sendKeys({ press: 'Tab' });
      const { activeElement } = page.table.root;
      walk.push(activeElement?.ariaLabel ?? activeElement?.textContent.trim() ?? '');
    }
    expect(walk.slice(0, 3)).to.deep.equal(['Clear', 'Find', 'All batches']);
    expect(walk).to.include('october.csv');
    await sendKeys({ press: 'Enter' });
    expect(page.table.heard('batch-sync-open').length).to.equal(walk.at(-1) === 'october.csv' ? 1 : 0);
    await sendKeys({ press: 'Escape' });
    await page.until(() => page.isList, 'the batches');
  });
});
