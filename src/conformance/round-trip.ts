import {
  batchFromWire,
  batchToWire,
  breakdownFromWire,
  breakdownToWire,
  capabilitiesFromWire,
  capabilitiesToWire,
  pageFromWire,
  pageToWire,
  taskFromWire,
  taskToWire,
} from '../adapter/wire.js';
import type { Batch, Breakdown, Capabilities, Page, Task } from '../core/batch.js';
import { ProblemError } from '../core/problem.js';
import type { CallName } from './calls.js';
import { short } from './text.js';

const batch = (value: unknown) => batchFromWire(batchToWire(value as Batch));
const task = (value: unknown) => taskFromWire(taskToWire(value as Task));

function page(value: unknown, item: (value: unknown) => unknown): void {
  // A page whose items cannot be read drops them; here the first of them is named.
  const whole = pageFromWire(
    pageToWire(value as Page<unknown>, each => each),
    each => each,
  );
  whole.items.forEach(item);
}

/** Each takes what an adapter answered to the wire and back, and throws where it does not arrive. */
const trips: Readonly<Record<CallName, (value: unknown) => void>> = {
  capabilities: value => capabilitiesFromWire(capabilitiesToWire(value as Capabilities)),
  listBatches: value => page(value, batch),
  findBatches: value => (value as readonly unknown[]).forEach(batch),
  createBatch: batch,
  getBatch: batch,
  breakdown: value => breakdownFromWire(breakdownToWire(value as Breakdown)),
  listTasks: value => page(value, task),
  findTasks: value => page(value, task),
  syncWithGateway: batch,
  retryFailed: batch,
  cancelBatch: batch,
  decide: batch,
  subscribe: batch,
};

/** What of an adapter's own objects is missing or mistyped, `null` where nothing is. */
export function faultOf(call: CallName, value: unknown): string | null {
  try {
    trips[call](value);
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.detail ?? error.title;
    return `it cannot be read: ${short(String(error))}`;
  }
}
