import type { BatchDefinition } from './definition.js';

/**
 * The preset as a screen needs it: words, columns and limits, without the check of a cell, whose library a page that
 * only looks at batches is spared. Judge files by `batchSync`.
 */
export const batchSyncFace: BatchDefinition = {
  kind: 'batch-sync',
  columns: [
    {
      name: 'order_id',
      label: { key: 'column.order_id' },
      required: true,
      unique: true,
      identifier: true,
      type: { key: 'field.string' },
      description: { key: 'column.order_id.description' },
      example: 'ORD_123456789',
      rules: { key: 'column.order_id.rules' },
    },
    {
      name: 'txn_id',
      label: { key: 'column.txn_id' },
      required: false,
      role: 'transaction',
      identifier: true,
      type: { key: 'field.string' },
      description: { key: 'column.txn_id.description' },
      example: 'TXN_987654321',
      rules: { key: 'column.txn_id.rules' },
      aliases: ['transaction_id'],
    },
    {
      name: 'unique_request_id',
      label: { key: 'column.unique_request_id' },
      required: false,
      role: 'request',
      identifier: true,
      type: { key: 'field.string' },
      description: { key: 'column.unique_request_id.description' },
      example: 'SYNCREQ001',
      rules: { key: 'column.unique_request_id.rules' },
      aliases: ['request_id'],
    },
  ],
  limits: { maxRows: 1000, maxBytes: 5_000_000 },
  headerPolicy: 'strict',
  duplicates: 'error',
  sampleFileName: 'batch_sync_sample.csv',
  exportFileName: 'batch_sync.csv',
  exportColumns: [
    { header: 'S.No', value: (_task, serial) => String(serial) },
    { header: 'Order ID', value: task => task.values['order_id'] ?? '' },
    { header: 'Transaction ID', value: task => task.values['txn_id'] ?? '' },
    { header: 'Unique Request ID', value: task => task.values['unique_request_id'] ?? '' },
    { header: 'Sync Status', value: task => task.syncStatus ?? '' },
    { header: 'External System Response', value: task => task.externalResponse ?? '' },
    { header: 'Gateway Sync Status', value: task => task.gatewaySyncStatus ?? '' },
    { header: 'Task Status', value: task => task.status },
    { header: 'Error Message', value: task => task.error?.message ?? '' },
    { header: 'Created At', value: task => task.createdAt },
    { header: 'Updated At', value: task => task.updatedAt },
  ],
  texts: {
    title: { key: 'module.title' },
    introduction: { key: 'module.introduction' },
    create: { key: 'module.create' },
  },
};
