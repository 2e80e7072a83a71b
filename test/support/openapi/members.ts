import { batchStatuses, taskStatuses } from '../../../src/core/status.js';

/** What the schemas of the wire cannot say of a member: its meaning, and the words that a backend is to send. */
export interface Member {
  readonly description: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maxItems?: number;
  readonly default?: string;
}

const says = (description: string, more: Omit<Member, 'description'> = {}): Member => ({ description, ...more });

/** By schema and path; every member of every schema has an entry, and every entry a member. */
export const members: Readonly<Record<string, Readonly<Record<string, Member>>>> = {
  Actor: {
    id: says('Who it is, for the backend.'),
    name: says('Shown to people.'),
  },
  Batch: {
    id: says('Stands in addresses; any text but `.` and `..`.'),
    file_name: says('As it was uploaded, in any script.'),
    status: says('Another word is shown as grey text.', { enum: batchStatuses }),
    version: says('Rises with every change of the batch.'),
    total_records: says('Data records of the file.'),
    total_tasks: says('Work items made of them; 0 while approval is pending. May differ from `total_records`.'),
    tasks: says('How many tasks are in each state; together never more than `total_tasks`.'),
    sync_with_gateway: says('Whether the payment gateways are told when the batch is processed.'),
    description: says('What the maker wrote for the checker, 1 to 500 characters.'),
    created_by: says('Who uploaded the file.'),
    created_at: says('UTC.'),
    updated_at: says('UTC; of the latest change.'),
    started_at: says('UTC; null before the work begins.'),
    finished_at: says('UTC; null before the batch has ended.'),
    parent_id: says('The batch whose failed tasks this one retries.'),
    child_ids: says('The batches that retry failed tasks of this one.'),
    approval: says('A checker’s decision, or the wait for one; null where no approval is asked for.'),
    'approval.state': says('Another word is shown as it is.', { enum: ['pending', 'approved', 'rejected'] }),
    'approval.by': says('Who decided.'),
    'approval.at': says('UTC; when.'),
    'approval.comment': says('Why.'),
    gateway_sync: says('The latest synchronisation with the payment gateways; null before the first.'),
    'gateway_sync.state': says('Another word is shown as it is.', { enum: ['running', 'done', 'failed'] }),
    'gateway_sync.by': says('Who asked for it.'),
    'gateway_sync.at': says('UTC; when it came into this state.'),
    rows: says('How many rows each side saw: a difference is shown.'),
    'rows.read': says('By the browser.'),
    'rows.sent': says('By the browser.'),
    'rows.acknowledged': says('By the server.'),
    rows_sha256: says('SHA-256 of the canonical data rows; null for a batch that was never a file.', {
      pattern: '^[0-9a-f]{64}$',
    }),
    accepted_warnings: says('Codes of the warnings that the maker accepted.'),
    history: says('What happened, oldest first. `GET /batches/{id}` only.'),
    'history.at': says('UTC.'),
    'history.event': says('A word such as `created`, shown by its name in the catalogue, or as it is.'),
    'history.by': says('Null for the server itself.'),
    'history.detail': says('Shown as it is.'),
    preview: says('The first rows, while approval is pending. `GET /batches/{id}` only.', { maxItems: 20 }),
    allowed_actions: says('What this account may do with the batch now. Absent: rights and features alone decide.'),
  },
  Task: {
    id: says('Unique over all batches.'),
    batch_id: says('The batch that it belongs to.'),
    row: says('The record’s number in the file, header excluded.', { minimum: 1 }),
    values: says('The cells of the record by the name of their column, character for character.'),
    status: says('Another word is shown as grey text.', { enum: taskStatuses }),
    sync_status: says('The outcome at the external system, in its own words.'),
    external_system: says('Who answered.'),
    external_response: says('What it answered. Shown as text only.'),
    gateway: says('The payment gateway that holds the transaction.'),
    gateway_sync_status: says('Null where no synchronisation with the gateways was asked for.'),
    error: says('Why the task failed.'),
    'error.code': says('Counted in the breakdown, and what `error_code` filters by.'),
    'error.message': says('Shown as text only.'),
    created_at: says('UTC.'),
    updated_at: says('UTC.'),
  },
  Breakdown: {
    failures: says('Failed tasks by code.'),
    'failures.code': says('As in `error.code` of a task.'),
    'failures.message': says('Shown beside the count.'),
    'failures.count': says('How many tasks.'),
    gateways: says('Outcomes by payment gateway.'),
    external_systems: says('Outcomes by external system.'),
  },
  Outcome: {
    name: says('As in `gateway` or `external_system` of a task.'),
    accepted: says('How many tasks.'),
    failed: says('How many tasks.'),
    queued: says('How many tasks.'),
  },
  TaskCounts: {
    accepted: says('Shown as Total Accepted Tasks.'),
    failed: says('Shown as Total Rejected Tasks.'),
    queued: says('Shown as Total Queued Tasks.'),
  },
  Capabilities: {
    permissions: says('The rights of the account.'),
    'permissions.orders': says('The right to the module.'),
    maker_checker: says('Whether every upload waits for somebody else’s approval.'),
    limits: says('Of one file; the elements take the stricter of these and their own.'),
    'limits.max_rows': says('Data records; null for no limit.', { minimum: 1 }),
    'limits.max_bytes': says('Null for no limit.', { minimum: 1 }),
    features: says(
      'What there is: `gateway-sync`, `retry`, `cancel`, `decide`, `find-tasks`, `breakdown`, `events`. Absent: all of it.',
    ),
    user: says('Who asks.'),
    server_time: says('UTC; lets relative times be right on a machine whose clock is not.'),
  },
  Page: {
    next: says('Cursor of the following page, null on the last.'),
    prev: says('Cursor of the page before, null on the first.'),
    start: says('1-based position of the first item; null where the server does not count.'),
    total: says('How many items all pages have; null where the server does not count.'),
  },
  CreateRequest: {
    sync_with_gateway: says('Whether to tell the payment gateways when the batch is processed.'),
    description: says('For the checker; where uploads wait for approval, 1 to 500 characters.'),
    client: says('What the browser found, to be kept and compared, never believed.'),
    'client.rows': says('Data records of the file.'),
    'client.rows_sha256': says('SHA-256 of the canonical data rows; null where the page cannot hash.', {
      pattern: '^[0-9a-f]{64}$',
    }),
    'client.accepted_warnings': says('Codes of the warnings that the person accepted.'),
    'client.accept_duplicate': says('The person saw that the same rows were sent before, and agreed.'),
  },
  Decision: {
    decision: says('What the checker decided.'),
    comment: says('Why; may be empty.'),
  },
  Problem: {
    type: says('As RFC 9457 has it.', { default: 'about:blank' }),
    title: says('Shown as text where the code has no words of its own.'),
    status: says('The status of the answer.', { minimum: 400 }),
    code: says('A word for machines, such as `cursor_expired`.'),
    request_id: says('What support asks for.'),
    detail: says('Shown as text, beneath the title.'),
    errors: says('What is wrong with a file; shown in the same list as what the browser finds.'),
    batch_id: says('The batch that the problem is about: the earlier one of a `duplicate_batch`.'),
  },
  Issue: {
    code: says('Such as `empty_value`; the browser’s own codes have words in every language.'),
    severity: says('Errors stop a file, warnings are accepted by a person, infos ask for nothing.'),
    row: says('The record’s number, header excluded.', { minimum: 1 }),
    line: says('The physical line where the record begins.', { minimum: 1 }),
    column: says('The name of the column.'),
    params: says('Values for the sentence of the issue. Shown as text only.'),
    repair: says('A mend that would help.'),
  },
};
