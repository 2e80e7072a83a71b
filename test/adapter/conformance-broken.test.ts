import { expect } from '@open-wc/testing';
import type { Handle } from '../../mocks/index.js';
import { checks } from '../../src/conformance/index.js';
import type { BaseUrlCheckOptions } from '../../src/conformance/index.js';
import { brokenChecks, checkHttp, findingsText } from './conformance-support.js';
import type { World } from './conformance-support.js';
import { answer, json, problem } from './fixtures.js';

// Backends that break the contract on purpose, each in one way.

type Json = Record<string, unknown>;
type Intercept = (next: Handle, world: World) => Handle;
type Only = BaseUrlCheckOptions['only'];

interface Broken {
  readonly name: string;
  /** Every check that is to find something; no other may. */
  readonly breaks: readonly string[];
  /** The call that the first finding of the first check names. */
  readonly call: string;
  readonly only: Only;
  readonly makerChecker?: boolean;
  readonly intercept: Intercept;
}

const pathOf = (request: Request) => new URL(request.url).pathname.replace('/v1/batch-sync', '');
const queryOf = (request: Request) => new URL(request.url).searchParams;
const isList = (request: Request) => request.method === 'GET' && pathOf(request) === '/batches';
const isUpload = (request: Request) => request.method === 'POST' && pathOf(request) === '/batches';
const isTasks = (request: Request) => /^\/batches\/[^/]+\/tasks$/.test(pathOf(request));
const isEvents = (request: Request) => pathOf(request) === '/events';
const isAct = (name: string) => (request: Request) => pathOf(request).endsWith(`/${name}`);
const always = () => true;

/** Changes the answers to some requests; `change` alters the payload, or gives another answer. */
function answers(
  matches: (request: Request) => boolean,
  change: (payload: Json, response: Response, request: Request) => Response | void,
): Intercept {
  return next => async request => {
    const response = await next(request.clone());
    if (!matches(request) || !/json/.test(response.headers.get('content-type') ?? '')) return response;
    const payload = (await response.json()) as Json;
    const other = change(payload, response, request);
    return other ?? answer(JSON.stringify(payload), response);
  };
}

/** Changes what some requests ask for. */
function questions(matches: (request: Request) => boolean, change: (query: URLSearchParams) => void): Intercept {
  return next => request => {
    if (!matches(request)) return next(request);
    const url = new URL(request.url);
    change(url.searchParams);
    return next(new Request(url, request));
  };
}

/** Each batch of an answer. */
function eachBatch(payload: Json, change: (batch: Json) => void): void {
  if ('file_name' in payload) change(payload);
  for (const item of (payload['data'] as Json[] | undefined) ?? []) if ('file_name' in item) change(item);
}

/** Changes the text of the event stream, message by message; `null` drops one. */
function stream(change: (message: string) => string | null): Intercept {
  return next => async request => {
    const response = await next(request);
    if (!isEvents(request) || !response.ok || !response.body) return response;
    const messages = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(
      new TransformStream<string, Uint8Array>({
        transform(text, controller) {
          for (const message of text.split(/(?<=\n\n)/)) {
            const changed = change(message);
            if (changed !== null) controller.enqueue(new TextEncoder().encode(changed));
          }
        },
      }),
    );
    return new Response(messages, { headers: response.headers });
  };
}

async function withField(request: Request, change: (request: Json) => void): Promise<Request> {
  const form = await request.formData();
  const details = JSON.parse(form.get('request') as string) as Json;
  change(details);
  form.set('request', JSON.stringify(details));
  const headers = new Headers(request.headers);
  headers.delete('content-type');
  return new Request(request.url, { method: 'POST', headers, body: form });
}

const indian = (time: string) => new Date(Date.parse(time) + 5.5 * 3_600_000).toISOString().replace('Z', '+05:30');

const broken: readonly Broken[] = [
  // Every answer.
  {
    name: 'answers a write with 200',
    breaks: ['success-status'],
    call: 'POST /batches',
    only: ['create', 'cancel'],
    intercept: answers(isUpload, (payload, { ok }) => (ok ? json(payload) : undefined)),
  },
  {
    name: 'does not call its JSON JSON',
    breaks: ['breakdown-failures', 'breakdown-outcomes', 'json'],
    call: 'GET /batches/{id}/breakdown',
    only: ['reads'],
    intercept: answers(isAct('breakdown'), (payload, response) =>
      response.ok ? answer(JSON.stringify(payload), { headers: { 'Content-Type': 'text/html' } }) : undefined,
    ),
  },
  {
    name: 'leaves a member out',
    breaks: ['capabilities', 'readable'],
    call: 'GET /capabilities',
    only: ['capabilities'],
    intercept: answers(isAct('capabilities'), payload => void delete payload['user']),
  },
  {
    name: 'writes times of its own zone',
    breaks: ['utc-times'],
    call: 'GET /batches',
    only: ['list-limit'],
    intercept: answers(always, payload =>
      eachBatch(payload, batch => (batch['created_at'] = indian(batch['created_at'] as string))),
    ),
  },
  {
    name: 'calls a problem JSON only',
    breaks: ['problems'],
    call: 'GET /batches/{id}',
    only: ['batch-not-found'],
    intercept: answers(always, (payload, { ok, status }) => (ok ? undefined : json(payload, status))),
  },
  {
    name: 'gives a problem no request_id',
    breaks: ['problems'],
    call: 'GET /batches/{id}',
    only: ['batch-not-found'],
    intercept: answers(always, payload => void delete payload['request_id']),
  },
  {
    name: 'has statuses of its own',
    breaks: ['known-statuses'],
    call: 'GET /batches',
    only: ['list-limit', 'list-pages'],
    intercept: answers(always, payload =>
      eachBatch(payload, batch => (batch['status'] = batch['status'] === 'CANCELED' ? 'CANCELLED' : batch['status'])),
    ),
  },
  {
    name: 'counts tasks in work twice',
    breaks: ['batch-figures'],
    call: 'POST /batches',
    only: ['create', 'batch-progress'],
    intercept: answers(always, payload =>
      eachBatch(payload, batch => {
        if (batch['status'] === 'PROCESSING') (batch['tasks'] as Json)['queued'] = (batch['total_tasks'] as number) + 1;
      }),
    ),
  },
  {
    name: 'has one version for all that happens to a batch',
    breaks: ['versions'],
    call: 'GET /batches/{id}',
    only: ['batch-progress'],
    intercept: answers(always, payload => eachBatch(payload, batch => (batch['version'] = 1))),
  },
  // The list.
  {
    name: 'ignores limit',
    breaks: ['list-limit'],
    call: 'GET /batches',
    only: ['list-limit'],
    intercept: questions(isList, query => query.delete('limit')),
  },
  {
    name: 'turns pages by counting',
    breaks: ['list-cursor-stable'],
    call: 'GET /batches',
    only: ['list-pages', 'list-prev', 'list-positions', 'list-cursor-stable', 'list-cursor-expired'],
    intercept: next => async request => {
      const query = queryOf(request);
      const cursor = query.get('cursor');
      if (!isList(request) || query.has('idempotency_key') || (cursor && !/^at-\d+$/.test(cursor)))
        return next(request);
      const limit = Number(query.get('limit'));
      const at = Number(cursor?.slice(3) ?? 0);
      const url = new URL(request.url);
      url.searchParams.set('limit', '200');
      url.searchParams.delete('cursor');
      const whole = (await (await next(new Request(url, request))).json()) as { data: Json[]; counts: Json };
      const { data, counts } = whole;
      const page = {
        next: at + limit < data.length ? `at-${at + limit}` : null,
        prev: at > 0 ? `at-${Math.max(0, at - limit)}` : null,
        start: at + 1,
        total: data.length,
      };
      return json({ data: data.slice(at, at + limit), page, counts });
    },
  },
  {
    name: 'shows the first page for any cursor that it does not know',
    breaks: ['list-cursor-expired', 'tasks-cursor-expired'],
    call: 'GET /batches',
    only: ['list-pages', 'list-cursor-expired', 'tasks-cursor-expired'],
    intercept: next => async request => {
      const response = await next(request);
      if (response.status !== 410) return response;
      const url = new URL(request.url);
      url.searchParams.delete('cursor');
      return next(new Request(url, request));
    },
  },
  {
    name: 'skips the first batch of every further page',
    breaks: ['list-pages', 'list-positions', 'list-prev'],
    call: 'GET /batches',
    only: ['list-limit', 'list-pages', 'list-prev', 'list-positions'],
    intercept: answers(isList, (payload, _, request) => {
      if (queryOf(request).has('cursor')) (payload['data'] as unknown[]).shift();
    }),
  },
  {
    name: 'says nothing of the page before',
    breaks: ['list-prev'],
    call: 'GET /batches',
    only: ['list-pages', 'list-prev', 'list-positions'],
    intercept: answers(isList, payload => void ((payload['page'] as Json)['prev'] = null)),
  },
  {
    name: 'counts from 0',
    breaks: ['list-positions'],
    call: 'GET /batches',
    only: ['list-pages', 'list-prev', 'list-positions'],
    intercept: answers(isList, payload => {
      const page = payload['page'] as { start: number | null };
      if (page.start !== null) page.start--;
    }),
  },
  {
    name: 'counts only what the status filter lists',
    breaks: ['list-counts'],
    call: 'GET /batches',
    only: ['list-counts', 'list-status'],
    intercept: answers(isList, (payload, _, request) => {
      const wanted = queryOf(request).getAll('status');
      const counts = payload['counts'] as Record<string, number>;
      for (const status of Object.keys(counts))
        if (wanted.length > 0 && !wanted.includes(status)) delete counts[status];
    }),
  },
  {
    name: 'takes the signs of a search for a pattern',
    breaks: ['list-search-literal'],
    call: 'GET /batches',
    only: ['list-search', 'list-search-literal', 'list-match-case'],
    intercept: next => async request => {
      const query = queryOf(request);
      const pattern = query.get('q');
      if (!isList(request) || !pattern || !/[_%]/.test(pattern)) return next(request);
      const url = new URL(request.url);
      url.searchParams.delete('q');
      const whole = (await (await next(new Request(url, request))).json()) as Json & { data: { file_name: string }[] };
      const like = new RegExp(
        pattern
          .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replaceAll('_', '.')
          .replaceAll('%', '.*'),
      );
      return json({ ...whole, data: whole.data.filter(batch => like.test(batch.file_name)) });
    },
  },
  {
    name: 'finds only what a name begins with',
    breaks: ['list-match-case', 'list-search'],
    call: 'GET /batches',
    only: ['list-search', 'list-match-case'],
    intercept: answers(isList, (payload, _, request) => {
      const q = queryOf(request).get('q')?.toLowerCase();
      const data = payload['data'] as { file_name: string }[];
      if (q) payload['data'] = data.filter(batch => batch.file_name.toLowerCase().startsWith(q));
    }),
  },
  {
    name: 'never regards case',
    breaks: ['list-match-case'],
    call: 'GET /batches',
    only: ['list-search', 'list-match-case'],
    intercept: questions(isList, query => query.has('match_case') && query.set('match_case', 'false')),
  },
  {
    name: 'takes one status only',
    breaks: ['list-status'],
    call: 'GET /batches',
    only: ['list-status', 'list-counts'],
    intercept: questions(isList, query => {
      const [first] = query.getAll('status');
      if (first) query.set('status', first);
    }),
  },
  {
    name: 'includes the end of a span of time',
    breaks: ['list-created-to'],
    call: 'GET /batches',
    only: ['list-created-from', 'list-created-to'],
    intercept: questions(isList, query => shift(query, 'created_to', 1)),
  },
  {
    name: 'leaves out the beginning of a span of time',
    breaks: ['list-created-from'],
    call: 'GET /batches',
    only: ['list-created-from', 'list-created-to'],
    intercept: questions(isList, query => shift(query, 'created_from', 1)),
  },
  {
    name: 'reads a time without its zone',
    breaks: ['list-created-from', 'list-created-to'],
    call: 'GET /batches',
    only: ['list-created-from', 'list-created-to'],
    intercept: questions(isList, query => {
      for (const name of ['created_from', 'created_to']) {
        const time = query.get(name);
        if (time) query.set(name, time.replace('+05:30', 'Z'));
      }
    }),
  },
  {
    name: 'sorts one way only',
    breaks: ['list-sort-total-records'],
    call: 'GET /batches',
    only: ['list-sort-file-name', 'list-sort-total-records', 'list-sort-created-at', 'list-sort-ties'],
    intercept: questions(isList, query => {
      if (query.get('sort') === '-total_records') query.set('sort', 'total_records');
    }),
  },
  {
    name: 'sorts statuses the other way round',
    breaks: ['list-sort-status'],
    call: 'GET /batches',
    only: ['list-sort-status', 'list-sort-ties'],
    intercept: questions(isList, query => {
      const turned: Record<string, string> = { status: '-status', '-status': 'status' };
      const sort = query.get('sort') ?? '';
      query.set('sort', turned[sort] ?? sort);
    }),
  },
  {
    name: 'leaves batches that are the same by a sort in any order',
    breaks: ['list-sort-ties'],
    call: 'GET /batches',
    only: ['list-sort-total-records', 'list-sort-ties'],
    intercept: answers(isList, (payload, _, request) => {
      const data = payload['data'] as { total_records: number; id: string }[];
      if (queryOf(request).get('sort') !== 'total_records') return;
      // The first of those that are the same comes last.
      const groups = Object.values(Object.groupBy(data, batch => batch.total_records));
      payload['data'] = groups.flatMap(group => [...(group ?? []).slice(1), ...(group ?? []).slice(0, 1)]);
    }),
  },
  {
    name: 'lists everything when asked for a key',
    breaks: ['lookup-key', 'lookup-unknown-key'],
    call: 'GET /batches',
    only: ['lookup-key', 'lookup-unknown-key', 'lookup-rows'],
    intercept: questions(isList, query => query.delete('idempotency_key')),
  },
  // One batch, its tasks and figures.
  {
    name: 'answers 200 for a batch that is not there',
    breaks: ['batch-not-found', 'json'],
    call: 'GET /batches/{id}',
    only: ['batch-read', 'batch-not-found'],
    intercept: next => async request => {
      const response = await next(request);
      return response.status === 404 ? answer('null', { status: 200 }) : response;
    },
  },
  {
    name: 'ends a batch before its tasks',
    breaks: ['batch-outcome'],
    call: 'GET /batches/{id}',
    only: ['batch-progress', 'batch-outcome'],
    intercept: answers(always, payload =>
      eachBatch(payload, batch => {
        const tasks = batch['tasks'] as { accepted: number; queued: number };
        if (!batch['finished_at']) return;
        tasks.accepted--;
        tasks.queued++;
      }),
    ),
  },
  {
    name: 'lists tasks in any order',
    breaks: ['tasks-order'],
    call: 'GET /batches/{id}/tasks',
    only: ['tasks-all', 'tasks-order', 'tasks-values'],
    intercept: answers(isTasks, (payload, _, request) => {
      if (!queryOf(request).has('sort')) (payload['data'] as unknown[] | undefined)?.reverse();
    }),
  },
  {
    name: 'ignores what tasks are filtered by',
    breaks: ['tasks-error-code', 'tasks-gateway', 'tasks-search', 'tasks-status'],
    call: 'GET /batches/{id}/tasks',
    only: ['tasks-all', 'tasks-status', 'tasks-error-code', 'tasks-gateway', 'tasks-search'],
    intercept: questions(isTasks, query => {
      for (const name of ['status', 'error_code', 'gateway', 'q']) query.delete(name);
    }),
  },
  {
    name: 'trims and turns around what stands in a cell',
    breaks: ['tasks-values'],
    call: 'GET /batches/{id}/tasks',
    only: ['tasks-all', 'tasks-search', 'tasks-values'],
    intercept: answers(isTasks, payload => {
      for (const task of (payload['data'] ?? []) as { values: Record<string, string> }[]) {
        task.values['order_id'] = task.values['order_id'].toLowerCase();
      }
    }),
  },
  {
    name: 'counts a failure for every attempt',
    breaks: ['breakdown-failures'],
    call: 'GET /batches/{id}/breakdown',
    only: ['breakdown-failures', 'breakdown-outcomes'],
    intercept: answers(isAct('breakdown'), payload => {
      for (const failure of (payload['failures'] ?? []) as { count: number }[]) failure.count *= 3;
    }),
  },
  {
    name: 'finds tasks of the first page only',
    breaks: ['find-tasks-pages'],
    call: 'GET /tasks',
    only: ['find-tasks', 'find-tasks-pages'],
    intercept: answers(isAct('tasks'), (payload, _, request) => {
      if (pathOf(request) === '/tasks') (payload['page'] as Json)['next'] = null;
    }),
  },
  // Uploads.
  {
    name: 'forgets the key of an upload',
    breaks: ['create-in-progress', 'create-key-reused', 'create-same-content', 'create-same-key'],
    call: 'POST /batches',
    only: ['create', 'create-same-key', 'create-same-content', 'create-key-reused', 'create-in-progress'],
    intercept: next => async request => {
      if (!isUpload(request)) return next(request);
      const agreed = await withField(request, details => ((details['client'] as Json)['accept_duplicate'] = true));
      agreed.headers.set('idempotency-key', `${Math.random()}`);
      return next(agreed);
    },
  },
  {
    name: 'answers any content by its key',
    breaks: ['create-key-reused'],
    call: 'POST /batches',
    only: ['create-same-key', 'create-same-content', 'create-key-reused'],
    intercept: next => {
      const first = new Map<string, Response>();
      return async request => {
        const key = request.headers.get('idempotency-key') ?? '';
        const known = first.get(key);
        if (known) return known.clone();
        const response = await next(request);
        if (isUpload(request) && response.ok && key) first.set(key, response.clone());
        return response;
      };
    },
  },
  {
    name: 'compares the multipart body',
    breaks: ['create-same-content', 'create-same-key'],
    call: 'POST /batches',
    only: ['create', 'create-same-key', 'create-same-content'],
    intercept: next => {
      const bodies = new Map<string, string>();
      return async request => {
        const key = request.headers.get('idempotency-key') ?? '';
        const body = await request.clone().text();
        const before = bodies.get(key) ?? body;
        if (isUpload(request)) bodies.set(key, before);
        if (!isUpload(request) || before === body) return next(request);
        const title = 'Used for something else';
        return problem(422, { code: 'idempotency_key_reused', title, request_id: null });
      };
    },
  },
  {
    name: 'does not say when to come again',
    breaks: ['create-in-progress'],
    call: 'POST /batches',
    only: ['create-in-progress'],
    intercept: next => async request => {
      const response = await next(request);
      response.headers.delete('retry-after');
      return response;
    },
  },
  {
    name: 'takes the same rows again and again',
    breaks: ['create-duplicate'],
    call: 'POST /batches',
    only: ['create-duplicate', 'create-accept-duplicate'],
    intercept: next => async request =>
      next(
        isUpload(request)
          ? await withField(request, details => ((details['client'] as Json)['accept_duplicate'] = true))
          : request,
      ),
  },
  {
    name: 'does not say which batch had the rows before',
    breaks: ['create-duplicate'],
    call: 'POST /batches',
    only: ['create-duplicate'],
    intercept: answers(isUpload, payload => void delete payload['batch_id']),
  },
  {
    name: 'refuses rows for ever that were sent before',
    breaks: ['create-accept-duplicate'],
    call: 'POST /batches',
    only: ['create-duplicate', 'create-accept-duplicate'],
    intercept: next => async request =>
      next(
        isUpload(request)
          ? await withField(request, details => ((details['client'] as Json)['accept_duplicate'] = false))
          : request,
      ),
  },
  {
    name: 'makes up a key where there is none',
    breaks: ['create-key-missing'],
    call: 'POST /batches',
    only: ['create-key-missing'],
    intercept: next => request => {
      if (isUpload(request) && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', 'any');
      return next(request);
    },
  },
  {
    name: 'counts rows from the header',
    breaks: ['create-validates'],
    call: 'POST /batches',
    only: ['create-validates', 'create-not-csv'],
    intercept: answers(isUpload, payload => {
      for (const issue of (payload['errors'] ?? []) as { row?: number }[]) if (issue.row) issue.row++;
    }),
  },
  {
    name: 'does not say that there were too many rows',
    breaks: ['create-row-limit'],
    call: 'POST /batches',
    only: ['create-validates', 'create-row-limit'],
    intercept: answers(isUpload, payload => {
      const errors = (payload['errors'] ?? []) as { code: string }[];
      if (errors.some(({ code }) => code === 'row_limit_exceeded')) delete payload['errors'];
    }),
  },
  {
    name: 'finds a file too large with the wrong status',
    breaks: ['create-byte-limit', 'problems'],
    call: 'POST /batches',
    only: ['create-byte-limit'],
    intercept: answers(isUpload, (payload, { status }) => (status === 413 ? problem(400, payload) : undefined)),
  },
  {
    name: 'loses what is not in ASCII',
    breaks: ['create-details'],
    call: 'POST /batches',
    only: ['create', 'create-details'],
    intercept: answers(isUpload, payload =>
      eachBatch(
        payload,
        batch => (batch['file_name'] = (batch['file_name'] as string).replaceAll(/[^\x20-\x7e]/g, '?')),
      ),
    ),
  },
  // Acts.
  {
    name: 'synchronises what is still being processed',
    breaks: ['gateway-sync-active'],
    call: 'POST /batches/{id}/gateway-sync',
    only: ['gateway-sync', 'gateway-sync-active'],
    intercept: next => async request => {
      const response = await next(request.clone());
      if (!isAct('gateway-sync')(request) || response.status !== 409) return response;
      const batch = await next(new Request(request.url.replace('/gateway-sync', ''), { headers: request.headers }));
      return json(await batch.json(), 202);
    },
  },
  {
    name: 'does not link a retry with its parent',
    breaks: ['retry'],
    call: 'POST /batches/{id}/retry',
    only: ['retry', 'retry-active'],
    intercept: answers(isAct('retry'), payload => eachBatch(payload, batch => (batch['parent_id'] = null))),
  },
  {
    name: 'says that it cancels, and goes on',
    breaks: ['cancel'],
    call: 'POST /batches/{id}/cancel',
    only: ['cancel', 'action-not-found'],
    intercept: next => async request => {
      if (!isAct('cancel')(request) || /no-such/.test(request.url)) return next(request);
      const batch = await next(new Request(request.url.replace('/cancel', ''), { headers: request.headers }));
      return json(await batch.json(), 202);
    },
  },
  {
    name: 'lets people decide on what they uploaded',
    breaks: ['approval-own'],
    call: 'POST /batches/{id}/approval',
    only: ['approval-pending', 'approval-own'],
    makerChecker: true,
    intercept: next => async request => {
      const response = await next(request.clone());
      if (!isAct('approval')(request) || response.status !== 403) return response;
      request.headers.set('authorization', 'Bearer token-of-checker');
      return next(request);
    },
  },
  {
    name: 'does not say who decided',
    breaks: ['approval-approve', 'approval-reject'],
    call: 'POST /batches/{id}/approval',
    only: ['approval-own', 'approval-approve', 'approval-reject'],
    makerChecker: true,
    intercept: answers(isAct('approval'), payload =>
      eachBatch(payload, batch => ((batch['approval'] as Json)['by'] = null)),
    ),
  },
  {
    name: 'leaves rights to the browser',
    breaks: ['rights-acts', 'rights-create'],
    call: 'POST /batches/{id}/cancel',
    only: ['rights-read', 'rights-create', 'rights-acts'],
    intercept: next => request => {
      if (request.method === 'POST') request.headers.set('authorization', 'Bearer token-of-maker');
      return next(request);
    },
  },
  // Events.
  {
    name: 'sends events as JSON',
    breaks: ['events-open', 'events-resync'],
    call: 'GET /events',
    only: ['events'],
    intercept: next => async request => {
      const response = await next(request);
      if (isEvents(request)) response.headers.set('content-type', 'application/x-ndjson');
      return response;
    },
  },
  {
    name: 'is silent while nothing happens',
    breaks: ['events-heartbeat'],
    call: 'GET /events',
    only: ['events'],
    intercept: stream(message => (message.includes('event: heartbeat') ? null : message)),
  },
  {
    name: 'gives its events no ids',
    breaks: ['events-ids'],
    call: 'GET /events',
    only: ['events'],
    intercept: stream(message => message.replace(/^id: .*\n/, '')),
  },
  {
    name: 'does not go on from the last event',
    breaks: ['events-replay', 'events-resync'],
    call: 'GET /events',
    only: ['events'],
    intercept: next => request => {
      request.headers.delete('last-event-id');
      return next(request);
    },
  },
  {
    name: 'says nothing of a new batch',
    breaks: ['events-created'],
    call: 'GET /events',
    only: ['events'],
    intercept: stream(message => (message.includes('event: batch.created') ? null : message)),
  },
  {
    name: 'tells the end of a batch twice',
    breaks: ['events-finished'],
    call: 'GET /events',
    only: ['events'],
    intercept: stream(message =>
      message.includes('event: batch.finished') ? message + message.replace(/^id: (\d+)/, 'id: 99$1') : message,
    ),
  },
  {
    name: 'sends what changed instead of the batch',
    breaks: ['events-created', 'events-finished', 'events-types'],
    call: 'GET /events',
    only: ['events'],
    intercept: stream(message => message.replace(/"file_name":"[^"]*",/, '')),
  },
];

function shift(query: URLSearchParams, name: string, milliseconds: number): void {
  const time = query.get(name);
  if (time) query.set(name, new Date(Date.parse(time) + milliseconds).toISOString());
}

describe('Conformance kit at a backend that', function () {
  this.timeout(30_000);

  for (const { name, breaks, call, only, makerChecker, intercept } of broken) {
    it(`${name}: ${breaks.join(', ')}`, async () => {
      const report = await checkHttp({ intercept, makerChecker, options: { only } });
      expect(brokenChecks(report), findingsText(report)).to.deep.equal(breaks.toSorted());
      const findings = report.findings.filter(({ check }) => breaks.includes(check));
      expect(findings.map(finding => finding.call)).to.include(call);
      for (const { check, contract, expected, found } of findings) {
        expect(contract).to.equal(checks.find(each => each.check === check)?.contract);
        expect(expected).to.not.equal(found);
      }
      expect(report.ok).to.equal(false);
    });
  }
});
