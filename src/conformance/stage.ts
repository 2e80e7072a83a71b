import type { CreateBatchInput } from '../adapter/adapter.js';
import { newIdempotencyKey } from '../adapter/idempotency.js';
import type { Batch, Capabilities, Feature } from '../core/batch.js';
import type { Backend, Outcome } from './backend.js';
import { createBroadcast } from './broadcast.js';
import type { Broadcast } from './broadcast.js';
import type { CallName, Face } from './calls.js';
import { inputOf } from './files.js';
import type { Files, InputChange, MadeFile } from './files.js';
import { createFixtures } from './fixtures.js';
import type { Fixtures } from './fixtures.js';
import type { HttpClient } from './http/client.js';
import type { Tune } from './listen.js';
import { createListing } from './listing.js';
import type { Listing } from './listing.js';

/** What a run begins with. */
export interface Setting {
  readonly face: Face;
  readonly me: Backend;
  readonly checker: Backend | null;
  readonly reader: Backend | null;
  /** Where the contract is spoken over HTTP. */
  readonly http: HttpClient | null;
  /** Where there is an event stream. */
  readonly tune: Tune | null;
  readonly files: Files;
  readonly allowWrites: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  readonly settleTime: number;
  readonly silence: number;
  readonly signal: AbortSignal;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** What every check has at hand. What several of them look at is made once, when the first one asks for it. */
export interface Stage extends Setting {
  /** `null` where the backend does not say. */
  readonly capabilities: Capabilities | null;
  /** Ids of all batches that this run made. */
  readonly madeBatches: Set<string>;
  readonly fixtures: Fixtures;
  readonly listing: Listing;
  readonly broadcast: Broadcast;
  create(file: MadeFile, change?: InputChange, key?: string): Promise<Outcome<Batch>>;
  /** The same for another account, or for an upload that was made by hand. */
  send(backend: Backend, input: CreateBatchInput, key?: string): Promise<Outcome<Batch>>;
  /** Whether there is a feature: the backend names it, or does not say and has the call. */
  offers(feature: Feature): boolean;
  /** Looks again and again, less and less often; `null` where it never was so in time. */
  eventually<Value>(look: () => Promise<Value | null> | Value | null, limit: number): Promise<Value | null>;
}

const featureCalls: Readonly<Record<Feature, CallName>> = {
  'gateway-sync': 'syncWithGateway',
  retry: 'retryFailed',
  cancel: 'cancelBatch',
  decide: 'decide',
  'find-tasks': 'findTasks',
  breakdown: 'breakdown',
  events: 'subscribe',
};

const firstPause = 100;
const longestPause = 2000;

export function createStage(setting: Setting, capabilities: Capabilities | null): Stage {
  const madeBatches = new Set<string>();

  async function send(backend: Backend, input: CreateBatchInput, key = newIdempotencyKey()): Promise<Outcome<Batch>> {
    const outcome = await backend.createBatch(input, key);
    if (outcome.ok) madeBatches.add(outcome.value.id);
    return outcome;
  }

  const stage: Stage = {
    ...setting,
    capabilities,
    madeBatches,
    send,
    async create(file, change, key) {
      return send(setting.me, await inputOf(file, change), key);
    },
    offers: feature => setting.me.has(featureCalls[feature]) && (capabilities?.features?.includes(feature) ?? true),
    async eventually(look, limit) {
      let delay = firstPause;
      for (let waited = 0; ; waited += delay) {
        const value = await look();
        if (value !== null) return value;
        if (waited >= limit) return null;
        delay = Math.min(Math.round(delay * 1.3), longestPause);
        await setting.pause(delay);
      }
    },
    get fixtures() {
      return fixtures;
    },
    get listing() {
      return listing;
    },
    get broadcast() {
      return broadcast;
    },
  };
  const fixtures = createFixtures(stage);
  const listing = createListing(stage);
  const broadcast = createBroadcast(stage);
  return stage;
}
