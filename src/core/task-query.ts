import { defaultTaskQuery } from './view.js';
import type { TaskQuery } from './view.js';

/** The contract's largest page of tasks. */
export const maxTaskPageSize = 1000;

/** A task query from what a host gave: absent or senseless members are as in the default. */
export function completeTaskQuery(given: Partial<TaskQuery>, pageSize: number): TaskQuery {
  return {
    status: textOrNull(given.status),
    errorCode: textOrNull(given.errorCode),
    gateway: textOrNull(given.gateway),
    q: textOrNull(given.q) ?? '',
    sort: textOrNull(given.sort),
    cursor: textOrNull(given.cursor),
    limit: usableSize(given.limit) ?? usableSize(pageSize) ?? defaultTaskQuery.limit,
  };
}

/** A task query as flat strings, for an address that may hold the table's view too: what differs from the default. */
export function paramsFromTaskQuery(query: TaskQuery): Record<string, string> {
  const { status, errorCode, gateway, q, sort, cursor, limit } = query;
  const params = {
    taskStatus: status,
    taskErrorCode: errorCode,
    taskGateway: gateway,
    taskSearch: q,
    taskSort: sort,
    taskCursor: cursor,
    taskPageSize: limit === defaultTaskQuery.limit ? null : String(limit),
  };
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function usableSize(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) return null;
  return Math.min(value, maxTaskPageSize);
}
