import type { Batch, Page } from '../../core/batch.js';
import { batchStatuses, isBatchStatus } from '../../core/status.js';
import { sortableColumns } from '../../core/view.js';
import type { BatchSort, SortableColumn } from '../../core/view.js';
import type { Outcome } from '../backend.js';
import type { Check } from '../check.js';
import type { Stage } from '../stage.js';
import { short, some } from '../text.js';
import { skip } from '../trial.js';
import type { Trial } from '../trial.js';

const call = 'listBatches';
const collator = new Intl.Collator('en', { numeric: true });

/** By what a batch stands where it does; `null` where that is not settled. */
const keys: Readonly<Record<SortableColumn, (batch: Batch) => string | number | null>> = {
  fileName: ({ fileName }) => fileName,
  status: ({ status }) => (isBatchStatus(status) ? batchStatuses.indexOf(status) : null),
  totalRecords: ({ totalRecords }) => totalRecords,
  createdAt: ({ createdAt }) => Date.parse(createdAt),
  totalTasks: ({ totalTasks }) => totalTasks,
};

function sortCheck(column: SortableColumn, wire: string, order: string): Check {
  return {
    name: `list-sort-${wire.replace('_', '-')}`,
    group: 'reads',
    call,
    contract: `\`sort=${wire}\` sorts by ${order}, \`sort=-${wire}\` the other way round.`,
    async run(stage, trial) {
      await checkOrder(stage, trial, column, wire);
    },
  };
}

async function checkOrder(stage: Stage, trial: Trial, column: SortableColumn, wire: string): Promise<void> {
  const key = keys[column];
  const values = new Set<string | number | null>();
  for (const descending of [false, true]) {
    for (const outcome of await sortedLists(stage, descending ? `-${column}` : column)) {
      const { items } = trial.value(outcome);
      for (const batch of items) values.add(key(batch));
      const at = items.findIndex(
        (batch, index) => index > 0 && isBefore(key(batch), key(items[index - 1]), descending),
      );
      if (at < 0) continue;
      const text = (batch: Batch) => `${short(batch.id, 60)} (${short(String(batch[column]), 60)})`;
      const expected = `sort=${descending ? '-' : ''}${wire} in order`;
      trial.breach(expected, `${text(items[at - 1])} before ${text(items[at])}`, outcome.requestId);
    }
  }
  if (values.size < 2) skip('all batches have the same');
}

/** The sample, whose batches are known to differ, and whatever else there is. */
async function sortedLists({ listing, me }: Stage, sort: BatchSort): Promise<readonly Outcome<Page<Batch>>[]> {
  await listing.sample(2);
  return [await listing.all({ sort }), await me.listBatches({ sort, pageSize: 200 })];
}

/** Whether one value belongs before another that it comes after. Text only where every usual order says so. */
function isBefore(later: string | number | null, earlier: string | number | null, descending: boolean): boolean {
  if (later === null || earlier === null) return false;
  const [low, high] = descending ? [earlier, later] : [later, earlier];
  if (typeof low === 'number' || typeof high === 'number') return low < high;
  return low < high && low.toLowerCase() < high.toLowerCase() && collator.compare(low, high) < 0;
}

export const sortChecks: readonly Check[] = [
  sortCheck('fileName', 'file_name', 'file name'),
  sortCheck('status', 'status', `need of attention: ${batchStatuses.join(', ')}`),
  sortCheck('totalRecords', 'total_records', 'total records'),
  sortCheck('createdAt', 'created_at', 'time of creation'),
  sortCheck('totalTasks', 'total_tasks', 'total tasks'),
  {
    name: 'list-sort-ties',
    group: 'reads',
    call,
    contract: 'Batches that are the same by a sort are sorted by id.',
    async run(stage, trial) {
      let ties = 0;
      for (const column of sortableColumns) {
        for (const outcome of await sortedLists(stage, column)) {
          for (const ids of tiedIds(trial.value(outcome).items, column)) {
            ties++;
            if (!isSorted(ids)) trial.breach(`the same ${column} by id`, some(ids), outcome.requestId);
          }
        }
      }
      if (ties === 0) skip('no two batches are the same by any sort');
    },
  },
];

/** Ids of batches that are the same by a column, in the order in which they were listed. */
function tiedIds(items: readonly Batch[], column: SortableColumn): readonly (readonly string[])[] {
  const groups = new Map<string | number, string[]>();
  for (const batch of items) {
    // As it was written: a time may have finer digits than can be compared.
    const ids = groups.get(batch[column]) ?? [];
    groups.set(batch[column], [...ids, batch.id]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** In some usual order of text, one way or the other: the contract does not say which. */
function isSorted(ids: readonly string[]): boolean {
  const orders = [(a: string, b: string) => (a < b ? -1 : 1), (a: string, b: string) => collator.compare(a, b)];
  return orders.some(order => {
    const sorted = ids.toSorted(order).join('\n');
    return ids.join('\n') === sorted || ids.toReversed().join('\n') === sorted;
  });
}
