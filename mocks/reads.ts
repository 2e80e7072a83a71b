// The server's searching, filtering, sorting and counting, over all that it has.
import { taskToWire } from '../src/adapter/wire.js';
import type { Batch, Breakdown, OutcomeGroup, Page, Task } from '../src/core/batch.js';
import { ProblemError } from '../src/core/problem.js';
import { sortOf } from '../src/core/view.js';
import type { TaskQuery, View } from '../src/core/view.js';
import { countsOf, sortKey } from './indexes.js';
import { comparePositions, pageOf } from './paging.js';
import type { PartOrder, Position } from './paging.js';
import type { BatchRecord } from './records.js';
import type { Session } from './session.js';
import type { Sheet } from './sheet.js';
import type { Store } from './store.js';

export function listBatches(store: Store, view: View, session: Session): Page<Batch> {
  const { search, matchCase, statuses, createdFrom, createdTo, sort, pageSize, cursor } = view;
  const from = instant(createdFrom, -Infinity, 'created_from');
  const to = instant(createdTo, Infinity, 'created_to');
  const { column, descending } = sortOf(sort);
  const ordered = store.index.by(column, descending).named(search, matchCase);
  const bounded = from > -Infinity || to < Infinity;
  const found = bounded ? ordered.filter(({ createdAt }) => createdAt >= from && createdAt < to) : ordered;
  const counts = found.length === store.records.size ? store.index.counts() : countsOf(found);
  const wanted = new Set<string>(statuses);
  const listed = wanted.size === 0 ? found : found.filter(record => wanted.has(record.status));

  const orders = [{ descending, natural: true }, {}];
  const scope = [search, matchCase, statuses, createdFrom, createdTo, sort];
  const positionOf = (record: BatchRecord): Position => [sortKey(record, column), record.id];
  const page = pageOf(listed, positionOf, { limit: pageSize, cursor, scope, orders });
  return { ...page, items: page.items.map(record => store.show(record, session)), counts };
}

export function listTasks(store: Store, record: BatchRecord, query: TaskQuery): Page<Task> {
  const { status, errorCode, gateway, q, sort, cursor, limit } = query;
  const sheet = store.sheetOf(record);
  const part = q.toLowerCase();
  const matching: number[] = [];
  for (let index = 0; index < tasksOf(record, sheet); index++) {
    if (status !== null && sheet.status(index) !== status) continue;
    if (errorCode !== null && sheet.failure(index)?.code !== errorCode) continue;
    if (gateway !== null && sheet.gateway(index) !== gateway) continue;
    if (part !== '' && !holds(sheet.cells(index), part)) continue;
    matching.push(index);
  }
  const descending = sort?.startsWith('-') ?? false;
  const name = sort?.slice(descending ? 1 : 0) ?? null;
  const orders = [{ descending, natural: true }, {}];
  const placed =
    name === null
      ? matching.map(index => ({ item: index, position: [0, index] }))
      : place(matching, index => [taskKey(sheet.task(index), name), index], orders);
  const scope = [record.id, status, errorCode, gateway, q, sort];
  const page = pageOf(placed, ({ position }) => position, { limit, cursor, scope, orders });
  return { ...page, items: page.items.map(({ item }) => sheet.task(item)) };
}

/** Tasks across batches, the newest batch first. */
export function findTasks(
  store: Store,
  { q, cursor, limit }: { readonly q: string; readonly cursor: string | null; readonly limit: number },
): Page<Task> {
  const part = q.toLowerCase();
  const orders = [{ descending: true }, {}, {}];
  const found: { sheet: Sheet; index: number; position: Position }[] = [];
  for (const record of part === '' ? [] : store.records.values()) {
    const sheet = store.sheetOf(record);
    for (let index = 0; index < tasksOf(record, sheet); index++) {
      if (!holds(sheet.cells(index), part)) continue;
      found.push({ sheet, index, position: [record.createdAt, record.id, index] });
    }
  }
  const compare = comparePositions(orders);
  found.sort((a, b) => compare(a.position, b.position));
  const page = pageOf(found, ({ position }) => position, { limit, cursor, scope: ['tasks', q], orders });
  return { ...page, items: page.items.map(({ sheet, index }) => sheet.task(index)) };
}

export function breakdown(store: Store, record: BatchRecord): Breakdown {
  const sheet = store.sheetOf(record);
  const failures = new Map<string, { code: string; message: string; count: number }>();
  const gateways = new Map<string, Tally>();
  const systems = new Map<string, Tally>();
  for (let index = 0; index < tasksOf(record, sheet); index++) {
    const status = sheet.status(index);
    const failure = sheet.failure(index);
    if (failure) {
      const group = failures.get(failure.code) ?? { code: failure.code, message: failure.message, count: 0 };
      group.count++;
      failures.set(failure.code, group);
    }
    count(gateways, sheet.gateway(index), status);
    count(systems, sheet.system(index), status);
  }
  return {
    failures: [...failures.values()].toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    gateways: groups(gateways),
    externalSystems: groups(systems),
  };
}

type Tally = { -readonly [Name in keyof Omit<OutcomeGroup, 'name'>]: number };

const tallied = { ACCEPTED: 'accepted', FAILED: 'failed', QUEUED: 'queued' } as const;

function count(tallies: Map<string, Tally>, name: string | null, status: keyof typeof tallied): void {
  if (name === null) return;
  const tally = tallies.get(name) ?? { accepted: 0, failed: 0, queued: 0 };
  tally[tallied[status]]++;
  tallies.set(name, tally);
}

function groups(tallies: ReadonlyMap<string, Tally>): OutcomeGroup[] {
  return [...tallies].map(([name, tally]) => ({ name, ...tally })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Before an approval there are no tasks. */
function tasksOf(record: BatchRecord, sheet: Sheet): number {
  return record.tasksAt === null ? 0 : sheet.count;
}

function holds(cells: readonly string[], part: string): boolean {
  return cells.some(cell => cell.toLowerCase().includes(part));
}

/** What a task is sorted by: a member of its wire shape, its error's code, or one of its cells. */
function taskKey(task: Task, name: string): string | number {
  const wire: Readonly<Record<string, unknown>> = { ...task.values, ...taskToWire(task), error: task.error?.code };
  const value = wire[name];
  if (!(name in wire) || name === 'values') throw badParameter('sort', name);
  return typeof value === 'number' || typeof value === 'string' ? value : '';
}

function place<Item>(
  items: readonly Item[],
  positionOf: (item: Item) => Position,
  orders: readonly PartOrder[],
): { item: Item; position: Position }[] {
  const compare = comparePositions(orders);
  return items.map(item => ({ item, position: positionOf(item) })).toSorted((a, b) => compare(a.position, b.position));
}

function instant(text: string | null, unbounded: number, name: string): number {
  if (text === null) return unbounded;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw badParameter(name, text);
  return time;
}

function badParameter(name: string, value: string): ProblemError {
  return new ProblemError({
    code: 'invalid_parameter',
    status: 400,
    title: 'A parameter cannot be read',
    detail: `${name}: ${value}`,
  });
}
