import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/** Milliseconds between two sentences: a reader that is interrupted all the time says nothing. */
const pause = 1000;

/**
 * The words of a live region. The host renders `text` into an element with `role="status"` that is there, empty, from
 * the first render on. Sentences that come too fast replace each other: the latest is said.
 */
export class Announcer implements ReactiveController {
  readonly #host: ControllerHost;
  #text = '';
  #next: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get text(): string {
    return this.#text;
  }

  /** Says a sentence; the same one again is heard again. */
  say(text: string): void {
    this.#next = text;
    if (this.#timer !== null || !this.#host.isConnected) return;
    this.#timer = setTimeout(() => void this.#speak(), 0);
  }

  hostConnected(): void {
    if (this.#next !== null) this.say(this.#next);
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected || this.#timer === null) return;
      clearTimeout(this.#timer);
      this.#timer = null;
      this.#next = null;
    });
  }

  // A region that did not change is not read: a no-break space makes a repeated sentence another text.
  readonly #speak = async (): Promise<void> => {
    await this.#host.updateComplete;
    if (!this.#host.isConnected) return;
    this.#timer = null;
    if (this.#next === null) return;
    this.#text = this.#next === this.#text ? `${this.#next}\u00a0` : this.#next;
    this.#next = null;
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => void this.#speak(), pause);
  };
}
