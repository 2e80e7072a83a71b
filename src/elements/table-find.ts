import type { ReactiveController } from 'lit';
import type { Batch, Page, Task } from '../core/batch.js';
import { idFrom, matchIn, pastedIds, verdictOn } from '../core/find-tasks.js';
import type { FindQuery } from '../core/find-tasks.js';
import type { Problem } from '../core/problem.js';
import type { TaskQuery } from '../core/view.js';
import { has } from '../core/own-members.js';
import type { Announcer } from '../state/announcer.js';
import type { ControllerHost } from '../state/loader.js';
import { sameData } from '../state/same.js';
import type { Settings } from '../state/settings.js';
import { TaskFinder, type FoundTasks } from '../state/task-finder.js';
import type { FindCardActs, FindCardModel } from '../ui/find-card.js';
import { tasksFound } from '../ui/find-panel.js';
import type { FindPanelActs, FindPanelModel } from '../ui/find-panel.js';
import { statusText } from '../ui/status.js';
import { spokenPage } from '../ui/table-pager.js';
import { describeProblem } from '../words/index.js';
import type { Words } from '../words/words.js';
import { ask, tellProblem } from './ask.js';
import { RequestIdCopy } from './table-request-id.js';

export interface TableFindOptions {
  readonly settings: Settings;
  readonly announcer: Announcer;
  readonly words: () => Words;
  /** A batch of the list. */
  readonly find: (id: string) => Batch | undefined;
  /** Whether the host left it out. */
  readonly hidden: () => boolean;
}

/** Tasks on a page until the person says otherwise. */
const pageSize = 20;
/** Pixels of what was found that are seen at least. */
const leastSeen = 160;

/** Finding an order: the field, what is found in the place of the batches, the way to a batch and back. */
export class TableFind implements ReactiveController {
  readonly acts: FindCardActs & FindPanelActs = {
    type: text => this.#type(text),
    paste: event => this.#paste(event),
    submit: () => this.#submit(),
    clear: () => void this.#leave(),
    close: () => this.#leave(),
    open: (task, event) => this.#open(task, event),
    page: change => this.#ask(change),
    retry: () => this.#ask({}),
    copyRequestId: id => void this.#requestId.copy(id),
  };
  readonly #host: ControllerHost;
  readonly #options: TableFindOptions;
  readonly #finder: TaskFinder;
  readonly #requestId: RequestIdCopy;
  #text = '';
  /** How many ids were pasted at once, of which the first is in the field. */
  #pasted = 0;
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
    host.addController(this);
  }

  /** Whether what was found stands in the place of the batches. */
  get open(): boolean {
    return this.#finder.query !== null;
  }

  /** The field; `null` where finding is not offered. */
  get card(): FindCardModel | null {
    const { access, adapter } = this.#options.settings;
    const pending = access === 'pending' && adapter?.findTasks !== undefined && !this.#options.hidden();
    if (!pending && !this.#offered) return null;
    return { offered: this.#offered, text: this.#text, pasted: this.#pasted };
  }

  /** What was found; `null` while nothing is looked for. */
  panel(place: Pick<FindPanelModel, 'level' | 'now'>): FindPanelModel | null {
    const { query, status, shown } = this.#finder;
    const { settings } = this.#options;
    if (query === null) return null;
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

  /** The link from which a batch was opened. */
  get linkLeft(): Element | null {
    if (!this.open || this.#left === null) return null;
    return this.#host.shadowRoot?.querySelector(`[data-task="${CSS.escape(this.#left)}"] .file-link`) ?? null;
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

  /** Shows the batches again. */
  close(): void {
    this.#text = '';
    this.#pasted = 0;
    this.#left = null;
    this.#finder.close();
  }

  hostUpdate(): void {
    this.#finder.follow(this.#offered ? this.#options.settings.adapter : null);
  }

  get #offered(): boolean {
    return !this.#options.hidden() && this.#options.settings.can('find-tasks');
  }

  #type(text: string): void {
    this.#text = text;
    this.#pasted = 0;
    this.#host.requestUpdate();
  }

  /** A field of one line joins what was pasted in several to an id that nobody has. */
  #paste(event: ClipboardEvent): void {
    const ids = [...new Set(pastedIds(event.clipboardData?.getData('text/plain') ?? ''))];
    const [first] = ids;
    if (first === undefined || ids.length === 1) return;
    event.preventDefault();
    this.#text = first;
    this.#pasted = ids.length;
    this.#options.announcer.say(this.#options.words().t('find.pasted', { count: ids.length }));
    this.#host.requestUpdate();
  }

  #submit(): void {
    const q = idFrom(this.#text);
    this.#text = q;
    this.#left = null;
    if (q !== '') this.#finder.find({ q, cursor: null, limit: this.#finder.query?.limit ?? pageSize });
    else if (this.open) this.close();
    this.#host.requestUpdate();
  }

  #ask(change: Partial<FindQuery>): void {
    const { query } = this.#finder;
    if (query !== null) this.#finder.find({ ...query, ...(change.limit && { cursor: null }), ...change });
  }

  /** Answers with whether there was anything to leave. */
  #leave(): boolean {
    if (!this.open && this.#text === '') return false;
    this.close();
    this.#host.shadowRoot?.querySelector<HTMLElement>('#find-input')?.focus();
    return true;
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
