import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { LiveConnection } from '../adapter/context.js';
import { lateImport } from '../core/late-import.js';
import { CapabilitiesStore } from './capabilities.js';
import { LiveWhenWanted } from './live-when-wanted.js';

const loadLive = lateImport(() => import('./live-of.js'));

/** What all that use one adapter share. */
export interface Backend {
  readonly live: LiveConnection;
  readonly capabilities: CapabilitiesStore;
}

/** The only state of a module: elements without a provider share by their adapter. */
const backends = new WeakMap<BatchSyncAdapter, Backend>();

export function backendOf(adapter: BatchSyncAdapter): Backend {
  let backend = backends.get(adapter);
  if (backend === undefined) {
    const capabilities = new CapabilitiesStore(adapter);
    const live = new LiveWhenWanted(async () => {
      const { liveOf } = await loadLive();
      return liveOf(adapter, capabilities);
    });
    backend = { capabilities, live };
    backends.set(adapter, backend);
  }
  return backend;
}

/** Forgets what is known by an adapter, so that nothing of one person's session is seen in the next. */
export function forgetBackend(adapter: BatchSyncAdapter): void {
  backends.delete(adapter);
}
