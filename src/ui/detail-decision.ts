import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Batch } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import type { Words } from '../words/words.js';
import { subheading } from './heading.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import { sentence } from './sentence.js';
import { relativeTime, untrusted } from './values.js';

export interface DecisionContent {
  readonly batch: Batch;
  readonly definition: BatchDefinition;
  readonly level: number;
  readonly busy: boolean;
  readonly onDecide: (decision: MadeDecision) => void;
}

export interface MadeDecision {
  readonly decision: 'approve' | 'reject';
  readonly comment: string;
}

/** What a checker sees before deciding, and the decision. */
export function decisionPanel(content: DecisionContent, words: Words, now: number): TemplateResult {
  const { batch, level } = content;
  const by = batch.createdBy ? untrusted(batch.createdBy.name) : words.t('value.none');
  const warnings = batch.acceptedWarnings.map(code => html`<li>${warningText(code, words)}</li>`);
  return html`<section class="card decision" part="card" aria-labelledby="decision-heading">
    <div class="card-header">
      ${icon(icons.hourglass)}${subheading(level, words.t('decide.heading'), 'decision-heading')}
    </div>
    <div class="card-body">
      <p>${words.t('decide.body')}</p>
      <dl class="pairs">
        ${pair(words.t('detail.description'), batch.description ? untrusted(batch.description) : words.t('value.none'), true)}
        ${pair(words.t('decide.by'), sentence('{by} {time}', { by, time: relativeTime(batch.createdAt, words, now) }))}
        ${pair(words.t('detail.records'), words.number(batch.totalRecords))}
        ${pair(
          words.t('decide.warnings'),
          warnings.length > 0
            ? html`<ul>
                ${warnings}
              </ul>`
            : words.t('decide.warnings.none'),
        )}
        ${batch.rowsSha256 ? pair(words.t('decide.fingerprint'), fingerprint(batch.rowsSha256, words), true) : nothing}
      </dl>
      ${preview(content, words)} ${keyed(batch.id, form(content, words))}
    </div>
  </section>`;
}

function pair(label: string, value: TemplateResult | string | unknown[], wide = false): TemplateResult {
  return html`<div class=${wide ? 'pair pair-wide' : 'pair'}>
    <dt class="muted small">${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

function fingerprint(sha256: string, words: Words): TemplateResult {
  return html`<bdi class="id">${sha256}</bdi>
    <div class="muted small">${words.t('decide.fingerprint.hint')}</div>`;
}

/** What the maker saw over the warnings of this code; the code itself where we do not know it. */
function warningText(code: string, words: Words): TemplateResult | string {
  const key = `heading.${code}`;
  return words.has(key) ? words.t(key) : untrusted(code);
}

function preview({ batch, definition }: DecisionContent, words: Words): TemplateResult | typeof nothing {
  const rows = batch.preview?.filter(cells => Array.isArray(cells)) ?? [];
  if (rows.length === 0) return nothing;
  return html`<div class="preview" part="preview">
    <p class="label" id="preview-label">${words.t('decide.preview', { count: rows.length })}</p>
    <div class="table-frame">
      <div class="table-scroll preview-scroll" role="group" aria-labelledby="preview-label" tabindex="0">
        <table class="table" part="table" aria-labelledby="preview-label">
          <thead>
            <tr>
              <th class="number" part="header-cell" scope="col">${words.t('task.row')}</th>
              ${definition.columns.map(({ label }) => html`<th part="header-cell" scope="col">${words.text(label)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (cells, index) =>
                html`<tr part="row">
                  <td class="number muted" part="cell">${words.number(index + 1)}</td>
                  ${definition.columns.map(
                    (_column, at) =>
                      html`<td part="cell">
                        ${cells[at] ? html`<bdi class="id">${cells[at]}</bdi>` : words.t('value.none')}
                      </td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>
  </div>`;
}

/**
 * The comment stays in its field, whatever happens around it: nothing of it is lost by an error. Another batch has
 * another field, so that no word of one decision goes into the next.
 */
function form({ busy, onDecide }: DecisionContent, words: Words): TemplateResult {
  const press = (decision: MadeDecision['decision']) => (event: Event) => {
    const field = (event.currentTarget as HTMLElement).closest('form')?.querySelector('textarea');
    if (!busy) onDecide({ decision, comment: field?.value.trim() ?? '' });
  };
  const disabled = busy ? 'true' : 'false';
  const reason = busy ? words.t('act.running') : nothing;
  return html`<form class="decision-form" @submit=${(event: Event) => event.preventDefault()}>
    <label class="label" for="decision-comment">${words.t('decide.comment')}</label>
    <textarea class="field" id="decision-comment" rows="2" maxlength="500"></textarea>
    <div class="decision-actions">
      <button
        class="button"
        part="button"
        type="button"
        aria-disabled=${disabled}
        aria-description=${reason}
        data-reason=${reason}
        @click=${press('reject')}
      >
        ${words.t('decide.reject')}
      </button>
      <button
        class="button button-primary"
        part="button button-primary"
        type="button"
        aria-disabled=${disabled}
        aria-description=${reason}
        data-reason=${reason}
        @click=${press('approve')}
      >
        ${words.t('decide.approve')}
      </button>
    </div>
  </form>`;
}
