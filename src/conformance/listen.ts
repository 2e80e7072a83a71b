import type { Batch, BatchEvent } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import { toProblem } from '../core/problem.js';
import { has } from '../core/own-members.js';

/** An event as a connection brought it. */
export interface Heard {
  readonly type: BatchEvent['type'] | (string & {});
  readonly id: string | null;
  readonly batch: Batch | null;
  /** Why its payload cannot be read. */
  readonly fault: string | null;
}

/** Opens a connection of an event stream. */
export type Tune = (signal: AbortSignal, lastEventId: string | null) => AsyncIterable<Heard>;

/** A connection that is being listened to. */
export interface Listening {
  readonly heard: readonly Heard[];
  /** How it ended, `null` while it is open. */
  readonly end: { readonly problem: Problem | null } | null;
  /** Whether the other side let go of it. */
  readonly over: boolean;
  stop(): void;
}

export function listen(tune: Tune, lastEventId: string | null, outer: AbortSignal): Listening {
  const controller = new AbortController();
  const heard: Heard[] = [];
  let end: Listening['end'] = null;
  let over = false;
  const signal = AbortSignal.any([outer, controller.signal]);

  async function hear(): Promise<void> {
    try {
      for await (const event of tune(signal, lastEventId)) heard.push(event);
      end ??= { problem: null };
    } catch (error) {
      end ??= { problem: toProblem(error) };
    } finally {
      over = true;
    }
  }

  void hear();
  return {
    heard,
    get end() {
      return end;
    },
    get over() {
      return over;
    },
    stop() {
      end ??= { problem: null };
      controller.abort();
    },
  };
}

/** The same connections, and each batch that they tell of is told to `observe`. */
export function observed(tune: Tune, observe: (batch: Batch) => void): Tune {
  return async function* (signal, lastEventId) {
    for await (const event of tune(signal, lastEventId)) {
      if (event.batch) observe(event.batch);
      yield event;
    }
  };
}

/** What an adapter yields, as it was heard. `faultOf` says why a batch cannot be read, `null` where it can. */
export async function* heardFrom(
  events: AsyncIterable<BatchEvent>,
  faultOf: (batch: unknown) => string | null,
): AsyncIterable<Heard> {
  for await (const event of events) {
    const batch = has(event, 'batch') ? event.batch : null;
    const fault = batch && faultOf(batch);
    yield { type: event.type, id: event.id, batch: fault === null ? batch : null, fault };
  }
}
