import { expect, nextFrame } from '@open-wc/testing';
import '../../src/define/index.js';
import { anotherFile, backendAt, journey, JourneyPage } from '../support/journey-page.js';
import { HeldBackend } from '../support/mock-backend.js';
import { Residue } from '../support/residue.js';

interface Moment {
  readonly page: JourneyPage;
  readonly backend: HeldBackend;
  /** What is under way then, as the server sees it. */
  readonly held: string;
  /** What only the page knows of. */
  readonly lent?: string;
}

/** In the middle of what a module may be taken off the page. */
const moments: readonly (readonly [string, () => Promise<Moment>])[] = [
  [
    'while rights are awaited',
    async () => {
      const backend = await HeldBackend.create({ scenario: 'slow' });
      const page = JourneyPage.paste(backend.baseUrl);
      await page.until(async () => (await open(backend)).length > 0, 'the first request');
      return { page, backend, held: '/capabilities' };
    },
  ],
  [
    'while batches come in live',
    async () => {
      const backend = await HeldBackend.create();
      const page = await JourneyPage.open(backend.baseUrl);
      await page.until(() => page.table.text.includes('Live'), 'the stream');
      return { page, backend, held: 'GET /v1/batch-sync/events' };
    },
  ],
  [
    'while a file is sent',
    async () => {
      const backend = await HeldBackend.create({ intakeMs: 30_000 });
      const page = await JourneyPage.open(backend.baseUrl);
      await page.press(page.table.button('Create Batch Sync'));
      await page.until(() => page.upload.isOpen, 'the upload');
      await page.choose('Choose File', anotherFile());
      await page.untilReviewed();
      await page.press(page.upload.send);
      const sent = 'POST /v1/batch-sync/batches';
      await page.until(async () => (await open(backend)).includes(sent), 'the file at the server');
      return { page, backend, held: sent };
    },
  ],
  [
    'while a download is prepared',
    async () => {
      const backend = await HeldBackend.create({ scenario: 'slow' });
      const page = JourneyPage.paste(backend.baseUrl);
      const answer = (holds: () => unknown, what: string) => page.until(() => backend.advance(2500).then(holds), what);
      await answer(() => page.table.element.status === 'ready', 'the first page of batches');
      await page.press(page.table.rows.at(-1)?.link);
      await answer(() => page.detail.rows.length > 0, 'the batch');
      await page.press(page.detail.control('Download Data'));
      await page.until(async () => (await open(backend)).join().includes('limit=1000'), 'the request for tasks');
      return { page, backend, held: 'limit=1000' };
    },
  ],
  [
    'after a file was saved',
    async () => {
      const backend = await HeldBackend.create();
      const page = await JourneyPage.open(backend.baseUrl);
      await page.press(page.table.rows.at(-1)?.link);
      await page.untilOpened(page.table.names.at(-1) ?? '');
      await page.download();
      return { page, backend, held: 'GET /v1/batch-sync/events', lent: 'a Blob URL' };
    },
  ],
];

describe('a module taken off the page in the middle', () => {
  for (const [moment, walkTo] of moments) {
    journey(`removed ${moment}: no timer, listener, request or stream survives`, async () => {
      const residue = new Residue();
      try {
        const { page, backend, held, lent = 'setTimeout' } = await walkTo();
        expect(residue.left.join()).to.contain(lent);
        expect((await open(backend)).join()).to.contain(held);
        page.provider.remove();
        await page.until(async () => (await open(backend)).length === 0, 'the end of every request');
        await page.until(() => residue.left.length === 0, `the end of ${residue.left.join('; ')}`);
        const { length } = await backend.requests();
        await backend.advance(60_000);
        await nextFrame();
        expect(await open(backend)).to.deep.equal([]);
        expect((await backend.requests()).length).to.equal(length);
      } finally {
        residue.release();
      }
    });
  }

  journey('removed while a file is sent, and put back: the batch is found, and there is one', async () => {
    const backend = await HeldBackend.create({ batches: 3, intakeMs: 30_000 });
    const page = await JourneyPage.open(backend.baseUrl);
    const parent = page.provider.parentNode!;
    await page.press(page.table.button('Create Batch Sync'));
    await page.until(() => page.upload.isOpen, 'the upload');
    await page.choose('Choose File', anotherFile());
    await page.untilReviewed();
    await page.press(page.upload.send);
    await page.until(async () => (await open(backend)).join().includes('POST'), 'the file at the server');
    const { provider } = page;
    provider.remove();
    await page.until(async () => (await open(backend)).length === 0, 'the end of every request');
    parent.append(provider);
    const id = await page.sent(() => backend.advance(10_000));
    const batches = await backendAt(backend.baseUrl).batches();
    expect(batches.map(batch => batch.id))
      .to.include(id)
      .and.have.length(4);
    expect(page.upload.isOpen).to.equal(true);
  });
});

async function open(backend: HeldBackend): Promise<readonly string[]> {
  const requests = await backend.requests();
  return requests.filter(request => request.open).map(({ method, path }) => `${method} ${path}`);
}
