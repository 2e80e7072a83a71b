import type { CatalogueEntries } from '../catalogue.js';

export const table = {} as const satisfies CatalogueEntries;
