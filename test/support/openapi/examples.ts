import { safeParse } from 'zod/mini';
import type { ZodMiniType } from 'zod/mini';
import { problemShape } from '../../../src/adapter/wire-problem.js';
import { createRequestShape, decisionShape } from '../../../src/adapter/wire-requests.js';
import { batchShape, breakdownShape, capabilitiesShape, taskShape } from '../../../src/adapter/wire-shapes.js';
import { batchFromWire, batchToWire, eventToWire } from '../../../src/adapter/wire.js';
import type { Json } from './schemas.js';

const asha = { id: 'u_7', name: 'Asha' };

const batch = {
  id: 'bs_01J9Z',
  file_name: 'october.csv',
  status: 'PROCESSING',
  version: 3,
  total_records: 940,
  total_tasks: 940,
  tasks: { accepted: 610, failed: 30, queued: 300 },
  sync_with_gateway: false,
  description: null,
  created_by: asha,
  created_at: '2026-10-01T09:30:00Z',
  updated_at: '2026-10-01T09:31:12Z',
  started_at: '2026-10-01T09:30:02Z',
  finished_at: null,
  parent_id: null,
  child_ids: [],
  approval: null,
  gateway_sync: null,
  rows: { read: 940, sent: 940, acknowledged: 940 },
  rows_sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  accepted_warnings: [],
  allowed_actions: ['cancel'],
};

const page = { next: 'eyJhIjoxfQ', prev: null, start: 1, total: 134 };

const task = {
  id: 't_17',
  batch_id: 'bs_01J9Z',
  row: 17,
  values: { order_id: 'ORD_17', txn_id: '', unique_request_id: '' },
  status: 'FAILED',
  sync_status: 'REJECTED',
  external_system: 'OMS',
  external_response: 'order not found',
  gateway: 'PAYU',
  gateway_sync_status: null,
  error: { code: 'order_not_found', message: 'The order is not known to the external system.' },
  created_at: '2026-10-01T09:30:00Z',
  updated_at: '2026-10-01T09:31:00Z',
};

const outcomes = [{ name: 'PAYU', accepted: 400, failed: 29, queued: 0 }];

export const createRequest = read(createRequestShape, {
  sync_with_gateway: false,
  description: null,
  client: { rows: 940, rows_sha256: batch.rows_sha256, accepted_warnings: [], accept_duplicate: false },
});

export const decision = read(decisionShape, { decision: 'approve', comment: 'Checked against the ledger' });

/** Answers, one of each; all are read by the adapter's own schemas before they are written down. */
export const examples = {
  batch: read(batchShape, batch),
  batchPage: { data: [batch], page, counts: { PROCESSING: 1, ACCEPTED: 130, FAILED: 3 } },
  taskPage: { data: [read(taskShape, task)], page: { ...page, total: 940 } },
  breakdown: read(breakdownShape, {
    failures: [{ code: 'order_not_found', message: task.error.message, count: 21 }],
    gateways: outcomes,
    external_systems: [{ ...outcomes[0], name: 'OMS' }],
  }),
  capabilities: read(capabilitiesShape, {
    permissions: { orders: 'read_write' },
    maker_checker: false,
    limits: { max_rows: 1000, max_bytes: 5_000_000 },
    features: ['gateway-sync', 'retry', 'cancel', 'decide', 'find-tasks', 'breakdown', 'events'],
    user: asha,
    server_time: '2026-10-01T09:31:20Z',
  }),
  problem: read(problemShape, {
    type: 'about:blank',
    title: 'The file is not valid',
    status: 422,
    code: 'csv_validation',
    request_id: 'req_9',
    detail: 'october.csv',
    errors: [{ code: 'empty_value', severity: 'error', row: 17, line: 18, column: 'order_id' }],
  }),
  events: [
    eventToWire({ type: 'heartbeat', id: '1841' }),
    // Shortened: a payload is the whole batch.
    eventToWire({ type: 'batch.updated', id: '1842', batch: batchFromWire(batchToWire(batchFromWire(batch))) }).replace(
      /(?<="tasks":\{[^}]*\}).*/,
      ', … }',
    ),
  ].join(''),
} as const satisfies Readonly<Record<string, Json>>;

function read<Example extends Json>(shape: ZodMiniType, example: Example): Example {
  const result = safeParse(shape, example);
  if (!result.success) throw new Error(`An example is not of its schema: ${JSON.stringify(result.error.issues)}`);
  return example;
}
