import { zonedDays } from '../core/zoned-day.js';
import type { TextParams } from './catalogue.js';
import type { MessageKey } from './en.js';

/**
 * Numbers, sizes and times in the locale's way. Instants are ISO 8601 strings; one that is none, or `null`, is a dash, as
 * is a number that is none.
 */
export interface Formats {
  readonly locale: string;
  /** IANA name of the zone in which times are written. */
  readonly timeZone: string;
  number(value: number): string;
  /** `share` from 0 to 1. */
  percent(share: number): string;
  /** Bytes, in the unit that reads best (1 KB is 1000 bytes, as the limit of 5 MB is meant). */
  bytes(value: number): string;
  /** Date and time with the zone. */
  dateTime(instant: string | null): string;
  /** Time of day with seconds. */
  time(instant: string | null): string;
  /**
   * How long ago, for scanning; a date when it is a week or more. `now` in epoch milliseconds. What is a little ahead of
   * `now` is the doing of a clock, not the future.
   */
  relative(instant: string | null, now: number): string;
  /** What `relative` leaves out: date and time of day, or the time of day alone beside a date; without the zone. */
  exactly(instant: string | null, now: number): string;
  /** Short name of the zone as it is at an instant, such as CEST in summer. */
  zoneAt(instant: string | null): string;
  /** Date and time to the second in this zone and in the other one, a line each. */
  inBothZones(instant: string | null): string;
  /** A date with its year, or the dates from that of one instant to that of another. */
  dates(from: string | null, to?: string | null): string;
  /** Whether two instants are of one day in this zone. */
  isSameDay(one: string | null, other: string | null): boolean;
  /** What a zone is called, whatever the time of the year; `Intl`'s name for an IANA name. */
  zoneName(timeZone: string): string;
  /** Milliseconds as a length of time, in at most two units. */
  duration(milliseconds: number): string;
}

export interface FormatOptions {
  /** A tag that `Intl` knows. */
  readonly locale: string;
  /** IANA name; `undefined`, or one that is none, for the person's own zone. */
  readonly timeZone?: string | undefined;
  /** IANA name of the zone in which times are told as well; `null` for none. */
  readonly otherTimeZone?: string | null | undefined;
}

type Translate = (key: MessageKey, params?: TextParams) => string;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

// Options are spelled out: dateStyle and timeStyle cannot be had together with a zone's name.
const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const zoned = { timeZoneName: 'short' } as const;

export function createFormats(options: FormatOptions, t: Translate): Formats {
  const { locale } = options;
  const timeZone = usableZone(options.timeZone);
  const otherZone = options.otherTimeZone ? usableZone(options.otherTimeZone) : timeZone;

  const numbers = once(() => new Intl.NumberFormat(locale));
  const percents = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));
  const decimals = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  const relatives = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));
  const inZone = (parts: Intl.DateTimeFormatOptions, zone = timeZone) => {
    const format = once(() => new Intl.DateTimeFormat(locale, { ...parts, timeZone: zone }));
    return remembered(time => format().format(time));
  };
  const dateTimes = inZone({ ...date, ...clock, ...zoned });
  const datesOfYear = inZone({ day: 'numeric', month: 'short', ...clock });
  const dates = inZone({ ...date, ...clock });
  const times = inZone({ ...clock, second: '2-digit' });
  const clocks = inZone(clock);
  const zoneNames = once(() => new Intl.DateTimeFormat(locale, { ...zoned, timeZone }));
  const zoneNameAt = remembered(time => zoneOf(zoneNames().formatToParts(time)));
  const days = inZone({ day: 'numeric', month: 'short' });
  const daysOfYears = inZone(date);
  const spans = once(() => new Intl.DateTimeFormat(locale, { ...date, timeZone }));
  const toTheSecond = { ...date, ...clock, second: '2-digit', ...zoned } as const;
  const here = inZone(toTheSecond);
  const there = inZone(toTheSecond, otherZone);
  const calendar = zonedDays(timeZone);
  const dayOf = remembered(time => dayFrom(calendar.dayOf(new Date(time).toISOString()) ?? ''));
  const seconds = unit('second');
  const minutes = unit('minute');
  const hours = unit('hour');

  function unit(name: string): () => Intl.NumberFormat {
    return once(() => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }));
  }

  function write(format: (time: number) => string, instant: string | null): string {
    const time = epochOf(instant);
    return Number.isNaN(time) ? t('value.none') : format(time);
  }

  /** What reads better as a date: a week ago or more, or ahead by more than a clock may be wrong. */
  function isFar(then: number, now: number): boolean {
    if (now - then < day) return then - now > hour;
    return dayOf(now).number - dayOf(then).number >= 7;
  }

  function relative(instant: string | null, now: number): string {
    const then = epochOf(instant);
    if (Number.isNaN(then)) return t('value.none');
    if (isFar(then, now)) return (dayOf(then).year === dayOf(now).year ? days : daysOfYears)(then);
    const age = now - then;
    if (age < minute) return t('time.justNow');
    if (age < hour) return relatives().format(-Math.trunc(age / minute), 'minute');
    // "yesterday" is a word for a day of the calendar, not for so many hours; and some days have twenty-five.
    const between = age < day ? 0 : dayOf(now).number - dayOf(then).number;
    if (between === 0) return relatives().format(-Math.trunc(age / hour), 'hour');
    return relatives().format(-between, 'day');
  }

  function exactly(instant: string | null, now: number): string {
    const then = epochOf(instant);
    if (Number.isNaN(then)) return t('value.none');
    if (isFar(then, now)) return clocks(then);
    return (dayOf(then).year === dayOf(now).year ? datesOfYear : dates)(then);
  }

  function duration(milliseconds: number): string {
    if (!Number.isFinite(milliseconds)) return t('value.none');
    const whole = Math.max(0, Math.round(milliseconds / 1000));
    if (whole < 60) return seconds().format(whole);
    const inMinutes = Math.floor(whole / 60);
    if (inMinutes < 60) {
      const rest = whole % 60;
      const text = minutes().format(inMinutes);
      return rest && inMinutes < 10 ? `${text} ${seconds().format(rest)}` : text;
    }
    const rest = inMinutes % 60;
    const text = hours().format(Math.floor(inMinutes / 60));
    return rest ? `${text} ${minutes().format(rest)}` : text;
  }

  return {
    locale,
    timeZone,
    // `+ 0`: of minus zero nobody wants to read the sign.
    number: value => (Number.isFinite(value) ? numbers().format(value + 0) : t('value.none')),
    percent: share => (Number.isFinite(share) ? percents().format(share + 0) : t('value.none')),
    bytes: value => {
      if (value < 1000) return t('bytes.B', { value });
      if (value < 1_000_000) return t('bytes.KB', { value: numbers().format(Math.ceil(value / 1000)) });
      return t('bytes.MB', { value: decimals().format(value / 1_000_000) });
    },
    dateTime: instant => write(dateTimes, instant),
    time: instant => write(times, instant),
    relative,
    exactly,
    zoneAt: instant => write(zoneNameAt, instant),
    inBothZones: instant => {
      const zones = otherZone === timeZone || Number.isNaN(epochOf(instant)) ? [here] : [here, there];
      return zones.map(format => write(format, instant)).join('\n');
    },
    dates: (from, to = from) => {
      const [first, last] = [epochOf(from), epochOf(to)];
      if (Number.isNaN(first + last)) return t('value.none');
      return first < last ? spans().formatRange(first, last) : daysOfYears(first);
    },
    isSameDay: (one, other) => {
      const [first, second] = [epochOf(one), epochOf(other)];
      return !Number.isNaN(first + second) && dayOf(first).number === dayOf(second).number;
    },
    zoneName: zone => nameOf(zone, locale),
    duration,
  };
}

/** A day in a zone. `number` counts the days since 1970. */
interface Day {
  readonly year: number;
  readonly number: number;
}

/** `text` is `YYYY-MM-DD`. */
function dayFrom(text: string): Day {
  return { year: Number.parseInt(text, 10), number: Date.parse(text) / day };
}

/**
 * Epoch milliseconds of an instant, NaN where it is none. `Date.parse` alone finds a date in almost any text, such as
 * the year 2012 in "batch 12".
 */
export function epochOf(instant: string | null | undefined): number {
  return instant != null && /^[+-]?\d{4,6}-\d\d-\d\d/.test(instant) ? Date.parse(instant) : NaN;
}

/** More than the instants of a few screens. */
const mostRemembered = 1000;

/** Rows are told again and again, and their times seldom change. */
function remembered<Told>(tell: (time: number) => Told): (time: number) => Told {
  const known = new Map<number, Told>();
  return time => {
    const told = known.get(time) ?? tell(time);
    if (known.size >= mostRemembered) known.clear();
    known.set(time, told);
    return told;
  };
}

/** Formatters are dear to make and most are never asked for: made when first needed, kept for as long as their words. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

function usableZone(zone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  }
}

/** UTC is called that: some locales spell it out, or call it by the name of a village. */
function nameOf(zone: string, locale: string): string {
  if (zone === 'UTC') return zone;
  return zoneOf(new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0));
}

function zoneOf(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
