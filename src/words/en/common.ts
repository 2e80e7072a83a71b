import type { CatalogueEntries } from '../catalogue.js';

/** For every element. */
export const common = {
  'module.title': 'Batch Sync',
  'module.introduction':
    'This module helps in creating data synchronization in bulk using a file upload. It provides a holistic view of the files uploaded. Upon clicking the filename in the table below a detailed view of each sync operation uploaded is displayed.',
  'module.create': 'Create Batch Sync',

  'action.retry': 'Retry',
  'action.cancel': 'Cancel',
  'action.close': 'Close',
  'action.back': 'Back',
  'action.copy': 'Copy',
  'action.copied': 'Copied',
  'action.copyRequestId': 'Copy request ID',
  'action.clear': 'Clear',
  'action.gatewaySync': 'Sync with Gateway',

  'piece.missing': 'A part of this view could not be loaded.',

  'value.none': '–',

  'announce.sorted.ascending': 'Sorted by {column}, ascending',
  'announce.sorted.descending': 'Sorted by {column}, descending',

  'state.loading': 'Loading',
  'state.unconfigured.heading': 'Batch Sync is not set up',
  'state.unconfigured.body':
    'Give this element a base-url, an adapter, or put it inside a batch-sync-provider that has one.',
  'state.forbidden.heading': 'You don’t have access to Batch Sync',
  'state.forbidden.body': 'Ask whoever manages your account for read access to orders.',

  'problem.network': 'The server could not be reached. Check the connection and try again.',
  'problem.code_missing': 'The server could not be reached. Check the connection and try again.',
  'problem.timeout': 'The server did not answer in time.',
  'problem.unreadable': 'The server’s answer could not be read.',
  'problem.session_expired': 'Your session has ended. Sign in again, then retry.',
  'problem.forbidden': 'You don’t have the rights for this.',
  'problem.not_found': 'This is not there any more.',
  'problem.conflict': 'Somebody else changed this at the same time.',
  'problem.in_progress': 'This is already running.',
  'problem.rate_limited': 'The server is busy. Try again in a moment.',
  'problem.unavailable': 'The server is not available right now.',
  'problem.outcome_unknown': 'The server’s answer did not arrive.',
  'problem.cursor_expired': 'The list has changed. It is shown from the beginning.',
  'problem.gone': 'This is not there any more.',
  'problem.server_error': 'The server failed. Try again in a moment.',
  'problem.bad_request': 'The server did not understand the request.',
  'problem.not_implemented': 'The server does not offer this.',
  'problem.invalid_base_url': 'The address in base-url is not one that can be called.',
  'problem.not_configured': 'Batch Sync is not set up.',
  'problem.invalid_headers': 'The headers that this page adds cannot be sent.',
  'problem.unexpected': 'Something went wrong.',
  'problem.requestId': 'Request ID',

  'bytes.B': '{value} B',
  'bytes.KB': '{value} KB',
  'bytes.MB': '{value} MB',

  'time.justNow': 'just now',
} as const satisfies CatalogueEntries;
