import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Batch, Page, Task } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { Problem } from '../core/problem.js';
import { hasTasks } from '../core/status.js';
import { isNarrowed } from '../core/task-query.js';
import type { TaskQuery } from '../core/view.js';
import type { Words } from '../words/words.js';
import { asOf } from './as-of.js';
import { staleNotice } from './detail-notices.js';
import { subheading } from './heading.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { emptyState, notice, problemText } from './notice.js';
import { statusText } from './status.js';
import { pager } from './table-pager.js';
import { button } from './blank-states.js';
import { taskColumns, type TaskColumn } from './task-columns.js';
import { taskSortSelect } from './task-head.js';
import { taskTable } from './task-table.js';
import { isolated } from './values.js';

type Content = TemplateResult | typeof nothing;

export interface TaskListContent {
  readonly batch: Batch;
  readonly definition: BatchDefinition;
  readonly level: number;
  readonly query: TaskQuery;
  /** What the search field shows. */
  readonly search: string;
  /** The page on screen, `null` while there is none. */
  readonly page: Page<Task> | null;
  /** Whether the page on screen answers to `query`. */
  readonly current: boolean;
  readonly problem: Problem | null;
  /** Epoch milliseconds since when the page may be outdated, `null` for not. */
  readonly since: number | null;
  /** Tasks whose further particulars are shown, by their ids. */
  readonly opened: ReadonlySet<string>;
  readonly onType: (text: string) => void;
  readonly onCommit: () => void;
  readonly onClear: () => void;
  readonly onChange: (change: Partial<TaskQuery>) => void;
  readonly onOpen: (id: string) => void;
  readonly onRetry: () => void;
}

/** A batch's tasks: what is listed, the list, and the pages beside. */
export function taskList(content: TaskListContent, words: Words): TemplateResult {
  const { batch, page, problem, since, level, onRetry } = content;
  if (!hasTasks(batch.status)) {
    const body = words.t(batch.status === 'PENDING_APPROVAL' ? 'tasks.empty.pending' : 'tasks.empty.refused');
    return section(html`<div class="toolbar">${tasksHeading(level, words)}</div>`, noTasks(body, words));
  }
  const stale =
    since === null ? nothing : staleNotice(asOf(words.t('tasks.stale'), since, words), problem, onRetry, words);
  const unreadable = page?.unreadable
    ? notice({ tone: 'partial', body: words.t('tasks.unreadable', { count: page.unreadable }) })
    : nothing;
  const notices =
    stale === nothing && unreadable === nothing ? nothing : html`<div class="inset">${stale}${unreadable}</div>`;
  const columns = taskColumns(batch, content.definition, words);
  return section(
    toolbar(content, columns, words),
    html`${notices}${list(content, columns, words)}${pages(content, words)}`,
  );
}

/** The same list before anything is known of the batch. */
export function taskListSkeleton(level: number, words: Words): TemplateResult {
  const lines = Array.from({ length: 6 }, () => html`<div class="skeleton-line"><span class="skeleton"></span></div>`);
  return section(
    html`<div class="toolbar">${tasksHeading(level, words)}</div>`,
    html`<div aria-hidden="true">${lines}</div>`,
  );
}

function section(head: TemplateResult, rest: TemplateResult): TemplateResult {
  return html`<section class="card tasks-card" part="card" aria-labelledby="tasks-heading">${head}${rest}</section>`;
}

/** The whole list, in file order. */
const everything: Partial<TaskQuery> = { status: null, errorCode: null, gateway: null, q: '', sort: null };

function list(content: TaskListContent, columns: readonly TaskColumn[], words: Words): TemplateResult {
  const { batch, page, problem, current, query, opened, onRetry, onChange, onOpen } = content;
  const onSort = (sort: TaskQuery['sort']) => onChange({ sort });
  if (page === null && problem !== null) {
    // A server that does not know a filter or an order refuses it for ever: there is a way back.
    const asksMore = isNarrowed(query) || query.sort !== null;
    return emptyState({
      part: 'error',
      icon: icons.alert,
      heading: words.t('tasks.error.heading'),
      body: problemText(problem, words),
      actions: html`${button(words.t('action.retry'), onRetry)}
      ${asksMore ? button(words.t('tasks.none.clear'), () => onChange(everything)) : nothing}`,
    });
  }
  if (page?.items.length === 0 && current) {
    if (!isNarrowed(query)) return noTasks(words.t('tasks.empty.queued'), words);
    return emptyState({
      part: 'empty',
      icon: icons.search,
      heading: words.t('tasks.none.heading'),
      body: words.t('tasks.none.body'),
      actions: button(words.t('tasks.none.clear'), () => onChange({ ...everything, sort: query.sort })),
    });
  }
  const expected = Math.min(query.limit, Math.max(batch.totalTasks || 0, 1), 8);
  return taskTable(
    { tasks: page?.items ?? null, columns, sort: query.sort, expected, leaving: !current, opened, onSort, onOpen },
    words,
  );
}

function noTasks(body: string, words: Words): TemplateResult {
  const heading = words.t('tasks.empty.heading');
  return html`<slot name="tasks-empty">${emptyState({ part: 'empty', icon: icons.file, heading, body })}</slot>`;
}

function toolbar(content: TaskListContent, columns: readonly TaskColumn[], words: Words): TemplateResult {
  const { level, query, page, current, onChange } = content;
  const total = current ? (page?.total ?? null) : null;
  const key = isNarrowed(query) ? 'tasks.count.filtered' : 'tasks.count';
  return html`<div class="toolbar" part="toolbar">
    <div class="toolbar-text">
      ${tasksHeading(level, words)}
      ${total === null ? nothing : html`<span class="muted">${words.t(key, { count: total })}</span>`}
      ${chips(content, words)}
    </div>
    ${searchField(content, words)} ${taskSortSelect(columns, query.sort, sort => onChange({ sort }), words)}
  </div>`;
}

function tasksHeading(level: number, words: Words): TemplateResult {
  return html`${subheading(level, words.t('tasks.heading'), 'tasks-heading')}`;
}

function chips({ query, onChange }: TaskListContent, words: Words): TemplateResult[] {
  const { status, errorCode, gateway } = query;
  const filters = [
    { text: status === null ? null : statusText(status, words), without: { status: null } },
    { text: errorCode, without: { errorCode: null } },
    { text: gateway, without: { gateway: null } },
  ];
  return filters.flatMap(({ text, without }) =>
    text === null
      ? []
      : [
          html`<button
            class="chip"
            part="filter"
            type="button"
            aria-label=${words.t('tasks.filter.clear', { filter: isolated(text) })}
            @click=${() => onChange(without)}
          >
            <bdi class="chip-text">${text}</bdi>${icon(icons.cross)}
          </button>`,
        ],
  );
}

function searchField({ search, onType, onCommit, onClear }: TaskListContent, words: Words): TemplateResult {
  const typed = (event: Event) => {
    // What an input method has not composed yet is nobody's search.
    if (!(event as InputEvent).isComposing) onType((event.currentTarget as HTMLInputElement).value);
  };
  return html`<form
    class="search"
    part="search"
    role="search"
    @submit=${(event: Event) => {
      event.preventDefault();
      onCommit();
    }}
  >
    ${icon(icons.search)}
    <input
      class="search-input"
      type="text"
      inputmode="search"
      enterkeyhint="search"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      maxlength="200"
      aria-label=${words.t('tasks.search')}
      placeholder=${words.t('tasks.search.placeholder')}
      .value=${live(search)}
      @input=${typed}
      @compositionend=${typed}
    />
    ${
      search === ''
        ? nothing
        : html`<button
            class="search-clear"
            part="search-clear"
            type="button"
            aria-label=${words.t('tasks.search.clear')}
            title=${words.t('tasks.search.clear')}
            @click=${() => onClear()}
          >
            ${icon(icons.cross)}
          </button>`
    }
  </form>`;
}

/** Where in the list the page stands, and the pages beside it; nothing where there is but one. */
function pages({ page, query, onChange }: TaskListContent, words: Words): Content {
  if (page === null || (page.next === null && page.prev === null)) return nothing;
  const on = { onPage: (cursor: string) => onChange({ cursor }), onSize: (limit: number) => onChange({ limit }) };
  return pager({ label: words.t('tasks.pages'), page, pageSize: query.limit, ...on }, words);
}
