import type { Batch, Task } from '../../src/core/batch.js';

export const batch: Batch = {
  id: 'bs_1',
  fileName: 'october.csv',
  status: 'PROCESSING',
  version: 3,
  totalRecords: 940,
  totalTasks: 940,
  tasks: { accepted: 610, failed: 30, queued: 300 },
  syncWithGateway: true,
  description: 'October',
  createdBy: { id: 'u_7', name: 'Asha' },
  createdAt: '2026-10-01T09:30:00Z',
  updatedAt: '2026-10-01T09:31:12.5Z',
  startedAt: '2026-10-01T09:30:01Z',
  finishedAt: null,
  parentId: 'bs_0',
  childIds: ['bs_2'],
  approval: { state: 'approved', by: { id: 'u_8', name: 'Ben' }, at: '2026-10-01T09:30:00Z', comment: 'fine' },
  gatewaySync: { state: 'running', by: null, at: null },
  rows: { read: 940, sent: 940, acknowledged: null },
  rowsSha256: 'ab12',
  acceptedWarnings: ['repeated_request_id'],
  history: [{ at: '2026-10-01T09:30:00Z', event: 'created', by: { id: 'u_7', name: 'Asha' }, detail: null }],
  preview: [['ORD_1', '', '']],
  allowedActions: ['retry'],
};

export const task: Task = {
  id: 't_17',
  batchId: 'bs_1',
  row: 17,
  values: { order_id: 'ORD_17', txn_id: '', unique_request_id: '' },
  status: 'FAILED',
  syncStatus: 'REJECTED',
  externalSystem: 'OMS',
  externalResponse: 'order not found',
  gateway: 'PAYU',
  gatewaySyncStatus: null,
  error: { code: 'order_not_found', message: 'Order not found' },
  createdAt: '2026-10-01T09:30:00Z',
  updatedAt: '2026-10-01T09:31:00Z',
};

/** An answer of these bytes. They come from a stream, since the browser fetches any other body from another process. */
export function answer(bytes: string | Uint8Array<ArrayBuffer>, init?: ResponseInit): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
      controller.close();
    },
  });
  return new Response(body, init);
}

/** An answer of JSON. */
export function json(payload: unknown, status = 200, headers: HeadersInit = {}): Response {
  return answer(JSON.stringify(payload), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

export function problem(status: number, change: object = {}, headers: HeadersInit = {}): Response {
  const text = JSON.stringify({ type: 'about:blank', status, ...change });
  return answer(text, { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
}

/** What a promise rejects with; fails where it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`Not rejected, but ${JSON.stringify(value)}`);
}

/** Timers that run when told to, and nothing but timers. */
export interface Clock {
  /** Lets `milliseconds` pass, and all that waits for it happen. */
  pass(milliseconds: number): Promise<void>;
  /** Lets everything happen that waits for no timer. */
  settle(): Promise<void>;
  /** Timers that still run. */
  readonly pending: number;
  /** Milliseconds that have passed. */
  readonly passed: number;
  restore(): void;
}

export function stopClock(): Clock {
  const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
  const timers = new Map<number, { at: number; run: () => void }>();
  let now = 0;
  let lastId = 0;

  globalThis.setTimeout = ((run: () => void, delay = 0) => {
    timers.set(++lastId, { at: now + delay, run });
    return lastId;
  }) as typeof setTimeout;
  globalThis.clearTimeout = id => void timers.delete(id as number);

  const { port1, port2 } = new MessageChannel();
  /** One turn of the event loop; a chain of real timers would be slowed down. */
  const turn = () =>
    new Promise<void>(resolve => {
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  async function settle() {
    for (let turns = 0; turns < 12; turns++) await turn();
  }

  return {
    settle,
    async pass(milliseconds) {
      await settle();
      const end = now + milliseconds;
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        const [id, { at, run }] = due;
        timers.delete(id);
        now = at;
        run();
        await settle();
      }
      now = end;
    },
    get pending() {
      return timers.size;
    },
    get passed() {
      return now;
    },
    restore() {
      globalThis.setTimeout = realSet;
      globalThis.clearTimeout = realClear;
      port1.close();
    },
  };
}
