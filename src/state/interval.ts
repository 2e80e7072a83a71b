import type { ReactiveController } from 'lit';
import type { ControllerHost } from './loader.js';

/** Calls again and again while the host is in the document and the page is seen; not while `milliseconds` is `null`. */
export class Interval implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #milliseconds: () => number | null;
  readonly #call: () => void;
  #timer: ReturnType<typeof setInterval> | null = null;
  #running: number | null = null;

  constructor(host: ControllerHost, milliseconds: () => number | null, call: () => void) {
    this.#host = host;
    this.#milliseconds = milliseconds;
    this.#call = call;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#host.isConnected) this.#run(this.#milliseconds());
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#run(null);
  }

  #run(milliseconds: number | null): void {
    if (milliseconds === this.#running) return;
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#running = milliseconds;
    this.#timer = milliseconds === null ? null : setInterval(this.#tick, milliseconds);
  }

  readonly #tick = (): void => {
    if (!document.hidden) this.#call();
  };
}
