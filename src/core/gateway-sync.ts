import type { Batch } from './batch.js';
import { isActive, isTerminal } from './status.js';

/**
 * What "Sync with Gateway" is for a batch: it can be asked for, has to wait until the batch has been processed or the
 * last one has ended, or there is nothing to sync.
 */
export type GatewaySyncReadiness = 'ready' | 'active' | 'running' | 'none';

const without = ['PENDING_APPROVAL', 'APPROVAL_REJECTED', 'CANCELED'];

/** `batch.allowedActions` decides where the server sends it; a state that we do not know allows nothing by itself. */
export function gatewaySyncReadiness(batch: Batch): GatewaySyncReadiness {
  const { status, gatewaySync, allowedActions } = batch;
  if (without.includes(status)) return 'none';
  // While it works on a batch, a server does not list what may be done with it later.
  if (isActive(status)) return 'active';
  if (gatewaySync?.state === 'running') return 'running';
  return (allowedActions?.includes('gateway-sync') ?? isTerminal(status)) ? 'ready' : 'none';
}
