import { string } from 'zod/mini';
import { batchSyncFace } from './batch-sync-face.js';
import type { BatchDefinition, CellSchema } from './definition.js';
import { undisturbed } from './own-members.js';

const orderId = /^[A-Za-z0-9_-]+$/;

// Not zod's own check by a pattern, which writes the pattern down each time that it refuses a value.
const orderIdSchema: CellSchema = undisturbed(() =>
  string().check(({ value, issues }) => {
    if (!orderId.test(value)) issues.push({ code: 'custom', input: value });
  }),
);

/** The preset: bulk synchronisation of orders and transactions. */
export const batchSync: BatchDefinition = {
  ...batchSyncFace,
  columns: batchSyncFace.columns.map(column =>
    column.name === 'order_id' ? { ...column, schema: orderIdSchema } : column,
  ),
};
