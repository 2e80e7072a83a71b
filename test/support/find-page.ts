import { pasteOf } from '../../stories/support/paste.js';
import { TablePage, type OpenOptions } from './table-page.js';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';

/** A task that was found, as a person sees it. */
export interface FoundRow {
  readonly element: HTMLElement;
  readonly link: HTMLElement;
  /** What its cells say, by heading. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Finding an order in the table, as a person does it. */
export class FindPage {
  readonly table: TablePage;

  constructor(table: TablePage) {
    this.table = table;
  }

  /** A table with its first page. */
  static async ready(adapter: BatchSyncAdapter, options: OpenOptions = {}): Promise<FindPage> {
    return new FindPage(await TablePage.ready(adapter, options));
  }

  get field(): HTMLInputElement | null {
    return this.table.root.querySelector<HTMLInputElement>('[part~="find"] input');
  }

  /** What stands in the place of the batches. */
  get panel(): HTMLElement | null {
    return this.table.root.querySelector<HTMLElement>('.found-panel');
  }

  get isOffered(): boolean {
    return this.field?.checkVisibility() === true && this.field.closest('[inert]') === null;
  }

  /** Whether the batches are what a person sees. */
  get isList(): boolean {
    return this.panel === null && this.table.searchField.checkVisibility();
  }

  get heading(): string {
    return textOf(this.panel?.querySelector<HTMLElement>('.found-head'));
  }

  /** What the tasks say of the id. */
  get verdict(): string {
    return textOf(this.panel?.querySelector<HTMLElement>('.found-verdict'));
  }

  get text(): string {
    return textOf(this.panel);
  }

  get rows(): FoundRow[] {
    return [...(this.panel?.querySelectorAll<HTMLElement>('tbody [part~="row"]') ?? [])].map(element => ({
      element,
      link: element.querySelector<HTMLElement>('[part~="file-link"]')!,
      cells: Object.fromEntries(
        [...element.querySelectorAll<HTMLElement>('[part~="cell"]')].map(cell => [
          cell.dataset['label'] ?? '',
          textOf(cell),
        ]),
      ),
    }));
  }

  /** How many rows stand in for what is awaited. */
  get skeletons(): number {
    return this.panel?.querySelectorAll('.skeleton-row').length ?? 0;
  }

  type(text: string): void {
    const { field } = this;
    field!.focus();
    field!.value = text;
    field!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** What was copied elsewhere is put into the field. Answers `false` where the browser is not to paste it itself. */
  paste(text: string): boolean {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    this.field!.focus();
    return this.field!.dispatchEvent(pasteOf(clipboardData));
  }

  /** As Enter in the field does. */
  submit(): void {
    this.field!.form!.requestSubmit();
  }

  find(text: string): void {
    this.type(text);
    this.submit();
  }

  /** Looks for something and waits until it is known what there is. */
  async search(text: string): Promise<void> {
    this.find(text);
    await this.until(() => this.panel !== null && this.skeletons === 0, `what is found for ${text}`);
  }

  key(target: HTMLElement, key: string): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
    target.dispatchEvent(event);
    return event;
  }

  hasFocus(element: Element | null): boolean {
    return this.table.hasFocus(element);
  }

  until(holds: () => unknown, what: string): Promise<void> {
    return this.table.until(holds, what);
  }
}

function textOf(element: HTMLElement | null | undefined): string {
  // Isolates around what nobody here wrote are not seen.
  return (element?.innerText ?? '')
    .replaceAll(/[\u2068\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
