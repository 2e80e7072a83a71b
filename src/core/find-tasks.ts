import type { Page, Task } from './batch.js';

/** What a search across batches asks for. */
export interface FindQuery {
  /** Part of an order, transaction or request id. */
  readonly q: string;
  readonly cursor: string | null;
  readonly limit: number;
}

/** Blanks, and what cannot be seen but is copied along from chats and spreadsheets: marks of direction, joiners, a BOM. */
const unseen = /[\s\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

/** An id as it was meant: none begins or ends with something that cannot be seen. */
export function idFrom(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && unseen.test(text.charAt(start))) start += 1;
  while (end > start && unseen.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** The ids in a pasted text of several lines or cells, such as a column of a spreadsheet. */
export function pastedIds(text: string): readonly string[] {
  return text
    .split(/[\r\n\t]+/)
    .map(idFrom)
    .filter(id => id !== '');
}

/** The value by which a task was found: the one that is the id, else the first that contains it. */
export function matchIn({ values }: Task, q: string): string {
  const given = Object.values(values).filter(value => typeof value === 'string');
  const part = q.toLowerCase();
  return given.find(value => value === q) ?? given.find(value => value.toLowerCase().includes(part)) ?? q;
}

/**
 * What the tasks that were found say of the id itself. `latest`: the newest of several with exactly this id; `none`: all
 * only contain it.
 */
export type FindVerdict =
  { readonly kind: 'latest'; readonly task: Task; readonly count: number } | { readonly kind: 'none' };

/** `null` where the rows speak for themselves, or where not all that were found are on the page. */
export function verdictOn(q: string, { items, next, prev, unreadable }: Page<Task>): FindVerdict | null {
  if (items.length === 0 || next !== null || prev !== null || unreadable) return null;
  const exact = items.filter(({ values }) => Object.values(values).includes(q));
  if (exact.length === 0) return { kind: 'none' };
  if (items.length === 1) return null;
  const task = exact.reduce((latest, one) => (isLater(one, latest) ? one : latest));
  return { kind: 'latest', task, count: exact.length };
}

function isLater(one: Task, other: Task): boolean {
  const since = Date.parse(one.createdAt) - Date.parse(other.createdAt);
  return since > 0 || (since === 0 && Date.parse(one.updatedAt) > Date.parse(other.updatedAt));
}
