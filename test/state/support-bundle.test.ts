import { expect } from '@open-wc/testing';
import packageJson from '../../package.json';
import type { Breakdown } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { ProblemLog } from '../../src/state/problem-log.js';
import { supportBundle } from '../../src/state/support-bundle.js';
import { aBatch } from './doubles.js';

const now = Date.parse('2026-10-01T10:00:00Z');

function bundleOf(
  change: Parameters<typeof aBatch>[0] = {},
  breakdown: Breakdown | null = null,
  log = new ProblemLog(),
) {
  const facts = { batch: aBatch(change), breakdown, problems: log.entries, live: 'live', now };
  const text = supportBundle(facts);
  return { text, value: JSON.parse(text) as Record<string, unknown> };
}

describe('a support bundle', () => {
  it('holds ids, versions, states, counts and times', () => {
    const { value } = bundleOf({
      version: 7,
      tasks: { accepted: 8, failed: 2, queued: 0 },
      rows: { read: 10, sent: 10, acknowledged: 10 },
      parentId: 'bs_0',
      childIds: ['bs_2'],
      gatewaySync: { state: 'failed', by: { id: 'u', name: 'Asha' }, at: '2026-10-01T09:40:00Z' },
      history: [{ at: '2026-10-01T09:30:00Z', event: 'created', by: { id: 'u', name: 'Asha' }, detail: 'secret' }],
    });
    expect(value).to.deep.include({
      library: `batch-sync-elements ${packageJson.version}`,
      at: '2026-10-01T10:00:00.000Z',
      live: 'live',
      history: [{ at: '2026-10-01T09:30:00Z', event: 'created' }],
    });
    expect(value['batch']).to.deep.include({
      id: 'bs_1',
      version: 7,
      tasks: { accepted: 8, failed: 2, queued: 0 },
      rows: { read: 10, sent: 10, acknowledged: 10 },
      parentId: 'bs_0',
      childIds: ['bs_2'],
      gatewaySync: { state: 'failed', at: '2026-10-01T09:40:00Z' },
    });
  });

  it('holds no name, no message, no word of a row, whatever an adapter adds', () => {
    const secret = 'SECRET';
    const person = { id: secret, name: secret };
    const { text } = bundleOf(
      {
        fileName: secret,
        description: secret,
        createdBy: person,
        preview: [[secret]],
        rowsSha256: secret,
        approval: { state: 'approved', by: person, at: null, comment: secret },
        history: [{ at: '', event: 'approved', by: person, detail: secret }],
        tasks: { accepted: 1, failed: 0, queued: 0, ...{ example: secret } },
        rows: { read: 1, sent: 1, acknowledged: 1, ...{ first: secret } },
      },
      {
        failures: [{ code: 'gone', message: secret, count: 2 }],
        gateways: [{ name: 'PAYU', accepted: 1, failed: 2, queued: 0, ...{ example: secret } }],
        externalSystems: [],
      },
    );
    expect(text).to.not.contain(secret);
    expect(text).to.contain('gone').and.contain('PAYU');
  });

  it('holds the failures that a person met, with their request ids', () => {
    const log = new ProblemLog();
    const problem = { code: 'unavailable', status: 503, title: 'SECRET', detail: 'SECRET', requestId: 'req_9' };
    log.note(new ProblemError(problem), 'load', now);
    const { value, text } = bundleOf({}, null, log);
    expect(value['problems']).to.deep.equal([
      { at: '2026-10-01T10:00:00.000Z', action: 'load', code: 'unavailable', status: 503, requestId: 'req_9' },
    ]);
    expect(text).to.not.contain('SECRET');
  });

  it('keeps the latest failures, and not without end', () => {
    const log = new ProblemLog();
    for (let at = 0; at < 100; at += 1) log.note(new ProblemError({ code: `c_${at}` }), 'load', now);
    expect(log.entries).to.have.length(20);
    expect(log.entries.at(-1)!.code).to.equal('c_99');
    log.clear();
    expect(log.entries).to.deep.equal([]);
  });

  it('is bounded, and one value per line even where a code holds line breaks', () => {
    const failures = Array.from({ length: 5000 }, (_, at) => ({
      code: `${at}\n${'x'.repeat(5000)}`,
      message: '',
      count: 1,
    }));
    const { text } = bundleOf(
      { childIds: Array.from({ length: 5000 }, String) },
      { failures, gateways: [], externalSystems: [] },
    );
    expect(text.length).to.be.lessThan(20_000);
    expect(text).to.contain('"0\\nxxx');
  });

  it('says of counts that are none that they are none', () => {
    const { text } = bundleOf({
      totalRecords: Number.NaN,
      tasks: { accepted: Number.NaN, failed: -1, queued: Infinity },
    });
    expect(text).to.contain('"totalRecords": null').and.contain('"failed": -1');
  });
});
