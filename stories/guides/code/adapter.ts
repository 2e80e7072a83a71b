import { createRestAdapter } from '../../../src/adapter/index.js';
import type { BatchSyncAdapter } from '../../../src/adapter/index.js';

/** The contract over HTTP, without acts on the gateway, and with a word to the host's own log about each upload. */
export function createAdapter(baseUrl: string, log: (line: string) => void): BatchSyncAdapter {
  const { syncWithGateway: _leftOut, ...rest } = createRestAdapter({ baseUrl });
  return {
    ...rest,
    async createBatch(input, ctx) {
      const batch = await rest.createBatch(input, ctx);
      log(`${batch.id}: ${input.client.rows} rows`);
      return batch;
    },
  };
}
