import type { BatchLookup, CreateBatchInput, Decision } from '../src/adapter/adapter.js';
import type { Batch } from '../src/core/batch.js';
import { cancelAs, decideAs, retryRefusal, syncAs } from './acts.js';
import { wait } from './clock.js';
import type { Clock } from './clock.js';
import type { EventType } from './events.js';
import { checkDescription, readRows } from './intake.js';
import type { KeyLedger } from './keys.js';
import { linkChild, newRecord } from './life.js';
import { usualTaskMs } from './pace.js';
import { chance, seedOf } from './random.js';
import type { BatchRecord } from './records.js';
import { conflict, demandKey, duplicate } from './refusals.js';
import { batchId, retryOf } from './retries.js';
import { demand } from './session.js';
import type { Session } from './session.js';
import { sha256 } from './sha256.js';
import { hashOfRows } from './store.js';
import type { Store } from './store.js';

/** How new batches come in and how they are worked on. */
export interface Intake {
  /** Share of a new batch's tasks that fail; else each batch has its own. */
  readonly failureRate?: number;
  /** Milliseconds of work per task of a new batch; else each batch has its own, about 40. */
  readonly taskMs?: number;
  /** Milliseconds between an upload's arrival and its answer. */
  readonly intakeMs?: number;
  /** Whether work on a new batch comes to a halt on the way and never goes on. */
  readonly stuck?: boolean;
}

interface Surroundings {
  readonly store: Store;
  readonly keys: KeyLedger;
  readonly clock: Clock;
  readonly seed: number;
  readonly serial: number;
  readonly intake: Intake;
  /** Does what fell due before an act. */
  readonly settle: () => void;
  /** Tells of an act. */
  readonly acted: (...changes: readonly (readonly [BatchRecord, EventType])[]) => void;
}

/** What people change: each once per idempotency key, and only from a state that allows it. */
export interface Writes {
  createBatch(session: Session, input: CreateBatchInput, key: string): Promise<Batch>;
  syncWithGateway(session: Session, id: string, key: string): Batch;
  retryFailed(session: Session, id: string, key: string): Batch;
  cancelBatch(session: Session, id: string, key: string): Batch;
  decide(session: Session, id: string, decision: Decision, key: string): Batch;
  find(session: Session, by: BatchLookup): readonly BatchRecord[];
  serial(): number;
}

export function createWrites({ store, keys, clock, seed, intake, settle, acted, ...given }: Surroundings): Writes {
  let { serial } = given;

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
    if (intake.intakeMs) await wait(clock, intake.intakeMs);
    checkDescription(session, input.description);
    const cells = await readRows(input, store.definition);
    settle();
    const earlier = sameRows(hashOfRows(cells))[0];
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
        failureRate: intake.failureRate ?? 0.01 + 0.07 * chance(own, 0, 60),
        taskMs: intake.taskMs ?? usualTaskMs(own),
        stuck: intake.stuck ?? false,
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

  return {
    async createBatch(session, input, key) {
      demand(session, 'readWrite');
      demandKey(key);
      const { file, fileName: _fileName, ...request } = input;
      // What is too large is refused unread.
      const content = file.size > store.definition.limits.maxBytes ? `${file.size} bytes` : await contentOf(file);
      const fingerprint = sha256(JSON.stringify(['create', content, request]));
      return keys.onceAsync(nameOf(session, key), fingerprint, () => create(session, input));
    },
    syncWithGateway: (session, id, key) =>
      write(session, id, key, ['gateway-sync'], (record, at) => {
        syncAs(session, record, at);
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
        cancelAs(session, record, at);
        acted([record, 'batch.finished']);
        return record;
      }),
    decide: (session, id, decision, key) =>
      write(session, id, key, ['decide', decision.decision, decision.comment], (record, at) => {
        decideAs(session, record, decision, at);
        acted([record, decision.decision === 'approve' ? 'batch.updated' : 'batch.finished']);
        return record;
      }),
    find(session, by) {
      if ('rowsSha256' in by) return sameRows(by.rowsSha256.toLowerCase());
      const id = keys.batchId(nameOf(session, by.idempotencyKey));
      return id === null ? [] : [store.find(id)];
    },
    serial: () => serial,
  };
}

/** Two people never share a key. */
function nameOf(session: Session, key: string): string {
  return `${session.user.id} ${key}`;
}

async function contentOf(file: Blob): Promise<string> {
  return sha256(new Uint8Array(await file.arrayBuffer()));
}
