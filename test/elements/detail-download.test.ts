import { expect } from '@open-wc/testing';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { Page, Task } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import type { TaskQuery } from '../../src/core/view.js';
import { anAnswer, settle } from '../state/doubles.js';
import { DetailBackend, DetailPage, aTask, anEndedBatch, catchFiles } from '../support/detail-page.js';

const header =
  'S.No,Order ID,Transaction ID,Unique Request ID,Sync Status,External System Response,Gateway Sync Status,Task Status,Error Message,Created At,Updated At';

/** An adapter whose pages for a file, and only those, come from `answer`. */
function exporting(
  backend: DetailBackend,
  answer: (query: TaskQuery, signal: AbortSignal) => Promise<Page<Task>>,
): BatchSyncAdapter {
  const { listTasks } = backend.adapter;
  return {
    ...backend.adapter,
    listTasks: (id, query, ctx) => (query.limit === 1000 ? answer(query, ctx.signal) : listTasks(id, query, ctx)),
  };
}

/** Pages of four, as a server with a smaller limit makes them. */
const inFours = (backend: DetailBackend) => (query: TaskQuery) => Promise.resolve(backend.page({ ...query, limit: 4 }));

async function ready(adapter: BatchSyncAdapter): Promise<DetailPage> {
  const page = await DetailPage.begin(adapter);
  await page.until(() => page.rows.length > 0, 'the tasks');
  return page;
}

describe('detail: Download Data', () => {
  let caught: ReturnType<typeof catchFiles>;

  beforeEach(() => {
    caught = catchFiles();
  });
  afterEach(() => caught.release());

  it('saves all tasks, page by page, and tells', async () => {
    const backend = new DetailBackend();
    backend.tasks[3] = aTask(4, { values: { order_id: '-1-1' }, externalResponse: '=1+1' });
    const page = await ready(exporting(backend, inFours(backend)));
    await page.press('Download Data');
    await page.until(() => caught.files.length === 1, 'the file');
    const [file] = caught.files;
    const lines = file!.text.trimEnd().split('\r\n');
    expect(file!.name).to.equal('batch_sync.csv');
    expect(lines[0]).to.equal(header);
    expect(lines).to.have.length(11);
    expect(lines[10]).to.match(/^10,ORD_10,TXN_10,,SYNCED,200 OK,,ACCEPTED,,/);
    expect(lines[4], 'no formula').to.match(/^4,'-1-1,,,SYNCED,'=1\+1,/);
    expect(page.told('batch-sync-downloaded')).to.deep.equal([
      { id: 'bs_1', scope: 'all', fileName: 'batch_sync.csv', tasks: 10 },
    ]);
    expect(page.notices.join()).to.contain('batch_sync.csv with 10 tasks was saved.');
  });

  it('makes no file when a page fails, says so, and makes the whole file on Retry', async () => {
    const backend = new DetailBackend();
    let fails = true;
    const page = await ready(
      exporting(backend, query =>
        fails && query.cursor === '4'
          ? Promise.reject(new ProblemError({ code: 'server_error', status: 500, requestId: 'req_7' }))
          : inFours(backend)(query),
      ),
    );
    expect(await page.element.download()).to.equal(false);
    expect(page.notices.join()).to.contain('No file was saved').and.contain('req_7');
    expect(page.told('batch-sync-error').map(({ action }) => action)).to.deep.equal(['download']);
    expect(page.told('batch-sync-downloaded')).to.have.length(0);
    expect(caught.files).to.have.length(0);
    fails = false;
    await page.press('Retry');
    await page.until(() => caught.files.length === 1, 'the file');
    expect(caught.files[0]!.text.trimEnd().split('\r\n')).to.have.length(11);
  });

  const lies: Readonly<Record<string, (page: Page<Task>) => Page<Task>>> = {
    'that gives fewer tasks than it counted': page => ({ ...page, total: 11 }),
    'that gives a page again': page => ({ ...page, next: '0' }),
    'that sends empty pages for ever': () => ({ items: [], next: 'more', prev: null, start: null, total: 10 }),
    'of which a task cannot be read': page => ({ ...page, unreadable: 1 }),
    'that counts nothing and stops early': page => ({ ...page, total: null, next: null }),
  };
  for (const [name, lie] of Object.entries(lies)) {
    it(`makes no file of a server ${name}`, async () => {
      const backend = new DetailBackend();
      const page = await ready(exporting(backend, async query => lie(await inFours(backend)(query))));
      expect(await page.element.download()).to.equal(false);
      expect(page.notices.join()).to.contain('No file was saved');
      expect(caught.files).to.have.length(0);
    });
  }

  it('says how many tasks are still queued, before and after', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ status: 'PROCESSING', tasks: { accepted: 8, failed: 0, queued: 2 } });
    backend.tasks = backend.tasks.map((task, index) => (index < 8 ? task : { ...task, status: 'QUEUED' }));
    const answer = anAnswer<Page<Task>>();
    let asked: TaskQuery | null = null;
    const page = await ready(
      exporting(backend, query => {
        asked = query;
        return answer.promise;
      }),
    );
    await page.press('Download Data');
    await page.until(() => asked, 'the request');
    expect(page.notices.join()).to.contain('2 tasks are still queued');
    expect(page.isBlocked('Download Data')).to.equal(true);
    answer.resolve(backend.page(asked!));
    await page.until(() => caught.files.length === 1, 'the file');
    expect(page.notices.join()).to.contain('2 tasks are still queued and are in the file as QUEUED.');
    expect(caught.files[0]!.text).to.contain(',QUEUED,');
  });

  it('asks the host first', async () => {
    const backend = new DetailBackend();
    const page = await ready(exporting(backend, inFours(backend)));
    page.element.addEventListener('batch-sync-download', event => event.preventDefault());
    expect(await page.element.download()).to.equal(false);
    expect(page.told('batch-sync-download')).to.deep.equal([{ id: 'bs_1', scope: 'all' }]);
    expect(caught.files).to.have.length(0);
  });

  it('stops when it is canceled, and makes no file', async () => {
    const backend = new DetailBackend();
    const answer = anAnswer<Page<Task>>();
    let signal: AbortSignal | undefined;
    const page = await ready(
      exporting(backend, (_query, given) => {
        signal = given;
        return answer.promise;
      }),
    );
    const download = page.element.download();
    await page.until(() => page.find('Cancel download'), 'the notice');
    await page.press('Cancel download');
    expect(signal!.aborted).to.equal(true);
    answer.resolve(backend.page({ ...page.element.view, limit: 1000 }));
    expect(await download).to.equal(false);
    await page.element.updateComplete;
    expect(page.notices).to.deep.equal([]);
    expect(caught.files).to.have.length(0);
    expect(page.told('batch-sync-error')).to.have.length(0);
  });

  it('stops when it is removed or shows another batch, and makes no file', async () => {
    for (const leave of [
      (page: DetailPage) => page.element.remove(),
      (page: DetailPage) => (page.element.batchId = 'bs_2'),
    ]) {
      const backend = new DetailBackend();
      let signal: AbortSignal | undefined;
      const page = await ready(
        exporting(backend, (_query, given) => {
          signal = given;
          return new Promise((_, reject) => given.addEventListener('abort', () => reject(given.reason as Error)));
        }),
      );
      const download = page.element.download();
      await page.until(() => signal, 'the request');
      leave(page);
      expect(await download).to.equal(false);
      expect(signal!.aborted).to.equal(true);
      expect(caught.files).to.have.length(0);
    }
  });

  it('gives the file’s address back when it is removed', async () => {
    const backend = new DetailBackend();
    const page = await ready(backend.adapter);
    await page.element.download();
    await page.until(() => caught.files.length === 1, 'the file');
    const { url } = caught.files[0]!;
    page.element.remove();
    await settle();
    const gone = await fetch(url).then(
      () => false,
      () => true,
    );
    expect(gone).to.equal(true);
  });

  it('saves the rejected tasks in the shape of an upload, cells as they were', async () => {
    const backend = new DetailBackend();
    backend.tasks[0] = aTask(1, {
      status: 'FAILED',
      values: { order_id: '-1-1', txn_id: 'a,b', unique_request_id: '' },
    });
    const page = await ready(backend.adapter);
    expect(await page.element.download('upload')).to.equal(true);
    await page.until(() => caught.files.length === 1, 'the file');
    expect(caught.files[0]!.name).to.equal('batch_sync_upload.csv');
    expect(caught.files[0]!.text).to.equal('order_id,txn_id,unique_request_id\r\n-1-1,"a,b",\r\nORD_2,TXN_2,\r\n');
  });

  it('saves nothing without a batch, and says so', async () => {
    const page = await DetailPage.begin(new DetailBackend().adapter, { config: { permissions: { orders: 'none' } } });
    expect(await page.element.download()).to.equal(false);
    expect(page.told('batch-sync-error')[0]!.problem.code).to.equal('forbidden');
  });
});
