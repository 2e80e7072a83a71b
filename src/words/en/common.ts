import type { CatalogueEntries } from '../catalogue.js';

export const common = {
  'module.title': 'Batch Sync',
  'module.introduction':
    'This module helps in creating data synchronization in bulk using a file upload. It provides a holistic view of the files uploaded. Upon clicking the filename in the table below a detailed view of each sync operation uploaded is displayed.',
  'module.create': 'Create Batch Sync',

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

  'action.retry': 'Retry',
  'action.cancel': 'Cancel',
  'action.close': 'Close',
  'action.back': 'Back',
  'action.copy': 'Copy',
  'action.copied': 'Copied',
  'action.copyRequestId': 'Copy request ID',
  'action.clear': 'Clear',
  'action.gatewaySync': 'Sync with Gateway',

  'live.live': 'Live',
  'live.connecting': 'Connecting',
  'live.reconnecting': 'Reconnecting',
  'live.polling': 'Checking for changes',
  'live.paused': 'Paused',
  'live.stale': 'Not updated since {time}',

  'value.none': '–',
  'value.on': 'On',
  'value.off': 'Off',

  'page.range': '{from}–{to} of {total}',
  'page.range.unknownTotal': '{from}–{to}',
  'page.size': 'Rows per page',
  'page.size.option': '{count} per page',
  'page.previous': 'Previous page',
  'page.next': 'Next page',
  'page.label': 'Pages',

  'state.loading': 'Loading',
  'state.unconfigured.heading': 'Batch Sync is not set up',
  'state.unconfigured.body':
    'Give this element a base-url, an adapter, or put it inside a batch-sync-provider that has one.',
  'state.forbidden.heading': 'You don’t have access to Batch Sync',
  'state.forbidden.body': 'Ask whoever manages your account for read access to orders.',

  'problem.network': 'The server could not be reached. Check the connection and try again.',
  'problem.timeout': 'The server did not answer in time.',
  'problem.unreadable': 'The server’s answer could not be read.',
  'problem.session_expired': 'Your session has ended. Sign in again, then retry.',
  'problem.forbidden': 'You don’t have the rights for this.',
  'problem.not_found': 'This is not there any more.',
  'problem.conflict': 'Somebody else changed this at the same time.',
  'problem.in_progress': 'This is already running.',
  'problem.rate_limited': 'The server is busy. Try again in a moment.',
  'problem.unavailable': 'The server is not available right now.',
  'problem.unexpected': 'Something went wrong.',
  'problem.requestId': 'Request ID',

  'gateway.confirm.title': 'Sync with Gateway',
  'gateway.confirm.body': {
    one: 'Sync {count} task of “{file}” with the connected payment gateways now?',
    other: 'Sync {count} tasks of “{file}” with the connected payment gateways now?',
  },
  'gateway.requested': 'Gateway sync of “{file}” has started.',
  'gateway.busy.active': 'Available when the batch has been processed',
  'gateway.busy.running': 'Gateway sync is running',

  'bytes.B': '{value} B',
  'bytes.KB': '{value} KB',
  'bytes.MB': '{value} MB',

  'time.justNow': 'just now',
} as const satisfies CatalogueEntries;
