import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createBackend, createFetch } from '../../mocks/index.js';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { SharedConfig } from '../../src/adapter/context.js';
import { batchSyncFace } from '../../src/core/batch-sync-face.js';
import { batchSync } from '../../src/core/batch-sync.js';
import type { Capabilities, OrdersPermission } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { aBatch, aPage, anAdapter, anAnswer, heldStream, settle, someCapabilities } from './doubles.js';
import './probe.js';
import type { SettingsProbe } from './probe.js';

/** An adapter that lists one batch and says what it was asked. */
function recorded(methods: Partial<BatchSyncAdapter> = {}) {
  const asked: string[] = [];
  const adapter: BatchSyncAdapter = anAdapter({
    capabilities: () => Promise.resolve(someCapabilities()),
    listBatches: () => Promise.resolve(aPage([aBatch({ status: 'ACCEPTED' })])),
    ...methods,
  });
  const record = Object.fromEntries(
    Object.entries(adapter).map(([name, method]) => [
      name,
      (...call: never[]) => {
        asked.push(name);
        return (method as (...call: never[]) => unknown)(...call);
      },
    ]),
  );
  return { adapter: record as unknown as BatchSyncAdapter, asked };
}

async function probeWith(config: SharedConfig | null): Promise<SettingsProbe> {
  const probe = await fixture<SettingsProbe>(html`<settings-probe .config=${config}></settings-probe>`);
  await settle();
  await probe.updateComplete;
  return probe;
}

describe('settings of an element outside of a provider', () => {
  it('nothing configured: says so, asks for nothing, offers nothing', async () => {
    const probe = await probeWith(null);
    expect(probe.settings.configured).to.equal('no');
    expect(probe.settings.access).to.equal('pending');
    expect(probe.settings.can('create')).to.equal(false);
    expect(probe.settings.live).to.equal(null);
  });

  it('a provider that is not defined yet: waits; any other undefined tag, as Angular has them: does not', async () => {
    const late = await fixture(html`<late-sync-provider><settings-probe></settings-probe></late-sync-provider>`);
    expect(late.querySelector('settings-probe')!.settings.configured).to.equal('pending');
    const angular = await fixture(html`<app-root><settings-probe></settings-probe></app-root>`);
    expect(angular.querySelector('settings-probe')!.settings.configured).to.equal('no');
  });

  it('asks again once there is a way to a token, and goes on by itself with another function for it', async () => {
    const { handle } = createBackend({ basePath: '/v1', batches: 3 });
    const asked: (string | null)[] = [];
    const fetch = createFetch(request => {
      const token = request.headers.get('authorization');
      if (!request.url.endsWith('/events')) asked.push(token);
      return token === null ? Promise.resolve(new Response(null, { status: 401 })) : handle(request);
    });
    const config: SharedConfig = { baseUrl: 'https://late.test/v1', fetch };
    const probe = await probeWith(config);
    await waitUntil(() => probe.list.status.state === 'failed', 'the refusal');
    probe.config = { ...config, getAccessToken: () => 'first' };
    await waitUntil(() => probe.list.status.state === 'ready', 'the batches');
    const before = asked.length;
    probe.config = { ...config, getAccessToken: () => 'second' };
    await probe.updateComplete;
    await settle();
    expect(asked.slice(before)).to.deep.equal([]);
    expect(new Set(asked)).to.deep.equal(new Set([null, 'Bearer first']));
  });

  it('the host says none: not one request leaves, not even for rights', async () => {
    const stream = heldStream();
    const { adapter, asked } = recorded({ subscribe: stream.subscribe });
    const probe = await probeWith({ adapter, permissions: { orders: 'none' } });
    probe.settings.retryCapabilities();
    await settle();
    expect(probe.settings.access).to.equal('none');
    expect(asked).to.deep.equal([]);
  });

  it('the server says none: rights are asked for, data is not', async () => {
    const { adapter, asked } = recorded({
      capabilities: () => Promise.resolve(someCapabilities({ permissions: { orders: 'none' } })),
    });
    const probe = await probeWith({ adapter });
    expect(probe.settings.access).to.equal('none');
    expect(asked).to.deep.equal(['capabilities']);
  });

  it('data waits until rights are known', async () => {
    const rights = anAnswer<Capabilities>();
    const { adapter, asked } = recorded({ capabilities: () => rights.promise });
    const probe = await probeWith({ adapter });
    expect(probe.text).to.equal('yes pending idle');
    expect(asked).to.deep.equal(['capabilities']);
    rights.resolve(someCapabilities());
    await settle();
    await probe.updateComplete;
    expect(probe.text).to.equal('yes readWrite ready');
  });

  it('rights answer 500: read only with the problem, and a retry brings them', async () => {
    let fail = true;
    const { adapter, asked } = recorded({
      capabilities: () =>
        fail
          ? Promise.reject(new ProblemError({ code: 'server_error', status: 500 }))
          : Promise.resolve(someCapabilities()),
    });
    const probe = await probeWith({ adapter, permissions: { orders: 'readWrite' } });
    expect(probe.settings.access).to.equal('read');
    expect(probe.settings.capabilitiesProblem?.status).to.equal(500);
    expect(probe.text).to.equal('yes read ready');
    expect(probe.settings.can('create')).to.equal(false);
    probe.settings.retryCapabilities();
    await settle();
    expect(probe.settings.access).to.equal('read');
    fail = false;
    probe.settings.retryCapabilities();
    await settle();
    expect(probe.settings.access).to.equal('readWrite');
    expect(probe.settings.capabilitiesProblem).to.equal(null);
    expect(asked.filter(name => name === 'listBatches').length).to.equal(1);
  });

  it('rights that are known stay when asking again fails', async () => {
    let fail = false;
    const { adapter } = recorded({
      capabilities: () =>
        fail ? Promise.reject(new ProblemError({ code: 'x', status: 500 })) : Promise.resolve(someCapabilities()),
    });
    const probe = await probeWith({ adapter });
    fail = true;
    probe.settings.retryCapabilities();
    await settle();
    expect(probe.settings.access).to.equal('readWrite');
    expect(probe.settings.capabilitiesProblem).to.equal(null);
  });

  it('a hundred elements come and go: no listener of theirs is left on page or window', async () => {
    const left: string[] = [];
    const spied = [document, window].map(target => {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (type: string, ...rest: [never]) => {
        left.push(type);
        addEventListener.call(target, type, ...rest);
      };
      target.removeEventListener = (type: string, ...rest: [never]) => {
        if (left.includes(type)) left.splice(left.indexOf(type), 1);
        removeEventListener.call(target, type, ...rest);
      };
      return () => Object.assign(target, { addEventListener, removeEventListener });
    });
    const { adapter } = recorded({ subscribe: heldStream().subscribe });
    const probes = Array.from({ length: 100 }, () => document.createElement('settings-probe'));
    for (const probe of probes) {
      probe.config = { adapter };
      document.body.append(probe);
    }
    await waitUntil(() => left.length > 100);
    const busy = left.length;
    for (const probe of probes) probe.remove();
    await settle();
    for (const restore of spied) restore();
    expect(busy).to.be.greaterThan(100);
    expect(left).to.deep.equal([]);
  });

  for (const status of [404, 501]) {
    it(`rights answer ${status}: the host's word stands`, async () => {
      const { adapter } = recorded({
        capabilities: () => Promise.reject(new ProblemError({ code: 'absent', status })),
      });
      const probe = await probeWith({ adapter, permissions: { orders: 'readWrite' } });
      expect(probe.settings.access).to.equal('readWrite');
      expect((await probeWith({ adapter })).settings.access).to.equal('read');
    });
  }

  it('rights that cannot be read are no rights to write', async () => {
    const { adapter } = recorded({ capabilities: () => Promise.resolve({} as Capabilities) });
    const probe = await probeWith({ adapter, permissions: { orders: 'readWrite' } });
    expect(probe.settings.access).to.equal('read');
    expect(probe.settings.capabilitiesProblem?.code).to.equal('unreadable');
  });

  const strictest: [OrdersPermission | undefined, OrdersPermission, OrdersPermission][] = [
    ['readWrite', 'read', 'read'],
    ['read', 'readWrite', 'read'],
    ['readWrite', 'readWrite', 'readWrite'],
    [undefined, 'readWrite', 'readWrite'],
    ['admin' as OrdersPermission, 'readWrite', 'none'],
    ['readWrite', 'admin' as OrdersPermission, 'none'],
  ];
  for (const [host, server, access] of strictest) {
    it(`host ${host}, server ${server}: ${access}`, async () => {
      const { adapter } = recorded({
        capabilities: () => Promise.resolve(someCapabilities({ permissions: { orders: server } })),
      });
      const probe = await probeWith({ adapter, ...(host && { permissions: { orders: host } }) });
      expect(probe.settings.access).to.equal(access);
    });
  }

  it('the attribute readonly takes the right to write away', async () => {
    const { adapter } = recorded({ syncWithGateway: () => Promise.resolve(aBatch()) });
    const probe = await probeWith({ adapter });
    expect(probe.settings.can('gateway-sync')).to.equal(true);
    probe.readonly = true;
    expect(probe.settings.access).to.equal('read');
    expect(probe.settings.can('gateway-sync')).to.equal(false);
  });

  it('offers what adapter, features, rights and the batch all allow', async () => {
    const answer = () => Promise.resolve(aBatch());
    const { adapter } = recorded({
      syncWithGateway: answer,
      cancelBatch: answer,
      decide: answer,
      breakdown: () => Promise.reject(new Error()),
      capabilities: () =>
        Promise.resolve(
          someCapabilities({
            features: ['gateway-sync', 'retry', 'decide'],
            user: { id: 'u_7', name: 'Asha' },
          }),
        ),
    });
    const { settings } = await probeWith({ adapter });
    expect(settings.can('gateway-sync')).to.equal(true);
    expect(settings.can('retry')).to.equal(false);
    expect(settings.can('cancel')).to.equal(false);
    expect(settings.can('breakdown')).to.equal(false);
    expect(settings.can('gateway-sync', aBatch({ allowedActions: ['gateway-sync'] }))).to.equal(true);
    expect(settings.can('gateway-sync', aBatch({ allowedActions: [] }))).to.equal(false);
    expect(settings.can('decide', aBatch({ createdBy: { id: 'u_8', name: 'Ben' } }))).to.equal(true);
    expect(settings.can('decide', aBatch({ createdBy: { id: 'u_7', name: 'Asha' } }))).to.equal(false);
  });

  it('limits are the strictest of host and server, and the definition stays the same object', async () => {
    const { adapter } = recorded({
      capabilities: () => Promise.resolve(someCapabilities({ limits: { maxRows: 500, maxBytes: 9_000_000 } })),
    });
    const { settings } = await probeWith({ adapter });
    expect(settings.definition.limits).to.deep.equal({ maxRows: 500, maxBytes: 5_000_000 });
    expect(settings.definition).to.equal(settings.definition);
    expect(settings.definition.columns).to.equal(batchSyncFace.columns);
  });

  it('maker-checker is on where either says so', async () => {
    const off = recorded();
    const on = recorded({ capabilities: () => Promise.resolve(someCapabilities({ makerChecker: true })) });
    expect((await probeWith({ adapter: off.adapter })).settings.makerChecker).to.equal(false);
    expect((await probeWith({ adapter: off.adapter, makerChecker: true })).settings.makerChecker).to.equal(true);
    expect((await probeWith({ adapter: on.adapter, makerChecker: false })).settings.makerChecker).to.equal(true);
    const probe = await probeWith({ adapter: off.adapter });
    probe.makerChecker = true;
    expect(probe.settings.makerChecker).to.equal(true);
  });

  it('a config made anew at each render of the host: nothing happens, functions are the newest', async () => {
    const { adapter, asked } = recorded();
    const made = (name: string): SharedConfig => ({
      adapter,
      locale: 'de',
      permissions: { orders: 'read' },
      messages: { title: { one: 'a', other: 'b' } },
      definition: { ...batchSync, limits: { ...batchSync.limits } },
      linkTo: () => `https://example.test/${name}`,
    });
    const probe = await probeWith(made('first'));
    const { updates } = probe;
    const { definition } = probe.settings;
    for (let render = 0; render < 5; render += 1) {
      probe.config = made(`render-${render}`);
      await settle();
    }
    expect(probe.updates).to.equal(updates);
    expect(asked).to.deep.equal(['capabilities', 'listBatches']);
    expect(probe.settings.definition).to.equal(definition);
    expect(probe.settings.linkTo({ kind: 'list', view: null })).to.equal('https://example.test/render-4');
  });

  it('another adapter starts anew, and what the first one still answers is not shown', async () => {
    const late = anAnswer<ReturnType<typeof aPage>>();
    const first = recorded({ listBatches: () => late.promise });
    const second = recorded({ listBatches: () => Promise.resolve(aPage([aBatch({ id: 'bs_2' })])) });
    const probe = await probeWith({ adapter: first.adapter });
    probe.config = { adapter: second.adapter };
    await probe.updateComplete;
    await settle();
    late.resolve(aPage([aBatch({ id: 'bs_1' })]));
    await settle();
    expect(probe.list.value?.map(({ id }) => id)).to.deep.equal(['bs_2']);
  });

  it("host functions that throw are contained, and the host's telemetry hears of it", async () => {
    const { adapter } = recorded();
    const told: unknown[] = [];
    const broken = (): never => {
      throw new Error('host bug');
    };
    const { settings } = await probeWith({
      adapter,
      linkTo: broken,
      notify: broken,
      confirm: () => Promise.reject(new Error('host bug')),
      onEvent: event => {
        told.push(event.data['callback']);
        throw new Error('host bug');
      },
    });
    expect(settings.linkTo({ kind: 'batch', id: 'bs_1' })).to.equal(null);
    settings.notify({ code: 'queued', severity: 'success', message: 'Queued', batchId: null });
    const confirmed = settings.confirm({ code: 'cancel', title: '', message: '', confirmLabel: '', cancelLabel: '' });
    expect(await confirmed).to.equal(false);
    expect(told).to.deep.equal(['linkTo', 'notify', 'confirm']);
  });

  const links: [string, boolean][] = [
    ['/batch/bs_1', true],
    ['?batch=bs_1', true],
    ['https://portal.example/batch', true],
    ['javascript:alert(1)', false],
    [' java\nscript:alert(1)', false],
    ['data:text/html,x', false],
    ['http://elsewhere.example/', false],
    ['https://', false],
  ];
  for (const [href, allowed] of links) {
    it(`a link to ${JSON.stringify(href)} is ${allowed ? 'kept' : 'none'}`, async () => {
      const { settings } = await probeWith({ adapter: recorded().adapter, linkTo: () => href });
      expect(settings.linkTo({ kind: 'list', view: null })).to.equal(allowed ? href : null);
    });
  }

  it("time is the server's where the clocks differ", async () => {
    const ahead = Date.now() + 86_400_000;
    const { adapter } = recorded({
      capabilities: () => Promise.resolve(someCapabilities({ serverTime: new Date(ahead).toISOString() })),
    });
    const { settings } = await probeWith({ adapter });
    expect(settings.now() - ahead).to.be.within(-100, 5_000);
    const same = recorded({
      capabilities: () => Promise.resolve(someCapabilities({ serverTime: new Date().toISOString() })),
    });
    expect((await probeWith({ adapter: same.adapter })).settings.now() - Date.now()).to.be.within(-100, 0);
  });

  it('the language is the nearest one that is a language', async () => {
    const { adapter } = recorded();
    const section = await fixture(
      html`<section lang="pt-br"><settings-probe .config=${{ adapter }}></settings-probe></section>`,
    );
    const probe = section.querySelector('settings-probe')!;
    expect(probe.settings.locale).to.equal('pt-BR');
    probe.config = { adapter, locale: 'hi' };
    expect(probe.settings.locale).to.equal('hi');
    probe.config = { adapter, locale: 'not a language' };
    expect(probe.settings.locale).to.equal('pt-BR');
  });

  it('two elements with one adapter share rights and stream', async () => {
    const stream = heldStream();
    const { adapter, asked } = recorded({ subscribe: stream.subscribe });
    const one = await probeWith({ adapter });
    const two = await probeWith({ adapter });
    await waitUntil(() => asked.includes('subscribe'));
    expect(asked.filter(name => name !== 'listBatches')).to.deep.equal(['capabilities', 'subscribe']);
    one.settings.adopt([aBatch({ version: 8 })]);
    expect(two.settings.adopt([aBatch({ version: 7 })])[0]?.version).to.equal(8);
    one.remove();
    await settle();
    expect(stream.connections[0]?.signal.aborted).to.equal(false);
    two.remove();
    await settle();
    expect(stream.connections[0]?.signal.aborted).to.equal(true);
  });

  it('a backend whose features have no events is not asked for a stream', async () => {
    const stream = heldStream();
    const { adapter, asked } = recorded({
      subscribe: stream.subscribe,
      capabilities: () => Promise.resolve(someCapabilities({ features: [] })),
    });
    await probeWith({ adapter });
    expect(asked).to.not.include('subscribe');
  });

  it('removed while rights are asked for: aborted; and asked again when it comes back', async () => {
    const signals: AbortSignal[] = [];
    const { adapter } = recorded({
      capabilities: ({ signal }) => (signals.push(signal), anAnswer<Capabilities>().promise),
    });
    const probe = await probeWith({ adapter });
    probe.remove();
    await settle();
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
    document.body.append(probe);
    await settle();
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    probe.remove();
  });

  it('idle: nothing is asked for until something is to be shown', async () => {
    const { adapter, asked } = recorded();
    const probe = await fixture<SettingsProbe>(html`<settings-probe idle .config=${{ adapter }}></settings-probe>`);
    await settle();
    expect(asked).to.deep.equal([]);
    probe.idle = false;
    await probe.updateComplete;
    await settle();
    expect(asked).to.deep.equal(['capabilities', 'listBatches']);
  });
});
