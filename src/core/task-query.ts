import { ownMembers } from './own-members.js';
import { defaultTaskQuery } from './view.js';
import type { TaskQuery } from './view.js';

/** The contract's largest page of tasks. */
export const maxTaskPageSize = 1000;

/** What file order is sorted by. */
const fileOrder = 'row';

/** A task query from what a host gave: absent or senseless members are as in the default. */
export function completeTaskQuery(partial: Partial<TaskQuery>, pageSize: number): TaskQuery {
  const given = ownMembers(partial);
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

/** The key of a sort and its direction; file order is by row. */
export function taskSortOf(sort: TaskQuery['sort']): { readonly key: string; readonly descending: boolean } {
  const descending = sort?.startsWith('-') ?? false;
  return { key: sort?.slice(descending ? 1 : 0) || fileOrder, descending };
}

/** The sort by `key` in one direction; by row from the first on there is none, since that is the file's order. */
export function taskSort(key: string, descending: boolean): TaskQuery['sort'] {
  if (descending) return `-${key}`;
  return key === fileOrder ? null : key;
}

/** The sort after a press on a heading: ascending first, then the other way round. */
export function toggledTaskSort(sort: TaskQuery['sort'], key: string): TaskQuery['sort'] {
  const current = taskSortOf(sort);
  return taskSort(key, current.key === key && !current.descending);
}

/** Whether fewer than all tasks are asked for. */
export function isNarrowed({ status, errorCode, gateway, q }: TaskQuery): boolean {
  return status !== null || errorCode !== null || gateway !== null || q !== '';
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function usableSize(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) return null;
  return Math.min(value, maxTaskPageSize);
}
