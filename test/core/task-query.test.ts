import { expect } from '@open-wc/testing';
import {
  completeTaskQuery,
  isNarrowed,
  paramsFromTaskQuery,
  taskSort,
  taskSortOf,
  toggledTaskSort,
} from '../../src/core/task-query.js';
import { defaultTaskQuery } from '../../src/core/view.js';
import type { TaskQuery } from '../../src/core/view.js';

describe('the order of tasks', () => {
  const presses: [sort: string | null, key: string, next: string | null][] = [
    [null, 'row', '-row'],
    ['-row', 'row', null],
    ['row', 'row', '-row'],
    [null, 'status', 'status'],
    ['status', 'status', '-status'],
    ['-status', 'status', 'status'],
    ['-status', 'row', null],
    ['-row', 'status', 'status'],
  ];
  for (const [sort, key, next] of presses) {
    it(`${sort ?? 'file order'}, a press on ${key}: ${next ?? 'file order'}`, () =>
      expect(toggledTaskSort(sort, key)).to.equal(next));
  }

  it('reads back what it wrote', () => {
    for (const sort of [null, '-row', 'status', '-order_id']) {
      const { key, descending } = taskSortOf(sort);
      expect(taskSort(key, descending)).to.equal(sort);
    }
  });
});

describe('which tasks are asked for', () => {
  const narrowed: [Partial<TaskQuery>, boolean][] = [
    [{}, false],
    [{ sort: '-row', cursor: 'x', limit: 10 }, false],
    [{ status: 'FAILED' }, true],
    [{ errorCode: 'gone' }, true],
    [{ gateway: 'PAYU' }, true],
    [{ q: 'ORD' }, true],
  ];
  for (const [change, expected] of narrowed) {
    it(`${JSON.stringify(change)} is ${expected ? 'fewer than all' : 'all'}`, () =>
      expect(isNarrowed({ ...defaultTaskQuery, ...change })).to.equal(expected));
  }

  it('completes what a host gave, and takes nothing senseless', () => {
    const given = { status: '', q: null, sort: 7, limit: 0.5, gateway: 'PAYU' } as unknown as Partial<TaskQuery>;
    expect(completeTaskQuery(given, 20)).to.deep.equal({ ...defaultTaskQuery, gateway: 'PAYU', limit: 20 });
    expect(completeTaskQuery({ limit: 9_999_999 }, 20).limit).to.equal(1000);
  });

  it('says in an address only what differs', () => {
    expect(paramsFromTaskQuery(defaultTaskQuery)).to.deep.equal({});
    expect(paramsFromTaskQuery({ ...defaultTaskQuery, gateway: 'PAYU', sort: '-row', limit: 10 })).to.deep.equal({
      taskGateway: 'PAYU',
      taskSort: '-row',
      taskPageSize: '10',
    });
  });
});
