import type { ReactiveController } from 'lit';
import type { Density } from '../core/arrangement.js';
import { AwaitedPress } from '../state/awaited-press.js';
import { FocusNext } from '../state/focus-next.js';
import type { ControllerHost } from '../state/loader.js';
import type { Piece } from '../state/piece.js';
import type { TableLayout } from '../state/table-layout.js';
import type { LayoutModel } from '../ui/layout-dialog.js';
import { columnLabel } from '../ui/table-columns.js';
import type { Words } from '../words/words.js';

export interface TableLayoutDialogOptions {
  readonly layout: TableLayout;
  /** As the host has it. */
  readonly density: () => Density;
  readonly words: () => Words;
  readonly piece: () => Pick<Piece<unknown>, 'status' | 'contents' | 'want' | 'retry'>;
}

/** The dialog in which a person arranges the table. */
export class TableLayoutDialog implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: TableLayoutDialogOptions;
  readonly #focus: FocusNext;
  readonly #opens: AwaitedPress<'dialog'>;
  #open = false;
  #announcement = '';

  constructor(host: ControllerHost, options: TableLayoutDialogOptions) {
    this.#host = host;
    this.#options = options;
    this.#focus = new FocusNext(host);
    this.#opens = new AwaitedPress(host, () => options.piece().status.state === 'loading');
    host.addController(this);
  }

  get model(): LayoutModel {
    const { layout, density } = this.#options;
    return {
      open: this.#open,
      columns: layout.columns,
      density: layout.density ?? density(),
      changed: layout.isChanged,
      announcement: this.#announcement,
      awaited: this.#opens.coming !== null,
      onOpen: () => this.#press(),
      onClose: () => this.#show(false),
      onShow: (name, shown) => layout.show(name, shown),
      onMove: (name, places) => this.#move(name, places),
      onDensity: chosen => layout.setDensity(chosen),
      onReset: () => this.#reset(),
    };
  }

  hostUpdate(): void {
    if (this.#options.piece().contents !== null && this.#opens.take() !== null) this.#open = true;
  }

  #press(): void {
    const piece = this.#options.piece();
    if (piece.want() !== null) return this.#show(true);
    this.#opens.press('dialog');
    piece.retry();
  }

  #show(open: boolean): void {
    this.#open = open;
    this.#announcement = '';
    this.#host.requestUpdate();
  }

  #move(name: string, places: number): void {
    const { layout, words } = this.#options;
    layout.move(name, places);
    const { columns } = layout;
    const place = columns.findIndex(({ column }) => column.name === name);
    const moved = columns[place];
    if (moved === undefined) return;
    const params = { column: columnLabel(moved.column, words()), place: place + 1, count: columns.length };
    this.#announcement = words().t('table.layout.moved', params);
    // What is moved in the document loses the focus.
    this.#focus.to(`[data-move="${CSS.escape(`${name} ${places}`)}"]`);
  }

  #reset(): void {
    this.#options.layout.reset();
    this.#announcement = this.#options.words().t('table.layout.isReset');
  }
}
