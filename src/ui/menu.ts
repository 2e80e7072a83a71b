import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

export interface MenuOptions {
  readonly open: boolean;
  /** It was closed by Esc, Tab, or a press elsewhere. */
  readonly onClose: () => void;
}

class Menu extends AsyncDirective {
  #element: HTMLElement | undefined;
  #isClosing = false;
  #opener: Element | null = null;
  #options: MenuOptions = { open: false, onClose: () => {} };

  render(_options: MenuOptions): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [options]: [MenuOptions]): typeof noChange {
    this.#options = options;
    if (this.#element === undefined) {
      this.#element = part.element as HTMLElement;
      this.#element.addEventListener('beforetoggle', event => this.#closing(event));
      this.#element.addEventListener('toggle', event => this.#closed(event));
      this.#element.addEventListener('keydown', event => this.#key(event));
    }
    // Its entries are drawn by then, and what opened it has the focus.
    queueMicrotask(() => this.#apply());
    return noChange;
  }

  /** What is taken out of the document is closed. */
  protected override disconnected(): void {
    this.#isClosing = false;
    if (this.#options.open) this.#options.onClose();
  }

  get #items(): HTMLElement[] {
    return [...(this.#element?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  }

  #apply(): void {
    const element = this.#element;
    // It cannot be opened while it closes.
    if (!element?.isConnected || this.#isClosing || element.matches(':popover-open') === this.#options.open) return;
    if (!this.#options.open) return element.hidePopover();
    this.#opener = (element.getRootNode() as ShadowRoot).activeElement;
    element.showPopover();
    this.#items[0]?.focus();
  }

  #closing({ newState }: ToggleEvent): void {
    this.#isClosing = newState === 'closed';
    if (!this.#isClosing) return;
    if (this.#element?.matches(':focus-within') && this.#opener instanceof HTMLElement) {
      this.#opener.focus({ preventScroll: true });
    }
    if (this.#options.open) this.#options.onClose();
  }

  /** What closed it may have opened it for something else. */
  #closed({ newState }: ToggleEvent): void {
    if (newState !== 'closed') return;
    this.#isClosing = false;
    this.#apply();
  }

  #key(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf(event.target as HTMLElement);
    const to = this.#target(event, at, items);
    if (to !== undefined) {
      event.preventDefault();
      to.focus();
    } else if (event.key === 'Tab') {
      // The focus is back where it was opened, and goes on from there.
      this.#element?.hidePopover();
    }
  }

  #target({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, at: number, items: HTMLElement[]): HTMLElement | undefined {
    if (ctrlKey || metaKey || altKey) return undefined;
    const last = items.length - 1;
    if (key === 'ArrowDown') return items[at === last ? 0 : at + 1];
    if (key === 'ArrowUp') return items[at <= 0 ? last : at - 1];
    if (key === 'Home') return items[0];
    if (key === 'End') return items[last];
    if (key.length !== 1 || key === ' ') return undefined;
    const begins = (item: HTMLElement) => (item.textContent ?? '').trim().toLowerCase().startsWith(key.toLowerCase());
    return items.slice(at + 1).find(begins) ?? items.find(begins);
  }
}

/** The keys and the focus of a native popover that is a menu: arrows, Home, End, letters, Esc, Tab. */
export const menu = directive(Menu);
