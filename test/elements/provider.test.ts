import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { SharedConfig } from '../../src/adapter/context.js';
import type { Capabilities } from '../../src/core/batch.js';
// Its code comes with the first who listens; here nobody is to wait for it, nor to take it for another's.
import '../../src/state/live-of.js';
import { ProblemError } from '../../src/core/problem.js';
import '../../src/define/provider.js';
import { BatchSyncProvider } from '../../src/elements/provider.js';
import { Settings } from '../../src/state/settings.js';
import { aBatch, aPage, anAdapter, anAnswer, heldStream, settle, someCapabilities } from '../state/doubles.js';
import type { SettingsProbe } from '../state/probe.js';
import '../state/probe.js';

/** Stands in for the three elements: keeps what the provider does with it. */
class RoleProbe extends LitElement {
  @property() as: 'table' | 'upload' | 'detail' = 'table';
  @property({ attribute: 'batch-id' }) batchId: string | null = null;
  readonly calls: string[] = [];
  settings!: Settings;

  override connectedCallback(): void {
    this.settings ??= new Settings(
      this,
      this.as,
      () => ({ idle: this.as !== 'table' && !this.batchId, batchId: this.batchId }),
      {
        handle: {
          show: () => void this.calls.push('show'),
          open: id => {
            this.calls.push(`open ${id}`);
            this.batchId = id;
          },
          refresh: () => void this.calls.push('refresh'),
          focus: id => {
            this.calls.push(id === undefined ? 'focus' : `focus ${id}`);
          },
          forget: () => void this.calls.push('forget'),
        },
      },
    );
    super.connectedCallback();
  }
}
customElements.define('role-probe', RoleProbe);

function working(methods: Partial<BatchSyncAdapter> = {}): BatchSyncAdapter {
  return anAdapter({
    capabilities: () => Promise.resolve(someCapabilities()),
    listBatches: () => Promise.resolve(aPage([aBatch({ status: 'ACCEPTED' })])),
    ...methods,
  });
}

async function provided(config: SharedConfig): Promise<{ provider: BatchSyncProvider; probe: SettingsProbe }> {
  const provider = await fixture<BatchSyncProvider>(html`
    <batch-sync-provider .config=${config}><settings-probe></settings-probe></batch-sync-provider>
  `);
  const probe = provider.querySelector('settings-probe')!;
  await settle();
  await probe.updateComplete;
  return { provider, probe };
}

/** Answers a page's `fetch` for the test, and counts. */
function answering(respond: (url: string) => Response): { urls: string[]; fetch: typeof fetch } {
  const urls: string[] = [];
  return {
    urls,
    fetch: async input => {
      const url = new URL(input instanceof Request ? input.url : String(input), location.href);
      urls.push(url.pathname);
      return respond(url.pathname);
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !holds(); turn += 1) await aTimeout(5);
  expect(holds()).to.equal(true);
}

describe('a provider and what is inside', () => {
  it('takes no space and can be hidden', async () => {
    const { provider } = await provided({ adapter: working() });
    expect(getComputedStyle(provider).display).to.equal('contents');
    provider.hidden = true;
    expect(getComputedStyle(provider).display).to.equal('none');
  });

  it('upgraded after its consumers: they find it', async () => {
    class LateProvider extends BatchSyncProvider {}
    const outer = await fixture(html`<late-provider><settings-probe></settings-probe></late-provider>`);
    const probe = outer.querySelector('settings-probe')!;
    expect(probe.settings.configured).to.equal('pending');
    // Set before the upgrade, as a framework may do.
    (outer as BatchSyncProvider).config = { adapter: working() };
    customElements.define('late-provider', LateProvider);
    await settle();
    await probe.updateComplete;
    await settle();
    expect(probe.settings.configured).to.equal('yes');
    expect(probe.list.status.state).to.equal('ready');
  });

  it('of two nested providers the nearer one counts, also when it is upgraded last', async () => {
    class InnerProvider extends BatchSyncProvider {}
    const outer = await fixture<BatchSyncProvider>(html`
      <batch-sync-provider locale="de">
        <late-inner-provider locale="hi"><settings-probe></settings-probe></late-inner-provider>
      </batch-sync-provider>
    `);
    const probe = outer.querySelector('settings-probe')!;
    expect(probe.settings.locale).to.equal('de');
    customElements.define('late-inner-provider', InnerProvider);
    await settle();
    expect(probe.settings.locale).to.equal('hi');
  });

  it('an element taken out of its provider forgets it, and finds the next one', async () => {
    const { provider, probe } = await provided({ adapter: working() });
    expect(probe.list.status.state).to.equal('ready');
    provider.after(probe);
    await probe.updateComplete;
    expect(probe.settings.provider).to.equal(null);
    expect(probe.settings.configured).to.equal('no');
    expect(probe.list.status.state).to.equal('idle');
    provider.append(probe);
    await settle();
    await probe.updateComplete;
    await settle();
    expect(probe.list.status.state).to.equal('ready');
  });

  it('an element moved inside its provider asks for nothing again', async () => {
    let reads = 0;
    const adapter = working({ listBatches: () => Promise.resolve(aPage([aBatch({ version: (reads += 1) })])) });
    const { provider, probe } = await provided({ adapter });
    const section = document.createElement('section');
    provider.append(section);
    section.append(probe);
    await settle();
    expect(reads).to.equal(1);
  });

  it('access none: nothing is asked for, not even rights or our own code', async () => {
    const { urls, fetch } = answering(() => Response.json({}));
    const provider = await fixture<BatchSyncProvider>(html`
      <batch-sync-provider base-url="/nowhere" access="none" .config=${{ fetch }}>
        <settings-probe></settings-probe>
      </batch-sync-provider>
    `);
    const before = performance.getEntriesByType('resource').length;
    await provider.refresh();
    await nextFrame();
    const loaded = performance.getEntriesByType('resource').slice(before);
    expect(provider.querySelector('settings-probe')!.settings.access).to.equal('none');
    expect(urls).to.deep.equal([]);
    expect(loaded.map(({ name }) => name)).to.deep.equal([]);
  });

  it('an access word that is none of ours allows nothing', async () => {
    const { provider, probe } = await provided({ adapter: working() });
    provider.access = 'write' as 'read';
    await provider.updateComplete;
    expect(probe.settings.access).to.equal('none');
  });

  it('an attribute wins over the config beside it, and the element over both', async () => {
    const { provider, probe } = await provided({ adapter: working(), locale: 'fr', timeZone: 'UTC' });
    provider.locale = 'de';
    await provider.updateComplete;
    expect([probe.settings.locale, probe.settings.timeZone]).to.deep.equal(['de', 'UTC']);
    probe.config = { locale: 'hi' };
    expect([probe.settings.locale, probe.settings.timeZone]).to.deep.equal(['hi', 'UTC']);
  });

  it('base-url: the REST adapter is loaded, and each request takes the functions of its time', async () => {
    const { urls, fetch } = answering(path => {
      const body = path.endsWith('capabilities')
        ? {
            permissions: { orders: 'read' },
            maker_checker: false,
            limits: { max_rows: 1000, max_bytes: 5_000_000 },
            features: [],
            user: null,
            server_time: '2026-10-01T09:30:00Z',
          }
        : { data: [], page: { next: null, prev: null, start: null, total: 0 } };
      return Response.json(body);
    });
    const provider = await fixture<BatchSyncProvider>(html`
      <batch-sync-provider base-url="/api" .config=${{ fetch }}><settings-probe></settings-probe></batch-sync-provider>
    `);
    const probe = provider.querySelector('settings-probe')!;
    await until(() => probe.list.status.state === 'ready');
    expect(urls).to.deep.equal(['/api/capabilities', '/api/batches']);
    const second = answering(() => Response.json({}));
    provider.config = { fetch: second.fetch };
    probe.settings.retryCapabilities();
    await until(() => second.urls.length > 0);
    expect(urls.length).to.equal(2);
  });

  it('rights answer 500, then a retry through the provider brings them', async () => {
    let fail = true;
    const capabilities = () =>
      fail ? Promise.reject(new ProblemError({ code: 'x', status: 500 })) : Promise.resolve(someCapabilities());
    const { probe } = await provided({ adapter: working({ capabilities }) });
    expect(probe.settings.access).to.equal('read');
    fail = false;
    probe.settings.retryCapabilities();
    await settle();
    expect(probe.settings.access).to.equal('readWrite');
  });

  it('a provider with nothing but a detail without a batch asks for nothing', async () => {
    let asked = 0;
    const adapter = working({ capabilities: () => ((asked += 1), anAnswer<Capabilities>().promise) });
    const provider = await fixture<BatchSyncProvider>(html`
      <batch-sync-provider .config=${{ adapter }}><role-probe as="detail"></role-probe></batch-sync-provider>
    `);
    await settle();
    expect(asked).to.equal(0);
    provider.querySelector<RoleProbe>('role-probe')!.batchId = 'bs_1';
    await nextFrame();
    expect(asked).to.equal(1);
  });

  it('a config made anew at each render of the host: the elements are not disturbed', async () => {
    const adapter = working();
    const { provider, probe } = await provided({ adapter, linkTo: () => '/first' });
    const { updates } = probe;
    for (let render = 0; render < 5; render += 1) {
      provider.config = { adapter, linkTo: () => `/render-${render}` };
      await settle();
    }
    expect(probe.updates).to.equal(updates);
    expect(probe.settings.linkTo({ kind: 'list', view: null })).to.equal('/render-4');
  });

  it('removed with everything inside: requests and stream are aborted, and it works again when it is back', async () => {
    const stream = heldStream();
    const signals: AbortSignal[] = [];
    const adapter = working({
      subscribe: stream.subscribe,
      listBatches: (_view, { signal }) => {
        signals.push(signal);
        return anAnswer<ReturnType<typeof aPage>>().promise;
      },
    });
    const { provider } = await provided({ adapter });
    const parent = provider.parentNode!;
    await waitUntil(() => stream.connections.length > 0);
    provider.remove();
    await settle();
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
    expect(stream.connections.map(({ signal }) => signal.aborted)).to.deep.equal([true]);
    parent.append(provider);
    await nextFrame();
    expect(signals.at(-1)?.aborted).to.equal(false);
    expect(stream.connections.at(-1)?.signal.aborted).to.equal(false);
  });

  it('logout: aborts everything and forgets rights and data; refresh begins anew', async () => {
    const stream = heldStream();
    const late = anAnswer<ReturnType<typeof aPage>>();
    const asked: string[] = [];
    const signals: AbortSignal[] = [];
    const adapter = working({
      subscribe: stream.subscribe,
      capabilities: () => (asked.push('capabilities'), Promise.resolve(someCapabilities())),
      listBatches: (_view, { signal }) => {
        asked.push('listBatches');
        signals.push(signal);
        return asked.length > 2 ? Promise.resolve(aPage([])) : late.promise;
      },
    });
    const { provider, probe } = await provided({ adapter });
    await waitUntil(() => stream.connections.length > 0);
    provider.logout();
    await probe.updateComplete;
    await settle();
    expect(signals[0]?.aborted).to.equal(true);
    expect(stream.connections[0]?.signal.aborted).to.equal(true);
    late.resolve(aPage([aBatch()]));
    await settle();
    expect(probe.settings.access).to.equal('none');
    expect(probe.list.status).to.deep.equal({ state: 'idle' });
    expect(asked).to.deep.equal(['capabilities', 'listBatches']);
    await provider.refresh();
    await settle();
    await probe.updateComplete;
    await settle();
    expect(probe.list.status.state).to.equal('ready');
    expect(asked).to.deep.equal(['capabilities', 'listBatches', 'capabilities', 'listBatches']);
  });
});

describe('a provider carries a person', () => {
  async function journey(navigation: string | null = null) {
    const provider = await fixture<BatchSyncProvider>(html`
      <batch-sync-provider .config=${{ adapter: working() }} .navigation=${navigation}>
        <div class="scroller">
          <role-probe as="table"></role-probe>
          <role-probe as="upload"></role-probe>
          <role-probe as="detail"></role-probe>
          <p></p>
        </div>
      </batch-sync-provider>
    `);
    const [table, upload, detail] = [...provider.querySelectorAll<RoleProbe>('role-probe')] as [
      RoleProbe,
      RoleProbe,
      RoleProbe,
    ];
    const scroller = provider.querySelector<HTMLElement>('.scroller')!;
    scroller.style.cssText = 'block-size: 100px; overflow: auto';
    scroller.querySelector('p')!.style.cssText = 'block-size: 1000px';
    return { provider, table, upload, detail, scroller, actions: table.settings.provider! };
  }

  it('to the upload, and a new batch makes the table read again', async () => {
    const { table, upload, actions } = await journey();
    actions.create();
    actions.submitted(aBatch());
    await settle();
    expect(upload.calls).to.deep.equal(['show']);
    expect(table.calls).to.deep.equal(['refresh']);
  });

  it('replace: to a batch and back to the same place', async () => {
    const { table, detail, scroller, actions } = await journey();
    scroller.scrollTop = 60;
    actions.open('bs_1');
    await nextFrame();
    expect(table.hidden).to.equal(true);
    expect(detail.batchId).to.equal('bs_1');
    expect(detail.calls).to.deep.equal(['open bs_1', 'focus']);
    scroller.scrollTop = 0;
    actions.back();
    await nextFrame();
    expect(table.hidden).to.equal(false);
    expect(detail.batchId).to.equal(null);
    expect(table.calls).to.deep.equal(['focus bs_1']);
    expect(scroller.scrollTop).to.equal(60);
  });

  it('from batch to batch: back leads to where the table was left, and to the row of the last', async () => {
    const { table, detail, scroller, actions } = await journey();
    scroller.scrollTop = 60;
    actions.open('bs_1');
    await nextFrame();
    scroller.scrollTop = 10;
    actions.open('bs_2');
    await nextFrame();
    actions.back();
    await nextFrame();
    expect(detail.calls).to.deep.equal(['open bs_1', 'focus', 'open bs_2', 'focus', 'open null']);
    expect(table.calls).to.deep.equal(['focus bs_2']);
    expect(scroller.scrollTop).to.equal(60);
  });

  it('opened and left again at once: the detail does not take the focus back', async () => {
    const { detail, actions } = await journey();
    actions.open('bs_1');
    actions.back();
    await nextFrame();
    expect(detail.calls).to.deep.equal(['open bs_1', 'open null']);
  });

  it('beside: the table stays', async () => {
    const { table, detail, actions } = await journey('beside');
    actions.open('bs_1');
    await nextFrame();
    expect(table.hidden).to.equal(false);
    expect(detail.batchId).to.equal('bs_1');
  });

  it('none: opening is left to the host', async () => {
    const { table, detail, actions } = await journey('none');
    expect(actions.open('bs_1')).to.equal(false);
    actions.back();
    await nextFrame();
    expect([...table.calls, ...detail.calls]).to.deep.equal([]);
    expect(table.hidden).to.equal(false);
  });

  it('navigation changed while a batch is open', async () => {
    const { provider, table, actions } = await journey();
    actions.open('bs_1');
    await nextFrame();
    provider.navigation = 'beside';
    await provider.updateComplete;
    expect(table.hidden).to.equal(false);
  });

  it('a batch opened by the host replaces the table, without moving the focus', async () => {
    const { table, detail } = await journey();
    detail.batchId = 'bs_9';
    await nextFrame();
    expect(table.hidden).to.equal(true);
    expect(detail.calls).to.deep.equal([]);
    detail.batchId = null;
    await nextFrame();
    expect(table.hidden).to.equal(false);
    expect(table.calls).to.deep.equal([]);
  });

  it('a table that the host hid stays hidden', async () => {
    const { table, actions } = await journey();
    table.hidden = true;
    actions.open('bs_1');
    await nextFrame();
    actions.back();
    await nextFrame();
    expect(table.hidden).to.equal(true);
  });

  it('the open detail is taken away: the table is there again', async () => {
    const { table, detail, actions } = await journey();
    actions.open('bs_1');
    await nextFrame();
    detail.remove();
    await nextFrame();
    expect(table.hidden).to.equal(false);
  });

  it('a table alone: opening leads nowhere and breaks nothing', async () => {
    const { table, upload, detail, actions } = await journey();
    upload.remove();
    detail.remove();
    await nextFrame();
    actions.create();
    expect(actions.open('bs_1')).to.equal(false);
    await nextFrame();
    expect(table.hidden).to.equal(false);
  });

  it('listens for none of the events of the elements', async () => {
    const { upload, detail, table } = await journey();
    for (const type of ['batch-sync-open', 'batch-sync-create', 'batch-sync-submitted', 'batch-sync-back']) {
      const detailData = { id: 'bs_1', batch: aBatch() };
      table.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: detailData }));
    }
    await nextFrame();
    expect([...table.calls, ...upload.calls, ...detail.calls]).to.deep.equal([]);
  });

  it('logout closes what is open and makes every element forget', async () => {
    const { provider, table, upload, detail, actions } = await journey();
    actions.open('bs_1');
    await nextFrame();
    provider.logout();
    await nextFrame();
    expect(detail.batchId).to.equal(null);
    expect(table.hidden).to.equal(false);
    for (const probe of [table, upload, detail]) expect(probe.calls.at(-1)).to.equal('forget');
  });
});
