import type { ReactiveController } from 'lit';
import type { FileFault } from '../core/file-fault.js';
import type { ControllerHost } from './loader.js';

/** What hangs over the element: something that may become the file, or something that cannot. */
export type DragLook = 'none' | 'accept' | 'reject';

export interface FileIntakeOptions {
  /** Whether a file may be given now. */
  readonly takes: () => boolean;
  readonly take: (file: File) => void;
  readonly refuse: (fault: FileFault) => void;
}

/** One file from a drop or a paste anywhere on the host, or from a file input, by one rule. */
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
    if (this.#options.takes()) this.#give(filesOf(event.dataTransfer));
  };

  // Words are pasted into fields.
  readonly #onPaste = (event: ClipboardEvent): void => {
    if (event.composedPath().some(target => target instanceof HTMLTextAreaElement) || !this.#options.takes()) return;
    event.preventDefault();
    this.#give(filesOf(event.clipboardData));
  };

  #give(found: File | FileFault): void {
    if ('code' in found) this.#options.refuse(found);
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

/** While it hangs, only the kinds of what is dragged are known, and not in every browser. */
function looksLikeOneFile(data: DataTransfer | null): boolean {
  if (!data?.types.includes('Files')) return false;
  const files = [...data.items].filter(({ kind }) => kind === 'file');
  return files.length <= 1;
}

function filesOf(data: DataTransfer | null): File | FileFault {
  const items = [...(data?.items ?? [])];
  const entries = items.filter(({ kind }) => kind === 'file').map(item => item.webkitGetAsEntry());
  if (entries.length === 1 && entries[0]?.isDirectory) return { code: 'folder' };
  const files = [...(data?.files ?? [])];
  if (files.length > 0) return oneOf(files);
  return {
    code: items.some(({ kind, type }) => kind === 'string' && type.startsWith('text/')) ? 'text' : 'not_a_file',
  };
}

function oneOf(files: readonly File[]): File | FileFault {
  const [file] = files;
  if (files.length > 1) return { code: 'several_files', count: files.length };
  return file ?? { code: 'not_a_file' };
}
