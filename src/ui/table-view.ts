import { html, nothing, type TemplateResult } from 'lit';
import type { Batch, Page } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import { toggledSort } from '../core/view.js';
import type { View } from '../core/view.js';
import type { Words } from '../words/words.js';
import { filterChips, type ChosenFilter } from './filter-chips.js';
import type { GatewayAction } from './gateway.js';
import { findCard, type FindCardActs, type FindCardModel } from './find-card.js';
import { batchTable, type TableModel } from './table-body.js';
import { layoutButton } from './layout-button.js';
import type { LayoutModel } from './layout-dialog.js';
import { liveBadge } from './live-badge.js';
import { tableFilters, type FiltersModel } from './table-filters.js';
import { tableHeader } from './table-header.js';
import { tableNotices, type Notices } from './table-notices.js';
import { pager } from './table-pager.js';
import { noAccess, notConfigured } from './blank-states.js';
import { firstUse, loadFailed, nothingFound, type CaseHintModel } from './table-states.js';
import { summaryCards } from './table-summary.js';
import { searchField, sortSelect } from './table-toolbar.js';
import { zoneNote } from './zone-note.js';
import type { WordingRoot } from './wording-root.js';

/**
 * What the table shows. `empty`: nothing was ever uploaded; `no-results`: nothing is what the view asks for; `stale`:
 * rows of before, since newer ones could not be had; `loading` also while rights are not known.
 */
export type TableStatus =
  'unconfigured' | 'forbidden' | 'loading' | 'ready' | 'empty' | 'no-results' | 'stale' | 'error';

/** Everything that is on screen. */
export interface TableScreen {
  readonly status: TableStatus;
  readonly wording: WordingRoot;
  readonly density: string;
  /** Whether a piece is left out. */
  readonly hides: (piece: string) => boolean;
  readonly level: number;
  readonly title: string;
  readonly introduction: string;
  /** The button that begins a batch; `null` without the right. */
  readonly create: string | null;
  readonly view: View;
  /** The view that the page on screen answers; while another is read, the one before. */
  readonly answered: View;
  /** What the search field shows. */
  readonly search: string;
  readonly page: Page<Batch> | null;
  /** The row of each batch of it. */
  readonly rowKeys: ReadonlyMap<string, number>;
  /** Whether few rows change at a time. */
  readonly changesGently: boolean;
  /** `null`: left out. */
  readonly filters: FiltersModel | null;
  readonly chosenFilters: readonly ChosenFilter[];
  /** `null`: the person has no say. */
  readonly layout: LayoutModel | null;
  readonly busy: boolean;
  readonly caseHint: CaseHintModel;
  readonly requestIdCopied: boolean;
  /** The batches of the page, as far as they are drawn. */
  readonly drawn: readonly Batch[];
  /** Why the page could not be read. */
  readonly problem: Problem | null;
  /** Since when the rows are old, epoch milliseconds. */
  readonly since: number | null;
  /** Why rights are not known. */
  readonly rights: Problem | null;
  readonly failures: Notices['failures'];
  readonly live: { readonly state: string; readonly since: number | null };
  /** Epoch milliseconds, in steps. */
  readonly now: number;
  readonly gateway: (batch: Batch) => GatewayAction;
  readonly href: (batch: Batch) => string | null;
  readonly hasMenu: TableModel['hasMenu'];
  readonly hasMenus: boolean;
  readonly hasActions: boolean;
  /** What comes later, once it is there: the one menu of all rows, the dialog for columns, the question before an act. */
  readonly menu: TemplateResult | null;
  readonly layoutDialog: TemplateResult | null;
  readonly question: TemplateResult | null;
  readonly missing: Notices['missing'];
  readonly columns: TableModel['columns'];
  readonly given: TableModel['given'];
  readonly sources: TableModel['sources'];
  /** Where a person puts an id; `null` where that is not offered. */
  readonly find: FindCardModel | null;
  /** What was found by it, in the place of the batches; `null` while nothing is looked for. */
  readonly found: TemplateResult | null;
  /** Whether that has times in it. */
  readonly foundTimes: boolean;
  /** The zone that times may be told in instead, an IANA name; `null`: none. */
  readonly otherTimeZone: string | null;
  readonly announcement: string;
}

/** What a person may do. */
export interface TableActs {
  readonly create: () => void;
  readonly sample: () => void;
  readonly type: (text: string) => void;
  readonly commitSearch: () => void;
  readonly clearSearch: () => void;
  readonly clearFilters: () => void;
  readonly change: (change: Partial<View>) => void;
  /** The same out of a list of nothing, whose buttons go. */
  readonly lookElsewhere: (change: Partial<View>) => void;
  /** A press somewhere in the rows. */
  readonly press: (event: MouseEvent) => void;
  /** A pointer went down somewhere in the rows. */
  readonly pointTo: (event: PointerEvent) => void;
  /** Somebody comes near rows that are not drawn yet. */
  readonly nearUndrawn: () => void;
  readonly find: FindCardActs;
  readonly changeTimeZone: () => void;
  readonly retry: () => void;
  readonly copyRequestId: (id: string) => void;
  readonly retryRights: () => void;
}

export function tableView(screen: TableScreen, acts: TableActs, words: Words): TemplateResult {
  const { status, density } = screen;
  const { language, direction, isAwaited } = screen.wording;
  const usable = status !== 'unconfigured' && status !== 'forbidden';
  // The first use needs no search among nothing.
  const tools = usable && (status !== 'empty' || screen.found !== null);
  return html`<div
    class="root"
    lang=${language}
    dir=${direction ?? nothing}
    data-density=${density}
    ?data-wordless=${isAwaited}
  >
    ${header(screen, acts, usable)} ${usable ? notices(screen, acts, words) : nothing}
    ${tools ? overview(screen, acts, words) : nothing} ${screen.found ?? nothing}
    <div class="batch-list" ?hidden=${screen.found !== null}>
      ${tools ? html`${toolbar(screen, acts, words)}${chips(screen, acts, words)}` : nothing}
      <div class="table-frame" tabindex="-1">${content(screen, acts, words)}</div>
    </div>
    ${showsTimes(screen) ? zoneNote({ other: screen.otherTimeZone, onChange: acts.changeTimeZone }, words) : nothing}
    <slot name="footer"></slot>
    <div class="visually-hidden" role="status">${screen.announcement}</div>
    ${screen.layoutDialog ?? nothing} ${screen.menu ?? nothing} ${screen.question ?? nothing}
  </div>`;
}

function header({ level, title, introduction, create, hides }: TableScreen, acts: TableActs, usable: boolean) {
  return tableHeader({
    level,
    title,
    introduction: hides('description') ? null : introduction,
    create: usable && create !== null ? { label: create, onPress: acts.create } : null,
  });
}

function notices(screen: TableScreen, acts: TableActs, words: Words): TemplateResult {
  const { rights, status, problem, since, page, failures, missing } = screen;
  const stale = status === 'stale' && problem !== null && since !== null ? { problem, since } : null;
  return tableNotices({ rights, stale, unreadable: page?.unreadable ?? 0, failures, missing }, acts, words);
}

function showsTimes({ status, found, foundTimes }: TableScreen): boolean {
  return found === null ? status === 'ready' || status === 'stale' : foundTimes;
}

/** Figures, and the field for an id; batches are filtered by the former, so what was found by the latter goes. */
function overview(screen: TableScreen, acts: TableActs, words: Words): TemplateResult | typeof nothing {
  const cards = summary(screen, acts, words);
  const { find } = screen;
  if (cards === nothing && find === null) return nothing;
  return html`<div class="overview">${cards}${find === null ? nothing : findCard(find, acts.find, words)}</div>`;
}

function summary({ page, view, status, hides }: TableScreen, acts: TableActs, words: Words) {
  const missing = page !== null && page.counts === undefined;
  if (hides('summary') || missing) return nothing;
  const state = page?.counts ?? (status === 'error' ? 'unknown' : 'loading');
  return summaryCards(state, view.statuses, words, statuses => {
    acts.find.close();
    acts.change({ statuses });
  });
}

function toolbar(
  { view, search, filters, layout, live, now, hides }: TableScreen,
  acts: TableActs,
  words: Words,
): TemplateResult {
  const { matchCase, sort } = view;
  const field = {
    text: search,
    matchCase,
    onType: acts.type,
    onCommit: acts.commitSearch,
    onClear: acts.clearSearch,
    onMatchCase: () => acts.change({ matchCase: !matchCase }),
  };
  return html`<div class="toolbar" part="toolbar">
    <slot name="toolbar-start"></slot>
    ${hides('search') ? nothing : searchField(field, words)}
    ${filters === null ? nothing : tableFilters(filters, words)}
    ${sortSelect(sort, words, next => acts.change({ sort: next }))}
    <slot name="toolbar-end"></slot>
    <div class="toolbar-aside">
      ${hides('live') ? nothing : liveBadge(live.state, live.since, words, now)}
      ${layout === null ? nothing : layoutButton(layout, words)}
    </div>
  </div>`;
}

function chips({ filters, chosenFilters }: TableScreen, acts: TableActs, words: Words) {
  if (filters === null || chosenFilters.length === 0) return nothing;
  return filterChips(chosenFilters, acts.clearFilters, words);
}

function content(screen: TableScreen, acts: TableActs, words: Words): TemplateResult {
  const { status, problem, create, answered } = screen;
  switch (status) {
    case 'unconfigured':
      return notConfigured(words);
    case 'forbidden':
      return noAccess(words);
    case 'empty':
      return firstUse(words, create, acts);
    case 'no-results':
      return nothingFound(answered, screen.caseHint, words, acts.lookElsewhere);
    case 'error':
      return problem === null
        ? html``
        : loadFailed(problem, words, {
            copied: screen.requestIdCopied,
            onRetry: acts.retry,
            onCopy: acts.copyRequestId,
          });
    default:
      return html`${table(screen, acts, words)}${pages(screen, acts, words)}`;
  }
}

function table(screen: TableScreen, acts: TableActs, words: Words): TemplateResult {
  const { title, view, page, drawn } = screen;
  const { sort, pageSize } = view;
  const onSort = (column: Parameters<typeof toggledSort>[1]) => acts.change({ sort: toggledSort(sort, column) });
  const batches = page === null ? null : drawn;
  const undrawn = (page?.items.length ?? 0) - drawn.length;
  const { press: onPress, pointTo: onPoint, nearUndrawn: onNearUndrawn } = acts;
  const heard = { onSort, onPress, onPoint, onNearUndrawn };
  return batchTable({ ...screen, ...heard, label: title, sort, pageSize, batches, undrawn }, words);
}

function pages({ page, view, hides }: TableScreen, acts: TableActs, words: Words): TemplateResult | typeof nothing {
  if (hides('pager')) return nothing;
  const onPage = (cursor: string) => acts.change({ cursor });
  const onSize = (pageSize: number) => acts.change({ pageSize });
  return pager({ label: words.t('page.label'), page, pageSize: view.pageSize, onPage, onSize }, words);
}
