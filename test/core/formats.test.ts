import { expect } from '@open-wc/testing';
import { createWords } from '../../src/words/words.js';
import type { WordsOptions } from '../../src/words/words.js';

const wordsIn = (timeZone: string, options: Partial<WordsOptions> = {}) =>
  createWords({ locale: 'en-GB', timeZone, ...options });

describe('times that are none', () => {
  for (const instant of [
    null,
    '',
    'nonsense',
    '7',
    'batch 12',
    'October',
    '2026-13-45T00:00:00Z',
    '2026-10-01T99:00:00Z',
  ]) {
    it(`${JSON.stringify(instant)} is a dash`, () => {
      const words = wordsIn('Asia/Kolkata', { otherTimeZone: 'UTC' });
      const now = Date.parse('2026-10-01T00:00:00Z');
      const told = [
        words.relative(instant, now),
        words.exactly(instant, now),
        words.zoneAt(instant),
        words.dateTime(instant),
        words.time(instant),
        words.inBothZones(instant),
      ];
      expect(told).to.deep.equal(['–', '–', '–', '–', '–', '–']);
      expect(words.isSameDay(instant, instant)).to.equal(false);
    });
  }

  it('a zone that is none is the person’s own', () => {
    const own = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
    expect(wordsIn('Mars/Olympus').timeZone).to.equal(own);
  });
});

describe('how long ago', () => {
  const cases: readonly [
    situation: string,
    zone: string,
    instant: string,
    now: string,
    told: string,
    exactly: string,
  ][] = [
    ['now', 'UTC', '2026-11-22T09:41:00Z', '2026-11-22T09:41:00Z', 'just now', '22 Nov, 09:41 UTC'],
    [
      'a clock behind the server’s',
      'UTC',
      '2026-11-22T09:41:03Z',
      '2026-11-22T09:41:00Z',
      'just now',
      '22 Nov, 09:41 UTC',
    ],
    [
      'a clock behind by minutes',
      'UTC',
      '2026-11-22T09:51:00Z',
      '2026-11-22T09:41:00Z',
      'just now',
      '22 Nov, 09:51 UTC',
    ],
    [
      'ahead by more than clocks are wrong',
      'UTC',
      '2026-11-23T09:41:00Z',
      '2026-11-22T09:41:00Z',
      '23 Nov',
      '09:41 UTC',
    ],
    ['59 seconds', 'UTC', '2026-11-22T09:40:01Z', '2026-11-22T09:41:00Z', 'just now', '22 Nov, 09:40 UTC'],
    ['one minute', 'UTC', '2026-11-22T09:40:00Z', '2026-11-22T09:41:00Z', '1 min ago', '22 Nov, 09:40 UTC'],
    ['59 minutes', 'UTC', '2026-11-22T08:42:00Z', '2026-11-22T09:41:00Z', '59 min ago', '22 Nov, 08:42 UTC'],
    [
      'yesterday by the calendar, an hour by the clock',
      'UTC',
      '2026-11-21T23:30:00Z',
      '2026-11-22T00:30:00Z',
      '1 hr ago',
      '21 Nov, 23:30 UTC',
    ],
    ['23 hours', 'UTC', '2026-11-21T10:00:00Z', '2026-11-22T09:41:00Z', '23 hr ago', '21 Nov, 10:00 UTC'],
    ['24 hours', 'UTC', '2026-11-21T09:41:00Z', '2026-11-22T09:41:00Z', 'yesterday', '21 Nov, 09:41 UTC'],
    [
      '26 hours over two midnights: not yesterday',
      'UTC',
      '2026-11-20T23:00:00Z',
      '2026-11-22T01:00:00Z',
      '2 days ago',
      '20 Nov, 23:00 UTC',
    ],
    [
      'the same in Kolkata, where one midnight was later',
      'Asia/Kolkata',
      '2026-11-20T23:00:00Z',
      '2026-11-22T01:00:00Z',
      'yesterday',
      '21 Nov, 04:30 GMT+5:30',
    ],
    ['six days', 'UTC', '2026-11-16T00:01:00Z', '2026-11-22T23:59:00Z', '6 days ago', '16 Nov, 00:01 UTC'],
    ['a week', 'UTC', '2026-11-15T23:59:00Z', '2026-11-22T09:41:00Z', '15 Nov', '23:59 UTC'],
    [
      'last year by UTC, this year in Kolkata',
      'Asia/Kolkata',
      '2025-12-31T20:00:00Z',
      '2026-11-22T09:41:00Z',
      '1 Jan',
      '01:30 GMT+5:30',
    ],
    ['last year', 'UTC', '2025-12-31T20:00:00Z', '2026-11-22T09:41:00Z', '31 Dec 2025', '20:00 UTC'],
    [
      'days ago, over the new year',
      'UTC',
      '2025-12-31T20:00:00Z',
      '2026-01-02T21:00:00Z',
      '2 days ago',
      '31 Dec 2025, 20:00 UTC',
    ],
    [
      'an hour that came twice, the first time',
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
      '2026-10-25T06:30:00Z',
      '6 hr ago',
      '25 Oct, 02:30 CEST',
    ],
    [
      'an hour that came twice, the second time',
      'Europe/Berlin',
      '2026-10-25T01:30:00Z',
      '2026-10-25T06:30:00Z',
      '5 hr ago',
      '25 Oct, 02:30 CET',
    ],
    [
      '24.5 hours of a day of 25: still today',
      'Europe/Berlin',
      '2026-10-24T22:10:00Z',
      '2026-10-25T22:40:00Z',
      '24 hr ago',
      '25 Oct, 00:10 CEST',
    ],
    [
      'over the hour that never came',
      'Europe/Berlin',
      '2026-03-29T00:59:00Z',
      '2026-03-29T01:01:00Z',
      '2 min ago',
      '29 Mar, 01:59 CET',
    ],
    [
      '24 hours over a day of 23: the clock says 25',
      'Europe/Berlin',
      '2026-03-28T10:00:00Z',
      '2026-03-29T10:00:00Z',
      'yesterday',
      '28 Mar, 11:00 CET',
    ],
    ['before 1970', 'UTC', '1969-12-31T23:59:00Z', '2026-11-22T09:41:00Z', '31 Dec 1969', '23:59 UTC'],
  ];

  for (const [situation, zone, instant, now, told, exactly] of cases) {
    it(`${situation}: ${told}`, () => {
      const words = wordsIn(zone);
      const exact = `${words.exactly(instant, Date.parse(now))} ${words.zoneAt(instant)}`;
      expect([words.relative(instant, Date.parse(now)), exact]).to.deep.equal([told, exactly]);
    });
  }

  it('days are those of the calendar that people share, also in a locale with another one', () => {
    const words = wordsIn('Asia/Tehran', { locale: 'fa' });
    const day = 86_400_000;
    const now = Date.parse('2026-11-22T09:41:00Z');
    expect(words.relative(new Date(now - 2 * day).toISOString(), now)).to.equal(
      new Intl.RelativeTimeFormat('fa', { numeric: 'auto', style: 'short' }).format(-2, 'day'),
    );
  });
});

describe('exact times', () => {
  const instant = '2026-11-22T20:05:09Z';
  const cases: readonly [locale: string, zone: string, other: string | null, told: string][] = [
    ['en-GB', 'UTC', null, '22 Nov 2026, 20:05:09 UTC'],
    ['en-IN', 'Asia/Kolkata', 'UTC', '23 Nov 2026, 01:35:09 IST\n22 Nov 2026, 20:05:09 UTC'],
    ['en-GB', 'UTC', 'Asia/Kolkata', '22 Nov 2026, 20:05:09 UTC\n23 Nov 2026, 01:35:09 GMT+5:30'],
    ['en-GB', 'Europe/Berlin', 'Europe/Berlin', '22 Nov 2026, 21:05:09 CET'],
  ];

  for (const [locale, timeZone, otherTimeZone, told] of cases) {
    it(`${locale}, ${timeZone} beside ${otherTimeZone ?? 'none'}`, () => {
      expect(createWords({ locale, timeZone, otherTimeZone }).inBothZones(instant)).to.equal(told);
    });
  }

  const days: readonly [zone: string, one: string, other: string, same: boolean][] = [
    ['UTC', '2026-11-22T00:00:00Z', '2026-11-22T23:59:59Z', true],
    ['UTC', '2026-11-22T23:59:59Z', '2026-11-23T00:00:00Z', false],
    ['Asia/Kolkata', '2026-11-22T18:29:59Z', '2026-11-22T18:30:00Z', false],
    ['Asia/Kolkata', '2026-11-22T18:30:00Z', '2026-11-23T18:29:59Z', true],
    ['UTC', '2025-11-22T12:00:00Z', '2026-11-22T12:00:00Z', false],
  ];

  for (const [zone, one, other, same] of days) {
    it(`${one} and ${other} are ${same ? '' : 'not '}of one day in ${zone}`, () => {
      expect(wordsIn(zone).isSameDay(one, other)).to.equal(same);
    });
  }

  const dates: readonly [locale: string, zone: string, from: string, to: string | undefined, told: string][] = [
    ['en-GB', 'UTC', '2026-10-12T00:00:00Z', undefined, '12 Oct 2026'],
    ['en-GB', 'UTC', '2026-10-12T00:00:00Z', '2026-10-12T23:59:59.999Z', '12 Oct 2026'],
    ['en-GB', 'UTC', '2026-10-12T00:00:00Z', '2026-10-15T23:59:59.999Z', '12 – 15 Oct 2026'],
    ['en-GB', 'Asia/Kolkata', '2026-10-11T18:30:00Z', '2026-11-01T18:29:59.999Z', '12 Oct – 1 Nov 2026'],
    ['en-GB', 'UTC', '2026-10-12T00:00:00Z', 'nonsense', '–'],
    ['en-GB', 'UTC', '2026-10-15T00:00:00Z', '2026-10-12T00:00:00Z', '15 Oct 2026'],
  ];

  for (const [locale, timeZone, from, to, told] of dates) {
    it(`from ${from} to ${to} in ${timeZone}: ${told}`, () => {
      // Engines differ in the blanks around a dash.
      const bare = (text: string) => text.replaceAll(/\s*–\s*/g, '–');
      expect(bare(createWords({ locale, timeZone }).dates(from, to))).to.equal(bare(told));
    });
  }

  const zones: readonly [locale: string, zone: string, name: string][] = [
    ['en-IN', 'Asia/Kolkata', 'India Standard Time'],
    ['en', 'America/New_York', 'Eastern Time'],
    ['de', 'UTC', 'UTC'],
    ['ar', 'UTC', 'UTC'],
  ];

  for (const [locale, zone, name] of zones) {
    it(`${zone} is called ${name} in ${locale}`, () => {
      expect(createWords({ locale }).zoneName(zone)).to.equal(name);
    });
  }
});

describe('numbers', () => {
  const cases: readonly [locale: string, value: number, told: string][] = [
    ['en', 1204, '1,204'],
    ['en-IN', 100_000, '1,00,000'],
    ['en-IN', 12_345_678, '1,23,45,678'],
    ['hi', 100_000, '1,00,000'],
    ['de', 100_000, '100.000'],
    ['en', -0, '0'],
    ['en', Number.NaN, '–'],
    ['en', Infinity, '–'],
  ];

  for (const [locale, value, told] of cases) {
    it(`${Object.is(value, -0) ? '-0' : value} in ${locale}: ${told}`, () => {
      expect(createWords({ locale }).number(value)).to.equal(told);
    });
  }

  it('a count in a sentence is grouped as the locale does it', () => {
    const words = createWords({ locale: 'en-IN' });
    expect(words.t('table.found', { count: 123_456 })).to.equal('1,23,456 batches found');
  });

  const lengths: readonly [milliseconds: number, told: string][] = [
    [-5, '0 secs'],
    [59_499, '59 secs'],
    [59_500, '1 min'],
    [90_000, '1 min 30 secs'],
    [11 * 60_000 + 5000, '11 mins'],
    [3_600_000, '1 hr'],
    [26 * 3_600_000 + 60_000, '26 hrs 1 min'],
    [Number.NaN, '–'],
  ];

  for (const [milliseconds, told] of lengths) {
    it(`${milliseconds} ms take ${told}`, () => {
      expect(wordsIn('UTC').duration(milliseconds)).to.equal(told);
    });
  }
});
