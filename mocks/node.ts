import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createBackend } from './backend.js';
import type { BackendOptions } from './backend.js';
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

export interface MockServerOptions extends BackendOptions {
  /** Served beside the contract; an address without a file is the page's own to route. */
  readonly staticDir?: string;
  /** Sent with every answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type MockListener = (request: IncomingMessage, response: ServerResponse) => void;

/** The contract for Node's `http`, and a folder of files beside it. */
export function createMockListener(options: MockServerOptions = {}): MockListener {
  const { staticDir, headers = {}, ...backendOptions } = options;
  const { handle, basePath } = createBackend(backendOptions);
  const files = staticDir === undefined ? null : createStaticFiles(staticDir);
  return (incoming, outgoing) => {
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    const request = toRequest(incoming, outgoing);
    const ours = new URL(request.url).pathname.startsWith(`${basePath}/`);
    const answer = files && !ours ? files(request) : handle(request);
    answer.then(
      response => send(response, outgoing),
      // An aborted request has nobody left to be told.
      () => outgoing.destroy(),
    );
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
