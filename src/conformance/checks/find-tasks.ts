import type { Check } from '../check.js';
import { differenceOf, walk } from '../pages.js';
import { short, some } from '../text.js';
import { skip } from '../trial.js';
import { endedBatch } from './ended.js';

const call = 'findTasks';
const needs = ['find-tasks'] as const;

export const findTaskChecks: readonly Check[] = [
  {
    name: 'find-tasks',
    group: 'reads',
    call,
    contract: 'Tasks across batches of which an order, transaction or request id holds `q`; none where nothing does.',
    needs,
    async run(stage, trial) {
      const { id } = await endedBatch(stage);
      const [task] = trial.value(await stage.me.listTasks(id, { limit: 1 })).items;
      const q = Object.values(task?.values ?? {}).findLast(value => value !== '') ?? skip('the tasks have no ids');
      const outcome = await stage.me.findTasks({ q, cursor: null, limit: 100 });
      const { items } = trial.value(outcome);
      if (!items.some(found => found.id === task.id && found.batchId === id)) {
        const found = some(items.map(each => each.id)) || 'nothing';
        trial.breach(`task ${task.id} of ${id} for q=${short(q)}`, found, outcome.requestId);
      }
      const holds = (value: string) => value.toLowerCase().includes(q.toLowerCase());
      const others = items.filter(({ values }) => !Object.values(values).some(holds));
      if (others.length > 0)
        trial.breach(`tasks with ${short(q)}`, some(others.map(each => each.id)), outcome.requestId);
      const nothing = await stage.me.findTasks({ q: `no-such-${stage.files.tag}`, cursor: null, limit: 10 });
      const { items: strange } = trial.value(nothing);
      if (strange.length > 0) trial.breach('nothing', some(strange.map(each => each.id)), nothing.requestId);
    },
  },
  {
    name: 'find-tasks-pages',
    group: 'writes',
    call,
    contract: 'Page by page, each task once; `limit` is the most that a page holds.',
    needs: ['writes', ...needs],
    async run({ fixtures, me }, trial) {
      const { id, totalTasks } = await fixtures.settled();
      const { file } = await fixtures.life();
      // What the request ids of this one file have in common.
      const q = file.rows[0][2].replace(/\d+$/, '');
      const limit = Math.max(1, Math.ceil(totalTasks / 3));
      const { pages, items } = await walk(cursor => me.findTasks({ q, cursor, limit }), trial, totalTasks + limit);
      const largest = Math.max(...pages.map(page => page.items.length));
      if (largest > limit) trial.breach(`at most ${limit} tasks for limit=${limit}`, String(largest));
      const all = trial.value(await me.listTasks(id, { limit: 1000 })).items.map(task => task.id);
      const found = items.filter(({ batchId }) => batchId === id).map(task => task.id);
      const difference = differenceOf(all.toSorted(), found.toSorted());
      if (difference) trial.breach(`the ${all.length} tasks of ${id}`, difference);
    },
  },
];
