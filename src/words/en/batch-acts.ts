import type { CatalogueEntries } from '../catalogue.js';

/** What is asked before something is done to the batch on screen, and said of it. */
export const batchActs = {
  'retry.confirm.title': 'Retry rejected tasks',
  'retry.confirm.body': {
    one: 'Send {count} rejected task of “{file}” again, as a new batch with the same request ID?',
    other: 'Send {count} rejected tasks of “{file}” again, as a new batch with the same request IDs?',
  },
  'retry.done': 'The rejected tasks of “{file}” are sent again in a new batch.',
  'retry.open': 'View new batch',

  'cancel.confirm.title': 'Cancel this batch',
  'cancel.confirm.body': {
    one: 'Stop processing “{file}”? {count} task is still queued and will not be sent. What was accepted stays accepted.',
    other:
      'Stop processing “{file}”? {count} tasks are still queued and will not be sent. What was accepted stays accepted.',
  },
  'cancel.confirm.pending': 'Withdraw “{file}”? It waits for approval; nothing of it has been processed.',
  'cancel.confirm.keep': 'Keep batch',
  'cancel.done': '“{file}” was canceled.',

  'decide.approved': '“{file}” was approved.',
  'decide.rejected': '“{file}” was rejected.',

  'act.failed.gateway-sync': 'Gateway sync could not be started',
  'act.failed.retry': 'The retry could not be started',
  'act.failed.cancel': 'The batch could not be canceled',
  'act.failed.decide': 'The decision could not be sent',
} as const satisfies CatalogueEntries;
