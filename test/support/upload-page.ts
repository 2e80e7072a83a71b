import { fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import { keysHeard } from './engine.js';
import { pasteOf } from '../../stories/support/paste.js';
import { createMemoryAdapter, createEngine } from '../../mocks/index.js';
import type { Engine, EngineOptions, Session } from '../../mocks/index.js';
import type { BatchSyncConfig } from '../../src/elements/config.js';
import type { BatchSyncUpload } from '../../src/elements/upload.js';
import type { BatchSyncEventMap, BatchSyncEventType } from '../../src/elements/events.js';

export interface UploadSetup {
  readonly config?: BatchSyncConfig;
  /** Methods that stand in front of the memory adapter's. */
  readonly adapter?: (real: BatchSyncAdapter) => Partial<BatchSyncAdapter>;
  readonly engine?: EngineOptions;
  readonly session?: Partial<Session>;
  /** Set before the element is in the document. */
  readonly prepare?: (element: BatchSyncUpload) => void;
  readonly closed?: boolean;
}

/** The upload as a person and a host see it. */
export class UploadPage {
  readonly element: BatchSyncUpload;
  readonly engine: Engine;
  readonly events: CustomEvent[] = [];

  constructor(element: BatchSyncUpload, engine: Engine = createEngine({ batches: 0 })) {
    this.element = element;
    this.engine = engine;
    const types: readonly BatchSyncEventType[] = [
      'batch-sync-file',
      'batch-sync-validated',
      'batch-sync-submit',
      'batch-sync-progress',
      'batch-sync-submitted',
      'batch-sync-dirty',
      'batch-sync-open',
      'batch-sync-dismiss',
      'batch-sync-error',
    ];
    for (const type of types) element.addEventListener(type, event => this.events.push(event));
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }

  get isOpen(): boolean {
    return this.dialog?.matches(':modal') ?? false;
  }

  /** Everything that can be read in the sheet, in one line. */
  get text(): string {
    const sheet = this.root.querySelector('.sheet') ?? this.root;
    return plain(
      [...sheet.children]
        .filter(child => child.getAttribute('role') !== 'status')
        .map(child => (child as HTMLElement).innerText)
        .join(' '),
    );
  }

  get verdict(): string {
    return plain((this.root.querySelector('[part~="summary"]') as HTMLElement | null)?.innerText ?? '');
  }

  get failure(): string {
    return plain((this.root.querySelector('[part~="error"]') as HTMLElement | null)?.innerText ?? '');
  }

  /** The line at the start of the footer. */
  get status(): string {
    return plain(this.root.querySelector('#sheet-status')?.textContent ?? '');
  }

  /** What the live region says. */
  get spoken(): string {
    return plain(this.root.querySelector('[role="status"]')?.textContent ?? '');
  }

  /** Waits until the live region says it: sentences that come fast wait for each other. */
  async heard(sentence: string): Promise<void> {
    await waitUntil(() => this.spoken.startsWith(sentence), `"${sentence}", not "${this.spoken}"`, { timeout: 5000 });
  }

  get steps(): readonly string[] {
    return [...this.root.querySelectorAll('[part~="steps"] > li')].map(step => plain(step.textContent ?? ''));
  }

  get currentStep(): string {
    return plain(this.root.querySelector('[aria-current="step"]')?.textContent ?? '');
  }

  /** Rows of the issue list, cell for cell. */
  get issueRows(): readonly (readonly string[])[] {
    return rowsOf(this.root.querySelector('[part~="issue-list"]'));
  }

  get previewRows(): readonly (readonly string[])[] {
    return rowsOf(this.root.querySelector('[part~="preview"]'));
  }

  get fieldRows(): readonly (readonly string[])[] {
    return rowsOf(this.root.querySelector('[part~="field-table"]'));
  }

  get filters(): readonly string[] {
    return this.all('[part~="filter"]:not(.chip-only)').map(chip => plain(chip.textContent ?? ''));
  }

  get focused(): Element | null {
    return this.root.activeElement;
  }

  /** A boolean, for two elements that differ are dear to compare in a message. */
  hasFocus(element: Element | null | undefined): boolean {
    return element !== null && element !== undefined && this.focused === element;
  }

  all(selector: string): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  find(label: string | RegExp): HTMLElement | undefined {
    return this.all('button, a[href], summary').find(control => {
      const name = plain(control.getAttribute('aria-label') ?? control.textContent ?? '');
      return typeof label === 'string' ? name === label : label.test(name);
    });
  }

  has(label: string | RegExp): boolean {
    return this.find(label) !== undefined;
  }

  button(label: string | RegExp): HTMLElement {
    const found = this.find(label);
    if (!found) throw new Error(`no button "${label}" in: ${this.text}`);
    return found;
  }

  get send(): HTMLElement {
    return this.button(/^Send/);
  }

  isBlocked(button: HTMLElement): boolean {
    return button.getAttribute('aria-disabled') === 'true';
  }

  async press(label: string | RegExp): Promise<void> {
    this.button(label).click();
    await this.element.updateComplete;
    await this.whole();
  }

  async key(key: string): Promise<void> {
    await sendKeys({ press: key });
    await keysHeard();
    await this.element.updateComplete;
  }

  async type(text: string): Promise<void> {
    const field = this.root.querySelector('textarea')!;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  /** The field of a cell. */
  cell(row: number, column = 'order_id'): HTMLInputElement | HTMLTextAreaElement {
    const field = this.root.querySelector<HTMLInputElement>(`[data-row="${row}"][data-column="${column}"]`);
    if (!field) throw new Error(`no cell ${column} in row ${row}`);
    return field;
  }

  /** Types into a cell and leaves it. */
  async edit(row: number, value: string, column = 'order_id'): Promise<void> {
    const field = this.cell(row, column);
    field.focus();
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** Numbers of the rows on screen. */
  get rows(): readonly number[] {
    return this.all('[data-remove]').map(button => Number(button.dataset['remove']));
  }

  /** What is said of a row. */
  issueOf(row: number): string {
    return plain(this.root.querySelector<HTMLElement>(`#issues-${row}`)?.innerText ?? '');
  }

  /** The buttons that offer to change the file. */
  get fixes(): readonly string[] {
    return this.all('[data-fix]').map(button => plain(button.innerText));
  }

  get preview(): string | null {
    const panel = this.root.querySelector<HTMLElement>('.fix-preview');
    return panel && plain(panel.innerText);
  }

  /** Offers, looks, applies. */
  async fix(label: string | RegExp): Promise<void> {
    await this.press(label);
    await this.press('Apply');
  }

  /** Each part of a split file, and what became of it. */
  get parts(): readonly string[] {
    return this.all('.parts-list > li').map(part => plain(part.innerText));
  }

  /** Waits until nothing moves or changes its colour. */
  async still(): Promise<void> {
    await this.element.updateComplete;
    await nextFrame();
    await Promise.allSettled(this.root.getAnimations().map(({ finished }) => finished));
  }

  async tick(selector: string): Promise<void> {
    this.root.querySelector<HTMLInputElement>(selector)!.click();
    await this.element.updateComplete;
  }

  /** Presses Tab until a control with this name has the focus. */
  async tabTo(name: string | RegExp): Promise<void> {
    for (let presses = 0; presses < 150; presses += 1) {
      if (matches(nameOf(this.focused), name)) return;
      await sendKeys({ press: 'Tab' });
      await keysHeard();
    }
    throw new Error(`no way to "${name}" by Tab`);
  }

  /** Answers the question on screen. */
  async answer(label: string): Promise<void> {
    const button = () =>
      this.all('dialog.dialog-small[open] button').find(({ innerText }) => plain(innerText) === label);
    await waitUntil(button, `a question with "${label}"`);
    button()?.click();
    await this.element.updateComplete;
    await nextFrame();
  }

  get question(): string | null {
    const dialog = this.root.querySelector<HTMLDialogElement>('dialog.dialog-small[open]');
    return (dialog && plain(dialog.innerText)) || null;
  }

  /** Chooses files in the native input, as the browser's own dialog does. */
  choose(...files: File[]): void {
    const input = this.root.querySelector<HTMLInputElement>('input[type="file"]')!;
    input.files = transferOf(...files).files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  drop(data: DataTransfer): DragEvent {
    return this.drag('drop', data);
  }

  drag(type: 'dragenter' | 'dragleave' | 'dragover' | 'drop', data: DataTransfer, on = this.surface): DragEvent {
    const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true });
    on.dispatchEvent(event);
    return event;
  }

  paste(data: DataTransfer): ClipboardEvent {
    const event = pasteOf(data);
    (this.focused ?? this.surface).dispatchEvent(event);
    return event;
  }

  get surface(): HTMLElement {
    return this.root.querySelector<HTMLElement>('.sheet')!;
  }

  async until(phase: BatchSyncUpload['phase']): Promise<void> {
    await waitUntil(() => this.element.phase === phase, `phase ${phase}, not ${this.element.phase}`, { timeout: 5000 });
    await this.element.updateComplete;
    await nextFrame();
    await this.whole();
  }

  /** Waits until all rows of the page are there: some come when the others are on screen. */
  async whole(): Promise<void> {
    await waitUntil(() => !this.root.querySelector('table[aria-busy="true"]'), 'all rows', { timeout: 5000 });
  }

  /** Gives a file and waits for the verdict. */
  async review(file: File): Promise<void> {
    this.choose(file);
    await this.until('review');
  }

  told<Type extends BatchSyncEventType>(type: Type): BatchSyncEventMap[Type]['detail'][] {
    return this.events.filter(event => event.type === type).map(event => event.detail);
  }

  /** Batches that the backend holds beside the seeded ones. */
  async created(): Promise<number> {
    const page = await createMemoryAdapter({ engine: this.engine }).listBatches(everything, {
      signal: new AbortController().signal,
    });
    return page.items.length;
  }
}

const everything = {
  search: '',
  matchCase: true,
  statuses: [],
  createdFrom: null,
  createdTo: null,
  sort: '-createdAt',
  pageSize: 100,
  cursor: null,
} as const;

/** An open upload on an empty backend. */
export async function openUpload(setup: UploadSetup = {}): Promise<UploadPage> {
  const engine = createEngine({ batches: 0, ...setup.engine });
  const real = createMemoryAdapter({ engine, session: setup.session });
  const element = document.createElement('batch-sync-upload');
  element.config = { adapter: { ...real, ...setup.adapter?.(real) }, ...setup.config };
  const page = new UploadPage(element, engine);
  setup.prepare?.(element);
  element.open = !setup.closed;
  await fixture(html`<div>${element}</div>`);
  await element.updateComplete;
  await nextFrame();
  return page;
}

export function transferOf(...files: readonly File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

export function csv(...rows: readonly string[]): File {
  return csvNamed('october.csv', ...rows);
}

export function csvNamed(name: string, ...rows: readonly string[]): File {
  return new File([`order_id,txn_id,unique_request_id\n${rows.join('\n')}\n`], name, { type: 'text/csv' });
}

/** A file whose bytes come as `read` gives them: whole, in slices or as a stream. `bytes`: as they would come. */
export function readBy(file: File, read: (bytes: () => Promise<ArrayBuffer>) => Promise<ArrayBuffer>): File {
  const slice = file.slice.bind(file);
  const whole = file.arrayBuffer.bind(file);
  file.arrayBuffer = () => read(whole);
  file.slice = (start, end) => {
    const part = slice(start, end);
    const bytes = part.arrayBuffer.bind(part);
    part.arrayBuffer = () => read(bytes);
    part.stream = () =>
      new ReadableStream({
        type: 'bytes',
        async pull(controller) {
          controller.enqueue(new Uint8Array(await read(bytes)));
          controller.close();
        },
      });
    return part;
  };
  return file;
}

/** What a control is called. */
function nameOf(control: Element | null): string {
  const label = control?.getAttribute('aria-label') ?? control?.closest('label')?.innerText ?? control?.textContent;
  return plain(label ?? '');
}

function matches(text: string, name: string | RegExp): boolean {
  return typeof name === 'string' ? text.startsWith(name) : name.test(text);
}

function rowsOf(table: Element | null): readonly (readonly string[])[] {
  const rows = [...(table?.querySelectorAll('tbody tr') ?? [])];
  return rows.map(row => [...row.querySelectorAll<HTMLElement>(':scope > :not(.row-actions)')].map(contentOf));
}

/** What a person reads in a cell, in a field or beside it. */
function contentOf(cell: HTMLElement): string {
  const field = cell.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  return field ? field.value : plain(cell.innerText);
}

function plain(text: string): string {
  return text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
