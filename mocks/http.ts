import {
  batchToWire,
  breakdownToWire,
  capabilitiesToWire,
  pageToWire,
  problemToWire,
  taskToWire,
} from '../src/adapter/wire.js';
import { lookupFromQuery, taskQueryFromQuery, viewFromQuery } from '../src/adapter/wire.js';
import type { Batch, Page } from '../src/core/batch.js';
import { ProblemError } from '../src/core/problem.js';
import type { Engine } from './engine.js';
import { eventStream } from './event-stream.js';
import { readDecision, readUpload } from './request-body.js';
import { defaultSession } from './session.js';
import type { Session } from './session.js';

/** The contract as a function: one request in, one answer out. */
export type Handle = (request: Request) => Promise<Response>;

/** What differs from the default session; asked per request where it is a function. */
export type SessionSource = Partial<Session> | ((request: Request) => Partial<Session>);

export interface HandleOptions {
  readonly engine: Engine;
  readonly session?: SessionSource | undefined;
  /** The path under which the contract is served. */
  readonly basePath?: string | undefined;
}

export const defaultBasePath = '/v1/batch-sync';

interface Call {
  readonly engine: Engine;
  readonly session: Session;
  readonly request: Request;
  readonly query: URLSearchParams;
  readonly id: string;
  readonly key: string;
}

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (call: Call) => Response | Promise<Response>;
}

const accepted = (batch: Batch) => json(batchToWire(batch), 202);

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/capabilities$/,
    answer: ({ engine, session }) => json(capabilitiesToWire(engine.capabilities(session))),
  },
  { method: 'GET', path: /^\/batches$/, answer: listBatches },
  {
    method: 'POST',
    path: /^\/batches$/,
    answer: async ({ engine, session, request, key }) =>
      accepted(await engine.createBatch(session, await readUpload(request), key)),
  },
  {
    method: 'GET',
    path: /^\/batches\/([^/]+)$/,
    answer: ({ engine, session, id }) => json(batchToWire(engine.getBatch(session, id))),
  },
  {
    method: 'GET',
    path: /^\/batches\/([^/]+)\/breakdown$/,
    answer: ({ engine, session, id }) => json(breakdownToWire(engine.breakdown(session, id))),
  },
  {
    method: 'GET',
    path: /^\/batches\/([^/]+)\/tasks$/,
    answer: ({ engine, session, id, query }) =>
      json(pageToWire(engine.listTasks(session, id, taskQueryFromQuery(query)), taskToWire)),
  },
  {
    method: 'GET',
    path: /^\/tasks$/,
    answer: ({ engine, session, query }) =>
      json(pageToWire(engine.findTasks(session, taskQueryFromQuery(query)), taskToWire)),
  },
  {
    method: 'POST',
    path: /^\/batches\/([^/]+)\/gateway-sync$/,
    answer: ({ engine, session, id, key }) => accepted(engine.syncWithGateway(session, id, key)),
  },
  {
    method: 'POST',
    path: /^\/batches\/([^/]+)\/retry$/,
    answer: ({ engine, session, id, key }) => accepted(engine.retryFailed(session, id, key)),
  },
  {
    method: 'POST',
    path: /^\/batches\/([^/]+)\/cancel$/,
    answer: ({ engine, session, id, key }) => accepted(engine.cancelBatch(session, id, key)),
  },
  {
    method: 'POST',
    path: /^\/batches\/([^/]+)\/approval$/,
    answer: async ({ engine, session, request, id, key }) =>
      accepted(engine.decide(session, id, await readDecision(request), key)),
  },
  {
    method: 'GET',
    path: /^\/events$/,
    answer: ({ engine, session, request }) =>
      eventStream(push => engine.connect(session, request.headers.get('last-event-id'), push), request.signal),
  },
];

/** Serves the whole contract under `basePath`; whatever is wrong is answered as `application/problem+json`. */
export function createHandle({ engine, session, basePath = defaultBasePath }: HandleOptions): Handle {
  let requests = 0;
  return async request => {
    const requestId = `req_${String(++requests).padStart(6, '0')}`;
    try {
      const given = typeof session === 'function' ? session(request) : session;
      const answer = await answerTo(request, basePath, engine, { ...defaultSession, ...given });
      answer.headers.set('x-request-id', requestId);
      return answer;
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

function answerTo(request: Request, basePath: string, engine: Engine, session: Session): Response | Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '';
  const here = routes.filter(route => route.path.test(path));
  const route = here.find(({ method }) => method === request.method);
  if (route) {
    const id = decodeURIComponent(route.path.exec(path)?.[1] ?? '');
    const key = request.headers.get('idempotency-key') ?? '';
    return route.answer({ engine, session, request, query: searchParams, id, key });
  }
  if (here.length === 0) throw new ProblemError({ code: 'not_found', status: 404, title: 'There is nothing here' });
  throw new ProblemError({
    code: 'method_not_allowed',
    status: 405,
    title: 'This is not done here',
    detail: here.map(({ method }) => method).join(', '),
  });
}

function listBatches({ engine, session, query }: Call): Response {
  const by = lookupFromQuery(query);
  return json(
    pageToWire(
      by ? pageOfAll(engine.findBatches(session, by)) : engine.listBatches(session, viewFromQuery(query)),
      batchToWire,
    ),
  );
}

function pageOfAll<Item>(items: readonly Item[]): Page<Item> {
  return { items, next: null, prev: null, start: items.length > 0 ? 1 : null, total: items.length };
}

function json(payload: unknown, status = 200): Response {
  return Response.json(payload, { status, headers: { 'cache-control': 'no-store' } });
}

/** Whatever was thrown, in the shape of RFC 9457. */
export function problemResponse(error: unknown, requestId: string): Response {
  const problem =
    error instanceof ProblemError
      ? error
      : new ProblemError({
          code: 'unexpected',
          status: 500,
          title: 'Something went wrong here',
          detail: String(error),
        });
  // What the wire's decoders say of an answer is said here of a request.
  const status = problem.status === 0 ? 400 : problem.status;
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-request-id': requestId,
  };
  if (problem.retryAfter !== null) headers['retry-after'] = String(Math.ceil(problem.retryAfter / 1000));
  if (status === 405 && problem.detail !== null) headers['allow'] = problem.detail;
  return new Response(JSON.stringify(problemToWire({ ...problem, status, requestId })), { status, headers });
}
