import type { TemplateResult } from 'lit';
import { batchSync } from '../core/batch-sync.js';
import type { ValidationReport } from '../core/report.js';
import type { Announcer } from '../state/announcer.js';
import { LimitedDefinition } from '../state/limited-definition.js';
import type { Piece } from '../state/piece.js';
import type { SavedFiles } from '../state/saved-file.js';
import type { Settings } from '../state/settings.js';
import { UploadDesk } from '../state/upload-desk.js';
import { offerOf } from '../state/upload-offer.js';
import { reviewOf } from '../state/upload-review.js';
import type { Upload } from '../state/upload.js';
import type { Scene } from '../ui/upload-sheet.js';
import { deskEnglish } from '../words/en-upload-desk.js';
import type { Words } from '../words/index.js';
import type { PieceContents } from './pieces.js';
import { BatchIdCopy } from './upload-copy.js';
import type { DescriptionDraft } from './upload-description-draft.js';
import { deskScene } from './upload-desk-scenes.js';
import type { UploadActs, UploadView } from './upload-desk-scenes.js';
import { deskStyles } from './upload-desk.styles.js';
import type { UploadEntry } from './upload-entry.js';
import type { UploadFocus } from './upload-focus.js';
import type { UploadLeave } from './upload-leave.js';
import { UploadNews } from './upload-news.js';
import type { UploadQuestions } from './upload-questions.js';
import { Rehearsal } from './upload-rehearsal.js';
import { ReviewActs } from './upload-review-acts.js';
import { ReviewQuestions } from './upload-review-questions.js';
import type { EntryActs, EntryView } from './upload-scenes.js';
import { UploadSend } from './upload-send.js';
import type { BatchSyncUpload } from './upload.js';

/** What of the element the desk works with. */
export interface DeskTies {
  readonly settings: Settings;
  readonly announcer: Announcer;
  readonly entry: UploadEntry;
  readonly upload: Upload;
  readonly questions: UploadQuestions;
  readonly focus: UploadFocus;
  readonly draft: DescriptionDraft;
  readonly leave: UploadLeave;
  readonly saved: SavedFiles;
  readonly words: () => Words;
  readonly isShown: () => boolean;
  readonly view: () => EntryView;
  readonly acts: EntryActs;
  /** The sheet around a scene. */
  readonly sheet: (scene: Scene, phase: UploadView['flow']['phase']) => TemplateResult;
}

export const styles = deskStyles;

export type DeskPiece = Piece<FileDesk>;

/** Where a file is worked on: everything of the upload that nobody needs before there is one. */
export class FileDesk implements PieceContents {
  readonly words = deskEnglish;
  readonly styles = styles;
  readonly work: UploadDesk;
  readonly review: ReviewActs;
  readonly send: UploadSend;
  readonly questions: ReviewQuestions;
  readonly #host: BatchSyncUpload;
  readonly #ties: DeskTies;
  readonly #copy: BatchIdCopy;
  readonly #acts: UploadActs;

  constructor(host: BatchSyncUpload, ties: DeskTies) {
    const { settings, announcer, words, upload, draft, focus, saved } = ties;
    this.#host = host;
    this.#ties = ties;
    this.#copy = new BatchIdCopy(host, announcer, words);
    const preset = new LimitedDefinition(batchSync);
    const definition = () => settings.definitionOver(preset);
    const source = () => {
      const { adapter, submitPolicy } = settings;
      return { adapter, submitPolicy, definition: definition() };
    };
    const news = new UploadNews(host, {
      settings,
      announcer,
      words,
      review: () => upload.review,
      renewed: () => this.review.reset(),
      leads: () => focus.leads,
      submitted: () => {
        draft.keep();
        this.#copy.reset();
      },
    });
    this.work = new UploadDesk(host, upload.current, source, news);
    this.review = new ReviewActs(host, { announcer, words, upload: this.work, files: saved });
    this.questions = new ReviewQuestions(ties);
    this.send = new UploadSend(host, { ...ties, work: this.work, questions: this.questions });
    this.#acts = this.#actsOver(ties.acts);
    void new Rehearsal(host, {
      isAwaiting: () => upload.flow.phase === 'choosing' && ties.isShown() && ties.entry.gate === 'ready',
      definition,
      sheet: (file, report) => this.#rehearsed(file, report),
    });
  }

  /** What is on screen where there is a file, else `null`. */
  get scene(): Scene | null {
    return deskScene(this.#view, this.#acts, this.#ties.words());
  }

  /** On from the review, or again after a failure. */
  submit(): void {
    const { flow } = this.work;
    if (flow.phase === 'review') void this.send.begin();
    else if (flow.phase === 'failed') this.work.retry();
  }

  get #view(): UploadView {
    const { settings, view } = this.#ties;
    const { offer, transfer, readsLong, wait } = this.work;
    return {
      ...view(),
      ...{ offer, transfer, readsLong, wait },
      syncWithGateway: this.#host.syncWithGateway,
      copied: this.#copy.isCopied,
      earlier: this.send.earlier,
      now: settings.now(),
      hrefOf: id => settings.linkTo({ kind: 'batch', id }),
    };
  }

  #actsOver(acts: EntryActs): UploadActs {
    const { entry, leave } = this.#ties;
    const host = this.#host;
    const { work, review, send } = this;
    return {
      ...acts,
      review,
      describe: () => (work.flow.phase === 'failed' ? work.describe() : acts.describe()),
      acceptWarnings: accepted => work.acceptWarnings(accepted),
      acceptEarlier: accepted => send.earlier.accept(accepted),
      setSyncWithGateway: on => {
        host.syncWithGateway = on;
      },
      send: () => {
        if (!entry.refuses('submit')) void send.begin();
      },
      revise: () => work.revise(),
      retry: () => host.submit(),
      acceptDuplicate: () => {
        if (!entry.refuses('submit')) work.acceptDuplicate();
      },
      copy: () => {
        if (work.flow.phase === 'done') void this.#copy.copy(work.flow.batches[0].id);
      },
      open: (event, id, batch) => leave.toBatch(event, id, batch),
      again: () => host.reset(),
      resume: () => work.resume(),
    };
  }

  /** What would be on screen with this file under review. */
  #rehearsed(file: File, report: ValidationReport): TemplateResult {
    const { settings, words, sheet } = this.#ties;
    const flow = reviewOf(file, report);
    const view = { ...this.#view, flow, offer: offerOf(flow, settings.submitPolicy) };
    return sheet(deskScene(view, this.#acts, words()) ?? { body: '' }, 'review');
  }
}
