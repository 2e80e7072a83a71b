import type { BatchEvent } from '../src/core/batch.js';
import type { Clock } from './clock.js';

const kept = 1000;
const heartbeatMs = 15_000;

export type EventType = 'batch.created' | 'batch.updated' | 'batch.finished';

export interface EventEntry {
  readonly seq: number;
  readonly type: EventType;
  readonly batchId: string;
}

export interface EventLog {
  /** The number of the latest event. */
  readonly seq: number;
  readonly entries: readonly EventEntry[];
  add(events: readonly Omit<EventEntry, 'seq'>[]): void;
  /**
   * One connection. It is told at once what came after `lastEventId` (`resync` where that is not known any more) and
   * then a heartbeat, whose id is the latest event's: so the next connection can ask for what it missed, even if this
   * one never saw an event. `show` makes the snapshot for whoever listens.
   */
  open(connection: {
    readonly lastEventId: string | null;
    readonly show: (entry: EventEntry) => BatchEvent;
    readonly push: (event: BatchEvent) => void;
  }): () => void;
  /** Whether anybody listens. */
  readonly heard: boolean;
}

export function createEventLog(
  clock: Clock,
  before: { readonly seq: number; readonly entries: readonly EventEntry[] } = { seq: 0, entries: [] },
): EventLog {
  let seq = before.seq;
  let entries = [...before.entries];
  const listeners = new Set<(entry: EventEntry) => void>();

  /** What was missed after an id, or `null` where that cannot be told. */
  function since(lastEventId: string): EventEntry[] | null {
    const last = /^\d+$/.test(lastEventId) ? Number(lastEventId) : -1;
    if (last < 0 || last > seq || last < seq - entries.length) return null;
    const missed = entries.filter(entry => entry.seq > last);
    // A snapshot is current: of one batch's updates the last says all.
    const final = new Map(missed.map(entry => [entry.batchId, entry.seq]));
    return missed.filter(entry => entry.type !== 'batch.updated' || final.get(entry.batchId) === entry.seq);
  }

  return {
    get seq() {
      return seq;
    },
    get entries() {
      return entries;
    },
    get heard() {
      return listeners.size > 0;
    },
    add(events) {
      const added = events.map(event => ({ ...event, seq: ++seq }));
      entries = [...entries, ...added].slice(-kept);
      for (const entry of added) for (const listener of [...listeners]) listener(entry);
    },
    open({ lastEventId, show, push }) {
      const current = () => String(seq);
      const missed = lastEventId === null ? [] : since(lastEventId);
      if (missed) for (const entry of missed) push(show(entry));
      else push({ type: 'resync', id: current() });
      push({ type: 'heartbeat', id: current() });
      const listener = (entry: EventEntry) => push(show(entry));
      listeners.add(listener);
      let stop = clock.after(heartbeatMs, beat);
      function beat() {
        push({ type: 'heartbeat', id: current() });
        stop = clock.after(heartbeatMs, beat);
      }
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}

/** A connection as something to iterate: it opens with the first `next()`, and ends when the signal is aborted. */
export async function* iterate(
  open: (push: (event: BatchEvent) => void) => () => void,
  signal: AbortSignal,
): AsyncGenerator<BatchEvent, void, undefined> {
  if (signal.aborted) return;
  const queue: BatchEvent[] = [];
  let wake = () => {};
  const onAbort = () => wake();
  const close = open(event => {
    queue.push(event);
    wake();
  });
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      const event = queue.shift();
      if (event) yield event;
      else await new Promise<void>(resolve => (wake = resolve));
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    close();
  }
}
