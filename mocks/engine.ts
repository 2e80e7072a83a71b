import type { CreateBatchInput, BatchLookup, Decision } from '../src/adapter/adapter.js';
import type { Batch, BatchEvent, Breakdown, Capabilities, Page, Task } from '../src/core/batch.js';
import { batchSync } from '../src/core/batch-sync.js';
import type { BatchDefinition } from '../src/core/definition.js';
import { ProblemError } from '../src/core/problem.js';
import { isActive } from '../src/core/status.js';
import type { TaskQuery, View } from '../src/core/view.js';
import { systemClock, wait } from './clock.js';
import type { Clock } from './clock.js';
import { createEventLog } from './events.js';
import type { EventEntry, EventType } from './events.js';
import { checkDescription, readRows } from './intake.js';
import { createKeyLedger } from './keys.js';
import type { KeyEntry } from './keys.js';
import { approve, cancel, goOn, linkChild, newRecord, nextChange, reject, startGatewayRun } from './life.js';
import { usualTaskMs } from './pace.js';
import { chance, seedOf } from './random.js';
import { breakdown, findTasks, listBatches, listTasks } from './reads.js';
import { iso } from './records.js';
import type { BatchRecord } from './records.js';
import { batchId, retryOf, seededRecords } from './seeds.js';
import { demand, featuresOf, gatewayRefusal } from './session.js';
import type { Session } from './session.js';
import { sha256 } from './sha256.js';
import { createStore, hashOfRows, isMoving } from './store.js';

/** The whole state of an engine as plain data. The work goes on by the clock from where it stood. */
export interface EngineSnapshot {
  readonly format: 1;
  readonly seed: number;
  readonly serial: number;
  readonly records: readonly BatchRecord[];
  readonly keys: readonly KeyEntry[];
  readonly events: { readonly seq: number; readonly entries: readonly EventEntry[] };
}

export interface EngineOptions {
  readonly clock?: Clock;
  readonly definition?: BatchDefinition;
  /** Everything that looks like chance comes from it. */
  readonly seed?: number;
  /** How many batches there are to begin with. */
  readonly batches?: number;
  /** Rows of a usual one of them. */
  readonly meanRows?: number;
  /** Share of a new batch's tasks that fail; else each batch has its own. */
  readonly failureRate?: number;
  /** Milliseconds of work per task of a new batch; else each batch has its own, about 40. */
  readonly taskMs?: number;
  /** Milliseconds between an upload's arrival and its answer. */
  readonly intakeMs?: number;
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
  const { clock = systemClock, definition = batchSync, snapshot, intakeMs = 0 } = options;
  const seed = snapshot?.seed ?? options.seed ?? 7;
  const initial = snapshot
    ? structuredClone(snapshot.records)
    : seededRecords({
        seed,
        now: clock.now(),
        batches: options.batches ?? 60,
        meanRows: options.meanRows ?? 420,
        columns: definition.columns,
      });
  let serial = snapshot?.serial ?? initial.length + 1;
  const store = createStore(definition, initial);
  const keys = createKeyLedger(clock, snapshot?.keys);
  const events = createEventLog(clock, snapshot?.events);
  const moving = new Set(initial.filter(isMoving));
  const actListeners = new Set<() => void>();
  let stopTimer = () => {};

  function nextMoving(): { record: BatchRecord; at: number } | null {
    let first: { record: BatchRecord; at: number } | null = null;
    for (const record of moving) {
      const at = nextChange(record, store.sheetOf(record));
      if (!first || at < first.at) first = { record, at };
    }
    return first;
  }

  /** Does everything that fell due, in the order in which it did. */
  function settle(): void {
    const now = clock.now();
    const changed = new Map<BatchRecord, EventType>();
    for (let next = nextMoving(); next && next.at <= now; next = nextMoving()) {
      const { record, at } = next;
      const wasActive = isActive(record.status);
      goOn(record, store.sheetOf(record), at);
      const ended = wasActive && !isActive(record.status);
      // After a long sleep one event per batch tells all of it, and the end of the work is not to be missed.
      const type = ended || changed.get(record) === 'batch.finished' ? 'batch.finished' : 'batch.updated';
      changed.delete(record);
      changed.set(record, type);
      if (!isMoving(record)) moving.delete(record);
    }
    events.add([...changed].map(([record, type]) => ({ type, batchId: record.id })));
    schedule();
  }

  /** Only where somebody listens must the engine move by itself. */
  function schedule(): void {
    stopTimer();
    const next = events.heard ? nextMoving() : null;
    if (next) stopTimer = clock.after(next.at - clock.now(), settle);
  }

  /** After an act of a person: says so, and lets the clock go on with it. */
  function acted(...changes: readonly (readonly [BatchRecord, EventType])[]): void {
    for (const [record] of changes) if (isMoving(record)) moving.add(record);
    events.add(changes.map(([record, type]) => ({ type, batchId: record.id })));
    schedule();
    for (const listener of [...actListeners]) listener();
  }

  function reader(session: Session): void {
    demand(session, 'read');
    settle();
  }

  /** A write on a batch that exists: once per key, and only from a state that allows it. */
  function write(
    session: Session,
    id: string,
    key: string,
    content: readonly string[],
    act: (record: BatchRecord, at: number) => BatchRecord,
  ): Batch {
    demand(session, 'readWrite');
    demandKey(key);
    settle();
    const record = store.find(id);
    const fingerprint = sha256(JSON.stringify([id, ...content]));
    return keys.once(nameOf(session, key), fingerprint, () => store.show(act(record, clock.now()), session));
  }

  function add(record: BatchRecord): void {
    serial++;
    store.add(record);
  }

  async function create(session: Session, input: CreateBatchInput): Promise<Batch> {
    if (intakeMs > 0) await wait(clock, intakeMs);
    checkDescription(session, input.description);
    const cells = await readRows(input, definition);
    settle();
    const rowsSha256 = hashOfRows(cells);
    const earlier = sameRows(rowsSha256)[0];
    if (earlier && !input.client.acceptDuplicate) throw duplicate(earlier);
    const at = clock.now();
    const own = seedOf(seed, serial);
    const record = newRecord(
      {
        id: batchId(at, serial),
        fileName: input.fileName,
        rows: { kind: 'given', cells },
        totalRecords: cells.length,
        skipped: [],
        description: input.description,
        syncWithGateway: input.syncWithGateway,
        createdBy: session.user,
        createdAt: at,
        parentId: null,
        acceptedWarnings: input.client.acceptedWarnings,
        clientRows: input.client.rows,
        seed: own,
        failureRate: options.failureRate ?? 0.01 + 0.07 * chance(own, 0, 60),
        taskMs: options.taskMs ?? usualTaskMs(own),
      },
      session.makerChecker ? 'PENDING_APPROVAL' : 'PROCESSING',
    );
    add(record);
    acted([record, 'batch.created']);
    return store.show(record, session);
  }

  /** Batches of the same rows, newest first, but for those whose rows went nowhere. */
  function sameRows(rowsSha256: string): BatchRecord[] {
    return [...store.records.values()]
      .filter(({ status }) => status !== 'CANCELED' && status !== 'APPROVAL_REJECTED')
      .filter(record => store.rowsSha256(record) === rowsSha256)
      .toSorted((a, b) => b.createdAt - a.createdAt);
  }

  settle();
  return {
    clock,
    definition,

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
      const found = 'rowsSha256' in by ? sameRows(by.rowsSha256.toLowerCase()) : madeBy(session, by.idempotencyKey);
      return found.map(record => store.show(record, session));
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

    async createBatch(session, input, key) {
      demand(session, 'readWrite');
      demandKey(key);
      const { size } = input.file;
      // What is too large is refused unread.
      const content = size > definition.limits.maxBytes ? `${size} bytes` : await contentOf(input.file);
      const { file: _file, fileName: _fileName, ...request } = input;
      const fingerprint = sha256(JSON.stringify(['create', content, request]));
      return keys.onceAsync(nameOf(session, key), fingerprint, () => create(session, input));
    },
    syncWithGateway: (session, id, key) =>
      write(session, id, key, ['gateway-sync'], (record, at) => {
        const refusal = gatewayRefusal(record);
        if (refusal !== null) throw conflict('The batch cannot be synchronised with the gateways now', refusal, id);
        startGatewayRun(record, session.user, at);
        acted([record, 'batch.updated']);
        return record;
      }),
    retryFailed: (session, id, key) =>
      write(session, id, key, ['retry'], (record, at) => {
        const rows = store.retryable(record);
        if (rows.length === 0) throw conflict('There is nothing to retry', retryRefusal(record), id);
        const child = retryOf(record, rows, { id: batchId(at, serial), by: session.user, at });
        linkChild(record, child, at);
        add(child);
        acted([child, 'batch.created'], [record, 'batch.updated']);
        return child;
      }),
    cancelBatch: (session, id, key) =>
      write(session, id, key, ['cancel'], (record, at) => {
        const pending = record.status === 'PENDING_APPROVAL';
        if (!pending && !isActive(record.status)) throw conflict('The batch has ended', `It is ${record.status}.`, id);
        if (pending && record.createdBy.id !== session.user.id) {
          throw conflict('Only who uploaded a batch can take it back', `That is ${record.createdBy.name}.`, id);
        }
        cancel(record, session.user, at);
        moving.delete(record);
        acted([record, 'batch.finished']);
        return record;
      }),
    decide: (session, id, { decision, comment }, key) =>
      write(session, id, key, ['decide', decision, comment], (record, at) => {
        const { approval } = record;
        if (record.status !== 'PENDING_APPROVAL') {
          const when = approval?.by ? `${approval.by.name} ${approval.state} it at ${approval.at}.` : null;
          throw conflict('The batch does not wait for approval', when, id);
        }
        if (record.createdBy.id === session.user.id) {
          throw new ProblemError({ code: 'own_batch', status: 403, title: 'Nobody decides on a batch of their own' });
        }
        (decision === 'approve' ? approve : reject)(record, session.user, comment, at);
        acted([record, decision === 'approve' ? 'batch.updated' : 'batch.finished']);
        return record;
      }),

    connect(session, lastEventId, push) {
      reader(session);
      const show = ({ seq, type, batchId: id }: EventEntry): BatchEvent => ({
        type,
        id: String(seq),
        batch: store.show(store.find(id), session),
      });
      const close = events.open({ lastEventId, show, push });
      schedule();
      return () => {
        close();
        schedule();
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
        serial,
        records: [...store.records.values()],
        keys: keys.entries(),
        events: { seq: events.seq, entries: events.entries },
      }),
  };

  function madeBy(session: Session, key: string): BatchRecord[] {
    const id = keys.batchId(nameOf(session, key));
    return id === null ? [] : [store.find(id)];
  }

  function retryRefusal(record: BatchRecord): string {
    if (isActive(record.status)) return 'The batch is still being processed.';
    const child = record.childIds.at(-1);
    return record.failed > 0 && child !== undefined ? `The failed tasks are in ${child}.` : 'No task failed.';
  }
}

/** Two people never share a key. */
function nameOf(session: Session, key: string): string {
  return `${session.user.id} ${key}`;
}

function demandKey(key: string): void {
  if (key !== '') return;
  throw new ProblemError({ code: 'idempotency_key_missing', status: 400, title: 'A write needs an Idempotency-Key' });
}

async function contentOf(file: Blob): Promise<string> {
  return sha256(new Uint8Array(await file.arrayBuffer()));
}

function duplicate(earlier: BatchRecord): ProblemError {
  return new ProblemError({
    code: 'duplicate_batch',
    status: 409,
    title: 'The same rows were sent before',
    detail: `${earlier.createdBy.name} uploaded them as ${earlier.fileName} at ${iso(earlier.createdAt)}.`,
    batchId: earlier.id,
  });
}

function conflict(title: string, detail: string | null, id: string): ProblemError {
  return new ProblemError({ code: 'conflict', status: 409, title, detail, batchId: id });
}
