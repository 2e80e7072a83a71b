import { BatchSyncUpload } from '../elements/upload.js';
import { register } from './register.js';

export type { BatchSyncEventMap } from './globals.js';

register('batch-sync-upload', BatchSyncUpload, customElements);
