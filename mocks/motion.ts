import { isActive } from '../src/core/status.js';
import type { Clock } from './clock.js';
import type { EventLog, EventType } from './events.js';
import { goOn, nextChange } from './life.js';
import type { BatchRecord } from './records.js';
import type { Store } from './store.js';

/** What the clock does to the batches. */
export interface Motion {
  /** Does everything that fell due, in the order in which it did. */
  settle(): void;
  /** To be told of records that an act changed, and whenever somebody begins or ceases to listen. */
  follow(changed: readonly BatchRecord[]): void;
}

/** Moves when it is asked; by itself only where somebody listens. */
export function createMotion(store: Store, clock: Clock, events: EventLog): Motion {
  const moving = new Set([...store.records.values()].filter(isMoving));
  let stopTimer = () => {};

  function next(): { record: BatchRecord; at: number } | null {
    let first: { record: BatchRecord; at: number } | null = null;
    for (const record of moving) {
      const at = nextChange(record, store.sheetOf(record));
      if (!first || at < first.at) first = { record, at };
    }
    return first;
  }

  function settle(): void {
    const now = clock.now();
    const changed = new Map<BatchRecord, EventType>();
    for (let due = next(); due && due.at <= now; due = next()) {
      const { record, at } = due;
      const wasActive = isActive(record.status);
      goOn(record, store.sheetOf(record), at);
      const ended = wasActive && !isActive(record.status);
      // After a long sleep one event per batch tells all of it, and the end of the work is not to be missed.
      const type = ended || changed.get(record) === 'batch.finished' ? 'batch.finished' : 'batch.updated';
      changed.delete(record);
      changed.set(record, type);
      if (!isMoving(record)) moving.delete(record);
    }
    events.add([...changed].map(([record, type]) => ({ type, batchId: record.id })));
    schedule();
  }

  function schedule(): void {
    stopTimer();
    const due = events.heard ? next() : null;
    stopTimer = due ? clock.after(due.at - clock.now(), settle) : () => {};
  }

  return {
    settle,
    follow(changed) {
      for (const record of changed) {
        if (isMoving(record)) moving.add(record);
        else moving.delete(record);
      }
      schedule();
    },
  };
}

/** Whether the clock may still change a batch by itself. */
function isMoving(record: BatchRecord): boolean {
  return isActive(record.status) || (record.gatewayRun?.state === 'running' && record.gatewayRun.endsAt !== null);
}
