import { html, nothing, type TemplateResult } from 'lit';
import type { FileFault } from '../core/file-fault.js';
import type { Findings } from '../core/findings.js';
import type { ValidationReport } from '../core/report.js';
import type { Words } from '../words/words.js';
import { previewTable } from './preview-table.js';
import { reviewTable, type ReviewTable } from './review-table.js';
import { faultNotice } from './upload-choose.js';
import { uploadChoices, type Choices } from './upload-choices.js';
import { fileCard } from './upload-file.js';
import { verdict } from './upload-verdict.js';

type Content = TemplateResult | typeof nothing;

interface ReviewContent {
  readonly report: ValidationReport;
  readonly findings: Findings;
  readonly fault: FileFault | null;
  readonly replace: () => void;
  /** What the verdict says beside its sentence: advice, the way to errors, fixes. */
  readonly advice: Content;
  /** Beneath the verdict: a fix that is proposed, an earlier batch, the parts of a split file. */
  readonly notices: Content;
  readonly filter: Content;
  /** The rows on screen; `null` for the first few of a file without an issue. */
  readonly table: ReviewTable | null;
  readonly showAll: () => void;
  /** `null` where there is nothing to decide. */
  readonly choices: Choices | null;
}

/** The verdict on a file, everything that was found in it, and what is decided before it is sent. */
export function reviewBody(content: ReviewContent, words: Words): TemplateResult {
  const { report, findings, table, choices } = content;
  return html`${faultNotice(content.fault, words)} ${reviewedFile(report, content.replace, words)}
    ${verdict(report, findings, content.advice, words)} ${content.notices}
    <slot name="review"></slot>
    ${content.filter} ${table ? tableOf(table, words) : previewTable(report, content.showAll, words)}
    ${choices && report.rowCount > 0 ? uploadChoices(choices, words) : nothing}`;
}

function tableOf(table: ReviewTable, words: Words): TemplateResult {
  if (table.rows.length > 0) return reviewTable(table, words);
  return html`<p class="muted">${words.t('review.none')}</p>`;
}

export function reviewedFile(report: ValidationReport, replace: (() => void) | null, words: Words): TemplateResult {
  const button = html`<button class="button" part="button" type="button" @click=${replace}>
    ${words.t('upload.replace')}
  </button>`;
  return fileCard(
    {
      name: report.fileName,
      size: report.source.size,
      rows: { count: report.rowCount, exact: report.rowCountExact },
      actions: replace ? button : nothing,
    },
    words,
  );
}
