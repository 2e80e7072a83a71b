import type { Batch } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import type { Outcome } from './backend.js';

/** A problem in a few words: "409 conflict (The batch has ended)". */
export function problemText({ status, code, title, detail }: Problem): string {
  const words = [title, detail].filter(text => text && text !== code).join(': ');
  const name = status === 0 ? `no answer, ${code}` : `${status} ${code}`;
  return words === '' ? name : `${name} (${short(words)})`;
}

export function outcomeText(outcome: Outcome<unknown>): string {
  if (!outcome.ok) return problemText(outcome.problem);
  return isBatch(outcome.value) ? `a success with ${batchText(outcome.value)}` : 'a success';
}

export function batchText({ id, status, version }: Batch): string {
  return `batch ${short(id)} (${short(status)}, version ${version})`;
}

/** What comes from a server may be of any length. */
export function short(text: string, limit = 160): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

/** Some of many ids. */
export function some(ids: readonly string[], limit = 5): string {
  const shown = ids.slice(0, limit).map(id => short(id, 60));
  return ids.length > limit ? `${shown.join(', ')} and ${ids.length - limit} more` : shown.join(', ');
}

function isBatch(value: unknown): value is Batch {
  return typeof value === 'object' && value !== null && 'version' in value && 'fileName' in value;
}
