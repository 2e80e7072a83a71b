// The batches that every contestant is given: in the mock backend's engine, as a server has them, and as one array, as
// a page has them that holds everything itself.
import { batchOf } from '../../../../mocks/records.ts';
import { createEngine, createManualClock, createMemoryAdapter } from '../../../../mocks/index.ts';
import { seededRecords } from '../../../../mocks/seeds.ts';
import { batchSync } from '../../../../src/core/index.ts';
import { defaultView } from '../../../../src/core/view.ts';

/** @typedef {import('../../../../src/core/batch.ts').Batch} Batch */

export const pageSize = 100;
/** So many of the newest are in work: those of the first page. */
const inWork = 100;
const tasksInWork = 1000;

/** @param {number} count */
export function createStock(count) {
  // Time stands still: nothing changes but what the benchmark changes.
  const clock = createManualClock();
  const records = seededRecords({
    seed: 7,
    now: clock.now(),
    batches: count,
    meanRows: 10,
    columns: batchSync.columns,
  }).map((record, place) => (place < count - inWork ? record : working(record, clock.now())));
  const snapshot = {
    format: /** @type {const} */ (1),
    seed: 7,
    serial: count,
    records,
    keys: [],
    events: { seq: 0, entries: [] },
  };
  const engine = createEngine({ clock, snapshot });
  const memory = createMemoryAdapter({ engine });
  /** Oldest first, as their ids sort. @type {readonly Batch[]} */
  const all = records
    .map(record => batchOf(record, record.tasksAt === null ? 0 : record.totalRecords - record.skipped.length, null))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  /** @type {Set<(events: readonly import('../../../../src/core/batch.ts').BatchEvent[]) => void>} */
  const listeners = new Set();
  const spent = { list: 0 };

  return {
    all,
    /** Milliseconds that the adapter itself took, until somebody sets it back. */
    spent,
    /** The in-memory adapter, but for its events: those are the benchmark's. */
    adapter: {
      ...memory,
      async listBatches(/** @type {any} */ view, /** @type {any} */ ctx) {
        const start = performance.now();
        const answer = memory.listBatches(view, ctx);
        spent.list += performance.now() - start;
        return answer;
      },
      subscribe: (/** @type {{signal: AbortSignal}} */ { signal }) => events(listeners, signal),
    },
    /** What a server does once: sorts its batches, and reads them. */
    async warm() {
      await memory.listBatches({ ...defaultView, pageSize }, { signal: new AbortController().signal });
    },
    /** @param {readonly Batch[]} changed */
    push(changed) {
      for (const listener of listeners) listener(changed.map(batch => ({ type: 'batch.updated', id: null, batch })));
    },
    /** Ids of a page and of the one after, told by plain sorting and filtering. @param {Asked} asked @param {number} [page] */
    expected({ sort = defaultView.sort, search = '' }, page = 0) {
      const column = /** @type {'createdAt' | 'totalRecords'} */ (sort.replace('-', ''));
      const sign = sort.startsWith('-') ? -1 : 1;
      const part = search.toLowerCase();
      const found = all.filter(({ fileName }) => fileName.toLowerCase().includes(part));
      found.sort((a, b) => (a[column] < b[column] ? -sign : a[column] > b[column] ? sign : 0));
      return found.slice(page * pageSize, (page + 2) * pageSize).map(({ id }) => id);
    },
    /** The first page after one more step of work. @param {number} step */
    stepped(step) {
      const newest = all.slice(-inWork);
      return newest.map(batch => ({
        ...batch,
        version: batch.version + step,
        updatedAt: new Date(Date.parse(batch.createdAt) + step * 1000).toISOString(),
        tasks: { accepted: step, failed: 0, queued: tasksInWork - step },
      }));
    },
  };
}

/** @typedef {ReturnType<typeof createStock>} Stock */
/** @typedef {{sort?: import('../../../../src/core/view.ts').BatchSort, search?: string}} Asked */

/** @param {import('../../../../mocks/records.ts').BatchRecord} record @param {number} now */
function working(record, now) {
  return {
    ...record,
    status: /** @type {const} */ ('PROCESSING'),
    rows: { kind: /** @type {const} */ ('made'), seed: record.seed, count: tasksInWork },
    totalRecords: tasksInWork,
    skipped: [],
    tasksAt: now,
    startedAt: now,
    finishedAt: null,
    taskMs: 3_600_000,
    done: 0,
    failed: 0,
    approval: null,
    gatewayRun: null,
    syncWithGateway: false,
  };
}

/** @param {Set<(events: readonly any[]) => void>} listeners @param {AbortSignal} signal */
async function* events(listeners, signal) {
  /** @type {any[]} */
  const queue = [{ type: 'heartbeat', id: null }];
  let wake = () => {};
  const listener = (/** @type {readonly any[]} */ added) => {
    queue.push(...added);
    wake();
  };
  const end = () => wake();
  listeners.add(listener);
  signal.addEventListener('abort', end);
  try {
    while (!signal.aborted) {
      const event = queue.shift();
      if (event) yield event;
      else await new Promise(resolve => (wake = () => resolve(undefined)));
    }
  } finally {
    listeners.delete(listener);
    signal.removeEventListener('abort', end);
  }
}
