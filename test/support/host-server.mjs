// The server of an app in test/hosts/: its files, or what it renders itself, beside the contract on a mock backend that
// wants a token which may end at any time.
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import { loadMockShell } from './mock-shell.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {{method: string, path: string, token: string | undefined, status: number, open: boolean}} Seen */

/**
 * @param {{files: string} | {port: number}} app a folder, or where the app listens
 * @param {Record<string, string>} headers
 */
export async function startHostServer(app, headers = {}) {
  const { createBackend, createMockListener } = await loadMockShell();
  const backend = createBackend({ seed: 7 });
  const staticDir = 'files' in app ? app.files : undefined;
  const answer = createMockListener({ headers, ...(staticDir && { staticDir }) }, backend);
  /** @type {Seen[]} */
  const seen = [];
  let session = 1;

  const server = createServer((request, response) => {
    const { method = '', url: path = '/' } = request;
    if (path === '/favicon.ico') return response.writeHead(204).end();
    if (path === '/session' && method === 'POST') return sendJson(response, 200, { token: `token-${session}` });
    if (!path.startsWith(`${backend.basePath}/`)) {
      if (!('port' in app)) return answer(request, response);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      return forward(app.port, request, response);
    }
    const token = request.headers.authorization?.replace(/^Bearer /, '');
    const entry = { method, path: path.slice(backend.basePath.length), token, status: 0, open: true };
    seen.push(entry);
    response.once('close', () => Object.assign(entry, { open: false, status: response.statusCode }));
    if (token !== `token-${session}`) return sendJson(response, 401, { status: 401, code: 'unauthorized' });
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  return {
    address: `http://localhost:${port}/`,
    /** Every request of the contract. */
    seen,
    get batches() {
      return backend.engine.snapshot().records.length;
    },
    /** Every token that was given ends, and with them what is open. */
    endSession() {
      session += 1;
      server.closeIdleConnections();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @param {Response} response @param {number} status @param {unknown} content */
function sendJson(response, status, content) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(content));
}

/** The app's server may only just be starting. @param {number} port @param {Request} request @param {Response} response */
function forward(port, request, response, tries = 200) {
  const { method, url: path, headers } = request;
  const onwards = ask({ port, host: '127.0.0.1', method, path, headers }, answer => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onwards.once('error', () => {
    if (tries > 0) setTimeout(forward, 50, port, request, response, tries - 1);
    else response.writeHead(502).end();
  });
  onwards.end();
}
