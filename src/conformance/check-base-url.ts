import { resolveBaseUrl } from '../adapter/address.js';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import { toProblem } from '../core/problem.js';
import { createBackend } from './backend.js';
import { createHttpAdapter } from './http/adapter.js';
import { createHttpClient } from './http/client.js';
import type { HttpClient } from './http/client.js';
import { readStream } from './http/stream.js';
import { createWatch } from './http/watch.js';
import { observed } from './listen.js';
import { createNotebook } from './notebook.js';
import { createObserver } from './observer.js';
import type { BaseUrlCheckOptions } from './options.js';
import type { ConformanceReport } from './report.js';
import { runChecks } from './run.js';
import { settingOf } from './setting.js';

/**
 * Checks the HTTP contract under a base URL. Never rejects: a base URL that is none, and a server that cannot be reached
 * or takes the caller for nobody, are the `fault` of the report.
 */
export async function checkBaseUrl(baseUrl: string, options: BaseUrlCheckOptions = {}): Promise<ConformanceReport> {
  let root: string;
  try {
    root = resolveBaseUrl(baseUrl);
  } catch (error) {
    return { ok: false, fault: toProblem(error), results: [], findings: [], madeBatches: [] };
  }
  const { token, checkerToken, readerToken, headers = {} } = options;
  const tokens = [token, checkerToken, readerToken].filter(each => each !== undefined);
  const ending = new AbortController();
  const notebook = createNotebook('http', [...tokens, ...Object.values(headers)]);
  const observer = createObserver('http', notebook);
  const setting = settingOf(options, ending.signal);
  const { timeout, signal, pause } = setting;
  const onAnswer = createWatch(notebook);
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  const clientOf = (bearer: string | undefined): HttpClient =>
    createHttpClient({
      baseUrl: root,
      headers: { ...headers, ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }) },
      send: (input, init) => send(input, init),
      timeout,
      signal,
      pause,
      onAnswer,
    });
  const http = clientOf(token);
  const backendOf = (client: HttpClient) => {
    const adapter: BatchSyncAdapter = { ...createHttpAdapter(client), subscribe: nothingToHear };
    return createBackend({ adapter, observer, timeout, signal });
  };
  try {
    return await runChecks(
      {
        ...setting,
        face: 'http',
        me: backendOf(http),
        checker: checkerToken === undefined ? null : backendOf(clientOf(checkerToken)),
        reader: readerToken === undefined ? null : backendOf(clientOf(readerToken)),
        http,
        tune: observed(
          (listening, lastEventId) => readStream(http, listening, lastEventId),
          batch => observer.batch('subscribe', batch, null),
        ),
      },
      notebook,
      options,
    );
  } finally {
    ending.abort();
  }
}

/** Over HTTP the stream is read message by message instead. */
async function* nothingToHear(): AsyncGenerator<never> {}
