import type { View } from './view.js';
import type { ZonedDays } from './zoned-day.js';

/** The days between which batches were created, both included; empty for no bound. */
export interface CreatedDays {
  readonly from: string;
  readonly to: string;
}

export type CreatedBounds = Pick<View, 'createdFrom' | 'createdTo'>;

export const noBounds: CreatedBounds = { createdFrom: null, createdTo: null };

/** The days of a view's bounds. A bound in the middle of a day is of that day. */
export function createdDays({ createdFrom, createdTo }: CreatedBounds, days: ZonedDays): CreatedDays {
  const last = createdTo === null ? null : lastInstantBefore(createdTo);
  return {
    from: (createdFrom === null ? null : days.dayOf(createdFrom)) ?? '',
    to: (last === null ? null : days.dayOf(last)) ?? '',
  };
}

/** The bounds of whole days; `null` where one is no day, or they are the wrong way round. */
export function createdBounds({ from, to }: CreatedDays, days: ZonedDays): CreatedBounds | null {
  const createdFrom = from === '' ? null : days.startOf(from);
  const createdTo = to === '' ? null : days.endOf(to);
  const unusable = (from !== '' && createdFrom === null) || (to !== '' && createdTo === null);
  return unusable || isTurned({ from, to }) ? null : { createdFrom, createdTo };
}

/** Whether the first day is after the last. */
export function isTurned({ from, to }: CreatedDays): boolean {
  return from !== '' && to !== '' && from > to;
}

/** Whether a bound is where a day begins, so that days say all there is to say. */
export function isDayStart(instant: string, days: ZonedDays): boolean {
  const start = days.startOf(days.dayOf(instant) ?? '');
  return start !== null && Date.parse(start) === Date.parse(instant);
}

/** The last instant that an exclusive bound lets in. */
export function lastInstantBefore(instant: string): string | null {
  const time = Date.parse(instant) - 1;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
