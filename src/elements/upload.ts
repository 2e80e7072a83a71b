import { LitElement, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SubmitPolicy } from '../adapter/context.js';
import { lateImport } from '../core/late-import.js';
import type { ValidationReport } from '../core/report.js';
import { sampleCsv } from '../core/sample.js';
import { Announcer } from '../state/announcer.js';
import { LeaveGuard } from '../state/leave-guard.js';
import { configDiffers } from '../state/same.js';
import { SavedFiles } from '../state/saved-file.js';
import { Settings } from '../state/settings.js';
import { Upload } from '../state/upload.js';
import type { UploadPhase } from '../state/upload-flow.js';
import { confirmDialog } from '../ui/confirm-dialog.js';
import { print } from '../ui/styles/index.js';
import { uploadSheet } from '../ui/upload-sheet.js';
import type { Scene } from '../ui/upload-sheet.js';
import { uploadSteps } from '../ui/upload-steps.js';
import { uploadEnglish } from '../words/en-upload.js';
import { tell } from './ask.js';
import type { BatchSyncConfig } from './config.js';
import { Pieces } from './pieces.js';
import { DescriptionDraft } from './upload-description-draft.js';
import type { DeskPiece, DeskTies } from './upload-desk.piece.js';
import { uploadDialog } from './upload-dialog.js';
import { UploadEntry } from './upload-entry.js';
import { UploadFocus, screenOf } from './upload-focus.js';
import { GivenFiles } from './upload-given-files.js';
import { UploadLeave } from './upload-leave.js';
import { UploadQuestions } from './upload-questions.js';
import { entryScene } from './upload-scenes.js';
import { uploadStyles } from './upload.styles.js';
import { entryActs, entryView } from './upload-view.js';
import { Wording } from './wording.js';

const deskCode = lateImport(() => import('./upload-desk.piece.js'));

/**
 * From a file to a queued batch: a description (under maker-checker), a sample file, drop, choose or paste (a file, or
 * rows), a verdict on every row before anything is sent, the gateway switch, and sending that never makes a second batch.
 *
 * What is wrong can be fixed in place: cells are edited in the table of issues, rows removed, whole kinds of faults
 * mended by one button that first shows what it changes; every change can be taken back. A file with too many rows is
 * offered to be split into batches that are sent one after another. Rows that were sent before are recognised.
 *
 * The file is judged in the browser, and what was judged is what is sent, byte for byte; after a change, what was
 * reviewed. File, changes, description and choices survive an error, an expired session, a server that finds more, and
 * a move of the element; leaving with unsent work is asked about. Without the right to create batches nothing opens and
 * `batch-sync-error` says so.
 *
 * @example
 * ```html
 * <batch-sync-provider base-url="/v1/batch-sync">
 *   <button id="new">New batch</button>
 *   <batch-sync-upload sync-with-gateway></batch-sync-upload>
 * </batch-sync-provider>
 * <script type="module">
 *   const upload = document.querySelector('batch-sync-upload');
 *   document.querySelector('#new').onclick = () => upload.show();
 *   upload.addEventListener('batch-sync-submitted', ({ detail }) => console.log(detail.batch.id));
 * </script>
 * ```
 *
 * @tag batch-sync-upload
 * @tagname batch-sync-upload
 *
 * @fires {CustomEvent<FileDetail>} batch-sync-file - Cancelable. A file was chosen, dropped or pasted: `{fileName, size}`. Then it is read.
 * @fires {CustomEvent<ValidatedDetail>} batch-sync-validated - The verdict is there, and again after each change: `{ok, rowCount, counts}`; rows and issues are in `report`.
 * @fires {CustomEvent<SubmitDetail>} batch-sync-submit - Cancelable. "Send" was pressed on a file that may be sent: `{fileName, rowCount, batches, syncWithGateway, description}`. Then it is sent.
 * @fires {CustomEvent<UploadProgressDetail>} batch-sync-progress - Bytes on their way: `{loaded, total}`; `total` is `null` where it is not known.
 * @fires {CustomEvent<BatchDetail>} batch-sync-submitted - The batch is there: `{batch}`; once for each batch of a split file.
 * @fires {CustomEvent<DirtyDetail>} batch-sync-dirty - Whether there is unsent work changed: `{dirty}`; for a router's own guard.
 * @fires {CustomEvent<OpenDetail>} batch-sync-open - Cancelable. "View batch", or the link to an earlier one, was pressed: `{id, batch}`. Then the provider shows it, or the link is followed.
 * @fires {CustomEvent<DismissDetail>} batch-sync-dismiss - Cancelable. The dialog is about to close: `{reason, dirty}`. Then a person is asked where work would be lost.
 * @fires {CustomEvent<ErrorDetail>} batch-sync-error - Something failed: `{problem, action}`; `action` is `submit`, `file`, `create` or `capabilities`.
 *
 * @slot heading - Instead of the words of the heading.
 * @slot instructions - Instead of the sentence above the place for the file.
 * @slot dropzone - Instead of icon and words in the place for the file; its button stays.
 * @slot review - Between the verdict and the issues.
 * @slot success - Instead of the sentence after the batch was created.
 * @slot forbidden - Instead of what is shown without the right.
 *
 * @csspart dialog - The dialog, also the one that asks before work is lost.
 * @csspart heading - The heading.
 * @csspart steps - Describe, Choose file, Review, Send.
 * @csspart description - The description's field.
 * @csspart dropzone - Where a file goes; also `dropzone-idle`, `dropzone-accept`, `dropzone-reject` while something hangs over it.
 * @csspart file-link - The sample file; the earlier batch.
 * @csspart card - The file, what a fix would change, the batch that was made, the inline sheet.
 * @csspart progress - The bar of reading and sending.
 * @csspart summary - The verdict.
 * @csspart filter - A group of issues, which lists its rows when pressed; "Only rows with issues".
 * @csspart issue-list - The table of rows and their issues.
 * @csspart issue - One issue; also `issue-error`, `issue-warning`, `issue-info`.
 * @csspart preview - The first rows of a file without an issue; the rows that a fix would change.
 * @csspart pager - The way to other rows.
 * @csspart field-table - What each column must hold.
 * @csspart table - Each of these tables.
 * @csspart header-cell - A heading in them.
 * @csspart row - A row in them.
 * @csspart cell - A cell in them; also `cell-error`, `cell-warning`, `cell-info`.
 * @csspart switch - "Sync With Gateway".
 * @csspart status - The new batch's badge; also `status-` and the status, such as `status-processing`.
 * @csspart button - A button; also `button-primary`.
 * @csspart notice - A message; also `notice-failed`, `notice-partial`, `notice-accepted`, `notice-queued`.
 * @csspart empty - What stands where nothing can be uploaded.
 * @csspart error - What went wrong with sending.
 *
 * @cssState open - The sheet is shown.
 * @cssState dirty - There is unsent work.
 * @cssState unconfigured - Nothing to send to is configured.
 * @cssState loading - Rights are awaited.
 * @cssState rights-unknown - Rights could not be read; nothing can be uploaded.
 * @cssState forbidden - No right to create a batch.
 * @cssState idle - Nothing began.
 * @cssState describing - The description is asked for.
 * @cssState choosing - A file is awaited.
 * @cssState reading - The file is read.
 * @cssState review - The verdict is shown.
 * @cssState sending - The file is on its way.
 * @cssState checking - Nobody knows yet whether the batch was created.
 * @cssState failed - Sending failed; everything is kept.
 * @cssState done - The batch is there.
 */
export class BatchSyncUpload extends LitElement {
  static override styles: CSSResultGroup = uploadStyles;

  /** Whether the dialog is shown. Taking it away hides the dialog and loses nothing. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** `dialog`: a modal dialog, which takes no space while closed. `inline`: in the page, always shown. */
  @property() layout: 'dialog' | 'inline' = 'dialog';

  /** Whether the batch is synced with the payment gateways, too: where the switch stands. */
  @property({ attribute: 'sync-with-gateway', type: Boolean }) syncWithGateway = false;

  /** Asks for a description first, also where neither configuration nor backend demand it. */
  @property({ attribute: 'maker-checker', type: Boolean }) makerChecker = false;

  /**
   * What becomes of a file in which some rows have errors. `block`: nothing is sent until they are fixed; `valid-only`:
   * the other rows can be sent, and those stay to be fixed or downloaded; `ask`: the same, after a question. Stronger
   * than `submitPolicy` of the configuration.
   */
  @property({ attribute: 'submit-policy' }) submitPolicy: SubmitPolicy | null = null;

  /** Shows everything and takes nothing: no file, no sending. */
  @property({ type: Boolean }) disabled = false;

  /** What this element says for itself, over the provider's. */
  @property({ attribute: false, hasChanged: configDiffers }) config: BatchSyncConfig | null = null;

  /** What the batch is for: 1 to 500 characters under maker-checker; otherwise sent where there is one. */
  @property({ attribute: false }) description = '';

  /**
   * The file. One that is set is read at once, in place of an earlier one; `null` gives the file up. While a batch is
   * being sent nothing is taken, and `batch-sync-error` says `busy`.
   */
  @property({ attribute: false })
  get file(): File | null {
    return this.#files.file;
  }
  set file(file: File | null) {
    this.#files.file = file;
  }

  readonly #settings = new Settings(
    this,
    'upload',
    () => ({
      config: this.config,
      makerChecker: this.makerChecker,
      submitPolicy: this.submitPolicy,
      idle: !this.#shared.isShown() && this.file === null,
    }),
    { handle: { show: () => this.show(), forget: () => this.#leave.forget() } },
  );
  readonly #wording = new Wording(this, this.#settings, uploadEnglish);
  #words = this.#wording.words;
  readonly #announcer = new Announcer(this);
  readonly #saved = new SavedFiles(this);
  readonly #entry = new UploadEntry(this, this.#settings);
  readonly #upload: Upload = new Upload(this, () => this.#desk);
  readonly #shared = {
    settings: this.#settings,
    announcer: this.#announcer,
    entry: this.#entry,
    upload: this.#upload,
    words: () => this.#words,
    isShown: () => this.layout === 'inline' || this.open,
  };
  readonly #questions = new UploadQuestions(this, this.#shared);
  readonly #focus = new UploadFocus(this, this.#shared);
  readonly #draft = new DescriptionDraft(this, { ...this.#shared, focus: this.#focus });
  readonly #asking = { ...this.#shared, questions: this.#questions, focus: this.#focus, draft: this.#draft };
  readonly #files = new GivenFiles(this, {
    ...this.#asking,
    mayReplace: () => this.#desk.contents?.questions.mayReplace() ?? null,
  });
  readonly #leave = new UploadLeave(this, this.#asking);
  readonly #pieces = new Pieces(this, {
    wording: this.#wording,
    isDrawn: () => this.#shared.isShown() && this.#entry.gate === 'ready',
    isNextCertain: true,
    stylesBefore: print,
  });
  readonly #desk: DeskPiece = this.#pieces.of(async () => {
    const { FileDesk } = await deskCode();
    return new FileDesk(this, this.#ties);
  });
  readonly #workings = { ...this.#asking, files: this.#files, leave: this.#leave, desk: this.#desk };
  readonly #ties: DeskTies = {
    ...this.#workings,
    saved: this.#saved,
    view: () => entryView(this, this.#workings),
    acts: entryActs(this, this.#workings),
    sheet: (scene, phase) => this.#sheet(scene, phase),
  };
  readonly #internals = this.attachInternals();

  constructor() {
    super();
    void new LeaveGuard(
      this,
      () => this.dirty,
      dirty => tell(this, 'batch-sync-dirty', { dirty }),
    );
  }

  /** The verdict on the file, `null` while there is none. */
  get report(): ValidationReport | null {
    return this.#upload.review?.report ?? null;
  }

  /**
   * How far the way from a file to a batch is gone: `idle`, `describing`, `choosing`, `reading`, `review`, `sending`,
   * `checking`, `failed` or `done`, each a state of that name, too.
   */
  get phase(): UploadPhase {
    return this.#upload.flow.phase;
  }

  /** Whether there is unsent work, which leaving would lose. */
  get dirty(): boolean {
    return this.#upload.file !== null || this.#draft.isUnsent;
  }

  /** Moved by `moveBefore()`: nothing happened, but for a dialog that may not be modal any more. */
  protected connectedMoveCallback(): void {
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#words = this.#wording.follow();
    if (changed.has('open') && !this.open && this.phase === 'done') this.reset();
  }

  protected override updated(): void {
    const { states } = this.#internals;
    states.clear();
    states.add(this.phase);
    if (this.#entry.gate !== 'ready') states.add(this.#entry.gate);
    if (this.#shared.isShown()) states.add('open');
    if (this.dirty) states.add('dirty');
  }

  /** Shows the dialog. Without the right to create a batch it stays closed and `batch-sync-error` says so. */
  show(): void {
    if (!this.#entry.refuses('create')) this.open = true;
  }

  /** Hides the dialog and keeps everything for the next time. Asks by `batch-sync-dismiss`. */
  hide(): void {
    if (this.open) void this.#leave.dismiss('method');
  }

  /** Takes a file as if a person had chosen it. */
  selectFile(file: File): void {
    if (this.#entry.gate === 'loading') this.file = file;
    else if (!this.#entry.refuses('file')) void this.#files.offer(file);
  }

  /** Goes one step on: takes the description, sends what was reviewed, or sends again what failed. */
  submit(): void {
    if (this.#entry.refuses('submit')) return;
    if (this.phase === 'describing') this.#draft.submit();
    else if (this.phase === 'failed' && screenOf(this.#upload) === 'review') this.#focus.toTarget();
    else this.#desk.contents?.submit();
  }

  /** Stops reading, sending or checking. The file is kept where it was read. */
  cancel(): void {
    this.#upload.cancel();
  }

  /** Forgets file, description and switch, and begins again. */
  reset(): void {
    this.#upload.reset();
    this.#files.forget();
    this.#draft.forget();
    this.syncWithGateway = this.hasAttribute('sync-with-gateway');
  }

  /** Saves the sample file. */
  downloadSample(): void {
    const { definition } = this.#settings;
    this.#saved.save(new Blob([sampleCsv(definition)], { type: 'text/csv' }), definition.sampleFileName);
  }

  /** Saves the rows with what is wrong with them: `october_issues.csv`. Nothing where there is no verdict. */
  downloadIssues(): void {
    this.#desk.contents?.review.downloadIssues();
  }

  protected override render(): TemplateResult {
    const { language, direction, isAwaited } = this.#wording.root;
    const { confirmation } = this.#questions;
    return html`<div class="root" lang=${language} dir=${direction ?? nothing} ?data-wordless=${isAwaited}>
      ${this.layout === 'inline' ? this.#inline() : this.#modal()}
      ${confirmDialog(confirmation.request, confirmed => confirmation.answer(confirmed))}
    </div>`;
  }

  #modal(): TemplateResult {
    return uploadDialog({
      open: this.open,
      content: this.#content(),
      escape: () => void this.#leave.dismiss('escape'),
      reopen: () => {
        if (!this.open) return;
        this.requestUpdate();
        void this.#leave.dismiss('escape');
      },
    });
  }

  #inline(): TemplateResult {
    return html`<section class="card inline" part="card" aria-labelledby="sheet-title">${this.#content()}</section>`;
  }

  /** Focusable, so that a press beside every control leaves the keys to be heard here. */
  #content(): TemplateResult {
    return html`<div class="sheet" tabindex="-1">
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
      <input type="file" accept=".csv,text/csv" hidden @change=${this.#files.intake.pick} />
      ${this.#shared.isShown() ? this.#sheet(this.#scene, this.phase) : nothing}
    </div>`;
  }

  get #scene(): Scene {
    return this.#desk.contents?.scene ?? entryScene(this.#ties.view(), this.#ties.acts, this.#words);
  }

  #sheet(scene: Scene, phase: UploadPhase): TemplateResult {
    const words = this.#words;
    const { definition, makerChecker } = this.#settings;
    const reason = phase === 'done' ? 'done' : 'close';
    return uploadSheet(
      {
        ...scene,
        title: html`<slot name="heading">${words.text(definition.texts.create)}</slot>`,
        steps: this.#entry.gate === 'ready' ? uploadSteps(phase, makerChecker, words) : nothing,
        close: this.layout === 'dialog' ? () => void this.#leave.dismiss(reason) : null,
      },
      words,
    );
  }
}
