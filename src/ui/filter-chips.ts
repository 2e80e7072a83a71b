import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

/** One filter in use. */
export interface ChosenFilter {
  /** Unique among them. */
  readonly name: string;
  readonly text: string;
  readonly remove: () => void;
}

/** The filters in use, each with its cross, and the way out of all. */
export function filterChips(filters: readonly ChosenFilter[], onClear: () => void, words: Words): TemplateResult {
  return html`<ul class="filter-chips" aria-label=${words.t('table.filters')}>
    ${repeat(
      filters,
      ({ name }) => name,
      ({ name, text, remove }) =>
        html`<li>
          <button
            class="chip chip-chosen"
            part="filter filter-chosen"
            type="button"
            data-chip=${name}
            aria-label=${words.t('table.filters.remove', { filter: text })}
            @click=${remove}
          >
            <bdi class="chip-text">${text}</bdi>${icon(icons.cross)}
          </button>
        </li>`,
    )}
    <li>
      <button class="link small clear-filters" type="button" @click=${onClear}>
        ${words.t('table.filters.clear')}
      </button>
    </li>
  </ul>`;
}
