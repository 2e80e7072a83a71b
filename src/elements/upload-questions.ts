import type { ConfirmRequest } from '../adapter/context.js';
import { Confirmation } from '../state/confirmation.js';
import type { ControllerHost } from '../state/loader.js';
import type { Settings } from '../state/settings.js';
import type { Upload } from '../state/upload.js';
import type { Offer } from '../state/upload-offer.js';
import { isolated } from '../ui/values.js';
import type { Words } from '../words/index.js';

interface UploadQuestionsOptions {
  readonly settings: Settings;
  readonly upload: Upload;
  readonly words: () => Words;
}

/** What is asked before something is lost or left out: in the host's own dialog where it has one, else in ours. */
export class UploadQuestions {
  readonly confirmation: Confirmation;
  readonly #options: UploadQuestionsOptions;

  constructor(host: ControllerHost, options: UploadQuestionsOptions) {
    this.confirmation = new Confirmation(host);
    this.#options = options;
  }

  mayDiscard(): Promise<boolean> {
    const { upload } = this.#options;
    const isUnderWay = upload.flow.phase === 'sending' || upload.flow.phase === 'checking';
    return this.#ask('discard', {
      title: this.#t('upload.discard.title'),
      message: this.#t(isUnderWay ? 'upload.discard.sending' : 'upload.discard.body'),
      confirmLabel: this.#t('upload.discard.confirm'),
      cancelLabel: this.#t('upload.discard.keep'),
    });
  }

  /** Whether another file would take the place of one that the person changed. */
  get losesChanges(): boolean {
    return (this.#options.upload.review?.history.length ?? 0) > 0;
  }

  mayReplace(): Promise<boolean> {
    const fileName = this.#options.upload.review?.report.fileName ?? '';
    return this.#ask('discard', {
      title: this.#t('upload.discard.replace'),
      message: this.#t('upload.discard.edits', { file: isolated(fileName) }),
      confirmLabel: this.#t('upload.discard.replace.confirm'),
      cancelLabel: this.#t('upload.discard.keep'),
    });
  }

  /** Whether rows with errors may be left out. */
  async mayLeaveOut({ rows, leftOut }: Offer): Promise<boolean> {
    if (this.#options.settings.submitPolicy !== 'ask') return true;
    const total = rows + leftOut;
    return this.#ask('leave-out', {
      title: this.#t('upload.leftOut.title', { count: leftOut }),
      message: this.#t('upload.leftOut.body', { count: leftOut, total }),
      confirmLabel: this.#t('upload.send', { count: rows }),
      cancelLabel: this.#t('upload.discard.keep'),
    });
  }

  #ask(code: ConfirmRequest['code'], words: Omit<ConfirmRequest, 'code'>): Promise<boolean> {
    const request = { code, ...words };
    return this.#options.settings.confirm(request) ?? this.confirmation.ask(request);
  }

  #t(...[key, params]: Parameters<Words['t']>): string {
    return this.#options.words().t(key, params);
  }
}
