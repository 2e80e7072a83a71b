import { newIdempotencyKey } from '../../adapter/idempotency.js';
import type { Backend } from '../backend.js';
import type { Check } from '../check.js';
import { inputOf } from '../files.js';
import type { Stage } from '../stage.js';
import { skip } from '../trial.js';
import { namesakes } from './create.js';

/** Somebody who may only read. */
function readerOf({ reader, me, capabilities }: Stage): Backend {
  if (reader) return reader;
  if (capabilities?.permissions.orders === 'read') return me;
  return skip('it needs an account that may only read');
}

export const permissionChecks: readonly Check[] = [
  {
    name: 'rights-none',
    group: 'reads',
    call: 'listBatches',
    contract: 'Without the right to read: 403.',
    withoutRights: true,
    async run({ me, capabilities }, trial) {
      if (capabilities?.permissions.orders !== 'none') skip('it needs an account without any right');
      trial.refusal(await me.listBatches({}), { status: 403 });
    },
  },
  {
    name: 'rights-read',
    group: 'reads',
    call: 'capabilities',
    contract: 'An account that may only read is told so: `permissions.orders` is `read`, and it reads.',
    async run(stage, trial) {
      const reader = readerOf(stage);
      trial.value(await reader.listBatches({ pageSize: 1 }));
      if (!reader.has('capabilities')) return;
      const outcome = await reader.capabilities();
      if (!outcome.ok && [404, 501].includes(outcome.problem.status)) return;
      const { orders } = trial.value(outcome).permissions;
      if (orders !== 'read') trial.breach('read', orders, outcome.requestId);
    },
  },
  {
    name: 'rights-create',
    group: 'writes',
    call: 'createBatch',
    contract: 'Without the right to write: 403, and nothing is created, whatever the browser showed.',
    async run(stage, trial) {
      if (!stage.allowWrites) skip('a backend that breaks it makes a batch, and making them is not allowed');
      const reader = readerOf(stage);
      const file = stage.files.make('forbidden', 2);
      trial.refusal(await stage.send(reader, await inputOf(file)), { status: 403 });
      const count = await namesakes(stage, file, trial);
      if (count > 0) trial.breach('no batch made', `${count} named ${file.name}`);
    },
  },
  {
    name: 'rights-acts',
    group: 'writes',
    call: 'cancelBatch',
    contract: 'Without the right to write: 403 to every act, before anything else is looked at.',
    async run(stage, trial) {
      if (!stage.allowWrites) skip('a backend that breaks it changes a batch, and changing them is not allowed');
      const reader = readerOf(stage);
      const { items } = await stage.listing.sample(1);
      const acts = [
        ['gateway-sync', 'syncWithGateway'],
        ['retry', 'retryFailed'],
        ['cancel', 'cancelBatch'],
      ] as const;
      for (const [feature, name] of acts) {
        if (stage.offers(feature)) {
          trial.refusal(await reader.act(name, items[0].id, newIdempotencyKey()), { status: 403 });
        }
      }
    },
  },
];
