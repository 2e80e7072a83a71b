import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/** Milliseconds until a piece is done even though the page never rests. */
const patience = 2_000;

/** Does something in pieces while the page has nothing else to do. Removal of the host ends it. */
export class IdleWork implements ReactiveController {
  readonly #host: ControllerHost;
  #pieces: Iterator<unknown> | null = null;
  #cancel: (() => void) | null = null;

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** In place of what is left of earlier work. */
  begin(pieces: Iterable<unknown>): void {
    this.end();
    this.#pieces = pieces[Symbol.iterator]();
    this.#next();
  }

  end(): void {
    const pieces = this.#pieces;
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
