/** @jsxImportSource preact */
import type {} from 'batch-sync-elements/types/preact';

export const screen = (
  <batch-sync-provider base-url="/v1/batch-sync">
    <batch-sync-table pageSize={20} onbatch-sync-open={event => console.log(event.detail.id)} />
  </batch-sync-provider>
);

// @ts-expect-error -- a number it is
export const wrong = <batch-sync-table pageSize="twenty" />;
