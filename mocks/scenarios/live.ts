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

function through(response: Response, events: (body: ReadableStream<string>) => AsyncGenerator<string>): Response {
  const parts = events(response.body?.pipeThrough(new TextDecoderStream()) ?? new ReadableStream());
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void parts.return(undefined),
  });
  return new Response(body, { headers: response.headers });
}

/** Whole events, one after the other, as the server writes them. */
async function* eventsOf(body: ReadableStream<string>): AsyncGenerator<string> {
  let text = '';
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += value;
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) yield `${part}\n\n`;
  }
}

/** What becomes of the live connection. */
export const liveScenarios = {
  'stream-cut': streams('Live connection cut every few seconds', (response, { clock }) =>
    through(response, async function* (body) {
      const left = new AbortController();
      const cut = wait(clock, 4000, left.signal)
        .catch(() => undefined)
        .then(() => null);
      const events = eventsOf(body);
      try {
        for (;;) {
          const next = await Promise.race([events.next(), cut]);
          if (next === null || next.done) return;
          yield next.value;
        }
      } finally {
        left.abort();
        void body.cancel().catch(() => undefined);
      }
    }),
  ),
  'stream-silent': streams('Live connection says nothing', ({ body, headers }) => {
    const silence = new TransformStream<Uint8Array, Uint8Array>({ transform() {} });
    return new Response(body?.pipeThrough(silence) ?? null, { headers });
  }),
  'stream-disordered': streams('Live events doubled and out of order', response =>
    through(response, async function* (body) {
      let held: string | null = null;
      for await (const event of eventsOf(body)) {
        if (event.includes('heartbeat') || held === null) {
          if (event.includes('heartbeat')) yield event;
          else held = event;
          continue;
        }
        yield event;
        yield held;
        yield event;
        held = null;
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
