import { defineBatchSync } from './define-batch-sync.js';

export type { DefineOptions } from './define-batch-sync.js';
export type { BatchSyncEventMap } from './globals.js';
export { defineBatchSync };

defineBatchSync();
