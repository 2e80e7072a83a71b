import { expect } from '@open-wc/testing';
import type { ConnectionName } from '../../mocks/node.js';
import { createRestAdapter } from '../../src/adapter/rest.js';
import type { LiveStatus } from '../../src/adapter/context.js';
import { defaultView } from '../../src/core/view.js';
import { Live } from '../../src/state/live.js';
import type { Clock } from '../adapter/fixtures.js';
import { ctx } from '../adapter/mocks-support.js';
import { comes } from '../support/comes.js';
import { holdTime } from '../support/held-time.js';
import { HeldBackend } from '../support/mock-backend.js';

// The live connection over real connections to a real server, of which the page learns nothing but what arrives. Both
// clocks stand still until the test moves them.

/** Somebody who listens to a backend with batches under way. */
async function listen(connection: ConnectionName) {
  const backend = await HeldBackend.create({ connection, batches: 12, taskMs: 400 });
  const rest = createRestAdapter({ baseUrl: backend.baseUrl });
  const { items } = await rest.listBatches(defaultView, ctx());
  const clock = holdTime(Date.now());
  const live = new Live(rest);
  const states: LiveStatus['state'][] = [];
  const versions = new Map(items.map(({ id, version }) => [id, [version]]));
  const leave = live.listen({
    batches: batches => batches.forEach(({ id, version }) => versions.get(id)?.push(version)),
    status: ({ state }) => states.push(state),
    resync: () => undefined,
  });
  live.report(items);
  return {
    live,
    states,
    leave,
    clock,
    streams: async () => (await backend.requests()).filter(({ path }) => path.endsWith('/events')),
    /** What was told of each batch that was told of more than once. */
    told: () => [...versions.values()].filter(({ length }) => length > 1),
    /** Time goes on, here and at the server, until something is so. */
    until: (holds: () => boolean) =>
      comes(async () => {
        if (holds()) return true;
        await clock.pass(1000);
        await backend.advance(1000);
        return undefined;
      }),
  };
}

type Listening = Awaited<ReturnType<typeof listen>>;

describe('The live connection, where', function () {
  this.timeout(30_000);
  let here: Listening;
  let clock: Clock;

  async function meet(connection: ConnectionName): Promise<Listening> {
    here = await listen(connection);
    ({ clock } = here);
    return here;
  }

  afterEach(() => {
    clock.restore();
    here.leave();
  });

  it('the other end died without a word, is given up for another one after 45 s, and goes on from there', async () => {
    const { states, streams, told, until } = await meet('stream-half-open');
    await until(() => states.includes('live') && told().length > 0);
    const toldBefore = told().flat().length;
    await until(() => states.includes('reconnecting'));
    expect(clock.passed).to.be.within(45_000, 120_000);
    await until(() => states.at(-1) === 'live' && told().flat().length > toldBefore);
    await comes(async () => ((await streams()).map(({ open }) => open).join() === 'false,true' ? true : undefined));
    for (const versions of told()) expect(versions).to.deep.equal(versions.toSorted((a, b) => a - b));
  });

  it('a proxy hands on nothing until the end, is made up for by reading what moves', async () => {
    const { states, streams, told, until } = await meet('stream-gathered');
    await until(() => states.includes('polling') && told().length > 0);
    expect(states).to.not.include('live');
    expect((await streams()).length, 'tries of a stream').to.be.within(2, 4);
    for (const versions of told()) expect(versions).to.deep.equal(versions.toSorted((a, b) => a - b));
  });
});
