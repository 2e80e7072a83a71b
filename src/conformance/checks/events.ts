import { isTerminal } from '../../core/status.js';
import type { Heard, Listening } from '../listen.js';
import type { Check } from '../check.js';
import type { Stage } from '../stage.js';
import { batchText, problemText, short } from '../text.js';
import { Ended, skip } from '../trial.js';
import type { Trial } from '../trial.js';

const call = 'subscribe';
const needs = ['events'] as const;
const unknownId = 'conformance-no-such-event';
const types = ['batch.created', 'batch.updated', 'batch.finished', 'heartbeat', 'resync'];

/** Of the batch that was followed. */
const ofBatch = (heard: readonly Heard[], id: string) => heard.filter(({ batch }) => batch?.id === id);

function checkOpen(listening: Listening, trial: Trial, expected: string): void {
  if (!listening.end?.problem) return;
  const { problem } = listening.end;
  trial.breach(expected, problemText(problem), problem.requestId);
  throw new Ended();
}

export const eventChecks: readonly Check[] = [
  {
    name: 'events-open',
    group: 'events',
    call,
    contract: '200 `text/event-stream` that stays open.',
    needs,
    async run({ broadcast }, trial) {
      const listening = await broadcast.opening();
      checkOpen(listening, trial, 'an event stream that stays open');
      if (listening.end) trial.breach('an event stream that stays open', 'it ended by itself');
    },
  },
  {
    name: 'events-heartbeat',
    group: 'events',
    call,
    contract: 'While nothing happens a `heartbeat`, or a comment, comes at least every 45 seconds.',
    needs,
    async run({ broadcast, silence }, trial) {
      const { heard, end } = await broadcast.opening();
      if (end) skip('the event stream was not open');
      if (!heard.some(({ type }) => type === 'heartbeat')) {
        trial.breach(`a heartbeat within ${Math.round(silence / 1000)} s`, 'silence');
      }
    },
  },
  {
    name: 'events-types',
    group: 'events',
    call,
    contract: `An event is ${types.map(type => `\`${type}\``).join(', ')}; the payload of the first three is a whole batch.`,
    needs,
    async run(stage, trial) {
      for (const { type, fault } of await everything(stage)) {
        if (!types.includes(type)) trial.breach(types.join(', '), short(type));
        if (fault) trial.breach(`a whole batch in ${type}`, fault);
      }
    },
  },
  {
    name: 'events-ids',
    group: 'events',
    call,
    contract: 'Every event of a batch has an `id` of its own, from which a later connection can go on.',
    needs: ['writes', ...needs],
    async run({ broadcast }, trial) {
      const { heard } = await broadcast.programme();
      const ids = new Set<string>();
      for (const { type, id, batch } of heard) {
        if (!batch) continue;
        if (id === null || id === '') trial.breach('an id', `${type} without one`);
        else if (ids.has(id)) trial.breach('an id of its own', `${short(id)} twice`);
        else ids.add(id);
      }
      if (ids.size === 0) skip('no event came');
    },
  },
  {
    name: 'events-created',
    group: 'events',
    call,
    contract: '`batch.created` tells of a new batch, at once, on a connection that is open.',
    needs: ['writes', ...needs],
    async run({ broadcast }, trial) {
      const { heard, batch } = await broadcast.programme();
      const told = ofBatch(heard, batch.id).map(({ type }) => type);
      if (!told.includes('batch.created')) trial.breach(`batch.created of ${batch.id}`, told.join(', ') || 'nothing');
    },
  },
  {
    name: 'events-finished',
    group: 'events',
    call,
    contract: '`batch.finished` tells of its end, once, with the status in which it ended.',
    needs: ['writes', ...needs],
    async run({ broadcast }, trial) {
      const { heard, batch, ended } = await broadcast.programme();
      if (!ended) skip('the batch of the run did not end in time');
      const told = ofBatch(heard, batch.id).filter(({ type }) => type === 'batch.finished');
      if (told.length !== 1) trial.breach(`one batch.finished of ${batch.id}`, `${told.length}`);
      const early = told.find(each => each.batch && !isTerminal(each.batch.status));
      if (early?.batch) trial.breach('a batch that has ended', batchText(early.batch));
    },
  },
  {
    name: 'events-versions',
    group: 'events',
    call,
    contract: 'A payload is a snapshot with its `version`: on one connection the versions of a batch never go back.',
    needs: ['writes', ...needs],
    async run({ broadcast }, trial) {
      const { heard, batch } = await broadcast.programme();
      let before = 0;
      for (const each of ofBatch(heard, batch.id)) {
        const version = each.batch?.version ?? 0;
        if (version < before) trial.breach(`version ${before} or later of ${batch.id}`, `version ${version}`);
        before = Math.max(before, version);
      }
    },
  },
  {
    name: 'events-replay',
    group: 'events',
    call,
    contract: '`Last-Event-ID` replays what came after that event, and not that event again.',
    needs: ['writes', ...needs],
    async run({ broadcast }, trial) {
      const { heard, batch, idBefore } = await broadcast.programme();
      const told = ofBatch(heard, batch.id);
      const from = idBefore ?? told[0]?.id ?? skip('no event had an id');
      const missed = told.filter(each => each.id !== from && each.batch);
      const last = missed.at(-1)?.batch ?? skip('nothing came after the first event');
      const isLast = (each: Heard) => each.batch?.id === last.id && each.batch.version >= last.version;
      const listening = await broadcast.replay(from, replayed => replayed.some(isLast));
      checkOpen(listening, trial, 'the events that were missed');
      const replayed = listening.heard;
      if (replayed.some(({ type }) => type === 'resync')) {
        trial.breach(`the events after ${short(from)}`, 'resync, a moment after that event');
      } else if (!replayed.some(isLast)) {
        const found = replayed.map(({ type, id }) => `${type} ${id ?? ''}`.trim()).slice(0, 5);
        trial.breach(`${batchText(last)} after ${short(from)}`, found.join(', ') || 'nothing');
      }
      if (replayed.some(each => each.id === from && each.batch)) {
        trial.breach(`what came after ${short(from)}`, `${short(from)} again`);
      }
    },
  },
  {
    name: 'events-resync',
    group: 'events',
    call,
    contract: 'A `Last-Event-ID` from which the server cannot go on: `resync`.',
    needs,
    async run({ broadcast }, trial) {
      const isResync = ({ type }: Heard) => type === 'resync';
      const listening = await broadcast.replay(unknownId, heard => heard.some(isResync));
      checkOpen(listening, trial, 'resync');
      const { heard } = listening;
      if (!heard.some(isResync))
        trial.breach(
          'resync',
          heard
            .map(({ type }) => type)
            .slice(0, 5)
            .join(', ') || 'nothing',
        );
    },
  },
  {
    name: 'events-leave',
    group: 'events',
    call,
    contract: 'Aborting the signal ends the iteration, and with it the connection.',
    needs: ['adapter', ...needs],
    async run({ broadcast, eventually, timeout }, trial) {
      const listening = await broadcast.replay(unknownId, heard => heard.length > 0);
      const left = await eventually(() => (listening.over ? true : null), timeout);
      if (!left) trial.breach('an iteration that ends when its signal is aborted', 'it goes on');
    },
  },
];

/** All that was heard: of a batch where one may be made. */
async function everything(stage: Stage): Promise<readonly Heard[]> {
  const opening = await stage.broadcast.opening();
  if (opening.end) skip('the event stream was not open');
  return stage.allowWrites ? (await stage.broadcast.programme()).heard : opening.heard;
}
