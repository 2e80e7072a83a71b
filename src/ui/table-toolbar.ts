import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { sortableColumns } from '../core/view.js';
import type { BatchSort } from '../core/view.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

export interface SearchFieldModel {
  readonly text: string;
  readonly matchCase: boolean;
  readonly onType: (text: string) => void;
  /** Enter was pressed, or the field was left. */
  readonly onCommit: () => void;
  readonly onClear: () => void;
  readonly onMatchCase: () => void;
}

/** Search by file name, with a switch for matching case and a cross to clear. */
export function searchField(model: SearchFieldModel, words: Words): TemplateResult {
  const { text, matchCase } = model;
  const typed = (event: Event) => {
    // What an input method has not composed yet is nobody's search.
    if (!(event as InputEvent).isComposing) model.onType((event.currentTarget as HTMLInputElement).value);
  };
  return html`<div class="search" part="search">
    ${icon(icons.search)}
    <input
      class="search-input"
      type="search"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="search"
      aria-label=${words.t('table.search')}
      placeholder=${words.t('table.search')}
      .value=${live(text)}
      @input=${typed}
      @compositionend=${typed}
      @change=${() => model.onCommit()}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' && !event.isComposing) model.onCommit();
      }}
    />
    <button
      class="match-case"
      part=${matchCase ? 'switch switch-on' : 'switch'}
      type="button"
      role="switch"
      aria-checked=${matchCase ? 'true' : 'false'}
      aria-label=${words.t('table.matchCase')}
      title=${words.t('table.matchCase')}
      @click=${() => model.onMatchCase()}
    >
      <span aria-hidden="true">Aa</span>
    </button>
    ${
      text === ''
        ? nothing
        : html`<button
            class="search-clear"
            part="search-clear"
            type="button"
            aria-label=${words.t('table.search.clear')}
            title=${words.t('table.search.clear')}
            @click=${() => model.onClear()}
          >
            ${icon(icons.cross)}
          </button>`
    }
  </div>`;
}

const sorts: readonly BatchSort[] = sortableColumns.flatMap(column => [column, `-${column}`] as const);

/** Sorting where the headings are not seen. */
export function sortSelect(sort: BatchSort, words: Words, onSort: (sort: BatchSort) => void): TemplateResult {
  return html`<label class="sort-select" part="filter">
    <span class="muted">${words.t('table.sort')}</span>
    <select
      class="select"
      .value=${live(sort)}
      @change=${(event: Event) => onSort((event.currentTarget as HTMLSelectElement).value as BatchSort)}
    >
      ${sorts.map(
        option =>
          html`<option value=${option} ?selected=${option === sort}>${words.t(`table.sort.${option}`)}</option>`,
      )}
    </select>
  </label>`;
}
