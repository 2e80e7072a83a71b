import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { TableColumn } from '../core/table-columns.js';
import { tableCell, type CellContext } from './table-cells.js';
import { columnClass } from './table-columns.js';

export interface RowContext extends CellContext {
  readonly columns: readonly TableColumn[];
  /** What each is called. */
  readonly labels: readonly string[];
}

/**
 * One batch. Presses are heard by the table, which finds them by `data-act` and `data-id`: a hundred rows have no
 * listeners of their own.
 */
export function batchRow(batch: Batch, context: RowContext): TemplateResult {
  const { columns, labels } = context;
  return html`<tr part=${`row row-${token(batch.status)}`} role="row" data-id=${batch.id}>
    ${columns.map((column, index) => tableCell(column, labels[index] ?? '', batch, context))}
  </tr>`;
}

/** A row of the real height, while nothing is known. */
export function skeletonRow(
  columns: readonly TableColumn[],
  labels: readonly string[],
  hasActions: boolean,
): TemplateResult {
  return html`<tr class="skeleton-row" aria-hidden="true">
    ${columns.map(
      (column, index) =>
        html`<td class=${columnClass(column)} data-label=${labels[index] ?? ''}>
          ${column.name === 'actions' && !hasActions ? nothing : html`<span class="skeleton"></span>`}
          ${twoLines.has(column.name) ? html`<div class="small"><span class="skeleton"></span></div>` : nothing}
        </td>`,
    )}
  </tr>`;
}

/** The columns whose cells have a second, smaller line. */
const twoLines: ReadonlySet<string> = new Set(['fileName', 'createdAt', 'updatedAt', 'progress']);

/** A part's name has no blank, whatever the server calls its state. */
function token(status: string): string {
  return status.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
