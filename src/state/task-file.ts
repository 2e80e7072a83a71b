import type { Task } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import { exportCsv } from '../core/export.js';
import { ProblemError, toProblem } from '../core/problem.js';
import { defaultTaskQuery, type TaskQuery } from '../core/view.js';
import type { DownloadRequest } from './download.js';
import { readableTasks } from './readable.js';

/** The contract's largest page. */
const pageSize = 1000;

/** How far it is. */
export interface TaskCount {
  done: number;
  /** How many of them the server has not worked on yet. */
  queued: number;
  /** `null` while unknown. */
  total: number | null;
}

/** The file of a batch's tasks, whole; `read` hears of each page, once `count` has it. */
export function taskFile(
  request: DownloadRequest,
  count: TaskCount,
  signal: AbortSignal,
  read: () => void,
): Promise<Blob> {
  const { definition, scope } = request;
  const shape = scope === 'upload' ? uploadShape(definition) : definition;
  return exportCsv(pagesOf(request, count, signal, read), shape, { signal, raw: scope === 'upload' });
}

const statuses = { accepted: 'ACCEPTED', failed: 'FAILED', queued: 'QUEUED', upload: 'FAILED', all: null } as const;

/** The tasks of a file, all pages of them. */
function queryOf({ scope, query }: DownloadRequest): TaskQuery {
  const whole = { ...defaultTaskQuery, limit: pageSize };
  if (scope !== 'filtered') return { ...whole, status: statuses[scope] };
  const { status, errorCode, gateway, q } = query;
  return { ...whole, status, errorCode, gateway, q };
}

async function* pagesOf(
  request: DownloadRequest,
  count: TaskCount,
  signal: AbortSignal,
  read: () => void,
): AsyncGenerator<readonly Task[]> {
  const { adapter, batch, scope } = request;
  const query = queryOf(request);
  const seen = new Set<string>();
  let cursor: string | null = null;
  do {
    const answer = adapter.listTasks(batch.id, { ...query, cursor }, { signal });
    const { items, next, total, unreadable } = readableTasks(await answer.catch(lostPage));
    signal.throwIfAborted();
    if (unreadable) throw incomplete('export_unreadable');
    count.total = total ?? (scope === 'all' ? batch.totalTasks : null);
    for (const task of items) {
      if (seen.has(task.id)) throw incomplete('export_changed');
      seen.add(task.id);
      count.done += 1;
      if (task.status === 'QUEUED') count.queued += 1;
    }
    yield items;
    signal.throwIfAborted();
    read();
    // A server that goes on for ever must not make us do so.
    if (next !== null && items.length === 0) throw incomplete('export_incomplete');
    cursor = next;
  } while (cursor !== null);
  if (count.total !== null && count.done !== count.total) throw incomplete('export_incomplete');
}

/** A list begins anew where its pages are gone; a file does not, since nobody knows what it holds by then. */
function lostPage(error: unknown): never {
  throw toProblem(error).code === 'cursor_expired' ? incomplete('export_changed') : error;
}

function incomplete(code: 'export_incomplete' | 'export_changed' | 'export_unreadable'): ProblemError {
  return new ProblemError({ code, title: 'The export is incomplete', retryable: true });
}

/** The columns of an upload, so that the file can be sent again as it is. */
function uploadShape(definition: BatchDefinition): BatchDefinition {
  const exportColumns = definition.columns.map(({ name }) => ({
    header: name,
    value: (task: Task) => (Object.hasOwn(task.values, name) ? (task.values[name] ?? '') : ''),
  }));
  return { ...definition, exportColumns };
}
