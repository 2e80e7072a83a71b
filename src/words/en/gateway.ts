import type { CatalogueEntries } from '../catalogue.js';

/** What is said of a gateway sync in a list. */
export const gateway = {
  'table.gateway.failed': 'Gateway sync of “{file}” could not be started',
  'table.gateway.unknown': 'No answer to the gateway sync of “{file}”',
} as const satisfies CatalogueEntries;
