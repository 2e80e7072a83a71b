import type { SharedConfig } from './context.js';
import { ProblemError } from '../core/problem.js';

/**
 * The absolute address of the contract's root, without a trailing slash; a relative one is relative to the document.
 * Throws a `ProblemError` `invalid_base_url` for anything but http and https, and for an address with a password.
 */
export function resolveBaseUrl(baseUrl: string): string {
  const url = parseUrl(baseUrl);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new ProblemError({ code: 'invalid_base_url', title: 'The base URL is not an http or https address' });
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/**
 * By what a backend at an address is told from others; `null` for no address, and where a `fetch` or `headers` of the
 * host's may lead elsewhere or decide what is seen: then only the host can tell.
 */
export function scopeOf({ baseUrl, fetch: given, headers }: Pick<SharedConfig, 'baseUrl' | 'fetch' | 'headers'>) {
  if (given || headers || baseUrl === undefined) return null;
  try {
    return resolveBaseUrl(baseUrl);
  } catch {
    return null;
  }
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text, globalThis.document?.baseURI);
  } catch {
    return null;
  }
}

/**
 * An id as one segment of a path. Throws a `ProblemError` `not_found` for what cannot be one: `.` and `..` would name
 * another resource, however they are encoded.
 */
export function segmentOf(id: string): string {
  if (!/^\.{0,2}$/.test(id)) {
    try {
      return encodeURIComponent(id);
    } catch {
      // Half of a surrogate pair: no server gave this id.
    }
  }
  throw new ProblemError({ code: 'not_found', status: 404, title: 'No such id' });
}
