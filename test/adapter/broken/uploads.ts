import { problem } from '../fixtures.js';
import { isUpload, answers, eachBatch, withField } from './tools.js';
import type { Broken, Json } from './tools.js';

export const uploads: readonly Broken[] = [
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
    intercept: next => {
      // The first runs until another with its key was refused, however fast either of them comes.
      const running = new Map<string, () => void>();
      const done = new Set<string>();
      return async request => {
        const key = request.headers.get('idempotency-key') ?? '';
        if (!isUpload(request) || done.has(key)) return next(request);
        const refused = running.get(key);
        if (refused) {
          refused();
          return problem(409, { code: 'in_progress', title: 'This is already running', request_id: null });
        }
        await new Promise<void>(resolve => running.set(key, resolve));
        done.add(key);
        return next(request);
      };
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
];
