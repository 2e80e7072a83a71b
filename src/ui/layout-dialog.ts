import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ArrangedColumn, Density } from '../core/arrangement.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { modal, whenClosed } from './modal.js';
import { columnLabel } from './table-columns.js';

export interface LayoutModel {
  readonly open: boolean;
  /** Whether it was asked for and is on its way. */
  readonly awaited: boolean;
  readonly columns: readonly ArrangedColumn[];
  readonly density: Density;
  /** Whether the person changed anything. */
  readonly changed: boolean;
  /** What a screen reader is told in here: a modal silences everything around it. */
  readonly announcement: string;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onShow: (name: string, shown: boolean) => void;
  /** `places`: towards the end, or the start where negative. */
  readonly onMove: (name: string, places: number) => void;
  readonly onDensity: (density: Density) => void;
  readonly onReset: () => void;
}

/** Which columns, in which order, how dense: each choice counts at once. */
export function layoutDialog(model: LayoutModel, words: Words): TemplateResult {
  const { open, onClose } = model;
  return html`<dialog
    class="dialog dialog-small"
    part="dialog"
    closedby="any"
    aria-labelledby="layout-title"
    ${modal(open)}
    @close=${whenClosed(onClose)}
  >
    ${open ? content(model, words) : nothing}
  </dialog>`;
}

function content(model: LayoutModel, words: Words): TemplateResult {
  const { columns, density, changed, announcement, onClose, onDensity, onReset } = model;
  return html`<div class="dialog-header">
      <h2 class="heading" id="layout-title" tabindex="-1" autofocus>${words.t('table.layout')}</h2>
    </div>
    <div class="dialog-body">
      <fieldset class="plain">
        <legend class="label">${words.t('table.layout.columns')}</legend>
        <ol class="layout-list">
          ${repeat(
            columns,
            ({ column }) => column.name,
            (each, index) => columnLine(each, index, model, words),
          )}
        </ol>
      </fieldset>
      <fieldset class="plain densities">
        <legend class="label">${words.t('table.layout.density')}</legend>
        ${(['comfortable', 'compact'] as const).map(
          each =>
            html`<label class="option">
              <input type="radio" name="density" .checked=${live(each === density)} @change=${() => onDensity(each)} />
              ${words.t(`table.layout.${each}`)}
            </label>`,
        )}
      </fieldset>
    </div>
    <div class="dialog-footer">
      <button
        class="button button-quiet layout-reset"
        part="button"
        type="button"
        aria-disabled=${changed ? nothing : 'true'}
        @click=${() => changed && onReset()}
      >
        ${words.t('table.layout.reset')}
      </button>
      <button class="button button-primary" part="button button-primary" type="button" @click=${onClose}>
        ${words.t('table.layout.done')}
      </button>
    </div>
    <div class="visually-hidden" role="status">${announcement}</div>`;
}

function columnLine(
  { column, shown, fixed }: ArrangedColumn,
  index: number,
  { columns, onShow, onMove }: LayoutModel,
  words: Words,
): TemplateResult {
  const { name } = column;
  const label = columnLabel(column, words);
  const changed = (event: Event) => onShow(name, (event.currentTarget as HTMLInputElement).checked);
  const move = (places: 1 | -1, end: boolean) => moveButton(name, label, places, end, onMove, words);
  return html`<li class="layout-line" data-column=${name}>
    <label class="option">
      <input type="checkbox" ?disabled=${fixed} .checked=${live(shown)} @change=${changed} />
      <span class="option-text"
        ><bdi>${label}</bdi>${
          fixed ? html`<span class="small muted">${words.t('table.layout.fixed')}</span>` : nothing
        }</span
      >
    </label>
    ${move(-1, index === 0)} ${move(1, index === columns.length - 1)}
  </li>`;
}

/** At the end of the list it keeps the focus, and does nothing. */
function moveButton(
  name: string,
  label: string,
  places: 1 | -1,
  end: boolean,
  onMove: LayoutModel['onMove'],
  words: Words,
): TemplateResult {
  const text = words.t(places < 0 ? 'table.layout.up' : 'table.layout.down', { column: label });
  return html`<button
    class="button button-quiet button-neutral button-icon"
    part="button"
    type="button"
    data-move=${`${name} ${places}`}
    aria-label=${text}
    title=${text}
    aria-disabled=${end ? 'true' : nothing}
    @click=${() => !end && onMove(name, places)}
  >
    ${icon(places < 0 ? icons.sortAscending : icons.sortDescending)}
  </button>`;
}
