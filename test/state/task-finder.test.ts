import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { Batch, Page, Task } from '../../src/core/batch.js';
import { TaskFinder } from '../../src/state/task-finder.js';
import { aBatch, anAdapter, anAnswer, HeldClock, settle } from './doubles.js';

class FinderProbe extends LitElement {
  readonly clock = new HeldClock();
  readonly told: string[] = [];
  readonly finder = new TaskFinder(
    this,
    {
      known: id => (id === 'bs_listed' ? aBatch({ id, fileName: 'listed.csv' }) : undefined),
      adopt: batch => batch,
      found: ({ page }) => this.told.push(`found ${page.items.length}`),
      failed: ({ code }, asked) => this.told.push(`${asked ? 'asked' : 'by itself'}: ${code}`),
    },
    this.clock,
  );
}
customElements.define('finder-probe', FinderProbe);

function tasksOf(...batchIds: string[]): Page<Task> {
  const items = batchIds.map((batchId, row) => ({ id: `t_${row}`, batchId, row, values: {}, status: 'QUEUED' }));
  return { items: items as unknown as Task[], next: null, prev: null, start: 1, total: items.length };
}

const query = { q: 'ORD_1', cursor: null, limit: 20 };

describe('a task finder', () => {
  let probe: FinderProbe;
  let asked: number;
  let read: string[];
  let answer: () => Promise<Page<Task>>;

  const adapter: BatchSyncAdapter = anAdapter({
    findTasks: () => {
      asked += 1;
      return answer();
    },
    getBatch: (id): Promise<Batch> => {
      read.push(id);
      return Promise.resolve(aBatch({ id, version: 3 }));
    },
  });

  beforeEach(async () => {
    [asked, read, answer] = [0, [], () => Promise.resolve(tasksOf('bs_1', 'bs_listed'))];
    probe = await fixture<FinderProbe>(html`<finder-probe></finder-probe>`);
    probe.finder.follow(adapter);
  });

  it('asks for nothing by itself, and not without an adapter that can', async () => {
    await settle();
    probe.finder.follow(anAdapter());
    probe.finder.find(query);
    await settle();
    expect(asked).to.equal(0);
    expect(probe.finder.query).to.equal(null);
  });

  it('reads again when a batch of what is shown moved: at most every two seconds, and tells nobody', async () => {
    probe.finder.find(query);
    await settle();
    expect(probe.told).to.deep.equal(['found 2']);
    probe.finder.take([aBatch({ id: 'bs_1', version: 4 })]);
    probe.finder.take([aBatch({ id: 'bs_1', version: 5 })]);
    await probe.clock.advance(1999);
    expect(asked).to.equal(1);
    await probe.clock.advance(1);
    expect(asked).to.equal(2);
    expect(probe.told).to.deep.equal(['found 2']);
  });

  const idle: readonly [situation: string, batch: Batch][] = [
    ['of an older version', aBatch({ id: 'bs_1', version: 2 })],
    ['of the version that is known', aBatch({ id: 'bs_1', version: 3 })],
    ['in which nothing was found', aBatch({ id: 'bs_other', version: 99 })],
  ];

  for (const [situation, batch] of idle) {
    it(`a batch ${situation} is no reason to read again`, async () => {
      probe.finder.find(query);
      await settle();
      probe.finder.take([batch]);
      await probe.clock.advance(60_000);
      expect(asked).to.equal(1);
    });
  }

  it('a slow answer is not cut off by what moves meanwhile', async () => {
    const slow = anAnswer<Page<Task>>();
    probe.finder.find(query);
    await settle();
    answer = () => slow.promise;
    probe.finder.rereadSoon();
    await probe.clock.advance(2000);
    expect(asked).to.equal(2);
    probe.finder.rereadSoon();
    await probe.clock.advance(4000);
    expect(asked).to.equal(2);
    slow.resolve(tasksOf('bs_1'));
    await settle();
    await probe.clock.advance(2000);
    expect(asked).to.equal(3);
  });

  it('a reading by itself that fails keeps what is shown and says that nobody asked', async () => {
    probe.finder.find(query);
    await settle();
    answer = () => Promise.reject(new TypeError('cut'));
    probe.finder.rereadSoon();
    await probe.clock.advance(2000);
    expect(probe.told.at(-1)).to.match(/^by itself: /);
    expect(probe.finder.status.state).to.equal('stale');
    expect(probe.finder.shown?.page.items.length).to.equal(2);
  });

  it('closed: nothing is waited for, nothing is kept, nothing is read', async () => {
    probe.finder.find(query);
    await settle();
    probe.finder.rereadSoon();
    probe.finder.close();
    expect(probe.clock.timers).to.equal(0);
    expect(probe.finder.shown).to.equal(null);
    expect(probe.finder.batch('bs_1')).to.equal(null);
    probe.finder.rereadSoon();
    probe.finder.take([aBatch({ id: 'bs_1', version: 9 })]);
    await probe.clock.advance(60_000);
    expect(asked).to.equal(1);
  });

  it('another adapter, such as after logging out and in, ends the search', async () => {
    probe.finder.find(query);
    await settle();
    probe.finder.follow({ ...adapter });
    expect(probe.finder.query).to.equal(null);
    expect(probe.finder.shown).to.equal(null);
  });

  it('a batch of the list is not read, another one once for all its pages', async () => {
    probe.finder.find(query);
    await settle();
    probe.finder.find({ ...query, cursor: 'two' });
    await settle();
    expect(read).to.deep.equal(['bs_1']);
    expect(probe.finder.batch('bs_listed')?.fileName).to.equal('listed.csv');
  });

  it('removed: no timer stays behind', async () => {
    probe.finder.find(query);
    await settle();
    probe.finder.rereadSoon();
    probe.remove();
    await settle();
    expect(probe.clock.timers).to.equal(0);
  });
});
