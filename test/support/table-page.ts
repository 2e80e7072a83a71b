// Here before anybody listens, so that what it tells does not come in the middle of something else.
import '../../src/state/live-of.js';
import { fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import '../../src/define/table.js';
import type { BatchSyncConfig } from '../../src/elements/config.js';
import type { BatchSyncEventMap, BatchSyncEventType } from '../../src/elements/events.js';
import type { BatchSyncTable } from '../../src/elements/table.js';

export interface OpenOptions {
  readonly config?: Omit<BatchSyncConfig, 'adapter'>;
  readonly properties?: Partial<BatchSyncTable>;
  /** Pixels of the container. */
  readonly width?: number;
}

/** A batch as a person sees it. */
export interface SeenRow {
  readonly element: HTMLElement;
  readonly link: HTMLElement;
  /** What its cells say, by heading. */
  readonly cells: Readonly<Record<string, string>>;
  readonly progress: HTMLElement | null;
  readonly action: HTMLElement | null;
  /** The button of its menu. */
  readonly more: HTMLElement | null;
}

/** The table as a person and a host see it. */
export class TablePage {
  readonly element: BatchSyncTable;
  readonly #heard: { type: string; detail: unknown }[] = [];

  constructor(element: BatchSyncTable) {
    this.element = element;
  }

  /** A table that reads from `adapter` and may write. */
  static async open(adapter: BatchSyncAdapter | null, options: OpenOptions = {}): Promise<TablePage> {
    const { config, properties = {}, width } = options;
    const table = document.createElement('batch-sync-table');
    const page = new TablePage(table);
    page.#listen();
    if (adapter)
      table.config = { permissions: { orders: 'readWrite' }, locale: 'en', timeZone: 'UTC', ...config, adapter };
    Object.assign(table, properties);
    const frame = await fixture<HTMLElement>(html`<div>${table}</div>`);
    if (width !== undefined) frame.style.inlineSize = `${width}px`;
    await nextFrame();
    return page;
  }

  /** The same, when its first page is there. */
  static async ready(adapter: BatchSyncAdapter, options: OpenOptions = {}): Promise<TablePage> {
    const page = await TablePage.open(adapter, options);
    await page.until(() => page.element.status !== 'loading', 'the first page');
    return page;
  }

  /** The same, when there is something to choose from beneath the buttons of the filters. */
  static async withPanels(adapter: BatchSyncAdapter, options: OpenOptions = {}): Promise<TablePage> {
    const page = await TablePage.ready(adapter, options);
    await page.panels();
    return page;
  }

  /** They come by themselves when the page rests; pressed twice they come now, and none opens. */
  async panels(): Promise<void> {
    const { button } = this.filter('status');
    button.click();
    button.click();
    await this.until(() => this.root.querySelector('.panel') !== null, 'the panels of the filters');
  }

  /** Has every row of a long page drawn, as for print. */
  async whole(): Promise<void> {
    window.dispatchEvent(new Event('beforeprint'));
    await this.element.updateComplete;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get rows(): SeenRow[] {
    return [...this.root.querySelectorAll<HTMLElement>('[part~="row"]')].map(element => ({
      element,
      link: element.querySelector<HTMLElement>('[part~="file-link"]')!,
      cells: this.#cellsOf(element),
      progress: element.querySelector<HTMLElement>('[part~="progress"]'),
      action: element.querySelector<HTMLElement>('[data-act="gateway-sync"]'),
      more: element.querySelector<HTMLElement>('[data-act="menu"]'),
    }));
  }

  get names(): string[] {
    return this.rows.map(({ link }) => link.textContent.trim());
  }

  row(fileName: string): SeenRow {
    return this.rows.find(({ link }) => link.textContent.trim() === fileName)!;
  }

  get headings(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[part~="header-cell"]')];
  }

  get searchField(): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>('[part~="search"] input')!;
  }

  get matchCase(): HTMLElement {
    return this.root.querySelector<HTMLElement>('[part~="switch"]')!;
  }

  get clear(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>('[part~="search-clear"]');
  }

  get cards(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[part~="card"]')];
  }

  /** A filter's button, and what opens beneath it. */
  filter(name: 'status' | 'created'): { readonly button: HTMLElement; readonly panel: HTMLElement } {
    const button = this.root.querySelector<HTMLElement>(`[data-filter="${name}"]`)!;
    return { button, panel: this.root.querySelector<HTMLElement>(`#${button.getAttribute('popovertarget')}`)! };
  }

  /** The filters in use, as their chips say. */
  get chips(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[part~="filter-chosen"]')];
  }

  /** Ticks or clears a status among the filters. */
  tick(status: string): void {
    const { panel } = this.filter('status');
    panel.querySelector<HTMLInputElement>(`[data-status="${status}"]`)!.click();
  }

  /** Chooses a day, as the browser's own field does; empty takes it back. */
  chooseDay(name: 'from' | 'to', day: string): void {
    const field = this.filter('created').panel.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
    field.value = day;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  get menu(): HTMLElement {
    return this.root.querySelector<HTMLElement>('[part~="menu"]')!;
  }

  get menuIsOpen(): boolean {
    return this.menu.matches(':popover-open');
  }

  get menuItems(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }

  /** The open one; where none is, one that is closed. */
  get dialog(): HTMLDialogElement {
    const dialogs = [...this.root.querySelectorAll('dialog')];
    return dialogs.find(({ open }) => open) ?? dialogs.at(-1) ?? document.createElement('dialog');
  }

  get pageSize(): HTMLSelectElement {
    return this.root.querySelector<HTMLSelectElement>('[part~="pager"] select')!;
  }

  /** What a screen reader was told last. */
  get said(): string {
    return this.root.querySelector('.root > [role="status"]')!.textContent.trim();
  }

  /** Everything that is seen. */
  get text(): string {
    return (this.root.querySelector<HTMLElement>('.root')!.innerText ?? '').replaceAll(/\s+/g, ' ').trim();
  }

  part(name: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[part~="${name}"]`);
  }

  // Answers, not elements: a failed comparison of elements cannot be reported.
  hasFocus(element: Element | null): boolean {
    return element !== null && this.root.activeElement === element;
  }

  shows(part: string): boolean {
    return this.part(part) !== null;
  }

  offers(name: string): boolean {
    return this.button(name) !== null;
  }

  /** A button that is seen, by its words or its label. */
  button(name: string): HTMLButtonElement | null {
    const buttons = [...this.root.querySelectorAll<HTMLButtonElement>('button')].filter(button =>
      button.checkVisibility(),
    );
    return buttons.find(button => (button.ariaLabel ?? button.textContent).trim() === name) ?? null;
  }

  async press(name: string): Promise<void> {
    const button = this.button(name);
    if (!button) throw new Error(`no button “${name}” among: ${this.text}`);
    button.focus();
    button.click();
    await this.element.updateComplete;
  }

  /** Types as a keyboard does: the field's text, then its event. */
  type(text: string): void {
    this.searchField.focus();
    this.searchField.value = text;
    this.searchField.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  enter(): void {
    this.searchField.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
  }

  choose(select: HTMLSelectElement, value: string): void {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Details of the events of a type, in order. */
  heard<Type extends BatchSyncEventType>(type: Type): BatchSyncEventMap[Type]['detail'][] {
    return this.#heard
      .filter(event => event.type === type)
      .map(({ detail }) => detail as BatchSyncEventMap[Type]['detail']);
  }

  until(holds: () => unknown, what: string): Promise<void> {
    const check = async () => {
      await this.element.updateComplete;
      return Boolean(holds());
    };
    return waitUntil(check, what, { interval: 10, timeout: 5000 });
  }

  #listen(): void {
    const types: BatchSyncEventType[] = [
      'batch-sync-open',
      'batch-sync-create',
      'batch-sync-view-change',
      'batch-sync-gateway-sync',
      'batch-sync-gateway-synced',
      'batch-sync-row-action',
      'batch-sync-loaded',
      'batch-sync-error',
    ];
    for (const type of types) {
      this.element.addEventListener(type, event => this.#heard.push({ type, detail: (event as CustomEvent).detail }));
    }
  }

  /** A row far from the screen is not drawn: it is read as if it were near. */
  #cellsOf(row: HTMLElement): Record<string, string> {
    const isDrawn = row.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? true;
    if (!isDrawn) row.style.contentVisibility = 'visible';
    const cells = [...row.querySelectorAll<HTMLElement>('[part~="cell"]')];
    const texts = cells.map(cell => [cell.dataset['label'] ?? '', cell.innerText.replaceAll(/\s+/g, ' ').trim()]);
    if (!isDrawn) row.style.contentVisibility = '';
    return Object.fromEntries(texts);
  }
}
