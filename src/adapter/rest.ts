import type { Batch } from '../core/batch.js';
import { lateImport } from '../core/late-import.js';
import { ownMembers } from '../core/own-members.js';
import type { BatchSyncAdapter } from './adapter.js';
import { resolveBaseUrl, scopeOf, segmentOf } from './address.js';
import { authorize } from './authorization.js';
import type { SharedConfig } from './context.js';
import { fetchExchange, unreadable } from './exchange.js';
import { accept, request } from './request.js';
import type { Writes } from './rest-writes.js';
import { createSharedReads } from './shared-reads.js';
import {
  batchFromWire,
  breakdownFromWire,
  capabilitiesFromWire,
  lookupToParams,
  pageFromWire,
  taskFromWire,
  taskQueryToParams,
  viewToParams,
} from './wire.js';

export interface RestAdapterOptions extends Pick<SharedConfig, 'getAccessToken' | 'headers' | 'credentials' | 'fetch'> {
  /** The root of the contract, http or https; a relative address is relative to the document. */
  readonly baseUrl: string;
}

/**
 * The adapter of the shipped REST contract (`openapi.yaml`). Every answer is checked; what fails is a `ProblemError`
 * with the contract's `code`, or one of ours: `network`, `timeout` (nothing moved for 30 s), `unreadable`,
 * `session_expired`, `invalid_headers`, `code_missing` (nothing was asked: code of ours could not be fetched), `not_found`
 * for an id that cannot stand in an address and, for writes only, `outcome_unknown`: ask or repeat with the same key.
 * Requests that may pass are repeated up to three times. Throws a `ProblemError` `invalid_base_url`.
 *
 * @param stated `getAccessToken` is asked once per request, and once more after a 401; its answer is not kept.
 *   `headers` are asked per try. With a `fetch` of the host's nothing bypasses it, and an upload's progress is unknown.
 */
export function createRestAdapter(stated: RestAdapterOptions): Required<BatchSyncAdapter> {
  const options = ownMembers(stated);
  const base = resolveBaseUrl(options.baseUrl);
  const { credentials = 'same-origin', fetch: given } = options;
  // Looked up at each request: a page may wrap it later.
  const send: typeof fetch = (input, init) => (given ?? globalThis.fetch)(input, init);

  const reads = createSharedReads();

  function get<Result>(path: string, outer: AbortSignal, decode: (payload: unknown) => Result): Promise<Result> {
    const exchange = fetchExchange(send, `${base}${path}`, { credentials, cache: 'no-store' });
    return reads.join(path, outer, signal => request({ exchange, headers: accept, decode, signal }, options));
  }

  async function change(call: (writes: Writes) => Promise<Batch>): Promise<Batch> {
    const { createWrites } = await loadWrites();
    try {
      return await call(createWrites(options, { base, send, credentials }));
    } finally {
      reads.forget();
    }
  }

  return {
    scope: scopeOf(options),
    capabilities: async ({ signal }) => {
      const capabilities = await get('/capabilities', signal, capabilitiesFromWire);
      // Whoever may write does not wait for the code then, nor do without it where the page's files are gone by then.
      if (capabilities.permissions.orders === 'readWrite') loadWrites().catch(() => undefined);
      return capabilities;
    },
    listBatches: async (view, { signal }) => get(`/batches?${viewToParams(view)}`, signal, batchPageFromWire),
    getBatch: async (id, { signal }) => get(`/batches/${segmentOf(id)}`, signal, batchFromWire),
    breakdown: async (id, { signal }) => get(`/batches/${segmentOf(id)}/breakdown`, signal, breakdownFromWire),
    findBatches: (by, { signal }) => get(`/batches?${lookupToParams(by)}`, signal, foundFromWire),
    findTasks: (query, { signal }) => get(`/tasks?${taskQueryToParams(query)}`, signal, taskPageFromWire),
    listTasks: async (id, query, { signal }) =>
      get(`/batches/${segmentOf(id)}/tasks?${taskQueryToParams(query)}`, signal, taskPageFromWire),

    createBatch: (...call) => change(writes => writes.createBatch(...call)),
    syncWithGateway: (...call) => change(writes => writes.syncWithGateway(...call)),
    retryFailed: (...call) => change(writes => writes.retryFailed(...call)),
    cancelBatch: (...call) => change(writes => writes.cancelBatch(...call)),
    decide: (...call) => change(writes => writes.decide(...call)),

    async *subscribe({ signal, lastEventId }) {
      const { readEvents } = await loadEvents();
      const authorization = authorize(options, signal);
      const url = `${base}/events`;
      for await (const event of readEvents({ send, url, credentials, authorization, signal, lastEventId })) {
        if (event.type !== 'heartbeat') reads.forget();
        yield event;
      }
    },
  };
}

const loadWrites = lateImport(() => import('./rest-writes.js'));
const loadEvents = lateImport(() => import('./events.js'));

const batchPageFromWire = (payload: unknown) => pageFromWire(payload, batchFromWire);
const taskPageFromWire = (payload: unknown) => pageFromWire(payload, taskFromWire);

/** A batch that cannot be read must not look like a batch that is not there. */
function foundFromWire(payload: unknown): readonly Batch[] {
  const { items, unreadable: lost } = batchPageFromWire(payload);
  if (lost) throw unreadable('batch');
  return items;
}
