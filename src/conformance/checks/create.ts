import { newIdempotencyKey } from '../../adapter/idempotency.js';
import { createRequestToWire } from '../../adapter/wire.js';
import type { Batch } from '../../core/batch.js';
import type { Outcome } from '../backend.js';
import type { Check } from '../check.js';
import { inputOf } from '../files.js';
import type { MadeFile } from '../files.js';
import { batchAnswer } from '../http/adapter.js';
import type { Stage } from '../stage.js';
import { batchText, problemText, short } from '../text.js';
import { skip } from '../trial.js';
import type { Trial } from '../trial.js';

const call = 'createBatch';
const needs = ['writes'] as const;

/** How many batches have the name of a file. */
export async function namesakes({ me }: Stage, { name }: Pick<MadeFile, 'name'>, trial: Trial): Promise<number> {
  const { items } = trial.value(await me.listBatches({ search: name, pageSize: 50 }));
  return items.filter(({ fileName }) => fileName === name).length;
}

/** The answer to a repeat is to be the first one. */
export function checkRepeat(trial: Trial, first: Batch, again: Outcome<Batch>): void {
  const { id, version } = trial.value(again, `the first answer again: ${batchText(first)}`);
  if (id === first.id && version === first.version) return;
  const found = again.ok ? batchText(again.value) : '';
  trial.breach(`the first answer again: ${batchText(first)}`, found, again.requestId);
}

export const createChecks: readonly Check[] = [
  {
    name: 'create',
    group: 'writes',
    call,
    contract: 'A valid file with its `request`: 202 and the batch, which is PROCESSING, QUEUED or PENDING_APPROVAL.',
    needs,
    async run(stage, trial) {
      const outcome = await stage.create(stage.files.make('create', 2));
      const { status, totalRecords } = trial.value(outcome);
      const statuses = stage.capabilities?.makerChecker
        ? ['PENDING_APPROVAL']
        : ['PROCESSING', 'QUEUED', 'PENDING_APPROVAL'];
      if (!statuses.includes(status)) trial.breach(statuses.join(' or '), short(status), outcome.requestId);
      if (totalRecords !== 2) trial.breach('2 as total_records', String(totalRecords), outcome.requestId);
    },
  },
  {
    name: 'create-details',
    group: 'writes',
    call,
    contract:
      'The batch has the name of the file, `description`, `sync_with_gateway` and `accepted_warnings` as they were sent, in any script.',
    needs,
    async run(stage, trial) {
      const file = stage.files.make('details', 2);
      const sent = {
        fileName: file.name.replace('details', 'détails “ü” 対象'),
        description: 'Zürich – 東京, “quoted” & <b>',
        syncWithGateway: true,
        acceptedWarnings: ['surrounding_space'],
      };
      const outcome = await stage.create(file, sent);
      const batch = trial.value(outcome);
      for (const [name, value] of Object.entries(sent)) {
        const [expected, found] = [value, batch[name as keyof typeof sent]].map(each => JSON.stringify(each));
        if (found !== expected) trial.breach(`${name} ${expected}`, found, outcome.requestId);
      }
    },
  },
  {
    name: 'create-rows-sha256',
    group: 'writes',
    call,
    contract: '`rows_sha256` is the SHA-256 of the canonical data rows in lower-case hex, or null.',
    needs,
    async run(stage, trial) {
      const { file, first } = await stage.fixtures.life();
      const { client } = await inputOf(file);
      if (first.rowsSha256 === null || client.rowsSha256 === null) skip('one side has no fingerprint');
      if (first.rowsSha256 !== client.rowsSha256) trial.breach(client.rowsSha256, short(first.rowsSha256));
    },
  },
  {
    name: 'create-same-key',
    group: 'writes',
    call,
    contract:
      'Same key and content: the first answer again, also when the batch has moved on; a key lives at least 24 h.',
    needs,
    async run(stage, trial) {
      const { file, first, key } = await stage.fixtures.life();
      checkRepeat(trial, first, await stage.create(file, {}, key));
      const count = await namesakes(stage, file, trial);
      if (count !== 1) trial.breach(`one batch named ${file.name}`, `${count} of them`);
    },
  },
  {
    name: 'create-same-content',
    group: 'writes',
    call,
    contract: 'The server compares the bytes of `file` and the parsed `request`, never the multipart body.',
    needs: ['writes', 'http'],
    async run(stage, trial) {
      const { file, first, key } = await stage.fixtures.life();
      const input = await inputOf(file);
      const request = createRequestToWire(input);
      const reordered = Object.fromEntries(Object.entries(request).toReversed());
      const form = new FormData();
      form.append('file', input.file, input.fileName);
      form.append('request', JSON.stringify(reordered, null, 2));
      const answer = await stage.http!.send({
        call,
        path: '/batches',
        body: form,
        headers: { 'Idempotency-Key': key },
      });
      const again = batchAnswer(answer);
      if (again.ok) stage.madeBatches.add(again.value.id);
      checkRepeat(trial, first, again);
    },
  },
  {
    name: 'create-key-reused',
    group: 'writes',
    call,
    contract: 'Same key, other content: 422 `idempotency_key_reused`.',
    needs,
    async run(stage, trial) {
      const { file, key } = await stage.fixtures.life();
      const other = stage.files.make('reused', 2);
      const refusal = { status: 422, code: 'idempotency_key_reused' };
      trial.refusal(await stage.create(other, {}, key), refusal);
      trial.refusal(await stage.create(file, { description: 'Another description' }, key), refusal);
      const count = await namesakes(stage, other, trial);
      if (count > 0) trial.breach('no batch made', `${count} named ${other.name}`);
    },
  },
  {
    name: 'create-key-missing',
    group: 'writes',
    call,
    contract: 'A write without `Idempotency-Key` is refused: 400.',
    needs: ['writes', 'http'],
    async run(stage, trial) {
      const input = await inputOf(stage.files.make('no-key', 2));
      const form = new FormData();
      form.append('request', JSON.stringify(createRequestToWire(input)));
      form.append('file', input.file, input.fileName);
      const outcome = batchAnswer(await stage.http!.send({ call, path: '/batches', body: form }));
      if (outcome.ok) stage.madeBatches.add(outcome.value.id);
      trial.refusal(outcome, { status: 400 });
    },
  },
  {
    name: 'create-in-progress',
    group: 'writes',
    call,
    contract: 'First still running: 409 `in_progress` with `Retry-After`; whoever repeats, one batch.',
    needs,
    async run(stage, trial) {
      const file = stage.files.make('at-once', 3);
      const key = newIdempotencyKey();
      const outcomes = await Promise.all([1, 2, 3].map(() => stage.create(file, {}, key)));
      const ids = new Set(outcomes.flatMap(outcome => (outcome.ok ? [outcome.value.id] : [])));
      if (ids.size > 1) trial.breach('one batch for three at once with one key', [...ids].join(', '));
      for (const outcome of outcomes) {
        if (outcome.ok) continue;
        const { code, status, retryAfter } = outcome.problem;
        if (status !== 409 || code !== 'in_progress') {
          trial.breach('the batch, or 409 in_progress', problemText(outcome.problem), outcome.requestId);
        } else if (retryAfter === null) {
          trial.breach(
            'Retry-After with 409 in_progress',
            'no Retry-After, or none that can be read',
            outcome.requestId,
          );
        }
      }
      const final = await stage.eventually(async () => {
        const again = await stage.create(file, {}, key);
        return again.ok || again.problem.code !== 'in_progress' ? again : null;
      }, stage.timeout);
      if (!final) trial.breach('the batch, after a while', 'still 409 in_progress');
      else trial.value(final, 'the batch, after a while');
      const count = await namesakes(stage, file, trial);
      if (count !== 1) trial.breach(`one batch named ${file.name}`, `${count} of them`);
    },
  },
];
