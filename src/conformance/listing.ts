import type { Batch, Page } from '../core/batch.js';
import type { BatchSort, View } from '../core/view.js';
import type { Outcome } from './backend.js';
import { once } from './once.js';
import type { Stage } from './stage.js';
import { problemText } from './text.js';
import { skip } from './trial.js';

/** The contract's largest page. */
const wholePage = 200;

/** Batches that were there before a check began, between two instants, so that what is made meanwhile is not among them. */
export interface Sample {
  readonly base: Pick<View, 'createdFrom' | 'createdTo'>;
  /** Newest first. */
  readonly items: readonly Batch[];
  /** Whether these are all. */
  readonly complete: boolean;
}

/** The list of batches, for the checks of it. */
export interface Listing {
  /** At least `least` batches: the run's own where it may make some, else what is there. Skips where there are fewer. */
  sample(least: number): Promise<Sample>;
  /** One page of the sample. */
  page(view: Partial<View>): Promise<Outcome<Page<Batch>>>;
  /** The whole sample in another order, or filtered, as one page. */
  all(view: Partial<View> & { readonly sort?: BatchSort }): Promise<Outcome<Page<Batch>>>;
}

export function createListing(stage: Stage): Listing {
  const { me } = stage;

  const taken = once(async (): Promise<Sample> => {
    const base = await baseOf();
    const outcome = await me.listBatches({ ...base, pageSize: wholePage });
    if (!outcome.ok) return skip(`the list could not be read: ${problemText(outcome.problem)}`);
    return { base, items: outcome.value.items, complete: outcome.value.next === null };
  });

  async function baseOf(): Promise<Sample['base']> {
    const writes = stage.allowWrites && stage.capabilities?.permissions.orders !== 'read';
    if (writes) {
      const family = await stage.fixtures.family();
      const times = family.map(({ createdAt }) => createdAt).toSorted((a, b) => Date.parse(a) - Date.parse(b));
      return { createdFrom: times[0], createdTo: justAfter(times.at(-1)) };
    }
    const newest = await me.listBatches({ pageSize: 1 });
    if (!newest.ok) return skip(`the list could not be read: ${problemText(newest.problem)}`);
    return { createdFrom: null, createdTo: justAfter(newest.value.items[0]?.createdAt) };
  }

  const page = async (view: Partial<View>) => me.listBatches({ ...(await taken()).base, ...view });
  return {
    async sample(least) {
      const sample = await taken();
      if (sample.items.length >= least) return sample;
      return skip(`it needs ${least} batches, and there are ${sample.items.length}`);
    },
    page,
    all: view => page({ pageSize: wholePage, ...view }),
  };
}

/** The next millisecond; an instant may have finer digits. */
function justAfter(time: string | undefined): string | null {
  return time === undefined ? null : new Date(Date.parse(time) + 1).toISOString();
}
