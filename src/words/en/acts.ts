import type { CatalogueEntries } from '../catalogue.js';

/** What is asked before something is done to a batch, and said of it. */
export const acts = {
  'gateway.confirm.title': 'Sync with Gateway',
  'gateway.confirm.body': {
    one: 'Sync {count} task of “{file}” with the connected payment gateways now?',
    other: 'Sync {count} tasks of “{file}” with the connected payment gateways now?',
  },
  'gateway.requested': 'Gateway sync of “{file}” has started.',
  'act.unknown':
    'It is not known whether the server got it. Retrying asks about the same request, so nothing happens twice.',
} as const satisfies CatalogueEntries;
