import { createEngine, createManualClock, createMemoryAdapter, people } from '../../mocks/index.js';
import type { Engine, EngineOptions, ManualClock, Session } from '../../mocks/index.js';
import type { BatchSyncAdapter, CreateBatchInput } from '../../src/adapter/adapter.js';
import type { Batch, Task } from '../../src/core/batch.js';
import { defaultTaskQuery } from '../../src/core/view.js';
import type { TaskQuery } from '../../src/core/view.js';

type Adapter = Required<BatchSyncAdapter>;

export const [asha, rohan] = people as readonly [Session['user'], Session['user'], ...Session['user'][]];

export interface World {
  readonly clock: ManualClock;
  readonly engine: Engine;
  /** Somebody at their own screen. */
  readonly as: (session?: Partial<Session>) => Adapter;
}

/** A backend of this test's own, without batches unless asked for, on a clock that stands still. */
export function world(options: EngineOptions = {}): World {
  const clock = createManualClock();
  return worldOf(createEngine({ clock, batches: 0, ...options }), clock);
}

export function worldOf(engine: Engine, clock: ManualClock): World {
  // The mock's adapter has every optional method.
  const as = (session: Partial<Session> = {}) => createMemoryAdapter({ engine, session }) as Adapter;
  return { clock, engine, as };
}

let keys = 0;

/** What comes with a call; `key` for what repeats an earlier intention. */
export function ctx(key = `key-${++keys}`) {
  return { signal: new AbortController().signal, idempotencyKey: key };
}

export function csv(ids: readonly string[]): string {
  return ['order_id,txn_id,unique_request_id', ...ids.map(id => `${id},TXN-${id},REQ-${id}`), ''].join('\r\n');
}

export function orderIds(count: number, stem = 'ORD'): string[] {
  return Array.from({ length: count }, (_, at) => `${stem}_${at + 1}`);
}

export function input(text: string, change: Partial<CreateBatchInput> = {}, agreed = false): CreateBatchInput {
  return {
    file: new Blob([text]),
    fileName: 'orders.csv',
    description: null,
    syncWithGateway: false,
    client: { rows: text.split('\r\n').length - 2, rowsSha256: null, acceptedWarnings: [], acceptDuplicate: agreed },
    ...change,
  };
}

/** A new batch of `rows` orders. */
export function upload(adapter: Adapter, rows = 10, change: Partial<CreateBatchInput> = {}): Promise<Batch> {
  return adapter.createBatch(input(csv(orderIds(rows, change.fileName?.replace(/\W/g, ''))), change), ctx());
}

/** All tasks of a batch, page by page. */
export async function allTasks(adapter: Adapter, id: string, query: Partial<TaskQuery> = {}): Promise<Task[]> {
  const tasks: Task[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await adapter.listTasks(id, { ...defaultTaskQuery, ...query, cursor: cursor ?? null }, ctx());
    tasks.push(...page.items);
    cursor = page.next;
  }
  return tasks;
}
