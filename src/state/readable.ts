import type { Batch, Breakdown, Page, Task } from '../core/batch.js';
import { ProblemError } from '../core/problem.js';

// An adapter of the host's may be plain JavaScript: what cannot be drawn is left out and counted, or a problem.

/** Throws a `ProblemError` `unreadable` for what is no batch. */
export function readableBatch(batch: Batch): Batch {
  if (!isReadableBatch(batch)) throw unreadable('batch');
  return batch;
}

/** Whether it can be drawn. */
export function isReadableBatch(batch: Batch | null | undefined): batch is Batch {
  if (!isObject(batch)) return false;
  const { id, fileName, status, tasks, childIds, acceptedWarnings } = batch;
  const texts = [id, fileName, status].every(text => typeof text === 'string');
  return texts && isObject(tasks) && Array.isArray(childIds) && Array.isArray(acceptedWarnings);
}

/** Throws a `ProblemError` `unreadable` for what is no page; a task that cannot be drawn is left out and counted. */
export function readableTasks(page: Page<Task>): Page<Task> {
  const { items } = asObject(page, 'page');
  if (!Array.isArray(items)) throw unreadable('page');
  const readable = (items as readonly (Task | null)[]).filter(task => isReadableTask(task));
  const lost = items.length - readable.length;
  return lost === 0 ? page : { ...page, items: readable, unreadable: (page.unreadable ?? 0) + lost };
}

/** Throws a `ProblemError` `unreadable` for what counts nothing. */
export function readableBreakdown(breakdown: Breakdown): Breakdown {
  const { failures, gateways, externalSystems } = asObject(breakdown, 'breakdown');
  if (![failures, gateways, externalSystems].every(Array.isArray)) throw unreadable('breakdown');
  return {
    failures: failures.filter(group => isObject(group) && typeof group.code === 'string'),
    gateways: gateways.filter(group => isObject(group) && typeof group.name === 'string'),
    externalSystems: externalSystems.filter(group => isObject(group) && typeof group.name === 'string'),
  };
}

function isReadableTask(task: Task | null): task is Task {
  return isObject(task) && typeof task.id === 'string' && typeof task.status === 'string' && isObject(task.values);
}

function asObject<Value>(value: Value, name: string): Value {
  if (!isObject(value)) throw unreadable(name);
  return value;
}

function isObject<Value>(value: Value): value is NonNullable<Value> {
  return typeof value === 'object' && value !== null;
}

function unreadable(name: string): ProblemError {
  return new ProblemError({ code: 'unreadable', title: 'The answer cannot be read', detail: name, retryable: true });
}
