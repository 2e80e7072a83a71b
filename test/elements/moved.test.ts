import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { Batch, Page } from '../../src/core/batch.js';
import '../../src/define/index.js';
import { aBatch, aPage, anAdapter, anAnswer, heldStream, settle, someCapabilities } from '../state/doubles.js';

/** A backend whose answers a test holds back, and what became of its requests. */
function heldBackend() {
  const list = anAnswer<Page<Batch>>();
  const batch = anAnswer<Batch>();
  const stream = heldStream();
  const signals: AbortSignal[] = [];
  const held =
    <Value>(answer: { readonly promise: Promise<Value> }) =>
    (_: unknown, { signal }: { readonly signal: AbortSignal }): Promise<Value> => {
      signals.push(signal);
      return answer.promise;
    };
  const adapter: BatchSyncAdapter = anAdapter({
    capabilities: () => Promise.resolve(someCapabilities()),
    listBatches: held(list),
    getBatch: held(batch),
    listTasks: () => Promise.resolve({ items: [], next: null, prev: null, start: null, total: 0 }),
    subscribe: stream.subscribe,
  });
  return { adapter, list, batch, stream, signals };
}

type Place = HTMLElement & { moveBefore?(node: Node, child: Node | null): void };

const ways: readonly (readonly [string, (place: Place, moved: Element) => void])[] = [
  ['by append()', (place, moved) => place.append(moved)],
  ['by moveBefore()', (place, moved) => place.moveBefore?.(moved, null)],
  [
    'out and back in one go',
    (place, moved) => {
      moved.remove();
      place.append(moved);
    },
  ],
];

describe('an element that is moved in the document', () => {
  for (const [way, move] of ways) {
    it(`${way} goes on with what it awaits, live connection and all`, async function () {
      if (way.includes('moveBefore') && !('moveBefore' in Element.prototype)) this.skip();
      const { adapter, list, batch, stream, signals } = heldBackend();
      const page = await fixture<HTMLElement>(
        html`<div>
          <batch-sync-provider .config=${{ adapter, permissions: { orders: 'readWrite' } }} navigation="beside">
            <batch-sync-table></batch-sync-table>
            <batch-sync-upload></batch-sync-upload>
            <batch-sync-detail batch-id="bs_1"></batch-sync-detail>
          </batch-sync-provider>
          <section></section>
        </div>`,
      );
      await settle();
      const provider = page.querySelector('batch-sync-provider')!;
      const table = page.querySelector('batch-sync-table')!;
      const detail = page.querySelector('batch-sync-detail')!;
      expect(signals.length).to.equal(2);
      await waitUntil(() => stream.connections.length > 0, 'the stream');
      stream.connections[0]?.push({ type: 'heartbeat', id: null });

      const place = page.querySelector<Place>('section')!;
      for (const moved of [table, detail]) move(provider, moved);
      move(place, provider);
      await settle();

      list.resolve(aPage([aBatch()]));
      batch.resolve(aBatch());
      await settle();
      await Promise.all([table.updateComplete, detail.updateComplete]);
      expect([table.status, detail.status]).to.deep.equal(['ready', 'ready']);
      expect(signals.map(({ aborted }) => aborted)).to.deep.equal([false, false]);
      expect(stream.connections.map(({ signal }) => signal.aborted)).to.deep.equal([false]);
    });
  }
});
