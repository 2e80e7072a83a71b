import type {} from 'batch-sync-elements/types/vue';
import type { GlobalComponents } from 'vue';

type Table = InstanceType<GlobalComponents['batch-sync-table']>['$props'];

export const table: Table = {
  pageSize: 20,
  'onBatch-sync-open': event => console.log(event.detail.id),
};

// @ts-expect-error -- a number it is
export const wrong: Table = { pageSize: 'twenty' };

/** It hears what is told inside of it. */
export const provider: InstanceType<GlobalComponents['batch-sync-provider']>['$props'] = {
  'onBatch-sync-submitted': event => console.log(event.detail.batch.fileName),
};
