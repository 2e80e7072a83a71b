/** Where the calendar of a zone and instants meet. A day is `YYYY-MM-DD`, as `<input type="date">` has it. */
export interface ZonedDays {
  /** The first instant of a day, ISO 8601 in UTC; `null` for what is no day. */
  startOf(day: string): string | null;
  /** The first instant after a day: the bound of everything up to and including it. */
  endOf(day: string): string | null;
  /** The day of an instant; `null` for what is no instant. */
  dayOf(instant: string): string | null;
  /** The day that is so many days from another one. */
  plus(day: string, days: number): string | null;
}

const dayLength = 24 * 60 * 60_000;
/** No zone ever was further from UTC. */
const furthestOffset = 16 * 60 * 60_000;

/** Days in a zone, an IANA name; one that is none is the person's own. */
export function zonedDays(timeZone: string): ZonedDays {
  let made: Intl.DateTimeFormat | undefined;
  const calendar = () => (made ??= calendarOf(timeZone));

  function dayAt(time: number): string {
    const parts = new Map(
      calendar()
        .formatToParts(time)
        .map(({ type, value }) => [type, value]),
    );
    return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
  }

  /** Some days begin at one o'clock, and a few are left out: the first instant that is of the day, or of a later one. */
  function startOf(day: string): string | null {
    const midnight = utcMidnight(day);
    if (midnight === null) return null;
    let before = midnight - furthestOffset;
    let reached = midnight + furthestOffset;
    while (reached - before > 1) {
      const middle = Math.floor((before + reached) / 2);
      if (dayAt(middle) >= day) reached = middle;
      else before = middle;
    }
    return new Date(reached).toISOString();
  }

  return {
    startOf,
    endOf: day => {
      const next = plus(day, 1);
      return next === null ? null : startOf(next);
    },
    dayOf: instant => {
      const time = Date.parse(instant);
      return Number.isNaN(time) ? null : dayAt(time);
    },
    plus,
  };
}

function plus(day: string, days: number): string | null {
  const midnight = utcMidnight(day);
  return midnight === null ? null : new Date(midnight + days * dayLength).toISOString().slice(0, 10);
}

/** Epoch milliseconds; `null` for what is no day, such as the 30th of February, or one before clocks had zones. */
function utcMidnight(day: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || day < '1900') return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : time;
}

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { ...parts, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', parts);
  }
}
