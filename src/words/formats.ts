import type { TextParams } from './catalogue.js';
import type { MessageKey } from './en.js';

/** Numbers, sizes and times in the locale's way. Instants are ISO 8601 strings; one that is none is shown as it is. */
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
  dateTime(instant: string): string;
  /** Time of day with seconds. */
  time(instant: string): string;
  /** How long ago, for scanning; a date when it is over a week. `now` in epoch milliseconds. */
  relative(instant: string, now: number): string;
  /** Milliseconds as a length of time, in at most two units. */
  duration(milliseconds: number): string;
}

type Translate = (key: MessageKey, params?: TextParams) => string;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export function createFormats(locale: string, zone: string | undefined, t: Translate): Formats {
  const timeZone = usableZone(zone);
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  // Options are spelled out: dateStyle and timeStyle cannot be had together with a zone's name.
  const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const zoned = { timeZone, timeZoneName: 'short' } as const;
  const dateTimes = new Intl.DateTimeFormat(locale, { ...date, ...clock, ...zoned });
  const times = new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit', timeZone });
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const daysOfYears = new Intl.DateTimeFormat(locale, { ...date, timeZone });

  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);

  function relative(instant: string, now: number): string {
    const then = Date.parse(instant);
    if (Number.isNaN(then)) return instant;
    const age = now - then;
    if (Math.abs(age) < minute) return t('time.justNow');
    if (Math.abs(age) < hour) return relatives.format(-Math.trunc(age / minute), 'minute');
    if (Math.abs(age) < day) return relatives.format(-Math.trunc(age / hour), 'hour');
    if (Math.abs(age) < 7 * day) return relatives.format(-Math.trunc(age / day), 'day');
    const sameYear = new Date(then).getUTCFullYear() === new Date(now).getUTCFullYear();
    return (sameYear ? days : daysOfYears).format(then);
  }

  function duration(milliseconds: number): string {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    if (seconds < 60) return unit(seconds, 'second');
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) {
      const rest = seconds % 60;
      const whole = unit(minutes, 'minute');
      return rest && minutes < 10 ? `${whole} ${unit(rest, 'second')}` : whole;
    }
    const rest = minutes % 60;
    const whole = unit(Math.floor(minutes / 60), 'hour');
    return rest ? `${whole} ${unit(rest, 'minute')}` : whole;
  }

  return {
    locale,
    timeZone,
    number: value => numbers.format(Number.isFinite(value) ? value : 0),
    percent: share => percents.format(share),
    bytes: value => {
      if (value < 1000) return t('bytes.B', { value });
      if (value < 1_000_000) return t('bytes.KB', { value: numbers.format(Math.ceil(value / 1000)) });
      return t('bytes.MB', { value: decimals.format(value / 1_000_000) });
    },
    dateTime: instant => formatted(dateTimes, instant),
    time: instant => formatted(times, instant),
    relative,
    duration,
  };
}

function formatted(format: Intl.DateTimeFormat, instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? instant : format.format(time);
}

function usableZone(zone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  }
}
