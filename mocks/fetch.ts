import type { Handle } from './http.js';

/**
 * A `fetch` that asks `handle` instead of the network, with the network's ways: it rejects when the signal is aborted
 * and with a `TypeError` where there was no answer. Relative addresses are relative to the page.
 */
export function createFetch(handle: Handle): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const aborted = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    const response = await Promise.race([handle(request), aborted]);
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
}
