import type {} from 'batch-sync-elements/types/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

export const table: SvelteHTMLElements['batch-sync-table'] = {
  pageSize: 20,
  'onbatch-sync-open': event => console.log(event.detail.id),
};

// @ts-expect-error -- a number it is
export const wrong: SvelteHTMLElements['batch-sync-table'] = { pageSize: 'twenty' };
