import { newIdempotencyKey } from '../../adapter/idempotency.js';
import type { Batch } from '../../core/batch.js';
import type { Check } from '../check.js';
import type { Stage } from '../stage.js';
import { batchText } from '../text.js';
import { skip } from '../trial.js';
import type { Trial } from '../trial.js';
import { checkRepeat } from './create.js';

const call = 'decide';
const needs = ['writes', 'decide', 'checker'] as const;
const approve = { decision: 'approve', comment: 'Checked' } as const;
const reject = { decision: 'reject', comment: 'Not these rows' } as const;

/** A new batch, as it waits for a checker. */
async function pending(stage: Stage, label: string): Promise<Batch> {
  if (stage.capabilities?.makerChecker === false) skip('batches do not wait for approval');
  const batch = await stage.fixtures.made(stage.files.make(label, 25));
  return batch.status === 'PENDING_APPROVAL' ? batch : skip(`${batchText(batch)} does not wait for approval`);
}

function checkApproval(trial: Trial, batch: Batch, state: string, comment: string, requestId: string | null): void {
  const found = `${batch.approval?.state ?? 'null'}, by ${batch.approval?.by?.id ?? 'nobody'}: ${batch.approval?.comment}`;
  if (batch.approval?.state === state && batch.approval.by && batch.approval.comment === comment) return;
  trial.breach(`approval ${state}, by somebody: ${comment}`, found, requestId);
}

export const approvalChecks: readonly Check[] = [
  {
    name: 'approval-pending',
    group: 'writes',
    call: 'getBatch',
    contract:
      'While approval is pending: `approval.state` is pending, `preview` has the first rows, at most 20, and there are no tasks.',
    needs: ['writes', 'decide'],
    async run(stage, trial) {
      const made = await pending(stage, 'pending');
      const outcome = await stage.me.getBatch(made.id);
      const { approval, preview, totalTasks } = trial.value(outcome);
      if (approval?.state !== 'pending') trial.breach('approval pending', approval?.state ?? 'null', outcome.requestId);
      if (totalTasks !== 0) trial.breach('no tasks', `${totalTasks} tasks`, outcome.requestId);
      const rows = preview?.length ?? 0;
      if (rows < 1 || rows > 20) trial.breach('1 to 20 rows of preview', `${rows} rows`, outcome.requestId);
    },
  },
  {
    name: 'approval-own',
    group: 'writes',
    call,
    contract: 'Nobody decides on a batch of their own: 403.',
    needs: ['writes', 'decide'],
    async run(stage, trial) {
      const { id } = await pending(stage, 'own');
      trial.refusal(await stage.me.decide(id, approve, newIdempotencyKey()), { status: 403 });
    },
  },
  {
    name: 'approval-approve',
    group: 'writes',
    call,
    contract:
      '`approve`: 202, `approval` says who, when and why, and the work begins; the same key again, the first answer; decided before, 409.',
    needs,
    async run(stage, trial) {
      const { id } = await pending(stage, 'approve');
      const key = newIdempotencyKey();
      const outcome = await stage.checker!.decide(id, approve, key);
      const batch = trial.value(outcome);
      checkApproval(trial, batch, 'approved', approve.comment, outcome.requestId);
      if (batch.status === 'PENDING_APPROVAL') trial.breach('QUEUED or PROCESSING', batch.status, outcome.requestId);
      checkRepeat(trial, batch, await stage.checker!.decide(id, approve, key));
      trial.refusal(await stage.checker!.decide(id, reject, newIdempotencyKey()), { status: 409 });
    },
  },
  {
    name: 'approval-reject',
    group: 'writes',
    call,
    contract: '`reject`: 202, `approval` says who, when and why, and the batch is APPROVAL_REJECTED.',
    needs,
    async run(stage, trial) {
      const { id } = await pending(stage, 'reject');
      const outcome = await stage.checker!.decide(id, reject, newIdempotencyKey());
      const batch = trial.value(outcome);
      checkApproval(trial, batch, 'rejected', reject.comment, outcome.requestId);
      if (batch.status !== 'APPROVAL_REJECTED') trial.breach('APPROVAL_REJECTED', batch.status, outcome.requestId);
    },
  },
];
