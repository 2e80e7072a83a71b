/** Every call of the contract: the adapter's method and what it is over HTTP. */
export const calls = {
  capabilities: 'GET /capabilities',
  listBatches: 'GET /batches',
  findBatches: 'GET /batches',
  createBatch: 'POST /batches',
  getBatch: 'GET /batches/{id}',
  breakdown: 'GET /batches/{id}/breakdown',
  listTasks: 'GET /batches/{id}/tasks',
  findTasks: 'GET /tasks',
  syncWithGateway: 'POST /batches/{id}/gateway-sync',
  retryFailed: 'POST /batches/{id}/retry',
  cancelBatch: 'POST /batches/{id}/cancel',
  decide: 'POST /batches/{id}/approval',
  subscribe: 'GET /events',
} as const;

export type CallName = keyof typeof calls;

/** How the contract is spoken: over HTTP, or through the methods of an adapter. */
export type Face = 'http' | 'adapter';

/** What a call is called where it is spoken; `null` for what holds for all of them. */
export function callText(call: CallName | null, face: Face): string {
  if (call === null) return 'every call';
  return face === 'http' ? calls[call] : `${call}()`;
}

/** The status of a success. */
export function successOf(call: CallName): 200 | 202 {
  return calls[call].startsWith('POST') ? 202 : 200;
}
