import { expect } from '@open-wc/testing';
import { createdBounds, createdDays, isDayStart } from '../../src/core/created-range.js';
import { zonedDays } from '../../src/core/zoned-day.js';

const kolkata = zonedDays('Asia/Kolkata');
const none = { createdFrom: null, createdTo: null };

// what a person chose, and the bounds that the server is asked for; null: nothing is asked for
const chosen: readonly (readonly [string, string, string, ReturnType<typeof createdBounds>])[] = [
  ['nothing', '', '', none],
  [
    'one day',
    '2026-10-12',
    '2026-10-12',
    { createdFrom: '2026-10-11T18:30:00.000Z', createdTo: '2026-10-12T18:30:00.000Z' },
  ],
  ['a first day', '2026-10-12', '', { createdFrom: '2026-10-11T18:30:00.000Z', createdTo: null }],
  ['a last day, which is in it', '', '2026-10-12', { createdFrom: null, createdTo: '2026-10-12T18:30:00.000Z' }],
  ['the wrong way round', '2026-10-13', '2026-10-12', null],
  ['a year that is being typed', '0202-10-12', '', null],
  ['what is no day', '', '2026-02-30', null],
];

describe('days of creation as bounds', () => {
  for (const [name, from, to, bounds] of chosen) {
    it(name, () => expect(createdBounds({ from, to }, kolkata)).to.deep.equal(bounds));
  }

  it('come back as the same days', () => {
    for (const [, from, to, bounds] of chosen) {
      if (bounds !== null) expect(createdDays(bounds, kolkata)).to.deep.equal({ from, to });
    }
  });

  it('a bound in the middle of a day is of that day, and no start of one', () => {
    const bounds = { createdFrom: '2026-10-12T06:00:00Z', createdTo: '2026-10-13T06:00:00Z' };
    expect(createdDays(bounds, kolkata)).to.deep.equal({ from: '2026-10-12', to: '2026-10-13' });
    expect(isDayStart(bounds.createdFrom, kolkata)).to.equal(false);
    expect(isDayStart('2026-10-11T18:30:00Z', kolkata)).to.equal(true);
    expect(isDayStart('nonsense', kolkata)).to.equal(false);
  });
});
