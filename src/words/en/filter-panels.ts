import type { CatalogueEntries } from '../catalogue.js';

/** What can be chosen among the filters of the table. */
export const filterPanels = {
  'table.filter.from': 'From',
  'table.filter.to': 'To',
  'table.filter.order': '“From” is after “To”.',
  'table.filter.zone': 'Days in {zone}',
  'table.filter.clear': 'Clear',
} as const satisfies CatalogueEntries;
