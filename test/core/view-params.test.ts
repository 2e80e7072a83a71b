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
];

describe('a view as the params of an address', () => {
  for (const [name, change, params] of views) {
    it(name, () => {
      const view = { ...defaultView, ...change };
      expect(paramsFromView(view)).to.deep.equal(params);
      expect(viewFromParams(params)).to.deep.equal(view);
      expect(viewFromParams(new URLSearchParams(`utm=1&${String(new URLSearchParams(params))}`))).to.deep.equal(view);
    });
  }
});

const nonsense: readonly (readonly [string, unknown, Partial<View>])[] = [
  ['nothing', {}, {}],
  ['an unknown sort', { sort: 'password' }, {}],
  ['a size that is none', { pageSize: 'many' }, { pageSize: 10 }],
  ['a size that is too large', { pageSize: 5000 }, { pageSize: 200 }],
  ['a negative size', { pageSize: -1 }, { pageSize: 10 }],
  ['statuses that are no list', { statuses: 'FAILED' }, {}],
  ['statuses that are no strings', { statuses: ['FAILED', 7, null] }, { statuses: ['FAILED'] }],
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
