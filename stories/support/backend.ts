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
const backends = new Map<string, () => Backend>();

// A page has one set of handlers, and a docs page shows many stories: one handler serves them all, each at an address
// of its own.
const msw = [
  http.all(`${root}/:story/*`, ({ params, request }) => backends.get(String(params['story']))?.().handle(request)),
];

/** A backend of the story's own, in a named situation; made when it is first asked. */
export function backend(options: BackendOptions = {}): BackendParameters {
  const story = String(backends.size + 1);
  const baseUrl = `${root}/${story}`;
  let made: Backend | undefined;
  backends.set(story, () => (made ??= createBackend({ ...options, basePath: baseUrl })));
  return { baseUrl, msw };
}

/** Where the story's backend is served. */
export function baseUrlOf({ parameters }: { readonly parameters: object }): string {
  return (parameters as BackendParameters).baseUrl;
}
