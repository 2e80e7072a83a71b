import type { BatchSyncAdapter, RequestContext } from '../src/adapter/adapter.js';
import { ProblemError } from '../src/core/problem.js';
import { wait } from './clock.js';
import { createEngine } from './engine.js';
import type { Engine } from './engine.js';
import { iterate } from './events.js';
import { defaultSession } from './session.js';
import type { Session } from './session.js';
import { sendBytes } from './transfer.js';

export interface MemoryAdapterOptions {
  readonly engine?: Engine;
  /** Asked per call where it is a function. */
  readonly session?: Partial<Session> | (() => Partial<Session>);
  /** Milliseconds of the engine's clock before each answer. */
  readonly latency?: number;
  /** How fast a file goes its way, by the engine's clock; at once where absent. */
  readonly bytesPerSecond?: number;
}

/** An adapter that asks the engine itself: no HTTP, no wire, the same answers and problems. */
export function createMemoryAdapter(options: MemoryAdapterOptions = {}): BatchSyncAdapter {
  const { engine = createEngine(), session, latency = 0, bytesPerSecond = Infinity } = options;
  let requests = 0;

  const sessionNow = (): Session => ({
    ...defaultSession,
    ...(typeof session === 'function' ? session() : session),
  });

  /** The engine's answer, unless the signal is aborted first: then its reason, though the engine goes on. */
  async function ask<Answer>({ signal }: RequestContext, call: () => Answer | Promise<Answer>): Promise<Answer> {
    signal.throwIfAborted();
    const requestId = `req_${++requests}`;
    const answer = (async () => {
      if (latency > 0) await wait(engine.clock, latency, signal);
      return call();
    })();
    try {
      return await unlessAborted(answer, signal);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      throw new ProblemError({ ...error, requestId });
    }
  }

  return {
    capabilities: ctx => ask(ctx, () => engine.capabilities(sessionNow())),
    listBatches: (view, ctx) => ask(ctx, () => engine.listBatches(sessionNow(), view)),
    getBatch: (id, ctx) => ask(ctx, () => engine.getBatch(sessionNow(), id)),
    listTasks: (id, query, ctx) => ask(ctx, () => engine.listTasks(sessionNow(), id, query)),
    findBatches: (by, ctx) => ask(ctx, () => engine.findBatches(sessionNow(), by)),
    breakdown: (id, ctx) => ask(ctx, () => engine.breakdown(sessionNow(), id)),
    findTasks: (query, ctx) => ask(ctx, () => engine.findTasks(sessionNow(), query)),
    async createBatch(input, ctx) {
      const { size } = input.file;
      ctx.onProgress?.({ loaded: 0, total: size });
      await sendBytes(size, { clock: engine.clock, bytesPerSecond }, ctx);
      ctx.onProgress?.({ loaded: size, total: size });
      return ask(ctx, () => engine.createBatch(sessionNow(), input, ctx.idempotencyKey));
    },
    syncWithGateway: (id, ctx) => ask(ctx, () => engine.syncWithGateway(sessionNow(), id, ctx.idempotencyKey)),
    retryFailed: (id, ctx) => ask(ctx, () => engine.retryFailed(sessionNow(), id, ctx.idempotencyKey)),
    cancelBatch: (id, ctx) => ask(ctx, () => engine.cancelBatch(sessionNow(), id, ctx.idempotencyKey)),
    decide: (id, decision, ctx) => ask(ctx, () => engine.decide(sessionNow(), id, decision, ctx.idempotencyKey)),
    subscribe: ({ signal, lastEventId }) => iterate(push => engine.connect(sessionNow(), lastEventId, push), signal),
  };
}

function unlessAborted<Answer>(answer: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
