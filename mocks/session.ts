import type { Actor, Feature, OrdersPermission } from '../src/core/batch.js';
import { ProblemError } from '../src/core/problem.js';
import { people } from './people.js';

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
