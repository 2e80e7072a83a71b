import type { ReactiveController } from 'lit';
import { pageClock, type Clock } from './clock.js';
import type { ControllerHost } from './loader.js';

/** One call that is due later. Removal of the host takes it back, a move in the document does not. */
export class Later implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #call: () => void;
  readonly #clock: Clock;
  #cancel: (() => void) | null = null;

  constructor(host: ControllerHost, call: () => void, clock: Clock = pageClock) {
    this.#host = host;
    this.#call = call;
    this.#clock = clock;
    host.addController(this);
  }

  get pending(): boolean {
    return this.#cancel !== null;
  }

  /** Calls so many milliseconds from now, and not when an earlier word said. */
  in(milliseconds: number): void {
    this.cancel();
    this.#cancel = this.#clock.after(milliseconds, () => {
      this.#cancel = null;
      this.#call();
    });
  }

  /** Calls at once what is pending. */
  hurry(): void {
    if (!this.pending) return;
    this.cancel();
    this.#call();
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.cancel();
    });
  }
}

/** Calls at once, but only so often; what is asked for in between is done once, at the end of the pause. */
export class Throttle {
  readonly #later: Later;
  readonly #call: () => void;
  readonly #pause: number;
  readonly #clock: Clock;
  #calledAt = -Infinity;

  /** `pause` in milliseconds. */
  constructor(host: ControllerHost, pause: number, call: () => void, clock: Clock = pageClock) {
    this.#call = call;
    this.#pause = pause;
    this.#clock = clock;
    this.#later = new Later(host, () => this.#now(), clock);
  }

  request(): void {
    if (this.#later.pending) return;
    const wait = this.#calledAt + this.#pause - this.#clock.now();
    if (wait <= 0) this.#now();
    else this.#later.in(wait);
  }

  /** Forgets what is pending, and that anything was done. */
  reset(): void {
    this.#later.cancel();
    this.#calledAt = -Infinity;
  }

  /** Takes note that what it calls for was just done otherwise. */
  done(): void {
    this.#later.cancel();
    this.#calledAt = this.#clock.now();
  }

  #now(): void {
    this.#calledAt = this.#clock.now();
    this.#call();
  }
}
