import { newIdempotencyKey } from '../../adapter/idempotency.js';
import { isTerminal } from '../../core/status.js';
import type { ActName, Outcome } from '../backend.js';
import type { Check } from '../check.js';
import type { Stage } from '../stage.js';
import { batchText } from '../text.js';
import { skip } from '../trial.js';
import type { Trial } from '../trial.js';
import { checkRepeat } from './create.js';

/** An act that a batch in work does not allow. Where the batch has ended meanwhile, that says nothing. */
async function checkActive(stage: Stage, trial: Trial, name: ActName): Promise<void> {
  const { id } = await stage.fixtures.active();
  const outcome: Outcome<unknown> = await stage.me.act(name, id, newIdempotencyKey());
  const now = trial.value(await stage.me.getBatch(id));
  if (outcome.ok && isTerminal(now.status)) skip(`${batchText(now)} ended before it could be tried`);
  trial.refusal(outcome, { status: 409 });
}

export const actChecks: readonly Check[] = [
  {
    name: 'gateway-sync',
    group: 'writes',
    call: 'syncWithGateway',
    contract:
      'On a batch that has ended with accepted tasks: 202 and the batch with `gateway_sync`; the same key again, the first answer.',
    needs: ['writes', 'gateway-sync'],
    async run({ me, fixtures }, trial) {
      const { id, tasks } = await fixtures.settled();
      if (tasks.accepted === 0) skip('no task of the run’s batch was accepted: name order ids that are');
      const key = newIdempotencyKey();
      const outcome = await me.act('syncWithGateway', id, key);
      const batch = trial.value(outcome);
      if (batch.id !== id) trial.breach(`batch ${id}`, batchText(batch), outcome.requestId);
      if (batch.gatewaySync === null) trial.breach('a state in gateway_sync', 'null', outcome.requestId);
      checkRepeat(trial, batch, await me.act('syncWithGateway', id, key));
    },
  },
  {
    name: 'gateway-sync-active',
    group: 'writes',
    call: 'syncWithGateway',
    contract: 'On a batch that is still being processed: 409.',
    needs: ['writes', 'gateway-sync'],
    run: (stage, trial) => checkActive(stage, trial, 'syncWithGateway'),
  },
  {
    name: 'retry',
    group: 'writes',
    call: 'retryFailed',
    contract:
      'On a batch with failed tasks: 202 and a child batch with `parent_id`, which stands in `child_ids` of its parent; the same key again, the first answer.',
    needs: ['writes', 'retry'],
    async run(stage, trial) {
      const { me } = stage;
      const parent = await stage.fixtures.settled();
      if (parent.tasks.failed === 0) skip('no task of the run’s batch failed');
      const key = newIdempotencyKey();
      const outcome = await me.act('retryFailed', parent.id, key);
      const child = trial.value(outcome);
      stage.madeBatches.add(child.id);
      if (child.parentId !== parent.id) {
        trial.breach(`${parent.id} as parent_id`, child.parentId ?? 'null', outcome.requestId);
      }
      checkRepeat(trial, child, await me.act('retryFailed', parent.id, key));
      const { childIds } = trial.value(await me.getBatch(parent.id));
      if (childIds.join() !== child.id) trial.breach(`${child.id} in child_ids`, childIds.join(', ') || 'nothing');
      await checkSameRequests(stage, trial, parent.id, child.id);
    },
  },
  {
    name: 'retry-active',
    group: 'writes',
    call: 'retryFailed',
    contract: 'On a batch that is still being processed: 409.',
    needs: ['writes', 'retry'],
    run: (stage, trial) => checkActive(stage, trial, 'retryFailed'),
  },
  {
    name: 'cancel',
    group: 'writes',
    call: 'cancelBatch',
    contract:
      'On a batch that is being processed: 202, and it becomes CANCELED; the same key again, the first answer; another key, 409.',
    needs: ['writes', 'cancel'],
    async run(stage, trial) {
      const { me } = stage;
      const { id } = await stage.fixtures.active();
      const key = newIdempotencyKey();
      const outcome = await me.act('cancelBatch', id, key);
      if (!outcome.ok && isTerminal(trial.value(await me.getBatch(id)).status)) skip('the batch ended before');
      const answer = trial.value(outcome);
      const end = await stage.eventually(async () => {
        const now = trial.value(await me.getBatch(id));
        return isTerminal(now.status) ? now : null;
      }, stage.settleTime);
      if (end?.status !== 'CANCELED') trial.breach('CANCELED', end ? batchText(end) : 'still in work');
      checkRepeat(trial, answer, await me.act('cancelBatch', id, key));
      trial.refusal(await me.act('cancelBatch', id, newIdempotencyKey()), { status: 409 });
    },
  },
];

/** A retry sends the same request ids, so that whoever is behind the server can tell that they are the same. */
async function checkSameRequests(stage: Stage, trial: Trial, parentId: string, childId: string): Promise<void> {
  const { me } = stage;
  const requests = async (id: string, status: string | null) => {
    const { items } = trial.value(await me.listTasks(id, { status, limit: 1000 }));
    return items.map(({ values }) => values['unique_request_id'] ?? '').toSorted();
  };
  const failed = await requests(parentId, 'FAILED');
  const retried = await stage.eventually(async () => {
    const found = await requests(childId, null);
    return found.length > 0 ? found : null;
  }, stage.timeout);
  if (failed.join() === retried?.join()) return;
  const text = (ids: readonly string[] | null) =>
    ids ? `${ids.length} tasks, ${ids.slice(0, 3).join(', ')}` : 'no tasks';
  trial.breach(`the request ids of the failed tasks: ${text(failed)}`, text(retried));
}
