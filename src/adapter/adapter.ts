import type { Batch, BatchEvent, Breakdown, Capabilities, Page, Task } from '../core/batch.js';
import type { TaskQuery, View } from '../core/view.js';

/** What comes with every call. */
export interface RequestContext {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** What comes with every write. */
export interface WriteContext extends RequestContext {
  /** One intention, one key: a repeat of the same intention carries the same key, and the server acts once. */
  readonly idempotencyKey: string;
}

/** Bytes of an upload; `total` is `null` where the transport does not know. */
export interface UploadProgress {
  readonly loaded: number;
  readonly total: number | null;
}

export interface UploadContext extends WriteContext {
  readonly onProgress?: (progress: UploadProgress) => void;
}

/** A new batch. */
export interface CreateBatchInput {
  /** What was validated, byte for byte, or what was reviewed after repairs. */
  readonly file: Blob;
  readonly fileName: string;
  readonly description: string | null;
  readonly syncWithGateway: boolean;
  /** What the browser found, for the server to compare and keep. */
  readonly client: {
    readonly rows: number;
    /** Lower-case hex; `null` where the page has no `crypto.subtle`. */
    readonly rowsSha256: string | null;
    readonly acceptedWarnings: readonly string[];
    /** The person saw that the same rows were sent before, and agreed. */
    readonly acceptDuplicate: boolean;
  };
}

/** A checker's decision on a batch that waits for approval. */
export interface Decision {
  readonly decision: 'approve' | 'reject';
  readonly comment: string;
}

export type BatchLookup = { readonly idempotencyKey: string } | { readonly rowsSha256: string };

/**
 * The object behind which the backend lives. Every method rejects with a `Problem` (`batch-sync-elements/core`)
 * or with the signal's reason. A feature is on where its optional method exists.
 */
export interface BatchSyncAdapter {
  /**
   * Names the backend, and everything but the person that decides what it answers, such as a tenant: adapters of one
   * scope on the pages of one origin tell the same. With it, and where the capabilities name the user, one page polls
   * for all; without it each polls for itself. Never a token: scripts of the origin can read it.
   */
  readonly scope?: string | null;
  /** Rights, limits and features. Without it, or where it answers 404 or 501, the host's word stands. */
  capabilities?(ctx: RequestContext): Promise<Capabilities>;
  /** A page of batches; search, filters, sort and paging are the backend's, over all batches. */
  listBatches(view: View, ctx: RequestContext): Promise<Page<Batch>>;
  /** With `history` and, while approval is pending, `preview`. */
  getBatch(id: string, ctx: RequestContext): Promise<Batch>;
  /** A page of what became of a batch's records; downloads are made of these pages. */
  listTasks(id: string, query: TaskQuery, ctx: RequestContext): Promise<Page<Task>>;
  /** Answers as soon as the batch is there; the same key again is the same batch. */
  createBatch(input: CreateBatchInput, ctx: UploadContext): Promise<Batch>;
  /** An empty answer to a look-up by key means *not known yet*. */
  findBatches?(by: BatchLookup, ctx: RequestContext): Promise<readonly Batch[]>;
  /** Failures by reason, outcomes by gateway and by external system. */
  breakdown?(id: string, ctx: RequestContext): Promise<Breakdown>;
  /** Tasks across batches by part of an order, transaction or request id. */
  findTasks?(
    query: { readonly q: string; readonly cursor: string | null; readonly limit: number },
    ctx: RequestContext,
  ): Promise<Page<Task>>;
  /** Begins to sync accepted tasks with the gateways. */
  syncWithGateway?(id: string, ctx: WriteContext): Promise<Batch>;
  /** Sends the failed tasks again. Answers with a child batch, linked to its parent. */
  retryFailed?(id: string, ctx: WriteContext): Promise<Batch>;
  /** Stops what is not done yet. */
  cancelBatch?(id: string, ctx: WriteContext): Promise<Batch>;
  /** A checker approves or rejects. */
  decide?(id: string, decision: Decision, ctx: WriteContext): Promise<Batch>;
  /**
   * One iteration is one connection: it yields every event, heartbeats too, and ends or throws a `Problem` when the
   * connection is cut. It never retries: whoever iterates does.
   */
  subscribe?(ctx: { readonly signal: AbortSignal; readonly lastEventId: string | null }): AsyncIterable<BatchEvent>;
}
