import type { CatalogueEntries } from '../catalogue.js';

export const upload = {} as const satisfies CatalogueEntries;
