import type { CreateBatchInput, BatchLookup, Decision } from '../src/adapter/adapter.js';
import type { Batch, BatchEvent, Breakdown, Capabilities, Page, Task } from '../src/core/batch.js';
import { batchSync } from '../src/core/batch-sync.js';
import type { BatchDefinition } from '../src/core/definition.js';
import type { TaskQuery, View } from '../src/core/view.js';
import { systemClock } from './clock.js';
import type { Clock } from './clock.js';
import { createEventLog } from './events.js';
import type { EventEntry } from './events.js';
import { createKeyLedger } from './keys.js';
import type { KeyEntry } from './keys.js';
import { createMotion } from './motion.js';
import { breakdown, findTasks, listBatches, listTasks } from './reads.js';
import { iso } from './records.js';
import type { BatchRecord } from './records.js';
import { seededRecords } from './seeds.js';
import { demand, featuresOf } from './session.js';
import type { Session } from './session.js';
import { createStore } from './store.js';
import { createWrites } from './writes.js';
import type { Intake } from './writes.js';

/** The whole state of an engine as plain data. The work goes on by the clock from where it stood. */
export interface EngineSnapshot {
  readonly format: 1;
  readonly seed: number;
  readonly serial: number;
  readonly records: readonly BatchRecord[];
  readonly keys: readonly KeyEntry[];
  readonly events: { readonly seq: number; readonly entries: readonly EventEntry[] };
}

export interface EngineOptions extends Intake {
  readonly clock?: Clock;
  readonly definition?: BatchDefinition;
  /** Everything that looks like chance comes from it. */
  readonly seed?: number;
  /** How many batches there are to begin with. */
  readonly batches?: number;
  /** Rows of a usual one of them. */
  readonly meanRows?: number;
  /** Whether work on a batch comes to a halt on the way and never goes on. */
  readonly stuck?: boolean;
  /** Goes on from here instead of beginning anew. */
  readonly snapshot?: EngineSnapshot;
}

/**
 * A batch server in memory. What it cannot or will not do it throws as a `ProblemError`. Nothing in it waits for a timer
 * to move on: each call first does what fell due since the last one.
 */
export interface Engine {
  readonly clock: Clock;
  readonly definition: BatchDefinition;
  capabilities(session: Session): Capabilities;
  listBatches(session: Session, view: View): Page<Batch>;
  findBatches(session: Session, by: BatchLookup): readonly Batch[];
  getBatch(session: Session, id: string): Batch;
  breakdown(session: Session, id: string): Breakdown;
  listTasks(session: Session, id: string, query: TaskQuery): Page<Task>;
  findTasks(session: Session, query: Pick<TaskQuery, 'q' | 'cursor' | 'limit'>): Page<Task>;
  createBatch(session: Session, input: CreateBatchInput, key: string): Promise<Batch>;
  syncWithGateway(session: Session, id: string, key: string): Batch;
  retryFailed(session: Session, id: string, key: string): Batch;
  cancelBatch(session: Session, id: string, key: string): Batch;
  decide(session: Session, id: string, decision: Decision, key: string): Batch;
  /** One live connection: `push` is called with what was missed, then with every event. The answer ends it. */
  connect(session: Session, lastEventId: string | null, push: (event: BatchEvent) => void): () => void;
  /** Calls `listener` after each act of a person: after what the clock alone would not bring again. */
  onAct(listener: () => void): () => void;
  snapshot(): EngineSnapshot;
}

export function createEngine(options: EngineOptions = {}): Engine {
  const { clock = systemClock, definition = batchSync, snapshot } = options;
  const seed = snapshot?.seed ?? options.seed ?? 7;
  const initial = snapshot
    ? structuredClone(snapshot.records)
    : seededRecords({
        seed,
        now: clock.now(),
        batches: options.batches ?? 60,
        meanRows: options.meanRows ?? 420,
        columns: definition.columns,
        stuck: options.stuck ?? false,
      });
  const store = createStore(definition, initial);
  const keys = createKeyLedger(clock, snapshot?.keys);
  const events = createEventLog(clock, snapshot?.events);
  const motion = createMotion(store, clock, events);
  const actListeners = new Set<() => void>();
  const writes = createWrites({
    store,
    keys,
    clock,
    seed,
    serial: snapshot?.serial ?? initial.length + 1,
    intake: options,
    settle: motion.settle,
    acted(...changes) {
      events.add(changes.map(([record, type]) => ({ type, batchId: record.id })));
      motion.follow(changes.map(([record]) => record));
      for (const listener of [...actListeners]) listener();
    },
  });

  function reader(session: Session): void {
    demand(session, 'read');
    motion.settle();
  }

  motion.settle();
  return {
    clock,
    definition,
    createBatch: writes.createBatch,
    syncWithGateway: writes.syncWithGateway,
    retryFailed: writes.retryFailed,
    cancelBatch: writes.cancelBatch,
    decide: writes.decide,

    capabilities: session => ({
      permissions: { orders: session.permission },
      makerChecker: session.makerChecker,
      limits: { ...definition.limits },
      features: featuresOf(session),
      user: session.user,
      serverTime: iso(clock.now()),
    }),
    listBatches(session, view) {
      reader(session);
      return listBatches(store, view, session);
    },
    findBatches(session, by) {
      reader(session);
      return writes.find(session, by).map(record => store.show(record, session));
    },
    getBatch(session, id) {
      reader(session);
      return store.showWhole(store.find(id), session);
    },
    breakdown(session, id) {
      reader(session);
      return breakdown(store, store.find(id));
    },
    listTasks(session, id, query) {
      reader(session);
      return listTasks(store, store.find(id), query);
    },
    findTasks(session, query) {
      reader(session);
      return findTasks(store, query);
    },

    connect(session, lastEventId, push) {
      reader(session);
      const show = ({ seq, type, batchId: id }: EventEntry): BatchEvent => ({
        type,
        id: String(seq),
        batch: store.show(store.find(id), session),
      });
      const close = events.open({ lastEventId, show, push });
      motion.follow([]);
      return () => {
        close();
        motion.follow([]);
      };
    },
    onAct(listener) {
      actListeners.add(listener);
      return () => void actListeners.delete(listener);
    },
    snapshot: () =>
      structuredClone({
        format: 1 as const,
        seed,
        serial: writes.serial(),
        records: [...store.records.values()],
        keys: keys.entries(),
        events: { seq: events.seq, entries: events.entries },
      }),
  };
}
