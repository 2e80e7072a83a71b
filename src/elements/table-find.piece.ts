import type { TemplateResult } from 'lit';
import type { Batch, Page, Task } from '../core/batch.js';
import { matchIn, verdictOn } from '../core/find-tasks.js';
import type { FindQuery } from '../core/find-tasks.js';
import type { Problem } from '../core/problem.js';
import type { TaskQuery } from '../core/view.js';
import { has } from '../core/own-members.js';
import type { ControllerHost } from '../state/loader.js';
import { sameData } from '../state/same.js';
import { TaskFinder, type FoundTasks } from '../state/task-finder.js';
import { findPanel, tasksFound } from '../ui/find-panel.js';
import type { FindPanelActs, FindPanelModel } from '../ui/find-panel.js';
import { statusText } from '../ui/status.js';
import { found } from '../ui/styles/index.js';
import { spokenPage } from '../ui/table-pager.js';
import { found as foundEnglish } from '../words/en/found.js';
import { describeProblem } from '../words/index.js';
import type { Words } from '../words/words.js';
import { ask, tellProblem } from './ask.js';
import type { PieceContents } from './pieces.js';
import type { FindPlace, TableFindOptions } from './table-find.js';
import { RequestIdCopy } from './table-request-id.js';

export const styles = [found];

/** Tasks on a page until the person says otherwise. */
const pageSize = 20;
/** Pixels of what was found that are seen at least. */
const leastSeen = 160;

/** What is found by an id, in the place of the batches, and the way from there to a batch. */
export class OrderFinder implements PieceContents {
  readonly words = foundEnglish;
  readonly styles = styles;
  readonly #host: ControllerHost;
  readonly #options: TableFindOptions;
  readonly #finder: TaskFinder;
  readonly #requestId: RequestIdCopy;
  /** The task from which a batch was opened. */
  #left: string | null = null;

  constructor(host: ControllerHost, options: TableFindOptions) {
    this.#host = host;
    this.#options = options;
    this.#finder = new TaskFinder(host, {
      known: options.find,
      adopt: batch => options.settings.adopt([batch])[0] ?? batch,
      found: tasks => this.#found(tasks),
      failed: (problem, asked) => this.#failed(problem, asked),
    });
    this.#requestId = new RequestIdCopy(host, options);
  }

  /** Whether something is looked for. */
  get open(): boolean {
    return this.#finder.query !== null;
  }

  /** Whether there are times on screen. */
  get hasRows(): boolean {
    return (this.#finder.shown?.page.items.length ?? 0) > 0;
  }

  /** What was found; `null` while nothing is looked for. */
  panel(place: FindPlace, close: FindPanelActs['close']): TemplateResult | null {
    const { query } = this.#finder;
    if (query === null) return null;
    const acts: FindPanelActs = {
      close,
      open: (task, event) => this.#open(task, event),
      page: change => this.#ask(change),
      retry: () => this.#ask({}),
      copyRequestId: id => void this.#requestId.copy(id),
    };
    return findPanel(this.#model(query, place), acts, this.#options.words());
  }

  /** The link from which a batch was opened. */
  get linkLeft(): Element | null {
    if (!this.open || this.#left === null) return null;
    return this.#host.shadowRoot?.querySelector(`[data-task="${CSS.escape(this.#left)}"] .file-link`) ?? null;
  }

  find(q: string): void {
    this.#left = null;
    this.#finder.find({ q, cursor: null, limit: this.#finder.query?.limit ?? pageSize });
  }

  take(batches: readonly Batch[]): void {
    this.#finder.take(batches);
  }

  rereadSoon(): void {
    this.#finder.rereadSoon();
  }

  /** Reads what was found again. Never rejects. */
  refresh(): Promise<void> {
    return this.#finder.refresh();
  }

  close(): void {
    this.#left = null;
    this.#finder.close();
  }

  /** Asks by this adapter from now on; another one, or none, ends the search. */
  follow(adapter: Parameters<TaskFinder['follow']>[0]): void {
    this.#finder.follow(adapter);
  }

  #model(query: FindQuery, place: FindPlace): FindPanelModel {
    const { status, shown } = this.#finder;
    const { settings } = this.#options;
    return {
      ...place,
      query,
      definition: settings.definition,
      page: shown?.page ?? null,
      current: shown !== null && sameData(shown.query, query),
      verdict: shown === null ? null : verdictOn(query.q, shown.page),
      problem: has(status, 'problem') ? status.problem : null,
      requestIdCopied: this.#requestId.copied,
      since: status.state === 'stale' ? status.since : null,
      batch: id => this.#finder.batch(id),
      href: task => settings.linkTo({ kind: 'batch', id: task.batchId, tasks: this.#tasksOf(task) }),
    };
  }

  #ask(change: Partial<FindQuery>): void {
    const { query } = this.#finder;
    if (query !== null) this.#finder.find({ ...query, ...(change.limit && { cursor: null }), ...change });
  }

  #found({ query, page }: FoundTasks): void {
    const { announcer, words: wordsNow } = this.#options;
    const words = wordsNow();
    const spoken = spokenPage(page, query.cursor === null, words, tasksFound);
    announcer.say([spoken, ...spokenVerdict(query.q, page, words)].join('. '));
    void this.#bringIntoView();
  }

  #failed(problem: Problem, asked: boolean): void {
    const words = this.#options.words();
    tellProblem(this.#host, problem, 'find');
    const sentence = `${words.t('find.error.heading')}. ${describeProblem(problem, words)}`;
    if (!asked) return;
    this.#options.announcer.say(sentence);
    void this.#bringIntoView();
  }

  /** On a small screen the answer begins beneath the fold, and nothing would seem to happen. */
  async #bringIntoView(): Promise<void> {
    await this.#host.updateComplete;
    const head = this.#host.shadowRoot?.querySelector('.found-head');
    if (head && head.getBoundingClientRect().top > window.innerHeight - leastSeen) head.scrollIntoView();
  }

  #open(task: Task, event: Event): void {
    const { batchId: id } = task;
    const tasks = this.#tasksOf(task);
    const { provider } = this.#options.settings;
    this.#left = task.id;
    const goesOn = ask(this.#host, 'batch-sync-open', { id, batch: this.#finder.batch(id), tasks });
    if (!goesOn || (provider !== null && provider.open(id, tasks) !== false)) event.preventDefault();
  }

  /** Which tasks of its batch are shown to whoever comes from this one: itself. */
  #tasksOf(task: Task): Partial<TaskQuery> {
    return { q: matchIn(task, this.#finder.query?.q ?? '') };
  }
}

/** What a person looked for, without having to go through the rows. */
function spokenVerdict(q: string, page: Page<Task>, words: Words): string[] {
  const verdict = verdictOn(q, page);
  if (verdict?.kind === 'none') return [words.t('find.inexact')];
  if (verdict !== null) return [words.t('find.latest.spoken', { status: statusText(verdict.task.status, words) })];
  const [only] = page.total === 1 ? page.items : [];
  return only === undefined ? [] : [statusText(only.status, words)];
}
