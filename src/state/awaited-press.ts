import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/**
 * What a person pressed, and whose code is still on its way: it opens as soon as that is there. Another press takes it
 * back, and so does Escape, or whatever the person does elsewhere meanwhile: nothing opens under their hands then. The
 * button that waits says so as `aria-busy`.
 */
export class AwaitedPress<Name> implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #isComing: () => boolean;
  #name: Name | null = null;
  #listening: AbortController | null = null;

  /** `isComing`: whether the code is on its way; where it cannot be had, the wish is kept for another try. */
  constructor(host: ControllerHost, isComing: () => boolean) {
    this.#host = host;
    this.#isComing = isComing;
    host.addController(this);
  }

  /** What waits and has not been given up. */
  get name(): Name | null {
    return this.#name;
  }

  /** What waits while its code is on its way. */
  get coming(): Name | null {
    return this.#isComing() ? this.#name : null;
  }

  press(name: Name): void {
    this.#name = this.#name === name && this.#isComing() ? null : name;
    this.#host.requestUpdate();
  }

  /** What waited waits no more. */
  take(): Name | null {
    const name = this.#name;
    this.#name = null;
    return name;
  }

  hostUpdated(): void {
    if (this.coming === null) return this.#leave();
    if (this.#listening !== null) return;
    this.#listening = new AbortController();
    const options = { capture: true, signal: this.#listening.signal };
    for (const type of ['pointerdown', 'keydown'] as const) {
      document.addEventListener(type, event => this.#hear(event), options);
    }
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #hear(event: Event): void {
    const isBesides = !event.composedPath().some(isWaiting);
    const escapes = event instanceof KeyboardEvent && event.key === 'Escape';
    if (!isBesides && !escapes) return;
    // It was for this, not for a dialog around it.
    if (!isBesides) event.preventDefault();
    this.#name = null;
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#listening?.abort();
    this.#listening = null;
  }
}

function isWaiting(target: EventTarget): boolean {
  return target instanceof Element && target.matches('button[aria-busy="true"]');
}
