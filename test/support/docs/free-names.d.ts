// What a page has before the code of a document runs on it: the names that such code does not declare itself.
import type {
  Batch,
  BatchSyncAdapter,
  BatchSyncDetail,
  BatchSyncProvider,
  BatchSyncTable,
  BatchSyncUpload,
  Page,
  Task,
  TaskQuery,
  View,
} from '../../../src/index.js';

declare global {
  /** The page that such code is for has it. */
  interface ParentNode {
    querySelector(selectors: 'batch-sync-provider'): BatchSyncProvider;
  }

  const provider: BatchSyncProvider;
  const table: BatchSyncTable;
  const upload: BatchSyncUpload;
  const detail: BatchSyncDetail;

  /** The host's own session. */
  const session: {
    readonly csrf: string;
    token(request: { readonly renew: boolean; readonly signal: AbortSignal }): Promise<string>;
  };
  /** The host's own client of its own API. */
  const client: {
    batches(view: View, signal: AbortSignal): Promise<Page<Batch>>;
    batch(id: string, signal: AbortSignal): Promise<Batch | null>;
    tasks(id: string, query: TaskQuery, signal: AbortSignal): Promise<Page<Task>>;
    upload(
      file: Blob,
      facts: {
        readonly fileName: string;
        readonly rows: number;
        readonly key: string;
        readonly signal: AbortSignal;
      },
    ): Promise<Batch>;
  };

  const myAdapter: BatchSyncAdapter;
  const options: { readonly baseUrl: string };
  const token: string;
  const bytes: Uint8Array<ArrayBuffer>;
  const assert: { deepEqual(found: unknown, expected: unknown): void };
  function openNote(batchId: string): void;
}
