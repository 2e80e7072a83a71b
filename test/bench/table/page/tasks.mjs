// The tasks of an export: a thousand of them, again and again, so that nobody pays for having them.

/** @typedef {import('../../../../src/core/batch.ts').Task} Task */

/** @type {readonly Task[]} */
const thousand = Array.from({ length: 1000 }, (_, index) => taskOf(index));

/** @param {number} index @returns {Task} */
function taskOf(index) {
  const failed = index % 10 === 3;
  const at = Date.parse('2026-10-12T09:00:00Z') + index * 1000;
  return {
    id: `t_${index}`,
    batchId: 'bs_1',
    row: index + 1,
    values: {
      // One in a hundred is what a spreadsheet would run.
      order_id: `${index % 100 === 7 ? '-' : 'ORD_'}${100_000 + index * 7}-A`,
      txn_id: `TXN_${500_000 + index * 3}`,
      unique_request_id: `SYNCREQ${index}`,
    },
    status: failed ? 'FAILED' : 'ACCEPTED',
    syncStatus: failed ? 'REJECTED' : 'SYNCED',
    externalSystem: 'OMS',
    externalResponse: failed ? '404 order not found' : '200 OK',
    gateway: 'PAYU',
    gatewaySyncStatus: null,
    error: failed ? { code: 'order_not_found', message: 'Not known to the external system, or "gone"' } : null,
    createdAt: new Date(at).toISOString(),
    updatedAt: new Date(at + 500).toISOString(),
  };
}

/** @param {number} count */
export function* tasks(count) {
  for (let index = 0; index < count; index++) yield /** @type {Task} */ (thousand[index % thousand.length]);
}

/** As a download reads them: page by page. @param {number} count */
export async function* pagedTasks(count) {
  for (let done = 0; done < count; done += thousand.length) {
    yield await Promise.resolve(thousand.slice(0, count - done));
  }
}
