import { array, boolean, custom, nullable, number, object, optional, string } from 'zod/mini';
import type { infer as Shape } from 'zod/mini';
import { undisturbed } from '../core/own-members.js';

// What the backend sends, member by member. Unknown members are dropped; a missing or mistyped one makes its item
// unreadable. Statuses are any text: a word that we do not know is shown as it is. A time without a zone is not an
// instant, so it does not pass.

// By hand, since the library's own weigh more than these, and its record breaks where `Object.prototype` was extended.
// What they allow is kept with them, for whoever writes the contract down.
export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  Object.assign(
    custom<Word>(value => words.includes(value)),
    { words },
  );
export const recordOf = <Value>(...types: readonly ('string' | 'number')[]) =>
  Object.assign(
    custom<Readonly<Record<string, Value>>>(
      value =>
        isObject(value) && Object.values(value).every(each => (types as readonly string[]).includes(typeof each)),
    ),
    { types },
  );

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** ISO 8601: a day of the calendar and a time of day, with its zone. */
function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || value[10] !== 'T' || !timeOfDay.test(value.slice(11))) return false;
  const day = value.slice(0, 10);
  // What no month has, such as the 30th of February, is read as a day of the next one.
  return /^\d{4}-\d\d-\d\d$/.test(day) && (new Date(day).toJSON() ?? '').startsWith(day);
}

// The first schema of each kind is where an extended `Object.prototype` stops the library, so here is one of each.
undisturbed(() => [array(optional(string())), object({}), nullable(number()), boolean(), custom(() => true)]);

const instant = Object.assign(custom<string>(isInstant), { format: 'date-time' });
/** What it lists is read one by one. */
export const listOfAny = custom<unknown[]>(Array.isArray);
const actor = object({ id: string(), name: string() });
const counts = { accepted: number(), failed: number(), queued: number() };

export const batchShape = object({
  id: string(),
  file_name: string(),
  status: string(),
  version: number(),
  total_records: number(),
  total_tasks: number(),
  tasks: object(counts),
  sync_with_gateway: boolean(),
  description: nullable(string()),
  created_by: nullable(actor),
  created_at: instant,
  updated_at: instant,
  started_at: nullable(instant),
  finished_at: nullable(instant),
  parent_id: nullable(string()),
  child_ids: array(string()),
  approval: nullable(
    object({
      state: string(),
      by: nullable(actor),
      at: nullable(instant),
      comment: nullable(string()),
    }),
  ),
  gateway_sync: nullable(object({ state: string(), by: nullable(actor), at: nullable(instant) })),
  rows: nullable(
    object({
      read: nullable(number()),
      sent: nullable(number()),
      acknowledged: nullable(number()),
    }),
  ),
  rows_sha256: nullable(string()),
  accepted_warnings: array(string()),
  history: optional(
    array(
      object({
        at: instant,
        event: string(),
        by: nullable(actor),
        detail: nullable(string()),
      }),
    ),
  ),
  preview: optional(array(array(string()))),
  allowed_actions: optional(array(string())),
});

export const taskShape = object({
  id: string(),
  batch_id: string(),
  row: number(),
  values: recordOf<string>('string'),
  status: string(),
  sync_status: nullable(string()),
  external_system: nullable(string()),
  external_response: nullable(string()),
  gateway: nullable(string()),
  gateway_sync_status: nullable(string()),
  error: nullable(object({ code: string(), message: string() })),
  created_at: instant,
  updated_at: instant,
});

/** Its items are read one by one. */
export const pageShape = object({
  data: listOfAny,
  page: object({
    next: nullable(string()),
    prev: nullable(string()),
    start: nullable(number()),
    total: nullable(number()),
  }),
  counts: optional(recordOf<number>('number')),
});

const outcome = object({ name: string(), ...counts });

export const breakdownShape = object({
  failures: array(object({ code: string(), message: string(), count: number() })),
  gateways: array(outcome),
  external_systems: array(outcome),
});

export const capabilitiesShape = object({
  permissions: object({ orders: oneOf(['none', 'read', 'read_write']) }),
  maker_checker: boolean(),
  limits: object({ max_rows: nullable(number()), max_bytes: nullable(number()) }),
  features: optional(array(string())),
  user: nullable(actor),
  server_time: nullable(instant),
});

export type BatchWire = Shape<typeof batchShape>;
export type TaskWire = Shape<typeof taskShape>;
export type PageWire<Item> = Omit<Shape<typeof pageShape>, 'data'> & { data: Item[] };
export type BreakdownWire = Shape<typeof breakdownShape>;
export type CapabilitiesWire = Shape<typeof capabilitiesShape>;
