import { expect } from '@open-wc/testing';
import type { Batch } from '../../src/core/batch.js';
import { PaceMeter } from '../../src/core/pace.js';
import type { Pace } from '../../src/core/pace.js';
import { aBatch } from '../state/doubles.js';

const minute = 60_000;
const start = Date.parse('2026-10-01T09:00:00Z');
const at = (minutes: number) => new Date(start + minutes * minute).toISOString();

interface Snapshot {
  /** Minutes after the start, by the server's clock. */
  readonly minute: number;
  readonly done: number;
  readonly change?: Partial<Batch>;
}

function snapshot({ minute: updated, done, change }: Snapshot): Batch {
  return aBatch({
    totalTasks: 1000,
    tasks: { accepted: done, failed: 0, queued: 1000 - done },
    startedAt: at(0),
    updatedAt: at(updated),
    ...change,
  });
}

/**
 * What a meter reads that saw these snapshots, each as it came, at a minute of the server's. `skew`: minutes that the
 * page's idea of the server's time is wrong.
 */
function read(snapshots: readonly Snapshot[], now: number, { skew = 0, from = 0, certain = false } = {}): Pace {
  const meter = new PaceMeter();
  for (const each of snapshots) meter.take(snapshot(each), Math.max(each.minute, from) * minute);
  return meter.read(snapshot(snapshots.at(-1)!), start + (now + skew) * minute, certain, now * minute);
}

describe('how fast a batch goes on', () => {
  const usual = [
    { minute: 1, done: 100 },
    { minute: 2, done: 200 },
  ];
  const cases: [name: string, pace: Pace, expected: { perMinute: number | null; endsAt?: number | null }][] = [
    ['since its start, from one snapshot', read([{ minute: 2, done: 50 }], 2), { perMinute: 25, endsAt: 40 }],
    ['at an even pace', read(usual, 2), { perMinute: 100, endsAt: 10 }],
    [
      'by what was done of late, not long ago',
      read([...usual, { minute: 12, done: 210 }, { minute: 13, done: 260 }, { minute: 14, done: 310 }], 14),
      { perMinute: 50, endsAt: 14 + 690 / 50 },
    ],
    ['not by when the page looks', read(usual, 4), { perMinute: 100, endsAt: 10 }],
    ['whatever the page’s clock says', read(usual, 2, { skew: 4 }), { perMinute: 100, endsAt: 10 }],
    ['slower than was thought: nobody knows the end', read(usual, 2, { skew: 30 }), { perMinute: 100, endsAt: null }],
    ['nothing done yet', read([{ minute: 1, done: 0 }], 1), { perMinute: null }],
    [
      'a moment after the start: too short to tell',
      read([{ minute: 0.01, done: 30 }], 0.01),
      { perMinute: null, endsAt: null },
    ],
    ['all done', read([{ minute: 10, done: 1000 }], 10), { perMinute: 100, endsAt: null }],
    [
      'that has ended',
      read([{ minute: 10, done: 1000, change: { status: 'ACCEPTED' } }], 10),
      { perMinute: null, endsAt: null },
    ],
    [
      'without a start, from what is seen',
      read(
        usual.map(each => ({ ...each, change: { startedAt: null } })),
        2,
      ),
      { perMinute: 100, endsAt: 10 },
    ],
    [
      'with times that are none',
      read([{ minute: 1, done: 100, change: { startedAt: 'soon', updatedAt: 'now' } }], 1),
      { perMinute: null, endsAt: null },
    ],
    [
      'with counts that are none',
      read([{ minute: 1, done: Number.NaN, change: { totalTasks: Number.NaN } }], 1),
      { perMinute: null, endsAt: null },
    ],
    ['with more done than there is', read([{ minute: 1, done: 4000 }], 1), { perMinute: 1000, endsAt: null }],
    [
      'with times that run backwards',
      read([...usual, { minute: 0.5, done: 300 }], 2),
      { perMinute: 150, endsAt: 2 + 700 / 150 },
    ],
  ];
  for (const [name, pace, { perMinute, endsAt }] of cases) {
    it(name, () => {
      expect(pace.perMinute === null ? null : Math.round(pace.perMinute)).to.equal(perMinute);
      if (endsAt === undefined) return;
      const end = pace.endsAt === null ? null : (pace.endsAt - start) / minute;
      expect(end === null ? null : end.toFixed(4)).to.equal(endsAt === null ? null : endsAt.toFixed(4));
    });
  }

  it('measures one batch at a time', () => {
    const meter = new PaceMeter();
    meter.take(snapshot({ minute: 1, done: 500 }), 0);
    const other = snapshot({ minute: 1, done: 10, change: { id: 'bs_2' } });
    expect(meter.read(other, start + minute, true, 0).perMinute).to.equal(null);
    meter.take(other, 0);
    expect(meter.read(other, start + minute, true, 0).perMinute).to.equal(10);
  });

  it('begins anew where a person’s refresh goes back', () => {
    const meter = new PaceMeter();
    meter.take(snapshot({ minute: 4, done: 400 }), 0);
    const restored = snapshot({ minute: 2, done: 20 });
    meter.take(restored, 0);
    expect(meter.read(restored, start + 2 * minute, true, 0).perMinute).to.equal(10);
  });
});

describe('whether a batch stands still', () => {
  const cases: [name: string, pace: Pace, since: number | null][] = [
    ['not after four minutes', read([{ minute: 1, done: 100 }], 5), null],
    ['after five, since the last change', read([{ minute: 1, done: 100 }], 6), 1],
    ['when it was stuck before anybody looked', read([{ minute: 1, done: 100 }], 30.5, { from: 30 }), 1],
    ['at once where the server tells its time', read([{ minute: 1, done: 100 }], 30, { from: 30, certain: true }), 1],
    ['not at the first glance: a clock may be wrong', read([{ minute: 1, done: 100 }], 30.1, { from: 30 }), null],
    [
      'not while it was seen to move, whatever the clock says',
      read(
        [
          { minute: 1, done: 100 },
          { minute: 2, done: 110 },
        ],
        4,
        { skew: 60 },
      ),
      null,
    ],
    [
      'seen to move, then for five minutes no more',
      read(
        [
          { minute: 1, done: 100 },
          { minute: 2, done: 110 },
        ],
        7,
      ),
      2,
    ],
    ['before the first task', read([{ minute: 0.1, done: 0 }], 6), 0],
    ['waiting for its turn', read([{ minute: 1, done: 0, change: { status: 'QUEUED', startedAt: null } }], 7), 1],
    ['not when it has ended', read([{ minute: 1, done: 1000, change: { status: 'FAILED' } }], 60), null],
    [
      'not in a state that nobody knows',
      read([{ minute: 1, done: 1, change: { status: 'AWAITING_AUDIT' } }], 60),
      null,
    ],
  ];
  for (const [name, { stillSince, perMinute, endsAt }, since] of cases) {
    it(name, () => {
      expect(stillSince === null ? null : (stillSince - start) / minute).to.equal(since);
      if (since !== null) expect([perMinute, endsAt], 'and no pace is told').to.deep.equal([null, null]);
    });
  }
});
