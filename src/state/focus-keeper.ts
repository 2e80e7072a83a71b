import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/**
 * What has the focus may go away with an update: a dismissed notice, a filter that was taken back. The focus then goes
 * to the nearest heading (whatever has `tabindex="-1"`) above where it was, and not to the top of the page.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #isLed: () => boolean;
  #path: readonly Element[] = [];

  /** `isLed`: the host itself leads the focus on after this update. */
  constructor(host: ControllerHost, isLed: () => boolean = () => false) {
    this.#host = host;
    this.#isLed = isLed;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#path = pathOf(this.#host.shadowRoot?.activeElement ?? null);
  }

  hostUpdated(): void {
    const [focused, ...above] = this.#path;
    this.#path = [];
    if (focused === undefined || focused.isConnected || this.#isLed()) return;
    if (document.activeElement !== document.body) return;
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
