import { pageClock } from './clock.js';
import type { Clock } from './clock.js';
import { Later } from './later.js';
import type { ControllerHost } from './loader.js';

/** Milliseconds without a byte after which a transfer is said to stand still. */
const patience = 5_000;
/** Milliseconds before a first guess of how long it takes, and between two looks at how fast it is. */
const pace = 1_000;
/** How much the latest look counts: a speed that jumps is of no use. */
const weight = 0.4;

/** How bytes go their way: how long they will still take, and whether they stand still. */
export class Transfer {
  readonly #clock: Clock;
  readonly #silence: Later;
  #stalled = false;
  /** Bytes per millisecond. */
  #speed: number | null = null;
  #looked = { at: 0, loaded: 0 };
  #left: number | null = null;

  /** `stalled` is called when it begins to stand still. */
  constructor(host: ControllerHost, stalled: () => void, clock: Clock = pageClock) {
    this.#clock = clock;
    this.#silence = new Later(
      host,
      () => {
        this.#stalled = true;
        host.requestUpdate();
        stalled();
      },
      clock,
    );
  }

  /** Whether nothing has moved for some seconds. */
  get stalled(): boolean {
    return this.#stalled;
  }

  /** Milliseconds until the last byte is sent; `null` where that cannot be said. */
  get remaining(): number | null {
    return this.#stalled || this.#left === null || !this.#speed ? null : this.#left / this.#speed;
  }

  begin(): void {
    this.end();
    this.#looked = { at: this.#clock.now(), loaded: 0 };
    this.#silence.in(patience);
  }

  /** Bytes; `total` is `null` where the transport does not know. */
  progress(loaded: number, total: number | null): void {
    this.#stalled = false;
    this.#left = total === null ? null : Math.max(total - loaded, 0);
    // What follows the last byte is the server's time, not the network's.
    if (this.#left === 0) this.#silence.cancel();
    else this.#silence.in(patience);
    this.#look(loaded);
  }

  end(): void {
    this.#silence.cancel();
    this.#stalled = false;
    this.#speed = this.#left = null;
  }

  #look(loaded: number): void {
    const { at, loaded: before } = this.#looked;
    const elapsed = this.#clock.now() - at;
    if (elapsed < pace && loaded >= before) return;
    // A repeat of the request begins again from nothing.
    if (loaded >= before && elapsed > 0) {
      const speed = (loaded - before) / elapsed;
      this.#speed = this.#speed === null ? speed : weight * speed + (1 - weight) * this.#speed;
    }
    this.#looked = { at: this.#clock.now(), loaded };
  }
}
