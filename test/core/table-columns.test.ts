import { expect } from '@open-wc/testing';
import {
  arrangedColumns,
  arrangementFrom,
  arrangementOf,
  withColumn,
  withMoved,
  type Arrangement,
} from '../../src/core/arrangement.js';
import { offeredColumns } from '../../src/core/table-columns.js';

const own = ['fileName', 'status', 'totalRecords', 'createdAt', 'updatedAt', 'totalTasks', 'progress', 'actions'];
const team = { name: 'team', label: 'Team' };
const risk = { name: 'risk', label: 'Risk', hidden: true };

const names = (given: unknown) => offeredColumns(given).map(({ name }) => name);

const offers: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['nothing given', null, own],
  ['an empty list', [], own],
  ['no list', { name: 'team' }, own],
  ['ours in another order', ['status', 'fileName'], ['status', 'fileName']],
  ['the host’s alone: before the actions', [team, risk], [...own.slice(0, -1), 'team', 'risk', 'actions']],
  ['ours and the host’s', ['fileName', team, 'actions'], ['fileName', 'team', 'actions']],
  ['a name twice', ['fileName', team, { ...team, label: 'Other' }, 'fileName'], ['fileName', 'team']],
  ['what is no column', ['fileName', null, 7, {}, { name: '' }, { name: 4 }, 'nonsense', []], ['fileName']],
  ['a name of ours for a column of the host’s', ['fileName', { name: 'status', label: 'Mine' }], ['fileName']],
  [
    'names that would have to be escaped',
    ['fileName', { name: 'a b' }, { name: '"x"' }, { name: 'a:b' }],
    ['fileName'],
  ],
  ['names of every object’s members', ['fileName', { name: '__proto__' }, 'constructor'], ['fileName', '__proto__']],
];

describe('the columns on offer', () => {
  for (const [name, given, expected] of offers) it(name, () => expect(names(given)).to.deep.equal(expected));
});

const offered = offeredColumns(['fileName', 'status', team, risk, 'actions']);
const shown = (arrangement: Arrangement | null) =>
  arrangedColumns(offered, arrangement).flatMap(each => (each.shown ? [each.column.name] : []));
const arrangement = (order: string[], hidden: string[] = []): Arrangement => ({ order, hidden, density: null });

const arrangements: readonly (readonly [string, Arrangement | null, readonly string[]])[] = [
  ['none: as the host has it', null, ['fileName', 'status', 'team', 'actions']],
  [
    'another order, and all of them',
    arrangement(['actions', 'risk', 'team', 'status', 'fileName']),
    ['actions', 'risk', 'team', 'status', 'fileName'],
  ],
  [
    'some left out',
    arrangement(['fileName', 'status', 'team', 'risk', 'actions'], ['team', 'risk', 'status']),
    ['fileName', 'actions'],
  ],
  [
    'the way to a batch cannot be left out',
    arrangement(['status', 'fileName', 'team', 'risk', 'actions'], ['fileName', 'risk']),
    ['status', 'fileName', 'team', 'actions'],
  ],
  [
    'a column that came later stands behind the one before it',
    arrangement(['actions', 'status', 'fileName']),
    ['actions', 'status', 'team', 'fileName'],
  ],
  [
    'columns that are gone',
    arrangement(['old', 'fileName', 'older', 'status'], ['older']),
    ['fileName', 'status', 'team', 'actions'],
  ],
];

describe('a person’s arrangement of columns', () => {
  for (const [name, given, expected] of arrangements) it(name, () => expect(shown(given)).to.deep.equal(expected));

  it('moves a column as far as it goes', () => {
    const columns = arrangedColumns(offered, null);
    const moved = (name: string, places: number) => withMoved(columns, name, places).map(({ column }) => column.name);
    expect(moved('status', 1)).to.deep.equal(['fileName', 'team', 'status', 'risk', 'actions']);
    expect(moved('team', -9)[0]).to.equal('team');
    expect(moved('status', 9).at(-1)).to.equal('status');
    expect(moved('nonsense', 1)).to.deep.equal(offered.map(({ name }) => name));
  });

  it('leaves one out and takes it back, but never the way to a batch', () => {
    const columns = withColumn(withColumn(arrangedColumns(offered, null), 'team', false), 'fileName', false);
    expect(arrangementOf(columns, 'compact')).to.deep.equal({
      order: ['fileName', 'status', 'team', 'risk', 'actions'],
      hidden: ['team', 'risk'],
      density: 'compact',
    });
    expect(arrangementOf(withColumn(columns, 'risk', true), null).hidden).to.deep.equal(['team']);
  });

  const kept: readonly (readonly [string, string | null, unknown])[] = [
    ['nothing', null, null],
    ['broken text', '{"order":', null],
    ['a word', '"compact"', { order: [], hidden: [], density: null }],
    ['null', 'null', null],
    [
      'other types',
      '{"order": "status", "hidden": [1, "x", null, "x"], "density": "tiny"}',
      { order: [], hidden: ['x'], density: null },
    ],
    ['members of every object', '{"__proto__": {"order": ["x"]}}', { order: [], hidden: [], density: null }],
    [
      'an arrangement',
      '{"order": ["a"], "hidden": ["b"], "density": "compact"}',
      { order: ['a'], hidden: ['b'], density: 'compact' },
    ],
  ];
  for (const [name, text, expected] of kept) {
    it(`what was kept: ${name}`, () => expect(arrangementFrom(text)).to.deep.equal(expected));
  }
});
