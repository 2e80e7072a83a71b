import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.csv': 'text/csv; charset=utf-8',
};

/** Answers with files of a folder; an address that looks like no file gets `index.html`, whose script routes it. */
export function createStaticFiles(folder: string): (request: Request) => Promise<Response> {
  const root = resolve(folder);
  return async request => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Method not allowed');
    const path = pathOf(request, root);
    if (path === null) return plain(400, 'Bad request');
    const asked = extname(path) === '' ? resolve(root, 'index.html') : path;
    const content = await readFile(asked).catch(() => null);
    if (!content) return plain(404, 'Not found');
    const headers = {
      'content-type': types[extname(asked)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    };
    return new Response(request.method === 'HEAD' ? null : content, { headers });
  };
}

/** The file that an address names; `null` for one outside of the folder. */
function pathOf(request: Request, root: string): string | null {
  try {
    const path = resolve(root, `.${decodeURIComponent(new URL(request.url).pathname)}`);
    return path === root || path.startsWith(root + sep) ? path : null;
  } catch {
    return null;
  }
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
