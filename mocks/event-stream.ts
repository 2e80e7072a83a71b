import { eventToWire } from '../src/adapter/wire.js';
import type { BatchEvent } from '../src/core/batch.js';

/** `text/event-stream` of one connection, which is closed when the reader or the requester goes away. */
export function eventStream(open: (push: (event: BatchEvent) => void) => () => void, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let close = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = open(event => controller.enqueue(encoder.encode(eventToWire(event))));
      const onAbort = () => {
        end();
        controller.close();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      close = () => {
        signal.removeEventListener('abort', onAbort);
        end();
      };
    },
    cancel: () => close(),
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Proxies that gather a response before they pass it on would hold the events back.
      'x-accel-buffering': 'no',
    },
  });
}
