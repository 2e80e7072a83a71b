import type { Batch, Breakdown, Capabilities, Page, Task } from '../core/batch.js';
import type { Issue } from '../core/issue.js';
import type { Problem } from '../core/problem.js';
import type { BatchWire, BreakdownWire, CapabilitiesWire, PageWire, TaskWire } from './wire-shapes.js';
import type { IssueWire, ProblemWire } from './wire-problem.js';

export function batchToWire(batch: Batch): BatchWire {
  return {
    id: batch.id,
    file_name: batch.fileName,
    status: batch.status,
    version: batch.version,
    total_records: batch.totalRecords,
    total_tasks: batch.totalTasks,
    tasks: { ...batch.tasks },
    sync_with_gateway: batch.syncWithGateway,
    description: batch.description,
    created_by: batch.createdBy,
    created_at: batch.createdAt,
    updated_at: batch.updatedAt,
    started_at: batch.startedAt,
    finished_at: batch.finishedAt,
    parent_id: batch.parentId,
    child_ids: [...batch.childIds],
    approval: batch.approval,
    gateway_sync: batch.gatewaySync,
    rows: batch.rows,
    rows_sha256: batch.rowsSha256,
    accepted_warnings: [...batch.acceptedWarnings],
    ...(batch.history && { history: [...batch.history] }),
    ...(batch.preview && { preview: batch.preview.map(cells => [...cells]) }),
    ...(batch.allowedActions && { allowed_actions: [...batch.allowedActions] }),
  };
}

export function taskToWire(task: Task): TaskWire {
  return {
    id: task.id,
    batch_id: task.batchId,
    row: task.row,
    values: { ...task.values },
    status: task.status,
    sync_status: task.syncStatus,
    external_system: task.externalSystem,
    external_response: task.externalResponse,
    gateway: task.gateway,
    gateway_sync_status: task.gatewaySyncStatus,
    error: task.error,
    created_at: task.createdAt,
    updated_at: task.updatedAt,
  };
}

export function pageToWire<Item, Wire>(page: Page<Item>, itemToWire: (item: Item) => Wire): PageWire<Wire> {
  const { items, next, prev, start, total, counts } = page;
  return {
    data: items.map(itemToWire),
    page: { next, prev, start, total },
    ...(counts && { counts: { ...counts } }),
  };
}

export function breakdownToWire({ failures, gateways, externalSystems }: Breakdown): BreakdownWire {
  return {
    failures: [...failures],
    gateways: [...gateways],
    external_systems: [...externalSystems],
  };
}

export function capabilitiesToWire(capabilities: Capabilities): CapabilitiesWire {
  const { permissions, makerChecker, limits, features, user, serverTime } = capabilities;
  return {
    permissions: { orders: permissions.orders === 'readWrite' ? 'read_write' : permissions.orders },
    maker_checker: makerChecker,
    limits: { max_rows: limits.maxRows, max_bytes: limits.maxBytes },
    ...(features && { features: [...features] }),
    user,
    server_time: serverTime,
  };
}

export function problemToWire(problem: Problem): ProblemWire {
  return {
    type: 'about:blank',
    title: problem.title,
    status: problem.status,
    code: problem.code,
    request_id: problem.requestId,
    detail: problem.detail,
    ...(problem.issues.length > 0 && { errors: problem.issues.map(issueToWire) }),
    ...(problem.batchId !== null && { batch_id: problem.batchId }),
  };
}

function issueToWire({ code, severity, row, line, column, params, repair }: Issue): IssueWire {
  return {
    code,
    severity,
    ...(row !== undefined && { row }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(params && { params: { ...params } }),
    ...(repair && { repair }),
  };
}
