import { expect } from '@open-wc/testing';
import type { BatchSyncAdapter, CreateBatchInput, WriteContext } from '../../src/adapter/adapter.js';
import type { Batch } from '../../src/core/batch.js';
import { ProblemError, toProblem } from '../../src/core/problem.js';
import type { Problem } from '../../src/core/problem.js';
import { findOutcome } from '../../src/state/outcome.js';
import { aBatch, HeldClock, settle } from './doubles.js';

const lost = new ProblemError({ code: 'outcome_unknown', retryable: true });
const canceled = new ProblemError({ code: 'canceled', retryable: true });
const refusal = (code: string, status: number, more: Partial<Problem> = {}) =>
  new ProblemError({ code, status, ...more });

interface Script {
  /** What each look-up answers, the last one for ever. `null`: the backend cannot look up. */
  readonly finds: readonly (readonly Batch[] | Problem)[] | null;
  readonly creates?: readonly (Batch | Problem)[];
  readonly problem?: ProblemError;
}

/** Runs a question against a server that follows a script. */
function ask({ finds, creates = [lost], problem = lost }: Script) {
  const clock = new HeldClock();
  const abort = new AbortController();
  const calls: string[] = [];
  const answer = <Value>(script: readonly (Value | Problem)[], name: string, key: string): Promise<Value> => {
    const said = script[Math.min(calls.filter(call => call.startsWith(name)).length, script.length - 1)];
    calls.push(`${name} ${key}`);
    return said instanceof ProblemError ? Promise.reject(said) : Promise.resolve(said as Value);
  };
  const adapter = {
    createBatch: (_input: CreateBatchInput, ctx: WriteContext) => answer(creates, 'create', ctx.idempotencyKey),
    ...(finds && { findBatches: (by: { idempotencyKey: string }) => answer(finds, 'find', by.idempotencyKey) }),
  } as unknown as BatchSyncAdapter;
  const input = {} as CreateBatchInput;
  const state: { result?: Batch | Problem } = {};
  const outcome = findOutcome({ adapter, intention: { key: 'k', input }, problem, clock, signal: abort.signal }).then(
    batch => (state.result = batch),
    error => (state.result = toProblem(error)),
  );
  return { clock, abort, calls, state, outcome };
}

describe('an outcome that nobody knows', () => {
  it('is asked for by key at once, and nothing is sent where the batch is there', async () => {
    const batch = aBatch();
    const { outcome, calls } = ask({ finds: [[batch]] });
    expect(await outcome).to.equal(batch);
    expect(calls).to.deep.equal(['find k']);
  });

  it('takes an empty answer for "not known yet": the same request again, with the same key', async () => {
    const batch = aBatch();
    const { outcome, calls } = ask({ finds: [[]], creates: [batch] });
    expect(await outcome).to.equal(batch);
    expect(calls).to.deep.equal(['find k', 'create k']);
  });

  it('repeats alone where the backend cannot look up', async () => {
    const batch = aBatch();
    for (const finds of [null, [refusal('not_found', 404)], [refusal('not_implemented', 501)]]) {
      const { outcome, calls } = ask({ finds, creates: [batch] });
      expect(await outcome).to.equal(batch);
      expect(calls.filter(call => call.startsWith('create'))).to.deep.equal(['create k']);
    }
  });

  it('goes on, slower and slower, and says in the end that it does not know', async () => {
    const { outcome, calls, clock, state } = ask({ finds: [[]] });
    await settle();
    expect(calls).to.have.length(2);
    await clock.advance(999);
    expect(calls).to.have.length(2);
    await clock.advance(1);
    expect(calls).to.have.length(4);
    await clock.advance(120_000);
    await outcome;
    expect(calls).to.have.length(14);
    expect(new Set(calls.map(call => call.split(' ')[1]))).to.deep.equal(new Set(['k']));
    expect(state.result).to.include({ code: 'outcome_unknown', retryable: true });
    expect(clock.timers).to.equal(0);
  });

  it('waits as long as a server asks that is still at work', async () => {
    const batch = aBatch();
    const working = refusal('in_progress', 409, { retryAfter: 5000, retryable: true });
    const { outcome, calls, clock } = ask({ finds: [[], [batch]], creates: [working] });
    await clock.advance(4999);
    expect(calls).to.deep.equal(['find k', 'create k']);
    await clock.advance(1);
    expect(await outcome).to.equal(batch);
    expect(calls).to.deep.equal(['find k', 'create k', 'find k']);
  });

  it('ends with the verdict of a server that refuses', async () => {
    const { outcome, state } = ask({ finds: [[]], creates: [refusal('csv_validation', 422)] });
    await outcome;
    expect(state.result).to.include({ code: 'csv_validation', status: 422 });
  });

  it('ends where the session has ended, for a person can help there', async () => {
    const { outcome, state, calls } = ask({ finds: [refusal('session_expired', 401)] });
    await outcome;
    expect(state.result).to.include({ code: 'session_expired' });
    expect(calls).to.deep.equal(['find k']);
  });

  it('is looked up only where the person stopped: nothing is sent again', async () => {
    const { outcome, state, calls, clock } = ask({ finds: [[]], problem: canceled });
    await clock.advance(60_000);
    await outcome;
    expect(calls).to.deep.equal(['find k', 'find k']);
    expect(state.result).to.include({ code: 'canceled' });
  });

  it('finds a batch that came through before the person stopped', async () => {
    const batch = aBatch();
    const { outcome, clock } = ask({ finds: [[], [batch]], problem: canceled });
    await clock.advance(2000);
    expect(await outcome).to.equal(batch);
  });

  it('leaves nothing behind when nobody waits any more', async () => {
    const { outcome, calls, clock, abort } = ask({ finds: [[]] });
    await settle();
    abort.abort();
    await outcome;
    expect(clock.timers).to.equal(0);
    await clock.advance(120_000);
    expect(calls).to.have.length(2);
  });
});
