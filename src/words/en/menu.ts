import type { CatalogueEntries } from '../catalogue.js';

/** What a host adds to the rows. */
export const menu = {
  'table.menu.none': 'Nothing can be done here now',
  'table.menu.failed': '“{action}” failed for “{file}”',
} as const satisfies CatalogueEntries;
