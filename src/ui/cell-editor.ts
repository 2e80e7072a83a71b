import { html, nothing, type TemplateResult } from 'lit';
import type { Severity } from '../core/issue.js';
import type { Words } from '../words/words.js';
import { cellText, hidesCharacters } from './cell-text.js';

/** UTF-16 code units; nobody writes more by hand, and one cell can hold a whole file. */
const longestEdited = 10_000;
const lineBreak = /[\r\n]/;

export interface EditedCell {
  readonly row: number;
  readonly column: string;
  /** Of the column, among the definition's. */
  readonly index: number;
  readonly value: string;
  /** The gravest of what was found in it. */
  readonly grade: Severity | null;
}

/** A cell's own id, for its label and for whoever leads there. */
export function cellId(row: number, index: number): string {
  return `cell-${row}-${index}`;
}

/** A cell as a field; what a field cannot show stands beneath it. One template: there are many of them at once. */
export function editableCell({ row, column, index, value, grade }: EditedCell, words: Words): TemplateResult {
  const part = grade ? `cell cell-${grade}` : 'cell';
  const id = cellId(row, index);
  const label = words.t('review.cell', { column, row });
  const className = grade ? `id cell-field cell-field-${grade}` : 'id cell-field';
  const invalid = grade === 'error' ? 'true' : nothing;
  const described = grade ? `issues-${row}` : nothing;
  if (value.length > longestEdited) {
    return html`<td role="cell" part=${part} data-label=${column}>
      <span class="id value">${cellText(value)}</span>
    </td>`;
  }
  // A line break would be lost in a field of one line.
  if (lineBreak.test(value)) {
    return html`<td role="cell" part=${part} data-label=${column}>
      <textarea
        class=${className}
        id=${id}
        data-row=${row}
        data-column=${column}
        rows="2"
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${label}
        aria-invalid=${invalid}
        aria-describedby=${described}
        .value=${value}
      ></textarea
      >${hidden(value)}
    </td>`;
  }
  return html`<td role="cell" part=${part} data-label=${column}>
    <input
      class=${className}
      id=${id}
      data-row=${row}
      data-column=${column}
      type="text"
      dir="auto"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="done"
      aria-label=${label}
      aria-invalid=${invalid}
      aria-describedby=${described}
      .value=${value}
    />${hidden(value)}
  </td>`;
}

/** What a field does not show. */
function hidden(value: string): TemplateResult | typeof nothing {
  if (!hidesCharacters(value)) return nothing;
  return html`<span class="id small muted cell-seen" aria-hidden="true">${cellText(value)}</span>`;
}

/** A field of a cell, as the table hears of it. */
type CellField = HTMLInputElement | HTMLTextAreaElement;

export interface CellHandlers {
  /** What stands in the file. */
  readonly valueOf: (row: number, column: string) => string;
  readonly edit: (row: number, column: string, value: string) => void;
}

/** Enter and leaving take what was typed, Esc gives it up, arrows lead to the same column of the next row. */
export function cellKeys({ valueOf, edit }: CellHandlers): {
  readonly change: (event: Event) => void;
  readonly keydown: (event: KeyboardEvent) => void;
} {
  const commit = (field: CellField) => {
    const [row, column] = addressOf(field);
    const before = valueOf(row, column);
    // A text area turns each kind of line break into one: that is no change of the person's.
    if (field.value !== shownIn(field, before)) edit(row, column, field.value);
  };
  return {
    change: ({ target }) => {
      if (isCellField(target)) commit(target);
    },
    keydown: event => {
      const { target, key, isComposing } = event;
      if (!isCellField(target) || isComposing) return;
      const [row, column] = addressOf(target);
      if (key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        commit(target);
      } else if (key === 'Escape') {
        const before = shownIn(target, valueOf(row, column));
        if (target.value === before) return;
        target.value = before;
        // Otherwise the sheet would take it for its own.
        event.preventDefault();
        event.stopPropagation();
      } else if ((key === 'ArrowDown' || key === 'ArrowUp') && target instanceof HTMLInputElement) {
        const next = beside(target, key === 'ArrowDown' ? 1 : -1);
        if (!next) return;
        event.preventDefault();
        next.focus();
        next.select();
      }
    },
  };
}

function isCellField(target: EventTarget | null): target is CellField {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.dataset['column'] !== undefined;
}

function addressOf({ dataset }: CellField): readonly [row: number, column: string] {
  return [Number(dataset['row']), dataset['column'] ?? ''];
}

function shownIn(field: CellField, value: string): string {
  return field instanceof HTMLTextAreaElement ? value.replace(/\r\n?/g, '\n') : value;
}

function beside(field: CellField, by: 1 | -1): CellField | undefined {
  const fields = [...(field.closest('table')?.querySelectorAll<CellField>('[data-column]') ?? [])];
  const column = fields.filter(({ dataset }) => dataset['column'] === field.dataset['column']);
  return column[column.indexOf(field) + by];
}
