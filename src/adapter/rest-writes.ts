import type { Batch } from '../core/batch.js';
import type { BatchSyncAdapter, CreateBatchInput, UploadContext, WriteContext } from './adapter.js';
import { segmentOf } from './address.js';
import type { SharedConfig } from './context.js';
import { fetchExchange, stallLimit } from './exchange.js';
import type { Exchange } from './exchange.js';
import { newIdempotencyKey } from './idempotency.js';
import { accept } from './request.js';
import { uploadExchange } from './upload.js';
import { batchFromWire, createRequestToWire, decisionToWire } from './wire.js';
import { write } from './write.js';

export type Writes = Pick<
  Required<BatchSyncAdapter>,
  'createBatch' | 'syncWithGateway' | 'retryFailed' | 'cancelBatch' | 'decide'
>;

/** The way to the backend, as the adapter has settled it. */
export interface Way {
  /** The contract's root, absolute. */
  readonly base: string;
  /** The host's `fetch`, or else the page's. */
  readonly send: typeof fetch;
  readonly credentials: RequestCredentials;
}

/** Bytes a second that the slowest connection is believed to send. */
const slowestUpload = 16 * 1024;

/** The calls of the contract that change something. */
export function createWrites(
  options: Pick<SharedConfig, 'getAccessToken' | 'headers' | 'fetch'>,
  { base, send, credentials }: Way,
): Writes {
  function uploadOf(input: CreateBatchInput, { onProgress }: UploadContext): Exchange {
    const url = `${base}/batches`;
    const body = formOf(input);
    // XMLHttpRequest cannot leave cookies out, and is not everywhere.
    if (!options.fetch && credentials !== 'omit' && globalThis.XMLHttpRequest) {
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
    const headers = headersOf(ctx, body !== undefined && { 'Content-Type': 'application/json' });
    const exchange = fetchExchange(send, `${base}${path}`, init);
    return write({ exchange, headers, decode: batchFromWire, signal: ctx.signal }, options);
  }

  return {
    createBatch: async (input, ctx) => {
      const call = { headers: headersOf(ctx), decode: batchFromWire, signal: ctx.signal };
      return write({ ...call, exchange: uploadOf(input, ctx) }, options);
    },
    syncWithGateway: async (id, ctx) => post(`/batches/${segmentOf(id)}/gateway-sync`, ctx),
    retryFailed: async (id, ctx) => post(`/batches/${segmentOf(id)}/retry`, ctx),
    cancelBatch: async (id, ctx) => post(`/batches/${segmentOf(id)}/cancel`, ctx),
    decide: async (id, decision, ctx) =>
      post(`/batches/${segmentOf(id)}/approval`, ctx, JSON.stringify(decisionToWire(decision))),
  };
}

/** A host that calls without a key is guarded at least against the browser's own repeat. */
function headersOf({ idempotencyKey }: WriteContext, more?: Readonly<Record<string, string>> | false) {
  return { ...accept, ...more, 'Idempotency-Key': idempotencyKey || newIdempotencyKey() };
}

function formOf(input: CreateBatchInput): FormData {
  const form = new FormData();
  form.append('request', JSON.stringify(createRequestToWire(input)));
  form.append('file', input.file, input.fileName);
  return form;
}
