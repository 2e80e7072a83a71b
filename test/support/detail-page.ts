// Here before anybody listens, so that what it tells does not come in the middle of something else.
import '../../src/state/live-of.js';
import { fixture, html, waitUntil } from '@open-wc/testing';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { Batch, Breakdown, Capabilities, Page, Task } from '../../src/core/batch.js';
import type { TaskQuery } from '../../src/core/view.js';
import '../../src/define/detail.js';
import type { BatchSyncConfig } from '../../src/elements/config.js';
import type { BatchSyncDetail } from '../../src/elements/detail.js';
import type { BatchSyncDetailEventMap } from '../../src/elements/events.js';
import { aBatch, heldStream, someCapabilities } from '../state/doubles.js';

export function aTask(row: number, change: Partial<Task> = {}): Task {
  return {
    id: `t_${row}`,
    batchId: 'bs_1',
    row,
    values: { order_id: `ORD_${row}`, txn_id: `TXN_${row}`, unique_request_id: '' },
    status: 'ACCEPTED',
    syncStatus: 'SYNCED',
    externalSystem: 'OMS',
    externalResponse: '200 OK',
    gateway: 'PAYU',
    gatewaySyncStatus: null,
    error: null,
    createdAt: '2026-10-01T09:30:00Z',
    updatedAt: '2026-10-01T09:31:00Z',
    ...change,
  };
}

/** A batch that has ended, with tasks that were rejected. */
export function anEndedBatch(change: Partial<Batch> = {}): Batch {
  return aBatch({
    status: 'PARTIALLY_ACCEPTED',
    tasks: { accepted: 8, failed: 2, queued: 0 },
    startedAt: '2026-10-01T09:30:00Z',
    finishedAt: '2026-10-01T09:32:00Z',
    rows: { read: 10, sent: 10, acknowledged: 10 },
    allowedActions: ['gateway-sync', 'retry'],
    ...change,
  });
}

export function tenTasks(): Task[] {
  const failed = { status: 'FAILED', error: { code: 'order_not_found', message: 'No such order' } } as const;
  return Array.from({ length: 10 }, (_, index) => aTask(index + 1, index < 2 ? failed : {}));
}

/** A backend of one batch that a test holds in its hand: what it answers, what it was asked, what it streams. */
export class DetailBackend {
  batch: Batch = anEndedBatch();
  tasks: Task[] = tenTasks();
  capabilities: Capabilities = someCapabilities({ user: { id: 'u_1', name: 'Meera' } });
  breakdown: Breakdown = {
    failures: [{ code: 'order_not_found', message: 'No such order', count: 2 }],
    gateways: [],
    externalSystems: [],
  };
  readonly asked: string[] = [];
  readonly queries: TaskQuery[] = [];
  /** When tasks were asked for, in milliseconds. */
  readonly queriedAt: number[] = [];
  readonly keys: string[] = [];
  readonly signals: AbortSignal[] = [];
  readonly stream = heldStream();
  readonly adapter: BatchSyncAdapter;

  constructor(methods: Partial<BatchSyncAdapter> = {}) {
    this.adapter = {
      capabilities: async () => this.capabilities,
      listBatches: () => Promise.reject(new Error('not expected')),
      createBatch: () => Promise.reject(new Error('not expected')),
      getBatch: async (id, { signal }) => {
        this.#note('getBatch', signal);
        return { ...this.batch, id };
      },
      listTasks: async (_id, query, { signal }) => {
        this.#note('listTasks', signal);
        this.queries.push(query);
        this.queriedAt.push(performance.now());
        return this.page(query);
      },
      breakdown: async (_id, { signal }) => {
        this.#note('breakdown', signal);
        return this.breakdown;
      },
      syncWithGateway: async (_id, ctx) => this.#write('syncWithGateway', ctx.idempotencyKey),
      retryFailed: async (_id, ctx) => {
        this.#write('retryFailed', ctx.idempotencyKey);
        return aBatch({ id: 'bs_2', fileName: 'october_retry-1.csv', parentId: 'bs_1' });
      },
      cancelBatch: async (_id, ctx) => this.#write('cancelBatch', ctx.idempotencyKey),
      decide: async (_id, { decision, comment }, ctx) =>
        this.#write(`decide ${decision} "${comment}"`, ctx.idempotencyKey),
      subscribe: this.stream.subscribe,
      ...methods,
    };
  }

  /** A page as a server makes it: the cursor is the number of tasks before it. */
  page({ status, errorCode, gateway, q, sort, cursor, limit }: TaskQuery): Page<Task> {
    const found = this.tasks.filter(
      task =>
        (status === null || task.status === status) &&
        (errorCode === null || task.error?.code === errorCode) &&
        (gateway === null || task.gateway === gateway) &&
        Object.values(task.values).some(value => value.includes(q)),
    );
    const key = sort?.replace('-', '') ?? 'row';
    const keyOf = (task: Task) => task.values[key] ?? String(key === 'row' ? task.row : task.status).padStart(6, '0');
    found.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1) * (sort?.startsWith('-') ? -1 : 1));
    const from = Number(cursor ?? 0);
    return {
      items: found.slice(from, from + limit),
      next: from + limit < found.length ? String(from + limit) : null,
      prev: from > 0 ? String(Math.max(0, from - limit)) : null,
      start: found.length > 0 ? from + 1 : null,
      total: found.length,
    };
  }

  /** How often something was asked for. */
  count(what: string): number {
    return this.asked.filter(asked => asked.startsWith(what)).length;
  }

  /** The server tells of another snapshot. */
  push(change: Partial<Batch>): void {
    this.batch = { ...this.batch, ...change };
    this.stream.connections.at(-1)!.push({ type: 'batch.updated', id: null, batch: this.batch });
  }

  #note(what: string, signal: AbortSignal): void {
    this.asked.push(what);
    this.signals.push(signal);
  }

  #write(what: string, key: string): Batch {
    this.asked.push(what);
    this.keys.push(key);
    this.batch = { ...this.batch, version: this.batch.version + 1 };
    return this.batch;
  }
}

export interface DetailSetup {
  readonly batchId?: string | null;
  readonly config?: BatchSyncConfig;
  /** Set before the element is in the document. */
  readonly prepare?: (element: BatchSyncDetail) => void;
  readonly width?: number;
}

type Told = keyof BatchSyncDetailEventMap;

/** The detail as a person and a host see it. */
export class DetailPage {
  readonly element: BatchSyncDetail;
  readonly events: CustomEvent[] = [];

  constructor(element: BatchSyncDetail) {
    this.element = element;
    const types: readonly Told[] = [
      'batch-sync-updated',
      'batch-sync-completed',
      'batch-sync-download',
      'batch-sync-downloaded',
      'batch-sync-retry',
      'batch-sync-retried',
      'batch-sync-gateway-sync',
      'batch-sync-gateway-synced',
      'batch-sync-cancel',
      'batch-sync-canceled',
      'batch-sync-decide',
      'batch-sync-decided',
      'batch-sync-open',
      'batch-sync-back',
      'batch-sync-view-change',
      'batch-sync-error',
    ];
    for (const type of types) element.addEventListener(type, event => this.events.push(event));
  }

  /** A detail with this backend, as far as it goes without waiting. */
  static async begin(adapter: BatchSyncAdapter | null, setup: DetailSetup = {}): Promise<DetailPage> {
    const { batchId = 'bs_1', config = {}, prepare, width = 1160 } = setup;
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    frame.style.inlineSize = `${width}px`;
    const element = document.createElement('batch-sync-detail');
    const page = new DetailPage(element);
    element.config = { permissions: { orders: 'readWrite' }, timeZone: 'UTC', ...(adapter && { adapter }), ...config };
    element.batchId = batchId;
    prepare?.(element);
    frame.append(element);
    await element.updateComplete;
    return page;
  }

  /** The same, with everything on screen. */
  static async open(backend: DetailBackend, setup: DetailSetup = {}): Promise<DetailPage> {
    const page = await DetailPage.begin(backend.adapter, setup);
    await page.until(() => page.element.status === 'ready' && !page.all('.skeleton, .leaving').length, 'the batch');
    return page;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  /** Everything that can be read, in one line. */
  get text(): string {
    const root = this.root.querySelector<HTMLElement>('.root');
    return root ? plain(root.innerText) : '';
  }

  get heading(): HTMLElement {
    return this.root.querySelector<HTMLElement>('[part~="heading"]')!;
  }

  get title(): string {
    return plain(this.heading.textContent ?? '');
  }

  /** The badge beside the heading. */
  get badge(): string {
    return plain(this.root.querySelector('header [part~="status"]')?.textContent ?? '');
  }

  /** What the live region says. */
  get spoken(): string {
    return plain(this.root.querySelector('[role="status"]')?.textContent ?? '');
  }

  /** The terms of the card and what stands under them. */
  get facts(): Readonly<Record<string, string>> {
    const pairs = this.all('details dl > div').map(pair => [
      plain(pair.querySelector('dt')!.textContent),
      plain(pair.querySelector('dd')!.textContent),
    ]);
    return Object.fromEntries(pairs) as Record<string, string>;
  }

  /** The figures of the cards, in order. */
  get figures(): readonly string[] {
    return this.all('[part~="card-value"]').map(value => plain(value.textContent));
  }

  /** The term under which rows read, sent and acknowledged stand. */
  readonly integrity = 'Rows read = sent = acknowledged = tasks';

  /** What the columns of the tasks are called. */
  get headings(): readonly string[] {
    return this.all('.tasks th').map(cell => plain(cell.textContent));
  }

  /** The heading that the list is sorted by, and which way. */
  get sorted(): readonly (string | null)[] {
    return this.all('.tasks th[aria-sort]').flatMap(cell => [plain(cell.textContent), cell.getAttribute('aria-sort')]);
  }

  /** The tasks on screen, cell for cell. */
  get rows(): readonly (readonly string[])[] {
    return this.all('.tasks tbody tr[part~="row"]:not([part~="row-details"])').map(row =>
      [...row.querySelectorAll('td')].map(cell => plain(cell.textContent)),
    );
  }

  /** The particulars that are shown beneath their rows. */
  get particulars(): readonly string[] {
    return this.all('.tasks tr[part~="row-details"]').map(row => plain(row.innerText));
  }

  /** What happened, the latest first, each in one line. */
  get history(): readonly string[] {
    return this.all('[part~="card-timeline"] li').map(entry => plain(entry.innerText));
  }

  /** The rows of a card of outcomes, figure for figure. */
  outcomes(by: 'gateway' | 'system'): readonly (readonly string[])[] {
    return this.all(`[aria-labelledby="outcomes-${by}"] tbody tr`).map(row =>
      [...row.children].map(cell => plain(cell.textContent)),
    );
  }

  get orders(): readonly string[] {
    return this.rows.map(cells => cells[1] ?? '');
  }

  get notices(): readonly string[] {
    return this.all('[part~="notice"]').map(notice => plain(notice.innerText));
  }

  get filters(): readonly string[] {
    return this.all('[part~="filter"]').map(chip => plain(chip.textContent));
  }

  get focused(): Element | null {
    return this.root.activeElement;
  }

  all(selector: string): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  /** A control by its name, or by how its name begins. */
  find(name: string | RegExp): HTMLElement | undefined {
    return this.all('button, a[href], summary').find(control => {
      const own = plain(control.getAttribute('aria-label') ?? control.textContent ?? '');
      return typeof name === 'string' ? own === name : name.test(own);
    });
  }

  has(name: string | RegExp): boolean {
    return this.find(name) !== undefined;
  }

  control(name: string | RegExp): HTMLElement {
    const found = this.find(name);
    if (!found) throw new Error(`no control "${name}" in: ${this.text}`);
    return found;
  }

  isBlocked(name: string | RegExp): boolean {
    return this.control(name).getAttribute('aria-disabled') === 'true';
  }

  async press(name: string | RegExp): Promise<void> {
    this.control(name).click();
    await this.element.updateComplete;
  }

  get question(): string | null {
    const dialog = this.root.querySelector<HTMLDialogElement>('dialog[open]');
    return dialog ? plain(dialog.innerText) : null;
  }

  /** Answers the question on screen. */
  async answer(yes: boolean): Promise<void> {
    await this.until(() => this.question !== null, 'a question');
    const buttons = this.all('dialog button');
    buttons[yes ? buttons.length - 1 : 0]!.click();
    await this.element.updateComplete;
  }

  get search(): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>('[part~="search"] input')!;
  }

  type(text: string): void {
    this.search.value = text;
    this.search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** What was told under a name, in order. */
  told<Type extends Told>(type: Type): BatchSyncDetailEventMap[Type][] {
    return this.events.filter(event => event.type === type).map(event => event.detail as BatchSyncDetailEventMap[Type]);
  }

  async until(holds: () => unknown, what: string): Promise<void> {
    await waitUntil(() => Boolean(holds()), `${what}; there is: ${this.text}`, { timeout: 4000 });
    await this.element.updateComplete;
  }
}

export interface CaughtFile {
  readonly name: string;
  readonly text: string;
  readonly url: string;
}

/** Takes what would go to the browser's downloads. Give back with `release()`. */
export function catchFiles(): { readonly files: CaughtFile[]; release(): void } {
  const files: CaughtFile[] = [];
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    if (this.download === '') return click.call(this);
    const { href: url, download: name } = this;
    void fetch(url)
      .then(response => response.text())
      .then(text => files.push({ name, text, url }));
  };
  return {
    files,
    release: () => {
      HTMLAnchorElement.prototype.click = click;
    },
  };
}

/** One line, without the characters that only isolate. */
function plain(text: string): string {
  return text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
