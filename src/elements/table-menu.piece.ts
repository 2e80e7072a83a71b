import type { TemplateResult } from 'lit';
import type { Batch } from '../core/batch.js';
import type { BatchRowAction } from '../core/row-action.js';
import type { Announcer } from '../state/announcer.js';
import type { ControllerHost } from '../state/loader.js';
import { RowMenu, type RowActionFailure } from '../state/row-menu.js';
import type { Settings } from '../state/settings.js';
import { isModified } from '../ui/press.js';
import { rowActionFailed, rowActionFailureText, rowMenu } from '../ui/row-menu.js';
import type { RowMenuModel } from '../ui/row-menu.js';
import { popovers } from '../ui/styles/index.js';
import { menu } from '../words/en/menu.js';
import type { Words } from '../words/words.js';
import { ask, tellProblem } from './ask.js';
import type { PieceContents } from './pieces.js';

export interface TableMenuOptions {
  readonly settings: Settings;
  readonly announcer: Announcer;
  readonly words: () => Words;
  /** What the host gave as `rowActions`. */
  readonly actions: () => unknown;
  /** A batch on screen. */
  readonly find: (id: string) => Batch | undefined;
}

export const styles = [popovers];

/** The menu that a host adds to the rows: its events, and what is said of it. */
export class TableMenu implements PieceContents {
  readonly words = menu;
  readonly styles = styles;
  readonly #host: ControllerHost;
  readonly #options: TableMenuOptions;
  readonly #menu: RowMenu;
  /** The row whose menu was open when its own button was pressed: that closes it. */
  #pressedWhileOpen: string | null = null;

  constructor(host: ControllerHost, options: TableMenuOptions) {
    this.#host = host;
    this.#options = options;
    this.#menu = new RowMenu(host, {
      actions: options.actions,
      find: options.find,
      broken: () => options.settings.telemetry('host-callback-failed', { callback: 'rowActions' }),
      agree: ({ name }, batch) => ask(host, 'batch-sync-row-action', { batch, name }),
      failed: failure => this.#failed(failure),
    });
  }

  /** What is said of what failed. */
  get failures(): readonly TemplateResult[] {
    const words = this.#options.words();
    return this.#menu.failures.map(failure => rowActionFailed(failure, () => this.#menu.dismiss(failure), words));
  }

  has(batch: Batch): boolean {
    return this.#menu.entries(batch).length > 0;
  }

  /** The pointer goes down on a row's button: an open menu closes by itself before the click comes. */
  pointTo(id: string): void {
    this.#pressedWhileOpen = this.#menu.batch?.id === id ? id : null;
  }

  /** A row's button was pressed. */
  press(id: string): void {
    const closes = this.#pressedWhileOpen === id;
    this.#pressedWhileOpen = null;
    if (closes) this.#menu.close();
    else this.#menu.open(id);
  }

  forget(): void {
    this.#menu.forget();
  }

  /** The batch whose menu is open; `null` for none. */
  get batch(): Batch | null {
    return this.#menu.batch;
  }

  draw(): TemplateResult {
    return rowMenu(this.#model, this.#options.words());
  }

  get #model(): RowMenuModel {
    const { batch } = this.#menu;
    return {
      batch,
      entries: batch === null ? [] : this.#menu.entries(batch),
      isRunning: name => batch !== null && this.#menu.isRunning(batch, name),
      onPress: (action, event) => this.#choose(action, event),
      onClose: () => this.#menu.close(),
    };
  }

  #choose(action: BatchRowAction, event: MouseEvent): void {
    const { batch } = this.#menu;
    const off = (action.disabled ?? false) !== false;
    if (batch === null || off || this.#menu.isRunning(batch, action.name)) {
      event.preventDefault();
      return;
    }
    // Closed first: the focus is back in the row when the host opens something of its own.
    (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
    this.#menu.close();
    if (action.href && isModified(event)) return;
    if (!this.#menu.run(batch, action)) event.preventDefault();
  }

  #failed(failure: RowActionFailure): void {
    this.#options.announcer.say(rowActionFailureText(failure, this.#options.words()));
    tellProblem(this.#host, failure.problem, 'row-action');
  }
}
