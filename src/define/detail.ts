import { BatchSyncDetail } from '../elements/detail.js';
import { register } from './register.js';

export type { BatchSyncEventMap } from './globals.js';

register('batch-sync-detail', BatchSyncDetail, customElements);
