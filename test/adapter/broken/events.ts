import { isEvents, stream } from './tools.js';
import type { Broken } from './tools.js';

export const events: readonly Broken[] = [
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
