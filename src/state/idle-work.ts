import type { ReactiveController } from 'lit';
import { Later } from './later.js';
import type { ControllerHost } from './loader.js';

/** Milliseconds until a piece is done even though the page never rests. */
const patience = 2_000;
/** Milliseconds in which what has just come is left alone: the browser draws it then, and the person begins to read. */
const pause = 1_000;

/** Does something in pieces while the page has nothing else to do. Removal of the host ends it. */
export class IdleWork implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #pause: Later;
  #pieces: Iterator<unknown> | null = null;
  #cancel: (() => void) | null = null;

  constructor(host: ControllerHost) {
    this.#host = host;
    this.#pause = new Later(host, () => this.#next());
    host.addController(this);
  }

  /** Whether something is left of it. */
  get isPending(): boolean {
    return this.#pieces !== null;
  }

  /** In place of what is left of earlier work. */
  begin(pieces: Iterable<unknown>): void {
    this.end();
    this.#pieces = pieces[Symbol.iterator]();
    this.#next();
  }

  /** After a pause, in place of what is left of earlier work. */
  beginLater(pieces: Iterable<unknown>): void {
    this.end();
    this.#pieces = pieces[Symbol.iterator]();
    this.#pause.in(pause);
  }

  end(): void {
    const pieces = this.#pieces;
    this.#pause.cancel();
    this.#cancel?.();
    this.#cancel = this.#pieces = null;
    pieces?.return?.();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.end();
    });
  }

  #next(): void {
    this.#cancel = whenIdle(patience, () => {
      if (this.#pieces?.next().done === false) this.#next();
      else this.end();
    });
  }
}

/** Calls when the page has nothing else to do, after so many milliseconds in any case. The answer takes that back. */
export function whenIdle(timeout: number, call: () => void): () => void {
  // Safari has no such word.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(call, timeout / 10);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(call, { timeout });
  return () => cancelIdleCallback(handle);
}
