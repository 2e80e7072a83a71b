import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/** Has the browser ask before the page is left, as long as there is unsent work, and tells when that changes. */
export class LeaveGuard implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #isDirty: () => boolean;
  readonly #changed: (dirty: boolean) => void;
  #told = false;

  constructor(host: ControllerHost, isDirty: () => boolean, changed: (dirty: boolean) => void) {
    this.#host = host;
    this.#isDirty = isDirty;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#guard();
  }

  hostUpdated(): void {
    const dirty = this.#isDirty();
    this.#guard();
    if (dirty === this.#told) return;
    this.#told = dirty;
    this.#changed(dirty);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeunload', this.#ask);
  }

  // Only while there is something to lose: a listener alone keeps a page out of the back/forward cache.
  #guard(): void {
    const guards = this.#host.isConnected && this.#isDirty();
    if (guards) window.addEventListener('beforeunload', this.#ask);
    else window.removeEventListener('beforeunload', this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Safari and browsers of before 2023 know this word only.
    event.returnValue = true;
  };
}
