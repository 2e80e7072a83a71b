import { expect } from '@open-wc/testing';
import type { Batch, HistoryEntry } from '../../src/core/batch.js';
import { settle } from '../state/doubles.js';
import { DetailBackend, DetailPage, anEndedBatch } from '../support/detail-page.js';

const asha = { id: 'u_7', name: 'Asha' };
const rohan = { id: 'u_2', name: 'Rohan' };

function entry(minute: number, event: string, more: Partial<HistoryEntry> = {}): HistoryEntry {
  const at = `2026-10-01T09:${String(minute).padStart(2, '0')}:00Z`;
  return { at, event, by: null, detail: null, ...more };
}

function having(history: unknown, change: Partial<Batch> = {}): DetailBackend {
  const backend = new DetailBackend();
  backend.batch = anEndedBatch({ history: history as HistoryEntry[], ...change });
  return backend;
}

describe('detail: what happened', () => {
  it('tells every event that it knows in words, the latest first, with who and when', async () => {
    const history = [
      entry(0, 'created', { by: asha }),
      entry(1, 'approval_requested', { by: asha }),
      entry(2, 'approved', { by: rohan, detail: 'Compared with the report.' }),
      entry(3, 'rows_skipped', { detail: '4' }),
      entry(4, 'started'),
      entry(5, 'finished', { detail: 'PARTIALLY_ACCEPTED' }),
      entry(6, 'gateway_sync_started', { by: asha }),
      entry(7, 'gateway_sync_finished', { detail: 'failed' }),
      entry(8, 'retried', { by: asha, detail: 'bs_2' }),
      entry(9, 'canceled', { by: asha }),
      entry(10, 'rejected', { by: rohan, detail: 'Not these.' }),
    ];
    const page = await DetailPage.open(having(history, { childIds: ['bs_2'] }));
    await page.press('Show all 11 entries');
    expect(page.history).to.deep.equal([
      'Rejected Rohan, Oct 1, 2026, 09:10 UTC Not these.',
      'Canceled Asha, Oct 1, 2026, 09:09 UTC',
      'Rejected tasks sent again in bs_2 Asha, Oct 1, 2026, 09:08 UTC',
      'Gateway sync failed Oct 1, 2026, 09:07 UTC',
      'Gateway sync started Asha, Oct 1, 2026, 09:06 UTC',
      'Processing ended: Partially accepted Oct 1, 2026, 09:05 UTC',
      'Processing started Oct 1, 2026, 09:04 UTC',
      '4 rows skipped that need no task Oct 1, 2026, 09:03 UTC',
      'Approved Rohan, Oct 1, 2026, 09:02 UTC Compared with the report.',
      'Approval requested Asha, Oct 1, 2026, 09:01 UTC',
      'File uploaded Asha, Oct 1, 2026, 09:00 UTC',
    ]);
    expect(page.root.querySelector('[part~="card-timeline"] time')!.getAttribute('datetime')).to.equal(
      '2026-10-01T09:10:00Z',
    );
  });

  it('shows an event that it does not know as the server calls it, with all that it says', async () => {
    const page = await DetailPage.open(having([entry(1, 'audited <b>twice</b>', { by: rohan, detail: '<i>ok</i>' })]));
    expect(page.history).to.deep.equal(['audited <b>twice</b> Rohan, Oct 1, 2026, 09:01 UTC <i>ok</i>']);
    expect(page.all('[part~="card-timeline"] :is(b, i)')).to.have.length(0);
  });

  it('shows what is left of entries that are none: null, no time, no detail, a prototype’s name', async () => {
    const page = await DetailPage.open(
      having([
        null,
        {},
        entry(1, 'started'),
        { at: 'soon', event: 'constructor', by: null, detail: null },
        entry(2, 'rows_skipped', { detail: 'some' }),
        entry(3, 'finished', { by: { id: 'u', name: '' }, detail: 'AWAITING_AUDIT' }),
        entry(4, 'retried'),
        entry(5, 'finished'),
      ]),
    );
    expect(page.history).to.deep.equal([
      'Processing ended Oct 1, 2026, 09:05 UTC',
      'Rejected tasks sent again Oct 1, 2026, 09:04 UTC',
      'Processing ended Oct 1, 2026, 09:03 UTC AWAITING_AUDIT',
      'Rows skipped that need no task Oct 1, 2026, 09:02 UTC some',
      'Processing started Oct 1, 2026, 09:01 UTC',
      'constructor –',
    ]);
  });

  it('tells in the same order whichever way the server lists', async () => {
    const history = [entry(1, 'created'), entry(2, 'started'), entry(2, 'finished')];
    const page = await DetailPage.open(having(history.toReversed()));
    const times = page.history.map(text => /\d\d:\d\d/.exec(text)![0]);
    expect(times).to.deep.equal(['09:02', '09:02', '09:01']);
    const usual = await DetailPage.open(having(history));
    expect(usual.history[0]).to.contain('Processing ended');
  });

  it('leads to the retry and to what was retried', async () => {
    const page = await DetailPage.open(
      having([entry(1, 'created', { detail: 'bs_0' }), entry(2, 'retried', { detail: 'bs_2' })], {
        parentId: 'bs_0',
        childIds: ['bs_2'],
      }),
    );
    const links = page.all('[part~="card-timeline"] .link');
    expect(links.map(({ textContent }) => textContent)).to.deep.equal(['bs_2', 'bs_0']);
    links[0]!.click();
    await page.until(() => page.facts['Batch ID'] === 'bs_2', 'the retry');
    expect(page.told('batch-sync-open')).to.deep.equal([{ id: 'bs_2', batch: null }]);
  });

  it('takes a detail for a batch only where it is one of this batch’s own', async () => {
    const page = await DetailPage.open(
      having([entry(1, 'created', { detail: 'by the nightly job' }), entry(2, 'retried', { detail: 'all of them' })]),
    );
    expect(page.history).to.deep.equal([
      'Rejected tasks sent again Oct 1, 2026, 09:02 UTC all of them',
      'File uploaded Oct 1, 2026, 09:01 UTC by the nightly job',
    ]);
    expect(page.all('[part~="card-timeline"] .link')).to.have.length(0);
  });

  it('shows six entries of a long history until a person asks for more, and six of the next batch', async () => {
    const history = Array.from({ length: 40 }, (_, at) => entry(at, `event ${at}`));
    const page = await DetailPage.open(having(history));
    expect(page.history).to.have.length(6);
    page.control('Show all 40 entries').focus();
    await page.press('Show all 40 entries');
    expect(page.history).to.have.length(40);
    expect(page.focused!.textContent, 'the focus is not lost with the button').to.equal('What happened');
    page.element.batchId = 'bs_2';
    await page.until(() => page.facts['Batch ID'] === 'bs_2' && page.history.length > 0, 'the other batch');
    expect(page.history).to.have.length(6);
  });

  it('is not there where the backend has none, or the host hides it', async () => {
    const none = await DetailPage.open(new DetailBackend());
    expect(none.text).to.not.contain('What happened');
    const hidden = await DetailPage.open(having([entry(1, 'created')]), {
      prepare: element => (element.hide = 'timeline'),
    });
    expect(hidden.text).to.not.contain('What happened');
  });

  it('reads it again when something has happened that news does not tell of, and only then', async () => {
    const backend = having([entry(0, 'created')], {
      status: 'PROCESSING',
      version: 1,
      finishedAt: null,
      tasks: { accepted: 1, failed: 0, queued: 9 },
    });
    const whole = backend.adapter.getBatch;
    const page = await DetailPage.open(Object.assign(backend, { adapter: { ...backend.adapter, getBatch: whole } }));
    await page.until(() => backend.stream.connections.length > 0, 'the stream');
    expect(backend.count('getBatch')).to.equal(1);

    const { history: _history, ...progress } = backend.batch;
    backend.batch = { ...progress, tasks: { accepted: 2, failed: 0, queued: 8 } };
    backend.push({ version: 2 });
    await page.until(() => page.figures[0] === '2', 'progress');
    expect(page.history, 'what is known stays').to.have.length(1);

    backend.push({ version: 3, status: 'ACCEPTED', tasks: { accepted: 10, failed: 0, queued: 0 } });
    backend.batch = { ...backend.batch, history: [entry(0, 'created'), entry(9, 'finished', { detail: 'ACCEPTED' })] };
    await page.until(() => page.history.length === 2, 'the newer history');
    expect(page.history[0]).to.contain('Processing ended: Accepted');
    expect(backend.count('getBatch'), 'once, at the end').to.equal(2);
  });

  it('reads it again after an act of the person’s own', async () => {
    const backend = having([entry(0, 'created')]);
    backend.adapter.syncWithGateway = async () => {
      const gatewaySync = { state: 'running', by: asha, at: '2026-10-01T09:40:00Z' };
      backend.batch = anEndedBatch({
        version: 2,
        gatewaySync,
        history: [entry(0, 'created'), entry(40, 'gateway_sync_started', { by: asha })],
      });
      const { history: _history, ...answer } = backend.batch;
      return answer;
    };
    const page = await DetailPage.open(backend, { config: { confirm: () => true } });
    await page.press('Sync with Gateway');
    await page.until(() => page.history.length === 2, 'the newer history');
    expect(page.history[0]).to.contain('Gateway sync started Asha');
  });

  it('does not ask for it where nobody sees it', async () => {
    const backend = having([entry(0, 'created')], { status: 'PROCESSING', version: 1, finishedAt: null });
    const page = await DetailPage.open(backend, { prepare: element => (element.hide = 'timeline tasks failures') });
    await page.until(() => backend.stream.connections.length > 0, 'the stream');
    backend.push({ version: 2, status: 'ACCEPTED', history: undefined! });
    await page.until(() => page.badge === 'Accepted', 'the end');
    await settle();
    expect(backend.count('getBatch')).to.equal(1);
  });
});
