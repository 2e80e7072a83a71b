import type { BatchEvent } from '../core/batch.js';
import { has } from '../core/own-members.js';
import { batchFromWire, parseJson } from './wire-decode.js';
import { batchToWire } from './wire-encode.js';

/** One message of the event stream; `data` is JSON text. */
export interface EventMessage {
  readonly id?: string | undefined;
  readonly event?: string | undefined;
  readonly data: string;
}

/**
 * Never throws: an event that cannot be read was missed for good, so it asks for `resync`, and an event of a name
 * that we do not know is still a sign of life.
 */
export function eventFromWire(message: EventMessage): BatchEvent {
  const id = message.id ?? null;
  switch (message.event) {
    case 'batch.created':
    case 'batch.updated':
    case 'batch.finished':
      try {
        return { type: message.event, id, batch: batchFromWire(parseJson(message.data)) };
      } catch {
        return { type: 'resync', id };
      }
    case 'resync':
      return { type: 'resync', id };
    default:
      return { type: 'heartbeat', id };
  }
}

/** One frame of `text/event-stream`. */
export function eventToWire(event: BatchEvent): string {
  const id = event.id === null ? '' : `id: ${event.id}\n`;
  const data = has(event, 'batch') ? JSON.stringify(batchToWire(event.batch)) : '{}';
  return `${id}event: ${event.type}\ndata: ${data}\n\n`;
}
