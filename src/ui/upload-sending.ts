import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import type { Words } from '../words/words.js';
import { notice } from './notice.js';
import { fileCard, progressBar } from './upload-file.js';
import { partsList, type PartState } from './upload-parts.js';

/** The parts of a split file and what became of each; `null` for a file in one piece. */
export type Parts = { readonly parts: readonly ValidationReport[]; readonly states: readonly PartState[] } | null;

interface Transfer {
  readonly report: ValidationReport;
  /** That are sent in all. */
  readonly rows: number;
  /** Rows of the parts that are there, and of the one on its way. */
  readonly rowsBefore: number;
  readonly rowsNow: number;
  /** Bytes of the part on its way. */
  readonly loaded: number;
  readonly total: number | null;
  /** Milliseconds until the last byte, `null` where that cannot be said. */
  readonly remaining: number | null;
  readonly stalled: boolean;
  readonly parts: Parts;
}

/** Bytes on their way, then the wait for the answer; of a split file all parts in one. */
export function sendingBody(transfer: Transfer, words: Words): TemplateResult {
  const { report, rows, rowsBefore, rowsNow, loaded, total, stalled, parts } = transfer;
  const share = total ? Math.min(loaded / total, 1) : null;
  const label = words.t('upload.sending', { count: rows });
  const whole = parts ? (rowsBefore + rowsNow * (share ?? 0)) / rows : share === 1 ? null : share;
  const text = transferText(share, transfer, label, words);
  const place = parts && words.t('upload.sending.part', { part: currentPart(parts), parts: parts.parts.length });
  return html`<div class="under-way" role="group" aria-label=${label} tabindex="-1" data-focus>
    ${transferCard(report, progressBar(whole, label, place ? `${place} · ${text}` : text), words)}
    ${stalled ? notice({ tone: 'partial', body: words.t('upload.sending.stalled') }) : nothing}
    ${parts ? partsList(parts, words) : nothing}
  </div>`;
}

function currentPart({ states }: NonNullable<Parts>): number {
  return states.findIndex(({ state }) => state !== 'sent') + 1;
}

function transferText(share: number | null, transfer: Transfer, label: string, words: Words): string {
  const { loaded, total, remaining } = transfer;
  if (share === null || total === null) return label;
  if (share === 1) return words.t('upload.sending.sent');
  const bytes = { loaded: words.bytes(loaded), total: words.bytes(total), percent: words.percent(share) };
  if (remaining === null) return words.t('upload.sending.bytes', bytes);
  return words.t('upload.sending.left', { ...bytes, time: words.duration(Math.max(remaining, 1000)) });
}

interface CheckingContent {
  readonly report: ValidationReport;
  readonly problem: Problem;
  readonly parts: Parts;
}

/** Nobody knows yet whether the batch is there. */
export function checkingBody({ report, problem, parts }: CheckingContent, words: Words): TemplateResult {
  const heading = words.t('upload.checking.heading');
  return html`<div class="under-way" role="group" aria-label=${heading} tabindex="-1" data-focus>
    ${transferCard(report, progressBar(null, heading, null), words)}
    ${notice({
      tone: 'queued',
      heading,
      body: html`<p>${words.t(problem.code === 'canceled' ? 'upload.checking.canceled' : 'upload.checking.body')}</p>`,
    })}
    ${parts ? partsList(parts, words) : nothing}
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
  return html`<div class="under-way" role="group" aria-label=${label} tabindex="-1" data-focus>
    ${fileCard({ name: file.name, size: file.size, rows: null, progress }, words)}
  </div>`;
}
