import type { Page } from '../core/batch.js';
import {
  createdBounds,
  createdDays,
  isDayStart,
  lastInstantBefore,
  type CreatedBounds,
} from '../core/created-range.js';
import { batchStatuses } from '../core/status.js';
import type { View } from '../core/view.js';
import { zonedDays, type ZonedDays } from '../core/zoned-day.js';
import { CreatedDraft } from '../state/created-draft.js';
import { FocusNext } from '../state/focus-next.js';
import type { ControllerHost } from '../state/loader.js';
import type { ChosenFilter } from '../ui/filter-chips.js';
import { statusText } from '../ui/status.js';
import type { FiltersModel } from '../ui/table-filters.js';
import type { Words } from '../words/words.js';

export interface TableFiltersOptions {
  readonly view: () => View;
  readonly words: () => Words;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly change: (change: Partial<View>) => void;
}

/** Lengths of time that can be chosen with one press, in days. */
const spans = [1, 7, 30] as const;

/** The filters by status and by when a batch was created: what can be chosen, what is, and how one is taken back. */
export class TableFilters {
  readonly #options: TableFiltersOptions;
  readonly #draft: CreatedDraft;
  readonly #focus: FocusNext;
  #calendar: { readonly timeZone: string; readonly days: ZonedDays } | null = null;

  constructor(host: ControllerHost, options: TableFiltersOptions) {
    this.#options = options;
    this.#focus = new FocusNext(host);
    this.#draft = new CreatedDraft(host, {
      current: () => createdDays(options.view(), this.#days),
      days: () => this.#days,
      apply: bounds => options.change(bounds),
    });
  }

  model(counts: Page<unknown>['counts']): FiltersModel {
    const { statuses: chosen } = this.#options.view();
    const known: readonly string[] = batchStatuses;
    const others = [...Object.keys(counts ?? {}), ...chosen].filter(status => !known.includes(status));
    const span = this.#span;
    return {
      statuses: [...known, ...new Set(others)],
      chosen,
      counts: counts ?? null,
      created: this.#createdText(span),
      days: this.#draft.shown,
      turned: this.#draft.turned,
      spans,
      span,
      onStatus: (status, on) => this.#choose(status, on),
      onClearStatuses: () => this.#options.change({ statuses: [] }),
      onDays: change => this.#draft.set(change),
      onSpan: length => this.#chooseSpan(length),
      onLeaveDays: () => this.#draft.drop(),
    };
  }

  /** The filters in use, the way to take back each of them, and all. */
  get chosen(): readonly ChosenFilter[] {
    const { statuses } = this.#options.view();
    const words = this.#options.words();
    const names = statuses.map(status => `status ${status}`);
    const created = this.#createdText(this.#span);
    if (created !== null) names.push('created');
    const chips = statuses.map((status, index) => ({
      name: `status ${status}`,
      text: statusText(status, words),
      remove: () => this.#remove(names, index, { statuses: statuses.filter(each => each !== status) }),
    }));
    if (created === null) return chips;
    const remove = () => this.#remove(names, statuses.length, noBounds);
    return [...chips, { name: 'created', text: `${words.t('table.filter.created')}: ${created}`, remove }];
  }

  clear(): void {
    this.#focus.to('[data-filter]');
    this.#options.change({ statuses: [], ...noBounds });
  }

  get #days(): ZonedDays {
    const { timeZone } = this.#options.words();
    if (this.#calendar?.timeZone !== timeZone) this.#calendar = { timeZone, days: zonedDays(timeZone) };
    return this.#calendar.days;
  }

  /** The first of so many last days. */
  #firstOf(length: number): string {
    const today = this.#days.dayOf(new Date(this.#options.now()).toISOString()) ?? '';
    return this.#days.plus(today, 1 - length) ?? '';
  }

  /** The length of time that the view's bounds are, where they are one to choose; what comes is of it, too. */
  get #span(): number | null {
    const view = this.#options.view();
    if (view.createdFrom === null || view.createdTo !== null || !isDayStart(view.createdFrom, this.#days)) return null;
    const { from } = createdDays(view, this.#days);
    return spans.find(length => this.#firstOf(length) === from) ?? null;
  }

  /** Two presses may come before either is drawn: each begins with what is in force. */
  #choose(status: string, on: boolean): void {
    const others = this.#options.view().statuses.filter(each => each !== status);
    this.#options.change({ statuses: on ? [...others, status] : others });
  }

  #chooseSpan(length: number): void {
    const bounds = createdBounds({ from: this.#firstOf(length), to: '' }, this.#days);
    this.#draft.drop();
    if (bounds !== null) this.#options.change(this.#span === length ? noBounds : bounds);
  }

  /** Takes one back; a keyboard goes on with the next, or where it was chosen. */
  #remove(names: readonly string[], at: number, change: Partial<View>): void {
    const next = names[at + 1] ?? names[at - 1];
    const kind = names[at]?.split(' ')[0] ?? '';
    this.#focus.to(...(next === undefined ? [] : [`[data-chip="${CSS.escape(next)}"]`]), `[data-filter="${kind}"]`);
    this.#options.change(change);
  }

  #createdText(span: number | null): string | null {
    const words = this.#options.words();
    const { createdFrom, createdTo } = this.#options.view();
    if (createdFrom === null && createdTo === null) return null;
    if (span !== null) {
      return span === 1 ? words.t('table.filter.today') : words.t('table.filter.days', { count: span });
    }
    return boundsText({ createdFrom, createdTo }, this.#days, words);
  }
}

const noBounds: CreatedBounds = { createdFrom: null, createdTo: null };

/** Days where the bounds are whole days in this zone, else instants. */
function boundsText({ createdFrom, createdTo }: CreatedBounds, days: ZonedDays, words: Words): string {
  const whole = [createdFrom, createdTo].every(instant => instant === null || isDayStart(instant, days));
  const last = createdTo === null ? null : lastInstantBefore(createdTo);
  const from = whole ? words.dates(createdFrom) : words.dateTime(createdFrom);
  if (createdTo === null) return words.t('table.filter.since', { from });
  const to = whole ? words.dates(last) : words.dateTime(createdTo);
  if (createdFrom === null) return words.t(whole ? 'table.filter.until' : 'table.filter.before', { to });
  return whole ? words.dates(createdFrom, last) : words.t('table.filter.range', { from, to });
}
