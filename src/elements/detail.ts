import { LitElement, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Batch } from '../core/batch.js';
import { ProblemError, type Problem } from '../core/problem.js';
import { hasTasks, isActive, isTerminal } from '../core/status.js';
import { completeTaskQuery, paramsFromTaskQuery } from '../core/task-query.js';
import type { TaskQuery } from '../core/view.js';
import { Announcer } from '../state/announcer.js';
import { BatchFollower } from '../state/batch.js';
import { BreakdownReader } from '../state/breakdown.js';
import { copyText, selectText } from '../state/clipboard.js';
import { Download, type DownloadScope } from '../state/download.js';
import { FocusKeeper } from '../state/focus-keeper.js';
import { Interval } from '../state/interval.js';
import { Later, Throttle } from '../state/later.js';
import { configDiffers, sameData } from '../state/same.js';
import { SearchDraft } from '../state/search-draft.js';
import { Settings } from '../state/settings.js';
import { TaskList, type TaskPage } from '../state/task-list.js';
import { confirmDialog } from '../ui/confirm-dialog.js';
import { backContent, detailHeader, type DetailHeaderContent } from '../ui/detail-header.js';
import { detailState } from '../ui/detail-states.js';
import { actionsOf, detailSkeleton, detailView, type DetailModel } from '../ui/detail-view.js';
import { link } from '../ui/link.js';
import { isolated } from '../ui/values.js';
import { batchNews, statusNews } from '../words/batch-news.js';
import { createWordsCache, type Messages, type Words } from '../words/words.js';
import { ask, tell, tellProblem } from './ask.js';
import type { BatchSyncConfig } from './config.js';
import { DetailActs } from './detail-acts.js';
import { detailStyles } from './detail.styles.js';

/**
 * What is on screen. `idle`: no batch, no space, no request. `loading` also while rights are not known; `stale`: the
 * last good data, since newer could not be had.
 */
export type BatchSyncDetailStatus =
  'idle' | 'unconfigured' | 'forbidden' | 'loading' | 'ready' | 'refreshing' | 'stale' | 'not-found' | 'error';

/** Milliseconds between two readings of the tasks on screen, however fast the batch moves. */
const rereadPause = 2000;
/** How long the copy button says that it copied. */
const copiedShown = 2000;
/** Times are relative, and told again so often. */
const tick = 30_000;

/**
 * One batch: what it is, how far it is, what became of each task and why, and what can be done with it.
 *
 * It reads through the adapter of the provider around it, or of its own `config`, and stays current: an older version
 * never takes the place of a newer one, and the tasks on screen are read again when the batch has moved, at most every
 * two seconds. Without a `batch-id` it takes no space and asks for nothing. What a person does to the list of tasks is
 * proposed in `batch-sync-view-change`; a host that prevents it sets `view` itself, or leaves it as it is. Inside a
 * provider, and where `linkTo` has an address of the list, there is a way back.
 *
 * "Download Data" saves all tasks, read page by page: the file is complete, or there is none.
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
 * @fires {CustomEvent<DownloadDetail>} batch-sync-download - Cancelable. A file is asked for: `{id, scope}`; `scope` is `all`, `accepted`, `failed`, `queued` or `upload`.
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
 * @csspart card - A card; also `card-accepted`, `card-failed`, `card-queued` for the figures, and `card-selected`.
 * @csspart card-label - The badge of a figure.
 * @csspart card-value - The figure.
 * @csspart details - The *Batch Details* card.
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
 * @csspart header-cell - A heading.
 * @csspart row - A task; also `row-` and its status, such as `row-failed`.
 * @csspart cell - A cell of it.
 * @csspart pager - Where the page stands, tasks per page, previous and next.
 * @csspart preview - The first rows, for a checker.
 * @csspart empty - What stands where there is nothing to show.
 * @csspart error - The same where something could not be loaded.
 * @csspart notice - A message; also `notice-` and its kind, such as `notice-failed`.
 * @csspart dialog - The question before an act.
 *
 * @cssprop [--batch-sync-accent] - Links, the primary button, what is selected.
 * @cssprop [--batch-sync-surface] - Background of cards and rows.
 * @cssprop [--batch-sync-surface-sunken] - Background of the headings of a table.
 * @cssprop [--batch-sync-border] - Lines.
 * @cssprop [--batch-sync-text] - Text.
 * @cssprop [--batch-sync-text-muted] - What is secondary.
 * @cssprop [--batch-sync-radius-surface] - Corners of cards.
 * @cssprop [--batch-sync-font] - Typeface; default: the page's.
 * @cssprop [--batch-sync-font-mono] - Typeface of ids.
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

  /** What to leave out, blank-separated: `stats failures tasks integrity`. */
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
    return completeTaskQuery(this.#view, this.taskPageSize);
  }
  set view(view: Partial<TaskQuery> | null | undefined) {
    this.#view = view ?? {};
  }

  readonly #settings = new Settings(
    this,
    'detail',
    () => ({ config: this.config, readonly: this.readonly, idle: !this.batchId, batchId: this.batchId }),
    {
      handle: {
        open: id => this.#open(id),
        refresh: () => this.refresh(),
        focus: () => this.focus(),
        forget: () => this.#acts.forget(),
      },
      listener: { batches: batches => this.#follower.take(batches), resync: () => void this.refresh() },
    },
  );
  readonly #follower = new BatchFollower(this, {
    adopt: (batch, replace) => this.#settings.adopt([batch], { replace })[0] ?? batch,
    changed: (batch, before) => this.#batchChanged(batch, before),
    failed: (problem, action) => tellProblem(this, problem, action),
  });
  readonly #tasks = new TaskList(this, {
    loaded: shown => this.#tasksLoaded(shown),
    failed: (problem, action) => tellProblem(this, problem, action),
  });
  readonly #breakdown = new BreakdownReader(this, problem => tellProblem(this, problem, 'load'));
  readonly #reread = new Throttle(this, rereadPause, () => this.#rereadLists());
  readonly #announcer = new Announcer(this);
  readonly #acts = new DetailActs(this, {
    settings: this.#settings,
    follower: this.#follower,
    announcer: this.#announcer,
    words: () => this.#words,
  });
  readonly #download = new Download(this);
  readonly #draft = new SearchDraft(this, q => this.#changeView({ q }));
  readonly #forgetCopied = new Later(this, () => this.#showCopied(false));
  readonly #internals = this.attachInternals();
  readonly #wordsOf = createWordsCache();
  #words: Words = this.#wordsOf({ locale: 'en' });
  #given: Batch | null = null;
  #view: Partial<TaskQuery> = {};
  #rightsProblem: Problem | null = null;
  /** A person asked for other tasks and hears how many there are. */
  #saysCount = false;
  #copied = false;
  /** The bar that a person watched stays when the batch has ended, so that nothing jumps. */
  #watched = false;
  /** Told once of each batch. */
  #completed: string | null = null;

  constructor() {
    super();
    const tells = () => (this.batchId ? tick : null);
    this.addController(new FocusKeeper(this));
    this.addController(new Interval(this, tells, () => this.requestUpdate()));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { locale, timeZone, otherTimeZone, messages, adapter, access } = this.#settings;
    this.#words = this.#wordsOf({ locale, timeZone, otherTimeZone, messages: messages as Messages | undefined });
    if (changed.get('batchId')) this.#leave(changed.has('view'));
    if (changed.has('view')) this.#draft.follow();
    const source = access === 'read' || access === 'readWrite' ? adapter : null;
    const id = this.batchId || null;
    this.#follower.follow(source, id, this.#given);
    if (source !== null) this.#given = null;
    const { batch } = this;
    const lists = batch !== null && hasTasks(batch.status) && !this.#hides('tasks');
    this.#tasks.follow(lists ? source : null, id, this.view);
    this.#breakdown.follow(batch !== null && this.#explains(batch) ? source : null, id);
    this.#watched ||= batch !== null && isActive(batch.status);
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
    if (access === 'none' || ('problem' in status && status.problem.status === 403)) return 'forbidden';
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
   * Saves the tasks as a file: all of them, those of one outcome, or the rejected ones in the shape of an upload
   * (`all`, `accepted`, `failed`, `queued`, `upload`). Answers with whether there is a file. Never rejects: why there
   * is none is on screen and in `batch-sync-error`.
   */
  async download(scope: DownloadScope = 'all'): Promise<boolean> {
    const { batch } = this;
    const { adapter, definition } = this.#settings;
    if (this.#download.status.state === 'running') return false;
    if (batch === null || adapter === null || this.status === 'forbidden') {
      tellProblem(this, new ProblemError({ code: 'forbidden', title: 'There is nothing to download' }), 'download');
      return false;
    }
    if (!ask(this, 'batch-sync-download', { id: batch.id, scope })) return false;
    const file = await this.#download.start({ adapter, batch, definition, scope }, problem => {
      this.#announcer.say(this.#words.t('download.failed.heading'));
      tellProblem(this, problem, 'download');
    });
    if (file === null) return false;
    const { fileName, tasks } = file;
    this.#announcer.say(this.#words.t('download.done', { file: isolated(fileName), count: tasks }));
    tell(this, 'batch-sync-downloaded', { id: batch.id, scope, fileName, tasks });
    return true;
  }

  /** Copies the batch's id; where the page may not copy, the id is selected. Answers with whether it was copied. */
  async copyId(): Promise<boolean> {
    const { batch } = this;
    if (batch === null) return false;
    const copied = await this.#copy(batch.id, '#batch-id');
    this.#announcer.say(this.#words.t(copied ? 'detail.id.copied' : 'detail.id.selected'));
    if (copied) this.#showCopied(true);
    return copied;
  }

  /** Moves the focus to the file's name. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.heading')?.focus(options);
  }

  #hides(what: string): boolean {
    return this.hide.split(/\s+/).includes(what);
  }

  /** Whether there is something to explain, and a backend that does. */
  #explains(batch: Batch): boolean {
    return batch.tasks.failed > 0 && this.#settings.can('breakdown') && !this.#hides('failures');
  }

  #open(id: string | null): void {
    this.batchId = id;
  }

  /** Forgets what belongs to the batch that was on screen. */
  #leave(viewGiven: boolean): void {
    if (!viewGiven) this.#view = {};
    this.#acts.leave();
    this.#download.cancel();
    this.#draft.drop();
    this.#reread.reset();
    this.#forgetCopied.cancel();
    this.#saysCount = this.#copied = this.#watched = false;
  }

  #tellRights(): void {
    const { capabilitiesProblem } = this.#settings;
    if (capabilitiesProblem !== null && capabilitiesProblem !== this.#rightsProblem && this.batchId) {
      tellProblem(this, capabilitiesProblem, 'capabilities');
    }
    this.#rightsProblem = capabilitiesProblem;
  }

  #batchChanged(batch: Batch, before: Batch | null): void {
    if (before === null) this.#reread.done();
    else this.#reread.request();
    const news = before === null ? this.#welcome(batch) : batchNews(before, batch, this.#words);
    if (news !== null) this.#announcer.say(news);
    tell(this, 'batch-sync-updated', { batch });
    const ends = before !== null && !isTerminal(before.status) && isTerminal(batch.status);
    if (ends && this.#completed !== batch.id) this.#complete(batch);
  }

  /** Whoever was brought here while nothing was known yet hears what they came for. */
  #welcome(batch: Batch): string | null {
    const waits = this.shadowRoot?.activeElement?.classList.contains('heading') === true;
    return waits ? statusNews(batch, this.#words) : null;
  }

  #complete(batch: Batch): void {
    const { status, id } = batch;
    this.#completed = id;
    tell(this, 'batch-sync-completed', { batch });
    const severity = status === 'ACCEPTED' ? 'success' : status === 'FAILED' ? 'error' : 'warning';
    this.#settings.notify({ code: 'completed', severity, message: statusNews(batch, this.#words), batchId: id });
  }

  /** A reading under way must not be cut off by the next one, or a slow server would never be heard. */
  #rereadLists(): void {
    if (this.#tasks.busy || this.#breakdown.busy) return this.#reread.request();
    void this.#tasks.reread();
    void this.#breakdown.reread();
  }

  #tasksLoaded({ query, page }: TaskPage): void {
    if (query.cursor !== this.view.cursor) this.#view = query;
    if (!this.#saysCount) return;
    this.#saysCount = false;
    this.#announcer.say(this.#words.t('tasks.count.filtered', { count: page.total ?? page.items.length }));
  }

  /** Proposes another view, and shows it unless the host keeps that to itself. */
  #changeView(change: Partial<TaskQuery>): void {
    const last = this.view;
    const view = { ...last, cursor: null, ...change };
    const changed = (Object.keys(view) as (keyof TaskQuery)[]).filter(key => view[key] !== last[key]);
    if (changed.length === 0) return;
    if (!ask(this, 'batch-sync-view-change', { view, changed, params: paramsFromTaskQuery(view) })) return;
    this.#saysCount = true;
    this.view = view;
  }

  async #copy(text: string, selector: string): Promise<boolean> {
    const copied = await copyText(text);
    const shown = this.renderRoot.querySelector(selector);
    if (!copied && shown) selectText(shown);
    return copied;
  }

  async #copyRequestId(id: string): Promise<void> {
    const copied = await this.#copy(id, '.empty .id');
    this.#announcer.say(this.#words.t(copied ? 'action.copied' : 'detail.id.selected'));
  }

  #showCopied(copied: boolean): void {
    this.#copied = copied;
    if (copied) this.#forgetCopied.in(copiedShown);
    this.requestUpdate();
  }

  /** Where no provider carries a person on, the link does; where there is neither, this element shows the batch. */
  #goTo(id: string, href: string | null, event: Event): void {
    const goesOn = ask(this, 'batch-sync-open', { id, batch: null });
    const { provider } = this.#settings;
    if (!goesOn || (provider !== null && provider.open(id) !== false)) event.preventDefault();
    else if (provider === null && href === null) this.#open(id);
  }

  #goBack(event: Event): void {
    const goesOn = ask(this, 'batch-sync-back', { id: this.batchId ?? '' });
    const { provider } = this.#settings;
    if (goesOn) provider?.back();
    if (!goesOn || provider !== null) event.preventDefault();
  }

  #clearSearch(): void {
    this.#draft.drop();
    this.#changeView({ q: '' });
    this.renderRoot.querySelector<HTMLElement>('.search-input')?.focus();
  }

  #retryDownload(): void {
    const { status } = this.#download;
    void this.download(status.state === 'failed' ? status.scope : 'all');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { status, batch } = this;
    if (status === 'idle') return nothing;
    const { locale, config } = this.#settings;
    const { confirmation } = this.#acts;
    const model = batch === null || status === 'forbidden' ? null : this.#modelOf(batch);
    return html`<div class="root" lang=${locale} dir=${config.locale === undefined ? nothing : this.#words.direction}>
      ${status === 'unconfigured' ? nothing : this.#renderHeader(status, model)} ${this.#renderContent(status, model)}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
      ${confirmDialog(confirmation.request, confirmed => confirmation.answer(confirmed))}
    </div>`;
  }

  #renderHeader(status: BatchSyncDetailStatus, model: DetailModel | null): TemplateResult {
    const header: DetailHeaderContent = {
      level: this.headingLevel,
      batch: model?.batch ?? null,
      id: this.batchId ?? '',
      loading: status === 'loading',
      back: this.#renderBack(),
      actions: model === null ? nothing : actionsOf(model, this.#words),
    };
    return detailHeader(header, this.#words, this.#now);
  }

  #renderBack(): TemplateResult | typeof nothing {
    const { provider } = this.#settings;
    const href = this.#settings.linkTo({ kind: 'list', view: null });
    if (provider === null && href === null) return nothing;
    return link({ href, content: backContent(this.#words), part: 'button', act: event => this.#goBack(event) });
  }

  #renderContent(status: Exclude<BatchSyncDetailStatus, 'idle'>, model: DetailModel | null): TemplateResult {
    const words = this.#words;
    const { status: reading } = this.#follower;
    const acts = { onRetry: () => void this.refresh(), onCopy: (id: string) => void this.#copyRequestId(id) };
    switch (status) {
      case 'unconfigured':
      case 'forbidden':
      case 'not-found':
      case 'error':
        return detailState(status, 'problem' in reading ? reading.problem : null, acts, words);
      default:
        return model === null
          ? detailSkeleton({ level: this.headingLevel + 1, shows: part => !this.#hides(part) }, words)
          : detailView(model, words);
    }
  }

  #modelOf(batch: Batch): DetailModel {
    const settings = this.#settings;
    const { runner, outcome } = this.#acts;
    const { status: tasks, shown } = this.#tasks;
    const { view } = this;
    return {
      batch,
      definition: settings.definition,
      level: this.headingLevel + 1,
      now: this.#now,
      shows: part => !this.#hides(part),
      open: !this.collapsed,
      copied: this.#copied,
      watched: this.#watched,
      gateway: this.#acts.gateway(batch),
      offers: action => this.#acts.offers(action, batch),
      own: settings.isOwn(batch),
      busy: runner.status.state === 'running',
      failedAct: runner.status.state === 'failed' ? runner.status : null,
      outcome,
      rights: settings.capabilitiesProblem,
      stale: this.#staleness(batch),
      download: this.#download.status,
      breakdown: this.#explains(batch) ? this.#breakdown.status : null,
      tasks,
      current: shown !== null && sameData(shown.query, view),
      view,
      search: this.#draft.text ?? view.q,
      linkTo: (id, text) => this.#linkTo(id, text),
      onToggle: open => {
        this.collapsed = !open;
      },
      onCopy: () => void this.copyId(),
      onAct: action => this.#acts.begin({ action, batch }),
      onRetryAct: () => void runner.retry(),
      onDecide: decision => this.#acts.begin({ action: 'decide', batch, decision }),
      onDismiss: () => this.#acts.dismiss(),
      onDownload: () => this.#retryDownload(),
      onCancelDownload: () => this.#download.cancel(),
      onRefresh: () => void this.refresh(),
      onRetryRights: () => settings.retryCapabilities(),
      onRetryBreakdown: () => void this.#breakdown.reread(),
      onRetryTasks: () => void this.#tasks.reread(),
      onType: text => this.#draft.type(text),
      onCommit: () => this.#draft.commit(),
      onClear: () => this.#clearSearch(),
      onChange: change => this.#changeView(change),
    };
  }

  /** The last good data is shown, or a batch that moves and of which nothing is heard. */
  #staleness(batch: Batch): DetailModel['stale'] {
    const { status } = this.#follower;
    const { state, since } = this.#settings.liveStatus;
    if (status.state === 'stale') return status;
    return state === 'stale' && since !== null && isActive(batch.status) ? { since, problem: null } : null;
  }

  #linkTo(id: string, text?: string): TemplateResult {
    const href = this.#settings.linkTo({ kind: 'batch', id });
    const content = text ?? html`<bdi class="id">${id}</bdi>`;
    return link({ href, content, act: event => this.#goTo(id, href, event) });
  }

  /** The server's time, to the tick: no text of a time changes in between. */
  get #now(): number {
    return Math.floor(this.#settings.now() / tick) * tick;
  }
}
