import type { TemplateResult } from 'lit';
import type { Page } from '../core/batch.js';
import { createdBounds, createdDays, noBounds } from '../core/created-range.js';
import { batchStatuses } from '../core/status.js';
import { CreatedDraft } from '../state/created-draft.js';
import { spans, type CreatedSpan } from '../state/created-span.js';
import type { ControllerHost } from '../state/loader.js';
import { filterPanels } from '../ui/filter-panels.js';
import { filterPanelStyles, popovers } from '../ui/styles/index.js';
import type { FilterName } from '../ui/table-filters.js';
import { filterPanels as words } from '../words/en/filter-panels.js';
import type { PieceContents } from './pieces.js';
import type { TableFiltersOptions } from './table-filters.js';

export const styles = [popovers, filterPanelStyles];

/** What can be chosen among the filters, and how it is. */
export class FilterPanels implements PieceContents {
  readonly words = words;
  readonly styles = styles;
  readonly #options: TableFiltersOptions;
  readonly #span: CreatedSpan;
  readonly #draft: CreatedDraft;

  constructor(host: ControllerHost, span: CreatedSpan, options: TableFiltersOptions) {
    this.#options = options;
    this.#span = span;
    this.#draft = new CreatedDraft(host, {
      current: () => createdDays(options.view(), span.days),
      days: () => span.days,
      apply: bounds => options.change(bounds),
    });
  }

  draw(counts: Page<unknown>['counts']): Readonly<Record<FilterName, TemplateResult>> {
    const { view, words: inForce, change } = this.#options;
    const { statuses: chosen } = view();
    const known: readonly string[] = batchStatuses;
    const others = [...Object.keys(counts ?? {}), ...chosen].filter(status => !known.includes(status));
    return filterPanels(
      {
        statuses: [...known, ...new Set(others)],
        chosen,
        counts: counts ?? null,
        days: this.#draft.shown,
        turned: this.#draft.turned,
        spans,
        span: this.#span.length,
        onStatus: (status, on) => this.#choose(status, on),
        onClearStatuses: () => change({ statuses: [] }),
        onDays: days => this.#draft.set(days),
        onSpan: length => this.#chooseSpan(length),
        onLeaveDays: () => this.#draft.drop(),
      },
      inForce(),
    );
  }

  /** Two presses may come before either is drawn: each begins with what is in force. */
  #choose(status: string, on: boolean): void {
    const others = this.#options.view().statuses.filter(each => each !== status);
    this.#options.change({ statuses: on ? [...others, status] : others });
  }

  #chooseSpan(length: number): void {
    const span = this.#span;
    const bounds = createdBounds({ from: span.firstOf(length), to: '' }, span.days);
    this.#draft.drop();
    if (bounds !== null) this.#options.change(span.length === length ? noBounds : bounds);
  }
}
