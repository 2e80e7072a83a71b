import type { CatalogueEntries } from '../catalogue.js';

export const find = {
  'find.label': 'Find an order, transaction or request ID',
  'find.placeholder': 'ORD_…',
  'find.go': 'Find',
  'find.clear': 'Clear',
  'find.pasted': { one: 'One ID at a time.', other: 'One ID at a time: this is the first of {count}.' },
} as const satisfies CatalogueEntries;
