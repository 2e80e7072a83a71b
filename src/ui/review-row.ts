import { html, nothing, type TemplateResult } from 'lit';
import type { BatchDefinition } from '../core/definition.js';
import type { Issue, Severity } from '../core/issue.js';
import type { FileRecord, ValidationReport } from '../core/report.js';
import { describe } from '../words/describe.js';
import type { Words } from '../words/words.js';
import { cellId, editableCell } from './cell-editor.js';
import { cellText } from './cell-text.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { isRepeated } from './press.js';
import type { Shape } from './review-table.js';
import { untrusted } from './values.js';

interface ReviewRow {
  readonly record: FileRecord | null;
  readonly line: number | null;
  readonly issues: readonly Issue[];
  readonly report: ValidationReport;
  readonly shape: Shape;
  readonly tellsFixed: boolean;
  readonly remove: (row: number) => void;
}

/** One row of the file, or one line without a row. */
export function reviewRow(content: ReviewRow, words: Words): TemplateResult {
  const { record, line, issues, shape } = content;
  const row = record?.row ?? issues[0]?.row;
  const position = (value: number | null | undefined, label: string) =>
    html`<td class="number muted" role="cell" part="cell" data-label=${label}>
      ${value ? words.number(value) : words.t('value.none')}
    </td>`;
  return html`<tr role="row" part="row">
    ${shape.row ? position(row, words.t('issues.row')) : nothing}
    ${shape.line ? position(line, words.t('issues.line')) : nothing}
    ${shape.cells.map(({ name }, index) => cell(name, index, content, words))}
    ${shape.column ? columnNames(issues, words) : nothing} ${shape.issues ? issueTexts(content, words) : nothing}
    ${shape.actions ? actions(content, words) : nothing}
  </tr>`;
}

function cell(name: string, index: number, content: ReviewRow, words: Words): TemplateResult {
  const { record, issues, report, shape } = content;
  const position = report.columnIndexes[index] ?? -1;
  const grade = gradeOf(issues.filter(({ column }) => column === name));
  const value = record?.cells[position] ?? '';
  if (shape.actions && record !== null && position >= 0) {
    return editableCell({ row: record.row, column: name, index, value, grade }, words);
  }
  const shown = value
    ? cellText(value)
    : grade && html`<span class="visually-hidden">${words.t('issues.empty')}</span>`;
  return html`<td role="cell" part=${grade ? `cell cell-${grade}` : 'cell'} data-label=${name}>
    <span class="id value ${grade ? `value-${grade}` : ''}">${shown}</span>
  </td>`;
}

function gradeOf(issues: readonly Issue[]): Severity | null {
  return issues.some(({ severity }) => severity === 'error') ? 'error' : (issues[0]?.severity ?? null);
}

function columnNames(issues: readonly Issue[], words: Words): TemplateResult {
  const names = new Set(issues.map(({ column }) => column ?? ''));
  return html`<td role="cell" part="cell" data-label=${words.t('issues.column')}>
    ${[...names].map(name => html`<div class="id">${untrusted(name)}</div>`)}
  </td>`;
}

function issueTexts({ issues, record, report, tellsFixed }: ReviewRow, words: Words): TemplateResult {
  const row = record?.row ?? issues[0]?.row;
  const texts = issues.map(issue => issueText(issue, report.definition, words));
  const fixed = html`<div class="issue issue-fixed">${icon(icons.check)}<span>${words.t('review.fixed')}</span></div>`;
  return html`<td
    class="issue-texts"
    id=${row === undefined ? nothing : `issues-${row}`}
    role="cell"
    part="cell"
    data-label=${words.t('issues.issue')}
  >
    ${issues.length === 0 && tellsFixed ? fixed : texts}
  </td>`;
}

/** Pressing what was found leads to its cell. */
function issueText(issue: Issue, definition: BatchDefinition, words: Words): TemplateResult {
  const { heading, message, detail } = describe(issue, definition, words);
  const { severity, row, column } = issue;
  const index = definition.columns.findIndex(({ name }) => name === column);
  const text = html`${message === heading ? nothing : html`<span class="visually-hidden">${heading}: </span>`}${message}${
    detail ? html`<bdi class="muted"> ${detail}</bdi>` : nothing
  }`;
  return html`<div class="issue issue-${severity}" part="issue issue-${severity}">
    ${icon(severity === 'error' ? icons.alert : severity === 'warning' ? icons.warning : icons.info)}
    ${
      row === undefined || index < 0
        ? html`<span>${text}</span>`
        : html`<label for=${cellId(row, index)}>${text}</label>`
    }
  </div>`;
}

function actions({ record, remove }: ReviewRow, words: Words): TemplateResult {
  if (record === null) return html`<td class="row-actions" role="cell" part="cell"></td>`;
  const label = words.t('review.remove', { row: record.row });
  const press = (event: MouseEvent) => {
    if (!isRepeated(event)) remove(record.row);
  };
  return html`<td class="row-actions" role="cell" part="cell">
    <button
      class="button button-quiet button-neutral button-icon row-remove"
      part="button"
      type="button"
      data-remove=${record.row}
      aria-label=${label}
      title=${label}
      @click=${press}
    >
      ${icon(icons.trash)}
    </button>
  </td>`;
}
