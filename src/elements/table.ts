import { LitElement } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Batch } from '../core/batch.js';
import { lateImport } from '../core/late-import.js';
import type { Problem } from '../core/problem.js';
import type { BatchRowAction } from '../core/row-action.js';
import { sampleCsv } from '../core/sample.js';
import type { BatchTableColumn, TableColumnName } from '../core/table-columns.js';
import { changedView } from '../core/view.js';
import type { View } from '../core/view.js';
import { completeView, isFiltered, paramsFromView } from '../core/view-params.js';
import { has } from '../core/own-members.js';
import { Announcer } from '../state/announcer.js';
import { BatchList } from '../state/batch-list.js';
import type { Listing, ReadCause } from '../state/batch-list.js';
import { CaseHint } from '../state/case-hint.js';
import type { CaseMatches } from '../state/case-hint.js';
import { DrawnRows } from '../state/drawn-rows.js';
import { HostCells } from '../state/host-cells.js';
import { Interval } from '../state/interval.js';
import type { LoadStatus } from '../state/loader.js';
import { RowKeys } from '../state/row-keys.js';
import { SavedFiles } from '../state/saved-file.js';
import { configDiffers, sameData } from '../state/same.js';
import { SearchDraft } from '../state/search-draft.js';
import { SecondPress } from '../state/second-press.js';
import { Settings } from '../state/settings.js';
import { TableLayout } from '../state/table-layout.js';
import { isModified, isRepeated } from '../ui/press.js';
import { spokenSort } from '../ui/table-columns.js';
import { spokenPage } from '../ui/table-pager.js';
import { caseHintText } from '../ui/table-states.js';
import type { CaseHintModel } from '../ui/table-states.js';
import { times } from '../ui/styles/index.js';
import { keepDrawn } from '../ui/kept-drawn.js';
import { placesOnScreen } from '../ui/places-on-screen.js';
import { tableView } from '../ui/table-view.js';
import type { TableActs, TableScreen, TableStatus } from '../ui/table-view.js';
import { describeProblem } from '../words/index.js';
import type { Words } from '../words/index.js';
import { tableEnglish } from '../words/en-table.js';
import { ask, tell, tellProblem } from './ask.js';
import type { BatchSyncConfig } from './config.js';
import { missingOf, Pieces } from './pieces.js';
import { TableFilters, type TableFiltersOptions } from './table-filters.js';
import { TableGateway } from './table-gateway.js';
import { TableLayoutDialog } from './table-layout-dialog.js';
import { TableFind } from './table-find.js';
import { RequestIdCopy } from './table-request-id.js';
import { tableStyles } from './table.styles.js';
import { Wording } from './wording.js';

export type { TableStatus } from '../ui/table-view.js';

/** Times are relative, and told again so often. */
const tick = 30_000;
/** Whoever asks for less asks for load. */
const shortestRefresh = 5_000;
const noBatches: readonly Batch[] = [];

const finderCode = lateImport(() => import('./table-find.piece.js'));
const panelsCode = lateImport(() => import('./table-filters.piece.js'));
const arrangingCode = lateImport(() => import('./table-layout.piece.js'));
const gatewayCode = lateImport(() => import('./table-gateway.piece.js'));
const menuCode = lateImport(() => import('./table-menu.piece.js'));

/**
 * Every batch uploaded so far: search, sort, pages, live progress, "Sync with Gateway" and "Create Batch Sync"; and what
 * became of one order in all of them, where the backend can tell.
 *
 * It reads through the adapter of the provider around it, or of its own `config`. Rows change in place when the backend
 * tells of it: focus and scroll stay. What a person does to the view is proposed in `batch-sync-view-change`; a host that
 * prevents it sets `view` itself, or leaves it as it is; `viewFromParams` and `paramsFromView` carry a view to an address
 * and back.
 *
 * The person arranges columns and row height for themselves, kept as `preferences` in the `config` says, under the
 * definition's kind. Hosts add `columns` and `rowActions`; whatever these throw is contained: `onEvent` hears of it, the
 * cell is a dash and the menu is missing.
 *
 * @example
 * ```html
 * <batch-sync-provider base-url="/v1/batch-sync">
 *   <batch-sync-table page-size="50" hide="summary"></batch-sync-table>
 * </batch-sync-provider>
 * ```
 *
 * @example A column of the host's, and one with markup of its own
 * ```js
 * table.columns = [
 *   'fileName',
 *   'status',
 *   { name: 'team', label: 'Team', cell: batch => batch.createdBy?.name ?? '' },
 *   { name: 'ticket', label: 'Ticket', slotted: true }, // <a slot="cell:ticket:bs_01" href="…">OPS-7</a>
 *   'progress',
 *   'actions',
 * ];
 * table.rowActions = batch => [{ name: 'note', label: 'Add a note', run: () => openNote(batch.id) }];
 * ```
 *
 * @tag batch-sync-table
 * @tagname batch-sync-table
 *
 * @fires {CustomEvent<OpenDetail>} batch-sync-open - Cancelable. A batch's link was pressed: `{id, batch}`, and `tasks` where a task that was found led to it. Then the provider shows it, or the link is followed.
 * @fires {CustomEvent<null>} batch-sync-create - Cancelable. "Create Batch Sync" was pressed. Then the provider shows the upload.
 * @fires {CustomEvent<ViewChangeDetail<View>>} batch-sync-view-change - Cancelable. A person wants another search, sort, filter or page: `{view, changed, params}`.
 * @fires {CustomEvent<BatchDetail>} batch-sync-gateway-sync - Cancelable. "Sync with Gateway" was pressed and confirmed: `{batch}`.
 * @fires {CustomEvent<BatchDetail>} batch-sync-gateway-synced - The server has begun it: `{batch}`.
 * @fires {CustomEvent<RowActionDetail>} batch-sync-row-action - Cancelable. An entry of a row's menu was chosen: `{batch, name}`. Then its `run` is called, or its link is followed.
 * @fires {CustomEvent<LoadedDetail>} batch-sync-loaded - A page came: `{view, batches, total}`.
 * @fires {CustomEvent<ErrorDetail>} batch-sync-error - Something failed: `{problem, action}`; `action` is `load`, `refresh`, `find`, `gateway-sync`, `row-action` or `capabilities`.
 *
 * @slot heading - Instead of the heading.
 * @slot description - Instead of the introduction.
 * @slot toolbar-start - Before the search field.
 * @slot toolbar-end - At the end of the toolbar.
 * @slot empty - Instead of what is shown before the first upload.
 * @slot no-results - Instead of what is shown where nothing is found.
 * @slot error - Instead of what is shown where the list could not be loaded.
 * @slot forbidden - Instead of what is shown without access.
 * @slot footer - Beneath the table.
 * @slot cell:column:id - A cell of a column of the host's that is `slotted`: the column's name and the batch's id.
 *
 * @csspart heading - The heading.
 * @csspart description - The introduction.
 * @csspart summary - The cards with what the server counted.
 * @csspart card - One of them; also `card-selected`.
 * @csspart card-value - Its figure.
 * @csspart find - The field for an order, transaction or request ID.
 * @csspart toolbar - Search, filters, sort and what a host adds.
 * @csspart search - The search field with its buttons.
 * @csspart search-clear - The cross in it.
 * @csspart switch - "Match case"; also `switch-on`.
 * @csspart filter - What narrows or orders the list: the buttons for status and time, the sort list where there are no headings, and as `filter-chosen` each filter in use.
 * @csspart menu - What a row's menu opens.
 * @csspart table - The table.
 * @csspart header-cell - A heading; also `header-cell-ascending`, `header-cell-descending`.
 * @csspart row - A batch; also `row-` and its status, such as `row-failed`, `row-partially-accepted`.
 * @csspart cell - A cell of it.
 * @csspart file-link - The file name.
 * @csspart status - The badge; also `status-` and the status, such as `status-accepted`.
 * @csspart progress - The track of Tasks Progress.
 * @csspart progress-accepted - Its first segment.
 * @csspart progress-rejected - Its second segment.
 * @csspart pager - Where the page stands, rows per page, previous and next.
 * @csspart button - A button; also `button-primary`.
 * @csspart empty - What stands where there are no rows.
 * @csspart error - The same where the list could not be loaded.
 * @csspart notice - A message above the table; also `notice-failed`, `notice-partial`.
 * @csspart dialog - The question before a gateway sync, and the choice of columns and row height.
 *
 * @cssState unconfigured - Nothing to read from is configured.
 * @cssState forbidden - No access.
 * @cssState loading - The first page is awaited.
 * @cssState ready - Rows are shown.
 * @cssState empty - Nothing was ever uploaded.
 * @cssState no-results - Nothing is what the view asks for.
 * @cssState stale - Rows of before are shown.
 * @cssState error - The list could not be loaded.
 */
export class BatchSyncTable extends LitElement {
  static override styles: CSSResultGroup = tableStyles;

  /** Rows of a page until the person or `view` says otherwise: 10, 20, 50 or 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 20;

  /** Words of the heading. Default: those of the definition, "Batch Sync". */
  @property() heading: string | null = null;

  /** Level of the heading in the page's outline, 1 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Height of rows and controls, until the person chooses one. */
  @property() density: 'comfortable' | 'compact' = 'comfortable';

  /** Takes away every control that writes, whatever the rights. */
  @property({ type: Boolean }) readonly = false;

  /** What to leave out, blank-separated: `description search filters summary find columns live create pager`. */
  @property() hide = '';

  /** Seconds after which the first page is read again where there is no live stream, at least 5; 0 for never. */
  @property({ attribute: 'refresh-interval', type: Number }) refreshInterval = 0;

  /** What this element says for itself, over the provider's. */
  @property({ attribute: false, hasChanged: configDiffers }) config: BatchSyncConfig | null = null;

  /** What is shown. May be set in part: the rest is as in the default. Reads as a whole. Equal content changes nothing. */
  @property({ attribute: false, hasChanged: (next, last) => !sameData(next, last) })
  get view(): View {
    return completeView(this.#given, this.pageSize);
  }
  set view(view: Partial<View> | null | undefined) {
    this.#given = view ?? {};
  }

  /**
   * Which columns there are, in which order: names of ours (`fileName`, `status`, `totalRecords`, `createdAt`,
   * `updatedAt`, `totalTasks`, `progress`, `actions`) and columns of the host's. Where none of ours is named, all of ours
   * are there, and the host's before the actions. The person may change order and choice. Another object draws the rows
   * again with its functions; nothing is read anew.
   */
  @property({ attribute: false }) columns: readonly (TableColumnName | BatchTableColumn)[] | null = null;

  /**
   * What else can be done with a batch, in a menu at the end of its row. Called with the newest snapshot whenever a row
   * or its menu is drawn; a row with nothing to offer has no menu. An entry that is chosen is first asked for in
   * `batch-sync-row-action`; then its `run` is called.
   */
  @property({ attribute: false }) rowActions: ((batch: Batch) => readonly BatchRowAction[]) | null = null;

  readonly #settings = new Settings(this, 'table', () => ({ config: this.config, readonly: this.readonly }), {
    handle: { refresh: () => this.refresh(), focus: id => this.#focusOnRow(id), forget: () => this.#forget() },
    listener: { batches: batches => this.#take(batches), resync: () => this.#resync() },
  });
  readonly #list = new BatchList(this, {
    source: () => this.#source,
    adopt: (batches, options) => this.#settings.adopt(batches, options),
    showsCounts: () => !this.#hides('summary'),
    settled: (status, cause) => this.#settled(status, cause),
    expired: cursor => this.#leavePage(cursor),
  });
  readonly #draft = new SearchDraft(this, search => this.#changeView({ search }));
  readonly #announcer = new Announcer(this);
  readonly #parts = {
    settings: this.#settings,
    announcer: this.#announcer,
    words: (): Words => this.#words,
    find: (id: string): Batch | undefined => this.#list.find(id),
  };
  readonly #gateway: TableGateway = new TableGateway(this, { ...this.#parts, piece: () => this.#listGateway });
  readonly #find: TableFind = new TableFind(this, {
    ...this.#parts,
    hidden: () => this.#hides('find'),
    piece: () => this.#finder,
  });
  readonly #filtering: TableFiltersOptions = {
    view: () => this.view,
    words: () => this.#words,
    now: () => this.#settings.now(),
    change: change => this.#changeView(change),
  };
  readonly #filters: TableFilters = new TableFilters(this, { ...this.#filtering, piece: () => this.#panels });
  readonly #caseHint = new CaseHint(this, matches => this.#hint(matches));
  readonly #requestId = new RequestIdCopy(this, this.#parts);
  readonly #layout = new TableLayout(this, {
    columns: () => this.columns,
    keeping: () => this.#settings.preferences,
    kind: () => this.#settings.definition.kind,
    choosable: () => !this.#hides('columns'),
  });
  readonly #layoutDialog: TableLayoutDialog = new TableLayoutDialog(this, {
    layout: this.#layout,
    density: () => (this.density === 'compact' ? 'compact' : 'comfortable'),
    words: () => this.#words,
    piece: () => this.#arranging,
  });
  readonly #cells = new HostCells(column =>
    this.#settings.telemetry('host-callback-failed', { callback: 'columns.cell', column }),
  );
  readonly #secondPress = new SecondPress(this);
  readonly #drawnRows = new DrawnRows<Batch>(this, {
    key: ({ id }) => id,
    isHeld: ({ id }) => this.#holdsRow(id),
    seen: () => placesOnScreen(this.#rows),
    prepare: (from, to) => keepDrawn([...this.#rows].slice(from, to)),
  });
  readonly #rowKeys = new RowKeys();
  readonly #files = new SavedFiles(this);
  readonly #internals = this.attachInternals();
  readonly #wording = new Wording(this, this.#settings, tableEnglish);
  readonly #pieces = new Pieces(this, {
    wording: this.#wording,
    isDrawn: () => this.#list.shown !== undefined,
    stylesBefore: times,
  });
  readonly #finder = this.#pieces.of(
    async () => {
      const { OrderFinder } = await finderCode();
      return new OrderFinder(this, this.#parts);
    },
    () => this.#find.card !== null,
  );
  readonly #panels = this.#pieces.of(
    async () => {
      const { FilterPanels } = await panelsCode();
      return new FilterPanels(this, this.#filters.span, this.#filtering);
    },
    () => !this.#hides('filters'),
  );
  readonly #arranging = this.#pieces.of(arrangingCode, () => !this.#hides('columns'));
  readonly #listGateway = this.#pieces.of(
    async () => {
      const { ListGateway } = await gatewayCode();
      return new ListGateway(this, { ...this.#parts, action: batch => this.#gateway.action(batch) });
    },
    () => this.#settings.can('gateway-sync'),
  );
  readonly #menu = this.#pieces.of(
    async () => {
      const { TableMenu } = await menuCode();
      return new TableMenu(this, { ...this.#parts, actions: () => this.rowActions });
    },
    () => this.rowActions !== null,
  );
  #words: Words = this.#wording.words;
  #given: Partial<View> = {};
  #rightsProblem: Problem | null = null;
  /** The view whose page came last. */
  #heard: View | null = null;
  #focused: Element | null = null;

  constructor() {
    super();
    new Interval(
      this,
      () => (this.#list.shown === undefined && !this.#find.open ? null : tick),
      () => this.requestUpdate(),
    );
    new Interval(
      this,
      () => this.#refreshPause,
      () => this.#list.refreshQuietly(),
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { capabilitiesProblem } = this.#settings;
    this.#words = this.#wording.follow();
    if (changed.has('view')) {
      this.#draft.follow();
      this.#caseHint.abandon();
    }
    if (capabilitiesProblem !== null && capabilitiesProblem !== this.#rightsProblem) {
      tellProblem(this, capabilitiesProblem, 'capabilities');
    }
    this.#rightsProblem = capabilitiesProblem;
    this.#focused = this.shadowRoot?.activeElement ?? null;
  }

  protected override updated(): void {
    const { states } = this.#internals;
    states.clear();
    states.add(this.status);
    this.#keepFocus();
  }

  /** A row that is moved loses the focus. What is gone, such as "Retry", had it: a keyboard goes on from here, not from the top of the page. */
  #keepFocus(): void {
    const focused = this.#focused;
    if (!focused || !this.isConnected || this.shadowRoot?.activeElement !== null) return;
    const frames = [...this.renderRoot.querySelectorAll<HTMLElement>('.table-frame')];
    const target = focused.isConnected ? focused : frames.find(frame => frame.checkVisibility());
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }

  /** What is shown now. */
  get status(): TableStatus {
    const { configured, access } = this.#settings;
    const { problem, shown, status } = this.#list;
    if (configured === 'no') return 'unconfigured';
    if (access === 'none' || problem?.status === 403) return 'forbidden';
    if (status.state === 'failed') return 'error';
    if (status.state === 'stale') return 'stale';
    if (shown === undefined) return 'loading';
    if (shown.page.items.length > 0) return 'ready';
    return shown.view.cursor === null && !isFiltered(shown.view) ? 'empty' : 'no-results';
  }

  /** Reads the page again. Resolves when that is over, well or not; never rejects. */
  async refresh(): Promise<void> {
    await Promise.all([this.#list.refresh(), this.#find.finder?.refresh()]);
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.#focusOn(undefined, options);
  }

  get #source(): { adapter: NonNullable<Settings['adapter']>; view: View } | null {
    const { adapter, access } = this.#settings;
    return adapter === null || access === 'none' || access === 'pending' ? null : { adapter, view: this.view };
  }

  get #refreshPause(): number | null {
    const streams = this.#settings.liveStatus.state === 'live';
    if (!(this.refreshInterval > 0) || streams || this.view.cursor !== null) return null;
    return Math.max(this.refreshInterval * 1000, shortestRefresh);
  }

  #take(batches: readonly Batch[]): void {
    this.#list.take(batches);
    this.#find.finder?.take(batches);
  }

  #resync(): void {
    this.#list.refreshQuietly();
    this.#find.finder?.rereadSoon();
  }

  #hides(what: string): boolean {
    return this.hide.split(/\s+/).includes(what);
  }

  #settled(status: LoadStatus<Listing>, cause: ReadCause): void {
    if (status.state === 'ready') {
      const { view, page } = status.value;
      tell(this, 'batch-sync-loaded', { view, batches: page.items, total: page.total });
      if (this.#source) this.#caseHint.read(this.#source.adapter, view, page.items.length);
      if (cause === 'view') this.#announcer.say(this.#viewNews(status.value));
      this.#heard = view;
    } else if (has(status, 'problem')) {
      tellProblem(this, status.problem, status.state === 'failed' ? 'load' : 'refresh');
      const sentence = `${this.#words.t('table.error.heading')}. ${describeProblem(status.problem, this.#words)}`;
      if (cause !== 'live') this.#announcer.say(sentence);
    }
  }

  /** What the person asked for is there: the same batches in another order, or others. */
  #viewNews({ view, page }: Listing): string {
    const words = this.#words;
    const onlySorted = sameData({ ...this.#heard, sort: view.sort, cursor: view.cursor }, view);
    return onlySorted && view.sort !== this.#heard?.sort
      ? spokenSort(view.sort, words)
      : spokenPage(page, isFiltered(view), words);
  }

  /** Nothing was found that minds case, but this would be without. */
  #hint({ count }: CaseMatches): void {
    this.#announcer.mention(caseHintText(count ?? 'some', this.#words));
  }

  get #caseHintShown(): CaseHintModel {
    const { matches, unknown } = this.#caseHint;
    if (matches === undefined) return unknown ? 'unknown' : 0;
    return matches.count ?? 'some';
  }

  /** A page that the server knows no more was exchanged for the first. */
  #leavePage(cursor: string): void {
    if (this.view.cursor === cursor) this.view = { ...this.#given, cursor: null };
  }

  /** Proposes another view, and shows it unless the host keeps that to itself. */
  #changeView(change: Partial<View>): void {
    const last = this.view;
    const view = completeView(changedView(last, change));
    const changed = (Object.keys(view) as (keyof View)[]).filter(key => !sameData(view[key], last[key]));
    if (changed.length === 0) return;
    const params = paramsFromView(view, this.pageSize);
    if (!ask(this, 'batch-sync-view-change', { view, changed, params })) {
      // A control that the person changed shows what is in force again.
      this.requestUpdate();
      return;
    }
    this.view = { ...this.#given, cursor: null, ...change };
  }

  /** A row that is not drawn yet is drawn first. */
  async #focusOnRow(id?: string): Promise<void> {
    if (id !== undefined) this.#drawnRows.all();
    await this.updateComplete;
    this.#focusOn(id);
  }

  #focusOn(id?: string, options?: FocusOptions): void {
    const root = this.renderRoot as ShadowRoot;
    const row = id === undefined ? null : root.querySelector(`[data-id="${CSS.escape(id)}"] [data-act="open"]`);
    const link = id === undefined ? null : (this.#find.finder?.linkLeft ?? row);
    const targets = [link, ...root.querySelectorAll('.header .heading, .search-input, .table-frame')];
    // A heading that the host replaced is not seen, nor is what it left out.
    const seen = targets.find(target => target !== null && target.getClientRects().length > 0);
    (seen as HTMLElement | undefined)?.focus(options);
  }

  #forget(): void {
    this.#list.forget();
    this.#find.close();
    this.#gateway.forget();
    this.#menu.contents?.forget();
    this.#caseHint.forget();
    this.#draft.drop();
  }

  #create(): void {
    if (this.#settings.can('create') && ask(this, 'batch-sync-create', null)) this.#settings.provider?.create();
  }

  #downloadSample(): void {
    const { definition } = this.#settings;
    this.#files.save(new Blob([sampleCsv(definition)], { type: 'text/csv' }), definition.sampleFileName);
  }

  /** One listener for all rows. */
  #press(event: MouseEvent): void {
    const control = (event.target as Element).closest<HTMLElement>('[data-act]');
    const batch = this.#list.find(control?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? '');
    if (control === null || batch === undefined) return;
    if (control.dataset['act'] === 'open') this.#open(batch, event);
    else if (control.dataset['act'] === 'menu') this.#menu.contents?.press(batch.id);
    else this.#gateway.press(batch, control.dataset['reason'] ?? '');
  }

  #pointTo({ target }: Event): void {
    const button = (target as Element).closest('[data-act="menu"]');
    const id = button?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    if (id !== undefined) this.#menu.contents?.pointTo(id);
  }

  #open(batch: Batch, event: MouseEvent): void {
    if (isModified(event)) return;
    if (isRepeated(event)) return event.preventDefault();
    const goesOn = ask(this, 'batch-sync-open', { id: batch.id, batch });
    const { provider } = this.#settings;
    if (!goesOn || (provider !== null && provider.open(batch.id) !== false)) event.preventDefault();
    this.#secondPress.follows(event);
  }

  #clearSearch(): void {
    this.#draft.drop();
    this.#changeView({ search: '' });
    this.renderRoot.querySelector<HTMLElement>('.toolbar .search-input')?.focus();
  }

  #changeTimeZone(): void {
    const { otherTimeZone } = this.#settings;
    this.#settings.changeTimeZone();
    const zone = this.#words.zoneName(otherTimeZone ?? 'UTC');
    this.#announcer.say(this.#words.t('time.zone', { zone }));
  }

  #lookElsewhere(change: Partial<View>): void {
    this.#draft.drop();
    this.#changeView(change);
  }

  readonly #acts: TableActs = {
    create: () => this.#create(),
    sample: () => this.#downloadSample(),
    type: text => this.#draft.type(text),
    commitSearch: () => this.#draft.commit(),
    clearSearch: () => this.#clearSearch(),
    clearFilters: () => this.#filters.clear(),
    change: change => this.#changeView(change),
    lookElsewhere: change => this.#lookElsewhere(change),
    press: event => this.#press(event),
    pointTo: event => this.#pointTo(event),
    nearUndrawn: () => this.#drawnRows.all(),
    find: this.#find.acts,
    changeTimeZone: () => this.#changeTimeZone(),
    retry: () => void this.refresh(),
    copyRequestId: id => void this.#requestId.copy(id),
    retryRights: () => this.#settings.retryCapabilities(),
  };

  protected override render(): TemplateResult {
    return tableView(this.#screen, this.#acts, this.#words);
  }

  get #rows(): NodeListOf<Element> {
    return this.renderRoot.querySelectorAll('.batches tbody tr');
  }

  /** Whether something hangs on a batch's row that must not become another batch's. */
  #holdsRow(id: string): boolean {
    const focused = this.#focused?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    return id === focused || id === this.#menu.contents?.batch?.id;
  }

  get #screen(): TableScreen {
    const words = this.#words;
    const settings = this.#settings;
    const { status, shown, problem, busy } = this.#list;
    const { texts } = settings.definition;
    const creates = settings.can('create') && !this.#hides('create');
    const now = Math.floor(settings.now() / tick) * tick;
    const layout = this.#hides('columns') ? null : this.#layoutDialog.model;
    const arranging = this.#arranging.contents;
    const gateway = this.#listGateway.contents;
    const menu = this.rowActions === null ? null : this.#menu.want();
    const drawn = this.#drawnRows.of(shown?.page.items ?? noBatches, shown?.view);
    return {
      status: this.status,
      wording: this.#wording.root,
      density: this.#layout.density ?? this.density,
      hides: piece => this.#hides(piece),
      level: this.headingLevel,
      title: this.heading ?? words.text(texts.title),
      introduction: words.text(texts.introduction),
      create: creates ? words.text(texts.create) : null,
      view: this.view,
      answered: shown?.view ?? this.view,
      search: this.#draft.text ?? this.view.search,
      page: shown?.page ?? null,
      drawn,
      rowKeys: this.#rowKeys.of(drawn, id => this.#holdsRow(id)),
      changesGently: this.#list.changesGently,
      filters: this.#hides('filters') ? null : this.#filters.model(shown?.page.counts),
      chosenFilters: this.#filters.chosen,
      layout,
      busy,
      caseHint: this.#caseHintShown,
      requestIdCopied: this.#requestId.copied,
      problem,
      since: status.state === 'stale' ? status.since : null,
      rights: settings.capabilitiesProblem,
      failures: [...(gateway?.failures ?? []), ...(this.#menu.contents?.failures ?? [])],
      missing: missingOf(this.#panels, this.#arranging, this.#listGateway, this.#menu),
      live: settings.liveStatus,
      now,
      gateway: batch => this.#gateway.action(batch),
      href: ({ id }) => settings.linkTo({ kind: 'batch', id }),
      hasMenu: batch => menu?.has(batch) ?? false,
      hasMenus: this.rowActions !== null,
      hasActions: settings.can('gateway-sync') || this.rowActions !== null,
      menu: menu?.draw() ?? null,
      layoutDialog: layout && arranging ? arranging.layoutDialog(layout, words) : null,
      question: gateway?.draw() ?? null,
      columns: this.#layout.shown,
      given: (column, batch) => this.#cells.of(column, batch),
      sources: [settings.config, this.rowActions, menu],
      find: this.#find.card,
      found: this.#find.panel({ level: this.headingLevel + 1, now }),
      foundTimes: this.#find.hasTimes,
      otherTimeZone: settings.otherTimeZone,
      announcement: this.#announcer.text,
    };
  }
}
