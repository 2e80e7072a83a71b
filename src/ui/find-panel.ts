import { html, nothing, type TemplateResult } from 'lit';
import type { Batch, Page, Task } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { FindQuery, FindVerdict } from '../core/find-tasks.js';
import type { Problem } from '../core/problem.js';
import type { Words } from '../words/words.js';
import { asOf } from './as-of.js';
import { closesOnEscape } from './find-card.js';
import { batchLink, findTable } from './find-table.js';
import { subheading } from './heading.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { emptyState, notice, problemText } from './notice.js';
import { sentence } from './sentence.js';
import { statusBadge } from './status.js';
import { pager, type PagerWords } from './table-pager.js';
import { button } from './blank-states.js';
import { isolated, relativeTime } from './values.js';

type Content = TemplateResult | typeof nothing;

export interface FindPanelModel {
  readonly query: FindQuery;
  readonly level: number;
  readonly definition: BatchDefinition;
  /** The page on screen, `null` while there is none. */
  readonly page: Page<Task> | null;
  /** Whether it is the page asked for. */
  readonly current: boolean;
  /** What the tasks say of the id. */
  readonly verdict: FindVerdict | null;
  /** Why the tasks could not be read. */
  readonly problem: Problem | null;
  /** Whether the request id of that was copied a moment ago. */
  readonly requestIdCopied: boolean;
  /** Epoch milliseconds since when the page may be outdated, `null` for not. */
  readonly since: number | null;
  /** Epoch milliseconds, in steps. */
  readonly now: number;
  /** `null` while only its id is known. */
  readonly batch: (id: string) => Batch | null;
  /** Address of a task's batch; `null`: the link is a button. */
  readonly href: (task: Task) => string | null;
}

export interface FindPanelActs {
  /** Answers with whether there was anything to close. */
  readonly close: () => boolean;
  readonly open: (task: Task, event: Event) => void;
  readonly page: (change: Partial<FindQuery>) => void;
  readonly retry: () => void;
  readonly copyRequestId: (id: string) => void;
}

/** What became of an id, in the place of the batches until it is closed. */
export function findPanel(model: FindPanelModel, acts: FindPanelActs, words: Words): TemplateResult {
  const { query, level, page, current } = model;
  const total = current ? (page?.total ?? null) : null;
  return html`<section class="found-panel" aria-labelledby="find-heading" @keydown=${closesOnEscape(acts.close)}>
    <button class="link found-back" part="button" type="button" @click=${acts.close}>
      ${icon(icons.chevronLeft)}${words.t('find.back')}
    </button>
    <div class="found-head">
      ${subheading(level, words.t('find.heading', { id: isolated(query.q) }), 'find-heading')}
      ${total === null || total === 0 ? nothing : html`<span class="muted">${words.t('find.count', { count: total })}</span>`}
    </div>
    ${verdictLine(model, acts, words)} ${stale(model, acts, words)} ${unreadable(page, words)}
    <div class="table-frame" tabindex="-1">${results(model, acts, words)}</div>
  </section>`;
}

function verdictLine({ verdict, batch, href, now }: FindPanelModel, acts: FindPanelActs, words: Words): Content {
  if (verdict === null) return nothing;
  if (verdict.kind === 'none') return html`<p class="found-verdict muted">${words.t('find.inexact')}</p>`;
  const { task, count } = verdict;
  return html`<p class="found-verdict">
    ${sentence(words.t('find.latest'), {
      count: words.number(count),
      status: statusBadge(task.status, words),
      time: relativeTime(task.updatedAt, words, now),
      file: batchLink(task, batch(task.batchId), href(task), event => acts.open(task, event)),
      row: words.number(task.row),
    })}
  </p>`;
}

function stale({ since, problem }: FindPanelModel, acts: FindPanelActs, words: Words): Content {
  if (since === null || problem === null) return nothing;
  return notice({
    tone: 'partial',
    heading: asOf(words.t('tasks.stale'), since, words),
    body: html`<div>${problemText(problem, words)}</div>`,
    actions: button(words.t('action.retry'), acts.retry),
  });
}

function unreadable(page: Page<Task> | null, words: Words): Content {
  if (!page?.unreadable) return nothing;
  return notice({ tone: 'partial', body: words.t('tasks.unreadable', { count: page.unreadable }) });
}

function results(model: FindPanelModel, acts: FindPanelActs, words: Words): TemplateResult {
  const { page, problem, current, query, requestIdCopied } = model;
  if (page === null && problem !== null) return failed(problem, requestIdCopied, acts, words);
  if (page?.items.length === 0 && current) return nothingFound(model, acts, words);
  const table = findTable(
    { ...model, q: query.q, tasks: page?.items ?? null, leaving: page !== null && !current, onOpen: acts.open },
    words,
  );
  return html`${table}${pages(model, acts, words)}`;
}

function failed(problem: Problem, copied: boolean, acts: FindPanelActs, words: Words): TemplateResult {
  const { status, requestId } = problem;
  // Whoever may not will not be allowed to by asking again.
  const retry = status === 403 ? nothing : button(words.t('action.retry'), acts.retry);
  const label = words.t(copied ? 'action.copied' : 'action.copyRequestId');
  const copy = requestId === null ? nothing : button(label, () => acts.copyRequestId(requestId));
  return emptyState({
    part: 'error',
    icon: icons.warning,
    heading: words.t('find.error.heading'),
    body: problemText(problem, words),
    actions: html`${retry}${copy}`,
  });
}

function nothingFound({ query, page }: FindPanelModel, acts: FindPanelActs, words: Words): TemplateResult {
  const { q, cursor } = query;
  if (cursor !== null || page?.prev != null) {
    return emptyState({
      part: 'empty',
      icon: icons.search,
      heading: words.t('find.found.none'),
      body: words.t('find.none.page'),
      actions: button(words.t('table.none.firstPage'), () => acts.page({ cursor: null })),
    });
  }
  const several = /[\s,;|]/.test(q) ? html`<p>${words.t('find.none.several')}</p>` : nothing;
  return emptyState({
    part: 'empty',
    icon: icons.search,
    heading: words.t('find.none.heading'),
    body: html`<p>${words.t('find.none.body', { id: isolated(q) })}</p>
      ${several}`,
  });
}

/** How tasks that were found are counted, on screen and aloud. */
export const tasksFound: PagerWords = {
  none: 'find.found.none',
  found: 'find.found',
  page: 'find.page.count',
  shown: 'find.shown',
};

/** Where in the list the page stands, and the pages beside it; nothing where there is but one. */
function pages({ page, query }: FindPanelModel, acts: FindPanelActs, words: Words): Content {
  if (page === null || (page.next === null && page.prev === null)) return nothing;
  const on = { onPage: (cursor: string) => acts.page({ cursor }), onSize: (limit: number) => acts.page({ limit }) };
  return pager({ label: words.t('find.pages'), page, pageSize: query.limit, counted: tasksFound, ...on }, words);
}
