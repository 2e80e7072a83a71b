import type { ReactiveController } from 'lit';
import type { FileFault } from '../core/file-fault.js';
import { has } from '../core/own-members.js';
import { givenFile, looksLikeOneFile, oneOf, pastedFile } from './given-file.js';
import type { ControllerHost } from './loader.js';

/** What hangs over the element: something that may become the file, or something that cannot. */
export type DragLook = 'none' | 'accept' | 'reject';

export interface FileIntakeOptions {
  /** Whether a file may be given now. */
  readonly takes: () => boolean;
  readonly take: (file: File) => void;
  readonly refuse: (fault: FileFault) => void;
}

/** One file from a drop or a paste anywhere on the host, or from a file input, by one rule. Pasted rows are a file, too. */
export class FileIntake implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: FileIntakeOptions;
  // Entering a child fires before leaving its parent: the drag is over when as many were left as entered.
  #entered = 0;
  #look: DragLook = 'none';

  constructor(host: ControllerHost, options: FileIntakeOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    host.addEventListener('dragenter', this.#onEnter);
    host.addEventListener('dragleave', this.#onLeave);
    host.addEventListener('dragover', this.#onOver);
    host.addEventListener('drop', this.#onDrop);
    host.addEventListener('paste', this.#onPaste);
  }

  get look(): DragLook {
    return this.#look;
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** For the `change` of a file input. */
  readonly pick = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file chosen again is no change otherwise.
    input.value = '';
    if (files.length > 0 && this.#options.takes()) this.#give(oneOf(files));
  };

  readonly #onEnter = (event: DragEvent): void => {
    this.#entered += 1;
    this.#show(this.#options.takes() && looksLikeOneFile(event.dataTransfer) ? 'accept' : 'reject');
    event.preventDefault();
  };

  readonly #onLeave = (): void => {
    this.#entered -= 1;
    if (this.#entered <= 0) this.#leave();
  };

  // Without this the browser would leave the page and open the file.
  readonly #onOver = (event: DragEvent): void => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = this.#look === 'accept' ? 'copy' : 'none';
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.#leave();
    if (this.#options.takes()) this.#give(givenFile(event.dataTransfer));
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const isWords = event.composedPath().some(isField) && event.clipboardData?.types.includes('Files') !== true;
    if (isWords || !this.#options.takes()) return;
    event.preventDefault();
    this.#give(pastedFile(event.clipboardData));
  };

  #give(found: File | FileFault): void {
    if (has(found, 'code')) this.#options.refuse(found);
    else this.#options.take(found);
  }

  #show(look: DragLook): void {
    if (look === this.#look) return;
    this.#look = look;
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#entered = 0;
    this.#show('none');
  }
}

/** Words are pasted into fields. */
function isField(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
}
