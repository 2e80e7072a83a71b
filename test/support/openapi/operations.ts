import { maxBatchPage, maxTaskPage, viewToParams } from '../../../src/adapter/wire.js';
import type { CallName } from '../../../src/conformance/calls.js';
import { batchStatuses, taskStatuses } from '../../../src/core/status.js';
import { defaultTaskQuery, defaultView, sortableColumns } from '../../../src/core/view.js';
import { createRequest, decision } from './examples.js';
import type { examples } from './examples.js';
import { reference } from './schemas.js';
import type { Schema } from './schemas.js';

export interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Schema[];
  readonly requestBody?: Schema;
  readonly answer: { readonly description: string; readonly schema: Schema; readonly example: keyof typeof examples };
  /** Statuses of refusals, and when. Beside them every call may answer 401, 403, 429 and 5xx. */
  readonly refusals: Readonly<Record<number, string>>;
}

const query = (name: string, description: string, schema: Schema, more: Schema = {}): Schema => ({
  name,
  in: 'query',
  description,
  schema,
  ...more,
});

const text: Schema = { type: 'string' };
const id: Schema = { name: 'id', in: 'path', required: true, description: 'The batch.', schema: text };
const key: Schema = { $ref: '#/components/parameters/IdempotencyKey' };
const cursor = query('cursor', 'A `next` or a `prev` of the same list. Absent: the first page.', text);
const limit = (maximum: number, usual: number) =>
  query('limit', 'The most that the page holds.', { type: 'integer', minimum: 1, maximum, default: usual });
const noId = { 404: 'There is no such batch.' };
const noCursor = { 410: '`cursor_expired`: the cursor cannot be used. The first page is asked for next.' };
const noKey = { 400: 'There is no `Idempotency-Key`.' };

/** As the adapter writes them. */
const sortName = (sort: (typeof sortableColumns)[number]) => viewToParams({ ...defaultView, sort }).get('sort') ?? sort;
const sorts = sortableColumns.map(sortName).flatMap(name => [name, `-${name}`]);
const usualSort = viewToParams(defaultView).get('sort');

const batch = (description: string): Operation['answer'] => ({
  description,
  schema: reference('Batch'),
  example: 'batch',
});
const tasks: Operation['answer'] = {
  description: 'A page of tasks.',
  schema: reference('TaskPage'),
  example: 'taskPage',
};

const act = (summary: string, refused: string, answer: string): Operation => ({
  summary,
  parameters: [id, key],
  answer: batch(answer),
  refusals: { ...noKey, ...noId, 409: refused },
});

export const operations: Readonly<Record<Exclude<CallName, 'findBatches'>, Operation>> = {
  capabilities: {
    summary: 'What the account may do, and what there is',
    description:
      'Without it, where it answers 404 or 501, the rights that the host page states hold. After any other failure nothing is written.',
    answer: {
      description: 'Rights, limits and features.',
      schema: reference('Capabilities'),
      example: 'capabilities',
    },
    refusals: { 404: 'The backend does not say.', 501: 'The backend does not say.' },
  },
  listBatches: {
    summary: 'Batches, searched, filtered, sorted and paged over all that there are',
    description:
      'With `idempotency_key` or `rows_sha256` it looks up instead, and answers in the same shape; an empty answer to a look-up by key means that it is not known yet, never that nothing was created.',
    parameters: [
      limit(maxBatchPage, defaultView.pageSize),
      cursor,
      query('sort', '`-` for descending; what is the same is sorted by id.', {
        type: 'string',
        enum: sorts,
        default: usualSort,
      }),
      query('q', 'Part of a file name.', text),
      query('match_case', 'Whether `q` tells capital letters from small ones.', {
        type: 'boolean',
        default: defaultView.matchCase,
      }),
      query(
        'status',
        `Batches in any of these statuses: ${batchStatuses.join(', ')}.`,
        { type: 'array', items: text },
        { style: 'form', explode: true },
      ),
      query('created_from', 'Inclusive.', { type: 'string', format: 'date-time' }),
      query('created_to', 'Exclusive.', { type: 'string', format: 'date-time' }),
      query('idempotency_key', 'The batch that this key made.', text),
      query('rows_sha256', 'Batches of the same data rows.', { type: 'string', pattern: '^[0-9a-f]{64}$' }),
    ],
    answer: { description: 'A page of batches.', schema: reference('BatchPage'), example: 'batchPage' },
    refusals: { 400: 'A parameter cannot be read.', ...noCursor },
  },
  createBatch: {
    summary: 'Upload a file',
    description:
      'The server validates again: the browser’s verdict is never trusted. The bytes of `file` and the parsed `request` are what a repeat is compared by, never the multipart body.',
    parameters: [key],
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['request', 'file'],
            properties: {
              request: { ...reference('CreateRequest'), description: 'JSON in a field of text.' },
              file: {
                type: 'string',
                contentMediaType: 'text/csv',
                description: 'As it was validated, byte for byte.',
              },
            },
          },
          encoding: { request: { contentType: 'application/json, text/plain' }, file: { contentType: 'text/csv' } },
          example: {
            request: createRequest,
            file: 'order_id,txn_id,unique_request_id\r\nORD_1,TXN_1,REQ_1\r\n',
          },
        },
      },
    },
    answer: batch('The batch; of a repeat, the first answer again.'),
    refusals: {
      ...noKey,
      409: '`duplicate_batch`: the same data rows were sent before, `batch_id` is the earlier one; nothing is created. `in_progress`: the first request with this key is still running, `Retry-After` says when to repeat it.',
      413: 'The file has more bytes than `limits.max_bytes`.',
      415: 'The file is no CSV file.',
      422: '`csv_validation`: `errors` says what is wrong with the file. `idempotency_key_reused`: the key came with other content before.',
    },
  },
  getBatch: {
    summary: 'One batch, with its history and, while approval is pending, its first rows',
    parameters: [id],
    answer: batch('The batch.'),
    refusals: noId,
  },
  breakdown: {
    summary: 'Failures by code, outcomes by who answered',
    parameters: [id],
    answer: { description: 'The figures.', schema: reference('Breakdown'), example: 'breakdown' },
    refusals: noId,
  },
  listTasks: {
    summary: 'Tasks of a batch',
    description: 'The export is built from these pages.',
    parameters: [
      id,
      limit(maxTaskPage, defaultTaskQuery.limit),
      cursor,
      query('sort', 'A member of a task, `-` for descending. Absent: the order of the file.', text),
      query('q', 'Part of an order, transaction or request id.', text),
      query('status', `One of ${taskStatuses.join(', ')}.`, text),
      query('error_code', 'The code of the error.', text),
      query('gateway', 'The payment gateway.', text),
    ],
    answer: tasks,
    refusals: { ...noId, ...noCursor },
  },
  findTasks: {
    summary: 'Tasks across batches, by part of an order, transaction or request id',
    parameters: [
      query('q', 'Part of an order, transaction or request id.', text, { required: true }),
      limit(maxTaskPage, defaultTaskQuery.limit),
      cursor,
    ],
    answer: tasks,
    refusals: noCursor,
  },
  syncWithGateway: act(
    'Synchronise the accepted tasks with the payment gateways',
    'The batch is still being processed, or a synchronisation is running.',
    'The batch, with `gateway_sync`.',
  ),
  retryFailed: act(
    'Retry the failed tasks, with the same request ids',
    'The batch is still being processed, or there is nothing to retry.',
    'A child batch, linked to its parent by `parent_id`.',
  ),
  cancelBatch: act('Cancel a batch', 'The batch has ended.', 'The batch.'),
  decide: {
    summary: 'Approve or reject what somebody else uploaded',
    parameters: [id, key],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: reference('Decision'), example: decision } },
    },
    answer: batch('The batch, with `approval`.'),
    refusals: {
      ...noKey,
      403: 'The batch is one’s own.',
      ...noId,
      409: 'It was decided before; `detail` says by whom and when.',
    },
  },
  subscribe: {
    summary: 'What happens, as it happens',
    description:
      'Each event has an `id`, a name in `event` and, for `batch.created`, `batch.updated` and `batch.finished`, a whole Batch as its `data`. `heartbeat` shows that the connection lives; `resync` says that events were missed for good, so that everything is read again.',
    parameters: [
      {
        name: 'Last-Event-ID',
        in: 'header',
        description: 'The last event that was seen: what came after it is sent.',
        schema: text,
      },
    ],
    answer: {
      description: 'A stream that stays open.',
      schema: { type: 'string', contentMediaType: 'text/event-stream' },
      example: 'events',
    },
    refusals: { 403: 'The account has no right to read.' },
  },
};
