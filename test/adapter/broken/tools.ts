import type { EngineOptions, Handle } from '../../../mocks/index.js';
import type { BaseUrlCheckOptions } from '../../../src/conformance/index.js';
import type { World } from '../conformance-support.js';
import { answer } from '../fixtures.js';

// How a backend is made that breaks the contract in one way.

export type Json = Record<string, unknown>;
export type Intercept = (next: Handle, world: World) => Handle;
type Only = BaseUrlCheckOptions['only'];

export interface Broken {
  readonly name: string;
  /** Every check that is to find something; no other may. */
  readonly breaks: readonly string[];
  /** The call that the first finding of the first check names. */
  readonly call: string;
  readonly only: Only;
  readonly makerChecker?: boolean;
  readonly engine?: EngineOptions;
  readonly options?: BaseUrlCheckOptions;
  readonly intercept: Intercept;
}

export const pathOf = (request: Request) => new URL(request.url).pathname.replace('/v1/batch-sync', '');
export const queryOf = (request: Request) => new URL(request.url).searchParams;
export const isList = (request: Request) => request.method === 'GET' && pathOf(request) === '/batches';
export const isUpload = (request: Request) => request.method === 'POST' && pathOf(request) === '/batches';
export const isTasks = (request: Request) => /^\/batches\/[^/]+\/tasks$/.test(pathOf(request));
export const isEvents = (request: Request) => pathOf(request) === '/events';
export const isAct = (name: string) => (request: Request) => pathOf(request).endsWith(`/${name}`);
export const always = () => true;

/** Changes the answers to some requests; `change` alters the payload, or gives another answer. */
export function answers(
  matches: (request: Request) => boolean,
  change: (payload: Json, response: Response, request: Request) => Response | void,
): Intercept {
  return next => async request => {
    const response = await next(request.clone());
    if (!matches(request) || !/json/.test(response.headers.get('content-type') ?? '')) return response;
    const payload = (await response.json()) as Json;
    const other = change(payload, response, request);
    return other ?? answer(JSON.stringify(payload), response);
  };
}

/** Changes what some requests ask for. */
export function questions(matches: (request: Request) => boolean, change: (query: URLSearchParams) => void): Intercept {
  return next => request => {
    if (!matches(request)) return next(request);
    const url = new URL(request.url);
    change(url.searchParams);
    return next(new Request(url, request));
  };
}

/** Each batch of an answer. */
export function eachBatch(payload: Json, change: (batch: Json) => void): void {
  if ('file_name' in payload) change(payload);
  for (const item of (payload['data'] as Json[] | undefined) ?? []) if ('file_name' in item) change(item);
}

/** Changes the text of the event stream, message by message; `null` drops one. */
export function stream(change: (message: string) => string | null): Intercept {
  return next => async request => {
    const response = await next(request);
    if (!isEvents(request) || !response.ok || !response.body) return response;
    const messages = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(
      new TransformStream<string, Uint8Array>({
        transform(text, controller) {
          for (const message of text.split(/(?<=\n\n)/)) {
            const changed = change(message);
            if (changed !== null) controller.enqueue(new TextEncoder().encode(changed));
          }
        },
      }),
    );
    return new Response(messages, { headers: response.headers });
  };
}

export async function withField(request: Request, change: (request: Json) => void): Promise<Request> {
  const form = await request.formData();
  const details = JSON.parse(form.get('request') as string) as Json;
  change(details);
  form.set('request', JSON.stringify(details));
  const headers = new Headers(request.headers);
  headers.delete('content-type');
  return new Request(request.url, { method: 'POST', headers, body: form });
}

export const indian = (time: string) =>
  new Date(Date.parse(time) + 5.5 * 3_600_000).toISOString().replace('Z', '+05:30');

export function shift(query: URLSearchParams, name: string, milliseconds: number): void {
  const time = query.get(name);
  if (time) query.set(name, new Date(Date.parse(time) + milliseconds).toISOString());
}
