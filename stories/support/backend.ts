import type { HttpHandler } from 'msw/http';
import type { BackendOptions } from '../../mocks/index.js';
import { createBackend } from '../../mocks/index.js';
import { createHandlers } from '../../mocks/msw.js';

/** Where the stories' backend is served. */
export const baseUrl = '/v1/batch-sync';

/** A story's `parameters`: a backend of its own, in a named situation. */
export function backend(options: BackendOptions = {}): { msw: HttpHandler[] } {
  return { msw: createHandlers(createBackend(options)) };
}
