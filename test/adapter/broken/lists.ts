import { json, problem } from '../fixtures.js';
import { queryOf, isList, answers, questions, shift } from './tools.js';
import type { Broken, Json } from './tools.js';

export const lists: readonly Broken[] = [
  {
    name: 'cannot read its list',
    breaks: ['list'],
    call: 'GET /batches',
    only: ['list', 'list-limit', 'list-pages', 'batch-read'],
    intercept: next => async request =>
      isList(request) ? problem(500, { title: 'No', code: 'server_error', request_id: null }) : next(request),
  },
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
  {
    name: 'has no largest page',
    breaks: ['list-limit-bound'],
    call: 'GET /batches',
    only: ['list-limit', 'list-limit-bound'],
    engine: { batches: 220, meanRows: 3 },
    intercept: next => async request => {
      if (queryOf(request).get('limit') !== '1000') return next(request);
      const url = new URL(request.url);
      const first = (await (await next(new Request(url, request))).json()) as { data: Json[]; page: { next: string } };
      url.searchParams.set('cursor', first.page.next);
      const second = (await (await next(new Request(url, request))).json()) as typeof first;
      return json({ ...second, data: [...first.data, ...second.data] });
    },
  },
];
