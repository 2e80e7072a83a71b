import type { Batch, Page, Task } from '../core/batch.js';
import { batchStatuses, isBatchStatus, isTerminal, taskStatuses } from '../core/status.js';
import type { CallName, Face } from './calls.js';
import { answerChecks } from './checks/answers.js';
import type { Notebook } from './notebook.js';
import { faultOf } from './round-trip.js';
import { short } from './text.js';

/** Looks at all that comes back in a run, whichever check asked for it. */
export interface Observer {
  /** Why an answer cannot be read, `null` where it can. Over HTTP its payload was looked at before. */
  fault(call: CallName, value: unknown): string | null;
  /** What was read. */
  batch(call: CallName, batch: Batch, requestId: string | null): void;
  batches(call: CallName, page: Page<Batch>, requestId: string | null): void;
  tasks(call: CallName, page: Page<Task>, requestId: string | null): void;
  rejected(call: CallName, error: unknown): void;
}

/** What was seen of a batch, by version. */
interface Seen {
  readonly contents: Map<number, string>;
  ended: { readonly version: number; readonly status: string } | null;
}

export function createObserver(face: Face, notebook: Notebook): Observer {
  const seen = new Map<string, Seen>();

  function batch(call: CallName, given: Batch, requestId: string | null): void {
    for (const found of figureFaults(given)) {
      const expected = 'whole numbers from 0; accepted + failed + queued not above total_tasks';
      notebook.note(answerChecks.figures, { call, expected, found: `batch ${short(given.id)}: ${found}`, requestId });
    }
    if (!isBatchStatus(given.status)) {
      const found = `batch ${short(given.id)}: ${short(given.status)}`;
      notebook.note(answerChecks.statuses, { call, expected: batchStatuses.join(', '), found, requestId });
    }
    const found = versionFault(given);
    if (found === null) return;
    const expected = 'another version for every change; what has ended stays as it ended';
    notebook.note(answerChecks.versions, { call, expected, found: `batch ${short(given.id)}: ${found}`, requestId });
  }

  function versionFault({ id, version, status, tasks, totalTasks, updatedAt, childIds }: Batch): string | null {
    const entry: Seen = seen.get(id) ?? { contents: new Map(), ended: null };
    seen.set(id, entry);
    const content = JSON.stringify([status, totalTasks, tasks, updatedAt, childIds]);
    const before = entry.contents.get(version) ?? content;
    entry.contents.set(version, before);
    if (before !== content) return `version ${version} was ${short(before)} and is ${short(content)}`;
    const { ended } = entry;
    if (ended && version >= ended.version && status !== ended.status) {
      return `it was ${ended.status} in version ${ended.version} and is ${short(status)} in version ${version}`;
    }
    if (isTerminal(status) && (!ended || version < ended.version)) entry.ended = { version, status };
    return null;
  }

  function task(call: CallName, given: Task, requestId: string | null): void {
    if (!(taskStatuses as readonly string[]).includes(given.status)) {
      const found = `task ${short(given.id)}: ${short(given.status)}`;
      notebook.note(answerChecks.statuses, { call, expected: taskStatuses.join(', '), found, requestId });
    }
  }

  return {
    fault(call, value) {
      const found = face === 'adapter' ? faultOf(call, value) : null;
      if (found !== null) notebook.note(answerChecks.readable, { call, expected: 'every member of its type', found });
      return found;
    },
    batch,
    batches(call, page, requestId) {
      for (const each of page.items) batch(call, each, requestId);
    },
    tasks(call, page, requestId) {
      for (const each of page.items) task(call, each, requestId);
    },
    rejected(call, error) {
      if (face !== 'adapter' || isProblem(error)) return;
      const found = short(String(error));
      notebook.note(answerChecks.rejections, { call, expected: 'a Problem with code and status', found });
    },
  };
}

function* figureFaults({ tasks, totalTasks, totalRecords, version }: Batch): Iterable<string> {
  const figures = { ...tasks, total_tasks: totalTasks, total_records: totalRecords, version };
  for (const [name, value] of Object.entries(figures)) {
    if (!Number.isSafeInteger(value) || value < 0) yield `${name} is ${value}`;
  }
  const sum = tasks.accepted + tasks.failed + tasks.queued;
  if (sum > totalTasks) {
    yield `${tasks.accepted} + ${tasks.failed} + ${tasks.queued} = ${sum}, and total_tasks is ${totalTasks}`;
  }
}

function isProblem(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, status } = error as { code?: unknown; status?: unknown };
  return typeof code === 'string' && typeof status === 'number';
}
