import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/** Milliseconds between two sentences: a reader that is interrupted all the time says nothing. */
const pause = 1000;

/**
 * The words of a live region. The host renders `text` into an element with `role="status"` that is there, empty, from
 * the first render on. Sentences that come too fast replace each other, the latest is said; but what happens by itself
 * never replaces what a person waits for, nor the other way round.
 */
export class Announcer implements ReactiveController {
  readonly #host: ControllerHost;
  #text = '';
  #answer: string | null = null;
  #news: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get text(): string {
    return this.#text;
  }

  /** Says what came of something that a person did; the same sentence again is heard again. */
  say(text: string): void {
    this.#answer = text;
    this.#begin();
  }

  /** Says what happened by itself, after what a person waits for. */
  mention(text: string): void {
    this.#news = text;
    this.#begin();
  }

  hostConnected(): void {
    if (this.#waits) this.#begin();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected || this.#timer === null) return;
      clearTimeout(this.#timer);
      this.#timer = this.#answer = this.#news = null;
    });
  }

  get #waits(): boolean {
    return this.#answer !== null || this.#news !== null;
  }

  #begin(): void {
    if (this.#timer !== null || !this.#host.isConnected) return;
    this.#timer = setTimeout(() => void this.#speak(), 0);
  }

  #take(): string {
    const text = this.#answer ?? this.#news ?? '';
    if (this.#answer === null) this.#news = null;
    this.#answer = null;
    return text;
  }

  // A region that did not change is not read: a no-break space makes a repeated sentence another text.
  readonly #speak = async (): Promise<void> => {
    await this.#host.updateComplete;
    if (!this.#host.isConnected) return;
    this.#timer = null;
    if (!this.#waits) return;
    const text = this.#take();
    this.#text = text === this.#text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => void this.#speak(), pause);
  };
}
