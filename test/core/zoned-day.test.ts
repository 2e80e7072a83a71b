import { expect } from '@open-wc/testing';
import { zonedDays } from '../../src/core/zoned-day.js';

// zone, day, its first instant, the first instant after it
const days: readonly (readonly [string, string, string, string, string])[] = [
  ['UTC', 'UTC', '2026-10-12', '2026-10-12T00:00:00.000Z', '2026-10-13T00:00:00.000Z'],
  ['ahead of UTC', 'Asia/Kolkata', '2026-10-12', '2026-10-11T18:30:00.000Z', '2026-10-12T18:30:00.000Z'],
  ['behind UTC', 'America/New_York', '2026-01-31', '2026-01-31T05:00:00.000Z', '2026-02-01T05:00:00.000Z'],
  ['of 23 hours', 'Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['of 25 hours', 'Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ['that begins at one', 'America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'],
  ['that was left out', 'Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', '2011-12-30T10:00:00.000Z'],
  ['furthest ahead', 'Pacific/Kiritimati', '2026-10-12', '2026-10-11T10:00:00.000Z', '2026-10-12T10:00:00.000Z'],
  ['furthest behind', 'Etc/GMT+12', '2026-10-12', '2026-10-12T12:00:00.000Z', '2026-10-13T12:00:00.000Z'],
  ['a leap day', 'UTC', '2028-02-29', '2028-02-29T00:00:00.000Z', '2028-03-01T00:00:00.000Z'],
  ['the last of a year', 'Asia/Kolkata', '2026-12-31', '2026-12-30T18:30:00.000Z', '2026-12-31T18:30:00.000Z'],
];

describe('a day in a zone', () => {
  for (const [name, zone, day, start, end] of days) {
    it(name, () => {
      const { startOf, endOf } = zonedDays(zone);
      expect([startOf(day), endOf(day)]).to.deep.equal([start, end]);
    });
  }

  it('is where its first and its last instant are', () => {
    for (const [, zone, day, start, end] of days) {
      if (start === end) continue;
      const { dayOf } = zonedDays(zone);
      const last = new Date(Date.parse(end) - 1).toISOString();
      expect([dayOf(start), dayOf(last)], `${zone} ${day}`).to.deep.equal([day, day]);
    }
  });

  for (const nonsense of [
    '',
    'today',
    '2026-02-30',
    '2026-13-01',
    '0202-10-12',
    '12026-10-12',
    '2026-10-12T00:00:00Z',
  ]) {
    it(`“${nonsense}” is none`, () => {
      const { startOf, endOf, plus } = zonedDays('UTC');
      expect([startOf(nonsense), endOf(nonsense), plus(nonsense, 1)]).to.deep.equal([null, null, null]);
    });
  }

  it('what is no instant is of no day, and a zone that is none is the person’s own', () => {
    expect(zonedDays('UTC').dayOf('nonsense')).to.equal(null);
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(zonedDays('Nowhere/Land').startOf('2026-10-12')).to.equal(zonedDays(own).startOf('2026-10-12'));
  });
});
