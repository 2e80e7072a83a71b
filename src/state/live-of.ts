import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { CapabilitiesStore } from './capabilities.js';
import { Live } from './live.js';

/** The live connection of a backend, by what it says that it can do and for whom. */
export function liveOf(adapter: BatchSyncAdapter, capabilities: CapabilitiesStore): Live {
  return new Live(adapter, {
    streams: () => offersEvents(capabilities),
    sharedAs: () => sharedName(adapter, capabilities),
  });
}

function offersEvents({ state }: CapabilitiesStore): boolean {
  const features = state.state === 'known' ? state.capabilities?.features : undefined;
  return features === undefined || features.includes('events');
}

/** Pages poll together for one person at one backend; where either cannot be told from others, each polls alone. */
function sharedName({ scope }: BatchSyncAdapter, { state }: CapabilitiesStore): string | null {
  const user = state.state === 'known' ? state.capabilities?.user?.id : undefined;
  return scope && user ? `batch-sync/polling@1 ${JSON.stringify([scope, user])}` : null;
}
