// `exportCsv` over tasks that come page by page, as the detail's download has them.
import { batchSync, exportCsv } from '../../../../../src/core/index.ts';
import { pagedTasks } from '../tasks.mjs';

/** @param {number} count @returns {Promise<Blob>} */
export function run(count) {
  return exportCsv(pagedTasks(count), batchSync);
}
