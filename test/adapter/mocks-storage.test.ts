import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { createEngine, createManualClock, createStorage } from '../../mocks/index.js';
import { defaultView } from '../../src/core/view.js';
import { ctx, upload, worldOf } from './mocks-support.js';

describe('mock backend: kept in the browser', () => {
  const name = `mock-storage-${Math.random()}`;
  const storage = createStorage(name, 0);

  afterEach(() => storage.reset());
  after(() => indexedDB.deleteDatabase(name));

  async function visit(clock = createManualClock()) {
    const snapshot = await storage.load();
    const engine = createEngine({ clock, batches: 4, ...(snapshot && { snapshot }) });
    const stop = storage.keep(engine);
    return { ...worldOf(engine, clock), stop };
  }

  it('begins with nothing', async () => {
    expect(await storage.load()).to.equal(null);
  });

  it('goes on after a reload, by the time that has passed', async () => {
    const { as, clock, stop } = await visit();
    const { id } = await upload(as(), 200);
    await waitUntil(async () => (await storage.load())?.records.length === 5);
    stop();
    const later = await visit(createManualClock(clock.now() + 60_000));
    expect((await later.as().listBatches(defaultView, ctx())).total).to.equal(5);
    expect((await later.as().getBatch(id, ctx())).tasks.queued).to.equal(0);
    later.stop();
  });

  it('keeps the batches of the first look: their times do not move with each visit', async () => {
    const { as, stop } = await visit();
    const { items } = await as().listBatches(defaultView, ctx());
    await waitUntil(async () => (await storage.load()) !== null);
    stop();
    const later = await visit(createManualClock('2026-10-14T09:00:00Z'));
    const ids = (await later.as().listBatches(defaultView, ctx())).items.map(batch => batch.id);
    expect(ids).to.deep.equal(items.map(batch => batch.id));
    later.stop();
  });

  it('forgets on reset, also what was about to be saved', async () => {
    const { as } = await visit();
    await upload(as(), 3);
    await storage.reset();
    // Whatever timer was set by then has run.
    await aTimeout(0);
    expect(await storage.load()).to.equal(null);
  });

  it('passes over what another version left', async () => {
    const other = createStorage(name, 0);
    const { engine, stop } = await visit();
    stop();
    await storage.reset();
    const future = { ...engine, snapshot: () => ({ ...engine.snapshot(), format: 99 as 1 }), onAct: () => () => {} };
    other.keep(future)();
    expect(await storage.load()).to.equal(null);
  });
});
