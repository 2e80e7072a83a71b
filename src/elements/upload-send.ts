import type { Announcer } from '../state/announcer.js';
import { EarlierBatch } from '../state/earlier-batch.js';
import type { EarlierQuestion } from '../state/earlier-batch.js';
import type { Settings } from '../state/settings.js';
import type { UploadDesk } from '../state/upload-desk.js';
import type { Upload } from '../state/upload.js';
import type { Review } from '../state/upload-flow.js';
import { isAccepted } from '../state/upload-offer.js';
import type { Offer } from '../state/upload-offer.js';
import type { Words } from '../words/index.js';
import { verdictText } from '../words/verdict.js';
import { ask } from './ask.js';
import type { UploadEntry } from './upload-entry.js';
import type { DescriptionDraft } from './upload-description-draft.js';
import type { UploadFocus } from './upload-focus.js';
import type { ReviewQuestions } from './upload-review-questions.js';
import type { BatchSyncUpload } from './upload.js';

interface SendOptions {
  readonly entry: UploadEntry;
  readonly upload: Upload;
  readonly work: UploadDesk;
  readonly settings: Settings;
  readonly questions: ReviewQuestions;
  readonly draft: DescriptionDraft;
  readonly focus: UploadFocus;
  readonly announcer: Announcer;
  readonly words: () => Words;
}

/** From the press on "Send" to the sending: all that may stand against it, and everybody who is asked. */
export class UploadSend {
  readonly earlier: EarlierBatch;
  readonly #host: BatchSyncUpload;
  readonly #options: SendOptions;

  constructor(host: BatchSyncUpload, options: SendOptions) {
    this.#host = host;
    this.#options = options;
    this.earlier = new EarlierBatch(
      host,
      () => this.#question,
      () => options.announcer.mention(options.words().t('upload.earlier.heading')),
    );
  }

  async begin(): Promise<void> {
    const { entry, upload, work, draft, focus, questions } = this.#options;
    const { flow, offer } = work;
    if (flow.phase !== 'review' || offer === null || !isAccepted(flow, offer)) return focus.toTarget();
    if (draft.isMissing) return upload.describe();
    const answer = this.earlier.settled();
    if (answer) await answer;
    if (!this.#host.isConnected || work.flow !== flow) return;
    if (this.earlier.batch !== null && !this.earlier.accepted) return focus.toTarget();
    if (!work.fits()) return this.#leadToVerdict();
    if (offer.leftOut > 0 && !(await questions.mayLeaveOut(offer))) return;
    // The right may have gone meanwhile.
    if (entry.refuses('submit')) return;
    if (work.flow === flow && this.#ask(flow, offer)) this.#send();
  }

  #ask({ report }: Review, { rows: rowCount, parts }: Offer): boolean {
    const { syncWithGateway } = this.#host;
    return ask(this.#host, 'batch-sync-submit', {
      fileName: report.fileName,
      rowCount,
      batches: parts.length,
      syncWithGateway,
      description: this.#options.draft.text,
    });
  }

  #send(): void {
    const { work, draft } = this.#options;
    const { syncWithGateway } = this.#host;
    work.send({ description: draft.text, syncWithGateway, acceptDuplicate: this.earlier.accepted });
  }

  /** What stands against sending came to light just now. */
  #leadToVerdict(): void {
    const { work, announcer, words, focus } = this.#options;
    const { review } = work;
    if (review) announcer.say(verdictText(review.report, review.findings, words()));
    focus.toTarget();
  }

  /** What is asked about: a file in one piece whose rows may be sent. */
  get #question(): EarlierQuestion | null {
    const { settings, work } = this.#options;
    const { adapter } = settings;
    const { flow, offer } = work;
    const isAsked = flow.phase === 'review' || (flow.phase === 'describing' && flow.from !== null);
    return isAsked && adapter && offer?.parts.length === 1 ? { adapter, report: offer.parts[0] } : null;
  }
}
