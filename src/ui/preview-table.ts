import { html, type TemplateResult } from 'lit';
import type { ValidationReport } from '../core/report.js';
import type { Words } from '../words/words.js';
import { cellText } from './cell-text.js';
import { untrusted } from './values.js';

const shownRows = 5;

/** The first rows as they will be sent. */
export function previewTable(
  { records, rowCount: total, definition, columnIndexes }: ValidationReport,
  showAll: () => void,
  words: Words,
): TemplateResult {
  const rows = records.slice(0, shownRows);
  const caption =
    rows.length < total
      ? words.t('upload.preview', { count: rows.length, total })
      : words.t('upload.preview.all', { count: total });
  return html`<figure>
    <figcaption class="small muted caption">
      ${caption}
      <button class="link" type="button" @click=${showAll}>
        ${words.t(rows.length < total ? 'upload.preview.showAll' : 'upload.preview.edit')}
      </button>
    </figcaption>
    <div class="table-frame">
      <table class="table table-cards preview" part="table preview" role="table" aria-label=${caption}>
        <thead role="rowgroup">
          <tr role="row">
            <th class="number" role="columnheader" scope="col" part="header-cell">${words.t('issues.row')}</th>
            ${definition.columns.map(
              ({ name }) => html`<th role="columnheader" scope="col" part="header-cell">${untrusted(name)}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map(
            ({ row, cells }) =>
              html`<tr role="row" part="row">
                <td class="number muted" role="cell" part="cell" data-label=${words.t('issues.row')}>
                  ${words.number(row)}
                </td>
                ${definition.columns.map(
                  ({ name }, index) =>
                    html`<td role="cell" part="cell" data-label=${name}>
                      <span class="id value">${cellText(cells[columnIndexes[index] ?? -1] ?? '')}</span>
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </figure>`;
}
