import { answer, json } from '../fixtures.js';
import { isUpload, isAct, always, answers, eachBatch, indian } from './tools.js';
import type { Broken, Json } from './tools.js';

export const answersOfAllCalls: readonly Broken[] = [
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
];
