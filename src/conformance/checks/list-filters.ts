import type { Batch } from '../../core/batch.js';
import { isTerminal } from '../../core/status.js';
import type { Check } from '../check.js';
import { short, some } from '../text.js';
import { skip } from '../trial.js';

const call = 'listBatches';
const names = (batches: readonly Batch[]) => some(batches.map(({ fileName }) => fileName));
const ids = (batches: readonly Batch[]) => some(batches.map(({ id }) => id));

export const filterChecks: readonly Check[] = [
  {
    name: 'list-search',
    group: 'reads',
    call,
    contract: '`q` finds every batch whose file name holds it, anywhere, and no other.',
    async run({ listing }, trial) {
      const { items } = await listing.sample(1);
      const [{ id, fileName }] = items;
      const part = partOf(fileName);
      const outcome = await listing.all({ search: part });
      const found = trial.value(outcome).items;
      if (!found.some(each => each.id === id)) {
        trial.breach(`${short(fileName)} for q=${part}`, names(found) || 'nothing', outcome.requestId);
      }
      const others = found.filter(each => !each.fileName.includes(part));
      if (others.length > 0) trial.breach(`names that hold ${part}`, names(others), outcome.requestId);
    },
  },
  {
    name: 'list-search-literal',
    group: 'reads',
    call,
    contract: '`q` is text: no sign in it stands for another.',
    async run({ listing }, trial) {
      const { items } = await listing.sample(1);
      const part = partOf(items[0].fileName);
      for (const sign of ['_', '%', '*', '.']) {
        const search = part.slice(0, 1) + sign + part.slice(2);
        const outcome = await listing.all({ search });
        const others = trial.value(outcome).items.filter(({ fileName }) => !fileName.includes(search));
        if (others.length > 0) trial.breach(`names that hold ${search}`, names(others), outcome.requestId);
      }
    },
  },
  {
    name: 'list-match-case',
    group: 'reads',
    call,
    contract: '`match_case=true` tells capital letters from small ones, `match_case=false` does not.',
    async run({ listing }, trial) {
      const { items } = await listing.sample(1);
      const target = items.find(({ fileName }) => otherCase(fileName) !== fileName) ?? skip('no name has letters');
      const search = otherCase(partOf(target.fileName));
      const strict = await listing.all({ search, matchCase: true });
      const wrong = trial.value(strict).items.filter(({ fileName }) => !fileName.includes(search));
      if (wrong.length > 0) {
        trial.breach(`names that hold ${search}, for match_case=true`, names(wrong), strict.requestId);
      }
      const loose = await listing.all({ search, matchCase: false });
      const found = trial.value(loose).items;
      if (!found.some(({ id }) => id === target.id)) {
        const expected = `${short(target.fileName)} for q=${search} and match_case=false`;
        trial.breach(expected, names(found) || 'nothing', loose.requestId);
      }
    },
  },
  {
    name: 'list-status',
    group: 'reads',
    call,
    contract: '`status` lists batches in that status; it repeats, for batches in any of them.',
    async run({ listing }, trial) {
      const { items } = await listing.sample(1);
      // What has ended stays in its status while the list is read again.
      const ended = items.filter(({ status }) => isTerminal(status));
      const statuses = [...new Set(ended.map(({ status }) => status))].slice(0, 2);
      if (statuses.length === 0) skip('no batch has ended');
      for (const wanted of [statuses.slice(0, 1), statuses]) {
        const outcome = await listing.all({ statuses: wanted });
        const found = trial.value(outcome).items;
        const others = found.filter(({ status }) => !wanted.includes(status));
        const expected = `every batch that is ${wanted.join(' or ')}, and no other`;
        if (others.length > 0) trial.breach(expected, `${ids(others)} too`, outcome.requestId);
        const missing = ended.filter(each => wanted.includes(each.status) && !found.some(({ id }) => id === each.id));
        if (missing.length > 0) trial.breach(expected, `${ids(missing)} left out`, outcome.requestId);
      }
    },
  },
  {
    name: 'list-created-from',
    group: 'reads',
    call,
    contract: '`created_from` is an instant, and inclusive.',
    async run({ listing }, trial) {
      const { items } = await listing.sample(2);
      const { createdAt, id } = items[Math.floor(items.length / 2)];
      for (const createdFrom of spellings(createdAt)) {
        const outcome = await listing.all({ createdFrom, sort: 'createdAt' });
        const found = trial.value(outcome).items;
        const early = found.filter(each => Date.parse(each.createdAt) < Date.parse(createdAt));
        const expected = `batches from ${createdFrom} on`;
        if (early.length > 0) trial.breach(expected, `${ids(early)} too, of ${early[0].createdAt}`, outcome.requestId);
        if (!found.some(each => each.id === id)) {
          trial.breach(expected, `${id} left out, of that instant`, outcome.requestId);
        }
      }
    },
  },
  {
    name: 'list-created-to',
    group: 'reads',
    call,
    contract: '`created_to` is an instant, and exclusive.',
    async run({ listing }, trial) {
      const { items } = await listing.sample(2);
      const { createdAt } = items[Math.floor(items.length / 2)];
      const before = items.filter(each => Date.parse(each.createdAt) < Date.parse(createdAt));
      for (const createdTo of spellings(createdAt)) {
        const outcome = await listing.all({ createdTo });
        const found = trial.value(outcome).items;
        const late = found.filter(each => Date.parse(each.createdAt) >= Date.parse(createdAt));
        const expected = `batches before ${createdTo}`;
        if (late.length > 0) trial.breach(expected, `${ids(late)} too, of ${late[0].createdAt}`, outcome.requestId);
        const missing = before.filter(each => !found.some(({ id }) => id === each.id));
        if (missing.length > 0) trial.breach(expected, `${ids(missing)} left out`, outcome.requestId);
      }
    },
  },
];

/** The middle of a name, which holds neither its beginning nor its end. */
function partOf(name: string): string {
  const letters = [...name];
  const cut = letters.length > 8 ? 2 : 0;
  return letters.slice(cut, letters.length - cut).join('');
}

function otherCase(text: string): string {
  return [...text].map(each => (each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase())).join('');
}

/** An instant as the server wrote it, and the same one in the time of India where no digit is lost by that. */
function spellings(time: string): readonly string[] {
  const instant = new Date(time);
  if (/\.\d{4,}/.test(time)) return [time];
  const there = new Date(instant.getTime() + 5.5 * 3_600_000).toISOString().replace('Z', '+05:30');
  return [time, there];
}
