import { LitElement, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Batch } from '../core/batch.js';
import type { DownloadScope } from '../core/download-scope.js';
import { lateImport } from '../core/late-import.js';
import type { Pace } from '../core/pace.js';
import type { Problem } from '../core/problem.js';
import { hasTasks, isActive } from '../core/status.js';
import type { TaskQuery } from '../core/view.js';
import { has } from '../core/own-members.js';
import { Announcer } from '../state/announcer.js';
import { BatchFollower } from '../state/batch.js';
import { BreakdownReader } from '../state/breakdown.js';
import { FocusKeeper } from '../state/focus-keeper.js';
import { Interval } from '../state/interval.js';
import { Throttle } from '../state/later.js';
import { ProblemLog } from '../state/problem-log.js';
import { configDiffers, sameData } from '../state/same.js';
import { Settings } from '../state/settings.js';
import { detailHeader, type DetailHeaderContent } from '../ui/detail-header.js';
import { detailState } from '../ui/detail-states.js';
import { detailSkeleton, detailView, type DetailPart } from '../ui/detail-view.js';
import { liveBadge } from '../ui/live-badge.js';
import type { Words } from '../words/words.js';
import { detailEnglish } from '../words/en-detail.js';
import { tellProblem } from './ask.js';
import type { BatchSyncConfig } from './config.js';
import { DetailActs } from './detail-acts.js';
import { DetailCopies } from './detail-copies.js';
import { DetailDownload } from './detail-download.js';
import { DetailLinks } from './detail-links.js';
import { DetailNews } from './detail-news.js';
import { buttonsOf, piecesOf, type DetailParts } from './detail-pieces.js';
import { DetailTasks } from './detail-tasks.js';
import { detailStyles } from './detail.styles.js';
import { times } from '../ui/styles/index.js';
import { Pieces } from './pieces.js';
import { Wording } from './wording.js';

/**
 * What is on screen. `idle`: no batch, no space, no request. `loading` also while rights are not known; `stale`: the
 * last good data, since newer could not be had.
 */
export type BatchSyncDetailStatus =
  'idle' | 'unconfigured' | 'forbidden' | 'loading' | 'ready' | 'refreshing' | 'stale' | 'not-found' | 'error';

/** Milliseconds between two readings of the tasks on screen, however fast the batch moves. */
const rereadPause = 2000;
/** Times are relative, and told again so often. */
const tick = 30_000;

const actsCode = lateImport(() => import('./detail-acts.piece.js'));
const asideCode = lateImport(() => import('./detail-aside.piece.js'));
const decisionCode = lateImport(() => import('./detail-decision.piece.js'));
const filesCode = lateImport(() => import('./detail-download.piece.js'));

/**
 * One batch: what it is, how far it is, what became of each task and why, and what can be done with it.
 *
 * It reads through the adapter of the provider around it, or of its own `config`, and stays current: an older version
 * never takes the place of a newer one, and the tasks on screen are read again when the batch has moved, at most every
 * two seconds. Without a `batch-id` it takes no space and asks for nothing. What a person does to the list of tasks is
 * proposed in `batch-sync-view-change`; a host that prevents it sets `view` itself, or leaves it as it is. Inside a
 * provider, and where `linkTo` has an address of the list, there is a way back.
 *
 * "Download Data" saves all tasks, or those of a choice beside it, read page by page: the file is complete, or there is
 * none. What the backend does not count, such as reasons or outcomes by gateway, is not shown: nothing is added up here.
 * How fast the batch goes on and when it will end is told from the server's counts and times; a batch that makes no
 * progress for five minutes is said to stand still. "Copy support bundle" copies ids, codes, counts and times, no word of
 * a row.
 *
 * @example
 * ```html
 * <batch-sync-provider base-url="/v1/batch-sync">
 *   <batch-sync-detail batch-id="bs_01J9Z" heading-level="1" hide="failures"></batch-sync-detail>
 * </batch-sync-provider>
 * ```
 *
 * @tag batch-sync-detail
 * @tagname batch-sync-detail
 *
 * @fires {CustomEvent<BatchDetail>} batch-sync-updated - Another version of the batch is shown, the first one included: `{batch}`.
 * @fires {CustomEvent<BatchDetail>} batch-sync-completed - The batch on screen has ended, well or not; once: `{batch}`.
 * @fires {CustomEvent<DownloadDetail>} batch-sync-download - Cancelable. A file is asked for: `{id, scope}`; `scope` is `all`, `filtered`, `accepted`, `failed`, `queued` or `upload`.
 * @fires {CustomEvent<DownloadedDetail>} batch-sync-downloaded - The file was handed to the browser: `{id, scope, fileName, tasks}`.
 * @fires {CustomEvent<BatchDetail>} batch-sync-retry - Cancelable. Sending the rejected tasks again was pressed and confirmed: `{batch}`.
 * @fires {CustomEvent<RetriedDetail>} batch-sync-retried - The server made a new batch of them: `{batch, parentId}`.
 * @fires {CustomEvent<BatchDetail>} batch-sync-gateway-sync - Cancelable. "Sync with Gateway" was pressed and confirmed: `{batch}`.
 * @fires {CustomEvent<BatchDetail>} batch-sync-gateway-synced - The server has begun it: `{batch}`.
 * @fires {CustomEvent<BatchDetail>} batch-sync-cancel - Cancelable. Canceling the batch was pressed and confirmed: `{batch}`.
 * @fires {CustomEvent<BatchDetail>} batch-sync-canceled - The server canceled it: `{batch}`.
 * @fires {CustomEvent<DecideDetail>} batch-sync-decide - Cancelable. A checker approves or rejects: `{batch, decision, comment}`.
 * @fires {CustomEvent<DecideDetail>} batch-sync-decided - The server took the decision: `{batch, decision, comment}`.
 * @fires {CustomEvent<OpenDetail>} batch-sync-open - Cancelable. The link of a parent or child was pressed: `{id, batch}`. Then the provider shows it, or the link is followed; without either this element shows it.
 * @fires {CustomEvent<{id: string}>} batch-sync-back - Cancelable. The way back was pressed: `{id}`. Then the provider shows the table, or the link is followed.
 * @fires {CustomEvent<ViewChangeDetail<TaskQuery>>} batch-sync-view-change - Cancelable. A person wants other tasks: `{view, changed, params}`.
 * @fires {CustomEvent<ErrorDetail>} batch-sync-error - Something failed: `{problem, action}`; `action` is `load`, `refresh`, `download`, `gateway-sync`, `retry`, `cancel`, `decide` or `capabilities`.
 *
 * @slot header-actions - Before the buttons beside the heading.
 * @slot before-stats - Between the card and the figures.
 * @slot after-stats - Beneath the figures.
 * @slot tasks-empty - Instead of what is shown where the batch has no tasks.
 * @slot error - Instead of what is shown where the batch could not be loaded.
 * @slot forbidden - Instead of what is shown without access.
 * @slot not-found - Instead of what is shown where there is no such batch.
 * @slot footer - Beneath the tasks.
 *
 * @csspart heading - The file's name.
 * @csspart button - A button, the way back included; also `button-primary`.
 * @csspart card - A card; also `card-accepted`, `card-failed`, `card-queued` for the figures, `card-selected`, `card-outcomes` for those by gateway and by external system, `card-timeline` for what happened.
 * @csspart card-label - The badge of a figure.
 * @csspart card-value - The figure.
 * @csspart details - The *Batch Details* card.
 * @csspart menu - The choice of files.
 * @csspart stats - The figures together.
 * @csspart status - A badge; also `status-` and the status, such as `status-partially-accepted`.
 * @csspart progress - The track of a bar.
 * @csspart progress-accepted - Its accepted part.
 * @csspart progress-rejected - Its rejected part, and the bar of a reason.
 * @csspart toolbar - What is listed and the search.
 * @csspart filter - What the list is narrowed to; a press takes it back.
 * @csspart search - The search field with its buttons.
 * @csspart search-clear - The cross in it.
 * @csspart table - The tasks, and the first rows for a checker.
 * @csspart header-cell - A heading; also `header-cell-ascending` or `header-cell-descending` for the one sorted by.
 * @csspart row - A task; also `row-` and its status, such as `row-failed`, and `row-details` for what is shown beneath it on demand.
 * @csspart cell - A cell of it.
 * @csspart pager - Where the page stands, tasks per page, previous and next.
 * @csspart preview - The first rows, for a checker.
 * @csspart empty - What stands where there is nothing to show.
 * @csspart error - The same where something could not be loaded.
 * @csspart notice - A message; also `notice-` and its kind, such as `notice-failed`.
 * @csspart dialog - The question before an act.
 *
 * @cssState idle - There is no `batch-id`.
 * @cssState unconfigured - Nothing to read from is configured.
 * @cssState forbidden - No access.
 * @cssState loading - The batch is awaited.
 * @cssState ready - The batch is shown.
 * @cssState refreshing - It is shown and read again.
 * @cssState stale - It is shown as it was, since it could not be read again.
 * @cssState not-found - There is no such batch.
 * @cssState error - It could not be loaded.
 * @cssState batch-processing - The batch's own status; likewise `batch-` and any other, such as `batch-partially-accepted`.
 */
export class BatchSyncDetail extends LitElement {
  static override styles: CSSResultGroup = detailStyles;

  static {
    // Only a batch that is shown is listened for, and what that tells is drawn anew: Lit's development build warns of it.
    BatchSyncDetail.disableWarning?.('change-in-update');
  }

  /** The batch to show. Without one the element takes no space and asks for nothing. */
  @property({ attribute: 'batch-id', reflect: true }) batchId: string | null = null;

  /** Whether the *Batch Details* card is closed; follows the person. */
  @property({ type: Boolean, reflect: true }) collapsed = false;

  /** Tasks on a page until `view` says otherwise, 1 to 1000. */
  @property({ attribute: 'task-page-size', type: Number }) taskPageSize = 50;

  /** Level of the file name's heading in the page's outline, 1 to 6; the cards' are one below. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Takes away every control that writes, whatever the rights. */
  @property({ type: Boolean }) readonly = false;

  /**
   * What to leave out, blank-separated: `stats failures timeline tasks integrity live`. `failures` are all counts of outcomes:
   * by reason, by gateway, by external system.
   */
  @property() hide = '';

  /** What this element says for itself, over the provider's. */
  @property({ attribute: false, hasChanged: configDiffers }) config: BatchSyncConfig | null = null;

  /** The newest snapshot on screen, `null` before the first. A host that has one sets it, and with it `batchId`. */
  @property({ attribute: false })
  get batch(): Batch | null {
    return this.#follower.batch;
  }
  set batch(batch: Batch | null | undefined) {
    this.#given = batch ?? null;
    this.batchId = batch?.id ?? null;
  }

  /** Which tasks are listed. May be set in part: the rest is as in the whole list. Reads as a whole. */
  @property({ attribute: false, hasChanged: (next, last) => !sameData(next, last) })
  get view(): TaskQuery {
    return this.#tasks.view;
  }
  set view(view: Partial<TaskQuery> | null | undefined) {
    this.#tasks.view = view ?? {};
  }

  readonly #settings = new Settings(
    this,
    'detail',
    () => ({ config: this.config, readonly: this.readonly, idle: !this.batchId, batchId: this.batchId }),
    {
      handle: {
        open: (id, tasks) => this.#open(id, tasks),
        refresh: () => this.refresh(),
        focus: () => this.focus(),
        forget: () => this.#acts.forget(),
      },
      listener: { batches: batches => this.#follower.take(batches), resync: () => void this.refresh() },
    },
  );
  readonly #announcer = new Announcer(this);
  readonly #told = {
    settings: this.#settings,
    announcer: this.#announcer,
    words: (): Words => this.#words,
    failed: (problem: Problem, action: string): void => this.#failed(problem, action),
  };
  readonly #follower = new BatchFollower(this, {
    adopt: (batch, replace) => this.#settings.adopt([batch], { replace })[0] ?? batch,
    changed: (batch, before) => this.#batchChanged(batch, before),
    failed: this.#told.failed,
  });
  readonly #tasks = new DetailTasks(this, {
    ...this.#told,
    definition: () => this.#settings.definition,
    pageSize: () => this.taskPageSize,
    show: view => {
      this.view = view;
    },
  });
  readonly #breakdown = new BreakdownReader(this, problem => this.#failed(problem, 'load'));
  readonly #reread = new Throttle(this, rereadPause, () => this.#readAgain());
  readonly #acts: DetailActs = new DetailActs(this, {
    settings: this.#settings,
    follower: this.#follower,
    piece: () => this.#acting,
  });
  readonly #news = new DetailNews(this, this.#told);
  readonly #download: DetailDownload = new DetailDownload(this, {
    failed: this.#told.failed,
    piece: () => this.#files,
  });
  readonly #copies = new DetailCopies(this, this.#announcer, this.#told.words);
  readonly #links = new DetailLinks(this, { ...this.#told, id: () => this.batchId, show: id => this.#open(id) });
  readonly #problems = new ProblemLog();
  readonly #internals = this.attachInternals();
  readonly #wording = new Wording(this, this.#settings, detailEnglish);
  readonly #pieces = new Pieces(this, {
    wording: this.#wording,
    isDrawn: () => this.batch !== null,
    stylesBefore: times,
  });
  readonly #aside = this.#pieces.of(asideCode);
  readonly #acting = this.#pieces.of(
    async () => {
      const { BatchActs } = await actsCode();
      const offers: DetailActs['offers'] = (action, batch) => this.#acts.offers(action, batch);
      return new BatchActs(this, { ...this.#told, follower: this.#follower, offers });
    },
    () => this.#settings.access === 'readWrite',
  );
  readonly #decision = this.#pieces.of(decisionCode);
  readonly #files = this.#pieces.of(async () => {
    const { BatchFiles } = await filesCode();
    return new BatchFiles(this, this.#told);
  });
  #words: Words = this.#wording.words;
  #given: Batch | null = null;
  #pace: Pace | null = null;
  #wholeHistory = false;
  #rightsProblem: Problem | null = null;

  constructor() {
    super();
    const tells = () => (this.batchId ? tick : null);
    this.addController(new FocusKeeper(this));
    this.addController(new Interval(this, tells, () => this.requestUpdate()));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { adapter, access } = this.#settings;
    this.#words = this.#wording.follow();
    if (changed.get('batchId')) this.#leave(changed.has('view'));
    if (changed.has('view')) this.#tasks.draft.follow();
    const source = access === 'read' || access === 'readWrite' ? adapter : null;
    const id = this.batchId || null;
    this.#follower.follow(source, id, this.#given);
    if (source !== null) this.#given = null;
    const { batch } = this;
    this.#tasks.follow(batch !== null && hasTasks(batch.status) && this.#shows('tasks') ? source : null, id);
    this.#breakdown.follow(batch !== null && this.#isCounted(batch) ? source : null, id);
    if (batch !== null) this.#watch(batch);
    this.#tellRights();
  }

  protected override updated(): void {
    const { states } = this.#internals;
    const { status, batch } = this;
    const wanted = [status, ...(batch ? [`batch-${batch.status.toLowerCase().replace(/[^a-z]+/g, '-')}`] : [])];
    if (wanted.length === states.size && wanted.every(state => states.has(state))) return;
    states.clear();
    for (const state of wanted) states.add(state);
  }

  /** What is shown now. */
  get status(): BatchSyncDetailStatus {
    if (!this.batchId) return 'idle';
    const { configured, access } = this.#settings;
    const { status } = this.#follower;
    if (configured === 'no') return 'unconfigured';
    if (access === 'none' || (has(status, 'problem') && status.problem.status === 403)) return 'forbidden';
    if (status.state === 'failed') return status.problem.status === 404 ? 'not-found' : 'error';
    return status.state === 'idle' ? 'loading' : status.state;
  }

  /** Reads the batch and its tasks again, and the rights where they are not known. Never rejects. */
  async refresh(): Promise<void> {
    if (this.#settings.capabilitiesProblem) this.#settings.retryCapabilities();
    this.#reread.done();
    await Promise.all([this.#follower.refresh(), this.#tasks.reread(), this.#breakdown.reread()]);
  }

  /**
   * Saves the tasks as a file, in file order: `all` of them, those that `view` lists (`filtered`), those of one outcome
   * (`accepted`, `failed`, `queued`), or the rejected ones in the shape of an upload (`upload`). Answers with whether
   * there is a file. Never rejects: why there is none is on screen and in `batch-sync-error`.
   */
  download(scope: DownloadScope = 'all'): Promise<boolean> {
    return this.#download.start(this.status === 'forbidden' ? null : this.batch, scope, this.view);
  }

  /** Copies the batch's id; where the page may not copy, the id is selected. Answers with whether it was copied. */
  async copyId(): Promise<boolean> {
    return this.batch !== null && this.#copies.id(this.batch.id);
  }

  /** Moves the focus to the file's name. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.heading')?.focus(options);
  }

  #shows(part: DetailPart): boolean {
    return !this.hide.split(/\s+/).includes(part);
  }

  /** Whether there are outcomes, and a backend that counts them. */
  #isCounted(batch: Batch): boolean {
    return hasTasks(batch.status) && this.#counts;
  }

  get #counts(): boolean {
    return this.#shows('failures') && this.#settings.can('breakdown');
  }

  #open(id: string | null, tasks?: Partial<TaskQuery>): void {
    this.batchId = id;
    if (tasks) this.view = tasks;
  }

  /** Forgets what belongs to the batch that was on screen. */
  #leave(viewGiven: boolean): void {
    this.#tasks.leave(viewGiven);
    this.#acts.leave();
    this.#news.leave();
    this.#download.leave();
    this.#copies.leave();
    this.#reread.reset();
    this.#problems.clear();
    this.#wholeHistory = false;
  }

  /** What follows from the snapshot on screen. */
  #watch(batch: Batch): void {
    this.#news.watch(batch);
    this.#pace = this.#news.pace(batch, this.#staleness(batch) === null);
    this.#news.still(this.#pace.stillSince);
    if (!this.#acts.offers('decide', batch)) return;
    this.#decision.want();
    this.#acting.want();
  }

  #failed(problem: Problem, action: string): void {
    this.#problems.note(problem, action, this.#settings.now());
    tellProblem(this, problem, action);
  }

  #tellRights(): void {
    const { capabilitiesProblem } = this.#settings;
    if (capabilitiesProblem !== null && capabilitiesProblem !== this.#rightsProblem && this.batchId) {
      this.#failed(capabilitiesProblem, 'capabilities');
    }
    this.#rightsProblem = capabilitiesProblem;
  }

  #batchChanged(batch: Batch, before: Batch | null): void {
    if (before === null) this.#reread.done();
    else this.#reread.request();
    this.#news.changed(batch, before, this.#acting.contents?.isUnderWay ?? false);
  }

  /** A reading under way must not be cut off by the next one, or a slow server would never be heard. */
  #readAgain(): void {
    if (this.#tasks.busy || this.#breakdown.busy) return this.#reread.request();
    void this.#tasks.reread();
    void this.#breakdown.reread();
    if (this.#follower.behind && this.batch?.history !== undefined && this.#shows('timeline')) {
      void this.#follower.reread();
    }
  }

  #chooseFile(scope: DownloadScope): void {
    if (this.#files.contents) this.#files.contents.choosing = false;
    void this.download(scope);
  }

  /** Where the code comes only now, the page may not copy any more, and the text is shown. */
  async #copyBundle({ id }: Batch): Promise<void> {
    // Asked for again where it could not be had; what draws the text has it then, too.
    this.#aside.retry();
    const aside = this.#aside.want() ?? (await asideCode().catch(() => null));
    const { batch } = this;
    if (aside === null || batch?.id !== id) return;
    const { status } = this.#breakdown;
    const breakdown = has(status, 'value') ? status.value : null;
    const problems = this.#problems.entries;
    const live = this.#settings.liveStatus.state;
    void this.#copies.bundle(aside.supportBundle({ batch, breakdown, problems, live, now: this.#settings.now() }));
  }

  #changeTimeZone(): void {
    const { otherTimeZone } = this.#settings;
    this.#settings.changeTimeZone();
    this.#announcer.say(this.#words.t('time.zone', { zone: this.#words.zoneName(otherTimeZone ?? 'UTC') }));
  }

  #showWholeHistory(): void {
    this.#wholeHistory = true;
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { status, batch } = this;
    if (status === 'idle') return nothing;
    const { language, direction, isAwaited } = this.#wording.root;
    const parts = batch === null || status === 'forbidden' ? null : this.#partsOf(batch);
    return html`<div class="root" lang=${language} dir=${direction ?? nothing} ?data-wordless=${isAwaited}>
      ${status === 'unconfigured' ? nothing : this.#renderHeader(status, parts)} ${this.#renderContent(status, parts)}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
      ${this.#acting.contents?.draw() ?? nothing}
    </div>`;
  }

  #renderHeader(status: BatchSyncDetailStatus, parts: DetailParts | null): TemplateResult {
    const header: DetailHeaderContent = {
      level: this.headingLevel,
      batch: parts?.batch ?? null,
      id: this.batchId ?? '',
      loading: status === 'loading',
      live: this.#shows('live') ? this.#renderLive() : nothing,
      back: this.#links.back(),
      actions: parts === null ? nothing : buttonsOf(parts, this.#words),
    };
    return detailHeader(header, this.#words, this.#now);
  }

  #renderLive(): TemplateResult | typeof nothing {
    const { state, since } = this.#settings.liveStatus;
    return liveBadge(state, since, this.#words, this.#now);
  }

  #renderContent(status: Exclude<BatchSyncDetailStatus, 'idle'>, parts: DetailParts | null): TemplateResult {
    const words = this.#words;
    const { status: reading } = this.#follower;
    const acts = { onRetry: () => void this.refresh(), onCopy: (id: string) => void this.#copies.requestId(id) };
    switch (status) {
      case 'unconfigured':
      case 'forbidden':
      case 'not-found':
      case 'error':
        return detailState(status, has(reading, 'problem') ? reading.problem : null, acts, words);
      default: {
        const skeleton = { level: this.headingLevel + 1, counts: this.#counts, shows: this.#shows.bind(this) };
        return parts === null ? detailSkeleton(skeleton, words) : detailView(piecesOf(parts, words));
      }
    }
  }

  #partsOf(batch: Batch): DetailParts {
    return {
      batch,
      level: this.headingLevel + 1,
      now: this.#now,
      pace: this.#pace ?? this.#news.pace(batch, false),
      watched: this.#news.watched,
      stale: this.#staleness(batch),
      shows: part => this.#shows(part),
      counted: this.#isCounted(batch),
      settings: this.#settings,
      tasks: this.#tasks,
      breakdown: this.#breakdown,
      acts: this.#acts,
      acting: this.#acting,
      download: this.#download,
      copies: this.#copies,
      aside: this.#aside,
      decision: this.#decision,
      open: !this.collapsed,
      wholeHistory: this.#wholeHistory,
      linkTo: (id, text) => this.#links.to(id, text),
      onToggle: open => {
        this.collapsed = !open;
      },
      onWholeHistory: () => this.#showWholeHistory(),
      onCopyId: () => void this.copyId(),
      onCopyBundle: () => void this.#copyBundle(batch),
      onDownload: scope => this.#chooseFile(scope),
      onRefresh: () => void this.refresh(),
      onTimeZone: () => this.#changeTimeZone(),
    };
  }

  /** The last good data is shown, or a batch that moves and of which nothing is heard. */
  #staleness(batch: Batch): DetailParts['stale'] {
    const { status } = this.#follower;
    const { state, since } = this.#settings.liveStatus;
    if (status.state === 'stale') return status;
    return state === 'stale' && since !== null && isActive(batch.status) ? { since, problem: null } : null;
  }

  /** The server's time, to the tick: no text of a time changes in between. */
  get #now(): number {
    return Math.floor(this.#settings.now() / tick) * tick;
  }
}
