import { expect } from '@open-wc/testing';
import { createRestAdapter } from '../../src/adapter/rest.js';
import { defaultView } from '../../src/core/view.js';
import '../../src/define/index.js';
import type { BatchSyncProvider } from '../../src/elements/provider.js';
import { comes } from '../support/comes.js';
import { hasDevtools } from '../support/devtools.js';
import { leaveOut } from '../support/engine.js';
import { collectedPage, type PageMemory } from '../support/memory.js';
import { HeldBackend } from '../support/mock-backend.js';
import { Residue } from '../support/residue.js';
import { csvNamed } from '../support/upload-page.js';

// Four elements at a time, taken off the page each time in the middle of something else.

const modules = 25;
/** Milliseconds at a time, far less than an answer takes: what is waited for must be seen before it is over. */
const step = 400;

class Module {
  readonly provider: BatchSyncProvider;
  readonly #backend: HeldBackend;
  readonly #round: number;

  constructor(backend: HeldBackend, batchId: string, round: number) {
    this.#backend = backend;
    this.#round = round;
    this.provider = document.createElement('batch-sync-provider');
    this.provider.baseUrl = backend.baseUrl;
    this.provider.navigation = 'none';
    const detail = document.createElement('batch-sync-detail');
    detail.batchId = batchId;
    const upload = document.createElement('batch-sync-upload');
    this.provider.append(document.createElement('batch-sync-table'), upload, detail);
    document.body.append(this.provider);
  }

  /** Lets the server go on until the page waits for this. */
  async awaits(what: string): Promise<void> {
    await this.#until(async () => (await open(this.#backend)).join().includes(what));
  }

  async ready(): Promise<void> {
    const { table, detail } = this.#widgets;
    await this.#until(() => table.status === 'ready' && detail.status === 'ready');
    await this.awaits('/events');
  }

  /** Until what comes when the page rests is there: of the table the layout of its columns comes last. */
  async whole(): Promise<void> {
    await this.ready();
    const { table } = this.#widgets;
    await this.#until(() => table.shadowRoot!.querySelector('[aria-labelledby="layout-title"]') !== null);
    for (let turn = 0; turn < 50; turn += 1) await new Promise(resolve => requestIdleCallback(resolve));
  }

  async readsAgain(): Promise<void> {
    await this.ready();
    const { table, detail } = this.#widgets;
    void table.refresh();
    void detail.refresh();
    await holds(async () => (await open(this.#backend)).length > 2);
  }

  async readsFile(): Promise<void> {
    await this.ready();
    this.#choose();
  }

  async sends(): Promise<void> {
    await this.ready();
    this.#choose();
    const { upload } = this.#widgets;
    await this.#until(() => upload.phase === 'review');
    const sending = async (): Promise<boolean> => {
      if (upload.phase === 'review') upload.submit();
      return (await open(this.#backend)).join().includes('POST');
    };
    await this.#until(sending);
  }

  #choose(): void {
    const { upload } = this.#widgets;
    upload.show();
    upload.selectFile(csvNamed(`${this.#round}.csv`, `R${this.#round},T,`));
  }

  get #widgets() {
    return {
      table: this.provider.querySelector('batch-sync-table')!,
      upload: this.provider.querySelector('batch-sync-upload')!,
      detail: this.provider.querySelector('batch-sync-detail')!,
    };
  }

  /** Lets the server go on until something is so. */
  async #until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    await holds(async () => {
      if (await isSo()) return true;
      await this.#backend.advance(step);
      return false;
    });
  }
}

/** Waits without a timer, which would hold on to what it waits for. */
async function holds(isSo: () => boolean | Promise<boolean>): Promise<void> {
  await comes(async () => ((await isSo()) ? true : undefined));
}

/** What the page holds, once no more than before or after ten seconds: what was removed last it may let go of later. */
async function settledPage({ listeners }: PageMemory): Promise<PageMemory> {
  const end = performance.now() + 10_000;
  for (;;) {
    const now = await collectedPage();
    if (now.listeners <= listeners || performance.now() > end) return now;
  }
}

const moments: readonly (readonly [string, (module: Module) => Promise<void>])[] = [
  ['rights are awaited', module => module.awaits('/capabilities')],
  ['batches are awaited', module => module.awaits('/batches?')],
  ['tasks are awaited', module => module.awaits('/tasks?')],
  ['all is read again', module => module.readsAgain()],
  ['a file is read', module => module.readsFile()],
  ['a file is sent', module => module.sends()],
];

async function open(backend: HeldBackend): Promise<readonly string[]> {
  return (await backend.requests()).filter(({ open: still }) => still).map(({ method, path }) => `${method} ${path}`);
}

async function someBatch(backend: HeldBackend): Promise<string> {
  const { signal } = new AbortController();
  const page = createRestAdapter({ baseUrl: backend.baseUrl }).listBatches(defaultView, { signal });
  await holds(async () => (await open(backend)).length > 0);
  await backend.advance(5000);
  return (await page).items[0]!.id;
}

describe('a hundred elements', () => {
  it('mounted, and removed in the middle of what they do, leave nothing', async function () {
    if (!hasDevtools) leaveOut(this, 'it looks at the heap, which Chromium alone shows');
    this.timeout(120_000);
    const backend = await HeldBackend.create({ scenario: 'slow' });
    const batchId = await someBatch(backend);
    const residue = new Residue();
    const held: PageMemory[] = [];
    try {
      // What comes late comes here, and so to no later round.
      const whole = new Module(backend, batchId, modules);
      await whole.whole();
      whole.provider.remove();
      for (let round = 0; round < modules; round += 1) {
        const module = new Module(backend, batchId, round);
        const [moment, reach] = moments[round % moments.length]!;
        await reach(module);
        expect(residue.left.length, `while ${moment}`).to.be.above(0);
        module.provider.remove();
        await holds(async () => (await open(backend)).length === 0);
        await holds(() => residue.left.length === 0);
        // Code, templates and stylesheets stay: the first round of each moment brings them.
        if (round === moments.length) held.push(await collectedPage());
        if (round === modules - 1) held.push(await settledPage(held[0]!));
      }
    } finally {
      residue.release();
    }
    expect(document.querySelectorAll('[role="status"], [aria-live], dialog').length).to.equal(0);
    const [first, last] = held;
    expect(last!.listeners).to.be.at.most(first!.listeners);
    // One module has thousands of nodes.
    expect(last!.nodes - first!.nodes).to.be.below(300);
  });
});
