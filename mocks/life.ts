// What happens to a batch, each act checked against the states that may follow each other.
import type { Actor } from '../src/core/batch.js';
import { mayFollow, outcomeOf } from '../src/core/status.js';
import type { BatchStatus } from '../src/core/status.js';
import { doneBy, gatewayRunMs, nextStep } from './pace.js';
import { iso, remember } from './records.js';
import type { BatchRecord, GivenBatch } from './records.js';
import type { Sheet } from './sheet.js';

/** A batch that waits for its turn: a retry or an approved one. */
const turnMs = 3000;

/** A new batch: in work at once, waiting for its turn, or waiting for a checker. */
export function newRecord(given: GivenBatch, status: 'PROCESSING' | 'QUEUED' | 'PENDING_APPROVAL'): BatchRecord {
  const { createdAt, createdBy } = given;
  // Assigned, not spread: several times faster where there are thousands.
  const record: BatchRecord = Object.assign(
    {
      status,
      version: 1,
      updatedAt: createdAt,
      tasksAt: null,
      startsAt: createdAt + turnMs,
      startedAt: null,
      finishedAt: null,
      done: 0,
      failed: 0,
      approval: null,
      gatewayRun: null,
      childIds: [],
      history: [],
    },
    given,
  );
  remember(record, createdAt, 'created', createdBy, given.parentId);
  if (status === 'PENDING_APPROVAL') {
    record.approval = { state: 'pending', by: null, at: null, comment: null };
    remember(record, createdAt, 'approval_requested', createdBy);
  } else {
    makeTasks(record, createdAt);
  }
  if (status === 'PROCESSING') begin(record, createdAt);
  return record;
}

function makeTasks(record: BatchRecord, at: number): void {
  record.tasksAt = at;
  if (record.skipped.length > 0) remember(record, at, 'rows_skipped', null, String(record.skipped.length));
  if (record.syncWithGateway) record.gatewayRun = { state: 'running', by: record.createdBy, at, endsAt: null };
}

function begin(record: BatchRecord, at: number): void {
  record.startedAt = at;
  remember(record, at, 'started', null);
}

function enter(record: BatchRecord, status: BatchStatus, at: number): void {
  if (!mayFollow(record.status, status)) throw new Error(`${record.status} is never followed by ${status}`);
  record.status = status;
  touch(record, at);
}

function touch(record: BatchRecord, at: number): void {
  record.version++;
  record.updatedAt = at;
}

/** When the batch changes next by itself, `Infinity` for never. */
export function nextChange(record: BatchRecord, sheet: Sheet): number {
  if (record.status === 'QUEUED') return record.startsAt;
  if (record.status === 'PROCESSING') return nextStep(record, sheet.count, record.done);
  return record.gatewayRun?.state === 'running' ? (record.gatewayRun.endsAt ?? Infinity) : Infinity;
}

/** What the clock does to a batch at the moment that `nextChange` named, or at a later one. */
export function goOn(record: BatchRecord, sheet: Sheet, at: number): void {
  if (record.status === 'QUEUED') {
    enter(record, 'PROCESSING', at);
    begin(record, at);
  } else if (record.status === 'PROCESSING') {
    record.done = doneBy(record, sheet.count, at);
    record.failed = sheet.failedAmong(record.done);
    if (record.done < sheet.count) touch(record, at);
    else finish(record, at);
  } else if (record.gatewayRun?.state === 'running') {
    endGatewayRun(record, at);
    touch(record, at);
  }
}

function finish(record: BatchRecord, at: number): void {
  const accepted = record.done - record.failed;
  enter(record, outcomeOf({ accepted, failed: record.failed, queued: 0 }), at);
  record.finishedAt = at;
  remember(record, at, 'finished', null, record.status);
  if (record.gatewayRun) endGatewayRun(record, at);
}

function endGatewayRun(record: BatchRecord, at: number): void {
  if (!record.gatewayRun) return;
  record.gatewayRun = { ...record.gatewayRun, state: record.done > record.failed ? 'done' : 'failed', at };
  remember(record, at, 'gateway_sync_finished', null, record.gatewayRun.state);
}

export function startGatewayRun(record: BatchRecord, by: Actor, at: number): void {
  const endsAt = at + gatewayRunMs(record.done - record.failed);
  record.gatewayRun = { state: 'running', by, at, endsAt };
  remember(record, at, 'gateway_sync_started', by);
  touch(record, at);
}

export function cancel(record: BatchRecord, by: Actor, at: number): void {
  enter(record, 'CANCELED', at);
  record.finishedAt = at;
  if (record.gatewayRun) endGatewayRun(record, at);
  remember(record, at, 'canceled', by);
}

export function approve(record: BatchRecord, by: Actor, comment: string, at: number): void {
  enter(record, 'QUEUED', at);
  decided(record, 'approved', by, comment, at);
  record.startsAt = at + turnMs;
  makeTasks(record, at);
}

export function reject(record: BatchRecord, by: Actor, comment: string, at: number): void {
  enter(record, 'APPROVAL_REJECTED', at);
  record.finishedAt = at;
  decided(record, 'rejected', by, comment, at);
}

function decided(record: BatchRecord, state: 'approved' | 'rejected', by: Actor, comment: string, at: number): void {
  record.approval = { state, by, at: iso(at), comment: comment === '' ? null : comment };
  remember(record, at, state, by, record.approval.comment);
}

/** Links a retry with the batch that it came from. */
export function linkChild(parent: BatchRecord, child: BatchRecord, at: number): void {
  parent.childIds.push(child.id);
  remember(parent, at, 'retried', child.createdBy, child.id);
  touch(parent, at);
}
