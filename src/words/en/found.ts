import type { CatalogueEntries } from '../catalogue.js';

/** What was found by an id. */
export const found = {
  'find.back': 'All batches',
  'find.heading': 'Tasks with “{id}”',
  'find.count': { one: '{count} task', other: '{count} tasks' },
  'find.pages': 'Pages of tasks found',
  'find.page.count': { one: '{count} task on this page', other: '{count} tasks on this page' },
  'find.column.syncStatus': 'Sync Status',
  'find.column.created': 'Created',
  'find.latest': 'Latest of {count} with exactly this ID: {status} {time} in {file}, row {row}',
  'find.latest.spoken': 'The latest: {status}',
  'find.inexact': 'No task has exactly this ID. These contain it.',
  'find.found': { one: '{count} task found', other: '{count} tasks found' },
  'find.found.none': 'No task found',
  'find.shown': 'Tasks {from} to {to} of {count}',
  'find.none.heading': 'Not found in any batch',
  'find.none.body':
    'No task has “{id}” in its order, transaction or request ID. It was never uploaded, or its batch has not been approved.',
  'find.none.several': 'Look for one ID at a time.',
  'find.none.page': 'There are no tasks on this page any more.',
  'find.error.heading': 'The tasks could not be looked for',
} as const satisfies CatalogueEntries;
