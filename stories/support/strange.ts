import type { Batch, Breakdown, Task } from '../../src/core/batch.js';

/** Markup that would say that it ran, and a text that turns around. */
export const evil = '<img src=x onerror="window.hit=1">\u202Egpj.csv';
/** No place to break. */
export const long = `${'a_name_without_any_space_'.repeat(16)}.csv`;
const person = { id: 'u', name: long + evil };

/**
 * What a server may say of a batch, and should not: markup, endless words, texts that turn around, counts that are none.
 * `many`: how long its lists are.
 */
export const strangeBatch = (many: number): Partial<Batch> => ({
  fileName: long + evil,
  status: `AWAITING_${'AUDIT'.repeat(80)}`,
  description: long + evil,
  createdBy: person,
  totalRecords: Number.NaN,
  totalTasks: 3,
  tasks: { accepted: 99_999_999_999, failed: 500, queued: -4 },
  parentId: long + evil,
  childIds: Array.from({ length: many }, (_, at) => `${at}${long}`),
  rows: { read: 1e21, sent: Number.NaN, acknowledged: -2 },
  gatewaySync: { state: long + evil, by: person, at: null },
  createdAt: 'yesterday',
  startedAt: 'soon',
  finishedAt: 'later',
  history: Array.from({ length: many }, (_, at) => ({
    at: at % 2 ? 'never' : '2026-10-01T00:00:00Z',
    event: at % 3 ? 'approved' : long + evil,
    by: person,
    detail: long + evil,
  })),
});

export const strangeBreakdown = (many: number): Breakdown => ({
  failures: Array.from({ length: many }, (_, at) => ({
    code: `${at}${long}`,
    message: at % 2 ? long + evil : '',
    count: at % 4 ? at * 1e12 : Number.NaN,
  })),
  gateways: Array.from({ length: many }, (_, at) => ({
    name: `${at}${at % 2 ? long : evil}`,
    accepted: 1e15,
    failed: Number.NaN,
    queued: -1,
  })),
  externalSystems: Array.from({ length: many }, (_, at) => ({
    name: `${at}${long}`,
    accepted: 1,
    failed: 1e12,
    queued: 3,
  })),
});

export const strangeTask: Partial<Task> = {
  values: { order_id: long, txn_id: evil, unique_request_id: `\u202E${long}` },
  status: evil,
  syncStatus: long,
  externalSystem: long + evil,
  externalResponse: `${long}${evil}\n`.repeat(300),
  gateway: evil,
  gatewaySyncStatus: long,
  error: { code: long, message: (evil + long).repeat(20) },
  updatedAt: 'x',
};
