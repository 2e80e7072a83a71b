import { html, type TemplateResult } from 'lit';
import type { BatchDefinition } from '../core/definition.js';
import type { Words } from '../words/words.js';

/** What each column of the file must hold: the definition, read out. Roles are written out: narrow rows become cards. */
export function fieldTable(definition: BatchDefinition, words: Words): TemplateResult {
  const labels = {
    name: words.t('field.name'),
    requirement: words.t('field.requirement'),
    type: words.t('field.type'),
    description: words.t('field.description'),
    example: words.t('field.example'),
    rules: words.t('field.rules'),
  };
  return html`<div class="table-frame">
    <table class="table table-cards field-table" part="table field-table" role="table">
      <caption class="visually-hidden">
        ${words.t('field.heading')}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${Object.values(labels).map(label => html`<th role="columnheader" scope="col" part="header-cell">${label}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${definition.columns.map(
          column =>
            html`<tr role="row" part="row">
              <th role="rowheader" scope="row" part="cell" data-label=${labels.name}>
                <code class="id">${column.name}</code>
              </th>
              <td role="cell" part="cell" data-label=${labels.requirement}>
                ${words.t(column.required ? 'field.mandatory' : 'field.optional')}
              </td>
              <td role="cell" part="cell" data-label=${labels.type}>${words.text(column.type)}</td>
              <td role="cell" part="cell" data-label=${labels.description}>${words.text(column.description)}</td>
              <td role="cell" part="cell" data-label=${labels.example}><code class="id">"${column.example}"</code></td>
              <td role="cell" part="cell" data-label=${labels.rules}>${words.text(column.rules)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
