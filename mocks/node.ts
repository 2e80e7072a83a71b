import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createBackend } from './backend.js';
import type { Backend, BackendOptions } from './backend.js';
import { connectionFaults } from './connections.js';
import type { ConnectionName } from './connections.js';
import { createStaticFiles } from './static-files.js';

/** The content security policy under which the built demo works without a violation. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

// For whoever loads this module by itself: a second copy of these would not know this one's problems.
export { createBackend } from './backend.js';
export { createManualClock } from './clock.js';
export { connectionFaults, isConnectionName } from './connections.js';
export type { ConnectionName } from './connections.js';
export { createEngine } from './engine.js';

export interface MockServerOptions extends BackendOptions {
  /** What befalls connections to the contract. */
  readonly connection?: ConnectionName | undefined;
  /** Served beside the contract; an address without a file is the page's own to route. */
  readonly staticDir?: string;
  /** Sent with every answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type MockListener = (request: IncomingMessage, response: ServerResponse) => void;

/** The contract for Node's `http`, and a folder of files beside it. A backend of one's own may be shared. */
export function createMockListener(
  { connection, staticDir, headers = {}, ...backendOptions }: MockServerOptions = {},
  { engine, handle, basePath }: Backend = createBackend(backendOptions),
): MockListener {
  const meet = connection === undefined ? null : connectionFaults[connection].begin();
  const files = staticDir === undefined ? null : createStaticFiles(staticDir);
  return (incoming, outgoing) => {
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    const request = toRequest(incoming, outgoing);
    const { pathname } = new URL(request.url);
    const isOurs = pathname.startsWith(`${basePath}/`);
    const answer = async (asked = request) => (files && !isOurs ? files(asked) : handle(asked));
    const respond = (response: Response) => send(response, outgoing);
    const path = pathname.slice(basePath.length);
    const ended =
      isOurs && meet
        ? meet({ request, path, outgoing, clock: engine.clock, answer, send: respond })
        : answer().then(respond);
    // An aborted request has nobody left to be told.
    ended.catch(() => outgoing.destroy());
  };
}

/** The same as a server that does not listen yet: `listen(port, '127.0.0.1')`. */
export function createMockServer(options: MockServerOptions = {}): Server {
  return createServer(createMockListener(options));
}

function toRequest(incoming: IncomingMessage, outgoing: ServerResponse): Request {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each);
  }
  const bodiless = incoming.method === 'GET' || incoming.method === 'HEAD';
  return new Request(new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`), {
    method: incoming.method ?? 'GET',
    headers,
    signal: gone.signal,
    ...(!bodiless && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' }),
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  outgoing.once('close', () => void reader?.cancel());
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) outgoing.write(part.value);
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}
