import type { Batch } from '../../core/batch.js';
import { batchStatuses, isBatchStatus } from '../../core/status.js';
import { sortableColumns } from '../../core/view.js';
import type { SortableColumn } from '../../core/view.js';
import type { Check } from '../check.js';
import type { Stage } from '../stage.js';
import { short } from '../text.js';
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

async function checkOrder({ listing }: Stage, trial: Trial, column: SortableColumn, wire: string): Promise<void> {
  const { items: sample } = await listing.sample(2);
  const key = keys[column];
  if (new Set(sample.map(key)).size < 2) skip('all batches have the same');
  for (const descending of [false, true]) {
    const outcome = await listing.all({ sort: descending ? `-${column}` : column });
    const { items } = trial.value(outcome);
    const at = items.findIndex((batch, index) => index > 0 && isBefore(key(batch), key(items[index - 1]), descending));
    if (at < 0) continue;
    const text = (batch: Batch) => `${short(batch.id, 60)} (${short(String(shown(batch, column)), 60)})`;
    const expected = `sort=${descending ? '-' : ''}${wire} in order`;
    trial.breach(expected, `${text(items[at - 1])} before ${text(items[at])}`, outcome.requestId);
  }
}

/** Whether one value belongs before another that it comes after. Text only where every usual order says so. */
function isBefore(later: string | number | null, earlier: string | number | null, descending: boolean): boolean {
  if (later === null || earlier === null) return false;
  const [low, high] = descending ? [earlier, later] : [later, earlier];
  if (typeof low === 'number' || typeof high === 'number') return low < high;
  return low < high && low.toLowerCase() < high.toLowerCase() && collator.compare(low, high) < 0;
}

function shown(batch: Batch, column: SortableColumn): string | number {
  return batch[column];
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
    async run({ listing }, trial) {
      await listing.sample(2);
      let ties = 0;
      for (const column of sortableColumns) {
        const key = keys[column];
        const outcome = await listing.all({ sort: column });
        const { items } = trial.value(outcome);
        // Times may have finer digits than are compared.
        const tied = items.filter((batch, at) => at > 0 && shown(batch, column) === shown(items[at - 1], column));
        const groups = new Map<string | number, string[]>();
        for (const batch of items) {
          const value = column === 'createdAt' ? batch.createdAt : key(batch);
          if (value !== null) groups.set(value, [...(groups.get(value) ?? []), batch.id]);
        }
        ties += tied.length;
        for (const ids of groups.values()) {
          if (isSorted(ids)) continue;
          trial.breach(`the same ${column} by id`, ids.slice(0, 6).join(', '), outcome.requestId);
        }
      }
      if (ties === 0) skip('no two batches are the same by any sort');
    },
  },
];

/** In some usual order of text, one way or the other: the contract does not say which. */
function isSorted(ids: readonly string[]): boolean {
  const orders = [(a: string, b: string) => (a < b ? -1 : 1), (a: string, b: string) => collator.compare(a, b)];
  return orders.some(order => {
    const sorted = ids.toSorted(order).join('\n');
    return ids.join('\n') === sorted || ids.toReversed().join('\n') === sorted;
  });
}
