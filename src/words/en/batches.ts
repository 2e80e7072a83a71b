import type { CatalogueEntries } from '../catalogue.js';

/** For whatever shows batches. */
export const batches = {
  'status.PENDING_APPROVAL': 'Pending approval',
  'status.QUEUED': 'Queued',
  'status.PROCESSING': 'Processing',
  'status.ACCEPTED': 'Accepted',
  'status.PARTIALLY_ACCEPTED': 'Partially accepted',
  'status.FAILED': 'Failed',
  'status.CANCELED': 'Canceled',
  'status.APPROVAL_REJECTED': 'Approval rejected',

  'progress.text': '{done} of {total}',
  'progress.text.rejected': '{done} of {total} · {failed} rejected',
  'progress.label': 'Tasks progress',
  'progress.pending': 'Waiting for approval',
  'progress.none': 'No tasks',

  'live.live': 'Live',
  'live.connecting': 'Connecting',
  'live.reconnecting': 'Reconnecting',
  'live.polling': 'Checking for changes',
  'live.paused': 'Paused',
  'live.stale': 'Not updated since {time}',

  'value.on': 'On',
  'value.off': 'Off',

  'page.range': '{from}–{to} of {total}',
  'page.range.unknownTotal': '{from}–{to}',
  'page.size': 'Rows per page',
  'page.size.option': '{count} per page',
  'page.previous': 'Previous page',
  'page.next': 'Next page',
  'page.label': 'Pages',

  'gateway.busy.active': 'Available when the batch has been processed',
  'gateway.busy.running': 'Gateway sync is running',

  'time.zone': 'Times are in {zone}.',
  'time.zone.change': 'Show {zone}',
  'detail.id': 'Batch ID',
  'detail.id.copy': 'Copy batch ID',
  'detail.id.copied': 'Batch ID copied',
  'detail.id.selected': 'Batch ID selected. Copy it with your keyboard.',
  'detail.status': 'Status',
  'tasks.column.row': 'Row',
  'tasks.column.status': 'Task Status',
  'tasks.column.response': 'External System Response',
  'tasks.column.gateway': 'Gateway Sync Status',
  'tasks.column.updated': 'Updated',
  'tasks.stale': 'These tasks are as of {time}.',
  'tasks.unreadable': {
    one: '{count} task of this page could not be read and is left out.',
    other: '{count} tasks of this page could not be read and are left out.',
  },

  'act.running': 'Asking the server',

  'table.page.count': { one: '{count} batch on this page', other: '{count} batches on this page' },
  'table.found': { one: '{count} batch found', other: '{count} batches found' },
  'table.found.none': 'No batches found',
  'table.shown': 'Batches {from} to {to} of {count}',
} as const satisfies CatalogueEntries;
