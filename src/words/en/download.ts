import type { CatalogueEntries } from '../catalogue.js';

/** The files of a batch: the choice of one, how far it is, and why there is none. */
export const download = {
  'download.scope.all': 'All tasks',
  'download.scope.filtered': 'Tasks listed below',
  'download.scope.accepted': 'Accepted tasks',
  'download.scope.failed': 'Rejected tasks',
  'download.scope.queued': 'Queued tasks',
  'download.scope.upload': 'Rejected rows to upload again',
  'download.scope.upload.hint': 'In the columns of an upload, values exactly as they were sent',
  'download.cancel': 'Cancel download',
  'download.running': 'Preparing {file}',
  'download.progress': '{done} of {total}',
  'download.progress.unknown': { one: '{count} task', other: '{count} tasks' },
  'download.queued': {
    one: '{count} task is still queued and is in the file as QUEUED.',
    other: '{count} tasks are still queued and are in the file as QUEUED.',
  },
  'download.done': { one: '{file} with {count} task was saved.', other: '{file} with {count} tasks was saved.' },
  'download.failed.heading': 'No file was saved',
  'download.incomplete':
    'The server gave {found} of {expected} tasks. An incomplete file is worse than none, so nothing was saved.',

  'problem.export_incomplete':
    'The server did not give every task. An incomplete file is worse than none, so nothing was saved.',
  'problem.export_changed': 'The tasks changed while they were read, so nothing was saved. Try again.',
  'problem.export_unreadable': 'Some tasks could not be read, so nothing was saved.',
} as const satisfies CatalogueEntries;
