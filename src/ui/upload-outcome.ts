import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import { describeProblem } from '../words/describe-problem.js';
import type { Words } from '../words/words.js';
import { notice } from './notice.js';
import { sentence } from './sentence.js';
import { partsList } from './upload-parts.js';
import { reviewedFile } from './upload-review.js';
import type { Parts } from './upload-sending.js';

interface Failure {
  readonly report: ValidationReport;
  readonly problem: Problem;
  /** Nobody knows whether the batch is there. */
  readonly unknown: boolean;
  /** `null` where no other file may be given. */
  readonly replace: (() => void) | null;
  /** To a batch by its id. */
  readonly linkTo: (id: string) => TemplateResult;
  /** Which parts of a split file are there. */
  readonly parts: Parts;
}

/** What went wrong with sending, what is kept, and what to do. It takes the focus. */
export function failureBody(
  { report, problem, unknown, replace, linkTo, parts }: Failure,
  words: Words,
): TemplateResult {
  const { batchId } = problem;
  const duplicate = problem.code === 'duplicate_batch';
  const [heading, text] = failureWords(problem, unknown, words);
  const someSent = parts?.states.some(({ state }) => state === 'sent') ?? false;
  const body =
    duplicate && batchId !== null ? sentence(words.t('upload.failed.duplicate'), { id: linkTo(batchId) }) : text;
  return html`${reviewedFile(report, replace, words)}
    <div
      class="verdict"
      part="error"
      role="group"
      aria-label=${failureText(problem, unknown, words)}
      tabindex="-1"
      data-focus
    >
      ${notice({
        tone: duplicate || unknown ? 'partial' : 'failed',
        heading,
        body: html`<p>${body}</p>
          <p class="small muted">
            ${words.t(someSent ? 'upload.failed.sent' : 'upload.failed.kept')}${requestId(problem, words)}
          </p>`,
      })}
    </div>
    ${parts ? partsList(parts, words) : nothing}`;
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
