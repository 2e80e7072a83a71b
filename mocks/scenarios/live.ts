import { wait } from '../clock.js';
import { refusal } from './refusal.js';
import type { Scenario, Scenarios, Surroundings } from './scenario.js';

/** A stream's answer made into another. */
function streams(label: string, change: (response: Response, surroundings: Surroundings) => Response): Scenario {
  return {
    label,
    intercept: surroundings => async (request, next, path) => {
      const response = await next(request);
      return path === '/events' && response.ok ? change(response, surroundings) : response;
    },
  };
}

type Events = (whole: AsyncGenerator<string>, left: AbortSignal) => AsyncGenerator<string>;

/** The events of an answer as `change` tells them, until the reader leaves. */
function through(response: Response, change: Events): Response {
  const gone = new AbortController();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const leave = async () => {
    gone.abort();
    await reader?.cancel().catch(() => undefined);
  };
  const parts = change(eventsOf(reader), gone.signal);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (!done) return controller.enqueue(encoder.encode(value));
      if (!gone.signal.aborted) controller.close();
      await leave();
    },
    cancel: leave,
  });
  return new Response(body, { headers: response.headers });
}

/** Whole events, one after the other, as the server writes them. */
async function* eventsOf(reader: ReadableStreamDefaultReader<string> | undefined): AsyncGenerator<string> {
  let text = '';
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    text += next.value;
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) yield `${part}\n\n`;
  }
}

/** What becomes of the live connection. */
export const liveScenarios = {
  'stream-cut': streams('Live connection cut every few seconds', (response, { clock }) =>
    through(response, async function* (events, left) {
      const cut = wait(clock, 4000, left).catch(() => undefined);
      for (;;) {
        const next = await Promise.race([events.next(), cut]);
        if (!next || next.done) return;
        yield next.value;
      }
    }),
  ),
  'stream-silent': streams('Live connection says nothing', ({ body, headers }) => {
    const silence = new TransformStream<Uint8Array, Uint8Array>({ transform() {} });
    return new Response(body?.pipeThrough(silence) ?? null, { headers });
  }),
  'stream-disordered': streams('Live events doubled and out of order', response =>
    through(response, async function* (events) {
      let held: string | null = null;
      for await (const event of events) {
        if (event.includes('heartbeat')) yield event;
        else if (held === null) held = event;
        else {
          yield* [event, held, event];
          held = null;
        }
      }
    }),
  ),
  'stream-refused': {
    label: 'Live connection refused',
    intercept: () => async (request, next, path) =>
      path === '/events'
        ? refusal({ code: 'forbidden', status: 403, title: 'No live connection from here' })
        : next(request),
  },
} as const satisfies Scenarios;
