/** @jsxImportSource react */
import type {} from 'batch-sync-elements/types/react';

export const screen = (
  <batch-sync-provider
    base-url="/v1/batch-sync"
    config={{ locale: 'en-IN' }}
    onbatch-sync-submitted={({ detail }) => console.log(detail.batch.fileName)}
  >
    <batch-sync-table
      pageSize={20}
      view={{ search: 'ORD_1' }}
      className="wide"
      onbatch-sync-open={event => event.detail.id.length > 0 && event.preventDefault()}
    />
    <batch-sync-detail batchId="bs_1" onbatch-sync-completed={({ detail }) => console.log(detail.batch.status)} />
    <batch-sync-upload layout="inline" ref={upload => upload?.show()} />
  </batch-sync-provider>
);

// @ts-expect-error -- a number it is
export const wrong = <batch-sync-table pageSize="twenty" />;
