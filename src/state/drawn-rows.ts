import type { ReactiveController } from 'lit';
import { IdleWork } from './idle-work.js';
import type { ControllerHost } from './loader.js';
import { sameData } from './same.js';

/** A page of the usual size is drawn whole, and of a longer one no more at once. */
const usual = 20;
/** Pixels. Hardly a row is lower, and something stands above the first: so many fill a window. */
const rowHeight = 56;
/** Drawn at a time while the page rests. */
const portion = 20;
/**
 * How many windows of rows are made ready to be scrolled to. Each costs a little whenever something changes; who scrolls
 * further has more made ready on the way.
 */
const windowsReady = 5;

/** What is asked of the rows. */
export interface RowQuestions<Row> {
  /** What stays the same while a row changes. */
  readonly key: (row: Row) => unknown;
  /** Whether something hangs on it, such as the focus. */
  readonly isHeld: (row: Row) => boolean;
  /** Places of the first and last row that can be seen. Asked where many change at once. */
  readonly seen: () => readonly [number, number];
  /** Makes those from one place to before another, which are on the page now, ready to be scrolled to. */
  readonly prepare: (from: number, to: number) => void;
}

/**
 * What is drawn of the rows of a long page. Those that fill the window come at once; those that nobody sees yet one
 * portion after another while the page rests, and all of them as soon as somebody comes near, looks for one, or prints.
 * In the same way a change reaches those that are seen at once, and the others a moment later. What is drawn stays, but
 * where the rows answer another question: then they are others, and the first ones come first again.
 */
export class DrawnRows<Row> implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #ask: RowQuestions<Row>;
  readonly #idle: IdleWork;
  #rows: readonly Row[] = [];
  #drawn: readonly Row[] = [];
  #question: unknown = null;
  /** Whether the rows are others than those on the page. */
  #areOthers = false;

  constructor(host: ControllerHost, ask: RowQuestions<Row>) {
    this.#host = host;
    this.#ask = ask;
    this.#idle = new IdleWork(host);
    host.addController(this);
  }

  /** What is to be drawn of the rows, in their order from the first. `question`: what they answer. */
  of(rows: readonly Row[], question: unknown): readonly Row[] {
    if (!sameData(question, this.#question)) {
      this.#question = question;
      this.#idle.end();
      this.#drawn = [];
      this.#drawn = this.#first(rows);
      this.#areOthers = true;
    } else if (rows !== this.#rows) {
      this.#drawn = this.#drawn.length > usual ? this.#changed(rows) : this.#first(rows);
    }
    this.#rows = rows;
    return this.#drawn;
  }

  readonly all = (): void => {
    if (!this.#isWanting) return;
    this.#idle.end();
    this.#drawn = this.#rows;
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    window.addEventListener('beforeprint', this.all);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.all);
  }

  hostUpdated(): void {
    this.#prepareFirst();
    if (this.#isWanting && !this.#idle.isPending) this.#idle.beginLater(this.#portions());
  }

  get #isWanting(): boolean {
    return this.#host.isConnected && this.#drawn !== this.#rows;
  }

  /** What is seen at once: the browser would find that out after it laid the page out, and do so once more. */
  #prepareFirst(): void {
    if (!this.#areOthers || this.#drawn.length === 0) return;
    this.#areOthers = false;
    this.#ask.prepare(0, this.#inWindow);
  }

  /** How many rows fill the window. */
  get #inWindow(): number {
    return Math.ceil(window.innerHeight / rowHeight);
  }

  #first(rows: readonly Row[]): readonly Row[] {
    if (rows.length <= usual) return rows;
    const count = Math.max(this.#drawn.length, Math.min(usual, this.#inWindow));
    return rows.slice(count).some(this.#ask.isHeld) ? rows : rows.slice(0, count);
  }

  /** As many as before: the new ones where they are seen, or where another row stood. */
  #changed(rows: readonly Row[]): readonly Row[] {
    const { key, isHeld, seen } = this.#ask;
    const [from, to] = seen();
    const isLate = (row: Row, place: number) => {
      const last = this.#drawn[place];
      return last !== undefined && (place < from || place > to) && key(last) === key(row) && !isHeld(row);
    };
    const drawn = rows
      .slice(0, this.#drawn.length)
      .map((row, place) => (isLate(row, place) ? (this.#drawn[place] ?? row) : row));
    return isSame(drawn, rows) ? rows : drawn;
  }

  *#portions(): Generator<void> {
    while (this.#isWanting) {
      const rows = this.#rows;
      const place = rows.findIndex((row, index) => row !== this.#drawn[index]);
      const next = rows.slice(place, place + portion);
      const drawn = [...this.#drawn.slice(0, place), ...next, ...this.#drawn.slice(place + portion)];
      this.#drawn = isSame(drawn, rows) ? rows : drawn;
      this.#host.requestUpdate();
      yield;
      this.#ask.prepare(place, Math.min(place + portion, this.#inWindow * windowsReady));
      yield;
    }
  }
}

function isSame<Row>(some: readonly Row[], others: readonly Row[]): boolean {
  return some.length === others.length && some.every((row, index) => row === others[index]);
}
