import { http } from 'msw/http';
import type { HttpHandler } from 'msw/http';
import { createBackend } from '../../mocks/index.js';
import type { Backend, BackendOptions } from '../../mocks/index.js';

/** A story's backend, among its `parameters`. */
export interface BackendParameters {
  readonly baseUrl: string;
  readonly msw: HttpHandler[];
}

const root = '/v1/stories';
const options = new Map<string, BackendOptions>();
const made = new Map<string, Backend>();

// A page has one set of handlers, and a docs page shows many stories: one handler serves them all, each at an address
// of its own.
const msw = [
  http.all(`${root}/:story/*`, ({ params, request }) =>
    backendAt(`${root}/${String(params['story'])}`).handle(request),
  ),
];

/** A backend of the story's own, in a named situation; made when it is first asked. */
export function backend(given: BackendOptions = {}): BackendParameters {
  const baseUrl = `${root}/${options.size + 1}`;
  options.set(baseUrl, { ...given, basePath: baseUrl });
  return { baseUrl, msw };
}

/** Where the story's backend is served. */
export function baseUrlOf({ parameters }: { readonly parameters: object }): string {
  return (parameters as BackendParameters).baseUrl;
}

/** A loader of stories that write: each time one is opened, its backend begins anew. */
export function renewed(context: { readonly parameters: object }): object {
  made.delete(baseUrlOf(context));
  return {};
}

function backendAt(baseUrl: string): Backend {
  const answering = made.get(baseUrl) ?? createBackend(options.get(baseUrl));
  made.set(baseUrl, answering);
  return answering;
}
