import type { CatalogueEntries } from '../catalogue.js';

/** How a person arranges the table. */
export const layout = {
  'table.layout.columns': 'Columns',
  'table.layout.up': 'Move “{column}” up',
  'table.layout.down': 'Move “{column}” down',
  'table.layout.fixed': 'Always shown: it leads to the batch',
  'table.layout.density': 'Row height',
  'table.layout.comfortable': 'Comfortable',
  'table.layout.compact': 'Compact',
  'table.layout.reset': 'Reset',
  'table.layout.done': 'Done',
} as const satisfies CatalogueEntries;
