import type { CatalogueEntries } from '../catalogue.js';

/** What happened to a batch and when, and what support is told of it. */
export const aside = {
  'timeline.by': '{name}, {time}',
  'timeline.all': 'Show all {count} entries',
  'timeline.created': 'File uploaded',
  'timeline.created.retry': 'Made to retry {id}',
  'timeline.approval_requested': 'Approval requested',
  'timeline.approved': 'Approved',
  'timeline.rejected': 'Rejected',
  'timeline.rows_skipped': 'Rows skipped that need no task',
  'timeline.rows_skipped.count': {
    one: '{count} row skipped that needs no task',
    other: '{count} rows skipped that need no task',
  },
  'timeline.started': 'Processing started',
  'timeline.finished': 'Processing ended',
  'timeline.finished.as': 'Processing ended: {status}',
  'timeline.canceled': 'Canceled',
  'timeline.retried': 'Rejected tasks sent again',
  'timeline.retried.in': 'Rejected tasks sent again in {id}',
  'timeline.gateway_sync_started': 'Gateway sync started',
  'timeline.gateway_sync_finished': 'Gateway sync ended',
  'timeline.gateway_sync_finished.done': 'Gateway sync done',
  'timeline.gateway_sync_finished.failed': 'Gateway sync failed',

  'support.heading': 'Support bundle',
} as const satisfies CatalogueEntries;
