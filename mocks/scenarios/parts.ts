import { firstTries } from './first-tries.js';
import { refusal } from './refusal.js';
import type { Intercept, Scenario, Scenarios } from './scenario.js';
import { unanswered } from './unanswered.js';

type Concerns = (request: Request, path: string) => boolean;

const isAct: Concerns = ({ method }, path) => method === 'POST' && path !== '/batches';
const isFind: Concerns = (_request, path) => path === '/tasks';
const isRights: Concerns = (_request, path) => path === '/capabilities';
const isOutcome: Concerns = (_request, path) => /^\/batches\/[^/]+\/(?:tasks|breakdown)$/.test(path);
/** A page of a file: those on screen are smaller. */
const isExport: Concerns = (request, path) =>
  isOutcome(request, path) && new URL(request.url).searchParams.get('limit') === '1000';

const unavailable = () => refusal({ code: 'unavailable', status: 503, title: 'Not available for a moment' });
const failed = () => refusal({ code: 'internal_error', status: 500, title: 'This could not be read' });

/** What a scenario concerns meets something, everything else goes its way. */
function only(label: string, concerns: Concerns, meet: Intercept): Scenario {
  return {
    label,
    intercept: () => (request, next, path) => (concerns(request, path) ? meet(request, next, path) : next(request)),
  };
}

/** Each thing is read once as it should be, and never again. */
function later(label: string, meet: Intercept): Scenario {
  return {
    label,
    intercept: () => {
      const isFirst = firstTries();
      return (request, next, path) =>
        request.method !== 'GET' || path === '/events' || isFirst(request) ? next(request) : meet(request, next, path);
    },
  };
}

/** One part of the backend fails while the others work. */
export const partScenarios = {
  'lost-later': later('Connection lost after the first answers', async () => Response.error()),
  'stalled-later': later('No answer after the first ones', unanswered),
  'rights-unknown': only('Rights cannot be read (503)', isRights, async () => unavailable()),
  'acts-fail': only('Acts fail (503)', isAct, async () => unavailable()),
  'acts-lost': only('Connection cut on every act', isAct, async () => Response.error()),
  'acts-stalled': only('Acts are never answered', isAct, unanswered),
  'find-fails': only('Orders cannot be looked for (503)', isFind, async () => unavailable()),
  'find-stalled': only('Looking for an order never ends', isFind, unanswered),
  'no-find': only('No looking for orders here', isRights, async (request, next) => {
    const response = await next(request);
    const rights = (await response.json()) as { features?: readonly string[] };
    const features = rights.features?.filter(name => name !== 'find-tasks');
    return Response.json({ ...rights, features }, { status: response.status });
  }),
  'tasks-fail': only('Tasks and reasons cannot be read (500)', isOutcome, async () => failed()),
  'export-fails': only('Files cannot be prepared (500)', isExport, async () => failed()),
  'export-stalls': {
    label: 'Files are never finished',
    intercept: () => {
      const isFirst = firstTries();
      return async (request, next, path) => {
        if (!isExport(request, path)) return next(request);
        const page = new URL(request.url);
        if (page.searchParams.has('cursor') || !isFirst(request)) return unanswered(request, next, path);
        page.searchParams.set('limit', '200');
        return next(new Request(page, request));
      };
    },
  },
} as const satisfies Scenarios;
