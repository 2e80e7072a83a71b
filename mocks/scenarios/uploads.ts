import { batchSync } from '../../src/core/batch-sync.js';
import type { Issue } from '../../src/core/issue.js';
import { firstTries } from './first-tries.js';
import { refusal } from './refusal.js';
import type { Intercept, Scenario, Scenarios } from './scenario.js';

const isUpload = (request: Request, path: string) => request.method === 'POST' && path === '/batches';
const isAct = (request: Request, path: string) => request.method === 'POST' && path !== '/batches';

function uploads(
  label: string,
  meet: (request: Request, next: () => Promise<Response>) => Promise<Response>,
): Scenario {
  const intercept: Intercept = (request, next, path) =>
    isUpload(request, path) ? meet(request, () => next(request)) : next(request);
  return { label, intercept: () => intercept };
}

/** The first try of an upload meets something, the same one again does not. */
function firstUpload(label: string, meet: (next: () => Promise<Response>) => Promise<Response>): Scenario {
  return {
    label,
    intercept: () => {
      const isFirst = firstTries();
      return async (request, next, path) =>
        isUpload(request, path) && isFirst(request) ? meet(() => next(request)) : next(request);
    },
  };
}

const [orderId] = batchSync.columns;
const rowIssues: readonly Issue[] = [
  { code: 'invalid_value', severity: 'error', row: 1, line: 2, column: orderId?.name ?? '' },
  { code: 'order_closed', severity: 'error', row: 2, line: 3, column: orderId?.name ?? '' },
];

const lookUps = ['idempotency_key', 'rows_sha256'] as const;

/** What a server makes of a file that the browser found valid. */
export const uploadScenarios = {
  'too-large': uploads('Upload too large (413)', async () =>
    refusal({ code: 'file_too_large', status: 413, title: 'The file is too large' }),
  ),
  'not-csv': uploads('Upload of the wrong kind (415)', async () =>
    refusal({ code: 'not_csv', status: 415, title: 'This is not a CSV file' }),
  ),
  'refused-rows': uploads('Upload refused, row by row (422)', async () =>
    refusal({ code: 'csv_validation', status: 422, title: 'The file is not valid', issues: rowIssues }),
  ),
  duplicate: {
    label: 'Same rows sent before (409)',
    intercept: () => async (request, next, path) => {
      if (!isUpload(request, path) || (await acceptsDuplicate(request))) return next(request);
      const batchId = await newestId(request, next);
      const problem = { code: 'duplicate_batch', status: 409, title: 'The same rows were sent before' };
      return refusal({ ...problem, batchId });
    },
  },
  running: {
    label: 'Somebody else is at it (409)',
    intercept: () => async (request, next, path) =>
      isAct(request, path)
        ? refusal({
            code: 'conflict',
            status: 409,
            title: 'This is running already',
            detail: 'Rohan Mehta began it a minute ago.',
            batchId: decodeURIComponent(path.split('/')[2] ?? ''),
          })
        : next(request),
  },
  'session-ends': uploads('Session over on sending (401)', async (request, next) =>
    // Whoever signs in again sends a token.
    request.headers.has('authorization')
      ? next()
      : refusal({ code: 'token_expired', status: 401, title: 'The token has expired' }),
  ),
  busy: uploads('No upload for a while (503)', async () =>
    refusal({ code: 'unavailable', status: 503, title: 'Busy', retryAfter: 90_000 }),
  ),
  'answer-lost': uploads('A proxy keeps the answer to an upload', async (_request, next) => {
    await next();
    return new Response('<!doctype html><title>Proxy</title>', { headers: { 'content-type': 'text/html' } });
  }),
  'no-look-up': {
    label: 'Batches cannot be looked up (501)',
    intercept: () => async (request, next, path) => {
      const { searchParams } = new URL(request.url);
      return path === '/batches' && lookUps.some(name => searchParams.has(name))
        ? refusal({ code: 'not_implemented', status: 501, title: 'This is not done here' })
        : next(request);
    },
  },
  'cut-before': firstUpload('Connection cut before an upload arrives', async () => Response.error()),
  'cut-after': firstUpload('Connection cut after an upload arrived', async next => {
    await next();
    return Response.error();
  }),
  'delivered-twice': {
    label: 'Uploads delivered twice',
    intercept: () => async (request, next, path) => {
      if (!isUpload(request, path)) return next(request);
      const again = request.clone();
      await next(request);
      return next(again);
    },
  },
} as const satisfies Scenarios;

async function acceptsDuplicate(request: Request): Promise<boolean> {
  const details = (await request.clone().formData()).get('request');
  const text = details instanceof Blob ? await details.text() : (details ?? '{}');
  const { client } = JSON.parse(text) as { client?: { accept_duplicate?: boolean } };
  return client?.accept_duplicate === true;
}

async function newestId({ url, headers }: Request, next: (request: Request) => Promise<Response>): Promise<string> {
  const list = await next(new Request(`${url}?limit=1`, { headers }));
  const { data } = (await list.json()) as { data?: readonly { id?: string }[] };
  return data?.[0]?.id ?? '';
}
