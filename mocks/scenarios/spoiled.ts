import type { Intercept, Scenario } from './scenario.js';

const isRead = ({ method }: Request) => method === 'GET';
const isStream = (path: string) => path === '/events';

/** Each read is answered with something else in place of what it should hold. */
export function spoiled(label: string, spoil: (text: string) => string, type?: string): Scenario {
  const intercept: Intercept = async (request, next, path) => {
    const response = await next(request);
    if (!isRead(request) || isStream(path) || !response.ok) return response;
    const headers = new Headers(response.headers);
    if (type !== undefined) headers.set('content-type', type);
    return new Response(spoil(await response.text()), { status: response.status, headers });
  };
  return { label, intercept: () => intercept };
}
