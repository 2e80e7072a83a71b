import { defaultView, pageSizes, sortableColumns } from './view.js';
import type { BatchSort, View } from './view.js';

/** A page may be of another size than the offered ones, up to the contract's bound. */
const maxPageSize = 200;

/** A view from what a host gave: absent or senseless members are as in the default. */
export function completeView(given: Partial<View>, pageSize: number = defaultView.pageSize): View {
  const { search, matchCase, statuses, createdFrom, createdTo, sort, cursor } = given;
  return {
    search: typeof search === 'string' ? search : defaultView.search,
    matchCase: typeof matchCase === 'boolean' ? matchCase : defaultView.matchCase,
    statuses: Array.isArray(statuses) ? statuses.filter(status => typeof status === 'string') : [],
    createdFrom: textOrNull(createdFrom),
    createdTo: textOrNull(createdTo),
    sort: isSort(sort) ? sort : defaultView.sort,
    pageSize: usableSize(given.pageSize) ?? usableSize(pageSize) ?? defaultView.pageSize,
    cursor: textOrNull(cursor),
  };
}

/** A view as flat strings, for an address: what differs from the default. */
export function paramsFromView(view: View): Record<string, string> {
  const { search, matchCase, statuses, createdFrom, createdTo, sort, pageSize, cursor } = view;
  return {
    ...(search !== '' && { q: search }),
    ...(!matchCase && { match_case: 'false' }),
    ...(statuses.length > 0 && { status: statuses.join(',') }),
    ...(createdFrom !== null && { created_from: createdFrom }),
    ...(createdTo !== null && { created_to: createdTo }),
    ...(sort !== defaultView.sort && { sort }),
    ...(pageSize !== defaultView.pageSize && { page_size: String(pageSize) }),
    ...(cursor !== null && { cursor }),
  };
}

/** The view that such strings stand for. Other names, such as a host's own, are passed over. */
export function viewFromParams(params: URLSearchParams | Readonly<Record<string, string>>): View {
  const given = params instanceof URLSearchParams ? params : new URLSearchParams(Object.entries(params));
  return completeView({
    search: given.get('q') ?? defaultView.search,
    matchCase: given.get('match_case') !== 'false',
    statuses: given.get('status')?.split(',').filter(Boolean) ?? [],
    createdFrom: given.get('created_from'),
    createdTo: given.get('created_to'),
    sort: (given.get('sort') ?? defaultView.sort) as BatchSort,
    pageSize: Number(given.get('page_size')),
    cursor: given.get('cursor'),
  });
}

/** Whether a view leaves out batches. */
export function isFiltered({ search, statuses, createdFrom, createdTo }: View): boolean {
  return search !== '' || statuses.length > 0 || createdFrom !== null || createdTo !== null;
}

/** The sizes to choose from, with the one in use. */
export function offeredSizes(current: number): readonly number[] {
  return [...new Set([...pageSizes, current])].toSorted((one, other) => one - other);
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
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
