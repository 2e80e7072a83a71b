import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

class Modal extends AsyncDirective {
  #dialog: HTMLDialogElement | undefined;
  #open = false;

  render(_open: boolean): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [open]: [boolean]): typeof noChange {
    this.#dialog = part.element as HTMLDialogElement;
    this.#open = open;
    // A first render is not in the document yet, and only a connected dialog can become modal.
    queueMicrotask(() => this.#apply());
    return noChange;
  }

  protected override reconnected(): void {
    queueMicrotask(() => this.#apply());
  }

  #apply(): void {
    const dialog = this.#dialog;
    if (!dialog?.isConnected) return;
    // One that was moved is open but no longer modal, in Firefox also by `moveBefore()`; `showModal()` refuses an open one.
    if (dialog.open && !dialog.matches(':modal')) dialog.removeAttribute('open');
    if (dialog.open === this.#open) return;
    if (this.#open) show(dialog);
    else dialog.close();
  }
}

/** With the focus where it is to be: else a browser gives it to the first button, and a screen reader begins with that. */
function show(dialog: HTMLDialogElement): void {
  const { activeElement: focused } = dialog.getRootNode() as Document | ShadowRoot;
  const target = dialog.querySelector<HTMLElement>('[data-focus]');
  target?.setAttribute('autofocus', '');
  dialog.showModal();
  target?.removeAttribute('autofocus');
  // Of one that was moved it stays where it was.
  if (focused !== dialog && dialog.contains(focused)) (focused as HTMLElement).focus();
}

/** Keeps a `<dialog>` modal while its argument is true, also after the element was moved in the document. */
export const modal = directive(Modal);

/** For `close`: its own, and not that of an earlier time: a closing is told late, and by then it may be open again. */
export function whenClosed(act: () => void): (event: Event) => void {
  return event => {
    if (event.target === event.currentTarget && !(event.target as HTMLDialogElement).open) act();
  };
}
