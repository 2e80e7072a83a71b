import { expect, waitUntil } from '@open-wc/testing';
import { batchToWire } from '../../src/adapter/wire.js';
import type { Batch } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { Live } from '../../src/state/live.js';
import { HeldClock, aBatch, aPage, anAdapter } from './doubles.js';

// Each page is a live connection of its own: locks and channels are the browser's, and know no difference.

/** A backend that several pages read. Each read of a batch brings a newer version of it. */
class Server {
  readonly asked: string[] = [];
  readonly statuses = new Map<string, string>();
  failing: ProblemError | null = null;
  more: Partial<Batch> = {};
  #version = 1;

  read(page: string, id: string): Promise<Batch> {
    this.asked.push(`${page} ${id}`);
    if (this.failing) return Promise.reject(this.failing);
    const status = this.statuses.get(id) ?? 'PROCESSING';
    return Promise.resolve(aBatch({ id, version: (this.#version += 1), status, ...this.more }));
  }
}

let names = 0;
const pages: Page[] = [];

class Page {
  readonly clock = new HeldClock();
  readonly live: Live;
  readonly versions = new Map<string, number>();
  readonly states: string[] = [];
  readonly close: () => void;

  constructor(server: Server, page: string, sharedAs: string | null) {
    const adapter = anAdapter({
      getBatch: id => server.read(page, id),
      listBatches: async view => {
        const ids = ['1', '2', '3', '4', '5'].slice(0, view.pageSize);
        return aPage(await Promise.all(ids.map(id => server.read(page, id))));
      },
    });
    this.live = new Live(adapter, { clock: this.clock, streams: () => false, sharedAs: () => sharedAs });
    this.close = this.live.listen({
      batches: batches => batches.forEach(({ id, version }) => this.versions.set(id, version)),
      status: ({ state }) => this.states.push(state),
      resync: () => {},
    });
    pages.push(this);
  }

  watch(...ids: readonly string[]): void {
    this.live.report(ids.map(id => aBatch({ id })));
  }
}

/** Who holds the lock by a name, and how many wait. */
async function queue(name: string): Promise<{ held: number; waiting: number }> {
  const { held = [], pending = [] } = await navigator.locks.query();
  const count = (locks: readonly LockInfo[]): number => locks.filter(lock => lock.name === name).length;
  return { held: count(held), waiting: count(pending) };
}

/** Pages hear each other when the machine gets round to it. */
const patiently = { timeout: 15_000 };

async function untilQueued(name: string, held: number, waiting: number): Promise<void> {
  await waitUntil(
    async () => {
      const found = await queue(name);
      return found.held === held && found.waiting === waiting;
    },
    `${held} to read and ${waiting} to wait`,
    patiently,
  );
}

/** Two pages that look at the same batches; the first one reads. */
async function twoPages(server: Server, ...ids: readonly string[]) {
  const name = aName();
  const first = new Page(server, 'first', name);
  first.watch(...ids);
  await untilQueued(name, 1, 0);
  const second = new Page(server, 'second', name);
  second.watch(...ids);
  await untilQueued(name, 1, 1);
  return { name, first, second };
}

function aName(): string {
  return `polling test ${(names += 1)}`;
}

/** How often the clocks go on while a page has not heard yet: further on others would read by themselves. */
const mostSteps = 20;

/** Lets a page's time go on, and whoever hears of it have it shown. */
async function passing(page: Page, milliseconds: number, until: () => boolean): Promise<void> {
  await page.clock.advance(milliseconds);
  let steps = 0;
  await waitUntil(
    async () => {
      if (steps++ < mostSteps) for (const each of pages) await each.clock.advance(each === page ? 1_000 : 50);
      return until();
    },
    'the other page to hear',
    patiently,
  );
}

describe('polling in several pages', function () {
  this.timeout(20_000);
  afterEach(() => {
    for (const page of pages.splice(0)) page.close();
    Reflect.deleteProperty(navigator, 'locks');
  });

  it('one page reads, and the other shows what it learned', async () => {
    const server = new Server();
    const { first, second } = await twoPages(server, '1');
    const seen = () => second.versions.get('1') === first.versions.get('1');
    for (let round = 0; round < 5; round += 1) {
      await second.clock.advance(4_000);
      const { length } = server.asked;
      await passing(first, 5_000, () => server.asked.length > length && seen());
      await passing(second, 300, seen);
    }
    expect(new Set(server.asked)).to.deep.equal(new Set(['first 1']));
    expect(second.live.status.state).to.equal('polling');
  });

  it('a batch that only the other page knows is read for it', async () => {
    const server = new Server();
    const { first, second } = await twoPages(server, '1');
    second.watch('2');
    await second.clock.advance(5_000);
    await passing(first, 5_000, () => server.asked.length > 0);
    await passing(first, 10_000, () => (second.versions.get('2') ?? 1) > 1);
    expect(new Set(server.asked)).to.deep.equal(new Set(['first 1', 'first 2']));
  });

  it('a page that did not hear of an end is told when it asks', async () => {
    const server = new Server();
    const { name, first } = await twoPages(server, '1', '2');
    server.statuses.set('1', 'ACCEPTED');
    await first.clock.advance(5_000);
    const late = new Page(server, 'late', name);
    late.watch('1');
    await untilQueued(name, 1, 2);
    await late.clock.advance(5_000);
    await passing(late, 0, () => late.live.newest(aBatch({ id: '1' })).status === 'ACCEPTED');
    expect(server.asked.filter(asked => !asked.startsWith('first'))).to.deep.equal([]);
  });

  it('the page that reads is closed: the next one takes over', async () => {
    const server = new Server();
    const { name, first, second } = await twoPages(server, '1');
    first.close();
    await untilQueued(name, 1, 0);
    await second.clock.advance(5_000);
    expect(server.asked).to.deep.equal(['second 1']);
  });

  it('the page that reads hangs: the other reads itself after a while', async () => {
    const server = new Server();
    const { second } = await twoPages(server, '1');
    await second.clock.advance(55_000);
    expect(server.asked).to.deep.equal([]);
    await second.clock.advance(10_000);
    expect(server.asked).to.deep.equal(['second 1']);
  });

  it('nothing moves any more: no page holds or waits for anything', async () => {
    const server = new Server();
    const { name, first, second } = await twoPages(server, '1');
    server.statuses.set('1', 'ACCEPTED');
    await passing(first, 5_000, () => second.live.newest(aBatch({ id: '1' })).status === 'ACCEPTED');
    await second.clock.advance(1_000);
    await untilQueued(name, 0, 0);
    expect([first, second].map(({ live }) => live.status.state)).to.deep.equal(['off', 'off']);
  });

  it('the backend is down: both pages say since when, and one asks', async () => {
    const server = new Server();
    const { first, second } = await twoPages(server, '1');
    server.failing = new ProblemError({ code: 'network', retryable: true });
    await passing(first, 60_000, () => second.live.status.state === 'stale');
    expect(first.live.status.state).to.equal('stale');
    expect(new Set(server.asked)).to.deep.equal(new Set(['first 1']));
    server.failing = null;
    await passing(first, 30_000, () => second.live.status.state === 'polling');
    expect(first.live.status.state).to.equal('polling');
  });

  it('a page that may not read any more leaves that to the others', async () => {
    const server = new Server();
    const { name, first, second } = await twoPages(server, '1');
    server.failing = new ProblemError({ code: 'session_expired', status: 401 });
    await first.clock.advance(5_000);
    await untilQueued(name, 1, 0);
    server.failing = null;
    await second.clock.advance(5_000);
    expect(server.asked).to.deep.equal(['first 1', 'second 1']);
  });

  it('others by name, such as of another backend or person, hear nothing of each other', async () => {
    const server = new Server();
    const one = new Page(server, 'one', aName());
    const other = new Page(server, 'other', aName());
    const alone = new Page(server, 'alone', null);
    for (const page of [one, other, alone]) page.watch('1');
    await untilQueued(`polling test ${names}`, 1, 0);
    for (const page of [one, other, alone]) await page.clock.advance(5_000);
    expect(server.asked).to.deep.equal(['one 1', 'other 1', 'alone 1']);
  });

  it('without locks, as on plain http, each page reads for itself', async () => {
    Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
    const server = new Server();
    const name = aName();
    for (const page of ['first', 'second'].map(each => new Page(server, each, name))) {
      page.watch('1');
      await page.clock.advance(5_000);
    }
    expect(server.asked).to.deep.equal(['first 1', 'second 1']);
  });

  it('where the browser grants no lock, each page reads for itself', async () => {
    const request = () => Promise.reject(new DOMException('no', 'SecurityError'));
    Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
    const server = new Server();
    const page = new Page(server, 'first', aName());
    page.watch('1');
    await passing(page, 0, () => server.asked.length > 0);
    expect(page.clock.now()).to.be.below(new HeldClock().now() + 30_000);
  });

  describe('what is said between them', () => {
    it('is what the wire says of a batch, without its first rows', async () => {
      const server = new Server();
      const name = aName();
      const ear = new BroadcastChannel(name);
      const said: unknown[] = [];
      ear.addEventListener('message', ({ data }) => said.push(data));
      server.more = { version: 2, preview: [['ORD_1', '', '']] };
      const page = new Page(server, 'first', name);
      page.watch('1');
      await untilQueued(name, 1, 0);
      await page.clock.advance(5_000);
      await waitUntil(() => said.length > 0, 'a word');
      ear.close();
      const batches = [batchToWire(aBatch({ id: '1', version: 2 }))];
      expect(said).to.deep.equal([{ type: 'read', batches, failing: false }]);
    });

    it('is checked like what comes from the wire, and tells nothing of batches that were not read here', async () => {
      const server = new Server();
      const { name, second } = await twoPages(server, '1');
      const mouth = new BroadcastChannel(name);
      const post = mouth.postMessage.bind(mouth);
      const say = (...batches: readonly unknown[]) => post({ type: 'read', batches, failing: false });
      const wire = batchToWire(aBatch({ id: '1', version: 7 }));
      for (const nonsense of [null, 'read', 7, {}, { type: 'read' }, { type: 'want', ids: [7] }]) {
        post(nonsense);
      }
      say({ ...wire, version: '9' }, null, { id: '1' });
      say({ ...wire, tasks: null, version: 9 });
      say(...Array.from({ length: 1000 }, () => ({ ...wire, version: 9 })));
      say({ ...wire, id: 'of another', version: 9 });
      say(wire);
      await waitUntil(async () => {
        await second.clock.advance(300);
        return second.versions.get('1') === 7;
      }, 'the one that can be read');
      mouth.close();
      expect([...second.versions]).to.deep.equal([['1', 7]]);
    });
  });
});
