import { expect } from '@open-wc/testing';
import type { TimeZoneChoice } from '../../src/adapter/context.js';
import { TimeZonePreference, timeZonesFor } from '../../src/state/time-zone.js';

const own = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
/** Whoever lives by UTC has nothing to change to. */
const ownBesideUtc = own === 'UTC' ? null : own;

describe('the zone of all times', () => {
  const cases: readonly [
    configured: string | undefined,
    choice: TimeZoneChoice | null,
    shown: string,
    other: unknown,
  ][] = [
    ['Europe/Berlin', null, 'Europe/Berlin', 'UTC'],
    ['Europe/Berlin', 'local', 'Europe/Berlin', 'UTC'],
    ['Europe/Berlin', 'utc', 'UTC', 'Europe/Berlin'],
    ['UTC', null, 'UTC', ownBesideUtc],
    ['UTC', 'utc', 'UTC', ownBesideUtc],
    ['UTC', 'local', own, own === 'UTC' ? null : 'UTC'],
    ['Etc/GMT', null, 'UTC', ownBesideUtc],
    [undefined, null, own, own === 'UTC' ? null : 'UTC'],
    [undefined, 'utc', 'UTC', ownBesideUtc],
    ['Mars/Olympus', null, own, own === 'UTC' ? null : 'UTC'],
  ];

  for (const [configured, choice, shown, other] of cases) {
    it(`configured ${configured}, chosen ${choice}`, () => {
      expect(timeZonesFor(configured, choice)).to.deep.equal({ shown, other });
    });
  }
});

describe('what a person chose', () => {
  const key = 'batch-sync/time-zone';
  const clear = () => [localStorage, sessionStorage].forEach(storage => storage.removeItem(key));
  beforeEach(clear);
  afterEach(clear);

  function preference(keeping: 'none' | 'session' | 'local') {
    const changes: unknown[] = [];
    const made: TimeZonePreference = new TimeZonePreference(
      () => keeping,
      () => changes.push(made.choice),
    );
    return { made, changes };
  }

  it('is kept for as long as the host allows, and heard of at once', () => {
    for (const [keeping, where] of [
      ['local', localStorage],
      ['session', sessionStorage],
    ] as const) {
      const { made, changes } = preference(keeping);
      expect(made.choice).to.equal(null);
      made.choose('utc');
      expect(changes).to.deep.equal(['utc']);
      expect(where.getItem(key)).to.equal('utc');
      expect(preference(keeping).made.choice, 'the next page').to.equal('utc');
      clear();
    }
  });

  it('is kept nowhere where the host says nothing of it', () => {
    const { made } = preference('none');
    made.choose('utc');
    expect(made.choice).to.equal('utc');
    expect([localStorage.getItem(key), sessionStorage.getItem(key)]).to.deep.equal([null, null]);
    expect(preference('none').made.choice).to.equal(null);
  });

  it('survives a host that says later where to keep it', () => {
    let keeping: 'none' | 'local' = 'none';
    const made = new TimeZonePreference(
      () => keeping,
      () => {},
    );
    made.choose('utc');
    keeping = 'local';
    expect(made.choice).to.equal('utc');
    localStorage.setItem(key, 'local');
    keeping = 'none';
    expect(made.choice).to.equal('utc');
    keeping = 'local';
    expect(made.choice, 'what was kept wins once it may be read').to.equal('local');
  });

  it('nonsense that somebody left there is no choice', () => {
    localStorage.setItem(key, '{"zone":"utc"}');
    expect(preference('local').made.choice).to.equal(null);
  });

  it('a page that refuses its storage: the choice lives as long as the page', () => {
    const described = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    try {
      const { made } = preference('local');
      expect(made.choice).to.equal(null);
      made.choose('utc');
      expect(made.choice).to.equal('utc');
    } finally {
      Object.defineProperty(window, 'localStorage', described);
    }
  });
});
