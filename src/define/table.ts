import { BatchSyncTable } from '../elements/table.js';
import { register } from './register.js';

export type { BatchSyncEventMap } from './globals.js';

register('batch-sync-table', BatchSyncTable, customElements);
