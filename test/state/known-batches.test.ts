import { expect } from '@open-wc/testing';
import type { Batch } from '../../src/core/batch.js';
import { KnownBatches, mergedBatch } from '../../src/state/known-batches.js';
import { aBatch } from './doubles.js';

const ended = aBatch({ version: 5, status: 'PARTIALLY_ACCEPTED', tasks: { accepted: 8, failed: 2, queued: 0 } });
const by = { id: 'u_1', name: 'Meera' };

describe('what is known of a batch', () => {
  const later: readonly (readonly [string, Partial<Batch>])[] = [
    ['a child', { childIds: ['bs_2'] }],
    ['a gateway result', { gatewaySync: { state: 'done', by, at: '2026-10-01T10:00:00Z' } }],
    ['a decision', { approval: { state: 'approved', by, at: '2026-10-01T10:00:00Z', comment: null } }],
    ['what may be done with it', { allowedActions: ['retry'] }],
  ];
  for (const [what, change] of later) {
    it(`has ended: a newer version brings ${what}, and takes neither status nor counts back`, () => {
      const back = { status: 'PROCESSING', tasks: { accepted: 3, failed: 0, queued: 7 }, totalTasks: 12 };
      const { status, tasks, totalTasks } = ended;
      expect(mergedBatch(ended, aBatch({ version: 6, ...back, ...change }))).to.deep.equal(
        aBatch({ version: 6, status, tasks, totalTasks, ...change }),
      );
    });
  }

  it('never gets older', () => {
    expect(mergedBatch(ended, aBatch({ version: 4 }))).to.equal(ended);
    expect(mergedBatch(ended, { ...ended })).to.equal(ended);
  });

  it('keeps what only a read of the batch tells', () => {
    const history = [{ at: '2026-10-01T09:30:00Z', event: 'created', by, detail: null }];
    const known = aBatch({ version: 1, history });
    expect(mergedBatch(known, aBatch({ version: 2 })).history).to.equal(history);
    expect(mergedBatch(aBatch({ version: 1 }), known).history).to.equal(history);
  });

  it('is bounded, however many there are', () => {
    const known = new KnownBatches();
    for (let at = 0; at < 50_000; at += 1) known.take(aBatch({ id: `bs_${at}` }), at);
    expect(known.size).to.equal(1000);
    expect(known.get('bs_49999')?.id).to.equal('bs_49999');
    expect(known.get('bs_0')).to.equal(undefined);
  });
});
