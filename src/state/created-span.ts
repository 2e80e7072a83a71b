import { createdDays, isDayStart, type CreatedBounds } from '../core/created-range.js';
import { zonedDays, type ZonedDays } from '../core/zoned-day.js';

/** Lengths of time that can be chosen with one press, in days. */
export const spans = [1, 7, 30] as const;

export interface CreatedSpanOptions {
  /** In force. */
  readonly bounds: () => CreatedBounds;
  readonly timeZone: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The time in which batches were created, as days of a person's calendar. */
export class CreatedSpan {
  readonly #options: CreatedSpanOptions;
  #calendar: { readonly timeZone: string; readonly days: ZonedDays } | null = null;

  constructor(options: CreatedSpanOptions) {
    this.#options = options;
  }

  get days(): ZonedDays {
    const timeZone = this.#options.timeZone();
    if (this.#calendar?.timeZone !== timeZone) this.#calendar = { timeZone, days: zonedDays(timeZone) };
    return this.#calendar.days;
  }

  /** The first of so many last days. */
  firstOf(length: number): string {
    const today = this.days.dayOf(new Date(this.#options.now()).toISOString()) ?? '';
    return this.days.plus(today, 1 - length) ?? '';
  }

  /** The length of time that the bounds are, where they are one to choose; what comes is of it, too. */
  get length(): number | null {
    const bounds = this.#options.bounds();
    if (bounds.createdFrom === null || bounds.createdTo !== null) return null;
    if (!isDayStart(bounds.createdFrom, this.days)) return null;
    const { from } = createdDays(bounds, this.days);
    return spans.find(length => this.firstOf(length) === from) ?? null;
  }
}
