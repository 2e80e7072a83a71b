import type { TimeZoneChoice } from '../adapter/context.js';
import { readPreference, writePreference, type Keeping } from './preferences.js';

/** The zone in which times are written, and the one that a person may change to. IANA names. */
export interface TimeZones {
  readonly shown: string;
  /** `null` where both would be UTC, so that there is nothing to change. */
  readonly other: string | null;
}

/**
 * The host's word stands until the person says otherwise. Whoever is told times in UTC may change to where they are;
 * everybody else to UTC.
 */
export function timeZonesFor(configured: string | undefined, choice: TimeZoneChoice | null): TimeZones {
  const host = canonical(configured) ?? canonical(undefined);
  const local = host === 'UTC' && configured ? canonical(undefined) : host;
  if (local === null || local === 'UTC') return { shown: 'UTC', other: null };
  const utc = choice === null ? host === 'UTC' : choice === 'utc';
  return utc ? { shown: 'UTC', other: local } : { shown: local, other: 'UTC' };
}

/** What a person chose, kept as long as the host allows. */
export class TimeZonePreference {
  readonly #keeping: () => Keeping;
  readonly #changed: () => void;
  #choice: TimeZoneChoice | null = null;
  /** Where the choice was looked up. */
  #read: Keeping | null = null;

  constructor(keeping: () => Keeping, changed: () => void) {
    this.#keeping = keeping;
    this.#changed = changed;
  }

  get choice(): TimeZoneChoice | null {
    const keeping = this.#keeping();
    if (keeping !== this.#read) {
      this.#read = keeping;
      this.#choice = choiceOf(readPreference(keeping, name)) ?? this.#choice;
    }
    return this.#choice;
  }

  choose(choice: TimeZoneChoice): void {
    const keeping = this.#keeping();
    this.#read = keeping;
    this.#choice = choice;
    writePreference(keeping, name, choice);
    this.#changed();
  }
}

const name = 'time-zone';

function choiceOf(kept: string | null): TimeZoneChoice | null {
  return kept === 'utc' || kept === 'local' ? kept : null;
}

/** The zone's own name, by which two spellings of one are the same; the person's zone for `undefined`; `null` for none. */
function canonical(zone: string | undefined): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
