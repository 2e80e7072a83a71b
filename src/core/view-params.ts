import { ownMembers } from './own-members.js';
import { defaultView, pageSizes, sortableColumns } from './view.js';
import type { BatchSort, View } from './view.js';

/** A page may be of another size than the offered ones, up to the contract's bound. */
const maxPageSize = 200;

/** What an address holds: as the browser reads it, as text, or as a router hands it on. */
export type ViewParams =
  URLSearchParams | string | Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** A view from what a host gave: absent or senseless members are as in the default. */
export function completeView(partial: Partial<View>, pageSize: number = defaultView.pageSize): View {
  const given = ownMembers(partial);
  const { search, matchCase, statuses, createdFrom, createdTo, sort, cursor } = given;
  return {
    search: typeof search === 'string' ? search : defaultView.search,
    matchCase: typeof matchCase === 'boolean' ? matchCase : defaultView.matchCase,
    statuses: Array.isArray(statuses) ? [...new Set(statuses.filter(isText))] : [],
    createdFrom: instantOrNull(createdFrom),
    createdTo: instantOrNull(createdTo),
    sort: isSort(sort) ? sort : defaultView.sort,
    pageSize: usableSize(given.pageSize) ?? usableSize(pageSize) ?? defaultView.pageSize,
    cursor: textOrNull(cursor),
  };
}

/**
 * A view as flat strings, for an address: what differs from the default. `pageSize` is that of a table whose default is
 * another one; `viewFromParams` takes the same.
 */
export function paramsFromView(view: View, pageSize: number = defaultView.pageSize): Record<string, string> {
  const { search, matchCase, statuses, createdFrom, createdTo, sort, cursor } = view;
  return {
    ...(search !== '' && { q: search }),
    ...(!matchCase && { match_case: 'false' }),
    ...(statuses.length > 0 && { status: statuses.join(',') }),
    ...(createdFrom !== null && { created_from: createdFrom }),
    ...(createdTo !== null && { created_to: createdTo }),
    ...(sort !== defaultView.sort && { sort }),
    ...(view.pageSize !== pageSize && { page_size: String(view.pageSize) }),
    ...(cursor !== null && { cursor }),
  };
}

/**
 * The view that such strings stand for. Whatever an address holds, the answer is a view: what is absent or makes no sense
 * is as in the default, of what is there twice the first counts, statuses are gathered, other names are passed over.
 */
export function viewFromParams(params: ViewParams, pageSize: number = defaultView.pageSize): View {
  const given = searchParams(params);
  const view = {
    search: given.get('q') ?? defaultView.search,
    matchCase: given.get('match_case') !== 'false',
    statuses: given.getAll('status').flatMap(status => status.split(',')),
    createdFrom: given.get('created_from'),
    createdTo: given.get('created_to'),
    sort: (given.get('sort') ?? defaultView.sort) as BatchSort,
    pageSize: Number(given.get('page_size')),
    cursor: given.get('cursor'),
  };
  return completeView(view, pageSize);
}

function searchParams(params: ViewParams): URLSearchParams {
  // Another window's URLSearchParams is not an instance of ours.
  if (typeof params === 'string' || isSearchParams(params)) return new URLSearchParams(params);
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value].flat().flatMap(each => (typeof each === 'string' ? [[name, each]] : [])),
  );
  return new URLSearchParams(pairs);
}

function isSearchParams(params: object): params is URLSearchParams {
  return Symbol.iterator in params;
}

/** Whether a view leaves out batches. */
export function isFiltered({ search, statuses, createdFrom, createdTo }: View): boolean {
  return search !== '' || statuses.length > 0 || createdFrom !== null || createdTo !== null;
}

/** The sizes to choose from, with the one in use. */
export function offeredSizes(current: number): readonly number[] {
  return [...new Set([...pageSizes, current])].toSorted((one, other) => one - other);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function textOrNull(value: unknown): string | null {
  return isText(value) ? value : null;
}

/** A day alone is one of UTC; a time without its zone would be another instant for everybody who reads it. */
const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

function instantOrNull(value: unknown): string | null {
  return isText(value) && instant.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}

function isSort(value: unknown): value is BatchSort {
  if (typeof value !== 'string') return false;
  const column = value.startsWith('-') ? value.slice(1) : value;
  return (sortableColumns as readonly string[]).includes(column);
}

function usableSize(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) return null;
  return Math.min(value, maxPageSize);
}
