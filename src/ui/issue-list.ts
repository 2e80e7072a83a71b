import { html, nothing, type TemplateResult } from 'lit';
import type { BatchColumn, BatchDefinition } from '../core/definition.js';
import type { Issue } from '../core/issue.js';
import type { Sequence, ValidationReport } from '../core/report.js';
import { describe } from '../words/describe.js';
import type { Words } from '../words/words.js';
import { cellText } from './cell-text.js';
import { icon } from './icon.js';

interface IssueList {
  readonly issues: Sequence<Issue>;
  /** Where the cells come from. */
  readonly report: ValidationReport;
  /** Which issues are listed. */
  readonly has: (issue: Issue) => boolean;
  /** How many issues there are of those. */
  readonly total: number;
  /** How many of them are shown at most. */
  readonly limit: number;
  readonly more: () => void;
}

/** How many issues are put on the page at once. */
export const issuePage = 100;

/** Issues row by row, each with its line, its cell and what is wrong with it. The total is true where the list is cut. */
export function issueList(list: IssueList, words: Words): TemplateResult {
  const { report, total, limit, more } = list;
  const found = firstOf(list.issues, list.has, limit);
  const shape = shapeOf(found, report);
  const header = (text: string, className = '') =>
    html`<th class=${className || nothing} role="columnheader" scope="col" part="header-cell">${text}</th>`;
  return html`<div class="table-frame">
      <table
        class="table table-cards issue-list"
        part="table issue-list"
        role="table"
        aria-label=${words.t('issues.label')}
      >
        <thead role="rowgroup">
          <tr role="row">
            ${shape.row ? header(words.t('issues.row'), 'number') : nothing}
            ${shape.line ? header(words.t('issues.line'), 'number') : nothing}
            ${shape.cells.map(({ name }) => header(name))} ${shape.column ? header(words.t('issues.column')) : nothing}
            ${header(words.t('issues.issue'))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${byRow(found).map(issues => issueRow(issues, shape, report, words))}
        </tbody>
      </table>
    </div>
    ${
      found.length < total
        ? html`<p class="list-more small muted">
            ${words.t('issues.shown', { shown: found.length, total })}
            <button class="button" part="button" type="button" @click=${more}>
              ${words.t('issues.more', { count: Math.min(issuePage, total - found.length) })}
            </button>
          </p>`
        : nothing
    }`;
}

/** Which columns the list has: those that say something. */
interface Shape {
  readonly row: boolean;
  readonly line: boolean;
  /** The definition's columns, where their cells are known. */
  readonly cells: readonly BatchColumn[];
  /** The column's name alone, where cells are not known. */
  readonly column: boolean;
}

function shapeOf(issues: readonly Issue[], { columnIndexes, definition }: ValidationReport): Shape {
  const row = issues.some(issue => issue.row !== undefined);
  const hasCells = row && columnIndexes.some(index => index >= 0);
  return {
    row,
    line: issues.some(({ line }) => line !== undefined),
    cells: hasCells ? definition.columns : [],
    column: !hasCells && issues.some(({ column }) => column !== undefined),
  };
}

function issueRow(
  issues: readonly Issue[],
  shape: Shape,
  { records, definition, columnIndexes }: ValidationReport,
  words: Words,
): TemplateResult {
  const { row, line } = issues[0];
  const record = row === undefined ? undefined : records.at(row - 1);
  const position = (value: number | undefined, label: string) =>
    html`<td class="number muted" role="cell" part="cell" data-label=${label}>
      ${value === undefined ? words.t('value.none') : words.number(value)}
    </td>`;
  const names = new Set(issues.map(({ column }) => column ?? ''));
  return html`<tr role="row" part="row">
    ${shape.row ? position(row, words.t('issues.row')) : nothing}
    ${shape.line ? position(line, words.t('issues.line')) : nothing}
    ${shape.cells.map(({ name }, index) => cell(name, record?.cells[columnIndexes[index] ?? -1], issues, words))}
    ${
      shape.column
        ? html`<td role="cell" part="cell" data-label=${words.t('issues.column')}>
            ${[...names].map(name => html`<div class="id">${name}</div>`)}
          </td>`
        : nothing
    }
    <td class="issue-texts" role="cell" part="cell" data-label=${words.t('issues.issue')}>
      ${issues.map(issue => issueText(issue, definition, words))}
    </td>
  </tr>`;
}

function cell(name: string, value: string | undefined, issues: readonly Issue[], words: Words): TemplateResult {
  const own = issues.filter(({ column }) => column === name);
  const grade = own.some(({ severity }) => severity === 'error') ? 'error' : (own[0]?.severity ?? null);
  const content = value
    ? cellText(value)
    : grade && html`<span class="visually-hidden">${words.t('issues.empty')}</span>`;
  return html`<td role="cell" part=${grade ? `cell cell-${grade}` : 'cell'} data-label=${name}>
    <span class="id value ${grade ? `value-${grade}` : ''}">${content}</span>
  </td>`;
}

function issueText(issue: Issue, definition: BatchDefinition, words: Words): TemplateResult {
  const { heading, message, detail } = describe(issue, definition, words);
  const { severity } = issue;
  return html`<div class="issue issue-${severity}" part="issue issue-${severity}">
    ${icon(severity === 'error' ? 'alert' : severity === 'warning' ? 'warning' : 'info')}
    <span
      >${message === heading ? nothing : html`<span class="visually-hidden">${heading}: </span>`}${message}${
        detail ? html`<bdi class="muted"> ${detail}</bdi>` : nothing
      }</span
    >
  </div>`;
}

/** The first that are wanted, without making the rest. */
function firstOf(issues: Sequence<Issue>, wanted: (issue: Issue) => boolean, limit: number): readonly Issue[] {
  const found: Issue[] = [];
  for (const issue of issues) {
    if (found.length >= limit) break;
    if (wanted(issue)) found.push(issue);
  }
  return found;
}

/** Neighbours with the same row, or with none and the same line, stand together. */
function byRow(issues: readonly Issue[]): readonly (readonly Issue[])[] {
  const groups: Issue[][] = [];
  for (const issue of issues) {
    const last = groups.at(-1);
    if (last && last[0].row === issue.row && last[0].line === issue.line) last.push(issue);
    else groups.push([issue]);
  }
  return groups;
}
