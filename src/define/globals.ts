import type { BatchSyncDetail } from '../elements/detail.js';
import type { BatchSyncEventMap } from '../elements/events.js';
import type { BatchSyncProvider } from '../elements/provider.js';
import type { BatchSyncTable } from '../elements/table.js';
import type { BatchSyncUpload } from '../elements/upload.js';

declare global {
  interface HTMLElementTagNameMap {
    'batch-sync-provider': BatchSyncProvider;
    'batch-sync-table': BatchSyncTable;
    'batch-sync-upload': BatchSyncUpload;
    'batch-sync-detail': BatchSyncDetail;
  }
  // On any element and the document: the events bubble.
  interface HTMLElementEventMap extends BatchSyncEventMap {}
  interface DocumentEventMap extends BatchSyncEventMap {}
}

/** Whoever exports it brings the types above into a host's program. */
export type { BatchSyncEventMap };
