import { http } from 'msw/http';
import type { HttpHandler } from 'msw/http';
import { createBackend } from './backend.js';
import type { Backend, BackendOptions } from './backend.js';

/** Handlers for MSW's `setupWorker`, `worker.use` or a story's `parameters.msw`. A backend of one's own may be shared. */
export function createHandlers(backend: Pick<Backend, 'handle' | 'basePath'> | BackendOptions = {}): HttpHandler[] {
  const { handle, basePath } = 'handle' in backend ? backend : createBackend(backend);
  return [http.all(`${basePath}/*`, ({ request }) => handle(request))];
}
