import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/** Milliseconds after which every browser has taken the file. */
const taken = 30_000;

/** Hands files to the browser's downloads. Their addresses are given back soon after, and when the host is removed. */
export class SavedFiles implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #urls = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  save(file: Blob, name: string): void {
    const url = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    // Never in the document: a host's router must not take it for navigation.
    link.click();
    this.#urls.set(
      url,
      setTimeout(() => this.#giveBack(url), taken),
    );
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      for (const url of [...this.#urls.keys()]) this.#giveBack(url);
    });
  }

  #giveBack(url: string): void {
    clearTimeout(this.#urls.get(url));
    this.#urls.delete(url);
    URL.revokeObjectURL(url);
  }
}
