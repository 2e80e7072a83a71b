import type { BatchSyncAdapter, CreateBatchInput, WriteContext } from '../../adapter/adapter.js';
import { segmentOf } from '../../adapter/address.js';
import { payloadOf } from '../../adapter/exchange.js';
import type { Answer } from '../../adapter/exchange.js';
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
} from '../../adapter/wire.js';
import type { Batch } from '../../core/batch.js';
import { ProblemError, toProblem } from '../../core/problem.js';
import type { CallContext, Outcome } from '../backend.js';
import { notFollowed, requestIdOf } from './client.js';
import type { HttpClient, HttpRequest } from './client.js';

type Context = Pick<WriteContext, 'signal'> & Partial<CallContext>;

/**
 * The calls of an adapter over HTTP, one request each: unlike the adapter of the elements it never repeats one, for what a
 * repeat would mend is what is looked for.
 */
export function createHttpAdapter(client: HttpClient): Omit<Required<BatchSyncAdapter>, 'subscribe' | 'scope'> {
  async function ask<Result>(
    request: HttpRequest,
    ctx: Context,
    decode: (payload: unknown) => Result,
  ): Promise<Result> {
    const answer = await client.send(request, ctx.signal);
    const requestId = requestIdOf(answer);
    ctx.answered?.(requestId);
    try {
      return decode(successPayload(answer));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'unreadable') throw error;
      throw new ProblemError({ ...error, status: answer.status, requestId });
    }
  }

  function write(request: HttpRequest, ctx: WriteContext): Promise<Batch> {
    const headers = { ...request.headers, 'Idempotency-Key': ctx.idempotencyKey };
    return ask({ ...request, headers }, ctx, batchFromWire);
  }

  return {
    capabilities: ctx => ask({ call: 'capabilities', path: '/capabilities' }, ctx, capabilitiesFromWire),
    listBatches: (view, ctx) =>
      ask({ call: 'listBatches', path: `/batches?${viewToParams(view)}` }, ctx, batchPageFromWire),
    findBatches: (by, ctx) =>
      ask(
        { call: 'findBatches', path: `/batches?${lookupToParams(by)}` },
        ctx,
        payload => batchPageFromWire(payload).items,
      ),
    getBatch: async (id, ctx) => ask({ call: 'getBatch', path: `/batches/${segmentOf(id)}` }, ctx, batchFromWire),
    breakdown: async (id, ctx) =>
      ask({ call: 'breakdown', path: `/batches/${segmentOf(id)}/breakdown` }, ctx, breakdownFromWire),
    listTasks: async (id, query, ctx) =>
      ask(
        { call: 'listTasks', path: `/batches/${segmentOf(id)}/tasks?${taskQueryToParams(query)}` },
        ctx,
        taskPageFromWire,
      ),
    findTasks: (query, ctx) =>
      ask({ call: 'findTasks', path: `/tasks?${taskQueryToParams(query)}` }, ctx, taskPageFromWire),
    createBatch: (input, ctx) => write({ call: 'createBatch', path: '/batches', body: uploadForm(input) }, ctx),
    syncWithGateway: async (id, ctx) =>
      write({ call: 'syncWithGateway', path: `/batches/${segmentOf(id)}/gateway-sync` }, ctx),
    retryFailed: async (id, ctx) => write({ call: 'retryFailed', path: `/batches/${segmentOf(id)}/retry` }, ctx),
    cancelBatch: async (id, ctx) => write({ call: 'cancelBatch', path: `/batches/${segmentOf(id)}/cancel` }, ctx),
    decide: async (id, decision, ctx) =>
      write(
        {
          call: 'decide',
          path: `/batches/${segmentOf(id)}/approval`,
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(decisionToWire(decision)),
        },
        ctx,
      ),
  };
}

/** The two parts of an upload, as the elements send them. */
export function uploadForm(input: CreateBatchInput): FormData {
  const form = new FormData();
  form.append('request', JSON.stringify(createRequestToWire(input)));
  form.append('file', input.file, input.fileName);
  return form;
}

function successPayload(answer: Answer): unknown {
  // Status 0: a browser hides a redirect that it does not follow.
  if (answer.status < 200 || (answer.status > 299 && answer.status < 400)) throw notFollowed(answer);
  return payloadOf(answer);
}

const batchPageFromWire = (payload: unknown) => pageFromWire(payload, batchFromWire);
const taskPageFromWire = (payload: unknown) => pageFromWire(payload, taskFromWire);

/** An answer to a write that was made by hand. */
export function batchAnswer(answer: Answer): Outcome<Batch> {
  const requestId = requestIdOf(answer);
  try {
    return { ok: true, value: batchFromWire(successPayload(answer)), requestId };
  } catch (error) {
    return { ok: false, problem: toProblem(error), requestId };
  }
}
