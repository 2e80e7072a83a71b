import type { BatchLookup, BatchSyncAdapter, CreateBatchInput, Decision, WriteContext } from '../adapter/adapter.js';
import { abortable, watchStall } from '../adapter/time.js';
import type { Batch, Breakdown, Capabilities, Page, Task } from '../core/batch.js';
import { ProblemError, toProblem } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import { defaultTaskQuery, defaultView } from '../core/view.js';
import type { TaskQuery, View } from '../core/view.js';
import type { CallName } from './calls.js';
import type { Observer } from './observer.js';

/** How a call ended. Whatever a backend does, it is one of these. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value; readonly requestId: string | null }
  | { readonly ok: false; readonly problem: Problem; readonly requestId: string | null };

/** The acts that answer with a batch. */
export type ActName = 'syncWithGateway' | 'retryFailed' | 'cancelBatch';

/** A backend as one account sees it: the calls of an adapter, none of which throws. */
export interface Backend {
  has(call: CallName): boolean;
  capabilities(): Promise<Outcome<Capabilities>>;
  listBatches(view: Partial<View>): Promise<Outcome<Page<Batch>>>;
  findBatches(by: BatchLookup): Promise<Outcome<readonly Batch[]>>;
  getBatch(id: string): Promise<Outcome<Batch>>;
  listTasks(id: string, query?: Partial<TaskQuery>): Promise<Outcome<Page<Task>>>;
  breakdown(id: string): Promise<Outcome<Breakdown>>;
  findTasks(query: { q: string; cursor: string | null; limit: number }): Promise<Outcome<Page<Task>>>;
  createBatch(input: CreateBatchInput, key: string): Promise<Outcome<Batch>>;
  act(name: ActName, id: string, key: string): Promise<Outcome<Batch>>;
  decide(id: string, decision: Decision, key: string): Promise<Outcome<Batch>>;
}

/** What is passed with each call; an adapter of ours says whose answer it was. */
export interface CallContext extends WriteContext {
  readonly answered: (requestId: string | null) => void;
}

export interface BackendSetup {
  readonly adapter: BatchSyncAdapter;
  readonly observer: Observer;
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

export function createBackend({ adapter, observer, timeout, signal }: BackendSetup): Backend {
  async function call<Value>(
    name: CallName,
    key: string,
    act: (ctx: CallContext) => Promise<Value> | undefined,
  ): Promise<Outcome<Value>> {
    let requestId: string | null = null;
    // Not touched: it is the length of the whole call.
    const watch = watchStall(signal, timeout);
    const ctx: CallContext = { signal: watch.signal, idempotencyKey: key, answered: id => (requestId = id) };
    try {
      const value = await abortable(
        started(name, () => act(ctx)),
        watch.signal,
      );
      const fault = observer.fault(name, value);
      if (fault === null) return { ok: true, value, requestId };
      const problem = new ProblemError({ code: 'unreadable', title: 'The answer cannot be read', detail: fault });
      return { ok: false, problem, requestId };
    } catch (error) {
      if (!watch.signal.aborted) observer.rejected(name, error);
      const problem = toProblem(error);
      return { ok: false, problem, requestId: problem.requestId ?? requestId };
    } finally {
      watch.release();
    }
  }

  async function batch(name: CallName, key: string, act: (ctx: CallContext) => Promise<Batch> | undefined) {
    const outcome = await call(name, key, act);
    if (outcome.ok) observer.batch(name, outcome.value, outcome.requestId);
    return outcome;
  }

  async function tasks(name: CallName, act: (ctx: CallContext) => Promise<Page<Task>> | undefined) {
    const outcome = await call(name, '', act);
    if (outcome.ok) observer.tasks(name, outcome.value, outcome.requestId);
    return outcome;
  }

  return {
    has: name => adapter[name] !== undefined,
    capabilities: () => call('capabilities', '', ctx => adapter.capabilities?.(ctx)),
    async listBatches(view) {
      const outcome = await call('listBatches', '', ctx => adapter.listBatches({ ...defaultView, ...view }, ctx));
      if (outcome.ok) observer.batches('listBatches', outcome.value, outcome.requestId);
      return outcome;
    },
    async findBatches(by) {
      const outcome = await call('findBatches', '', ctx => adapter.findBatches?.(by, ctx));
      if (outcome.ok) for (const each of outcome.value) observer.batch('findBatches', each, outcome.requestId);
      return outcome;
    },
    getBatch: id => batch('getBatch', '', ctx => adapter.getBatch(id, ctx)),
    listTasks: (id, query) => tasks('listTasks', ctx => adapter.listTasks(id, { ...defaultTaskQuery, ...query }, ctx)),
    breakdown: id => call('breakdown', '', ctx => adapter.breakdown?.(id, ctx)),
    findTasks: query => tasks('findTasks', ctx => adapter.findTasks?.(query, ctx)),
    createBatch: (input, key) => batch('createBatch', key, ctx => adapter.createBatch(input, ctx)),
    act: (name, id, key) => batch(name, key, ctx => adapter[name]?.(id, ctx)),
    decide: (id, decision, key) => batch('decide', key, ctx => adapter.decide?.(id, decision, ctx)),
  };
}

/** An adapter of the host's may throw before it promises anything. */
async function started<Value>(name: CallName, act: () => Promise<Value> | undefined): Promise<Value> {
  const promise = act();
  if (promise === undefined) throw new TypeError(`${name} is not there`);
  return promise;
}
