import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CreatedDays } from '../core/created-range.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { anchored } from './popover.js';
import { statusBadge } from './status.js';
import type { FilterName } from './table-filters.js';

export interface FilterPanelsModel {
  /** All that can be chosen. */
  readonly statuses: readonly string[];
  readonly chosen: readonly string[];
  /** Batches by status, where the server counts them. */
  readonly counts: Readonly<Record<string, number>> | null;
  readonly days: CreatedDays;
  /** The first day is after the last. */
  readonly turned: boolean;
  /** Lengths of time to choose from, in days; the one in force, if it is one of them. */
  readonly spans: readonly number[];
  readonly span: number | null;
  readonly onStatus: (status: string, chosen: boolean) => void;
  readonly onClearStatuses: () => void;
  readonly onDays: (change: Partial<CreatedDays>) => void;
  /** The last so many days. */
  readonly onSpan: (days: number) => void;
  /** The days are no longer on screen. */
  readonly onLeaveDays: () => void;
}

/** What opens beneath the button of each filter. */
export function filterPanels(model: FilterPanelsModel, words: Words): Readonly<Record<FilterName, TemplateResult>> {
  return {
    status: panel('status', words.t('table.filter.status'), statusPanel(model, words)),
    created: panel('created', words.t('table.filter.created'), createdPanel(model, words), model.onLeaveDays),
  };
}

/** A panel that scrolls is no stop for the keyboard, as it would be in Firefox: what is in it leads through all of it. */
function panel(name: FilterName, label: string, content: TemplateResult, onClose?: () => void): TemplateResult {
  const toggled = (event: ToggleEvent) => {
    if (event.newState === 'closed') onClose?.();
  };
  return html`<div
    class="panel"
    id="filter-${name}"
    popover="auto"
    role="group"
    tabindex="-1"
    aria-label=${label}
    ${anchored(root => root.querySelector(`[data-filter="${name}"]`))}
    @toggle=${toggled}
  >
    ${content}
  </div>`;
}

function statusPanel(model: FilterPanelsModel, words: Words): TemplateResult {
  const { statuses, chosen, counts, onStatus, onClearStatuses } = model;
  return html`<ul class="options">
      ${statuses.map(
        status =>
          html`<li>
            <label class="option">
              <input
                type="checkbox"
                data-status=${status}
                .checked=${live(chosen.includes(status))}
                @change=${(event: Event) => onStatus(status, (event.currentTarget as HTMLInputElement).checked)}
              />
              ${statusBadge(status, words)}
              ${counts === null ? nothing : html`<span class="option-count muted">${countOf(counts, status, words)}</span>`}
            </label>
          </li>`,
      )}
    </ul>
    ${clearButton(chosen.length > 0, onClearStatuses, words)}`;
}

function createdPanel(model: FilterPanelsModel, words: Words): TemplateResult {
  const { days, turned, spans, span, onDays, onSpan } = model;
  return html`<div class="spans">
      ${spans.map(
        length =>
          html`<button
            class="chip"
            type="button"
            aria-pressed=${length === span ? 'true' : 'false'}
            @click=${() => onSpan(length)}
          >
            ${length === 1 ? words.t('table.filter.today') : words.t('table.filter.days', { count: length })}
          </button>`,
      )}
    </div>
    <div class="days">
      ${dayField('from', words.t('table.filter.from'), days.from, turned, onDays)}
      ${dayField('to', words.t('table.filter.to'), days.to, turned, onDays)}
    </div>
    <p class="days-note small" id="days-note" role="status">
      ${turned ? html`<span class="days-fault">${icon(icons.alert)}${words.t('table.filter.order')}</span>` : nothing}
    </p>
    <p class="small muted">${words.t('table.filter.zone', { zone: words.zoneName(words.timeZone) })}</p>
    ${clearButton(days.from !== '' || days.to !== '', () => onDays({ from: '', to: '' }), words)}`;
}

function dayField(
  name: keyof CreatedDays,
  label: string,
  value: string,
  invalid: boolean,
  onDays: FilterPanelsModel['onDays'],
): TemplateResult {
  const changed = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    // Half a date is none yet.
    if (!input.validity.badInput) onDays({ [name]: input.value });
  };
  return html`<label class="day">
    <span class="label small">${label}</span>
    <input
      class="field"
      type="date"
      name=${name}
      max="9999-12-31"
      aria-invalid=${invalid ? 'true' : nothing}
      aria-describedby=${invalid ? 'days-note' : nothing}
      .value=${live(value)}
      @change=${changed}
    />
  </label>`;
}

/** Where there is nothing to clear it keeps its place, and the focus. */
function clearButton(clears: boolean, onClear: () => void, words: Words): TemplateResult {
  return html`<div class="panel-footer">
    <button
      class="button button-quiet"
      part="button"
      type="button"
      aria-disabled=${clears ? nothing : 'true'}
      @click=${() => clears && onClear()}
    >
      ${words.t('table.filter.clear')}
    </button>
  </div>`;
}

function countOf(counts: Readonly<Record<string, number>>, status: string, words: Words): string {
  const count = Object.hasOwn(counts, status) ? counts[status] : 0;
  return words.number(typeof count === 'number' && count > 0 ? count : 0);
}
