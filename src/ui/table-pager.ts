import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Page } from '../core/batch.js';
import { offeredSizes } from '../core/view-params.js';
import type { MessageKey } from '../words/en.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { Icon } from './icons.js';

/** What a list's items are called: batches where nothing is said. */
export interface PagerWords {
  readonly none: MessageKey;
  readonly found: MessageKey;
  readonly page: MessageKey;
  readonly shown: MessageKey;
}

const ofBatches: PagerWords = {
  none: 'table.found.none',
  found: 'table.found',
  page: 'table.page.count',
  shown: 'table.shown',
};

export interface PagerModel {
  /** What a screen reader calls it: one page may have several. */
  readonly label: string;
  /** The page on screen; `null` while none is. */
  readonly page: Pick<Page<unknown>, 'next' | 'prev' | 'start' | 'total' | 'items'> | null;
  readonly pageSize: number;
  readonly onPage: (cursor: string) => void;
  readonly onSize: (size: number) => void;
  readonly counted?: PagerWords;
}

/** "1–20 of 1,204", the rows per page, and the way to the pages beside. */
export function pager(model: PagerModel, words: Words): TemplateResult {
  const { label, page, pageSize, onPage, onSize, counted = ofBatches } = model;
  return html`<nav class="pager" part="pager" aria-label=${label}>
    <span class="pager-range muted">${page === null ? '' : rangeText(page, words, counted)}</span>
    <select
      class="select pager-size"
      aria-label=${words.t('page.size')}
      .value=${live(String(pageSize))}
      @change=${(event: Event) => onSize(Number((event.currentTarget as HTMLSelectElement).value))}
    >
      ${offeredSizes(pageSize).map(
        size =>
          html`<option value=${size} ?selected=${size === pageSize}>
            ${words.t('page.size.option', { count: size })}
          </option>`,
      )}
    </select>
    ${pageButton(icons.chevronLeft, words.t('page.previous'), page?.prev ?? null, onPage)}
    ${pageButton(icons.chevronRight, words.t('page.next'), page?.next ?? null, onPage)}
  </nav>`;
}

/** A page in a sentence, to be heard when it came. `filtered`: the total is what was found. */
export function spokenPage(
  page: NonNullable<PagerModel['page']>,
  filtered: boolean,
  words: Words,
  counted: PagerWords = ofBatches,
): string {
  const { items, prev, total } = page;
  if (items.length === 0) return words.t(counted.none);
  if (filtered && prev === null && total !== null) return words.t(counted.found, { count: total });
  const range = rangeOf(page);
  if (range === null || total === null) return words.t(counted.page, { count: items.length });
  return words.t(counted.shown, { ...range, count: total });
}

/** Positions of the first and the last item, where the server counts. */
function rangeOf({ start, items }: Pick<Page<unknown>, 'start' | 'items'>): { from: number; to: number } | null {
  return start === null || items.length === 0 ? null : { from: start, to: start + items.length - 1 };
}

function rangeText(page: NonNullable<PagerModel['page']>, words: Words, counted: PagerWords): string {
  const range = rangeOf(page);
  if (range === null) return words.t(counted.page, { count: page.items.length });
  if (page.total === null) return words.t('page.range.unknownTotal', range);
  return words.t('page.range', { ...range, total: Math.max(page.total, range.to) });
}

/** A button that leads nowhere keeps the focus: it is said to be disabled, and is not. */
function pageButton(
  shape: Icon,
  label: string,
  cursor: string | null,
  onPage: (cursor: string) => void,
): TemplateResult {
  return html`<button
    class="button button-icon"
    part="button"
    type="button"
    aria-label=${label}
    title=${label}
    aria-disabled=${cursor === null ? 'true' : 'false'}
    @click=${() => cursor !== null && onPage(cursor)}
  >
    ${icon(shape)}
  </button>`;
}
