import { expect } from '@open-wc/testing';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { BatchEvent } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { aBatch, aPage, heldStream } from '../state/doubles.js';
import { DetailBackend, DetailPage } from '../support/detail-page.js';
import { holdTime } from '../support/held-time.js';
import { TablePage } from '../support/table-page.js';

const heartbeat: BatchEvent = { type: 'heartbeat', id: '1' };
const moving = aBatch({ version: 1 });

/** Whatever shows something that may change says whether it is current. */
const widgets: readonly (readonly [string, (adapter: BatchSyncAdapter, hide?: string) => Promise<HTMLElement>])[] = [
  ['table', async (adapter, hide = '') => (await TablePage.open(adapter, { properties: { hide } })).element],
  [
    'detail',
    async (adapter, hide = '') =>
      (await DetailPage.begin(adapter, { prepare: element => Object.assign(element, { hide }) })).element,
  ],
];

function badgeOf({ shadowRoot }: HTMLElement): string | null {
  return shadowRoot?.querySelector('.live-badge')?.textContent.trim() ?? null;
}

function hidden(value: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value });
  document.dispatchEvent(new Event('visibilitychange'));
}

for (const [name, open] of widgets) {
  describe(`whether what the ${name} shows is current`, () => {
    let clock: ReturnType<typeof holdTime>;
    let down: boolean;
    const unreachable = () => Promise.reject(new ProblemError({ code: 'network', retryable: true }));
    const backend = (methods: Partial<BatchSyncAdapter>): BatchSyncAdapter => ({
      ...new DetailBackend().adapter,
      listBatches: () => (down ? unreachable() : Promise.resolve(aPage([moving]))),
      getBatch: () => (down ? unreachable() : Promise.resolve(moving)),
      ...methods,
    });

    beforeEach(() => {
      clock = holdTime(Date.now());
      down = false;
    });
    afterEach(() => {
      clock.restore();
      Reflect.deleteProperty(document, 'hidden');
    });

    it('is said while the stream comes, goes, and the page is hidden', async () => {
      const stream = heldStream();
      const element = await open(backend({ subscribe: stream.subscribe }));
      await clock.pass(100);
      expect(badgeOf(element)).to.equal('Connecting');
      stream.connections[0]?.push(heartbeat);
      await clock.pass(100);
      expect(badgeOf(element)).to.equal('Live');
      stream.connections[0]?.end();
      await clock.pass(100);
      expect(badgeOf(element)).to.equal('Reconnecting');
      hidden(true);
      await clock.pass(100);
      expect(badgeOf(element)).to.equal('Paused');
    });

    it('is said where there is no stream, and since when nothing came', async () => {
      const { subscribe: _, ...adapter } = backend({});
      const element = await open(adapter);
      await clock.pass(100);
      expect(badgeOf(element)).to.equal('Checking for changes');
      down = true;
      await clock.pass(60_000);
      expect(badgeOf(element)).to.match(/^Not updated since \d/);
      down = false;
      await clock.pass(40_000);
      expect(badgeOf(element)).to.equal('Checking for changes');
    });

    it('is not claimed where nothing is asked, and not said where it is left out', async () => {
      const { subscribe: _, ...still } = backend({
        listBatches: () => Promise.resolve(aPage([aBatch({ status: 'ACCEPTED' })])),
        getBatch: () => Promise.resolve(aBatch({ status: 'ACCEPTED' })),
      });
      const quiet = await open(still);
      const without = await open(backend({ subscribe: heldStream().subscribe }), 'live');
      await clock.pass(1_000);
      expect([badgeOf(quiet), badgeOf(without)]).to.deep.equal([null, null]);
    });
  });
}
