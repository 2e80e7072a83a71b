import type { ReactiveController } from 'lit';
import { IdleWork } from './idle-work.js';
import { Later } from './later.js';
import type { ControllerHost } from './loader.js';

/** Drawn at once: more than a screen holds, and all of a page of the usual size. */
const first = 20;
/** Drawn at a time while the page rests. */
const portion = 20;
/** Milliseconds in which a page that has just come is left alone: others begin their work then, and the person theirs. */
const pause = 1_000;

/**
 * Which rows of a long page are drawn. The first ones at once; those that nobody sees yet one portion after another
 * while the page rests, and all of them as soon as somebody comes near, looks for one, or prints. What is drawn stays.
 */
export class DrawnRows<Row> implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #pause: Later;
  readonly #idle: IdleWork;
  #rows: readonly Row[] = [];
  #drawn: readonly Row[] = [];
  #count = first;
  #isDrawing = false;

  constructor(host: ControllerHost) {
    this.#host = host;
    this.#pause = new Later(host, () => this.#idle.begin(this.#portions()));
    this.#idle = new IdleWork(host);
    host.addController(this);
  }

  /** Those that are to be drawn. */
  of(rows: readonly Row[]): readonly Row[] {
    if (rows === this.#rows && this.#drawn.length === Math.min(this.#count, rows.length)) return this.#drawn;
    this.#rows = rows;
    this.#drawn = rows.length > this.#count ? rows.slice(0, this.#count) : rows;
    return this.#drawn;
  }

  readonly all = (): void => {
    if (!this.#isWanting) return;
    this.#pause.cancel();
    this.#idle.end();
    this.#count = this.#rows.length;
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    window.addEventListener('beforeprint', this.all);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.all);
  }

  hostUpdated(): void {
    if (this.#isWanting && !this.#pause.pending && !this.#isDrawing) this.#pause.in(pause);
  }

  get #isWanting(): boolean {
    return this.#host.isConnected && this.#drawn.length < this.#rows.length;
  }

  *#portions(): Generator<void> {
    this.#isDrawing = true;
    try {
      while (this.#isWanting) {
        this.#count += portion;
        this.#host.requestUpdate();
        yield;
      }
    } finally {
      this.#isDrawing = false;
    }
  }
}
