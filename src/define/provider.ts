import { BatchSyncProvider } from '../elements/provider.js';
import { register } from './register.js';

export type { BatchSyncEventMap } from './globals.js';

register('batch-sync-provider', BatchSyncProvider, customElements);
