import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { statusText } from './status.js';

export type FilterName = 'status' | 'created';

export interface FiltersModel {
  /** The statuses in use. */
  readonly chosen: readonly string[];
  /** The chosen time in words; `null` for any. */
  readonly created: string | null;
  /** What opens beneath each button; `null` until its code is there. */
  readonly panels: Readonly<Record<FilterName, TemplateResult>> | null;
  /** The button whose panel is on its way. */
  readonly awaited: FilterName | null;
  /** A button was pressed, also where nothing can open yet. */
  readonly onPress: (name: FilterName) => void;
}

/** Which batches are listed: by status, and by when they were created. Each opens beneath its button. */
export function tableFilters(model: FiltersModel, words: Words): TemplateResult {
  const created = model.created ?? words.t('table.filter.anytime');
  return html`<div class="filters" role="group" aria-label=${words.t('table.filters.label')}>
    ${filter('status', words.t('table.filter.status'), statusValue(model, words), model)}
    ${filter('created', words.t('table.filter.created'), created, model)}
  </div>`;
}

function filter(
  name: FilterName,
  label: string,
  value: string,
  { panels, awaited, onPress }: FiltersModel,
): TemplateResult {
  return html`<button
      class="button filter-button"
      part="filter"
      type="button"
      data-filter=${name}
      aria-busy=${awaited === name ? 'true' : nothing}
      popovertarget="filter-${name}"
      @click=${() => onPress(name)}
    >
      <span class="filter-name">${label}:</span> <bdi class="filter-value">${value}</bdi> ${icon(icons.chevronDown)}
    </button>
    ${panels?.[name] ?? nothing}`;
}

function statusValue({ chosen }: FiltersModel, words: Words): string {
  const [only] = chosen;
  if (only === undefined) return words.t('table.filter.all');
  return chosen.length === 1 ? statusText(only, words) : words.t('table.filter.several', { count: chosen.length });
}
