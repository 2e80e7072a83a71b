import { expect } from '@open-wc/testing';
import { defaultSession } from '../../mocks/index.js';
import type { BatchEvent } from '../../src/core/batch.js';
import { rejection } from './fixtures.js';
import { asha, ctx, rohan, upload, world } from './mocks-support.js';
import type { World } from './mocks-support.js';

/** A connection that notes all it is told. */
function listen({ engine }: World, lastEventId: string | null = null, session = defaultSession) {
  const events: BatchEvent[] = [];
  const close = engine.connect(session, lastEventId, event => events.push(event));
  return { events, close, types: () => events.map(event => event.type) };
}

describe('mock backend: live events', () => {
  it('begin with a heartbeat that says where they stand', async () => {
    const { events } = listen(world());
    expect(events).to.deep.equal([{ type: 'heartbeat', id: '0' }]);
  });

  it('tell a batch from its making to its end, each snapshot newer than the last', async () => {
    const here = world();
    const { events } = listen(here);
    const { id } = await upload(here.as(), 100);
    here.clock.advance(12_000);
    const told = events.flatMap(event => ('batch' in event && event.batch.id === id ? [event] : []));
    expect(told[0]?.type).to.equal('batch.created');
    expect(told.at(-1)?.type).to.equal('batch.finished');
    expect(told.length).to.be.above(4);
    for (const [at, after] of told.slice(1).entries()) {
      expect(after.batch.version).to.equal((told[at]?.batch.version ?? 0) + 1);
      expect(Number(after.id)).to.be.above(Number(told[at]?.id));
    }
    expect(told.at(-1)?.batch).to.deep.include({ tasks: (await here.as().getBatch(id, ctx())).tasks });
  });

  it('replay what was missed after an id, and nothing twice', async () => {
    const here = world();
    const first = listen(here);
    await upload(here.as(), 10, { fileName: 'a.csv' });
    const last = first.events.at(-1)?.id ?? '';
    first.close();
    const { id } = await upload(here.as(), 10, { fileName: 'b.csv' });
    here.clock.advance(60_000);
    const { events, types } = listen(here, last);
    expect(types().filter(type => type === 'batch.created')).to.have.length(1);
    expect(types().filter(type => type === 'batch.finished')).to.have.length(2);
    const end = events.findLast(event => 'batch' in event && event.batch.id === id);
    expect(end).to.have.nested.property('batch.status').that.is.oneOf(['ACCEPTED', 'PARTIALLY_ACCEPTED', 'FAILED']);
    const again = listen(here, events.at(-1)?.id ?? '');
    expect(again.types()).to.deep.equal(['heartbeat']);
  });

  it('carry on from the id of a heartbeat', async () => {
    const here = world();
    const first = listen(here);
    first.close();
    await upload(here.as());
    expect(listen(here, first.events[0]?.id ?? '').types()).to.deep.equal(['batch.created', 'heartbeat']);
  });

  for (const id of ['never given', '-1', '999999', '1.5']) {
    it(`ask for a resync after an id that is not known: ${id}`, async () => {
      const here = world();
      await upload(here.as());
      expect(listen(here, id).types()).to.deep.equal(['resync', 'heartbeat']);
    });
  }

  it('ask for a resync when too much was missed', async () => {
    const here = world({ failureRate: 0 });
    const first = listen(here);
    for (let batch = 0; batch < 30; batch++) await upload(here.as(), 1000, { fileName: `${batch}.csv` });
    here.clock.advance(60_000);
    expect(first.events.length).to.be.above(1000);
    expect(listen(here, '1').types()).to.deep.equal(['resync', 'heartbeat']);
  });

  it('beat when nothing else happens', async () => {
    const here = world();
    const { types } = listen(here);
    here.clock.advance(46_000);
    expect(types()).to.deep.equal(['heartbeat', 'heartbeat', 'heartbeat', 'heartbeat']);
  });

  it('tell everybody, each by their own rights', async () => {
    const here = world();
    const mine = listen(here, null, { user: asha, permission: 'readWrite', makerChecker: true });
    const theirs = listen(here, null, { user: rohan, permission: 'readWrite', makerChecker: true });
    await upload(here.as({ makerChecker: true }), 3, { description: 'Fix' });
    const actions = ({ events }: typeof mine) =>
      events.flatMap(event => ('batch' in event ? event.batch.allowedActions : []));
    expect(actions(mine)).to.deep.equal(['cancel']);
    expect(actions(theirs)).to.deep.equal(['decide']);
  });

  it('say both of a retry: the child made, the parent changed', async () => {
    const here = world({ failureRate: 1 });
    const { id } = await upload(here.as(), 3);
    here.clock.advance(60_000);
    const { events } = listen(here);
    const child = await here.as().retryFailed(id, ctx());
    const told = events.flatMap(event => ('batch' in event ? [[event.type, event.batch.id]] : []));
    expect(told).to.deep.equal([
      ['batch.created', child.id],
      ['batch.updated', id],
    ]);
  });

  it('stop when nobody listens', async () => {
    const here = world();
    const { events, close } = listen(here);
    await upload(here.as(), 100);
    close();
    const before = events.length;
    here.clock.advance(60_000);
    expect(events).to.have.length(before);
  });

  it('come as something to iterate, which ends with its signal', async () => {
    const here = world();
    const leave = new AbortController();
    const types: string[] = [];
    for await (const event of here.as().subscribe({ signal: leave.signal, lastEventId: null })) {
      types.push(event.type);
      if (types.length === 1) await upload(here.as());
      else leave.abort();
    }
    expect(types).to.deep.equal(['heartbeat', 'batch.created']);
  });

  it('are refused without the right to read', async () => {
    const stream = world()
      .as({ permission: 'none' })
      .subscribe({ signal: new AbortController().signal, lastEventId: null });
    expect(await rejection(stream[Symbol.asyncIterator]().next())).to.include({ code: 'forbidden', status: 403 });
  });
});
