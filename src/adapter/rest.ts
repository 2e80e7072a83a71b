import type { Batch } from '../core/batch.js';
import { ownMembers } from '../core/own-members.js';
import type { BatchSyncAdapter, CreateBatchInput, UploadContext, WriteContext } from './adapter.js';
import { resolveBaseUrl, scopeOf, segmentOf } from './address.js';
import { authorize } from './authorization.js';
import { codeOf } from './code.js';
import type { SharedConfig } from './context.js';
import { fetchExchange, stallLimit, unreadable } from './exchange.js';
import type { Exchange } from './exchange.js';
import { newIdempotencyKey } from './idempotency.js';
import { read, write } from './request.js';
import type { Call } from './request.js';
import { createSharedReads } from './shared-reads.js';
import {
  batchFromWire,
  breakdownFromWire,
  capabilitiesFromWire,
  createRequestToWire,
  decisionToWire,
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

/** Bytes a second that the slowest connection is believed to send. */
const slowestUpload = 16 * 1024;

/**
 * The adapter of the shipped REST contract (`openapi.yaml`). Every answer is checked; what fails is a `ProblemError`
 * with the contract's `code`, or one of ours: `network`, `timeout` (nothing moved for 30 s), `unreadable`,
 * `session_expired`, `invalid_headers`, `not_found` for an id that cannot stand in an address and, for writes only,
 * `outcome_unknown`: ask or repeat with the same key.
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
  const send: typeof fetch = given
    ? (input, init) => given(input, init)
    : (input, init) => globalThis.fetch(input, init);

  const reads = createSharedReads();

  function get<Result>(path: string, outer: AbortSignal, decode: (payload: unknown) => Result): Promise<Result> {
    const exchange = fetchExchange(send, `${base}${path}`, { credentials, cache: 'no-store' });
    return reads.join(path, outer, signal => read({ exchange, headers: accept, decode, signal }, options));
  }

  async function change(call: Call<Batch>): Promise<Batch> {
    try {
      return await write(call, options);
    } finally {
      reads.forget();
    }
  }

  async function uploadOf(input: CreateBatchInput, { onProgress }: UploadContext): Promise<Exchange> {
    const url = `${base}/batches`;
    const body = formOf(input);
    // XMLHttpRequest cannot leave cookies out, and is not everywhere.
    if (!given && credentials !== 'omit' && globalThis.XMLHttpRequest) {
      const { uploadExchange } = await codeOf(() => import('./upload.js'));
      return uploadExchange(url, body, credentials, progress => onProgress?.(progress));
    }
    const headLimit = stallLimit + (input.file.size / slowestUpload) * 1000;
    const exchange = fetchExchange(send, url, { method: 'POST', body, credentials, redirect: 'error' }, headLimit);
    return (headers, signal) => {
      onProgress?.({ loaded: 0, total: null });
      return exchange(headers, signal);
    };
  }

  /** `body` is JSON text. */
  function post(path: string, ctx: WriteContext, body?: string): Promise<Batch> {
    const init = { method: 'POST', credentials, redirect: 'error', ...(body !== undefined && { body }) } as const;
    const headers = writeHeaders(ctx, body !== undefined && { 'Content-Type': 'application/json' });
    const exchange = fetchExchange(send, `${base}${path}`, init);
    return change({ exchange, headers, decode: batchFromWire, signal: ctx.signal });
  }

  return {
    scope: scopeOf(options),
    capabilities: ({ signal }) => get('/capabilities', signal, capabilitiesFromWire),
    listBatches: async (view, { signal }) => get(`/batches?${viewToParams(view)}`, signal, batchPageFromWire),
    getBatch: async (id, { signal }) => get(`/batches/${segmentOf(id)}`, signal, batchFromWire),
    breakdown: async (id, { signal }) => get(`/batches/${segmentOf(id)}/breakdown`, signal, breakdownFromWire),
    findBatches: (by, { signal }) => get(`/batches?${lookupToParams(by)}`, signal, foundFromWire),
    findTasks: (query, { signal }) => get(`/tasks?${taskQueryToParams(query)}`, signal, taskPageFromWire),
    listTasks: async (id, query, { signal }) =>
      get(`/batches/${segmentOf(id)}/tasks?${taskQueryToParams(query)}`, signal, taskPageFromWire),

    syncWithGateway: async (id, ctx) => post(`/batches/${segmentOf(id)}/gateway-sync`, ctx),
    retryFailed: async (id, ctx) => post(`/batches/${segmentOf(id)}/retry`, ctx),
    cancelBatch: async (id, ctx) => post(`/batches/${segmentOf(id)}/cancel`, ctx),
    decide: async (id, decision, ctx) =>
      post(`/batches/${segmentOf(id)}/approval`, ctx, JSON.stringify(decisionToWire(decision))),

    async createBatch(input, ctx) {
      const call = { headers: writeHeaders(ctx), decode: batchFromWire, signal: ctx.signal };
      return change({ ...call, exchange: await uploadOf(input, ctx) });
    },

    async *subscribe({ signal, lastEventId }) {
      const { readEvents } = await codeOf(() => import('./events.js'));
      const authorization = authorize(options, signal);
      const url = `${base}/events`;
      for await (const event of readEvents({ send, url, credentials, authorization, signal, lastEventId })) {
        if (event.type !== 'heartbeat') reads.forget();
        yield event;
      }
    },
  };
}

const accept = { Accept: 'application/json, application/problem+json' };

/** A host that calls without a key is guarded at least against the browser's own repeat. */
function writeHeaders({ idempotencyKey }: WriteContext, more?: Readonly<Record<string, string>> | false) {
  return { ...accept, ...more, 'Idempotency-Key': idempotencyKey || newIdempotencyKey() };
}

function formOf(input: CreateBatchInput): FormData {
  const form = new FormData();
  form.append('request', JSON.stringify(createRequestToWire(input)));
  form.append('file', input.file, input.fileName);
  return form;
}

const batchPageFromWire = (payload: unknown) => pageFromWire(payload, batchFromWire);
const taskPageFromWire = (payload: unknown) => pageFromWire(payload, taskFromWire);

/** A batch that cannot be read must not look like a batch that is not there. */
function foundFromWire(payload: unknown): readonly Batch[] {
  const { items, unreadable: lost } = batchPageFromWire(payload);
  if (lost) throw unreadable('batch');
  return items;
}
