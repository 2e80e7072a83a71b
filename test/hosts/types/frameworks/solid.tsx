/** @jsxImportSource solid-js */
import type {} from 'batch-sync-elements/types/solid';

export const screen = () => (
  <batch-sync-provider base-url="/v1/batch-sync" prop:config={{ locale: 'en-IN' }}>
    <batch-sync-table prop:pageSize={20} on:batch-sync-open={event => console.log(event.detail.id)} />
  </batch-sync-provider>
);

// @ts-expect-error -- a number it is
export const wrong = () => <batch-sync-table prop:pageSize="twenty" />;
