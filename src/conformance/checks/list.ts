import type { Batch } from '../../core/batch.js';
import { isTerminal } from '../../core/status.js';
import type { View } from '../../core/view.js';
import type { Check } from '../check.js';
import { differenceOf, positionFault, walk } from '../pages.js';
import type { Walk } from '../pages.js';
import type { Stage } from '../stage.js';
import { some } from '../text.js';
import { skip } from '../trial.js';
import type { Trial } from '../trial.js';

const call = 'listBatches';
const noSuchCursor = 'conformance-no-such-cursor';
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

/** So that there are two pages or three. */
const pageSizeFor = ({ length }: readonly Batch[]) => Math.ceil(length / 3);

/** The sample page by page. */
async function walkSample(stage: Stage, trial: Trial, view: Partial<View> = {}): Promise<Walk<Batch>> {
  const { items } = await stage.listing.sample(2);
  const pageSize = pageSizeFor(items);
  return walk(cursor => stage.listing.page({ ...view, pageSize, cursor }), trial, items.length + pageSize);
}

export const listChecks: readonly Check[] = [
  {
    name: 'list',
    group: 'reads',
    call,
    contract:
      '200 with `data`, `page: {next, prev, start, total}` and `counts`; newest first unless another sort is asked for.',
    async run({ me }, trial) {
      const outcome = await me.listBatches({});
      const { items } = trial.value(outcome);
      const at = items.findIndex(
        ({ createdAt }, index) => index > 0 && Date.parse(createdAt) > Date.parse(items[index - 1].createdAt),
      );
      if (at > 0) trial.breach('the newest first', `${items[at - 1].id} before ${items[at].id}`, outcome.requestId);
    },
  },
  {
    name: 'list-limit',
    group: 'reads',
    call,
    contract:
      '`limit` is the most that a page holds; where there is more, `next` is the cursor of the page that follows.',
    async run({ listing }, trial) {
      const { items } = await listing.sample(2);
      const outcome = await listing.page({ pageSize: 1 });
      const page = trial.value(outcome);
      if (page.items.length !== 1) {
        trial.breach('1 batch for limit=1', `${page.items.length} batches`, outcome.requestId);
      } else if (page.next === null) {
        trial.breach(`a cursor as next, for there are ${items.length} batches`, 'next is null', outcome.requestId);
      }
    },
  },
  {
    name: 'list-limit-bound',
    group: 'reads',
    call,
    contract: '`limit` is at most 200: a page never holds more, whatever is asked for.',
    needs: ['http'],
    async run({ http, me }, trial) {
      const { total } = trial.value(await me.listBatches({ pageSize: 1 }));
      if (total !== null && total <= 200) skip(`it needs more than 200 batches, and there are ${total}`);
      const answer = await http!.send({ call, path: '/batches?limit=1000' });
      if (answer.status >= 400 && answer.status < 500) return;
      const { data } = JSON.parse(new TextDecoder().decode(answer.bytes)) as { data: readonly unknown[] };
      if (data.length > 200) trial.breach('at most 200 batches for limit=1000', `${data.length} batches`);
    },
  },
  {
    name: 'list-pages',
    group: 'reads',
    call,
    contract: 'Following `next` from the first page to the last meets every batch once, in the order of the sort.',
    async run(stage, trial) {
      for (const sort of ['-createdAt', 'totalRecords'] as const) {
        const look = async () => {
          const whole = trial.value(await stage.listing.all({ sort }));
          const { items } = await walkSample(stage, trial, { sort });
          const expected = ids(whole.items);
          return differenceOf(expected, whole.next === null ? ids(items) : ids(items).slice(0, expected.length));
        };
        // What others do to the list in between is no fault of it.
        const difference = (await look()) && (await look());
        if (difference !== null) trial.breach(`the batches of one page, page by page (${sort})`, difference);
      }
    },
  },
  {
    name: 'list-prev',
    group: 'reads',
    call,
    contract:
      '`cursor` takes a `prev` too: it leads to the page before; `prev` is null on the first page, `next` on the last.',
    async run(stage, trial) {
      const { pages } = await walkSample(stage, trial);
      const pageSize = pageSizeFor((await stage.listing.sample(2)).items);
      if (pages[0]?.prev !== null) trial.breach('null as prev of the first page', `prev is ${pages[0]?.prev}`);
      for (let at = Math.min(pages.length, 4) - 1; at > 0; at--) {
        const cursor = pages[at].prev;
        if (cursor === null) {
          trial.breach(`a cursor as prev of page ${at + 1}`, 'prev is null');
          continue;
        }
        const outcome = await stage.listing.page({ pageSize, cursor });
        const difference = differenceOf(ids(pages[at - 1].items), ids(trial.value(outcome).items));
        if (difference) trial.breach(`page ${at} before page ${at + 1}`, difference, outcome.requestId);
      }
    },
  },
  {
    name: 'list-positions',
    group: 'reads',
    call,
    contract:
      '`page.start` is the 1-based position of the first item and `page.total` the number of all, over all pages; either may be null.',
    async run(stage, trial) {
      const look = async () => positionFault(await walkSample(stage, trial));
      const fault = (await look()) && (await look());
      if (fault !== null) trial.breach('positions that count on from page to page', fault);
    },
  },
  {
    name: 'list-cursor-stable',
    group: 'writes',
    call,
    contract: 'A cursor stays where it is: a batch made between two pages lets no row be skipped or shown twice.',
    needs: ['writes'],
    async run(stage, trial) {
      const { base, items } = await stage.listing.sample(4);
      const view = { createdFrom: base.createdFrom, pageSize: 2 };
      const first = trial.value(await stage.me.listBatches(view));
      const cursor = first.next ?? skip('there is no second page');
      const before = trial.value(await stage.me.listBatches({ ...view, pageSize: 200 }));
      await stage.fixtures.made(stage.files.make('between', 1));
      const outcome = await stage.me.listBatches({ ...view, cursor });
      const expected = ids(before.items).slice(2, 4);
      const found = ids(trial.value(outcome).items);
      if (expected.join() === found.join() || items.length < 4) return;
      trial.breach(`${some(expected)} after a batch was made`, some(found), outcome.requestId);
    },
  },
  {
    name: 'list-cursor-expired',
    group: 'reads',
    call,
    contract: 'An unusable cursor: 410 `cursor_expired`.',
    async run({ me }, trial) {
      const outcome = await me.listBatches({ cursor: noSuchCursor });
      trial.refusal(outcome, { status: 410, code: 'cursor_expired' });
    },
  },
  {
    name: 'list-counts',
    group: 'reads',
    call,
    contract: '`counts` are the batches by status over all pages; they ignore the `status` filter and nothing else.',
    async run({ listing }, trial) {
      const { items } = await listing.sample(2);
      const whole = trial.value(await listing.page({ pageSize: 1 }));
      const counts = whole.counts ?? skip('the backend counts nothing');
      const all = sumOf(counts);
      if (whole.total !== null && whole.total !== all) {
        trial.breach(`counts that add up to the total, ${whole.total}`, countsText(counts));
      }
      const ended = items.find(({ status }) => isTerminal(status))?.status;
      for (const status of ['APPROVAL_REJECTED', ended ?? 'ACCEPTED']) {
        const outcome = await listing.page({ statuses: [status], pageSize: 1 });
        const filtered = trial.value(outcome);
        // Batches move from one status to another, but never away.
        if (sumOf(filtered.counts ?? {}) !== all) {
          const expected = `the same ${all} batches with status=${status}: ${countsText(counts)}`;
          trial.breach(expected, countsText(filtered.counts ?? {}), outcome.requestId);
        }
      }
    },
  },
];

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function countsText(counts: Readonly<Record<string, number>>): string {
  return JSON.stringify(counts);
}
