// What has happened before the first look: weeks of batches by several people, and some that are still going on.
import type { BatchColumn } from '../src/core/definition.js';
import { approve, cancel, goOn, linkChild, newRecord, nextChange, reject, startGatewayRun } from './life.js';
import { durationOf, usualTaskMs } from './pace.js';
import { people } from './people.js';
import { chance, pick, seedOf } from './random.js';
import type { BatchRecord } from './records.js';
import { batchId, retryOf } from './retries.js';
import { createSheet } from './sheet.js';
import type { Sheet } from './sheet.js';

type Fate =
  'accepted' | 'partial' | 'failed' | 'canceled' | 'rejected' | 'pending' | 'processing' | 'queued' | 'retried';

const minute = 60_000;
const day = 24 * 60 * minute;
const span = 32 * day;
/** Rows of the largest batch, where the mean is no larger. */
const usualMost = 1000;

/** The newest batches, newest first: what a person sees on the first page. */
// prettier-ignore
const latest: readonly Fate[] = [
  'processing',
  'queued',
  'processing',
  'pending',
  'accepted',
  'processing',
  'partial',
  'accepted',
  'pending',
  'failed',
  'accepted',
  'retried',
  'accepted',
  'canceled',
];

// prettier-ignore
const earlier: readonly [Fate, ...Fate[]] = [
  'accepted', 'accepted', 'partial', 'accepted', 'failed', 'accepted', 'partial', 'accepted', 'accepted', 'rejected',
  'accepted', 'retried', 'accepted', 'canceled', 'accepted', 'partial', 'accepted',
];

// prettier-ignore
const subjects: readonly [string, ...string[]] = [
  '{month}_orders', 'Settlement-recon-{date}', 'refund_status_{date}', 'upi_orders_{month}', 'missing-txn-refs-{date}',
  'PayU_chargebacks_{month}', 'orders_south_{date}', 'Marketplace Orders {date}', 'gateway_mismatch_{date}',
  'cod-to-prepaid-{month}', 'Q3 Refunds (finance)', 'sync_backfill_{date}', 'Wallet_topups_{month}',
  'subscription-renewals-{date}', 'order_status_fix_{date}', 'ORDERS_EXPORT_{date}',
];

// prettier-ignore
const months = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
  'december',
];

const longName =
  '2026_marketplace_reconciliation_south-region_orders-with-missing-gateway-references_' +
  'final_FINAL_v7 (reviewed by finance operations and treasury).csv';

const reasons: readonly [string, ...string[]] = [
  'Orders that the gateway confirmed after the nightly cut-off.',
  'Status correction requested by finance operations.',
  'Backfill after the webhook outage on Tuesday.',
  'Refunds that the ledger does not know yet.',
];

const comments = [
  'Compared with the settlement report.',
  'Half of these were sent last week. Please take them out first.',
] as const;

export interface SeedOptions {
  readonly seed: number;
  readonly now: number;
  readonly batches: number;
  /** Rows of a usual batch. */
  readonly meanRows: number;
  readonly columns: readonly BatchColumn[];
  /** Whether work that is going on comes to a halt and never ends. */
  readonly stuck?: boolean;
}

/** Batches as they are at `now`, oldest first. */
export function seededRecords(options: SeedOptions): BatchRecord[] {
  const { batches, columns } = options;
  const records = new Map<string, BatchRecord>();
  const find = (id: string) => records.get(id) ?? missing(id);
  const sheetOf = (record: BatchRecord): Sheet => createSheet(record, columns, find, sheetOf);
  for (let place = 0; records.size < batches; place++) {
    const wanted = latest[place] ?? pick(earlier, ((place % earlier.length) + 0.5) / earlier.length);
    // A retry takes a second place: the last one has none.
    const fate = wanted === 'retried' && records.size + 1 === batches ? 'partial' : wanted;
    const record = firstState(options, place, fate);
    records.set(record.id, record);
    const child = live(record, fate, options, place, sheetOf(record));
    if (child) records.set(child.id, child);
  }
  return [...records.values()].toSorted((a, b) => a.createdAt - b.createdAt);
}

function missing(id: string): never {
  throw new Error(`No batch ${id} was made`);
}

/** Where a batch that was made at `place` stands in time. */
function ageOf({ seed, batches, stuck = false }: SeedOptions, place: number, fate: Fate): number {
  // Long enough ago for anybody to see that nothing moves any more.
  if (fate === 'processing' || fate === 'queued') return (stuck ? 20 * minute : 0) + (place * 11 + 14) * 1000;
  const share = place / Math.max(batches, latest.length + 1);
  return 4 * minute + place * 9 * minute * chance(seed, place, 40) + span * share ** 2;
}

function firstState(options: SeedOptions, place: number, fate: Fate): BatchRecord {
  const { seed: engineSeed, now, meanRows } = options;
  const seed = seedOf(engineSeed, place);
  const age = Math.round(ageOf(options, place, fate));
  const createdAt = now - age;
  const moving = fate === 'processing' || fate === 'queued';
  const checked = !moving && (fate === 'pending' || fate === 'rejected' || chance(seed, 0, 41) < 0.12);
  const rows = sizeOf(seed, moving ? meanRows * 2 : meanRows, Math.max(meanRows, usualMost));
  return newRecord(
    {
      id: batchId(createdAt, place * 2),
      fileName: nameOf(seed, place, createdAt),
      rows: { kind: 'made', seed, count: rows },
      totalRecords: rows,
      skipped: chance(seed, 0, 42) < 0.08 && rows > 20 ? [3, 4, 11, rows - 2] : [],
      description: checked ? pick(reasons, chance(seed, 0, 43)) : null,
      syncWithGateway: chance(seed, 0, 44) < 0.35,
      // A pending batch waits for somebody else's decision, but one of them is one's own.
      createdBy: fate === 'pending' && place > latest.indexOf('pending') ? people[0] : personOf(seed, fate),
      createdAt,
      parentId: null,
      acceptedWarnings: chance(seed, 0, 45) < 0.1 ? ['repeated_request_id'] : [],
      clientRows: rows,
      seed,
      failureRate: failureRateOf(fate, seed),
      // What is in work at the first look is so for some minutes more.
      taskMs: moving && !options.stuck ? (age + (1 + 3 * chance(seed, 0, 46)) * minute) / rows : usualTaskMs(seed),
      stuck: moving && options.stuck === true,
    },
    checked ? 'PENDING_APPROVAL' : fate === 'queued' ? 'QUEUED' : 'PROCESSING',
  );
}

/** Takes a batch from its first state to what it is now, and answers the retry that it had, if any. */
function live(record: BatchRecord, fate: Fate, options: SeedOptions, place: number, sheet: Sheet): BatchRecord | null {
  const { now, columns } = options;
  const { seed, createdAt } = record;
  const checker = people.find(person => person.id !== record.createdBy.id) ?? people[0];
  const decidedAt = Math.min(now, createdAt + Math.round((2 + 50 * chance(seed, 0, 47)) * minute));
  if (fate === 'pending') return null;
  if (fate === 'rejected') {
    reject(record, checker, comments[1], decidedAt);
    return null;
  }
  if (record.status === 'PENDING_APPROVAL') approve(record, checker, comments[0], decidedAt);
  if (fate === 'queued') record.startsAt = now + 20_000;
  if (fate === 'canceled') {
    const length = durationOf(record, sheet.count);
    catchUp(record, sheet, Math.min(now, Math.round((record.startedAt ?? record.startsAt) + length * 0.4)));
    cancel(record, record.createdBy, Math.min(now, record.updatedAt + 1500));
    return null;
  }
  catchUp(record, sheet, now);
  const { finishedAt } = record;
  if (fate === 'accepted' && !record.syncWithGateway && chance(seed, 0, 48) < 0.3 && finishedAt !== null) {
    startGatewayRun(record, personOf(seed, fate), Math.min(now, finishedAt + 12 * minute));
    catchUp(record, sheet, now);
  }
  if (fate !== 'retried' || finishedAt === null || record.failed === 0) return null;
  const at = Math.min(now, finishedAt + 6 * minute);
  const made = { id: batchId(at, place * 2 + 1), by: record.createdBy, at };
  const child = retryOf(record, sheet.rowsWith('FAILED'), made);
  linkChild(record, child, at);
  const childSheet = createSheet(
    child,
    columns,
    () => record,
    () => sheet,
  );
  catchUp(child, childSheet, now);
  return child;
}

/** Everything that the clock would have done to one batch until `now`. */
function catchUp(record: BatchRecord, sheet: Sheet, now: number): void {
  for (let at = nextChange(record, sheet); at <= now; at = nextChange(record, sheet)) {
    const end = (record.startedAt ?? 0) + durationOf(record, sheet.count);
    // One leap to the end of what is long over.
    goOn(record, sheet, record.status === 'PROCESSING' ? Math.max(at, Math.min(end, now)) : at);
  }
}

function sizeOf(seed: number, mean: number, most: number): number {
  const share = chance(seed, 0, 49);
  return Math.max(3, Math.min(most, Math.round(mean * (0.1 + 1.8 * share ** 1.5))));
}

function failureRateOf(fate: Fate, seed: number): number {
  if (fate === 'failed') return 1;
  if (fate === 'partial' || fate === 'retried') return 0.03 + 0.25 * chance(seed, 0, 50);
  return fate === 'processing' || fate === 'queued' ? 0.02 + 0.06 * chance(seed, 0, 50) : 0;
}

function personOf(seed: number, fate: Fate): BatchRecord['createdBy'] {
  const others = fate === 'pending' ? people.slice(1) : people;
  return others[Math.floor(chance(seed, 0, 51) * others.length)] ?? people[0];
}

function nameOf(seed: number, place: number, createdAt: number): string {
  if (place === 7) return longName;
  const date = new Date(createdAt).toISOString().slice(0, 10);
  const month = months[new Date(createdAt).getUTCMonth()] ?? '';
  const subject = pick(
    subjects,
    ((place * 5 + Math.floor(chance(seed, 0, 52) * 2)) % subjects.length) / subjects.length,
  );
  return `${subject.replace('{date}', date).replace('{month}', month)}.csv`;
}
