import type { BatchStatus, TaskStatus } from './status.js';

/** Somebody who acted: who uploaded a file, who approved it. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** How many of a batch's tasks are in each state. */
export interface TaskCounts {
  readonly accepted: number;
  readonly failed: number;
  readonly queued: number;
}

/** A checker's decision, or the wait for one. */
export interface Approval {
  /** `pending`, `approved`, `rejected`; a string that is none of them is shown as it is. */
  readonly state: string;
  readonly by: Actor | null;
  /** ISO 8601. */
  readonly at: string | null;
  readonly comment: string | null;
}

/** The latest synchronisation with the payment gateways. */
export interface GatewaySync {
  /** `running`, `done`, `failed`. */
  readonly state: string;
  readonly by: Actor | null;
  /** ISO 8601. */
  readonly at: string | null;
}

/** The integrity line: how many rows each side saw. */
export interface RowCounts {
  readonly read: number | null;
  readonly sent: number | null;
  readonly acknowledged: number | null;
}

/** One line of a batch's history. */
export interface HistoryEntry {
  /** ISO 8601. */
  readonly at: string;
  readonly event: string;
  readonly by: Actor | null;
  readonly detail: string | null;
}

/** What a person may do with one batch, as far as the server says so. */
export type BatchAction = 'gateway-sync' | 'retry' | 'cancel' | 'decide';

/** One uploaded file and the work made from it. A snapshot: `version` rises with every change. */
export interface Batch {
  readonly id: string;
  readonly fileName: string;
  /** One of {@link BatchStatus}, or whatever else the server says, which is shown as neutral text. */
  readonly status: BatchStatus | (string & {});
  readonly version: number;
  /** Data records of the file. */
  readonly totalRecords: number;
  /** Work items that the server made of them; may differ from `totalRecords`. */
  readonly totalTasks: number;
  readonly tasks: TaskCounts;
  readonly syncWithGateway: boolean;
  readonly description: string | null;
  readonly createdBy: Actor | null;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601. */
  readonly updatedAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** The batch whose failed tasks this one retries. */
  readonly parentId: string | null;
  readonly childIds: readonly string[];
  readonly approval: Approval | null;
  readonly gatewaySync: GatewaySync | null;
  readonly rows: RowCounts | null;
  /** Lower-case hex SHA-256 of the canonical data rows. */
  readonly rowsSha256: string | null;
  /** Codes of the warnings that the maker accepted. */
  readonly acceptedWarnings: readonly string[];
  /** Only where the server sends it (one batch, not lists). */
  readonly history?: readonly HistoryEntry[];
  /** The first rows, while approval is pending. */
  readonly preview?: readonly (readonly string[])[];
  /** Absent where the server does not say: then rights and features alone decide. */
  readonly allowedActions?: readonly (BatchAction | (string & {}))[];
}

/** One work item that the server made of a record. */
export interface Task {
  readonly id: string;
  readonly batchId: string;
  /** The record's number in the file, from 1, header excluded. */
  readonly row: number;
  /** Cells by column name of the definition. */
  readonly values: Readonly<Record<string, string>>;
  readonly status: TaskStatus | (string & {});
  /** Outcome at the external system. */
  readonly syncStatus: string | null;
  /** Who answered. */
  readonly externalSystem: string | null;
  readonly externalResponse: string | null;
  readonly gateway: string | null;
  /** `null` where no gateway sync was asked for. */
  readonly gatewaySyncStatus: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** One page of a list that the server holds. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Cursor of the following page, `null` on the last. */
  readonly next: string | null;
  /** Cursor of the page before, `null` on the first. */
  readonly prev: string | null;
  /** 1-based position of the first item, `null` where the server does not count. */
  readonly start: number | null;
  readonly total: number | null;
  /** Batches by status, regardless of the status filter. */
  readonly counts?: Readonly<Record<string, number>>;
  /** How many items of the page could not be read: they are left out, never guessed. */
  readonly unreadable?: number;
}

export interface FailureGroup {
  readonly code: string;
  readonly message: string;
  readonly count: number;
}

export interface OutcomeGroup extends TaskCounts {
  readonly name: string;
}

/** A batch's outcomes, counted by the server. */
export interface Breakdown {
  readonly failures: readonly FailureGroup[];
  readonly gateways: readonly OutcomeGroup[];
  readonly externalSystems: readonly OutcomeGroup[];
}

/** The right to the module: SPEC's ACL `orders`. */
export type OrdersPermission = 'none' | 'read' | 'readWrite';

export type Feature = 'gateway-sync' | 'retry' | 'cancel' | 'decide' | 'find-tasks' | 'breakdown' | 'events';

/** What the backend allows and offers to the person who asks. */
export interface Capabilities {
  readonly permissions: { readonly orders: OrdersPermission };
  readonly makerChecker: boolean;
  /** `null` where the server sets none. */
  readonly limits: { readonly maxRows: number | null; readonly maxBytes: number | null };
  /** Absent: everything that the adapter implements. */
  readonly features?: readonly (Feature | (string & {}))[];
  readonly user: Actor | null;
  /** ISO 8601; lets relative times be right on a machine whose clock is not. */
  readonly serverTime: string | null;
}

/** What a live connection tells. `batch` is a whole snapshot. */
export type BatchEvent =
  | {
      readonly type: 'batch.created' | 'batch.updated' | 'batch.finished';
      readonly id: string | null;
      readonly batch: Batch;
    }
  /** `resync`: events were missed for good, read everything again. */
  | { readonly type: 'heartbeat' | 'resync'; readonly id: string | null };
