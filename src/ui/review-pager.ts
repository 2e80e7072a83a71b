import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { Icon } from './icons.js';

interface Pages {
  /** Position of the first row among `total`, from 0, and behind the last. */
  readonly start: number;
  readonly end: number;
  readonly total: number;
  readonly step: (by: 1 | -1) => void;
}

/** "1–25 of 100 rows", and the way to those beside; nothing where all are there. */
export function pageButtons({ start, end, total, step }: Pages, words: Words): TemplateResult | typeof nothing {
  if (end - start === total) return nothing;
  const button = (shape: Icon, label: string, by: 1 | -1, leads: boolean) =>
    html`<button
      class="button button-icon"
      part="button"
      type="button"
      aria-label=${label}
      title=${label}
      aria-disabled=${leads ? 'false' : 'true'}
      @click=${() => leads && step(by)}
    >
      ${icon(shape)}
    </button>`;
  return html`<nav class="review-pager" part="pager" aria-label=${words.t('page.label')}>
    <span class="small muted pager-range">
      ${words.t('review.page.range', { from: start + 1, to: end, count: total })}
    </span>
    ${button(icons.chevronLeft, words.t('review.page.previous'), -1, start > 0)}
    ${button(icons.chevronRight, words.t('review.page.next'), 1, end < total)}
  </nav>`;
}
