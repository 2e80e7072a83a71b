import { LitElement, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { SubmitPolicy } from '../adapter/context.js';
import type { Batch } from '../core/batch.js';
import type { BatchDefinition } from '../core/definition.js';
import { isDescription } from '../core/description.js';
import type { FileFault } from '../core/file-fault.js';
import { sampleCsv } from '../core/index.js';
import { ProblemError } from '../core/problem.js';
import type { Problem } from '../core/problem.js';
import type { ValidationReport } from '../core/report.js';
import { Announcer } from '../state/announcer.js';
import { copyText, selectText } from '../state/clipboard.js';
import { EarlierBatch } from '../state/earlier-batch.js';
import { FileIntake } from '../state/file-intake.js';
import { FocusKeeper } from '../state/focus-keeper.js';
import { LeaveGuard } from '../state/leave-guard.js';
import { configDiffers } from '../state/same.js';
import { SavedFiles } from '../state/saved-file.js';
import { Settings } from '../state/settings.js';
import { Upload } from '../state/upload.js';
import type { UploadPhase } from '../state/upload-flow.js';
import { isAccepted, offerOf } from '../state/upload-offer.js';
import { isSettled } from '../state/upload-problem.js';
import { reviewOf } from '../state/upload-review.js';
import { confirmDialog } from '../ui/confirm-dialog.js';
import { faultText } from '../ui/upload-choose.js';
import type { UploadGate } from '../ui/upload-gate.js';
import { uploadSheet } from '../ui/upload-sheet.js';
import { uploadSteps } from '../ui/upload-steps.js';
import { createWordsCache } from '../words/index.js';
import { verdictText } from '../words/verdict.js';
import type { Messages, Words } from '../words/index.js';
import { ask, tell, tellProblem } from './ask.js';
import type { BatchSyncConfig } from './config.js';
import type { DismissDetail } from './events.js';
import { uploadDialog } from './upload-dialog.js';
import { UploadNews } from './upload-news.js';
import { UploadQuestions } from './upload-questions.js';
import { Rehearsal } from './upload-rehearsal.js';
import { ReviewActs } from './upload-review-acts.js';
import { sceneOf } from './upload-scenes.js';
import type { UploadActs, UploadView } from './upload-scenes.js';
import { uploadStyles } from './upload.styles.js';

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
 * @cssprop [--batch-sync-accent] - The primary button, links, the switch when it is on.
 * @cssprop [--batch-sync-surface] - Background of the dialog.
 * @cssprop [--batch-sync-surface-sunken] - Background of the place for a file and of headings.
 * @cssprop [--batch-sync-border] - Lines.
 * @cssprop [--batch-sync-text] - Text.
 * @cssprop [--batch-sync-text-muted] - What is secondary.
 * @cssprop [--batch-sync-failed] - Errors.
 * @cssprop [--batch-sync-partial] - Warnings.
 * @cssprop [--batch-sync-radius-dialog] - Corners of the dialog.
 * @cssprop [--batch-sync-shadow-dialog] - Its shadow.
 * @cssprop [--batch-sync-font] - Typeface; default: the page's.
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
    return this.#given ?? this.#upload.file;
  }
  set file(file: File | null) {
    if (!this.#upload.takesFile) {
      this.#tellBusy();
      return;
    }
    this.#given = file;
    if (file === null && this.#upload.file !== null) this.#upload.choose();
  }

  @query('dialog.upload') private dialog!: HTMLDialogElement | null;
  @query('input[type="file"]') private input!: HTMLInputElement | null;
  @query('[data-focus]') private target!: HTMLElement | null;

  readonly #settings = new Settings(
    this,
    'upload',
    () => ({
      config: this.config,
      makerChecker: this.makerChecker,
      submitPolicy: this.submitPolicy,
      idle: !this.#isShown && this.file === null,
    }),
    { handle: { show: () => this.show(), forget: () => this.#forget() } },
  );
  readonly #announcer = new Announcer(this);
  readonly #files = new SavedFiles(this);
  readonly #upload: Upload = new Upload(
    this,
    () => this.#settings,
    new UploadNews(this, {
      settings: this.#settings,
      announcer: this.#announcer,
      upload: () => this.#upload,
      words: () => this.#words,
      renewed: () => this.#review.reset(),
      submitted: () => (this.typed = this.copied = false),
    }),
  );
  readonly #earlier = new EarlierBatch(
    this,
    () => this.#question,
    () => this.#announcer.say(this.#words.t('upload.earlier.heading')),
  );
  readonly #review = new ReviewActs(this, {
    upload: this.#upload,
    announcer: this.#announcer,
    files: this.#files,
    words: () => this.#words,
  });
  readonly #questions = new UploadQuestions(this, {
    settings: this.#settings,
    upload: this.#upload,
    words: () => this.#words,
  });
  readonly #intake = new FileIntake(this, {
    takes: () => this.#gate === 'ready' && !this.disabled && this.#upload.takesFile,
    take: file => void this.#offer(file),
    refuse: fault => this.#refuse(fault),
  });
  readonly #internals = this.attachInternals();
  readonly #wordsOf = createWordsCache();

  #words = this.#wordsOf({ locale: 'en' });
  /** A file that the host gave, until it can be read. */
  #given: File | null = null;
  #definition: BatchDefinition | null = null;
  #rightsProblem: Problem | null = null;
  #scene = '';
  #hadFocus = false;
  @state() private typed = false;
  @state() private judged = false;
  @state() private copied = false;

  constructor() {
    super();
    void new FocusKeeper(this, () => this.#leadsFocus);
    void new Rehearsal(this, {
      isAwaiting: () => this.phase === 'choosing' && this.#isShown && this.#gate === 'ready',
      definition: () => this.#settings.definition,
      sheet: (file, report) => this.#sheet(this.#reviewed(file, report), this.#words),
    });
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

  /** How far the way from a file to a batch is gone. */
  get phase(): UploadPhase {
    return this.#upload.flow.phase;
  }

  /** Whether there is unsent work, which leaving would lose. */
  get dirty(): boolean {
    return this.#upload.file !== null || (this.typed && this.description.trim() !== '');
  }

  /** Moved by `moveBefore()`: nothing happened. */
  protected connectedMoveCallback(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { locale, timeZone, otherTimeZone, messages, definition, capabilitiesProblem } = this.#settings;
    this.#words = this.#wordsOf({ locale, timeZone, otherTimeZone, messages: messages as Messages | undefined });
    this.#hadFocus = this.renderRoot.contains((this.renderRoot as ShadowRoot).activeElement);
    if (changed.has('open') && !this.open && this.phase === 'done') this.reset();
    if (capabilitiesProblem !== null && capabilitiesProblem !== this.#rightsProblem) {
      tellProblem(this, capabilitiesProblem, 'capabilities');
    }
    this.#rightsProblem = capabilitiesProblem;
    if (this.#gate === 'ready' && !this.disabled) this.#proceed(definition);
  }

  protected override updated(): void {
    this.#showStates();
    const isLed = this.#leadsFocus;
    this.#scene = this.#nextScene;
    // After the dialog became modal, which has ideas of its own; with the next picture, for it needs the layout.
    if (isLed) requestAnimationFrame(() => this.target?.focus());
  }

  /** Shows the dialog. Without the right to create a batch it stays closed and `batch-sync-error` says so. */
  show(): void {
    if (!this.#refused('create')) this.open = true;
  }

  /** Hides the dialog and keeps everything for the next time. Asks by `batch-sync-dismiss`. */
  hide(): void {
    if (this.open) void this.#dismiss('method');
  }

  /** Takes a file as if a person had chosen it. */
  selectFile(file: File): void {
    if (this.#gate === 'loading') this.file = file;
    else if (!this.#refused('file')) void this.#offer(file);
  }

  /** Goes one step on: takes the description, sends what was reviewed, or sends again what failed. */
  submit(): void {
    if (this.#refused('submit')) return;
    if (this.phase === 'describing') this.#onDescribed();
    else if (this.phase === 'review') void this.#onSend();
    else if (this.#screen === 'review') this.target?.focus();
    else if (this.phase === 'failed') this.#upload.retry();
  }

  /** Stops reading, sending or checking. The file is kept where it was read. */
  cancel(): void {
    this.#upload.cancel();
  }

  /** Forgets file, description and switch, and begins again. */
  reset(): void {
    this.#upload.reset();
    this.#given = null;
    this.description = '';
    this.syncWithGateway = this.hasAttribute('sync-with-gateway');
    this.typed = this.judged = false;
  }

  /** Saves the sample file. */
  downloadSample(): void {
    const { definition } = this.#settings;
    this.#files.save(new Blob([sampleCsv(definition)], { type: 'text/csv' }), definition.sampleFileName);
  }

  /** Saves the rows with what is wrong with them: `october_issues.csv`. Nothing where there is no verdict. */
  downloadIssues(): void {
    this.#review.downloadIssues();
  }

  #showStates(): void {
    const { states } = this.#internals;
    states.clear();
    states.add(this.phase);
    if (this.#gate !== 'ready') states.add(this.#gate);
    if (this.#isShown) states.add('open');
    if (this.dirty) states.add('dirty');
  }

  get #isShown(): boolean {
    return this.layout === 'inline' || this.open;
  }

  /** What is on screen, as far as another one takes the focus. */
  get #nextScene(): string {
    return this.#isShown ? `${this.#gate} ${this.#screen}` : '';
  }

  get #leadsFocus(): boolean {
    const next = this.#nextScene;
    return next !== '' && next !== this.#scene && (this.layout === 'dialog' || this.#hadFocus);
  }

  /** A file that the server refused is under review again: what has the focus keeps it. */
  get #screen(): string {
    const { flow, readsLong } = this.#upload;
    const isReviewed = flow.phase === 'failed' && flow.findings.issues.length > 0 && isSettled(flow.problem);
    if (isReviewed) return 'review';
    return flow.phase === 'reading' && !readsLong ? 'choosing' : flow.phase;
  }

  get #needsDescription(): boolean {
    return this.#settings.makerChecker && !isDescription(this.description);
  }

  get #gate(): UploadGate {
    const { configured, access, capabilitiesProblem } = this.#settings;
    if (configured === 'no') return 'unconfigured';
    if (access === 'none') return 'forbidden';
    if (configured === 'pending' || access === 'pending') return 'loading';
    if (this.#settings.can('create')) return 'ready';
    return capabilitiesProblem ? 'rights-unknown' : 'forbidden';
  }

  /** Whether something is not to be done here; says so. */
  #refused(action: string): boolean {
    const gate = this.#gate;
    if (gate === 'ready' && !this.disabled) return false;
    if (action === 'create' && gate !== 'forbidden') return false;
    const code = gate === 'unconfigured' ? 'not_configured' : 'forbidden';
    tellProblem(this, new ProblemError({ code, title: 'Nothing can be uploaded here' }), action);
    return true;
  }

  /** What the host gave is read, a shown sheet begins, another definition judges again. */
  #proceed(definition: BatchDefinition): void {
    const { phase } = this;
    const rejudged = this.#definition !== null && this.#definition !== definition;
    this.#definition = definition;
    if (this.#given && this.#upload.takesFile) {
      const given = this.#given;
      this.#given = null;
      this.#accept(given);
    } else if (rejudged && (phase === 'reading' || phase === 'review')) {
      this.#upload.rejudge();
    } else if (phase === 'idle' && this.#isShown) {
      this.#upload.begin(this.#settings.makerChecker);
    }
  }

  /** What is asked about: a file in one piece whose rows may be sent. */
  get #question() {
    const { adapter } = this.#settings;
    const { flow, offer } = this.#upload;
    const isAsked = flow.phase === 'review' || (flow.phase === 'describing' && flow.from !== null);
    return isAsked && adapter && offer?.parts.length === 1 ? { adapter, report: offer.parts[0] } : null;
  }

  async #offer(file: File): Promise<void> {
    if (!this.#upload.takesFile) return this.#tellBusy();
    if (!ask(this, 'batch-sync-file', { fileName: file.name, size: file.size })) return;
    if (!this.#questions.losesChanges || (await this.#questions.mayReplace())) this.#accept(file);
  }

  #tellBusy(): void {
    tellProblem(this, new ProblemError({ code: 'busy', title: 'A batch is being sent', retryable: true }), 'file');
  }

  #accept(file: File): void {
    if (this.phase === 'done') this.reset();
    if (this.#needsDescription) this.#upload.describe(file);
    else void this.#upload.read(file);
  }

  #refuse(fault: FileFault): void {
    this.#upload.refuse(fault);
    this.#announcer.say(faultText(fault, this.#words));
  }

  /** Asks the host, then the person where work would be lost; `hide()` loses nothing. */
  async #dismiss(reason: DismissDetail['reason']): Promise<void> {
    const { dirty } = this;
    if (!ask(this, 'batch-sync-dismiss', { reason, dirty })) return;
    if (reason !== 'method') {
      if (dirty && !(await this.#questions.mayDiscard())) return;
      this.reset();
    }
    this.open = false;
  }

  #forget(): void {
    this.#questions.confirmation.answer(false);
    this.reset();
    this.open = false;
  }

  #onDescribed(): void {
    this.judged = true;
    if (isDescription(this.description)) this.#upload.described();
    else this.target?.focus();
  }

  async #onSend(): Promise<void> {
    const { flow, offer } = this.#upload;
    if (flow.phase !== 'review') return this.target?.focus();
    if (offer === null || !isAccepted(flow, offer)) return this.target?.focus();
    if (this.#needsDescription) return this.#upload.describe();
    const answer = this.#earlier.settled();
    if (answer) await answer;
    if (!this.isConnected || this.#upload.flow !== flow) return;
    if (this.#earlier.batch && !this.#earlier.accepted) return this.target?.focus();
    if (!this.#upload.fits()) return this.#leadToVerdict();
    if (offer.leftOut > 0 && !(await this.#questions.mayLeaveOut(offer))) return;
    const { syncWithGateway } = this;
    const description = this.description.trim() || null;
    const { rows: rowCount, parts } = offer;
    const { fileName } = flow.report;
    const detail = { fileName, rowCount, batches: parts.length, syncWithGateway, description };
    if (this.#upload.flow !== flow || !ask(this, 'batch-sync-submit', detail)) return;
    this.#upload.send({ description, syncWithGateway, acceptDuplicate: this.#earlier.accepted });
  }

  /** What stands against sending came to light just now. */
  #leadToVerdict(): void {
    const { review } = this.#upload;
    if (review) this.#announcer.say(verdictText(review.report, review.findings, this.#words));
    this.target?.focus();
  }

  async #onCopy(): Promise<void> {
    const { flow } = this.#upload;
    if (flow.phase !== 'done') return;
    this.copied = await copyText(flow.batches[0].id);
    const element = this.renderRoot.querySelector('#batch-id');
    if (!this.copied && element) selectText(element);
    this.#announcer.say(this.#words.t(this.copied ? 'detail.id.copied' : 'detail.id.selected'));
  }

  /** The dialog goes first: beneath it everything is inert. Work is kept, so that it is there when the person is back. */
  #onOpen(event: Event, id: string, batch: Batch | null): void {
    const goesOn = ask(this, 'batch-sync-open', { id, batch });
    const { provider } = this.#settings;
    if (batch !== null || (goesOn && provider !== null)) void this.#dismiss(batch === null ? 'method' : 'done');
    if (!this.open) this.dialog?.close();
    if (!goesOn || (provider !== null && provider.open(id) !== false)) event.preventDefault();
  }

  readonly #acts: UploadActs = {
    choose: () => {
      if (!this.disabled) this.input?.click();
    },
    sample: () => this.downloadSample(),
    dismiss: () => void this.#dismiss('cancel'),
    stop: () => this.cancel(),
    describe: () => this.#upload.describe(),
    setDescription: description => {
      this.description = description;
      this.typed = true;
    },
    described: () => this.#onDescribed(),
    acceptWarnings: accepted => this.#upload.acceptWarnings(accepted),
    acceptEarlier: accepted => this.#earlier.accept(accepted),
    setSyncWithGateway: on => {
      this.syncWithGateway = on;
    },
    send: () => {
      if (!this.#refused('submit')) void this.#onSend();
    },
    revise: () => this.#upload.revise(),
    retry: () => this.submit(),
    acceptDuplicate: () => {
      if (!this.#refused('submit')) this.#upload.acceptDuplicate();
    },
    retryRights: () => this.#settings.retryCapabilities(),
    copy: () => void this.#onCopy(),
    open: (event, id, batch) => this.#onOpen(event, id, batch),
    again: () => this.reset(),
    resume: () => this.#upload.resume(),
    review: this.#review,
  };

  get #view(): UploadView {
    const { makerChecker, capabilitiesProblem, definition } = this.#settings;
    const { flow, fault, wait, offer, transfer, readsLong } = this.#upload;
    const { disabled, description, judged, syncWithGateway, copied } = this;
    return {
      ...{
        flow,
        fault,
        wait,
        offer,
        transfer,
        readsLong,
        definition,
        disabled,
        description,
        judged,
        syncWithGateway,
        copied,
      },
      earlier: this.#earlier,
      now: this.#settings.now(),
      gate: this.#gate,
      gateProblem: capabilitiesProblem,
      describes: makerChecker,
      look: this.#intake.look,
      cancelable: this.layout === 'dialog' || this.dirty,
      hrefOf: id => this.#settings.linkTo({ kind: 'batch', id }),
    };
  }

  protected override render(): TemplateResult {
    const { locale } = this.#settings.config;
    const { confirmation } = this.#questions;
    return html`<div class="root" lang=${this.#words.locale} dir=${locale ? this.#words.direction : nothing}>
      ${this.layout === 'inline' ? this.#inline() : this.#modal()}
      ${confirmDialog(confirmation.request, confirmed => confirmation.answer(confirmed))}
    </div>`;
  }

  #modal(): TemplateResult {
    return uploadDialog({
      open: this.open,
      content: this.#content(this.#words),
      escape: () => void this.#dismiss('escape'),
      reopen: () => {
        if (!this.open) return;
        this.requestUpdate();
        void this.#dismiss('escape');
      },
    });
  }

  #inline(): TemplateResult {
    return html`<section class="card inline" part="card" aria-labelledby="sheet-title">
      ${this.#content(this.#words)}
    </section>`;
  }

  /** Focusable, so that a press beside every control leaves the keys to be heard here. */
  #content(words: Words): TemplateResult {
    return html`<div class="sheet" tabindex="-1">
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
      <input type="file" accept=".csv,text/csv" hidden @change=${this.#intake.pick} />
      ${this.#isShown ? this.#sheet(this.#view, words) : nothing}
    </div>`;
  }

  /** As it would be with this file under review. */
  #reviewed(file: File, report: ValidationReport): UploadView {
    const flow = reviewOf(file, report);
    return { ...this.#view, flow, offer: offerOf(flow, this.#settings.submitPolicy) };
  }

  #sheet(view: UploadView, words: Words): TemplateResult {
    return uploadSheet(
      {
        ...sceneOf(view, this.#acts, words),
        title: html`<slot name="heading">${words.text(view.definition.texts.create)}</slot>`,
        steps: view.gate === 'ready' ? uploadSteps(view.flow.phase, view.describes, words) : nothing,
        close: this.layout === 'dialog' ? () => void this.#dismiss(this.phase === 'done' ? 'done' : 'close') : null,
      },
      words,
    );
  }
}
