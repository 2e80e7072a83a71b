import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/**
 * Whoever double clicks on what opens something else does not mean what stands there by the second half. That half is
 * taken off the page, whoever put something in the place; the next press counts again.
 */
export class SecondPress implements ReactiveController {
  readonly #host: ControllerHost;
  #waiting = false;

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Something else is opened by this press. A key has no second half. */
  follows({ detail }: MouseEvent): void {
    if (detail !== 1 || this.#waiting) return;
    this.#waiting = true;
    window.addEventListener('mousedown', this.#down, { capture: true });
    window.addEventListener('click', this.#click, { capture: true });
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#end();
    });
  }

  #end(): void {
    this.#waiting = false;
    window.removeEventListener('mousedown', this.#down, { capture: true });
    window.removeEventListener('click', this.#click, { capture: true });
  }

  readonly #down = (event: MouseEvent): void => {
    if (event.detail < 2) this.#end();
    // Else it would move the focus, or open a list.
    else event.preventDefault();
  };

  readonly #click = (event: MouseEvent): void => {
    if (event.detail < 2) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}
