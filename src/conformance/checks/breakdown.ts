import type { OutcomeGroup, TaskCounts } from '../../core/batch.js';
import type { Check } from '../check.js';
import { noSuchId } from './batch.js';
import { endedBatch } from './ended.js';

const call = 'breakdown';
const needs = ['breakdown'] as const;
const states = ['accepted', 'failed', 'queued'] as const;

export const breakdownChecks: readonly Check[] = [
  {
    name: 'breakdown-failures',
    group: 'reads',
    call,
    contract:
      '`failures` counts the failed tasks by code: never more of them than the batch has, and as many as `error_code` lists.',
    needs,
    async run(stage, trial) {
      const batch = await endedBatch(stage);
      const outcome = await stage.me.breakdown(batch.id);
      const { failures } = trial.value(outcome);
      const sum = failures.reduce((total, { count }) => total + count, 0);
      if (sum > batch.tasks.failed) {
        trial.breach(`at most ${batch.tasks.failed} failures of ${batch.id}`, String(sum), outcome.requestId);
      }
      for (const { code, count } of failures.slice(0, 5)) {
        const listed = trial.value(await stage.me.listTasks(batch.id, { errorCode: code, limit: 1 }));
        if (listed.total !== null && listed.total !== count) {
          trial.breach(`${listed.total} failures ${code}, as error_code lists`, String(count), outcome.requestId);
        }
      }
    },
  },
  {
    name: 'breakdown-outcomes',
    group: 'reads',
    call,
    contract:
      '`gateways` and `external_systems` count outcomes by who answered: together never more than the batch has.',
    needs,
    async run(stage, trial) {
      const { id, tasks } = await endedBatch(stage);
      const outcome = await stage.me.breakdown(id);
      const { gateways, externalSystems } = trial.value(outcome);
      for (const [name, groups] of [
        ['gateways', gateways],
        ['external_systems', externalSystems],
      ] as const) {
        const sums = sumsOf(groups);
        for (const state of states.filter(each => sums[each] > tasks[each])) {
          trial.breach(`at most ${tasks[state]} ${state} in ${name} of ${id}`, String(sums[state]), outcome.requestId);
        }
      }
    },
  },
  {
    name: 'breakdown-not-found',
    group: 'reads',
    call,
    contract: 'An id that is not there: 404.',
    needs,
    async run({ me }, trial) {
      trial.refusal(await me.breakdown(noSuchId), { status: 404 });
    },
  },
];

function sumsOf(groups: readonly OutcomeGroup[]): TaskCounts {
  const sum = (state: (typeof states)[number]) => groups.reduce((total, group) => total + group[state], 0);
  return { accepted: sum('accepted'), failed: sum('failed'), queued: sum('queued') };
}
