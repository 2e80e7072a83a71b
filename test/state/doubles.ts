import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { Batch, BatchEvent, Capabilities, Page } from '../../src/core/batch.js';
import type { Clock } from '../../src/state/clock.js';

export function aBatch(change: Partial<Batch> = {}): Batch {
  return {
    id: 'bs_1',
    fileName: 'october.csv',
    status: 'PROCESSING',
    version: 1,
    totalRecords: 10,
    totalTasks: 10,
    tasks: { accepted: 1, failed: 0, queued: 9 },
    syncWithGateway: false,
    description: null,
    createdBy: { id: 'u_7', name: 'Asha' },
    createdAt: '2026-10-01T09:30:00Z',
    updatedAt: '2026-10-01T09:31:12Z',
    startedAt: null,
    finishedAt: null,
    parentId: null,
    childIds: [],
    approval: null,
    gatewaySync: null,
    rows: null,
    rowsSha256: null,
    acceptedWarnings: [],
    ...change,
  };
}

export function aPage(items: readonly Batch[]): Page<Batch> {
  return { items, next: null, prev: null, start: 1, total: items.length };
}

export function someCapabilities(change: Partial<Capabilities> = {}): Capabilities {
  return {
    permissions: { orders: 'readWrite' },
    makerChecker: false,
    limits: { maxRows: null, maxBytes: null },
    user: null,
    serverTime: null,
    ...change,
  };
}

/** Lets everything that only waits for promises go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
}

/** A promise and the means to end it. */
export interface Answer<Value> {
  readonly promise: Promise<Value>;
  resolve(value: Value): void;
  reject(error: unknown): void;
}

export function anAnswer<Value>(): Answer<Value> {
  let resolve!: (value: Value) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** Time that stands still until a test moves it. */
export class HeldClock implements Clock {
  #now = 1_000_000;
  readonly #timers = new Set<{ at: number; call: () => void }>();

  get timers(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, call: () => void): () => void {
    const timer = { at: this.#now + milliseconds, call };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  random(): number {
    return 0.5;
  }

  /** Time goes on and no timer does, as on a machine that sleeps. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of this.#timers) timer.at += milliseconds;
  }

  /** Goes on, timer by timer, each with all that follows from it. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.call();
      await settle();
    }
    this.#now = end;
    await settle();
  }
}

/** One connection of a stream, from the server's side. */
export interface Connection {
  readonly lastEventId: string | null;
  readonly signal: AbortSignal;
  push(event: BatchEvent): void;
  end(): void;
  fail(error: unknown): void;
}

/** A stream whose connections a test holds in its hands. It does not heed the signal: the worst case. */
export function heldStream(): { readonly connections: Connection[]; readonly subscribe: Subscribe } {
  const connections: Connection[] = [];
  const subscribe: Subscribe = ({ signal, lastEventId }) => {
    const waiting: Answer<IteratorResult<BatchEvent>>[] = [];
    const results: Promise<IteratorResult<BatchEvent>>[] = [];
    const give = (act: (answer: Answer<IteratorResult<BatchEvent>>) => void): void => {
      let answer = waiting.shift();
      if (!answer) {
        answer = anAnswer();
        results.push(answer.promise);
      }
      act(answer);
    };
    connections.push({
      lastEventId,
      signal,
      push: value => give(answer => answer.resolve({ done: false, value })),
      end: () => give(answer => answer.resolve({ done: true, value: undefined })),
      fail: error => give(answer => answer.reject(error)),
    });
    return {
      [Symbol.asyncIterator]: () => ({
        next: () => {
          const ready = results.shift();
          if (ready) return ready;
          const answer = anAnswer<IteratorResult<BatchEvent>>();
          waiting.push(answer);
          return answer.promise;
        },
      }),
    };
  };
  return { connections, subscribe };
}

type Subscribe = NonNullable<BatchSyncAdapter['subscribe']>;

/** An adapter that can do nothing but what a test gives it. */
export function anAdapter(methods: Partial<BatchSyncAdapter> = {}): BatchSyncAdapter {
  const missing = (): Promise<never> => Promise.reject(new Error('not expected'));
  return { listBatches: missing, getBatch: missing, listTasks: missing, createBatch: missing, ...methods };
}
