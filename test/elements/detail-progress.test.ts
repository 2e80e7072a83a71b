import { expect } from '@open-wc/testing';
import type { Batch } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { settle, someCapabilities } from '../state/doubles.js';
import { DetailBackend, DetailPage, anEndedBatch } from '../support/detail-page.js';

const minute = 60_000;

/** A time of the server's, whose clock is `skew` minutes ahead of the page's, so many minutes ago. */
const ago = (minutes: number, skew = 0) => new Date(Date.now() + (skew - minutes) * minute).toISOString();

interface Moving {
  readonly done: number;
  /** Minutes ago. */
  readonly started: number | null;
  readonly updated: number;
  readonly skew?: number;
  readonly change?: Partial<Batch>;
}

/** A backend of a batch of a thousand tasks in work. */
function moving({ done, started, updated, skew = 0, change }: Moving): DetailBackend {
  const backend = new DetailBackend();
  backend.capabilities = someCapabilities({ serverTime: ago(0, skew) });
  backend.batch = anEndedBatch({
    status: 'PROCESSING',
    totalRecords: 1000,
    totalTasks: 1000,
    tasks: { accepted: done, failed: 0, queued: 1000 - done },
    startedAt: started === null ? null : ago(started, skew),
    updatedAt: ago(updated, skew),
    finishedAt: null,
    ...change,
  });
  return backend;
}

const pace = (page: DetailPage) => page.root.querySelector<HTMLElement>('.pace')?.innerText ?? '';
const says = (page: DetailPage, text: string) => page.notices.some(notice => notice.includes(text));

describe('detail: progress', () => {
  it('tells how fast it goes and how long it will take, by the server’s counts and times', async () => {
    const page = await DetailPage.open(moving({ done: 200, started: 4, updated: 0 }));
    expect(pace(page)).to.equal('about 50 tasks/min · about 16 min left');
    const end = page.root.querySelector('.pace time')!;
    expect(Date.parse(end.getAttribute('datetime')!)).to.be.closeTo(Date.now() + 16 * minute, minute);
    expect(end.getAttribute('title')).to.match(/^Estimated end: .* UTC$/);
  });

  it('is right on a machine whose clock is an hour wrong', async () => {
    for (const skew of [-60, 60]) {
      const page = await DetailPage.open(moving({ done: 200, started: 4, updated: 0, skew }));
      expect(pace(page), `${skew}`).to.equal('about 50 tasks/min · about 16 min left');
      expect(says(page, 'No progress'), `${skew}`).to.equal(false);
    }
  });

  it('says less where less is known', async () => {
    const cases: [string, Moving, string][] = [
      ['nothing done yet', { done: 0, started: 1, updated: 1 }, ''],
      ['just begun', { done: 5, started: 0, updated: 0 }, ''],
      ['nobody says when it began', { done: 5, started: null, updated: 1 }, ''],
      ['nearly done', { done: 950, started: 9.5, updated: 0 }, 'about 100 tasks/min · less than a minute left'],
      ['later than was thought', { done: 900, started: 9, updated: 3 }, 'about 150 tasks/min'],
      ['all done, not ended yet', { done: 1000, started: 10, updated: 0 }, 'about 100 tasks/min'],
    ];
    for (const [name, state, expected] of cases) {
      const page = await DetailPage.open(moving(state));
      expect(pace(page), name).to.equal(expected);
    }
  });

  it('shows no progress of a batch that ended before, and keeps it of one that was watched', async () => {
    const ended = await DetailPage.open(new DetailBackend());
    expect(ended.root.querySelector('.stats-progress')).to.equal(null);
    const backend = moving({ done: 200, started: 4, updated: 0, change: { version: 1 } });
    const page = await DetailPage.open(backend);
    await page.until(() => backend.stream.connections.length > 0, 'the stream');
    backend.push({
      version: 2,
      status: 'ACCEPTED',
      tasks: { accepted: 1000, failed: 0, queued: 0 },
      finishedAt: ago(0),
    });
    await page.until(() => page.badge === 'Accepted', 'the end');
    expect(page.root.querySelector('.stats-progress')!.textContent).to.contain('1,000 of 1,000');
    expect(pace(page), 'nothing is estimated any more').to.equal('');
  });

  it('says calmly that nothing has moved for five minutes, once aloud, and what support would need', async () => {
    const page = await DetailPage.open(moving({ done: 400, started: 20, updated: 7 }));
    expect(page.notices.join()).to.contain('No progress for 7 min').and.contain('nothing is lost');
    expect(page.all('[part~="notice-failed"]'), 'no alarm').to.have.length(0);
    expect(page.has('Copy support bundle')).to.equal(true);
    expect(pace(page)).to.equal('');
    await page.until(() => page.spoken === 'This batch has made no progress for a while.', 'the announcement');
  });

  it('takes that back when the batch goes on', async () => {
    const backend = moving({ done: 400, started: 20, updated: 7, change: { version: 1 } });
    const page = await DetailPage.open(backend);
    await page.until(() => backend.stream.connections.length > 0, 'the stream');
    expect(says(page, 'No progress')).to.equal(true);
    backend.push({ version: 2, updatedAt: ago(0), tasks: { accepted: 410, failed: 0, queued: 590 } });
    await page.until(() => !says(page, 'No progress'), 'the message gone');
  });

  it('does not say so of a batch of which nothing is heard: that is another matter', async () => {
    let fails = false;
    const backend = moving({ done: 400, started: 20, updated: 7 });
    const { getBatch } = backend.adapter;
    const page = await DetailPage.begin({
      ...backend.adapter,
      getBatch: (...call) => (fails ? Promise.reject(new ProblemError({ code: 'network' })) : getBatch(...call)),
    });
    await page.until(() => page.figures[0] === '400', 'the batch');
    fails = true;
    await page.element.refresh();
    await page.until(() => page.element.status === 'stale', 'the stale batch');
    expect(says(page, 'No progress')).to.equal(false);
    expect(says(page, 'This batch is as of')).to.equal(true);
  });

  it('does not say so at the first glance where the page’s clock is all that is known', async () => {
    const backend = moving({ done: 400, started: 20, updated: 7 });
    backend.capabilities = someCapabilities();
    const page = await DetailPage.open(backend);
    expect(says(page, 'No progress')).to.equal(false);
  });

  it('says of a batch that has not begun that it waits', async () => {
    const page = await DetailPage.open(moving({ done: 0, started: null, updated: 9, change: { status: 'QUEUED' } }));
    expect(says(page, 'Waiting for its turn for 9 min')).to.equal(true);
  });

  it('says nothing of the next batch that was true of the last', async () => {
    const backend = moving({ done: 400, started: 20, updated: 7 });
    const page = await DetailPage.open(backend);
    expect(says(page, 'No progress')).to.equal(true);
    backend.batch = anEndedBatch({ id: 'bs_2' });
    page.element.batchId = 'bs_2';
    await page.until(() => page.facts['Batch ID'] === 'bs_2', 'the other batch');
    expect(page.notices).to.deep.equal([]);
  });
});

describe('detail: rows read, sent, acknowledged, and tasks', () => {
  const cases: [name: string, batch: Partial<Batch>, line: string | undefined, explanation: string | null][] = [
    ['all equal', {}, '10 = 10 = 10 = 10 All equal', null],
    [
      'read more than was sent',
      { rows: { read: 12, sent: 10, acknowledged: 10 } },
      '12 ≠ 10 = 10 = 10 Not equal',
      '2 rows that were read were not sent.',
    ],
    [
      'sent more than was read',
      { rows: { read: 9, sent: 10, acknowledged: 10 } },
      '9 ≠ 10 = 10 = 10 Not equal',
      '1 row more was sent than was read.',
    ],
    [
      'acknowledged fewer',
      { rows: { read: 10, sent: 10, acknowledged: 7 } },
      '10 = 10 ≠ 7 ≠ 10 Not equal',
      '3 rows that were sent were not acknowledged by the server.',
    ],
    [
      'acknowledged more',
      { rows: { read: 10, sent: 10, acknowledged: 11 } },
      '10 = 10 ≠ 11 ≠ 10 Not equal',
      'The server acknowledged 1 row more than was sent.',
    ],
    [
      'fewer tasks, for no reason that is told',
      { totalRecords: 10, totalTasks: 8 },
      '10 = 10 = 10 ≠ 8 Not equal',
      '2 records were skipped or became part of another task.',
    ],
    [
      'fewer tasks, by as many as the server says it skipped',
      { totalTasks: 8, history: [{ at: '2026-10-01T09:30:00Z', event: 'rows_skipped', by: null, detail: '2' }] },
      '10 = 10 = 10 ≠ 8 Not equal',
      'it skipped 2 records that need no task.',
    ],
    ['more tasks', { totalTasks: 13 }, '10 = 10 = 10 ≠ 13 Not equal', 'some records became more than one task.'],
    ['no tasks', { totalTasks: 0 }, '10 = 10 = 10 ≠ 0 Not equal', 'No tasks were made of the records of this file.'],
    ['tasks still to come', { totalTasks: 0, status: 'QUEUED' }, '10 = 10 = 10 · –', null],
    ['not approved yet', { totalTasks: 0, status: 'PENDING_APPROVAL' }, '10 = 10 = 10 · –', null],
    [
      'a retry: no file was read',
      { parentId: 'bs_0', rows: { read: null, sent: null, acknowledged: 10 } },
      '– · – · 10 = 10',
      'so no file was read for them.',
    ],
    ['nothing told', { rows: null }, undefined, null],
    ['nothing told but tasks', { rows: null, totalTasks: 13 }, undefined, 'some records became more than one task.'],
    ['counts that are none', { rows: { read: -1, sent: Number.NaN, acknowledged: 10 } }, '– · – · 10 = 10', null],
  ];
  for (const [name, change, line, explanation] of cases) {
    it(name, async () => {
      const backend = new DetailBackend();
      backend.batch = anEndedBatch(change);
      const page = await DetailPage.open(backend);
      expect(page.facts[page.integrity]).to.equal(line);
      const explained = page.all('.explanations li').map(item => item.innerText.trim());
      if (explanation === null) expect(explained).to.deep.equal([]);
      else expect(explained.join('\n')).to.contain(explanation);
    });
  }

  it('is not there where the host hides it', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ totalTasks: 13 });
    const page = await DetailPage.open(backend, { prepare: element => (element.hide = 'integrity') });
    await settle();
    expect(page.facts).to.not.have.property(page.integrity);
    expect(page.all('.explanations')).to.have.length(0);
    expect(page.facts['Total Tasks'], 'the figure itself stays').to.equal('13');
  });
});
