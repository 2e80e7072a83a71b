import { html, nothing, type TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import { describeProblem } from '../words/describe.js';
import type { Words } from '../words/words.js';
import { icon } from './icon.js';
import { notice } from './notice.js';
import { sentence } from './sentence.js';
import { statusBadge } from './status.js';
import { reviewedFile } from './upload-review.js';
import { isolated } from './values.js';

interface Failure {
  readonly report: ValidationReport;
  readonly problem: Problem;
  /** Nobody knows whether the batch is there. */
  readonly unknown: boolean;
  /** `null` where no other file may be given. */
  readonly replace: (() => void) | null;
  /** To a batch by its id. */
  readonly linkTo: (id: string) => TemplateResult;
}

/** What went wrong with sending, what is kept, and what to do. It takes the focus. */
export function failureBody({ report, problem, unknown, replace, linkTo }: Failure, words: Words): TemplateResult {
  const { batchId } = problem;
  const duplicate = problem.code === 'duplicate_batch';
  const [heading, text] = failureWords(problem, unknown, words);
  const body =
    duplicate && batchId !== null ? sentence(words.t('upload.failed.duplicate'), { id: linkTo(batchId) }) : text;
  return html`${reviewedFile(report, replace, words)}
    <div class="verdict" part="error" tabindex="-1" data-focus>
      ${notice({
        tone: duplicate || unknown ? 'partial' : 'failed',
        heading,
        body: html`<p>${body}</p>
          <p class="small muted">${words.t('upload.failed.kept')}${requestId(problem, words)}</p>`,
      })}
    </div>`;
}

/** The same in one sentence, as it is spoken. */
export function failureText(problem: Problem, unknown: boolean, words: Words): string {
  const [heading, text] = failureWords(problem, unknown, words);
  return `${heading}. ${text}`;
}

function failureWords(problem: Problem, unknown: boolean, words: Words): readonly [heading: string, text: string] {
  switch (problem.code) {
    case 'duplicate_batch':
      return [words.t('upload.failed.duplicate.heading'), words.t('upload.failed.duplicate.unknown')];
    case 'canceled':
      return [words.t('upload.failed.canceled.heading'), words.t('upload.failed.canceled')];
    case 'invalid_description':
      return [words.t('upload.failed.description.heading'), describeProblem(problem, words)];
    default:
      return unknown
        ? [words.t('upload.failed.unknown.heading'), words.t('upload.failed.unknown')]
        : [words.t('upload.failed.heading'), describeProblem(problem, words)];
  }
}

function requestId({ requestId: id }: Problem, words: Words): TemplateResult | typeof nothing {
  return id === null ? nothing : html` ${words.t('problem.requestId')} <bdi class="id">${id}</bdi>`;
}

interface Success {
  readonly batch: Batch;
  readonly copied: boolean;
  readonly copy: () => void;
}

/** "1,000 rows of “october.csv” are queued for processing." */
export function doneText({ status, totalRecords, fileName }: Batch, words: Words): string {
  const key = status === 'PENDING_APPROVAL' ? 'upload.done.pending' : 'upload.done.queued';
  return words.t(key, { count: totalRecords, file: isolated(fileName) });
}

/** The batch is there: what it is called, and what becomes of it. */
export function doneBody({ batch, copied, copy }: Success, words: Words): TemplateResult {
  const pending = batch.status === 'PENDING_APPROVAL';
  return html`<div class="done" tabindex="-1" data-focus>
    <span class=${pending ? 'done-icon done-pending' : 'done-icon'}>${icon(pending ? 'hourglass' : 'check')}</span>
    <p class="done-heading">${words.t('upload.done.heading')}</p>
    <slot name="success"><p class="muted done-text">${doneText(batch, words)}</p></slot>
    <dl class="card done-facts" part="card">
      <div>
        <dt class="small muted">${words.t('detail.id')}</dt>
        <dd class="done-id">
          <bdi class="id" id="batch-id">${batch.id}</bdi>
          <button
            class="button button-quiet button-icon"
            part="button"
            type="button"
            aria-label=${words.t('detail.id.copy')}
            title=${words.t(copied ? 'detail.id.copied' : 'detail.id.copy')}
            @click=${copy}
          >
            ${icon(copied ? 'check' : 'copy')}
          </button>
        </dd>
      </div>
      <div>
        <dt class="small muted">${words.t('detail.status')}</dt>
        <dd>${statusBadge(batch.status, words)}</dd>
      </div>
    </dl>
  </div>`;
}
