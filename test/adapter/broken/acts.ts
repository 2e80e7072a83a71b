import { json } from '../fixtures.js';
import { always, answers, eachBatch, isAct, isList } from './tools.js';
import type { Broken, Json } from './tools.js';

export const acts: readonly Broken[] = [
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
  {
    name: 'shows a checker nothing of the file',
    breaks: ['approval-pending'],
    call: 'GET /batches/{id}',
    only: ['approval-pending', 'approval-own'],
    makerChecker: true,
    intercept: answers(always, payload => eachBatch(payload, batch => delete batch['preview'])),
  },
  {
    name: 'tells everybody that they may write',
    breaks: ['rights-read'],
    call: 'GET /capabilities',
    only: ['rights-read', 'rights-create'],
    intercept: answers(isAct('capabilities'), payload => void (payload['permissions'] = { orders: 'read_write' })),
  },
  {
    name: 'shows the list to people without any right',
    breaks: ['rights-none'],
    call: 'GET /batches',
    only: ['reads'],
    options: { token: 'token-of-nobody' },
    intercept: next => request => {
      if (isList(request)) request.headers.set('authorization', 'Bearer token-of-reader');
      return next(request);
    },
  },
];
