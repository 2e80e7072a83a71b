import { expect } from '@open-wc/testing';
import { completeView, offeredSizes, paramsFromView, viewFromParams } from '../../src/core/view-params.js';
import { defaultView } from '../../src/core/view.js';
import type { View } from '../../src/core/view.js';

const views: readonly (readonly [string, Partial<View>, Readonly<Record<string, string>>])[] = [
  ['the default', {}, {}],
  ['a search', { search: 'a b&c=ü' }, { q: 'a b&c=ü' }],
  ['case ignored', { matchCase: false }, { match_case: 'false' }],
  ['statuses', { statuses: ['FAILED', 'PARTIALLY_ACCEPTED'] }, { status: 'FAILED,PARTIALLY_ACCEPTED' }],
  [
    'dates',
    { createdFrom: '2026-10-01T00:00:00Z', createdTo: '2026-10-02T00:00:00Z' },
    {
      created_from: '2026-10-01T00:00:00Z',
      created_to: '2026-10-02T00:00:00Z',
    },
  ],
  ['another sort', { sort: 'fileName' }, { sort: 'fileName' }],
  ['a size and a page', { pageSize: 50, cursor: 'abc' }, { page_size: '50', cursor: 'abc' }],
  ['a status that we do not know', { statuses: ['QUARANTINED'] }, { status: 'QUARANTINED' }],
];

describe('a view as the params of an address', () => {
  for (const [name, change, params] of views) {
    it(name, () => {
      const view = { ...defaultView, ...change };
      expect(paramsFromView(view)).to.deep.equal(params);
      expect(viewFromParams(params)).to.deep.equal(view);
      const address = `?utm=1&${String(new URLSearchParams(params))}&__proto__=x&constructor=y&toString=z`;
      expect(viewFromParams(new URLSearchParams(address))).to.deep.equal(view);
      expect(viewFromParams(address)).to.deep.equal(view);
    });
  }

  it('of a table with another page size than the usual: that is the one left out', () => {
    expect(paramsFromView({ ...defaultView, pageSize: 50 }, 50)).to.deep.equal({});
    expect(paramsFromView(defaultView, 50)).to.deep.equal({ page_size: '20' });
    expect(viewFromParams('', 50).pageSize).to.equal(50);
    expect(viewFromParams('page_size=20', 50).pageSize).to.equal(20);
  });
});

const addresses: readonly (readonly [string, Parameters<typeof viewFromParams>[0], Partial<View>])[] = [
  ['nothing', '', {}],
  ['names alone', '?q&status&page_size&sort&cursor&created_from', {}],
  ['statuses, repeated and in a list', 'status=FAILED&status=QUEUED,FAILED,', { statuses: ['FAILED', 'QUEUED'] }],
  ['anything else repeated', 'q=a&q=b&page_size=10&page_size=50', { search: 'a', pageSize: 10 }],
  [
    'lists of a router',
    { status: ['FAILED', 'QUEUED'], q: ['a', 'b'] },
    { statuses: ['FAILED', 'QUEUED'], search: 'a' },
  ],
  ['a router’s gaps', { q: undefined, cursor: null, status: [] }, {}],
  ['what is no text at all', { q: 7, status: [{}], sort: {} } as never, {}],
  ['dates that are none', 'created_from=yesterday&created_to=2026-13-40', {}],
  ['times that are another instant for everybody', 'created_from=2026-10-01T12:00:00', {}],
  [
    'days',
    'created_from=2026-10-01&created_to=2026-10-02T00:00:00%2B05:30',
    {
      createdFrom: '2026-10-01',
      createdTo: '2026-10-02T00:00:00+05:30',
    },
  ],
  ['a huge size', 'page_size=1000000000', { pageSize: 200 }],
  ['sizes that are none', 'page_size=-5', {}],
  ['half a row', 'page_size=20.5', {}],
  ['not a number', 'page_size=NaN', {}],
  ['endless', 'page_size=Infinity', {}],
  ['a sort by nothing', 'sort=-', {}],
  ['a sort by a member of every object', 'sort=constructor', {}],
  ['case that may be', 'match_case=maybe', {}],
  ['names of every object’s members', { ['__proto__']: 'x', constructor: 'y', hasOwnProperty: 'z' } as never, {}],
  ['broken escapes', 'q=%E0%A4%A&cursor=%', { search: '\uFFFD%A', cursor: '%' }],
];

describe('a view from whatever an address holds', () => {
  for (const [name, params, expected] of addresses) {
    it(name, () => expect(viewFromParams(params)).to.deep.equal({ ...defaultView, ...expected }));
  }

  it('the params of another window', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { URLSearchParams: Other } = frame.contentWindow as Window & typeof globalThis;
    expect(viewFromParams(new Other('q=x')).search).to.equal('x');
    frame.remove();
  });
});

const nonsense: readonly (readonly [string, unknown, Partial<View>])[] = [
  ['nothing', {}, {}],
  ['an unknown sort', { sort: 'password' }, {}],
  ['a size that is none', { pageSize: 'many' }, { pageSize: 10 }],
  ['a size that is too large', { pageSize: 5000 }, { pageSize: 200 }],
  ['a negative size', { pageSize: -1 }, { pageSize: 10 }],
  ['statuses that are no list', { statuses: 'FAILED' }, {}],
  ['statuses that are no strings', { statuses: ['FAILED', 7, null, ''] }, { statuses: ['FAILED'] }],
  ['a status twice', { statuses: ['FAILED', 'FAILED'] }, { statuses: ['FAILED'] }],
  ['dates that are none', { createdFrom: 'soon', createdTo: '12/10/2026' }, {}],
  ['an empty cursor', { cursor: '' }, {}],
  ['objects', { search: {}, matchCase: 'no', createdFrom: 5, createdTo: [] }, {}],
  ['a polluted name', JSON.parse('{"__proto__": {"search": "x"}}'), {}],
];

describe('a view that a host gave', () => {
  for (const [name, given, expected] of nonsense) {
    it(name, () => {
      expect(completeView(given as Partial<View>, 10)).to.deep.equal({ ...defaultView, pageSize: 10, ...expected });
    });
  }

  it('an address of nonsense is the default', () => {
    expect(viewFromParams({ page_size: 'x', sort: '-', match_case: 'maybe' })).to.deep.equal(defaultView);
  });

  it('the size in use is among those on offer', () => {
    expect(offeredSizes(20)).to.deep.equal([10, 20, 50, 100]);
    expect(offeredSizes(25)).to.deep.equal([10, 20, 25, 50, 100]);
  });
});
