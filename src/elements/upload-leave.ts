import type { Batch } from '../core/batch.js';
import type { Settings } from '../state/settings.js';
import { ask } from './ask.js';
import type { DismissDetail } from './events.js';
import type { UploadQuestions } from './upload-questions.js';
import type { BatchSyncUpload } from './upload.js';

interface LeaveOptions {
  readonly settings: Settings;
  readonly questions: UploadQuestions;
}

/** How the dialog goes away, and where a person goes from it. */
export class UploadLeave {
  readonly #host: BatchSyncUpload;
  readonly #options: LeaveOptions;

  constructor(host: BatchSyncUpload, options: LeaveOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Asks the host, then the person where work would be lost; `hide()` loses nothing. */
  async dismiss(reason: DismissDetail['reason']): Promise<void> {
    const host = this.#host;
    const { dirty } = host;
    if (!ask(host, 'batch-sync-dismiss', { reason, dirty })) return;
    if (reason !== 'method') {
      if (dirty && !(await this.#options.questions.mayDiscard())) return;
      host.reset();
    }
    host.open = false;
  }

  /** Asks nobody: who was at work here is gone. */
  forget(): void {
    this.#options.questions.confirmation.answer(false);
    this.#host.reset();
    this.#host.open = false;
  }

  /**
   * To a batch; `null` where only its id is known. The dialog goes first: beneath it everything is inert. Work is kept, so
   * that it is there when the person is back.
   */
  toBatch(event: Event, id: string, batch: Batch | null): void {
    const host = this.#host;
    const goesOn = ask(host, 'batch-sync-open', { id, batch });
    const { provider } = this.#options.settings;
    if (batch !== null || (goesOn && provider !== null)) void this.dismiss(batch === null ? 'method' : 'done');
    if (!host.open) host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.upload')?.close();
    if (!goesOn || (provider !== null && provider.open(id) !== false)) event.preventDefault();
  }
}
