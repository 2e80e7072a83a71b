import type { Page } from '../core/batch.js';
import type { Outcome } from './backend.js';
import type { Trial } from './trial.js';
import { some } from './text.js';

/** Fetches one page of a list. */
export type PageSource<Item> = (cursor: string | null) => Promise<Outcome<Page<Item>>>;

export interface Walk<Item> {
  readonly pages: readonly Page<Item>[];
  readonly items: readonly Item[];
  /** Whether the last page was reached. */
  readonly complete: boolean;
}

/** Follows `next` from the first page, for at most `most` items; one page more, in case of an end that never comes. */
export async function walk<Item>(source: PageSource<Item>, trial: Trial, most: number): Promise<Walk<Item>> {
  const pages: Page<Item>[] = [];
  const items: Item[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Page<Item> = trial.value(await source(cursor), 'the page that `next` names');
    pages.push(page);
    items.push(...page.items);
    cursor = page.next;
    if (cursor === null || items.length > most || page.items.length === 0) {
      return { pages, items, complete: cursor === null };
    }
  }
}

/** How a walk differs from what it should have met, `null` where it does not. */
export function differenceOf(expected: readonly string[], found: readonly string[]): string | null {
  const twice = found.filter((id, at) => found.indexOf(id) !== at);
  if (twice.length > 0) return `more than once: ${some([...new Set(twice)])}`;
  const known = new Set(found);
  const missing = expected.filter(id => !known.has(id));
  if (missing.length > 0) return `left out: ${some(missing)}`;
  const meant = new Set(expected);
  const added = found.filter(id => !meant.has(id));
  if (added.length > 0) return `not in the list: ${some(added)}`;
  const at = expected.findIndex((id, index) => found[index] !== id);
  return at < 0 ? null : `in another order from item ${at + 1}: ${found[at]} instead of ${expected[at]}`;
}

/** What is wrong with the positions that pages tell of themselves, `null` for nothing. */
export function positionFault<Item>({ pages, items, complete }: Walk<Item>): string | null {
  let passed = 0;
  for (const [at, { items: own, start, total }] of pages.entries()) {
    if (own.length > 0 && start !== null && start !== passed + 1) {
      return `page ${at + 1} begins with item ${passed + 1}, and its start is ${start}`;
    }
    if (complete && total !== null && total !== items.length) {
      return `there are ${items.length} items, and the total of page ${at + 1} is ${total}`;
    }
    passed += own.length;
  }
  return null;
}
