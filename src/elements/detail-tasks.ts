import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { Batch } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { Problem } from '../core/problem.js';
import { completeTaskQuery, paramsFromTaskQuery, taskSortOf } from '../core/task-query.js';
import type { TaskQuery } from '../core/view.js';
import { has } from '../core/own-members.js';
import type { Announcer } from '../state/announcer.js';
import type { ControllerHost } from '../state/loader.js';
import { sameData } from '../state/same.js';
import { SearchDraft } from '../state/search-draft.js';
import { TaskList, type TaskPage } from '../state/task-list.js';
import { taskColumnName } from '../ui/task-columns.js';
import type { TaskListContent } from '../ui/task-list.js';
import type { Words } from '../words/words.js';
import { ask } from './ask.js';

export interface DetailTasksOptions {
  readonly announcer: Announcer;
  readonly words: () => Words;
  readonly definition: () => BatchDefinition;
  /** Tasks on a page where the view says nothing of it. */
  readonly pageSize: () => number;
  /** Shows another view: the element's property, so that the host reads it there. */
  readonly show: (view: TaskQuery) => void;
  readonly failed: (problem: Problem, action: 'load' | 'refresh') => void;
}

/** The tasks of the batch on screen: which are listed, what a person does to the list, and what is said of it. */
export class DetailTasks {
  readonly draft: SearchDraft;
  readonly #host: ControllerHost;
  readonly #options: DetailTasksOptions;
  readonly #list: TaskList;
  #given: Partial<TaskQuery> = {};
  /** Whose further particulars are shown, by the tasks' ids. */
  #opened: ReadonlySet<string> = new Set();
  /** A person asked for other tasks and hears what they got. */
  #asked: readonly (keyof TaskQuery)[] = [];

  constructor(host: ControllerHost, options: DetailTasksOptions) {
    this.#host = host;
    this.#options = options;
    this.draft = new SearchDraft(host, q => this.change({ q }));
    this.#list = new TaskList(host, { loaded: shown => this.#loaded(shown), failed: options.failed });
  }

  get view(): TaskQuery {
    return completeTaskQuery(this.#given, this.#options.pageSize());
  }
  set view(view: Partial<TaskQuery>) {
    this.#given = view;
  }

  get busy(): boolean {
    return this.#list.busy;
  }

  /** How many tasks the view on screen lists, `null` while nobody has counted them. */
  get total(): number | null {
    const { shown } = this.#list;
    return this.#isCurrent ? (shown?.page.total ?? null) : null;
  }

  follow(adapter: BatchSyncAdapter | null, id: string | null): void {
    this.#list.follow(adapter, id, this.view);
  }

  reread(): Promise<void> {
    return this.#list.reread();
  }

  /** Another batch is on screen; `viewGiven`: with a view of its own. */
  leave(viewGiven: boolean): void {
    if (!viewGiven) this.#given = {};
    this.#asked = [];
    this.#opened = new Set();
    this.draft.drop();
  }

  /** Proposes another view, and shows it unless the host keeps that to itself. */
  readonly change = (change: Partial<TaskQuery>): void => {
    const last = this.view;
    const view = { ...last, cursor: null, ...change };
    const changed = (Object.keys(view) as (keyof TaskQuery)[]).filter(key => view[key] !== last[key]);
    if (changed.length === 0) return;
    if (!ask(this.#host, 'batch-sync-view-change', { view, changed, params: paramsFromTaskQuery(view) })) return;
    this.#asked = changed;
    this.#options.show(view);
  };

  content(batch: Batch, level: number): TaskListContent {
    const { status, shown } = this.#list;
    const { view } = this;
    return {
      batch,
      definition: this.#options.definition(),
      level,
      query: view,
      search: this.draft.text ?? view.q,
      page: shown?.page ?? null,
      current: this.#isCurrent,
      problem: has(status, 'problem') ? status.problem : null,
      since: status.state === 'stale' ? status.since : null,
      opened: this.#opened,
      onType: text => this.draft.type(text),
      onCommit: () => this.draft.commit(),
      onClear: () => this.#clearSearch(),
      onChange: this.change,
      onOpen: id => this.#toggle(id),
      onRetry: () => void this.reread(),
    };
  }

  get #isCurrent(): boolean {
    const { shown } = this.#list;
    return shown !== null && sameData(shown.query, this.view);
  }

  /** Where the page of its cursor is not there any more, the first one is shown, and the view says so. */
  #loaded({ query, page }: TaskPage): void {
    if (query.cursor !== this.view.cursor) this.#given = query;
    const asked = this.#asked;
    this.#asked = [];
    const { announcer, words } = this.#options;
    if (asked.length === 0) return;
    const sorted = asked.includes('sort') && asked.every(key => key === 'sort' || key === 'cursor');
    const count = page.total ?? page.items.length;
    announcer.say(sorted ? this.#sortNews(query) : words().t('tasks.count.filtered', { count }));
  }

  #sortNews({ sort }: TaskQuery): string {
    const { words, definition } = this.#options;
    const { key, descending } = taskSortOf(sort);
    const column = taskColumnName(key, definition(), words());
    return words().t(descending ? 'announce.sorted.descending' : 'announce.sorted.ascending', { column });
  }

  #toggle(id: string): void {
    const opened = new Set(this.#opened);
    if (!opened.delete(id)) opened.add(id);
    this.#opened = opened;
    this.#host.requestUpdate();
  }

  #clearSearch(): void {
    this.draft.drop();
    this.change({ q: '' });
    this.#host.shadowRoot?.querySelector<HTMLElement>('.search-input')?.focus();
  }
}
