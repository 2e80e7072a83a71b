import type { Check } from '../check.js';
import { batchText, short } from '../text.js';
import { skip } from '../trial.js';

const call = 'getBatch';
export const noSuchId = 'conformance-no-such-batch';

export const batchChecks: readonly Check[] = [
  {
    name: 'batch-read',
    group: 'reads',
    call,
    contract: 'The batch of that id, the same as in the list.',
    async run({ me, listing }, trial) {
      const { items } = await listing.sample(1);
      const outcome = await me.getBatch(items[0].id);
      const batch = trial.value(outcome);
      for (const name of ['id', 'fileName', 'createdAt', 'totalRecords', 'description', 'parentId'] as const) {
        if (batch[name] === items[0][name]) continue;
        const text = (value: unknown) => `${name} ${short(JSON.stringify(value))}`;
        trial.breach(`${text(items[0][name])}, as in the list`, text(batch[name]), outcome.requestId);
      }
    },
  },
  {
    name: 'batch-not-found',
    group: 'reads',
    call,
    contract: 'An id that is not there: 404.',
    async run({ me }, trial) {
      trial.refusal(await me.getBatch(noSuchId), { status: 404 });
    },
  },
  {
    name: 'batch-progress',
    group: 'writes',
    call,
    contract: 'While a batch is processed its `version` never goes back, and neither do its accepted and failed tasks.',
    needs: ['writes'],
    async run({ fixtures }, trial) {
      const { first, looks } = await fixtures.life();
      let before = first;
      for (const look of looks) {
        const text = `${batchText(look)} after ${batchText(before)}`;
        if (look.version < before.version) trial.breach('a version that rises', text);
        else if (look.tasks.accepted < before.tasks.accepted || look.tasks.failed < before.tasks.failed) {
          const counts = [before, look].map(({ tasks }) => `${tasks.accepted} accepted, ${tasks.failed} failed`);
          trial.breach('progress that never goes back', `${counts[0]}, then ${counts[1]}`);
        }
        before = look;
      }
    },
  },
  {
    name: 'batch-outcome',
    group: 'writes',
    call,
    contract:
      'A batch ends as ACCEPTED where all tasks were accepted, FAILED where none was, PARTIALLY_ACCEPTED otherwise; then none is queued and `finished_at` is set.',
    needs: ['writes'],
    async run({ fixtures }, trial) {
      const { status, tasks, finishedAt, id } = await fixtures.settled();
      if (!['ACCEPTED', 'FAILED', 'PARTIALLY_ACCEPTED'].includes(status)) skip(`the batch of the run is ${status}`);
      const { accepted, failed, queued } = tasks;
      const counts = `${accepted} accepted, ${failed} failed, ${queued} queued`;
      const outcome = failed === 0 ? 'ACCEPTED' : accepted === 0 ? 'FAILED' : 'PARTIALLY_ACCEPTED';
      if (queued > 0) trial.breach('no queued task', `${id} is ${status} with ${counts}`);
      else if (status !== outcome) trial.breach(`${outcome} with ${counts}`, status);
      if (finishedAt === null) trial.breach('a time as finished_at', `null, and ${id} is ${status}`);
    },
  },
  {
    name: 'action-not-found',
    group: 'writes',
    call: 'cancelBatch',
    contract: 'An act on an id that is not there: 404.',
    needs: ['writes', 'cancel'],
    async run({ me }, trial) {
      trial.refusal(await me.act('cancelBatch', noSuchId, noSuchId), { status: 404 });
    },
  },
];
