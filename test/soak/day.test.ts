import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { createRestAdapter } from '../../src/adapter/rest.js';
import '../../src/define/index.js';
import { chance } from '../../mocks/random.js';
import { holdTime } from '../support/held-time.js';
import { hasDevtools } from '../support/devtools.js';
import { leaveOut } from '../support/engine.js';
import { collectedPage } from '../support/memory.js';
import type { PageMemory } from '../support/memory.js';
import { Residue } from '../support/residue.js';
import { Office } from './office.js';

// A page that nobody closes, by a fast clock: an hour of it in `npm test`, a day in `npm run test:soak`. An event a
// second comes through the stream, its parser, the merge and the screen.

// What comes while a page rests is here from the beginning: one that is busy for an hour hardly rests.
import.meta.glob('../../src/elements/*.piece.ts', { eager: true });

const step = 10_000;
const megabyte = 1024 * 1024;

/** Longer than there are pieces to come. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(resolve => requestIdleCallback(resolve));
}

describe('A page that stays open', () => {
  it('shows what there is, and holds no more than it did', async function () {
    if (!hasDevtools) leaveOut(this, 'it looks at the heap, which Chromium alone shows');
    this.timeout(0);
    const hours = await executeServerCommand<number, undefined>('soak-hours');
    const clock = holdTime(Date.now());
    const residue = new Residue();
    const office = new Office();
    const provider = document.createElement('batch-sync-provider');
    const table = document.createElement('batch-sync-table');
    const detail = document.createElement('batch-sync-detail');
    const adapter = createRestAdapter({ baseUrl: 'https://office.test/v1', fetch: office.fetch });
    provider.config = { adapter, permissions: { orders: 'read' }, timeZone: 'UTC', locale: 'en' };
    provider.navigation = 'beside';
    provider.append(table, detail);
    document.body.append(provider);

    const held: (PageMemory & { readonly begun: number })[] = [];
    const measure = async () => {
      await rest();
      held.push({ ...(await collectedPage()), begun: residue.left.length });
    };
    const steps = (hours * 3_600_000) / step;
    try {
      for (let at = 1; at <= steps; at += 1) {
        for (let event = 0; event < 10; event += 1) office.work(chance(at, event));
        office.breathe();
        if (at % 180 === 0) office.cut();
        // A person turns to another batch now and then.
        if (at % 30 === 1) detail.batchId = office.newest[(at % 7) + 1]!.id;
        await clock.pass(step);
        if (at === Math.ceil(steps / 4) || at === steps) await measure();
      }
      await Promise.all([table.updateComplete, detail.updateComplete]);
      const links = [...table.shadowRoot!.querySelectorAll('[part~="file-link"]')];
      expect(links.map(link => link.textContent.trim())).to.deep.equal(office.newest.map(({ fileName }) => fileName));
      expect(detail.batch?.version).to.equal(office.find(detail.batchId ?? '')?.version);
      expect(office.streams.length).to.equal(1 + Math.floor(steps / 180));
      expect(office.streams.filter(from => from === null).length).to.equal(1);

      const [first, last] = held;
      expect(last!.begun).to.be.at.most(first!.begun + 2);
      expect(last!.listeners).to.be.below(first!.listeners * 1.1);
      expect(last!.nodes).to.be.below(first!.nodes * 1.1);
      // An hour is too short to tell growth from chance.
      if (hours > 1) expect(last!.heap - first!.heap).to.be.below(3 * megabyte);
    } finally {
      provider.remove();
      await clock.pass(1_000);
      residue.release();
      clock.restore();
    }
  });
});
