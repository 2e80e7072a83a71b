import { http } from 'msw/http';
import type { HttpHandler } from 'msw/http';
import { createBackend } from '../../mocks/index.js';
import type { Backend, BackendOptions, Clock, ScenarioName } from '../../mocks/index.js';
import type { OrdersPermission } from '../../src/core/batch.js';

/** A story's backend, among its `parameters`. */
export interface BackendParameters {
  readonly baseUrl: string;
  readonly msw: HttpHandler[];
}

/** What the toolbar adds to every story's own situation. */
export interface Situation {
  readonly scenario: ScenarioName | null;
  readonly permission: OrdersPermission | null;
}

const root = '/v1/stories';
const options = new Map<string, BackendOptions>();
const made = new Map<string, Backend>();
let situation: Situation = { scenario: null, permission: null };
let clock: Clock | null = null;

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
export function renewed(context: { readonly parameters: object }): { readonly backend: Backend } {
  const baseUrl = baseUrlOf(context);
  made.delete(baseUrl);
  return { backend: backendAt(baseUrl) };
}

/** From now on all backends are in this situation, too. They begin anew where it is another one. */
export function situate(wanted: Situation): void {
  if (wanted.scenario === situation.scenario && wanted.permission === situation.permission) return;
  situation = wanted;
  made.clear();
}

/** From now on backends go by this clock: one that stands still makes the same page each time. */
export function keepTime(kept: Clock): void {
  clock = kept;
  made.clear();
}

function backendAt(baseUrl: string): Backend {
  const answering = made.get(baseUrl) ?? createBackend(situated(options.get(baseUrl) ?? {}));
  made.set(baseUrl, answering);
  return answering;
}

function situated({ scenario = [], session, ...given }: BackendOptions): BackendOptions {
  const own = typeof scenario === 'string' ? [scenario] : scenario;
  return {
    ...given,
    ...(clock && { clock }),
    scenario: situation.scenario === null ? own : [situation.scenario, ...own],
    session: situation.permission === null ? session : { permission: situation.permission },
  };
}
