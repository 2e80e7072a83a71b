import type { Batch } from '../core/batch.js';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import type { Announcer } from '../state/announcer.js';
import type { ControllerHost } from '../state/loader.js';
import type { Settings } from '../state/settings.js';
import type { UploadHandlers } from '../state/upload-desk.js';
import { isUnknown } from '../state/upload-problem.js';
import type { Review } from '../state/upload-review.js';
import { doneText } from '../ui/upload-done.js';
import { failureText } from '../ui/upload-outcome.js';
import { isolated } from '../ui/values.js';
import { verdictText } from '../words/verdict.js';
import type { Words } from '../words/index.js';
import { tell, tellProblem } from './ask.js';

interface UploadNewsOptions {
  readonly settings: Settings;
  readonly announcer: Announcer;
  readonly review: () => Review | null;
  readonly words: () => Words;
  /** Another verdict, or a refusal, is there: what was shown of an earlier one is over. */
  readonly renewed: () => void;
  readonly submitted: () => void;
  /** Whether the screen of what is told takes the focus. */
  readonly leads: () => boolean;
}

/** What the way of a file brings, told to everybody: by events, in the live region, to provider, host and other widgets. */
export class UploadNews implements UploadHandlers {
  readonly #host: ControllerHost;
  readonly #options: UploadNewsOptions;

  constructor(host: ControllerHost, options: UploadNewsOptions) {
    this.#host = host;
    this.#options = options;
  }

  validated(report: ValidationReport): void {
    const { words, renewed } = this.#options;
    const { ok, rowCount, counts } = report;
    const review = this.#options.review();
    renewed();
    if (review) this.#say(verdictText(report, review.findings, words()));
    tell(this.#host, 'batch-sync-validated', { ok, rowCount, counts });
  }

  progressed(loaded: number, total: number | null): void {
    tell(this.#host, 'batch-sync-progress', { loaded, total });
  }

  stalled(): void {
    this.#options.announcer.mention(this.#options.words().t('upload.sending.stalled'));
  }

  submitted(batch: Batch): void {
    const { settings, words, submitted } = this.#options;
    submitted();
    settings.adopt([batch]);
    this.#say(doneText(batch, words()));
    tell(this.#host, 'batch-sync-submitted', { batch });
    settings.provider?.submitted(batch);
    const message = words().t('upload.done.notify', { id: batch.id, file: isolated(batch.fileName) });
    settings.notify({ code: 'submitted', severity: 'success', message, batchId: batch.id });
    settings.telemetry('submitted', { rows: batch.totalRecords, syncWithGateway: batch.syncWithGateway });
  }

  failed(problem: Problem, action: 'file' | 'submit'): void {
    const { settings, words, renewed } = this.#options;
    renewed();
    if (action === 'submit') this.#say(failureText(problem, isUnknown(problem), words()));
    // The right may be gone: what is offered next depends on it.
    if (problem.status === 403) settings.retryCapabilities();
    tellProblem(this.#host, problem, action);
  }

  /** What takes the focus is read with it: said besides, it would be heard twice. */
  #say(text: string): void {
    if (!this.#options.leads()) this.#options.announcer.say(text);
  }
}
