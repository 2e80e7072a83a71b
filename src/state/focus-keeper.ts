import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/**
 * What has the focus may go away with an update: a dismissed notice, a filter that was taken back. The focus then goes
 * to the nearest heading (whatever has `tabindex="-1"`) above where it was, and not to the top of the page.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: ControllerHost;
  #path: readonly Element[] = [];

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#path = pathOf(this.#host.shadowRoot?.activeElement ?? null);
  }

  hostUpdated(): void {
    const [focused, ...above] = this.#path;
    this.#path = [];
    if (focused === undefined || focused.isConnected || document.activeElement !== document.body) return;
    for (const element of above) {
      const home = element.isConnected ? element.querySelector<HTMLElement>('[tabindex="-1"]') : null;
      if (home) return home.focus({ preventScroll: true });
    }
  }
}

function pathOf(focused: Element | null): Element[] {
  const path: Element[] = [];
  for (let element = focused; element !== null; element = element.parentElement) path.push(element);
  return path;
}
