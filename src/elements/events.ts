import type { Batch } from '../core/batch.js';
import type { DownloadScope } from '../core/download-scope.js';
import type { Problem } from '../core/problem.js';
import type { IssueCount } from '../core/report.js';
import type { TaskQuery, View } from '../core/view.js';

/** A problem as plain data without a word of a row: the server's findings are counted, not told. */
export type ProblemSummary = Pick<Problem, 'code' | 'status' | 'title' | 'requestId' | 'retryable' | 'batchId'> & {
  readonly issueCount: number;
};

/** What went wrong and during what. */
export interface ErrorDetail {
  readonly problem: ProblemSummary;
  /** `load`, `refresh`, `find`, `capabilities`, `create`, `file`, `submit`, `gateway-sync`, `row-action`, `retry`, `cancel`, `decide`, `download`. */
  readonly action: string;
}

export interface BatchDetail {
  readonly batch: Batch;
}

export interface OpenDetail {
  readonly id: string;
  /** `null` where only the id is known. */
  readonly batch: Batch | null;
  /** Which of its tasks to list, where a person comes from one of them. */
  readonly tasks?: Partial<TaskQuery>;
}

/** An entry of a row's menu, as `rowActions` names it. */
export interface RowActionDetail extends BatchDetail {
  readonly name: string;
}

/** A view before it is shown. `params` is what differs from the default, for an address. */
export interface ViewChangeDetail<Shown> {
  readonly view: Shown;
  readonly changed: readonly (keyof Shown)[];
  readonly params: Readonly<Record<string, string>>;
}

export interface LoadedDetail {
  readonly view: View;
  readonly batches: readonly Batch[];
  readonly total: number | null;
}

export interface FileDetail {
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
}

export interface ValidatedDetail {
  readonly ok: boolean;
  readonly rowCount: number;
  readonly counts: readonly IssueCount[];
}

export interface SubmitDetail {
  readonly fileName: string;
  /** Rows that are sent. */
  readonly rowCount: number;
  /** More than one where the file was split. */
  readonly batches: number;
  readonly syncWithGateway: boolean;
  readonly description: string | null;
}

export interface UploadProgressDetail {
  /** Bytes. */
  readonly loaded: number;
  /** Bytes, `null` where the transport does not know. */
  readonly total: number | null;
}

export interface DirtyDetail {
  readonly dirty: boolean;
}

export interface DismissDetail {
  /** `cancel`: the button, `close`: the cross, `escape`: the key, `done`: after the batch was queued, `method`: `hide()`. */
  readonly reason: 'cancel' | 'close' | 'escape' | 'done' | 'method';
  readonly dirty: boolean;
}

export type { DownloadScope };

export interface DownloadDetail {
  readonly id: string;
  readonly scope: DownloadScope;
}

export interface DownloadedDetail extends DownloadDetail {
  readonly fileName: string;
  readonly tasks: number;
}

export interface RetriedDetail {
  /** The new batch. */
  readonly batch: Batch;
  readonly parentId: string;
}

export interface DecideDetail extends BatchDetail {
  readonly decision: 'approve' | 'reject';
  readonly comment: string;
}

/** Events of `<batch-sync-table>`. */
export interface BatchSyncTableEventMap {
  'batch-sync-open': OpenDetail;
  'batch-sync-create': null;
  'batch-sync-view-change': ViewChangeDetail<View>;
  'batch-sync-gateway-sync': BatchDetail;
  'batch-sync-gateway-synced': BatchDetail;
  'batch-sync-row-action': RowActionDetail;
  'batch-sync-loaded': LoadedDetail;
  'batch-sync-error': ErrorDetail;
}

/** Events of `<batch-sync-upload>`. */
export interface BatchSyncUploadEventMap {
  'batch-sync-file': FileDetail;
  'batch-sync-validated': ValidatedDetail;
  'batch-sync-submit': SubmitDetail;
  'batch-sync-progress': UploadProgressDetail;
  'batch-sync-submitted': BatchDetail;
  'batch-sync-dirty': DirtyDetail;
  'batch-sync-open': OpenDetail;
  'batch-sync-dismiss': DismissDetail;
  'batch-sync-error': ErrorDetail;
}

/** Events of `<batch-sync-detail>`. */
export interface BatchSyncDetailEventMap {
  'batch-sync-updated': BatchDetail;
  'batch-sync-completed': BatchDetail;
  'batch-sync-download': DownloadDetail;
  'batch-sync-downloaded': DownloadedDetail;
  'batch-sync-retry': BatchDetail;
  'batch-sync-retried': RetriedDetail;
  'batch-sync-gateway-sync': BatchDetail;
  'batch-sync-gateway-synced': BatchDetail;
  'batch-sync-cancel': BatchDetail;
  'batch-sync-canceled': BatchDetail;
  'batch-sync-decide': DecideDetail;
  'batch-sync-decided': DecideDetail;
  'batch-sync-open': OpenDetail;
  'batch-sync-back': { readonly id: string };
  'batch-sync-view-change': ViewChangeDetail<TaskQuery>;
  'batch-sync-error': ErrorDetail;
}

type ElementEventMaps = BatchSyncTableEventMap | BatchSyncUploadEventMap | BatchSyncDetailEventMap;
type KeyOfEach<Maps> = Maps extends unknown ? keyof Maps : never;
type DetailOfEach<Maps, Type> = Maps extends unknown ? (Type extends keyof Maps ? Maps[Type] : never) : never;

/** Every event by its name. All bubble and are composed. */
export type BatchSyncEventMap = {
  [Type in KeyOfEach<ElementEventMaps>]: CustomEvent<DetailOfEach<ElementEventMaps, Type>>;
};

export type BatchSyncEventType = keyof BatchSyncEventMap;

/** The events that ask: `preventDefault()` on one keeps what it announces from happening. */
export const cancelableEvents = [
  'batch-sync-open',
  'batch-sync-create',
  'batch-sync-view-change',
  'batch-sync-gateway-sync',
  'batch-sync-row-action',
  'batch-sync-file',
  'batch-sync-submit',
  'batch-sync-dismiss',
  'batch-sync-download',
  'batch-sync-retry',
  'batch-sync-cancel',
  'batch-sync-decide',
  'batch-sync-back',
] as const satisfies readonly BatchSyncEventType[];

export type CancelableEventType = (typeof cancelableEvents)[number];
