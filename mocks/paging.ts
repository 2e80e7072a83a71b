import type { Page } from '../src/core/batch.js';
import { ProblemError } from '../src/core/problem.js';
import { sha256 } from './sha256.js';

/** What an item is sorted by, most important part first; the last part is unique. */
export type Position = readonly (string | number)[];

/** How one part of a position is sorted. */
export interface PartOrder {
  readonly descending?: boolean;
  /** Text as people sort it: without regard to case at first, numbers by value. */
  readonly natural?: boolean;
}

const collator = new Intl.Collator('en', { numeric: true });

export function compareParts(a: string | number, b: string | number, { descending, natural }: PartOrder): number {
  const order = natural && typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) : plainOrder(a, b);
  return descending ? -order : order;
}

function plainOrder(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function comparePositions(orders: readonly PartOrder[]): (a: Position, b: Position) => number {
  return (a, b) => {
    for (let part = 0; part < orders.length; part++) {
      const order = compareParts(a[part] ?? '', b[part] ?? '', orders[part] ?? {});
      if (order !== 0) return order;
    }
    return 0;
  };
}

interface Cursor {
  readonly back: boolean;
  readonly anchor: Position;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | null;
  /** Everything but limit and cursor that decides what is listed: a cursor of another list is of no use. */
  readonly scope: unknown;
  readonly orders: readonly PartOrder[];
}

/**
 * A page of `items`, which are sorted. The cursor names where the page before it ended, not how many items were
 * passed: what is added in the meantime moves nothing.
 */
export function pageOf<Item>(
  items: readonly Item[],
  positionOf: (item: Item) => Position,
  { limit, cursor, scope, orders }: PageRequest,
): Page<Item> {
  const mark = sha256(JSON.stringify(scope)).slice(0, 12);
  const compare = comparePositions(orders);
  const given = cursor === null ? null : readCursor(cursor, mark, orders.length);
  const at = given ? firstFrom(items, item => compare(positionOf(item), given.anchor) >= 0) : 0;
  const exact = given !== null && items.slice(at, at + 1).some(item => compare(positionOf(item), given.anchor) === 0);
  const from = given?.back ? Math.max(0, at - limit) : exact ? at + 1 : at;
  const shown = items.slice(from, from + limit);
  const first = shown[0];
  const last = shown.at(-1);
  const write = (back: boolean, anchor: Position) => encode(JSON.stringify([mark, back ? 1 : 0, anchor]));
  return {
    items: shown,
    next: last !== undefined && from + limit < items.length ? write(false, positionOf(last)) : null,
    prev: from > 0 ? write(true, first !== undefined ? positionOf(first) : (given?.anchor ?? [])) : null,
    start: first !== undefined ? from + 1 : null,
    total: items.length,
  };
}

/** The first index whose item has reached what all after it have reached too. */
function firstFrom<Item>(items: readonly Item[], reached: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items.slice(middle, middle + 1).some(reached)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function readCursor(cursor: string, mark: string, parts: number): Cursor {
  try {
    const [written, back, anchor] = JSON.parse(decode(cursor)) as [string, number, Position];
    if (written === mark && Array.isArray(anchor) && anchor.length === parts) return { back: back === 1, anchor };
  } catch {
    // Not one of ours: said below.
  }
  throw new ProblemError({
    code: 'cursor_expired',
    status: 410,
    title: 'This page is not there any more',
    detail: 'The cursor does not belong to this list. Begin with the first page.',
  });
}

function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function decode(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, char => char.charCodeAt(0)));
}
