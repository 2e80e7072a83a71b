import { createdBounds, isTurned, type CreatedBounds, type CreatedDays } from '../core/created-range.js';
import type { ZonedDays } from '../core/zoned-day.js';
import type { ControllerHost } from './loader.js';

export interface CreatedDraftOptions {
  /** The days of the view in force. */
  readonly current: () => CreatedDays;
  readonly days: () => ZonedDays;
  readonly apply: (bounds: CreatedBounds) => void;
}

/** The days that a person is choosing, until both make sense together. */
export class CreatedDraft {
  readonly #host: ControllerHost;
  readonly #options: CreatedDraftOptions;
  #draft: CreatedDays | null = null;

  constructor(host: ControllerHost, options: CreatedDraftOptions) {
    this.#host = host;
    this.#options = options;
  }

  get shown(): CreatedDays {
    return this.#draft ?? this.#options.current();
  }

  /** Whether the first day is after the last, so that nothing is asked for. */
  get turned(): boolean {
    return isTurned(this.shown);
  }

  /** A day was chosen, or taken back where empty. While a year is typed there are days in it that nobody means. */
  set(change: Partial<CreatedDays>): void {
    const chosen = { ...this.shown, ...change };
    const bounds = createdBounds(chosen, this.#options.days());
    this.#draft = bounds === null ? chosen : null;
    if (bounds !== null) this.#options.apply(bounds);
    this.#host.requestUpdate();
  }

  /** The days in force are shown again. */
  drop(): void {
    if (this.#draft === null) return;
    this.#draft = null;
    this.#host.requestUpdate();
  }
}
