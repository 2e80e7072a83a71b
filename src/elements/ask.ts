import type { Problem } from '../core/problem.js';
import type { BatchSyncEventMap, BatchSyncEventType, CancelableEventType } from './events.js';

type Detail<Type extends BatchSyncEventType> = BatchSyncEventMap[Type]['detail'];
type Told = Exclude<BatchSyncEventType, CancelableEventType>;

/** Asks whether something may happen. Answers `false` where a listener prevented it. */
export function ask<Type extends CancelableEventType>(host: HTMLElement, type: Type, detail: Detail<Type>): boolean {
  return dispatch(host, type, detail, true);
}

/** Tells that something happened. */
export function tell<Type extends Told>(host: HTMLElement, type: Type, detail: Detail<Type>): void {
  dispatch(host, type, detail, false);
}

/** Tells of a problem, as plain data and without what the server found in rows. */
export function tellProblem(host: HTMLElement, problem: Problem, action: string): void {
  const { code, status, title, requestId, retryable, batchId, issues } = problem;
  tell(host, 'batch-sync-error', {
    problem: { code, status, title, requestId, retryable, batchId, issueCount: issues.length },
    action,
  });
}

function dispatch(host: HTMLElement, type: string, detail: unknown, cancelable: boolean): boolean {
  return host.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
}
