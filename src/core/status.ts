import type { Batch, TaskCounts } from './batch.js';

/** The states of a batch, in order of need of attention: the order in which Status sorts. */
export const batchStatuses = [
  'FAILED',
  'PARTIALLY_ACCEPTED',
  'PROCESSING',
  'QUEUED',
  'PENDING_APPROVAL',
  'ACCEPTED',
  'CANCELED',
  'APPROVAL_REJECTED',
] as const;

export type BatchStatus = (typeof batchStatuses)[number];

export const taskStatuses = ['QUEUED', 'ACCEPTED', 'FAILED'] as const;

export type TaskStatus = (typeof taskStatuses)[number];

const successors: Readonly<Record<BatchStatus, readonly BatchStatus[]>> = {
  PENDING_APPROVAL: ['PROCESSING', 'QUEUED', 'APPROVAL_REJECTED', 'CANCELED'],
  QUEUED: ['PROCESSING', 'CANCELED', 'FAILED'],
  PROCESSING: ['ACCEPTED', 'PARTIALLY_ACCEPTED', 'FAILED', 'CANCELED'],
  ACCEPTED: [],
  PARTIALLY_ACCEPTED: [],
  FAILED: [],
  CANCELED: [],
  APPROVAL_REJECTED: [],
};

export function isBatchStatus(status: string): status is BatchStatus {
  return (batchStatuses as readonly string[]).includes(status);
}

/** Whether a batch in state `from` may be in state `to` next. */
export function mayFollow(from: BatchStatus, to: BatchStatus): boolean {
  return successors[from].includes(to);
}

/** Whether the server still works, or will work, on a batch in this state. */
export function isActive(status: string): boolean {
  return status === 'PROCESSING' || status === 'QUEUED';
}

/** Whether a batch in this state stays as it is. A string that we do not know is not terminal. */
export function isTerminal(status: string): boolean {
  return isBatchStatus(status) && successors[status].length === 0;
}

/** Whether tasks exist, or will exist, for a batch in this state. */
export function hasTasks(status: string): boolean {
  return status !== 'PENDING_APPROVAL' && status !== 'APPROVAL_REJECTED';
}

/** The state in which a batch ends whose tasks all ended. */
export function outcomeOf({ accepted, failed }: TaskCounts): BatchStatus {
  if (failed === 0) return 'ACCEPTED';
  return accepted === 0 ? 'FAILED' : 'PARTIALLY_ACCEPTED';
}

/** Finished work of a batch. Counts that a server made impossible are bounded, never trusted. */
export interface Progress {
  readonly accepted: number;
  readonly failed: number;
  readonly done: number;
  readonly total: number;
}

export function progressOf({ tasks, totalTasks }: Pick<Batch, 'tasks' | 'totalTasks'>): Progress {
  const total = natural(totalTasks);
  const accepted = Math.min(natural(tasks.accepted), total);
  const failed = Math.min(natural(tasks.failed), total - accepted);
  return { accepted, failed, done: accepted + failed, total };
}

function natural(value: number): number {
  return Number.isFinite(value) && value > 0 ? Math.floor(value) : 0;
}
