import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/** Moves the focus where an act leads, once what it brought is on screen. */
export class FocusNext implements ReactiveController {
  readonly #host: ControllerHost;
  #find: ((root: ShadowRoot) => HTMLElement | null) | null = null;

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The first of the selectors that finds something. */
  to(...selectors: readonly string[]): void {
    this.toElement(root => selectors.map(selector => root.querySelector<HTMLElement>(selector)).find(Boolean) ?? null);
  }

  toElement(find: (root: ShadowRoot) => HTMLElement | null): void {
    this.#find = find;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const find = this.#find;
    this.#find = null;
    const { shadowRoot } = this.#host;
    const found = find && shadowRoot ? find(shadowRoot) : null;
    found?.focus();
    // What it belongs to is of use only as a whole.
    found?.closest('[data-whole]')?.scrollIntoView({ block: 'nearest' });
  }
}
