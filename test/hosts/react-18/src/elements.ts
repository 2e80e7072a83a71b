import { createComponent, type EventName } from '@lit/react';
import 'batch-sync-elements/define';
import { BatchSyncDetail, BatchSyncProvider, BatchSyncTable, BatchSyncUpload } from 'batch-sync-elements';
import type { BatchSyncEventMap } from 'batch-sync-elements';
import * as react from 'react';

const named = <Type extends keyof BatchSyncEventMap>(type: Type) => type as Type & EventName<BatchSyncEventMap[Type]>;

export const Provider = createComponent({
  react,
  tagName: 'batch-sync-provider',
  elementClass: BatchSyncProvider,
  // Those of everything inside, for they bubble.
  events: {
    onOpen: named('batch-sync-open'),
    onSubmitted: named('batch-sync-submitted'),
    onBack: named('batch-sync-back'),
  },
});
export const Table = createComponent({ react, tagName: 'batch-sync-table', elementClass: BatchSyncTable });
export const Upload = createComponent({ react, tagName: 'batch-sync-upload', elementClass: BatchSyncUpload });
export const Detail = createComponent({ react, tagName: 'batch-sync-detail', elementClass: BatchSyncDetail });
