import { isDescription } from '../core/description.js';
import type { Settings } from '../state/settings.js';
import type { Upload } from '../state/upload.js';
import type { UploadFocus } from './upload-focus.js';
import type { BatchSyncUpload } from './upload.js';

interface DraftOptions {
  readonly settings: Settings;
  readonly upload: Upload;
  readonly focus: UploadFocus;
}

/** What a person writes of the batch, and whether it will do. */
export class DescriptionDraft {
  readonly #host: BatchSyncUpload;
  readonly #options: DraftOptions;
  #isTyped = false;
  #isJudged = false;

  constructor(host: BatchSyncUpload, options: DraftOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** What is sent. */
  get text(): string | null {
    return this.#host.description.trim() || null;
  }

  /** Whether a person wrote something that was not sent. */
  get isUnsent(): boolean {
    return this.#isTyped && this.text !== null;
  }

  /** Whether the person tried to go on with it as it is. */
  get isJudged(): boolean {
    return this.#isJudged;
  }

  /** Whether nothing can be sent without it. */
  get isMissing(): boolean {
    return this.#options.settings.makerChecker && !isDescription(this.#host.description);
  }

  readonly write = (description: string): void => {
    this.#host.description = description;
    this.#isTyped = true;
  };

  readonly submit = (): void => {
    const { upload, focus } = this.#options;
    this.#isJudged = true;
    this.#host.requestUpdate();
    if (isDescription(this.#host.description)) upload.described();
    else focus.toTarget();
  };

  /** It was sent. */
  keep(): void {
    this.#isTyped = false;
  }

  forget(): void {
    this.#host.description = '';
    this.#isTyped = this.#isJudged = false;
    this.#host.requestUpdate();
  }
}
