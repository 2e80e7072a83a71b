import type { ReactiveController } from 'lit';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { DownloadScope } from '../core/download-scope.js';
import { lateImport } from '../core/late-import.js';
import { toProblem, type Problem } from '../core/problem.js';
import type { TaskQuery } from '../core/view.js';
import type { ControllerHost } from './loader.js';
import { SavedFiles } from './saved-file.js';
import type { TaskCount } from './task-file.js';

const loadTaskFile = lateImport(() => import('./task-file.js'));

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
    const count: TaskCount = { done: 0, queued: 0, total: null };
    this.#write({ state: 'running', scope, fileName, done: 0, total: null });
    try {
      // Not needed before; where it cannot be had, there is no file, and a retry asks for it again.
      const { taskFile } = await loadTaskFile();
      signal.throwIfAborted();
      const blob = await taskFile(request, count, signal, () => {
        this.#write({ state: 'running', scope, fileName, done: count.done, total: count.total });
      });
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

/** `batch_sync.csv`, or `batch_sync_failed.csv` for a part of it. */
function fileNameOf({ exportFileName }: BatchDefinition, scope: DownloadScope): string {
  return scope === 'all' ? exportFileName : exportFileName.replace(/(\.[^.]*)?$/, extension => `_${scope}${extension}`);
}
