import type { BatchSyncConfig } from '../../../src/index.js';

/** A host's own words for some of ours; the rest stay. `{count}` and other names in braces are filled in. */
export const ownWords: BatchSyncConfig = {
  locale: 'en-GB',
  messages: {
    'table.search': 'Search the files of my team',
    'table.column.createdAt': 'Uploaded',
    'table.filter.days': { one: 'Yesterday and today', other: 'The last {count} days' },
  },
};
