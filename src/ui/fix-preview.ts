import { html, nothing, type TemplateResult } from 'lit';
import type { ValidationReport } from '../core/report.js';
import type { Words } from '../words/words.js';
import { cellText } from './cell-text.js';
import { isRepeated } from './press.js';
import { partsList } from './upload-parts.js';

type Cells = readonly string[] | null;

interface FixPreview {
  /** The fix in words. */
  readonly label: string;
  readonly header: { readonly before: Cells; readonly after: Cells } | null;
  /** The first rows that change; `after` is `null` for one that goes. */
  readonly rows: readonly { readonly row: number; readonly before: Cells; readonly after: Cells }[];
  readonly changedRows: number;
  /** Batches that a split makes. */
  readonly parts: readonly ValidationReport[];
  /** Errors that are left. */
  readonly errors: number;
  readonly apply: () => void;
  readonly dismiss: () => void;
}

/** What a fix would do, before it is done. Takes the focus; Esc gives it up. */
export function fixPreview(preview: FixPreview, words: Words): TemplateResult {
  const { label, header, rows, parts, apply, dismiss } = preview;
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // Otherwise the sheet would take it for its own.
    event.preventDefault();
    event.stopPropagation();
    dismiss();
  };
  return html`<section class="card fix-preview" part="card" data-whole aria-labelledby="fix-title" @keydown=${leave}>
    <p class="subheading fix-title" id="fix-title" tabindex="-1">${words.t('preview.heading', { fix: label })}</p>
    ${parts.length > 0 ? partsList({ parts, states: [] }, words) : html`<p>${lead(preview, words)}</p>`}
    ${
      header || rows.length > 0
        ? html`<div class="table-frame">
            <table class="table table-cards preview" part="table preview" role="table" aria-labelledby="fix-title">
              <thead role="rowgroup">
                <tr role="row">
                  <th class="number" role="columnheader" scope="col" part="header-cell">${words.t('issues.row')}</th>
                  <th role="columnheader" scope="col" part="header-cell">${words.t('preview.before')}</th>
                  <th role="columnheader" scope="col" part="header-cell">${words.t('preview.after')}</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${header ? changed(words.t('preview.header'), header.before, header.after, words) : nothing}
                ${rows.map(({ row, before, after }) => changed(words.number(row), before, after, words))}
              </tbody>
            </table>
          </div>`
        : nothing
    }
    <div class="fix-actions">
      <button class="button" part="button" type="button" @click=${dismiss}>${words.t('action.cancel')}</button>
      <button
        class="button button-primary"
        part="button button-primary"
        type="button"
        @click=${(event: MouseEvent) => !isRepeated(event) && apply()}
      >
        ${words.t('preview.apply')}
      </button>
    </div>
  </section>`;
}

function lead({ rows, changedRows: count, errors }: FixPreview, words: Words): string {
  const removes = rows.length > 0 && rows.every(({ after }) => after === null);
  const left = errors === 0 ? words.t('preview.left.none') : words.t('preview.left', { count: errors });
  if (count === 0) return left;
  const what = words.t(removes ? 'preview.removed' : 'preview.rows', { count });
  return count > rows.length
    ? `${what} ${left} ${words.t('preview.first', { count: rows.length })}`
    : `${what} ${left}`;
}

function changed(label: string, before: Cells, after: Cells, words: Words): TemplateResult {
  return html`<tr role="row" part="row">
    <th class="number muted" role="rowheader" scope="row" part="cell" data-label=${words.t('issues.row')}>${label}</th>
    <td role="cell" part="cell" data-label=${words.t('preview.before')}>${cellsOf(before, after, words)}</td>
    <td role="cell" part="cell" data-label=${words.t('preview.after')}>${cellsOf(after, before, words)}</td>
  </tr>`;
}

/** The cells of a record; those that differ from the other's stand out. */
function cellsOf(cells: Cells, others: Cells, words: Words): TemplateResult {
  if (cells === null) return html`<span class="muted">${words.t('value.none')}</span>`;
  return html`<span class="id record"
    >${cells.map((cell, index) => {
      const isSame = others === null || others[index] === cell;
      const text = html`${index > 0 ? html`<span class="comma">,</span>` : nothing}`;
      return isSame
        ? html`${text}<span class="record-cell">${cellText(cell)}</span>`
        : html`${text}<mark class="record-cell">${cellText(cell)}</mark>`;
    })}</span
  >`;
}
