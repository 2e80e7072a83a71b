import type { Task } from '../../core/batch.js';
import type { TaskQuery } from '../../core/view.js';
import type { Check } from '../check.js';
import { differenceOf, positionFault, walk } from '../pages.js';
import type { Walk } from '../pages.js';
import type { Stage } from '../stage.js';
import { short, some } from '../text.js';
import { skip } from '../trial.js';
import type { Trial } from '../trial.js';
import { noSuchId } from './batch.js';
import { endedBatch } from './ended.js';

const call = 'listTasks';

async function allTasks(stage: Stage, trial: Trial, query: Partial<TaskQuery> = {}): Promise<Walk<Task>> {
  const batch = await endedBatch(stage);
  const limit = Math.max(1, Math.ceil(batch.totalTasks / 3));
  const source = (cursor: string | null) => stage.me.listTasks(batch.id, { ...query, limit, cursor });
  return walk(source, trial, batch.totalTasks + limit);
}

/** All tasks that a filter lists are to be these, of all tasks of the batch. */
async function checkFilter(
  stage: Stage,
  trial: Trial,
  query: Partial<TaskQuery>,
  belongs: (task: Task) => boolean,
): Promise<void> {
  const all = await allTasks(stage, trial);
  const expected = all.items.filter(belongs).map(({ id }) => id);
  const found = await allTasks(stage, trial, query);
  const difference = differenceOf(
    expected,
    found.items.map(({ id }) => id),
  );
  const [[name, value]] = Object.entries(query);
  if (difference) trial.breach(`${expected.length} tasks for ${name} ${short(String(value))}`, difference);
}

export const taskChecks: readonly Check[] = [
  {
    name: 'tasks-all',
    group: 'reads',
    call,
    contract:
      'Page by page, all `total_tasks` tasks of the batch, each once; `start` and `total` count them or are null.',
    async run(stage, trial) {
      const batch = await endedBatch(stage);
      const tasks = await allTasks(stage, trial);
      const ids = tasks.items.map(({ id }) => id);
      const difference = differenceOf([...new Set(ids)], ids);
      if (difference) trial.breach('each task once', difference);
      if (ids.length !== batch.totalTasks) trial.breach(`${batch.totalTasks} tasks of ${batch.id}`, `${ids.length}`);
      const fault = positionFault(tasks);
      if (fault) trial.breach('positions that count on from page to page', fault);
      const strange = tasks.items.find(({ batchId }) => batchId !== batch.id);
      if (strange) trial.breach(`${batch.id} as batch_id`, `task ${strange.id} has ${strange.batchId}`);
    },
  },
  {
    name: 'tasks-order',
    group: 'reads',
    call,
    contract:
      'Without `sort` tasks come in the order of the file; `sort` takes a member of a task, `-` for descending.',
    async run(stage, trial) {
      const { items } = await allTasks(stage, trial);
      const rows = items.map(({ row }) => row);
      const at = rows.findIndex((row, index) => index > 0 && row < rows[index - 1]);
      if (at > 0) trial.breach('rows in the order of the file', `row ${rows[at - 1]} before row ${rows[at]}`);
      const down = (await allTasks(stage, trial, { sort: '-row' })).items.map(({ row }) => row);
      const wrong = down.findIndex((row, index) => index > 0 && row > down[index - 1]);
      if (wrong > 0) trial.breach('sort=-row in order', `row ${down[wrong - 1]} before row ${down[wrong]}`);
    },
  },
  {
    name: 'tasks-counts',
    group: 'reads',
    call,
    contract: 'The tasks in each status are as many as the batch says.',
    async run(stage, trial) {
      const { tasks, id } = await endedBatch(stage);
      const { items } = await allTasks(stage, trial);
      const count = (status: string) => items.filter(task => task.status === status).length;
      const found = { accepted: count('ACCEPTED'), failed: count('FAILED'), queued: count('QUEUED') };
      const text = ({ accepted, failed, queued }: typeof found) =>
        `${accepted} accepted, ${failed} failed, ${queued} queued`;
      if (text(found) !== text(tasks)) trial.breach(`${text(tasks)}, as ${id} says`, text(found));
    },
  },
  {
    name: 'tasks-limit',
    group: 'reads',
    call,
    contract: '`limit` is the most that a page holds.',
    async run(stage, trial) {
      const { id, totalTasks } = await endedBatch(stage);
      const outcome = await stage.me.listTasks(id, { limit: 1 });
      const { items, next } = trial.value(outcome);
      if (items.length !== 1) trial.breach('1 task for limit=1', `${items.length}`, outcome.requestId);
      else if (totalTasks > 1 && next === null) {
        trial.breach(`a cursor as next, for there are ${totalTasks} tasks`, 'next is null', outcome.requestId);
      }
    },
  },
  {
    name: 'tasks-cursor-expired',
    group: 'reads',
    call,
    contract: 'An unusable cursor: 410 `cursor_expired`.',
    async run(stage, trial) {
      const { id } = await endedBatch(stage);
      const outcome = await stage.me.listTasks(id, { cursor: 'conformance-no-such-cursor' });
      trial.refusal(outcome, { status: 410, code: 'cursor_expired' });
    },
  },
  {
    name: 'tasks-status',
    group: 'reads',
    call,
    contract: '`status` lists the tasks in that status.',
    async run(stage, trial) {
      for (const status of ['ACCEPTED', 'FAILED']) {
        await checkFilter(stage, trial, { status }, task => task.status === status);
      }
    },
  },
  {
    name: 'tasks-error-code',
    group: 'reads',
    call,
    contract: '`error_code` lists the tasks that failed with that code.',
    async run(stage, trial) {
      const { items } = await allTasks(stage, trial);
      const errorCode = items.find(({ error }) => error)?.error?.code ?? skip('no task of the batch has an error');
      await checkFilter(stage, trial, { errorCode }, ({ error }) => error?.code === errorCode);
    },
  },
  {
    name: 'tasks-gateway',
    group: 'reads',
    call,
    contract: '`gateway` lists the tasks of that gateway.',
    async run(stage, trial) {
      const { items } = await allTasks(stage, trial);
      const gateway =
        items.find(task => task.gateway !== null)?.gateway ?? skip('no task of the batch names a gateway');
      await checkFilter(stage, trial, { gateway }, task => task.gateway === gateway);
    },
  },
  {
    name: 'tasks-search',
    group: 'reads',
    call,
    contract: '`q` lists the tasks of which an order, transaction or request id holds it.',
    async run(stage, trial) {
      const { items } = await allTasks(stage, trial);
      const { id, values } = items[Math.floor(items.length / 2)] ?? skip('there are no tasks');
      const q = Object.values(values).find(value => value !== '') ?? skip('the tasks have no ids');
      const found = (await allTasks(stage, trial, { q })).items;
      if (!found.some(task => task.id === id))
        trial.breach(`task ${id} for q=${short(q)}`, some(found.map(task => task.id)) || 'nothing');
      const holds = (value: string) => value.toLowerCase().includes(q.toLowerCase());
      const others = found.filter(task => !Object.values(task.values).some(holds));
      if (others.length > 0) trial.breach(`tasks with ${short(q)}`, some(others.map(task => task.id)));
    },
  },
  {
    name: 'tasks-values',
    group: 'writes',
    call,
    contract: '`values` has the cells of the row, character for character, by the name of the column.',
    needs: ['writes'],
    async run(stage, trial) {
      await stage.fixtures.settled();
      const { file } = await stage.fixtures.life();
      const { items } = await allTasks(stage, trial);
      for (const { row, values, id } of items) {
        const cells = file.rows[row - 1];
        const found = [values['order_id'], values['txn_id'], values['unique_request_id']];
        if (cells?.join('\n') === found.join('\n')) continue;
        trial.breach(`row ${row}: ${cells?.join(', ') ?? 'no such row'}`, `task ${id}: ${found.join(', ')}`);
      }
    },
  },
  {
    name: 'tasks-not-found',
    group: 'reads',
    call,
    contract: 'An id that is not there: 404.',
    async run({ me }, trial) {
      trial.refusal(await me.listTasks(noSuchId), { status: 404 });
    },
  },
];
