import type { Actor, Approval, Batch, HistoryEntry } from '../src/core/batch.js';
import type { BatchStatus } from '../src/core/status.js';

/** Where a batch's data rows come from. Made rows are told from a seed whenever somebody reads them. */
export type RowSource =
  | { readonly kind: 'made'; readonly seed: number; readonly count: number }
  | { readonly kind: 'given'; readonly cells: readonly (readonly string[])[] }
  /** A retry: rows of another batch, by their index there. */
  | { readonly kind: 'retried'; readonly of: string; readonly indexes: readonly number[] };

export interface GatewayRun {
  state: 'running' | 'done' | 'failed';
  readonly by: Actor | null;
  /** Epoch milliseconds of the latest change. */
  at: number;
  /** When a run that was asked for later ends; `null` where it goes along with the batch. */
  readonly endsAt: number | null;
}

/** What is settled when a batch is made. */
export interface GivenBatch {
  readonly id: string;
  readonly fileName: string;
  readonly rows: RowSource;
  readonly totalRecords: number;
  /** Indexes of rows that need no task, ascending. */
  readonly skipped: readonly number[];
  readonly description: string | null;
  readonly syncWithGateway: boolean;
  readonly createdBy: Actor;
  readonly createdAt: number;
  readonly parentId: string | null;
  readonly acceptedWarnings: readonly string[];
  /** Rows that the browser read; `null` for a batch that no browser sent. */
  readonly clientRows: number | null;
  /** Decides the fate of every task. */
  readonly seed: number;
  readonly failureRate: number;
  /** Milliseconds of work per task. */
  readonly taskMs: number;
  /** Whether the work comes to a halt on the way and never goes on. */
  readonly stuck?: boolean;
}

/**
 * What the engine keeps of a batch. Plain data, so that a snapshot is a copy. Tasks are not kept: the seed and `done`
 * tell each of them. Times are epoch milliseconds.
 */
export interface BatchRecord extends GivenBatch {
  status: BatchStatus;
  version: number;
  updatedAt: number;
  /** When the tasks were made; `null` before an approval. */
  tasksAt: number | null;
  /** When a queued batch's turn comes. */
  startsAt: number;
  startedAt: number | null;
  finishedAt: number | null;
  /** Tasks that ended, in file order, and how many of them failed. */
  done: number;
  failed: number;
  approval: Approval | null;
  gatewayRun: GatewayRun | null;
  childIds: string[];
  history: HistoryEntry[];
}

/** What the engine calls the time of an entry on the wire. */
export function iso(time: number): string {
  return new Date(time).toISOString();
}

export function remember(
  record: BatchRecord,
  at: number,
  event: string,
  by: Actor | null,
  detail: string | null = null,
): void {
  record.history.push({ at: iso(at), event, by, detail });
}

/** The batch as it is now, without what depends on who asks. */
export function batchOf(
  record: BatchRecord,
  totalTasks: number,
  rowsSha256: string | null,
): Omit<Batch, 'allowedActions' | 'history' | 'preview'> {
  const { gatewayRun } = record;
  return {
    id: record.id,
    fileName: record.fileName,
    status: record.status,
    version: record.version,
    totalRecords: record.totalRecords,
    totalTasks,
    tasks: { accepted: record.done - record.failed, failed: record.failed, queued: totalTasks - record.done },
    syncWithGateway: record.syncWithGateway,
    description: record.description,
    createdBy: record.createdBy,
    createdAt: iso(record.createdAt),
    updatedAt: iso(record.updatedAt),
    startedAt: record.startedAt === null ? null : iso(record.startedAt),
    finishedAt: record.finishedAt === null ? null : iso(record.finishedAt),
    parentId: record.parentId,
    childIds: [...record.childIds],
    approval: record.approval,
    gatewaySync: gatewayRun && { state: gatewayRun.state, by: gatewayRun.by, at: iso(gatewayRun.at) },
    rows: { read: record.clientRows, sent: record.clientRows, acknowledged: record.totalRecords },
    rowsSha256,
    acceptedWarnings: [...record.acceptedWarnings],
  };
}
