// Who may do what to a batch, and when. Each act throws a `ProblemError` where it is not allowed.
import type { Decision } from '../src/adapter/adapter.js';
import type { BatchAction } from '../src/core/batch.js';
import { ProblemError } from '../src/core/problem.js';
import { isActive, isTerminal } from '../src/core/status.js';
import { approve, cancel, reject, startGatewayRun } from './life.js';
import { iso } from './records.js';
import type { BatchRecord } from './records.js';
import { conflict } from './refusals.js';
import type { Session } from './session.js';

/** What this person may do with this batch now. `retryable`: how many tasks a retry would take up. */
export function actionsOn(record: BatchRecord, session: Session, retryable: () => number): readonly BatchAction[] {
  if (session.permission !== 'readWrite') return [];
  if (record.status === 'PENDING_APPROVAL') return isOwn(record, session) ? ['cancel'] : ['decide'];
  if (isActive(record.status)) return ['cancel'];
  const actions: BatchAction[] = [];
  if (gatewayRefusal(record) === null) actions.push('gateway-sync');
  if (isTerminal(record.status) && retryable() > 0) actions.push('retry');
  return actions;
}

export function syncAs(session: Session, record: BatchRecord, at: number): void {
  const refusal = gatewayRefusal(record);
  if (refusal !== null) throw conflict('The batch cannot be synchronised with the gateways now', refusal, record.id);
  startGatewayRun(record, session.user, at);
}

export function cancelAs(session: Session, record: BatchRecord, at: number): void {
  const pending = record.status === 'PENDING_APPROVAL';
  if (!pending && !isActive(record.status)) {
    throw conflict('The batch has ended', `It is ${record.status}.`, record.id);
  }
  if (pending && !isOwn(record, session)) {
    throw conflict('Only who uploaded a batch can take it back', `That is ${record.createdBy.name}.`, record.id);
  }
  cancel(record, session.user, at);
}

export function decideAs(session: Session, record: BatchRecord, { decision, comment }: Decision, at: number): void {
  const { approval } = record;
  if (record.status !== 'PENDING_APPROVAL') {
    const when = approval?.by ? `${approval.by.name} ${approval.state} it at ${approval.at}.` : null;
    throw conflict('The batch does not wait for approval', when, record.id);
  }
  if (isOwn(record, session)) {
    throw new ProblemError({ code: 'own_batch', status: 403, title: 'Nobody decides on a batch of their own' });
  }
  (decision === 'approve' ? approve : reject)(record, session.user, comment, at);
}

/** Why nothing of a batch can be retried. */
export function retryRefusal(record: BatchRecord): string {
  if (isActive(record.status)) return 'The batch is still being processed.';
  const child = record.childIds.at(-1);
  return record.failed > 0 && child !== undefined ? `The failed tasks are in ${child}.` : 'No task failed.';
}

/** Why a batch cannot be synchronised with the gateways now; `null` where it can. */
function gatewayRefusal(record: BatchRecord): string | null {
  if (isActive(record.status)) return 'The batch is still being processed.';
  if (record.status === 'PENDING_APPROVAL') return 'The batch waits for approval.';
  if (record.status === 'CANCELED' || record.status === 'APPROVAL_REJECTED') return 'The batch was not processed.';
  if (record.done === record.failed) return 'No task of this batch was accepted.';
  const run = record.gatewayRun;
  return run?.state === 'running' ? `${run.by?.name ?? 'Somebody'} started this at ${iso(run.at)}.` : null;
}

function isOwn(record: BatchRecord, session: Session): boolean {
  return record.createdBy.id === session.user.id;
}
