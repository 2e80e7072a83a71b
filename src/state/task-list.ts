import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Page, Task } from '../core/batch.js';
import { toProblem, type Problem } from '../core/problem.js';
import type { TaskQuery } from '../core/view.js';
import { has } from '../core/own-members.js';
import { Loader, type ControllerHost, type LoadStatus } from './loader.js';
import { readableTasks } from './readable.js';
import { sameData } from './same.js';

/** A page of tasks and what it answers to. */
export interface TaskPage {
  readonly query: TaskQuery;
  readonly page: Page<Task>;
}

export interface TaskListOptions {
  readonly failed: (problem: Problem, action: 'load' | 'refresh') => void;
  /** A page was read. Its cursor is not the one asked for where that page is not there any more: then it is the first. */
  readonly loaded: (shown: TaskPage) => void;
}

/**
 * The tasks of one batch, a page at a time. While another page is awaited the last one stays; when it cannot be had,
 * the last one goes, because it would stand under a filter that it does not answer to.
 */
export class TaskList {
  readonly #options: TaskListOptions;
  readonly #loader: Loader<TaskPage>;
  #adapter: BatchSyncAdapter | null = null;
  #id: string | null = null;
  #query: TaskQuery | null = null;

  constructor(host: ControllerHost, options: TaskListOptions) {
    this.#options = options;
    this.#loader = new Loader(host, { settled: status => this.#settled(status) });
  }

  get status(): LoadStatus<TaskPage> {
    const { status } = this.#loader;
    const outdated = status.state === 'stale' && !sameData(status.value.query, this.#query);
    return outdated ? { state: 'failed', problem: status.problem } : status;
  }

  get busy(): boolean {
    return this.#loader.busy;
  }

  /** The page on screen. */
  get shown(): TaskPage | null {
    const { status } = this;
    return has(status, 'value') ? status.value : null;
  }

  /** Lists what `query` asks for; the same again changes nothing. Without an adapter or an id: nothing. */
  follow(adapter: BatchSyncAdapter | null, id: string | null, query: TaskQuery): void {
    const sameBatch = adapter === this.#adapter && id === this.#id;
    if (sameBatch && sameData(query, this.#query)) return;
    if (!sameBatch) this.#loader.reset();
    this.#adapter = adapter;
    this.#id = id;
    this.#query = query;
    void this.reread();
  }

  /** Reads the page on screen again. */
  async reread(): Promise<void> {
    const [adapter, id, query] = [this.#adapter, this.#id, this.#query];
    if (adapter === null || id === null || query === null) return;
    await this.#loader.run(async signal => {
      try {
        return { query, page: readableTasks(await adapter.listTasks(id, query, { signal })) };
      } catch (error) {
        if (query.cursor === null || toProblem(error).code !== 'cursor_expired') throw error;
        const first = { ...query, cursor: null };
        return { query: first, page: readableTasks(await adapter.listTasks(id, first, { signal })) };
      }
    });
  }

  #settled(status: LoadStatus<TaskPage>): void {
    if (status.state === 'failed') this.#options.failed(status.problem, 'load');
    else if (status.state === 'stale') this.#options.failed(status.problem, 'refresh');
    else if (status.state === 'ready') {
      this.#query = status.value.query;
      this.#options.loaded(status.value);
    }
  }
}
