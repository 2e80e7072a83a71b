import { safeParse } from 'zod/mini';
import type { ZodMiniType } from 'zod/mini';
import type { Actor, Batch, Breakdown, Capabilities, OrdersPermission, Page, Task } from '../core/batch.js';
import { ownMembers } from '../core/own-members.js';
import { ProblemError } from '../core/problem.js';
import { batchShape, breakdownShape, capabilitiesShape, pageShape, taskShape } from './wire-shapes.js';
import type { CapabilitiesWire } from './wire-shapes.js';

/** The rows that a checker sees; a server that sends more is not believed to know better. */
const previewRows = 20;

const permissions: Readonly<Record<CapabilitiesWire['permissions']['orders'], OrdersPermission>> = {
  none: 'none',
  read: 'read',
  read_write: 'readWrite',
};

/**
 * JSON text as objects without a prototype, so that a member that is missing is missing, also on a page whose
 * `Object.prototype` somebody extended. Throws a `SyntaxError`.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? ownMembers(value) : value,
  );
}

/** Throws a `ProblemError` `unreadable` that names the member, never its value. */
export function batchFromWire(payload: unknown): Batch {
  const wire = read(batchShape, payload, 'batch');
  const history = own(wire, 'history');
  const preview = own(wire, 'preview');
  const allowedActions = own(wire, 'allowed_actions');
  return {
    id: wire.id,
    fileName: wire.file_name,
    status: wire.status,
    version: wire.version,
    totalRecords: wire.total_records,
    totalTasks: wire.total_tasks,
    tasks: wire.tasks,
    syncWithGateway: wire.sync_with_gateway,
    description: wire.description,
    createdBy: wire.created_by,
    createdAt: utc(wire.created_at),
    updatedAt: utc(wire.updated_at),
    startedAt: utcOrNull(wire.started_at),
    finishedAt: utcOrNull(wire.finished_at),
    parentId: wire.parent_id,
    childIds: wire.child_ids,
    approval: atUtc(wire.approval),
    gatewaySync: atUtc(wire.gateway_sync),
    rows: wire.rows,
    rowsSha256: wire.rows_sha256?.toLowerCase() ?? null,
    acceptedWarnings: wire.accepted_warnings,
    ...(history && { history: history.map(entry => ({ ...entry, at: utc(entry.at) })) }),
    ...(preview && { preview: preview.slice(0, previewRows) }),
    ...(allowedActions && { allowedActions }),
  };
}

/** Throws a `ProblemError` `unreadable`. */
export function taskFromWire(payload: unknown): Task {
  const wire = read(taskShape, payload, 'task');
  return {
    id: wire.id,
    batchId: wire.batch_id,
    row: wire.row,
    values: ownMembers(wire.values),
    status: wire.status,
    syncStatus: wire.sync_status,
    externalSystem: wire.external_system,
    externalResponse: wire.external_response,
    gateway: wire.gateway,
    gatewaySyncStatus: wire.gateway_sync_status,
    error: wire.error,
    createdAt: utc(wire.created_at),
    updatedAt: utc(wire.updated_at),
  };
}

/** Items that cannot be read are counted and left out. Throws a `ProblemError` `unreadable` for the page itself. */
export function pageFromWire<Item>(payload: unknown, itemFromWire: (item: unknown) => Item): Page<Item> {
  const wire = read(pageShape, payload, 'page');
  const counts = own(wire, 'counts');
  const items: Item[] = [];
  for (const item of wire.data) {
    try {
      items.push(itemFromWire(item));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }
  const unreadable = wire.data.length - items.length;
  return {
    items,
    ...wire.page,
    ...(counts && { counts: ownMembers(counts) }),
    ...(unreadable > 0 && { unreadable }),
  };
}

/** Throws a `ProblemError` `unreadable`. */
export function breakdownFromWire(payload: unknown): Breakdown {
  const { failures, gateways, external_systems } = read(breakdownShape, payload, 'breakdown');
  return { failures, gateways, externalSystems: external_systems };
}

/** Throws a `ProblemError` `unreadable`, also for a right that we do not know: rights fail closed. */
export function capabilitiesFromWire(payload: unknown): Capabilities {
  const wire = read(capabilitiesShape, payload, 'capabilities');
  const features = own(wire, 'features');
  return {
    permissions: { orders: permissions[wire.permissions.orders] },
    makerChecker: wire.maker_checker,
    limits: { maxRows: wire.limits.max_rows, maxBytes: wire.limits.max_bytes },
    ...(features && { features }),
    user: wire.user,
    serverTime: utcOrNull(wire.server_time),
  };
}

/** What a shape allows of a payload. Throws a `ProblemError` `unreadable` that names the member, never its value. */
export function read<Output>(shape: ZodMiniType<Output>, payload: unknown, name: string): Output {
  let path: readonly PropertyKey[] = [];
  try {
    const result = safeParse(shape, payload);
    if (result.success) return result.data;
    path = result.error.issues[0]?.path ?? [];
  } catch {
    // On a page that extended `Object.prototype` the library may stumble over telling what is wrong.
  }
  throw new ProblemError({
    code: 'unreadable',
    title: 'The answer cannot be read',
    detail: `Missing or mistyped: ${[name, ...path].join('.')}`,
    retryable: true,
  });
}

/** An optional member that is the object's own: not what a page put on `Object.prototype`. */
function own<Wire extends object, Key extends keyof Wire>(wire: Wire, key: Key): Wire[Key] | undefined {
  return Object.hasOwn(wire, key) ? wire[key] : undefined;
}

/** Digits as they came where the time is in UTC already, so that nothing is lost of a finer clock. */
function utc(time: string): string {
  return time.endsWith('Z') ? time : new Date(time).toISOString();
}

function utcOrNull(time: string | null): string | null {
  return time === null ? null : utc(time);
}

function atUtc<Act extends { by: Actor | null; at: string | null }>(act: Act | null): Act | null {
  return act && { ...act, at: utcOrNull(act.at) };
}
