import type { Problem } from '../core/problem.js';

/** How often a request is repeated after its first try. */
export const maxRetries = 3;

const firstDelay = 500;

/** A person would rather hear of a longer wait than sit through it. */
const longestDelay = 60_000;

/** Keeps a nonsensical number of seconds a number that can be shown. */
const dayLong = 86_400_000;

/**
 * Milliseconds before the repeat number `retry` (from 0), `null` where the request is not to be repeated. Exponential
 * with jitter, never sooner than the server asked.
 */
export function retryDelay(problem: Problem, retry: number): number | null {
  const repeatable = problem.code === 'network' || (problem.status >= 400 && problem.retryable);
  if (!repeatable || retry >= maxRetries) return null;
  const backOff = firstDelay * 2 ** retry * (0.5 + Math.random());
  const delay = Math.max(backOff, problem.retryAfter ?? 0);
  return delay > longestDelay ? null : delay;
}

/** `Retry-After` in milliseconds: seconds or an HTTP date by the server's own clock; `null` for nothing and nonsense. */
export function retryAfterOf(headers: Headers): number | null {
  const value = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, dayLong);
  // Only what looks like a date: `Date.parse` makes one of almost anything.
  const until = /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(until)) return null;
  const serverNow = Date.parse(headers.get('Date') ?? '');
  const now = Number.isNaN(serverNow) ? Date.now() : serverNow;
  return Math.min(Math.max(until - now, 0), dayLong);
}
