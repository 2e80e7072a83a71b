import type { BatchSyncAdapter } from '../../../src/adapter/adapter.js';
import type { AdapterCheckOptions } from '../../../src/conformance/index.js';
import type { Batch, BatchEvent, Page, Task } from '../../../src/core/batch.js';
import { ProblemError } from '../../../src/core/problem.js';

/** An adapter that breaks the contract in one way. */
export interface BrokenAdapter {
  readonly name: string;
  /** Every check that is to find something; no other may. */
  readonly breaks: readonly string[];
  /** The call that a finding names. */
  readonly call: string;
  readonly only: AdapterCheckOptions['only'];
  readonly change: (adapter: Required<BatchSyncAdapter>) => BatchSyncAdapter;
}

type Adapter = Required<BatchSyncAdapter>;

/** Changes every batch that an adapter answers with. */
function withBatches(change: (batch: Batch) => Batch): BrokenAdapter['change'] {
  const page = (given: Page<Batch>): Page<Batch> => ({ ...given, items: given.items.map(change) });
  return adapter => ({
    ...adapter,
    listBatches: async (...args) => page(await adapter.listBatches(...args)),
    findBatches: async (...args) => (await adapter.findBatches(...args)).map(change),
    getBatch: async (...args) => change(await adapter.getBatch(...args)),
    createBatch: async (...args) => change(await adapter.createBatch(...args)),
    syncWithGateway: async (...args) => change(await adapter.syncWithGateway(...args)),
    retryFailed: async (...args) => change(await adapter.retryFailed(...args)),
    cancelBatch: async (...args) => change(await adapter.cancelBatch(...args)),
  });
}

function withTasks(change: (page: Page<Task>, ...args: Parameters<Adapter['listTasks']>) => Page<Task>) {
  return (adapter: Adapter): BatchSyncAdapter => ({
    ...adapter,
    listTasks: async (...args) => change(await adapter.listTasks(...args), ...args),
  });
}

function withEvents(change: (events: AsyncIterable<BatchEvent>) => AsyncIterable<BatchEvent>) {
  return (adapter: Adapter): BatchSyncAdapter => ({ ...adapter, subscribe: ctx => change(adapter.subscribe(ctx)) });
}

export const brokenAdapters: readonly BrokenAdapter[] = [
  {
    name: 'rejects with whatever it caught',
    breaks: ['rejections', 'batch-not-found'],
    call: 'getBatch()',
    only: ['batch-read', 'batch-not-found'],
    change: adapter => ({
      ...adapter,
      getBatch: (...args) => adapter.getBatch(...args).catch(error => Promise.reject(new Error(String(error)))),
    }),
  },
  {
    name: 'answers with objects of its own',
    breaks: ['batch-read', 'readable'],
    call: 'getBatch()',
    only: ['batch-read'],
    change: adapter => ({
      ...adapter,
      getBatch: async (...args) => ({ ...(await adapter.getBatch(...args)), createdAt: 'yesterday' }),
    }),
  },
  {
    name: 'lists what it reads otherwise',
    breaks: ['batch-read'],
    call: 'getBatch()',
    only: ['batch-read'],
    change: adapter => ({
      ...adapter,
      getBatch: async (...args) => ({ ...(await adapter.getBatch(...args)), fileName: 'other.csv' }),
    }),
  },
  {
    name: 'never finds out that there is no such batch',
    breaks: ['batch-not-found', 'breakdown-not-found', 'tasks-not-found'],
    call: 'getBatch()',
    only: ['batch-not-found', 'tasks-not-found', 'breakdown-not-found'],
    change: adapter => {
      const wrong = () => Promise.reject(new ProblemError({ code: 'server_error', status: 500 }));
      return { ...adapter, getBatch: wrong, listTasks: wrong, breakdown: wrong };
    },
  },
  {
    name: 'limits nothing to 0',
    breaks: ['capabilities-limits'],
    call: 'capabilities()',
    only: ['capabilities', 'capabilities-limits'],
    change: adapter => ({
      ...adapter,
      async capabilities(ctx) {
        const stated = await adapter.capabilities(ctx);
        return { ...stated, limits: { maxRows: 0, maxBytes: 4000 } };
      },
    }),
  },
  {
    name: 'counts records before it has read them',
    breaks: ['create'],
    call: 'createBatch()',
    only: ['create', 'create-details'],
    change: adapter => ({
      ...adapter,
      createBatch: async (...args) => ({ ...(await adapter.createBatch(...args)), totalRecords: 0 }),
    }),
  },
  {
    name: 'hashes something else',
    breaks: ['create-rows-sha256'],
    call: 'createBatch()',
    only: ['create-rows-sha256'],
    change: withBatches(batch => ({ ...batch, rowsSha256: batch.rowsSha256?.replaceAll(/[a-f]/g, '0') ?? null })),
  },
  {
    name: 'looks rows up by a part of their hash',
    breaks: ['lookup-rows'],
    call: 'findBatches()',
    only: ['lookup-key', 'lookup-rows'],
    change: adapter => ({
      ...adapter,
      async findBatches(by, ctx) {
        if (!('rowsSha256' in by)) return adapter.findBatches(by, ctx);
        return (await adapter.listBatches({ ...everything, pageSize: 5 }, ctx)).items;
      },
    }),
  },
  {
    name: 'takes any file',
    breaks: ['create-not-csv', 'create-row-limit', 'create-validates'],
    call: 'createBatch()',
    only: ['create', 'create-validates', 'create-row-limit', 'create-not-csv'],
    change: adapter => ({
      ...adapter,
      createBatch: (input, ctx) =>
        adapter.createBatch(input, ctx).catch(async () => {
          const row = `FINE-${ctx.idempotencyKey},,`;
          const file = new Blob([`order_id,txn_id,unique_request_id\r\n${row}\r\n`]);
          return adapter.createBatch({ ...input, file }, { ...ctx, idempotencyKey: `${ctx.idempotencyKey}-2` });
        }),
    }),
  },
  {
    name: 'shows older figures of a batch now and then',
    breaks: ['batch-progress'],
    call: 'getBatch()',
    only: ['batch-progress'],
    change: adapter => {
      const first = new Map<string, Batch>();
      let looks = 0;
      return {
        ...adapter,
        async getBatch(id, ctx) {
          const batch = await adapter.getBatch(id, ctx);
          if (!first.has(id)) first.set(id, batch);
          return ++looks % 2 === 0 && batch.status === 'PROCESSING' ? first.get(id)! : batch;
        },
      };
    },
  },
  {
    name: 'leaves the last task out',
    breaks: ['tasks-all', 'tasks-counts'],
    call: 'listTasks()',
    only: ['tasks-all', 'tasks-counts', 'tasks-order', 'tasks-limit'],
    change: withTasks(page =>
      page.next === null && page.prev !== null
        ? { ...page, items: page.items.slice(0, -1), total: null }
        : { ...page, total: null },
    ),
  },
  {
    name: 'has pages of a size of its own',
    breaks: ['list-limit', 'tasks-limit'],
    call: 'listTasks()',
    only: ['list-limit', 'tasks-limit', 'tasks-counts'],
    change: adapter => ({
      ...adapter,
      listBatches: (view, ctx) => adapter.listBatches({ ...view, pageSize: 25 }, ctx),
      listTasks: (id, query, ctx) => adapter.listTasks(id, { ...query, limit: 10 }, ctx),
    }),
  },
  {
    name: 'sorts by the time of creation only, the oldest first',
    breaks: [
      'list',
      'list-sort-created-at',
      'list-sort-file-name',
      'list-sort-status',
      'list-sort-total-records',
      'list-sort-total-tasks',
    ],
    call: 'listBatches()',
    only: [
      'list',
      'list-sort-created-at',
      'list-sort-file-name',
      'list-sort-status',
      'list-sort-total-records',
      'list-sort-total-tasks',
    ],
    change: adapter => ({
      ...adapter,
      listBatches: (view, ctx) => adapter.listBatches({ ...view, sort: 'createdAt' }, ctx),
    }),
  },
  {
    name: 'finds no task',
    breaks: ['find-tasks', 'find-tasks-pages'],
    call: 'findTasks()',
    only: ['find-tasks', 'find-tasks-pages'],
    change: adapter => ({
      ...adapter,
      findTasks: async () => ({ items: [], next: null, prev: null, start: null, total: 0 }),
    }),
  },
  {
    name: 'acts on whatever is there',
    breaks: ['action-not-found'],
    call: 'cancelBatch()',
    only: ['action-not-found', 'cancel'],
    change: adapter => ({
      ...adapter,
      cancelBatch: (id, ctx) =>
        adapter.cancelBatch(id, ctx).catch((error: unknown) => {
          const { status } = error as ProblemError;
          throw status === 404 ? new ProblemError({ code: 'conflict', status: 409 }) : error;
        }),
    }),
  },
  {
    name: 'synchronises without saying so',
    breaks: ['gateway-sync'],
    call: 'syncWithGateway()',
    only: ['gateway-sync', 'gateway-sync-active'],
    change: adapter => ({
      ...adapter,
      syncWithGateway: async (...args) => ({ ...(await adapter.syncWithGateway(...args)), gatewaySync: null }),
    }),
  },
  {
    name: 'retries what has not ended',
    breaks: ['retry-active'],
    call: 'retryFailed()',
    only: ['retry', 'retry-active'],
    change: adapter => ({
      ...adapter,
      retryFailed: (id, ctx) => adapter.retryFailed(id, ctx).catch(async () => adapter.getBatch(id, ctx)),
    }),
  },
  {
    name: 'tells older snapshots after newer ones',
    breaks: ['events-versions'],
    call: 'subscribe()',
    only: ['events'],
    change: withEvents(async function* (events) {
      let first: BatchEvent | null = null;
      for await (const event of events) {
        if (event.type === 'batch.created') first = { ...event, id: `${event.id}-again`, type: 'batch.updated' };
        if (event.type === 'batch.finished' && first) yield first;
        yield event;
      }
    }),
  },
  {
    name: 'holds its connection for ever',
    breaks: ['events-leave'],
    call: 'subscribe()',
    only: ['events'],
    change: adapter => ({
      ...adapter,
      subscribe: ({ lastEventId }) => adapter.subscribe({ lastEventId, signal: new AbortController().signal }),
    }),
  },
];

const everything = {
  search: '',
  matchCase: true,
  statuses: [],
  createdFrom: null,
  createdTo: null,
  sort: '-createdAt',
  cursor: null,
} as const;
