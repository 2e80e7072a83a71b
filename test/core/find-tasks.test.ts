import { expect } from '@open-wc/testing';
import type { Page, Task } from '../../src/core/batch.js';
import { idFrom, matchIn, pastedIds, verdictOn } from '../../src/core/find-tasks.js';

function aTask(order_id: string, change: Partial<Task> = {}): Task {
  return {
    id: `t_${order_id}`,
    batchId: 'bs_1',
    row: 1,
    values: { order_id, txn_id: 'TXN_1', unique_request_id: '' },
    status: 'ACCEPTED',
    syncStatus: null,
    externalSystem: null,
    externalResponse: null,
    gateway: null,
    gatewaySyncStatus: null,
    error: null,
    createdAt: '2026-10-01T09:30:00Z',
    updatedAt: '2026-10-01T09:31:00Z',
    ...change,
  };
}

function aPage(items: readonly Task[], change: Partial<Page<Task>> = {}): Page<Task> {
  return { items, next: null, prev: null, start: 1, total: items.length, ...change };
}

describe('an id as it was meant', () => {
  const cases: readonly [text: string, id: string][] = [
    ['', ''],
    [' \t\r\n', ''],
    ['\u200b\u200b', ''],
    ['ORD_1', 'ORD_1'],
    [' ORD_1\n', 'ORD_1'],
    ['\u00a0ORD_1\u3000', 'ORD_1'],
    ['\ufeff\u202aORD_1\u202c\u200e', 'ORD_1'],
    ['TXN 9/8 (b)', 'TXN 9/8 (b)'],
    ['a\u200bb', 'a\u200bb'],
    ['"ORD_1"', '"ORD_1"'],
    ['-1-1', '-1-1'],
  ];
  for (const [text, id] of cases) it(JSON.stringify(text), () => expect(idFrom(text)).to.equal(id));

  it('takes no longer for a text of nothing but blanks inside', () => {
    const text = `x${' '.repeat(200_000)}x`;
    expect(idFrom(text)).to.equal(text);
  });
});

describe('ids that were pasted at once', () => {
  const cases: readonly [text: string, ids: readonly string[]][] = [
    ['', []],
    ['ORD_1', ['ORD_1']],
    ['ORD_1\r\n', ['ORD_1']],
    ['ORD_1\r\n\r\n ORD_2 \rORD_3\n', ['ORD_1', 'ORD_2', 'ORD_3']],
    ['ORD_1\tTXN_1\tREQ_1\n', ['ORD_1', 'TXN_1', 'REQ_1']],
    ['TXN 9/8, (b)', ['TXN 9/8, (b)']],
  ];
  for (const [text, ids] of cases) it(JSON.stringify(text), () => expect(pastedIds(text)).to.deep.equal(ids));
});

describe('the value by which a task was found', () => {
  const cases: readonly [q: string, value: string][] = [
    ['ORD_1', 'ORD_1'],
    ['txn', 'TXN_1'],
    ['_1', 'ORD_1'],
    ['TXN_1', 'TXN_1'],
    ['elsewhere', 'elsewhere'],
  ];
  for (const [q, value] of cases) it(q, () => expect(matchIn(aTask('ORD_1'), q)).to.equal(value));

  it('is looked for among texts only', () => {
    const values = { order_id: null, txn_id: 7, unique_request_id: 'REQ_1' } as unknown as Task['values'];
    expect(matchIn(aTask('', { values }), 'req')).to.equal('REQ_1');
  });
});

describe('what the tasks say of the id', () => {
  const older = aTask('ORD_1', { id: 'older', createdAt: '2026-10-01T09:30:00Z' });
  const newer = aTask('ORD_1', { id: 'newer', createdAt: '2026-10-02T09:30:00Z', status: 'FAILED' });
  const retold = aTask('ORD_1', { ...newer, id: 'retold', updatedAt: '2026-10-05T00:00:00Z' });
  const longer = aTask('ORD_10', { createdAt: '2026-10-09T09:30:00Z' });
  const lower = aTask('ord_1');

  const cases: readonly [situation: string, page: Page<Task>, verdict: string | null][] = [
    ['nothing found', aPage([]), null],
    ['one, with exactly this id: its row says it', aPage([older]), null],
    ['one that only contains it', aPage([longer]), 'none'],
    ['none but in other letters', aPage([lower, longer]), 'none'],
    ['several, the latest first', aPage([newer, older]), 'newer of 2'],
    ['several, the latest last', aPage([older, newer]), 'newer of 2'],
    ['several made at once: the one that changed last', aPage([retold, newer]), 'retold of 2'],
    ['one exactly and others that contain it, which are later', aPage([longer, older]), 'older of 1'],
    ['more to come', aPage([newer, older], { next: 'two' }), null],
    ['a later page', aPage([newer, older], { prev: 'one' }), null],
    ['some could not be read', aPage([newer, older], { unreadable: 1 }), null],
  ];

  for (const [situation, page, verdict] of cases) {
    it(situation, () => {
      const found = verdictOn('ORD_1', page);
      expect(found?.kind === 'latest' ? `${found.task.id} of ${found.count}` : (found?.kind ?? null)).to.equal(verdict);
    });
  }
});
