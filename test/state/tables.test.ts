import { expect } from '@open-wc/testing';
import { string } from 'zod/mini';
import type { Batch } from '../../src/core/batch.js';
import { KnownBatches, mergedBatch } from '../../src/state/known-batches.js';
import { configDiffers, sameData } from '../../src/state/same.js';
import { aBatch } from './doubles.js';

describe('what is known of a batch after a snapshot', () => {
  const ended = aBatch({ version: 5, status: 'ACCEPTED', tasks: { accepted: 10, failed: 0, queued: 0 } });
  const history = [{ at: '2026-10-01T09:30:00Z', event: 'created', by: null, detail: null }];
  const cases: [string, Batch | undefined, Batch, Partial<Batch>][] = [
    ['the first one', undefined, aBatch({ version: 3 }), { version: 3 }],
    ['newer', aBatch({ version: 3 }), aBatch({ version: 4, status: 'FAILED' }), { version: 4, status: 'FAILED' }],
    ['older', aBatch({ version: 3 }), aBatch({ version: 2, status: 'FAILED' }), { version: 3, status: 'PROCESSING' }],
    ['ended, then older', ended, aBatch({ version: 4 }), { version: 5, status: 'ACCEPTED' }],
    [
      'ended, then newer but going on: the end and its counts stay',
      ended,
      aBatch({ version: 6, childIds: ['bs_2'] }),
      { version: 6, status: 'ACCEPTED', tasks: ended.tasks, childIds: ['bs_2'] },
    ],
    [
      'ended, then newer with a gateway result',
      ended,
      aBatch({ ...ended, version: 6, gatewaySync: { state: 'done', by: null, at: null } }),
      { status: 'ACCEPTED', gatewaySync: { state: 'done', by: null, at: null } },
    ],
    ['same version with history', aBatch(), aBatch({ history }), { version: 1, history }],
    ['newer without history', aBatch({ history }), aBatch({ version: 2 }), { version: 2, history }],
  ];
  for (const [name, known, next, expected] of cases) {
    it(name, () => expect(mergedBatch(known, next)).to.deep.include(expected));
  }

  it('the same again is no news, not even another object', () => {
    const known = aBatch({ history });
    expect(mergedBatch(known, aBatch())).to.equal(known);
  });

  it('a day of new batches is bounded', () => {
    const known = new KnownBatches();
    for (let at = 0; at < 5_000; at += 1) known.take(aBatch({ id: `bs_${at}` }), at);
    expect(known.moving().length).to.equal(1_000);
    expect(known.get('bs_0')).to.equal(undefined);
    expect(known.get('bs_4999')).to.not.equal(undefined);
  });
});

describe('whether two values say the same', () => {
  const schema = string();
  const circle = (): unknown => {
    const value: { self?: unknown } = {};
    value.self = value;
    return value;
  };
  const cases: [string, unknown, unknown, boolean][] = [
    ['equal data', { a: [1, { b: null }] }, { a: [1, { b: null }] }, true],
    ['another order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ['another value', { a: [1] }, { a: [2] }, false],
    ['one key more', { a: 1 }, { a: 1, b: undefined }, false],
    ['another key', { a: undefined }, { b: undefined }, false],
    ['functions', { f: () => 1 }, { f: () => 2 }, true],
    ['a function and none', { f: () => 1 }, {}, false],
    ['one schema', { schema }, { schema }, true],
    ['two schemas', { schema: string() }, { schema: string() }, false],
    ['two dates', new Date(0), new Date(1), false],
    ['a list and an object', [], {}, false],
    ['null and an object', null, {}, false],
    ['circles', circle(), circle(), false],
    ['without a prototype', Object.create(null), {}, true],
  ];
  for (const [name, one, other, same] of cases) {
    it(name, () => expect(sameData(one, other)).to.equal(same));
  }

  it('two adapters made of functions differ', () => {
    expect(configDiffers({ adapter: { f: () => 1 } }, { adapter: { f: () => 1 } })).to.equal(true);
  });
});
