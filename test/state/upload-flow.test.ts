import { expect } from '@open-wc/testing';
import { batchSync } from '../../src/core/batch-sync.js';
import { validateText } from '../../src/core/index.js';
import { ProblemError } from '../../src/core/problem.js';
import type { Problem } from '../../src/core/problem.js';
import { currentOf } from '../../src/state/shipment.js';
import type { Shipment } from '../../src/state/shipment.js';
import * as step from '../../src/state/upload-steps.js';
import type { UploadFlow, UploadPhase } from '../../src/state/upload-flow.js';
import { isSettled, isUnknown } from '../../src/state/upload-problem.js';
import { reviewOf as reviewed } from '../../src/state/upload-review.js';
import { aBatch } from './doubles.js';

const file = new File(['x'], 'october.csv');
const other = new File(['y'], 'november.csv');

function reviewOf(...rows: readonly string[]): step.Review {
  const text = ['order_id,txn_id,unique_request_id', ...rows].join('\n');
  return reviewed(file, validateText(text, batchSync, { fileName: file.name }));
}

const clean = reviewOf('ORD_1,,');
const broken = reviewOf('ORD 1,,');

const choices = { description: 'why', syncWithGateway: true, acceptDuplicate: false };
const intended = { report: clean.report, choices, acceptedWarnings: [] };
const shipment: Shipment = { intentions: [{ key: 'key-1', ...intended }], made: [] };
const severalParts: Shipment = {
  intentions: ['key-1', 'key-2'].map(key => ({ key, ...intended })),
  made: [],
};

const refusedAs = (code: string, status: number) => new ProblemError({ code, status });
const duplicate = refusedAs('duplicate_batch', 409);
const lost = refusedAs('outcome_unknown', 0);

const sending = step.send(clean, shipment);
const failedBy = (problem: Problem) => step.fail(sending, problem, 0);

const flows: Readonly<Record<UploadPhase, UploadFlow>> = {
  idle: step.idle,
  describing: { phase: 'describing', waiting: null, from: null },
  choosing: { phase: 'choosing' },
  reading: { phase: 'reading', file, share: 0 },
  review: clean,
  sending,
  checking: step.check(sending, lost),
  done: step.arrive(sending, aBatch()),
  failed: failedBy(duplicate),
};

/** Every step, and the phases from which it may be taken with the phase to which it leads. */
const table: readonly [
  name: string,
  take: (flow: UploadFlow) => UploadFlow,
  Partial<Record<UploadPhase, UploadPhase>>,
][] = [
  ['begin', flow => step.begin(flow, false), { idle: 'choosing' }],
  ['begin with a description', flow => step.begin(flow, true), { idle: 'describing' }],
  [
    'ask for the description',
    flow => step.askDescription(flow),
    {
      idle: 'describing',
      describing: 'describing',
      choosing: 'describing',
      reading: 'describing',
      review: 'describing',
      failed: 'describing',
    },
  ],
  ['take the description', step.described, { describing: 'choosing' }],
  [
    'read',
    flow => step.read(flow, other),
    {
      idle: 'reading',
      describing: 'reading',
      choosing: 'reading',
      reading: 'reading',
      review: 'reading',
      failed: 'reading',
    },
  ],
  ['advance', flow => step.advance(flow, 0.5), { reading: 'reading' }],
  ['judge', flow => step.judge(flow, clean.report), { reading: 'review' }],
  ['choose', step.choose, { reading: 'choosing', review: 'choosing', failed: 'choosing' }],
  ['accept warnings', flow => step.acceptWarnings(flow, true), { review: 'review' }],
  ['send', flow => step.send(flow, shipment), { review: 'sending' }],
  ['progress', flow => step.progress(flow, 1, 2), { sending: 'sending' }],
  ['check', flow => step.check(flow, lost), { sending: 'checking', checking: 'checking' }],
  ['arrive', flow => step.arrive(flow, aBatch()), { sending: 'done', checking: 'done' }],
  ['fail', flow => step.fail(flow, duplicate, 0), { sending: 'failed', checking: 'failed' }],
  ['retry', flow => step.retry(flow), { failed: 'sending' }],
  ['revise', step.revise, { failed: 'review' }],
  [
    'amend',
    flow => step.amend(flow, { kind: 'edit', row: 1, column: 'txn_id', value: 'T' }),
    { review: 'review', failed: 'review' },
  ],
  ['undo', step.undo, { review: 'review' }],
];

describe('the way of an upload', () => {
  for (const [name, take, to] of table) {
    for (const [phase, flow] of Object.entries(flows) as [UploadPhase, UploadFlow][]) {
      const target = to[phase];
      if (target) it(`${name}: ${phase} → ${target}`, () => expect(take(flow).phase).to.equal(target));
      else it(`${name}: not from ${phase}`, () => expect(() => take(flow)).to.throw(phase));
    }
  }

  it('never sends a file with an error', () => {
    const intentions = [{ ...intended, key: 'key-1', report: broken.report }];
    expect(() => step.send(broken, { intentions, made: [] })).to.throw('never sent');
  });

  it('sends the parts of a file one after another, each with its own key', () => {
    const first = step.send(clean, severalParts);
    expect(currentOf(first.shipment).key).to.equal('key-1');
    const second = step.arrive(step.progress(first, 5, 5), aBatch({ id: 'bs_1' }));
    expect(second).to.deep.include({ phase: 'sending', loaded: 0 });
    if (second.phase !== 'sending') return;
    expect(currentOf(second.shipment).key).to.equal('key-2');
    const done = step.arrive(second, aBatch({ id: 'bs_2' }));
    expect(done.phase === 'done' && done.batches.map(({ id }) => id)).to.deep.equal(['bs_1', 'bs_2']);
  });

  it('goes back from the description to the review it came from', () => {
    expect(step.described(step.askDescription(clean))).to.equal(clean);
    expect(step.described(step.askAgain(failedBy(duplicate)))).to.equal(clean);
  });

  it('reads a file that came before the description after it', () => {
    const waiting = step.askDescription(step.idle, file);
    expect(step.described(waiting)).to.deep.include({ phase: 'reading', file });
  });

  it('forgets a review when another file waits', () => {
    expect(step.askDescription(clean, other).from).to.equal(null);
  });

  for (const [told, shown] of [
    [[0.2, 0.5], 0.5],
    [[0.5, 0.2], 0.5],
    [[2], 1],
    [[Number.NaN], 0],
  ] as const) {
    it(`shows ${shown} of the file as read after ${told.join(', ')}`, () => {
      const flow = told.reduce<UploadFlow>((at, share) => step.advance(at, share), flows.reading);
      expect(flow).to.deep.include({ share: shown });
    });
  }

  it('keeps the key of an intention that is sent again', () => {
    expect(step.retry(failedBy(lost)).shipment).to.equal(shipment);
  });

  it('takes another key only after the server refused for good', () => {
    const change = { acceptDuplicate: true };
    const again = currentOf(step.retry(failedBy(duplicate), change).shipment);
    expect(again.key).not.to.equal('key-1');
    expect(again.report).to.equal(clean.report);
    expect(again.choices).to.deep.equal({ ...choices, acceptDuplicate: true });
    for (const problem of [lost, refusedAs('session_expired', 401), refusedAs('unavailable', 503)]) {
      expect(() => step.retry(failedBy(problem), change), problem.code).to.throw('key stays');
    }
  });

  it('waits as long as the server asked', () => {
    const problem = new ProblemError({ code: 'unavailable', status: 503, retryAfter: 3000 });
    expect(step.fail(sending, problem, 1000).notBefore).to.equal(4000);
  });

  const outcomes: readonly [code: string, status: number, unknown: boolean, settled: boolean][] = [
    ['outcome_unknown', 0, true, false],
    ['network', 0, true, false],
    ['timeout', 0, true, false],
    ['unexpected', 0, true, false],
    ['unreadable', 200, true, false],
    ['redirected', 0, true, false],
    ['in_progress', 409, true, false],
    ['server_error', 502, true, false],
    ['timeout', 408, true, false],
    ['unavailable', 503, false, false],
    ['session_expired', 401, false, false],
    ['session_expired', 0, false, false],
    ['forbidden', 403, false, false],
    ['rate_limited', 429, false, false],
    ['invalid_headers', 0, false, false],
    ['code_missing', 0, false, false],
    ['duplicate_batch', 409, false, true],
    ['file_too_large', 413, false, true],
    ['csv_validation', 422, false, true],
    ['idempotency_key_reused', 422, false, true],
  ];
  for (const [code, status, unknown, settled] of outcomes) {
    it(`${code} ${status}: ${unknown ? 'to be looked up' : settled ? 'no batch for sure' : 'refused, but an earlier try may have come through'}`, () => {
      const problem = refusedAs(code, status);
      expect([isUnknown(problem), isSettled(problem)]).to.deep.equal([unknown, settled]);
    });
  }
});
