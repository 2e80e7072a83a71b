import { newIdempotencyKey } from '../../adapter/idempotency.js';
import type { Check } from '../check.js';
import { some } from '../text.js';
import { skip } from '../trial.js';

const call = 'findBatches';
const ids = (batches: readonly { readonly id: string }[]) => some(batches.map(({ id }) => id)) || 'nothing';

export const lookupChecks: readonly Check[] = [
  {
    name: 'lookup-key',
    group: 'writes',
    call,
    contract: '`idempotency_key` finds the batch that a key made, and no other.',
    needs: ['writes'],
    async run({ me, fixtures }, trial) {
      if (!me.has(call)) skip('the adapter looks nothing up');
      const { key, first } = await fixtures.life();
      const outcome = await me.findBatches({ idempotencyKey: key });
      const found = ids(trial.value(outcome));
      if (found !== first.id) trial.breach(first.id, found, outcome.requestId);
    },
  },
  {
    name: 'lookup-unknown-key',
    group: 'reads',
    call,
    contract: 'A look-up by a key that is not known yet: 200 with an empty list.',
    async run({ me }, trial) {
      if (!me.has(call)) skip('the adapter looks nothing up');
      const outcome = await me.findBatches({ idempotencyKey: newIdempotencyKey() });
      const found = trial.value(outcome);
      if (found.length > 0) trial.breach('nothing', ids(found), outcome.requestId);
    },
  },
  {
    name: 'lookup-rows',
    group: 'writes',
    call,
    contract: '`rows_sha256` finds the batches of the same data rows, and no other.',
    needs: ['writes'],
    async run({ me, fixtures }, trial) {
      if (!me.has(call)) skip('the adapter looks nothing up');
      const { first } = await fixtures.life();
      const rowsSha256 = first.rowsSha256 ?? skip('batches have no rows_sha256');
      const outcome = await me.findBatches({ rowsSha256 });
      const found = trial.value(outcome);
      if (ids(found) !== first.id) trial.breach(first.id, ids(found), outcome.requestId);
      const other = rowsSha256.replaceAll(/./g, digit => (digit === '0' ? '1' : '0'));
      const nothing = await me.findBatches({ rowsSha256: other });
      if (trial.value(nothing).length > 0) {
        trial.breach('nothing for unknown rows', ids(trial.value(nothing)), nothing.requestId);
      }
    },
  },
];
