import type { ReactiveController } from 'lit';
import { IdleWork } from './idle-work.js';
import { Later } from './later.js';
import type { ControllerHost } from './loader.js';
import { sameData } from './same.js';

/** Drawn at once: more than a screen holds, and all of a page of the usual size. */
const first = 20;
/** Drawn at a time while the page rests. */
const portion = 20;
/** Milliseconds in which a page that has just come is left alone: others begin their work then, and the person theirs. */
const pause = 1_000;

/**
 * Which rows of a long page are drawn. The first ones at once; those that nobody sees yet one portion after another
 * while the page rests, and all of them as soon as somebody comes near, looks for one, or prints. What is drawn stays, but
 * where the rows answer another question: then they are others, and the first ones come first again.
 */
export class DrawnRows<Row> implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #pause: Later;
  readonly #idle: IdleWork;
  #rows: readonly Row[] = [];
  #drawn: readonly Row[] = [];
  #question: unknown = null;
  #count = first;
  #isDrawing = false;

  constructor(host: ControllerHost) {
    this.#host = host;
    this.#pause = new Later(host, () => this.#idle.begin(this.#portions()));
    this.#idle = new IdleWork(host);
    host.addController(this);
  }

  /** Those that are to be drawn. `question`: what the rows answer. `isHeld`: something hangs on the row, such as the focus. */
  of(rows: readonly Row[], question: unknown, isHeld: (row: Row) => boolean): readonly Row[] {
    if (!sameData(question, this.#question)) {
      this.#question = question;
      this.#count = rows.slice(first).some(isHeld) ? rows.length : first;
      this.#pause.cancel();
      this.#idle.end();
    }
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
