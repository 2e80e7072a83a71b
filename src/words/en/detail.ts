import type { CatalogueEntries } from '../catalogue.js';

export const detail = {} as const satisfies CatalogueEntries;
