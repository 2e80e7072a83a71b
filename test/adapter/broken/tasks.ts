import { answer } from '../fixtures.js';
import { pathOf, queryOf, isTasks, isAct, always, answers, questions, eachBatch } from './tools.js';
import type { Broken, Json } from './tools.js';

export const batches: readonly Broken[] = [
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
];
