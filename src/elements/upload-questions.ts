import type { ConfirmRequest } from '../adapter/context.js';
import { Confirmation } from '../state/confirmation.js';
import type { ControllerHost } from '../state/loader.js';
import type { Settings } from '../state/settings.js';
import type { Upload } from '../state/upload.js';
import type { Words } from '../words/index.js';

interface UploadQuestionsOptions {
  readonly settings: Settings;
  readonly upload: Upload;
  readonly words: () => Words;
}

/** What is asked before something is lost: in the host's own dialog where it has one, else in ours. */
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
    return this.ask('discard', {
      title: this.#t('upload.discard.title'),
      message: this.#t(isUnderWay ? 'upload.discard.sending' : 'upload.discard.body'),
      confirmLabel: this.#t('upload.discard.confirm'),
      cancelLabel: this.#t('upload.discard.keep'),
    });
  }

  ask(code: ConfirmRequest['code'], words: Omit<ConfirmRequest, 'code'>): Promise<boolean> {
    const request = { code, ...words };
    return this.#options.settings.confirm(request) ?? this.confirmation.ask(request);
  }

  #t(...[key, params]: Parameters<Words['t']>): string {
    return this.#options.words().t(key, params);
  }
}
