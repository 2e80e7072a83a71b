import { regex, string } from 'zod/mini';
import { batchSyncFace } from './batch-sync-face.js';
import type { BatchDefinition, CellSchema } from './definition.js';
import { undisturbed } from './own-members.js';

const orderIdSchema: CellSchema = undisturbed(() => string().check(regex(/^[A-Za-z0-9_-]+$/)));

/** The preset: bulk synchronisation of orders and transactions. */
export const batchSync: BatchDefinition = {
  ...batchSyncFace,
  columns: batchSyncFace.columns.map(column =>
    column.name === 'order_id' ? { ...column, schema: orderIdSchema } : column,
  ),
};
