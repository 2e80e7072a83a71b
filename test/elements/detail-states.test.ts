import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/provider.js';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { BatchSyncConfig } from '../../src/elements/config.js';
import type { BatchSyncDetail } from '../../src/elements/detail.js';
import { ProblemError } from '../../src/core/problem.js';
import { settle, someCapabilities } from '../state/doubles.js';
import { DetailBackend, DetailPage, anEndedBatch } from '../support/detail-page.js';
import type { DetailSetup } from '../support/detail-page.js';
import { arabic } from '../support/languages.js';

const never = () => new Promise<never>(() => {});
const failing = (problem: ConstructorParameters<typeof ProblemError>[0]) => () =>
  Promise.reject(new ProblemError(problem));

interface State {
  readonly backend?: (backend: DetailBackend) => void;
  readonly methods?: Partial<BatchSyncAdapter>;
  readonly setup?: DetailSetup;
  readonly text: string;
}

/** Every state, and what is to be read in it. */
const states: Readonly<Record<string, State>> = {
  loading: { methods: { getBatch: never }, text: 'Batch Details' },
  'in work': {
    backend: backend => {
      backend.batch = anEndedBatch({ status: 'PROCESSING', finishedAt: null });
    },
    text: '10 of 10 · 2 rejected',
  },
  'partially accepted': { text: 'Why 2 were rejected' },
  'narrowed to nothing': { setup: { prepare: element => (element.view = { q: 'x' }) }, text: 'No task matches' },
  narrow: { setup: { width: 320 }, text: 'ORD_10' },
  'waiting for my decision': {
    backend: backend => {
      backend.batch = anEndedBatch({
        status: 'PENDING_APPROVAL',
        allowedActions: ['decide'],
        preview: [['A', '', '']],
      });
    },
    text: 'Waiting for your decision',
  },
  'waiting for another’s decision': {
    backend: backend => {
      backend.batch = anEndedBatch({ status: 'PENDING_APPROVAL', allowedActions: [] });
    },
    text: 'Waiting for approval',
  },
  'tasks not loaded': { methods: { listTasks: failing({ code: 'network' }) }, text: 'The tasks could not be loaded' },
  'reasons not loaded': {
    methods: { breakdown: failing({ code: 'network' }) },
    text: 'The reasons could not be loaded',
  },
  'not found': { methods: { getBatch: failing({ code: 'not_found', status: 404 }) }, text: 'No such batch' },
  error: {
    methods: { getBatch: failing({ code: 'server_error', status: 500, title: 'Broken', requestId: 'req_42' }) },
    text: 'Request ID req_42',
  },
  refused: { methods: { getBatch: failing({ code: 'forbidden', status: 403 }) }, text: 'You don’t have access' },
};

describe('detail: states', () => {
  afterEach(() => document.documentElement.removeAttribute('style'));

  for (const [name, { backend: arrange, methods, setup, text }] of Object.entries(states)) {
    it(`${name}: says so, accessibly, in light and dark`, async () => {
      const backend = new DetailBackend(methods);
      arrange?.(backend);
      const page = await DetailPage.begin(backend.adapter, {
        ...setup,
        config: { linkTo: ({ kind }) => (kind === 'list' ? '/batches' : null), ...setup?.config },
      });
      await page.until(() => page.text.includes(text), text);
      // A colour half way between the schemes is nobody's.
      document.documentElement.style.setProperty('--batch-sync-motion', '0s');
      for (const scheme of ['light', 'dark']) {
        document.documentElement.style.colorScheme = scheme;
        document.documentElement.style.background = 'Canvas';
        await expect(page.element, scheme).to.be.accessible();
      }
      expect(page.all('[part~="heading"]')).to.have.length(1);
    });
  }

  it('says that nothing is configured, and asks nobody', async () => {
    const page = await DetailPage.begin(null);
    await page.until(() => page.element.status === 'unconfigured', 'the state');
    expect(page.text).to.contain('Batch Sync is not set up');
    await expect(page.element).to.be.accessible();
  });

  it('makes not one request with access="none"', async () => {
    const asked: string[] = [];
    const spy = new Proxy({} as BatchSyncAdapter, {
      get: (_target, name) => () => {
        asked.push(String(name));
        return never();
      },
    });
    const page = await DetailPage.begin(spy, { config: { permissions: { orders: 'none' } } });
    await settle();
    expect(page.element.status).to.equal('forbidden');
    expect(page.text).to.contain('You don’t have access');
    expect(asked).to.deep.equal([]);
  });

  it('asks for no batch until the rights are known', async () => {
    const backend = new DetailBackend({ capabilities: never });
    const page = await DetailPage.begin(backend.adapter);
    await settle();
    expect(page.element.status).to.equal('loading');
    expect(backend.asked).to.deep.equal([]);
  });

  it('shows nothing any more of a batch that the person may not see any longer', async () => {
    let allowed = true;
    const backend = new DetailBackend();
    const { getBatch } = backend.adapter;
    const page = await DetailPage.begin({
      ...backend.adapter,
      getBatch: (...call) =>
        allowed ? getBatch(...call) : Promise.reject(new ProblemError({ code: 'forbidden', status: 403 })),
    });
    await page.until(() => page.rows.length === 10, 'the batch');
    allowed = false;
    await page.element.refresh();
    await page.until(() => page.element.status === 'forbidden', 'the state');
    expect(page.text).to.not.contain('october.csv').and.not.contain('ORD_1');
  });

  it('retries after an error', async () => {
    let fails = true;
    const backend = new DetailBackend();
    const { getBatch } = backend.adapter;
    const page = await DetailPage.begin({
      ...backend.adapter,
      getBatch: (...call) => (fails ? failing({ code: 'network' })() : getBatch(...call)),
    });
    await page.until(() => page.element.status === 'error', 'the error');
    fails = false;
    page.control('Retry').focus();
    await page.press('Retry');
    await page.until(() => page.title === 'october.csv', 'the batch');
    expect(page.focused === page.heading, 'the focus is not lost with the button').to.equal(true);
  });

  it('takes what a host puts in its slots', async () => {
    const page = await DetailPage.begin(new DetailBackend({ getBatch: failing({ code: 'x', status: 404 }) }).adapter, {
      prepare: element => {
        const own = document.createElement('p');
        own.slot = 'not-found';
        own.textContent = 'Ask the archive.';
        element.append(own);
      },
    });
    await page.until(() => page.element.status === 'not-found', 'the state');
    expect(page.element.querySelector('p')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('names its state for the page’s styles', async () => {
    const page = await DetailPage.open(new DetailBackend());
    expect(page.element.matches(':state(ready)')).to.equal(true);
    expect(page.element.matches(':state(batch-partially-accepted)')).to.equal(true);
    page.element.batchId = null;
    await page.element.updateComplete;
    expect(page.element.matches(':state(idle)')).to.equal(true);
    expect(page.element.getBoundingClientRect().height).to.equal(0);
  });

  it('has an empty live region before there is anything to say', async () => {
    const page = await DetailPage.begin(new DetailBackend({ getBatch: never }).adapter);
    await page.until(() => page.root.querySelector('[role="status"]'), 'the region');
    expect(page.spoken).to.equal('');
  });

  it('takes the language and, only where the host says one, the direction', async () => {
    const own = await DetailPage.open(new DetailBackend(), { config: { locale: 'ar-EG', catalogues: [arabic] } });
    const root = own.root.querySelector<HTMLElement>('.root')!;
    expect([root.lang, root.dir]).to.deep.equal(['ar-EG', 'rtl']);
    const pages = await DetailPage.open(new DetailBackend());
    expect(pages.root.querySelector<HTMLElement>('.root')!.hasAttribute('dir')).to.equal(false);
  });

  it('groups numbers as the locale does', async () => {
    const backend = new DetailBackend();
    backend.batch = anEndedBatch({ totalRecords: 1_234_567, totalTasks: 1_234_567 });
    const page = await DetailPage.open(backend, { config: { locale: 'en-IN' } });
    expect(page.facts['Total Records']).to.equal('12,34,567');
  });
});

describe('detail: by keyboard', () => {
  it('reaches everything in the order in which it is seen', async () => {
    const backend = new DetailBackend();
    backend.breakdown = { ...backend.breakdown, gateways: [{ name: 'PAYU', accepted: 8, failed: 2, queued: 0 }] };
    const page = await DetailPage.open(backend, { config: { linkTo: ({ kind }) => (kind === 'list' ? '/b' : null) } });
    const names: string[] = [];
    page.control('All batches').focus();
    for (let step = 0; step < 28; step += 1) {
      const { focused } = page;
      if (focused === null) break;
      names.push((focused.getAttribute('aria-label') ?? focused.textContent).replace(/\s+/g, ' ').trim().slice(0, 22));
      await sendKeys({ press: 'Tab' });
    }
    expect(names.slice(0, 26)).to.deep.equal([
      'All batches',
      'Sync with Gateway',
      'Retry 2 rejected',
      'Download Data',
      'Choose what to downloa',
      'Batch Details',
      'Copy batch ID',
      'Total Accepted Tasks 8',
      'Total Rejected Tasks 2',
      'Total Queued Tasks 0',
      'Copy support bundle',
      'No such order order_no',
      'PAYU',
      'Search tasks by order,',
      'Row Order ID Transacti',
      'Row',
      'Order ID',
      'Transaction ID',
      'Unique Request ID',
      'Task Status',
      'External System',
      'Gateway',
      'Error',
      'Updated',
      'Details of row 1',
      'Details of row 2',
    ]);
  });

  it('says no to a question with Escape, and is back on the button', async () => {
    const backend = new DetailBackend();
    const page = await DetailPage.open(backend);
    page.control('Sync with Gateway').focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.question !== null, 'the question');
    await sendKeys({ press: 'Escape' });
    await page.until(() => page.question === null, 'the answer');
    expect(page.focused === page.control('Sync with Gateway')).to.equal(true);
    expect(backend.count('syncWithGateway')).to.equal(0);
  });
});

describe('detail: inside a provider', () => {
  async function provided(backend: DetailBackend, more: BatchSyncConfig = {}, navigation: string | null = null) {
    const config = { adapter: backend.adapter, permissions: { orders: 'readWrite' } as const, ...more };
    const provider = await fixture<HTMLElement>(html`
      <batch-sync-provider .config=${config} .navigation=${navigation}
        ><batch-sync-detail></batch-sync-detail
      ></batch-sync-provider>
    `);
    const page = new DetailPage(provider.querySelector<BatchSyncDetail>('batch-sync-detail')!);
    return page;
  }

  it('reads through the provider’s adapter, and goes back through it', async () => {
    const page = await provided(new DetailBackend());
    page.element.batchId = 'bs_1';
    await page.until(() => page.rows.length === 10, 'the batch');
    await page.press('All batches');
    await page.until(() => page.element.batchId === null, 'nothing shown');
    expect(page.told('batch-sync-back')).to.deep.equal([{ id: 'bs_1' }]);
  });

  /** Presses the way back; answers with whether the browser would follow the link. */
  async function followed(page: DetailPage): Promise<boolean> {
    const press = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    let follows = true;
    const stop = (event: Event) => {
      follows = !event.defaultPrevented;
      event.preventDefault();
    };
    window.addEventListener('click', stop, { once: true });
    page.control('All batches').dispatchEvent(press);
    await settle();
    return follows;
  }

  it('leaves the way back to the link where the provider carries nobody', async () => {
    const linkTo: BatchSyncConfig['linkTo'] = ({ kind }) => (kind === 'list' ? '/batches' : null);
    const page = await provided(new DetailBackend(), { linkTo }, 'none');
    page.element.batchId = 'bs_1';
    await page.until(() => page.rows.length === 10, 'the batch');
    expect(await followed(page)).to.equal(true);
    expect(page.told('batch-sync-back')).to.deep.equal([{ id: 'bs_1' }]);
    expect(page.element.batchId, 'the host decides what is shown').to.equal('bs_1');
    page.element.addEventListener('batch-sync-back', event => event.preventDefault());
    expect(await followed(page), 'unless the host goes itself').to.equal(false);
  });

  it('goes back through the provider even where there is a link', async () => {
    const linkTo: BatchSyncConfig['linkTo'] = ({ kind }) => (kind === 'list' ? '/batches' : null);
    const page = await provided(new DetailBackend(), { linkTo });
    page.element.batchId = 'bs_1';
    await page.until(() => page.rows.length === 10, 'the batch');
    expect(await followed(page)).to.equal(false);
    await page.until(() => page.element.batchId === null, 'nothing shown');
  });

  it('leads back from a batch that is not there', async () => {
    const page = await provided(new DetailBackend({ getBatch: failing({ code: 'not_found', status: 404 }) }));
    page.element.batchId = 'bs_1';
    await page.until(() => page.element.status === 'not-found', 'the state');
    await page.press('All batches');
    await page.until(() => page.element.batchId === null, 'nothing shown');
  });

  it('stays where the host prevents the way back', async () => {
    const page = await provided(new DetailBackend());
    page.element.batchId = 'bs_1';
    await page.until(() => page.rows.length === 10, 'the batch');
    page.element.addEventListener('batch-sync-back', event => event.preventDefault());
    await page.press('All batches');
    await settle();
    expect(page.element.batchId).to.equal('bs_1');
  });

  it('offers no way back where there is none', async () => {
    const page = await DetailPage.open(new DetailBackend());
    expect(page.has('All batches')).to.equal(false);
  });

  it('shows a gateway sync that another widget began', async () => {
    const backend = new DetailBackend();
    backend.capabilities = someCapabilities({});
    const page = await provided(backend);
    page.element.batchId = 'bs_1';
    await page.until(() => backend.stream.connections.length > 0 && page.rows.length === 10, 'the batch');
    backend.push({ version: 2, gatewaySync: { state: 'running', by: null, at: null } });
    await page.until(() => page.isBlocked('Sync with Gateway'), 'the running sync');
    expect(page.control('Sync with Gateway').getAttribute('aria-description')).to.equal('Gateway sync is running');
  });
});
