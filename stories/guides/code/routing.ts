import type { BatchSyncDetail, BatchSyncTable } from '../../../src/index.js';
import { paramsFromView, viewFromParams } from '../../../src/index.js';

/** Where a page keeps what it shows: `?batch=bs_01` for a batch, `?q=october&status=FAILED` for a list. */
export interface Address {
  read(): string;
  write(search: string): void;
}

/** Keeps the address in step with the elements, both ways. Answers what to call when the person goes back or forth. */
export function route(module: HTMLElement, table: BatchSyncTable, detail: BatchSyncDetail, address: Address) {
  function show() {
    const params = new URLSearchParams(address.read());
    detail.batchId = params.get('batch');
    table.view = viewFromParams(params, table.pageSize);
  }
  const list = () => new URLSearchParams(paramsFromView(table.view, table.pageSize)).toString();
  module.addEventListener('batch-sync-open', ({ detail: { id } }) => address.write(`batch=${encodeURIComponent(id)}`));
  module.addEventListener('batch-sync-back', () => address.write(list()));
  table.addEventListener('batch-sync-view-change', ({ detail: { params } }) =>
    address.write(new URLSearchParams(params).toString()),
  );
  show();
  return show;
}
