import { defaultTaskQuery, defaultView, sortOf, sortableColumns } from '../core/view.js';
import type { BatchSort, SortableColumn, TaskQuery, View } from '../core/view.js';
import { has } from '../core/own-members.js';
import type { BatchLookup } from './adapter.js';

/** The contract's upper bounds of `limit`. */
export const maxBatchPage = 200;
export const maxTaskPage = 1000;

const sortNames: Readonly<Record<SortableColumn, string>> = {
  fileName: 'file_name',
  status: 'status',
  totalRecords: 'total_records',
  createdAt: 'created_at',
  totalTasks: 'total_tasks',
};

/** The query of `GET /batches`. */
export function viewToParams(view: View): URLSearchParams {
  const { column, descending } = sortOf(view.sort);
  const params = pageParams(view.pageSize, view.cursor, maxBatchPage);
  params.set('sort', `${descending ? '-' : ''}${sortNames[column]}`);
  if (view.search !== '') {
    params.set('q', view.search);
    params.set('match_case', String(view.matchCase));
  }
  for (const status of view.statuses) params.append('status', status);
  setGiven(params, 'created_from', view.createdFrom);
  setGiven(params, 'created_to', view.createdTo);
  return params;
}

/** The view that a query of `GET /batches` asks for; what is absent or unknown is as in `defaultView`. */
export function viewFromQuery(params: URLSearchParams): View {
  return {
    search: params.get('q') ?? defaultView.search,
    matchCase: params.get('match_case') !== 'false',
    statuses: params.getAll('status'),
    createdFrom: params.get('created_from'),
    createdTo: params.get('created_to'),
    sort: sortFromName(params.get('sort')),
    pageSize: limitOf(params, defaultView.pageSize, maxBatchPage),
    cursor: params.get('cursor'),
  };
}

/** The query of `GET /batches/{id}/tasks`, and of `GET /tasks`, which knows fewer members. */
export function taskQueryToParams(
  query: Pick<TaskQuery, 'q' | 'cursor' | 'limit'> & Partial<TaskQuery>,
): URLSearchParams {
  const params = pageParams(query.limit, query.cursor, maxTaskPage);
  setGiven(params, 'status', query.status);
  setGiven(params, 'error_code', query.errorCode);
  setGiven(params, 'gateway', query.gateway);
  setGiven(params, 'q', query.q);
  setGiven(params, 'sort', query.sort);
  return params;
}

/** The task query that a query string asks for; what is absent is as in `defaultTaskQuery`. */
export function taskQueryFromQuery(params: URLSearchParams): TaskQuery {
  return {
    status: params.get('status'),
    errorCode: params.get('error_code'),
    gateway: params.get('gateway'),
    q: params.get('q') ?? defaultTaskQuery.q,
    sort: params.get('sort'),
    cursor: params.get('cursor'),
    limit: limitOf(params, defaultTaskQuery.limit, maxTaskPage),
  };
}

/** The query of `GET /batches` that looks up by key or by content. */
export function lookupToParams(by: BatchLookup): URLSearchParams {
  return has(by, 'idempotencyKey')
    ? new URLSearchParams([['idempotency_key', by.idempotencyKey]])
    : new URLSearchParams([['rows_sha256', by.rowsSha256]]);
}

/** What a query of `GET /batches` looks up; `null` where it lists. */
export function lookupFromQuery(params: URLSearchParams): BatchLookup | null {
  const idempotencyKey = params.get('idempotency_key');
  if (idempotencyKey !== null) return { idempotencyKey };
  const rowsSha256 = params.get('rows_sha256');
  return rowsSha256 === null ? null : { rowsSha256 };
}

function pageParams(limit: number, cursor: string | null, maximum: number): URLSearchParams {
  const params = new URLSearchParams([['limit', String(bounded(limit, maximum))]]);
  setGiven(params, 'cursor', cursor);
  return params;
}

function setGiven(params: URLSearchParams, name: string, value: string | null | undefined): void {
  if (value) params.set(name, value);
}

function sortFromName(name: string | null): BatchSort {
  const descending = name?.startsWith('-') ?? false;
  const column = sortableColumns.find(each => sortNames[each] === name?.slice(descending ? 1 : 0));
  if (!column) return defaultView.sort;
  return descending ? `-${column}` : column;
}

function limitOf(params: URLSearchParams, fallback: number, maximum: number): number {
  const limit = Number(params.get('limit') ?? fallback);
  return Number.isFinite(limit) ? bounded(limit, maximum) : fallback;
}

function bounded(limit: number, maximum: number): number {
  return Math.min(Math.max(Math.trunc(limit), 1), maximum);
}
