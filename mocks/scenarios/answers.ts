import { wait } from '../clock.js';
import { chance } from '../random.js';
import { firstTries } from './first-tries.js';
import { oddities } from './oddities.js';
import { refusal } from './refusal.js';
import type { Scenario, Scenarios } from './scenario.js';
import { spoiled } from './spoiled.js';
import { unanswered } from './unanswered.js';

const isRead = ({ method }: Request) => method === 'GET';

/** The first try of everything is refused, the next one is not. */
function atFirst(label: string, refuse: (now: number) => Response): Scenario {
  return {
    label,
    intercept: ({ clock }) => {
      const isFirst = firstTries();
      return async (request, next) => (isFirst(request) ? refuse(clock.now()) : next(request));
    },
  };
}

function limited(label: string, retryAfter: (now: number) => string): Scenario {
  return atFirst(label, now => {
    const response = refusal({ code: 'rate_limited', status: 429, title: 'Too many requests' });
    response.headers.set('date', new Date(now).toUTCString());
    response.headers.set('retry-after', retryAfter(now));
    return response;
  });
}

/** Whatever is asked is refused. */
function always(label: string, refuse: () => Response, except: (path: string) => boolean = () => false): Scenario {
  return { label, intercept: () => async (request, next, path) => (except(path) ? next(request) : refuse()) };
}

const login = '<!doctype html><title>Sign in</title><p>Please sign in to continue.</p>';
const unauthorized = () => refusal({ code: 'token_expired', status: 401, title: 'The token has expired' });
const forbidden = () => refusal({ code: 'forbidden', status: 403, title: 'Not for you' });

/** What becomes of requests on their way, and of their answers. */
export const answerScenarios = {
  slow: {
    label: 'Slow answers',
    intercept:
      ({ clock }) =>
      async (request, next) => {
        await wait(clock, 2500, request.signal);
        return next(request);
      },
  },
  stalled: {
    label: 'No answer ever comes',
    intercept: () => unanswered,
  },
  offline: { label: 'Offline', intercept: () => async () => Response.error() },
  flaky: {
    label: 'A bad connection',
    intercept: ({ clock, seed }) => {
      let requests = 0;
      return async (request, next) => {
        const luck = chance(seed, ++requests, 70);
        if (luck < 0.12) return Response.error();
        if (luck < 0.2) return refusal({ code: 'unavailable', status: 503, title: 'Not available for a moment' });
        if (luck < 0.35) await wait(clock, 1000 * chance(seed, requests, 71), request.signal);
        const response = await next(request);
        if (luck <= 0.92) return response;
        // The answer is lost: what was asked for is done all the same.
        await response.body?.cancel();
        return Response.error();
      };
    },
  },
  error: {
    label: 'The list fails (500)',
    intercept: () => async (request, next, path) =>
      isRead(request) && path === '/batches'
        ? refusal({ code: 'internal_error', status: 500, title: 'The list could not be read', retryable: true })
        : next(request),
  },
  'unavailable-once': atFirst('Not available at first (503)', () => {
    const response = refusal({ code: 'unavailable', status: 503, title: 'Not available for a moment' });
    response.headers.set('retry-after', '1');
    return response;
  }),
  'expired-once': atFirst('Token expired, then renewed (401)', unauthorized),
  expired: always('Session over (401)', unauthorized),
  forbidden: always('The server refuses (403)', forbidden, path => path === '/capabilities'),
  'not-found': always(
    'Every batch is gone (404)',
    () => refusal({ code: 'not_found', status: 404, title: 'There is no such batch' }),
    path => !path.startsWith('/batches/'),
  ),
  'rate-limited': limited('Too many requests (429, seconds)', () => '1'),
  'rate-limited-date': limited('Too many requests (429, a date)', now => new Date(now + 1000).toUTCString()),
  'rate-limited-nonsense': limited('Too many requests (429, nonsense)', () => 'soon'),
  html: spoiled('A login page instead of data (200)', () => login, 'text/html; charset=utf-8'),
  truncated: spoiled('Answers cut short', text => text.slice(0, text.length / 2)),
  odd: spoiled('Statuses and members nobody knows', oddities),
} as const satisfies Scenarios;
