import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Batch, Task } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { DownloadScope } from '../core/download-scope.js';
import { ProblemError, toProblem, type Problem } from '../core/problem.js';
import { defaultTaskQuery, type TaskQuery } from '../core/view.js';
import type { ControllerHost } from './loader.js';
import { readableTasks } from './readable.js';
import { SavedFiles } from './saved-file.js';

/** The contract's largest page. */
const pageSize = 1000;

export interface DownloadRequest {
  readonly adapter: BatchSyncAdapter;
  readonly batch: Batch;
  readonly definition: BatchDefinition;
  readonly scope: DownloadScope;
  /** What is listed: the tasks of `filtered`. Files are in file order, whatever the list's. */
  readonly query: TaskQuery;
}

export interface DownloadedFile {
  readonly fileName: string;
  readonly tasks: number;
  /** How many of them the server had not worked on yet. */
  readonly queued: number;
}

export type DownloadStatus =
  /** Next: `running`. */
  | { readonly state: 'idle' }
  /** `total` is `null` while unknown. Next: `done`, `failed`, or `idle` when canceled. */
  | {
      readonly state: 'running';
      readonly scope: DownloadScope;
      readonly fileName: string;
      readonly done: number;
      readonly total: number | null;
    }
  /** The file was handed to the browser. Next: `running` or `idle`. */
  | { readonly state: 'done'; readonly scope: DownloadScope; readonly file: DownloadedFile }
  /** There is no file. `found` of `total` tasks were read. Next: `running` or `idle`. */
  | {
      readonly state: 'failed';
      readonly scope: DownloadScope;
      readonly problem: Problem;
      readonly found: number;
      readonly total: number | null;
    };

const statuses = { accepted: 'ACCEPTED', failed: 'FAILED', queued: 'QUEUED', upload: 'FAILED', all: null } as const;

/** The tasks of a file, all pages of them. */
function queryOf({ scope, query }: DownloadRequest): TaskQuery {
  const whole = { ...defaultTaskQuery, limit: pageSize };
  if (scope !== 'filtered') return { ...whole, status: statuses[scope] };
  const { status, errorCode, gateway, q } = query;
  return { ...whole, status, errorCode, gateway, q };
}

/**
 * A file of a batch's tasks, read page by page: complete or absent. A page that fails, that cannot be read whole, or
 * a sum that is not the server's total makes no file.
 */
export class Download implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #files: SavedFiles;
  #status: DownloadStatus = { state: 'idle' };
  #abort: AbortController | null = null;

  constructor(host: ControllerHost) {
    this.#host = host;
    this.#files = new SavedFiles(host);
    host.addController(this);
  }

  get status(): DownloadStatus {
    return this.#status;
  }

  /** Answers with the file that was saved, or with `null` where there is none; `failed` hears why. */
  async start(request: DownloadRequest, failed: (problem: Problem) => void): Promise<DownloadedFile | null> {
    if (this.#abort !== null) return null;
    const { signal } = (this.#abort = new AbortController());
    const { scope, definition } = request;
    const fileName = fileNameOf(definition, scope);
    const count = { done: 0, queued: 0, total: null as number | null };
    this.#write({ state: 'running', scope, fileName, done: 0, total: null });
    try {
      // Not needed before; where it cannot be had, there is no file, and a retry asks for it again.
      const { exportCsv } = await import('../core/export.js');
      signal.throwIfAborted();
      const pages = this.#pages(request, count, signal);
      const shape = scope === 'upload' ? uploadShape(definition) : definition;
      const blob = await exportCsv(pages, shape, { signal, raw: scope === 'upload' });
      signal.throwIfAborted();
      const file = { fileName, tasks: count.done, queued: count.queued };
      this.#files.save(blob, fileName);
      this.#end({ state: 'done', scope, file });
      return file;
    } catch (error) {
      if (signal.aborted) return null;
      const problem = toProblem(error);
      this.#end({ state: 'failed', scope, problem, found: count.done, total: count.total });
      failed(problem);
      return null;
    }
  }

  /** Gives up what is under way and forgets what was. */
  cancel(): void {
    this.#abort?.abort();
    this.#end({ state: 'idle' });
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.cancel();
    });
  }

  async *#pages(
    request: DownloadRequest,
    count: { done: number; queued: number; total: number | null },
    signal: AbortSignal,
  ): AsyncGenerator<readonly Task[]> {
    const { adapter, batch, definition, scope } = request;
    const fileName = fileNameOf(definition, scope);
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
      this.#write({ state: 'running', scope, fileName, done: count.done, total: count.total });
      // A server that goes on for ever must not make us do so.
      if (next !== null && items.length === 0) throw incomplete('export_incomplete');
      cursor = next;
    } while (cursor !== null);
    if (count.total !== null && count.done !== count.total) throw incomplete('export_incomplete');
  }

  #end(status: DownloadStatus): void {
    this.#abort = null;
    this.#write(status);
  }

  #write(status: DownloadStatus): void {
    if (status.state === 'idle' && this.#status.state === 'idle') return;
    this.#status = status;
    this.#host.requestUpdate();
  }
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

/** `batch_sync.csv`, or `batch_sync_failed.csv` for a part of it. */
function fileNameOf({ exportFileName }: BatchDefinition, scope: DownloadScope): string {
  return scope === 'all' ? exportFileName : exportFileName.replace(/(\.[^.]*)?$/, extension => `_${scope}${extension}`);
}
