// What a host writes, over every entry of the package: compiled with each TypeScript that `npm run test:package` names.
import { cancelableEvents, viewFromParams } from 'batch-sync-elements';
import type { BatchSyncConfig, BatchSyncEventMap, View } from 'batch-sync-elements';
import { createRestAdapter } from 'batch-sync-elements/adapter';
import type { BatchSyncAdapter } from 'batch-sync-elements/adapter';
import { checkAdapter } from 'batch-sync-elements/conformance';
import { batchSync, validateFile, validateText } from 'batch-sync-elements/core';
import type { BatchDefinition, ValidationReport } from 'batch-sync-elements/core';
import { defineBatchSync } from 'batch-sync-elements/define';
import 'batch-sync-elements/define/detail';
import 'batch-sync-elements/define/provider';
import 'batch-sync-elements/define/table';
import 'batch-sync-elements/define/upload';
import { BatchSyncDetail } from 'batch-sync-elements/detail';
import { createMemoryAdapter } from 'batch-sync-elements/mocks';
import { BatchSyncProvider } from 'batch-sync-elements/provider';
import { BatchSyncTable } from 'batch-sync-elements/table';
import { BatchSyncUpload } from 'batch-sync-elements/upload';

defineBatchSync({ prefix: 'acme-sync' });

const adapter: BatchSyncAdapter = createRestAdapter({ baseUrl: '/v1/batch-sync', getAccessToken: () => 'token' });
const config: BatchSyncConfig = { adapter, locale: 'en-IN', permissions: { orders: 'readWrite' } };

const provider: BatchSyncProvider = document.createElement('batch-sync-provider');
provider.config = { ...config, adapter: createMemoryAdapter() };
const table: BatchSyncTable = document.createElement('batch-sync-table');
const view: View = viewFromParams(new URLSearchParams('q=ORD_1'));
table.view = view;
table.addEventListener('batch-sync-open', event => {
  const id: string = event.detail.id;
  if (id === '') event.preventDefault();
});

const detail: BatchSyncDetail = document.createElement('batch-sync-detail');
document.addEventListener('batch-sync-completed', ({ detail: { batch } }) => console.log(batch.status));
const upload: BatchSyncUpload = document.createElement('batch-sync-upload');
document.body.append(provider, table, detail, upload);

const definition: BatchDefinition = { ...batchSync, limits: { maxRows: 10, maxBytes: 1000 } };
const report: ValidationReport = validateText('order_id\n', definition);
void validateFile(new File([], 'a.csv'), definition).then(({ ok }) => ok && report.ok);
void checkAdapter(adapter);

export const names: readonly (keyof BatchSyncEventMap)[] = cancelableEvents;
