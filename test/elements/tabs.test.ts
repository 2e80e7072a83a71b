import { expect, waitUntil } from '@open-wc/testing';
import { createRestAdapter } from '../../src/adapter/rest.js';
import { defaultView } from '../../src/core/view.js';
import { HeldBackend } from '../support/mock-backend.js';
import { hasDevtools } from '../support/devtools.js';
import { leaveOut } from '../support/engine.js';
import { Tab } from '../support/tabs.js';

// A browser opens six connections to a server that speaks HTTP/1.1, for all tabs together. The runner's does.

function markup(baseUrl: string, batchId: string): string {
  return `<batch-sync-provider base-url="${baseUrl}" locale="en" navigation="none">
    <batch-sync-table></batch-sync-table>
    <batch-sync-upload layout="inline"></batch-sync-upload>
    <batch-sync-detail batch-id="${batchId}"></batch-sync-detail>
  </batch-sync-provider>`;
}

async function streams(backend: HeldBackend): Promise<number> {
  return (await backend.requests()).filter(({ path, open }) => open && path.includes('/events')).length;
}

describe('three widgets in each of three tabs', () => {
  it('hold one stream a tab, starve no request, and let go with the tab', async function () {
    if (!hasDevtools) leaveOut(this, 'it opens other tabs, which Chromium alone lets a test do');
    this.timeout(60_000);
    const backend = await HeldBackend.create();
    const { items } = await createRestAdapter({ baseUrl: backend.baseUrl }).listBatches(defaultView, {
      signal: new AbortController().signal,
    });
    const page = markup(backend.baseUrl, items[0]!.id);
    const tabs = [await Tab.open(page), await Tab.open(page), await Tab.open(page)];
    try {
      for (const tab of tabs) {
        await tab.untilShown('batch-sync-table', 'Live');
        await tab.untilShown('batch-sync-detail', 'Live');
        await tab.untilShown('batch-sync-upload', 'Choose File');
      }
      expect(await streams(backend)).to.equal(tabs.length);

      const before = (await backend.requests()).length;
      // Each resolves when the last of its requests is answered.
      const refreshed = `Promise.all([...document.querySelectorAll('batch-sync-table, batch-sync-detail')]
        .map(element => element.refresh())).then(() => [...document.querySelectorAll('batch-sync-table, batch-sync-detail')]
        .map(element => element.status).join())`;
      const statuses = await Promise.all(tabs.map(tab => tab.run<string>(refreshed)));
      expect(statuses).to.deep.equal(tabs.map(() => 'ready,ready'));
      expect((await backend.requests()).length).to.be.at.least(before + 2 * tabs.length);
      expect(await streams(backend)).to.equal(tabs.length);

      for (const [closed, tab] of tabs.entries()) {
        await tab.close();
        const left = tabs.length - closed - 1;
        await waitUntil(async () => (await streams(backend)) === left, `${left} streams`, { timeout: 10_000 });
      }
    } finally {
      await Promise.all(tabs.map(tab => tab.close()));
    }
  });
});
