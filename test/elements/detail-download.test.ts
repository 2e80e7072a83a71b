import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { TelemetryEvent } from '../../src/adapter/context.js';
import type { Page, Task } from '../../src/core/batch.js';
import { ProblemError, type Problem } from '../../src/core/problem.js';
import { defaultTaskQuery, type TaskQuery } from '../../src/core/view.js';
import type { BatchFiles } from '../../src/elements/detail-download.piece.js';
import { DetailDownload } from '../../src/elements/detail-download.js';
import { Piece } from '../../src/state/piece.js';
import { aBatch, anAnswer, settle } from '../state/doubles.js';
import type { Answer } from '../state/doubles.js';
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
    await page.until(() => signal, 'the request');
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

  it('offers the files that would hold something, with the server’s counts, by keyboard', async () => {
    const backend = new DetailBackend();
    const page = await ready(backend.adapter);
    const opener = page.control('Choose what to download');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    await page.until(
      () => opener.getAttribute('aria-expanded') === 'true' && page.focused?.role === 'menuitem',
      'the menu',
    );
    expect(page.all('[role="menuitem"]').map(item => item.innerText.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'All tasks 10',
      'Accepted tasks 8',
      'Rejected tasks 2',
      'Rejected rows to upload again In the columns of an upload, values exactly as they were sent 2',
    ]);
    await expect(page.element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await page.until(() => opener.getAttribute('aria-expanded') === 'false', 'the menu closed');
    expect(page.focused === opener, 'the focus is back').to.equal(true);

    await sendKeys({ press: 'Enter' });
    await page.until(() => page.focused?.role === 'menuitem', 'the menu again');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await page.until(() => caught.files.length === 1, 'the file');
    expect(caught.files[0]!.name).to.equal('batch_sync_accepted.csv');
    expect(caught.files[0]!.text.trimEnd().split('\r\n')).to.have.length(9);
    expect(page.told('batch-sync-download')).to.deep.equal([{ id: 'bs_1', scope: 'accepted' }]);
    expect(page.focused === opener).to.equal(true);
  });

  it('opens and closes the choice with one button, and closes it for the next batch', async () => {
    const page = await ready(new DetailBackend().adapter);
    const opener = page.control('Choose what to download');
    const menuOf = () => page.root.querySelector<HTMLElement>('[role="menu"]');
    await page.until(() => menuOf() !== null, 'the choice');
    const menu = menuOf()!;
    const shown = () => menu.matches(':popover-open');
    /** A press of a pointer as a browser makes it: whatever is open is closed before the click comes. */
    const press = async () => {
      opener.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      if (shown()) menu.hidePopover();
      await page.element.updateComplete;
      opener.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    };
    await press();
    await page.until(shown, 'the menu');
    await press();
    await settle();
    await page.element.updateComplete;
    expect([shown(), opener.getAttribute('aria-expanded')]).to.deep.equal([false, 'false']);
    await press();
    await page.until(shown, 'the menu again');
    page.element.batchId = 'bs_2';
    await page.until(() => page.facts['Batch ID'] === 'bs_2', 'the other batch');
    expect(shown()).to.equal(false);
  });

  it('saves what is listed, all pages of it, in file order', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.begin(exporting(backend, inFours(backend)), {
      prepare: element => {
        element.taskPageSize = 3;
        element.view = { status: 'ACCEPTED', q: 'ORD', sort: '-row' };
      },
    });
    await page.until(() => page.orders[0] === 'ORD_10', 'the tasks');
    await page.press('Choose what to download');
    await page.until(() => page.has(/^Tasks listed below/), 'the choice');
    await page.press(/^Tasks listed below/);
    await page.until(() => caught.files.length === 1, 'the file');
    const [file] = caught.files;
    expect(file!.name).to.equal('batch_sync_filtered.csv');
    const orders = file!.text.split('\r\n').map(line => line.split(',')[1]);
    expect(orders.slice(1, 9)).to.deep.equal([3, 4, 5, 6, 7, 8, 9, 10].map(row => `ORD_${row}`));
    expect(page.told('batch-sync-downloaded')[0]).to.deep.include({ scope: 'filtered', tasks: 8 });
  });

  it('offers what is listed only where that is less than all', async () => {
    const page = await ready(new DetailBackend().adapter);
    await page.press('Choose what to download');
    await page.until(() => page.has(/^All tasks/), 'the choice');
    expect(page.has(/^Tasks listed below/)).to.equal(false);
  });

  it('tries the same file again, whatever is listed by then', async () => {
    const backend = new DetailBackend();
    let fails = true;
    const page = await ready(
      exporting(backend, query =>
        fails ? Promise.reject(new ProblemError({ code: 'network' })) : inFours(backend)(query),
      ),
    );
    page.element.view = { status: 'FAILED' };
    await page.until(() => page.rows.length === 2, 'the rejected tasks');
    expect(await page.element.download('filtered')).to.equal(false);
    page.element.view = {};
    await page.until(() => page.rows.length === 10, 'all tasks');
    fails = false;
    await page.press('Retry');
    await page.until(() => caught.files.length === 1, 'the file');
    expect(page.told('batch-sync-downloaded')[0]).to.deep.include({ scope: 'filtered', tasks: 2 });
  });

  it('says that tasks are queued only where they go into the file', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ status: 'PROCESSING', tasks: { accepted: 8, failed: 0, queued: 2 } });
    let asked = false;
    const page = await ready(
      exporting(backend, () => {
        asked = true;
        return new Promise(() => {});
      }),
    );
    void page.element.download('accepted');
    await page.until(() => asked, 'the request');
    expect(page.notices.join()).to.contain('Preparing batch_sync_accepted.csv').and.not.contain('queued');
  });

  it('makes no file where a page is not there any more, and does not say that it begins again', async () => {
    const backend = new DetailBackend();
    const page = await ready(
      exporting(backend, query =>
        query.cursor === null
          ? inFours(backend)(query)
          : Promise.reject(new ProblemError({ code: 'cursor_expired', status: 410 })),
      ),
    );
    expect(await page.element.download()).to.equal(false);
    expect(page.notices.join()).to.contain('The tasks changed while they were read, so nothing was saved.');
    expect(caught.files).to.have.length(0);
  });

  it('makes no file of pages in which there are no tasks', async () => {
    const backend = new DetailBackend();
    const answers = [{ items: [null], next: null, total: 1 }, { items: 'many' }, null];
    for (const answer of answers) {
      const page = await ready(exporting(backend, async () => answer as unknown as Page<Task>));
      expect(await page.element.download()).to.equal(false);
      expect(page.notices.join()).to.contain('No file was saved');
    }
    expect(caught.files).to.have.length(0);
  });

  it('tells the host’s telemetry which file, and how many tasks, and nothing of them', async () => {
    const events: TelemetryEvent[] = [];
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend, { config: { onEvent: event => events.push(event) } });
    await page.element.download('failed');
    expect(events).to.deep.equal([{ name: 'downloaded', data: { scope: 'failed', tasks: 2 } }]);
  });

  it('saves nothing without a batch, and says so', async () => {
    const page = await DetailPage.begin(new DetailBackend().adapter, { config: { permissions: { orders: 'none' } } });
    expect(await page.element.download()).to.equal(false);
    expect(page.told('batch-sync-error')[0]!.problem.code).to.equal('forbidden');
  });
});

class FilesProbe extends LitElement {
  readonly answers: Answer<BatchFiles>[] = [];
  readonly failures: Problem[] = [];
  readonly download: DetailDownload = new DetailDownload(this, {
    piece: () => this.piece,
    failed: problem => this.failures.push(problem),
  });
  readonly piece = new Piece<BatchFiles>(this, () => {
    const answer = anAnswer<BatchFiles>();
    this.answers.push(answer);
    return answer.promise;
  });
}
customElements.define('files-probe', FilesProbe);

/** What was asked of the files, once their code is there. */
function someFiles() {
  const asked: string[] = [];
  const files = {
    choosing: false,
    start: (_batch: unknown, scope: string) => Promise.resolve(asked.push(scope) > 0),
    leave: () => undefined,
  };
  return { asked, files: files as unknown as BatchFiles };
}

describe('detail: files whose code is on the way', () => {
  let probe: FilesProbe;
  const gone = () => new ProblemError({ code: 'code_missing', title: 'Code missing', retryable: true });
  const click = () => new MouseEvent('click', { detail: 1 });

  beforeEach(async () => {
    probe = await fixture<FilesProbe>(html`<files-probe></files-probe>`);
  });

  it('are made once it is there, the one that was asked for last', async () => {
    const { asked, files } = someFiles();
    const first = probe.download.start(aBatch(), 'all', defaultTaskQuery);
    const second = probe.download.start(aBatch(), 'failed', defaultTaskQuery);
    probe.answers[0]!.resolve(files);
    expect(await Promise.all([first, second])).to.deep.equal([false, true]);
    expect([probe.answers.length, ...asked]).to.deep.equal([1, 'failed']);
  });

  it('are not made of a batch that was left meanwhile, nor for an element that is gone', async () => {
    const { asked, files } = someFiles();
    const left = probe.download.start(aBatch(), 'all', defaultTaskQuery);
    probe.download.leave();
    const removed = probe.download.start(aBatch(), 'all', defaultTaskQuery);
    probe.remove();
    probe.answers[0]!.resolve(files);
    expect(await Promise.all([left, removed])).to.deep.equal([false, false]);
    expect(asked).to.deep.equal([]);
  });

  it('are told to be missing where it is gone, and are there at the next wish', async () => {
    const { files } = someFiles();
    const started = probe.download.start(aBatch(), 'all', defaultTaskQuery);
    probe.answers[0]!.reject(gone());
    expect(await started).to.equal(false);
    expect(probe.failures.map(({ code }) => code)).to.deep.equal(['code_missing']);
    expect(probe.download.missing?.problem.code).to.equal('code_missing');
    const again = probe.download.start(aBatch(), 'all', defaultTaskQuery);
    probe.answers[1]!.resolve(files);
    expect(await again).to.equal(true);
    expect(probe.download.missing).to.equal(null);
  });

  it('are to choose from as soon as they are there, unless the button was pressed again', async () => {
    const { files } = someFiles();
    probe.download.pressed(click());
    probe.download.pressed(click());
    probe.download.pressed(click());
    probe.answers[0]!.resolve(files);
    await settle();
    await probe.updateComplete;
    expect(files.choosing).to.equal(true);
  });

  it('are not to choose from where the button was pressed twice', async () => {
    const { files } = someFiles();
    probe.download.pressed(click());
    probe.download.pressed(click());
    probe.answers[0]!.resolve(files);
    await settle();
    await probe.updateComplete;
    expect(files.choosing).to.equal(false);
  });
});
