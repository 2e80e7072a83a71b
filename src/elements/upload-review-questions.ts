import type { Settings } from '../state/settings.js';
import type { Offer } from '../state/upload-offer.js';
import type { Upload } from '../state/upload.js';
import { isolated } from '../ui/values.js';
import type { Words } from '../words/index.js';
import type { UploadQuestions } from './upload-questions.js';

interface ReviewQuestionsOptions {
  readonly settings: Settings;
  readonly upload: Upload;
  readonly questions: UploadQuestions;
  readonly words: () => Words;
}

/** What is asked before changes to a file are lost, or rows of it are left out. */
export class ReviewQuestions {
  readonly #options: ReviewQuestionsOptions;

  constructor(options: ReviewQuestionsOptions) {
    this.#options = options;
  }

  /** Whether another file may take the place of one that the person changed; `null` where they did not. */
  mayReplace(): Promise<boolean> | null {
    const { upload, questions } = this.#options;
    const { review } = upload;
    if (review === null || review.history.length === 0) return null;
    return questions.ask('discard', {
      title: this.#t('upload.discard.replace'),
      message: this.#t('upload.discard.edits', { file: isolated(review.report.fileName) }),
      confirmLabel: this.#t('upload.discard.replace.confirm'),
      cancelLabel: this.#t('upload.discard.keep'),
    });
  }

  /** Whether rows with errors may be left out. */
  async mayLeaveOut({ rows, leftOut }: Offer): Promise<boolean> {
    if (this.#options.settings.submitPolicy !== 'ask') return true;
    const total = rows + leftOut;
    return this.#options.questions.ask('leave-out', {
      title: this.#t('upload.leftOut.title', { count: leftOut }),
      message: this.#t('upload.leftOut.body', { count: leftOut, total }),
      confirmLabel: this.#t('upload.send', { count: rows }),
      cancelLabel: this.#t('upload.discard.keep'),
    });
  }

  #t(...[key, params]: Parameters<Words['t']>): string {
    return this.#options.words().t(key, params);
  }
}
