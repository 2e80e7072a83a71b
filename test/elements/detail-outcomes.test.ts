import { expect } from '@open-wc/testing';
import type { Breakdown } from '../../src/core/batch.js';
import { settle } from '../state/doubles.js';
import { DetailBackend, DetailPage, aTask, anEndedBatch } from '../support/detail-page.js';

function counting(breakdown: Partial<Breakdown>): DetailBackend {
  const backend = new DetailBackend();
  backend.breakdown = { ...backend.breakdown, ...breakdown };
  return backend;
}

const gateways = [
  { name: 'PAYU', accepted: 6, failed: 1, queued: 0 },
  { name: 'STRIPE', accepted: 2, failed: 1, queued: 0 },
];

describe('detail: outcomes by gateway and by external system', () => {
  it('shows the server’s counts, and queued ones as long as there are any', async () => {
    const externalSystems = [{ name: 'OMS', accepted: 1204, failed: 2, queued: 7 }];
    const page = await DetailPage.open(counting({ gateways, externalSystems }));
    expect(page.outcomes('gateway')).to.deep.equal([
      ['PAYU', '6', '1'],
      ['STRIPE', '2', '1'],
    ]);
    expect(page.outcomes('system')).to.deep.equal([['OMS', '1,204', '2', '7']]);
    expect(page.text).to.contain('By gateway Gateway Accepted Rejected PAYU');
  });

  it('lists the tasks of a gateway, within what is listed already, and all of them again', async () => {
    const backend = counting({ gateways });
    backend.tasks[0] = aTask(1, { status: 'FAILED', gateway: 'STRIPE' });
    const page = await DetailPage.open(backend);
    await page.press(/^Total Rejected Tasks/);
    await page.press('STRIPE');
    await page.until(() => page.orders.join() === 'ORD_1', 'the tasks of the gateway');
    expect(page.control('STRIPE').getAttribute('aria-pressed')).to.equal('true');
    expect(page.filters).to.deep.equal(['Failed', 'STRIPE']);
    expect(page.told('batch-sync-view-change')[1]).to.deep.include({
      changed: ['gateway'],
      params: { taskStatus: 'FAILED', taskGateway: 'STRIPE' },
    });
    await page.until(() => page.spoken === '1 task found', 'the announcement');
    await page.press('STRIPE');
    await page.until(() => page.orders.length === 2, 'all rejected tasks');
    expect(backend.queries.at(-1)).to.deep.include({ gateway: null, status: 'FAILED' });
  });

  it('offers no filter that the contract does not have, and none without a list', async () => {
    const systems = [{ name: 'OMS', accepted: 8, failed: 2, queued: 0 }];
    const page = await DetailPage.open(counting({ gateways, externalSystems: systems }));
    expect(page.has('OMS')).to.equal(false);
    const without = await DetailPage.open(counting({ gateways }), {
      prepare: element => (element.hide = 'tasks'),
    });
    expect(without.outcomes('gateway')).to.have.length(2);
    expect(without.has('PAYU')).to.equal(false);
  });

  it('counts also where nothing was rejected', async () => {
    const backend = counting({ failures: [], gateways });
    backend.batch = anEndedBatch({ status: 'ACCEPTED', tasks: { accepted: 10, failed: 0, queued: 0 } });
    const page = await DetailPage.open(backend);
    expect(page.outcomes('gateway')).to.have.length(2);
    expect(page.text).to.not.contain('rejected');
  });

  it('counts nothing itself, and shows a dash for a count that is none', async () => {
    const odd = [{ name: 'PAYU', accepted: Number.NaN, failed: -3, queued: 4 }];
    const page = await DetailPage.open(counting({ gateways: odd }));
    expect(page.outcomes('gateway')).to.deep.equal([['PAYU', '–', '–', '4']]);
  });

  it('asks for counts of no batch that has no tasks', async () => {
    const backend = counting({ gateways });
    backend.batch = anEndedBatch({ status: 'APPROVAL_REJECTED' });
    const page = await DetailPage.open(backend);
    await settle();
    expect(backend.count('breakdown')).to.equal(0);
    expect(page.outcomes('gateway')).to.deep.equal([]);
  });

  it('draws what it can of an answer of the host’s own, and says of the rest that it cannot be read', async () => {
    const groups = [null, { accepted: 1 }, gateways[0]] as unknown as Breakdown['gateways'];
    const page = await DetailPage.open(counting({ gateways: groups, failures: [null, { count: 3 }] as never }));
    expect(page.outcomes('gateway')).to.deep.equal([['PAYU', '6', '1']]);

    const backend = new DetailBackend({ breakdown: async () => ({ failures: 7 }) as never });
    const other = await DetailPage.open(backend);
    await other.until(() => other.text.includes('The reasons could not be loaded'), 'the message');
    expect(other.rows, 'and the tasks are there').to.have.length(10);
  });
});
