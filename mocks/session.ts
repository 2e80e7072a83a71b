import type { Actor, BatchAction, Feature, OrdersPermission } from '../src/core/batch.js';
import { ProblemError } from '../src/core/problem.js';
import { isActive, isTerminal } from '../src/core/status.js';
import { people } from './people.js';
import type { BatchRecord } from './records.js';

/** Who asks, and what their account allows. */
export interface Session {
  readonly user: Actor;
  readonly permission: OrdersPermission;
  /** Whether new batches wait for somebody else's approval. */
  readonly makerChecker: boolean;
}

export const defaultSession: Session = { user: people[0], permission: 'readWrite', makerChecker: false };

const reading: readonly Feature[] = ['find-tasks', 'breakdown', 'events'];
const writing: readonly Feature[] = ['gateway-sync', 'retry', 'cancel', 'decide'];

export function featuresOf({ permission }: Session): readonly Feature[] {
  if (permission === 'none') return [];
  return permission === 'read' ? reading : [...writing, ...reading];
}

/** Throws a `ProblemError` `forbidden` where the account does not allow it. */
export function demand({ permission }: Session, needed: 'read' | 'readWrite'): void {
  if (permission === 'readWrite' || permission === needed) return;
  throw new ProblemError({
    code: 'forbidden',
    status: 403,
    title: 'You do not have the right to do this',
    detail: `Needed: orders (${needed === 'read' ? 'read' : 'read and write'})`,
  });
}

/** What this person may do with this batch now. `retryable`: how many tasks a retry would take up. */
export function actionsOn(record: BatchRecord, session: Session, retryable: () => number): readonly BatchAction[] {
  if (session.permission !== 'readWrite') return [];
  if (record.status === 'PENDING_APPROVAL') return record.createdBy.id === session.user.id ? ['cancel'] : ['decide'];
  if (isActive(record.status)) return ['cancel'];
  const actions: BatchAction[] = [];
  if (gatewayRefusal(record) === null) actions.push('gateway-sync');
  if (isTerminal(record.status) && retryable() > 0) actions.push('retry');
  return actions;
}

/** Why a batch cannot be synchronised with the gateways now; `null` where it can. */
export function gatewayRefusal(record: BatchRecord): string | null {
  if (isActive(record.status)) return 'The batch is still being processed.';
  if (record.status === 'PENDING_APPROVAL') return 'The batch waits for approval.';
  if (record.status === 'CANCELED' || record.status === 'APPROVAL_REJECTED') return 'The batch was not processed.';
  if (record.done === record.failed) return 'No task of this batch was accepted.';
  const run = record.gatewayRun;
  if (run?.state !== 'running') return null;
  return `${run.by?.name ?? 'Somebody'} started this at ${new Date(run.at).toISOString()}.`;
}
