import { html, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import type { Words } from '../words/words.js';
import { notice } from './notice.js';
import { fileCard, progressBar } from './upload-file.js';

interface Transfer {
  readonly report: ValidationReport;
  /** Bytes. */
  readonly loaded: number;
  readonly total: number | null;
}

/** Bytes on their way, then the wait for the answer. */
export function sendingBody({ report, loaded, total }: Transfer, words: Words): TemplateResult {
  const share = total ? Math.min(loaded / total, 1) : null;
  const label = words.t('upload.sending', { count: report.rowCount });
  return html`<div class="under-way" tabindex="-1" data-focus>
    ${transferCard(report, progressBar(share === 1 ? null : share, label, transferText(share, loaded, total, label, words)), words)}
  </div>`;
}

function transferText(share: number | null, loaded: number, total: number | null, label: string, words: Words): string {
  if (share === null || total === null) return label;
  if (share === 1) return words.t('upload.sending.sent');
  return words.t('upload.sending.bytes', {
    loaded: words.bytes(loaded),
    total: words.bytes(total),
    percent: words.percent(share),
  });
}

/** Nobody knows yet whether the batch is there. */
export function checkingBody(report: ValidationReport, problem: Problem, words: Words): TemplateResult {
  const heading = words.t('upload.checking.heading');
  return html`<div class="under-way" tabindex="-1" data-focus>
    ${transferCard(report, progressBar(null, heading, null), words)}
    ${notice({
      tone: 'queued',
      heading,
      body: html`<p>${words.t(problem.code === 'canceled' ? 'upload.checking.canceled' : 'upload.checking.body')}</p>`,
    })}
  </div>`;
}

function transferCard(report: ValidationReport, progress: TemplateResult, words: Words): TemplateResult {
  const rows = { count: report.rowCount, exact: report.rowCountExact };
  return fileCard({ name: report.fileName, size: report.source.size, rows, progress }, words);
}

/** A file that is being read. */
export function readingBody(file: File, share: number, words: Words): TemplateResult {
  const label = words.t('upload.reading');
  const text = words.t('upload.reading.progress', { percent: words.percent(share) });
  const progress = progressBar(share, label, text);
  return html`<div class="under-way" tabindex="-1" data-focus>
    ${fileCard({ name: file.name, size: file.size, rows: null, progress }, words)}
  </div>`;
}
