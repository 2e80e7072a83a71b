import { expect } from '@open-wc/testing';
import type { BatchSyncAdapter } from '../../src/adapter/adapter.js';
import type { LiveStatus } from '../../src/adapter/context.js';
import type { Batch, BatchEvent } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { Live } from '../../src/state/live.js';
import { HeldClock, aBatch, aPage, anAdapter, anAnswer, heldStream, settle } from './doubles.js';

const heartbeat: BatchEvent = { type: 'heartbeat', id: null };
const updated = (id: string | null, change: Partial<Batch> = {}): BatchEvent => ({
  type: 'batch.updated',
  id,
  batch: aBatch(change),
});

/** A live connection, a listener's ears, and the clock. */
function listen(methods: Partial<BatchSyncAdapter>, clock = new HeldClock()) {
  const live = new Live(anAdapter(methods), { clock });
  const heard = { batches: [] as Batch[][], states: [] as LiveStatus['state'][], resyncs: 0 };
  const leave = live.listen({
    batches: batches => heard.batches.push([...batches]),
    status: ({ state }) => heard.states.push(state),
    resync: () => (heard.resyncs += 1),
  });
  const versions = (): number[][] => heard.batches.map(batches => batches.map(({ version }) => version));
  return { live, heard, leave, clock, versions };
}

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('the live connection', () => {
  const leavers: (() => void)[] = [];
  afterEach(() => {
    for (const leave of leavers.splice(0)) leave();
    Reflect.deleteProperty(document, 'hidden');
  });

  function start(methods: Partial<BatchSyncAdapter>) {
    const started = listen(methods);
    leavers.push(started.leave);
    return started;
  }

  it('a stream that is cut comes back from where it was', async () => {
    const stream = heldStream();
    const { heard, clock, versions } = start({ subscribe: stream.subscribe });
    await settle();
    expect(stream.connections.map(({ lastEventId }) => lastEventId)).to.deep.equal([null]);
    stream.connections[0]?.push(updated('41', { version: 2 }));
    await clock.advance(0);
    stream.connections[0]?.fail(new ProblemError({ code: 'network' }));
    await clock.advance(5_000);
    expect(stream.connections.map(({ lastEventId }) => lastEventId)).to.deep.equal([null, '41']);
    stream.connections[1]?.push(updated('42', { version: 3 }));
    await clock.advance(1_000);
    expect(heard.states).to.deep.equal(['connecting', 'live', 'reconnecting', 'live']);
    expect(versions()).to.deep.equal([[2], [3]]);
    expect(heard.resyncs).to.equal(0);
  });

  it('a stream without ids that is cut: what was missed is read again', async () => {
    const stream = heldStream();
    const { heard, clock } = start({ subscribe: stream.subscribe });
    await settle();
    stream.connections[0]?.push(heartbeat);
    stream.connections[0]?.end();
    await clock.advance(5_000);
    stream.connections[1]?.push(heartbeat);
    await settle();
    expect(heard.resyncs).to.equal(1);
  });

  it('a silent stream is given up after 45 s, also one that does not heed its signal', async () => {
    const stream = heldStream();
    const { heard, clock } = start({ subscribe: stream.subscribe });
    await settle();
    stream.connections[0]?.push(heartbeat);
    await clock.advance(44_900);
    expect(stream.connections[0]?.signal.aborted).to.equal(false);
    await clock.advance(200);
    expect(stream.connections[0]?.signal.aborted).to.equal(true);
    expect(heard.states.at(-1)).to.equal('reconnecting');
    await clock.advance(2_000);
    expect(stream.connections.length).to.equal(2);
  });

  it('heartbeats keep a stream alive', async () => {
    const stream = heldStream();
    const { clock } = start({ subscribe: stream.subscribe });
    await settle();
    for (let minute = 0; minute < 10; minute += 1) {
      stream.connections[0]?.push(heartbeat);
      await clock.advance(30_000);
    }
    expect(stream.connections.length).to.equal(1);
  });

  it('a server that answers and hangs up each time is asked less and less', async () => {
    const stream = heldStream();
    const { clock } = start({ subscribe: stream.subscribe });
    await settle();
    for (let round = 0; round < 600; round += 1) {
      const connection = stream.connections.at(-1);
      connection?.push(heartbeat);
      connection?.end();
      await clock.advance(1_000);
    }
    expect(stream.connections.length).to.be.within(15, 40);
  });

  it('a stream that the server refuses is not asked for again; what moves is read instead', async () => {
    let tries = 0;
    const { live, clock, heard, versions } = start({
      subscribe: () => {
        tries += 1;
        throw new ProblemError({ code: 'not_found', status: 404 });
      },
      getBatch: () => Promise.resolve(aBatch({ version: 2, status: 'ACCEPTED' })),
    });
    live.report([aBatch()]);
    await clock.advance(600_000);
    expect(tries).to.equal(1);
    expect(versions()).to.deep.equal([[1], [2]]);
    expect(heard.states).to.include('polling');
    expect(heard.states.at(-1)).to.equal('off');
  });

  it('an older version that arrives late, doubled or out of order never overwrites', async () => {
    const stream = heldStream();
    const { live, clock, versions } = start({ subscribe: stream.subscribe });
    await settle();
    for (const version of [5, 3, 5, 4]) {
      stream.connections[0]?.push(updated(null, { version }));
      await clock.advance(1_000);
    }
    live.report([aBatch({ version: 2 })]);
    await clock.advance(1_000);
    expect(versions()).to.deep.equal([[5]]);
    expect(live.newest(aBatch({ version: 2 })).version).to.equal(5);
    expect(live.newest(aBatch({ version: 6 })).version).to.equal(6);
  });

  it('a person reads again: what came is the truth, even if older', async () => {
    const { live, clock, versions } = start({});
    live.report([aBatch({ version: 9, status: 'ACCEPTED' })]);
    await clock.advance(1_000);
    live.report([aBatch({ version: 2, status: 'FAILED' })], { replace: true });
    await clock.advance(1_000);
    expect(versions()).to.deep.equal([[9], [2]]);
    expect(live.newest(aBatch({ version: 1 })).status).to.equal('FAILED');
  });

  it('after resync everybody reads again, and older versions count', async () => {
    const stream = heldStream();
    const { live, heard, clock, versions } = start({ subscribe: stream.subscribe });
    await settle();
    stream.connections[0]?.push(updated('1', { version: 9 }));
    await clock.advance(1_000);
    stream.connections[0]?.push({ type: 'resync', id: '2' });
    await settle();
    expect(heard.resyncs).to.equal(1);
    live.report([aBatch({ version: 3 })]);
    await clock.advance(1_000);
    expect(versions()).to.deep.equal([[9], [3]]);
  });

  it('a server that asks for a new start with every event is not read again with every event', async () => {
    const stream = heldStream();
    const { heard, clock } = start({ subscribe: stream.subscribe });
    await settle();
    for (let second = 0; second < 60; second += 1) {
      stream.connections[0]?.push({ type: 'resync', id: String(second) });
      await clock.advance(1_000);
    }
    expect(heard.resyncs).to.be.within(10, 13);
    await clock.advance(6_000);
    const { resyncs } = heard;
    await clock.advance(30_000);
    expect(heard.resyncs).to.equal(resyncs);
  });

  it('after a machine slept, a connection that died meanwhile is given up in seconds', async () => {
    const stream = heldStream();
    const { clock } = start({ subscribe: stream.subscribe });
    await settle();
    stream.connections[0]?.push(updated('3'));
    await clock.advance(1_000);
    clock.sleep(8 * 3_600_000);
    await clock.advance(20_000);
    expect(stream.connections.map(({ lastEventId }) => lastEventId)).to.deep.equal([null, '3']);
  });

  it('a stream that is answered with no content is not asked for again', async () => {
    let tries = 0;
    const { clock, live } = start({
      subscribe: () => {
        tries += 1;
        throw new ProblemError({ code: 'unreadable', status: 204, retryable: true });
      },
    });
    await clock.advance(600_000);
    expect({ tries, state: live.status.state }).to.deep.equal({ tries: 1, state: 'off' });
  });

  it('a first connection is not called a return; one that cannot be had again is old after a while', async () => {
    const stream = heldStream();
    let down = false;
    const { live, clock, heard } = start({
      subscribe: ctx => {
        if (down) throw new ProblemError({ code: 'network', retryable: true });
        return stream.subscribe(ctx);
      },
    });
    live.report([aBatch({ status: 'ACCEPTED' })]);
    await clock.advance(1_000);
    expect(live.status.state).to.equal('connecting');
    stream.connections[0]?.push(heartbeat);
    await settle();
    const since = clock.now();
    down = true;
    stream.connections[0]?.end();
    await clock.advance(50_000);
    expect(live.status.state).to.equal('reconnecting');
    await clock.advance(60_000);
    expect(live.status).to.deep.equal({ state: 'stale', since });
    expect(heard.states).to.deep.equal(['connecting', 'live', 'reconnecting', 'stale']);
  });

  it('a storm of events is told at most four times a second, each batch once and newest', async () => {
    const stream = heldStream();
    const { heard, clock } = start({ subscribe: stream.subscribe });
    await settle();
    for (let version = 1; version <= 100; version += 1) {
      stream.connections[0]?.push(updated(null, { version, id: 'bs_a' }));
      stream.connections[0]?.push(updated(null, { version, id: 'bs_b' }));
      await clock.advance(20);
    }
    await clock.advance(250);
    expect(heard.batches.length).to.be.within(7, 10);
    expect(heard.batches.at(-1)?.map(({ id, version }) => `${id} ${version}`)).to.deep.equal(['bs_a 100', 'bs_b 100']);
  });

  it('without a stream what moves is read, faster while it changes, slower while not, and then no more', async () => {
    let version = 1;
    const times: number[] = [];
    const clock = new HeldClock();
    const started = listen(
      {
        getBatch: () => {
          times.push(clock.now());
          if (times.length < 3) version += 1;
          const done = times.length >= 12;
          return Promise.resolve(aBatch({ version: done ? version + 1 : version, status: done ? 'FAILED' : 'QUEUED' }));
        },
      },
      clock,
    );
    leavers.push(started.leave);
    started.live.report([aBatch()]);
    await clock.advance(3_600_000);
    const gaps = times.slice(1).map((time, index) => time - times[index]);
    expect(times.length).to.equal(12);
    expect(gaps.slice(0, 2)).to.deep.equal([5_000, 5_000]);
    expect(gaps.at(-1)).to.equal(30_000);
    expect([...gaps].sort((one, other) => one - other)).to.deep.equal(gaps);
    expect(clock.timers).to.equal(0);
    expect(started.live.status.state).to.equal('off');
  });

  it('polling never overlaps: a slow answer holds the next round back', async () => {
    let open = 0;
    let most = 0;
    const answers: ReturnType<typeof anAnswer<Batch>>[] = [];
    const { live, clock } = start({
      getBatch: () => {
        most = Math.max(most, (open += 1));
        const answer = anAnswer<Batch>();
        answers.push(answer);
        return answer.promise.finally(() => (open -= 1));
      },
    });
    live.report([aBatch()]);
    await clock.advance(300_000);
    live.report([aBatch({ version: 2 })]);
    await clock.advance(300_000);
    expect(answers.length).to.equal(1);
    answers[0]?.resolve(aBatch({ version: 3 }));
    await clock.advance(6_000);
    expect(answers.length).to.equal(2);
    expect(most).to.equal(1);
  });

  it('many that move are read by one list, and what is not in it one by one', async () => {
    const asked: string[] = [];
    const { live, clock } = start({
      listBatches: view => {
        asked.push(view.statuses.join());
        return Promise.resolve(aPage(['1', '2', '3'].map(id => aBatch({ id, version: 2 }))));
      },
      getBatch: id => {
        asked.push(id);
        return Promise.resolve(aBatch({ id, version: 2, status: 'ACCEPTED' }));
      },
    });
    live.report(['1', '2', '3', '4', '5'].map(id => aBatch({ id })));
    await clock.advance(5_500);
    expect(asked).to.deep.equal(['PROCESSING,QUEUED', '4', '5']);
  });

  it('a batch that never ends is read slower and slower beside one that changes', async () => {
    const times = { stuck: [] as number[], quick: [] as number[] };
    const clock = new HeldClock();
    let version = 1;
    const started = listen(
      {
        getBatch: id => {
          times[id as keyof typeof times].push(clock.now());
          return Promise.resolve(aBatch({ id, version: id === 'quick' ? (version += 1) : 1 }));
        },
      },
      clock,
    );
    leavers.push(started.leave);
    started.live.report([aBatch({ id: 'stuck' }), aBatch({ id: 'quick' })]);
    await clock.advance(600_000);
    const gaps = (reads: readonly number[]) => reads.slice(1).map((time, index) => time - reads[index]);
    expect(new Set(gaps(times.quick))).to.deep.equal(new Set([5_000]));
    expect(gaps(times.stuck).at(0)).to.equal(5_000);
    expect(gaps(times.stuck).at(-1)).to.equal(30_000);
  });

  it('a new batch is read soon, however slowly the others are', async () => {
    const asked: string[] = [];
    const { live, clock } = start({
      getBatch: id => {
        asked.push(id);
        return Promise.resolve(aBatch({ id }));
      },
    });
    live.report([aBatch({ id: 'stuck' })]);
    await clock.advance(600_000);
    asked.length = 0;
    live.report([aBatch({ id: 'new' })]);
    await clock.advance(5_000);
    expect(asked).to.include('new');
  });

  it('one batch that cannot be read keeps no other from being read, and says nothing of them', async () => {
    const { live, clock, versions, heard } = start({
      getBatch: id =>
        id === 'poisoned'
          ? Promise.reject(new ProblemError({ code: 'internal', status: 500 }))
          : Promise.resolve(aBatch({ id, version: 2 })),
    });
    live.report([aBatch({ id: 'poisoned' }), aBatch({ id: 'well' })]);
    await clock.advance(60_000);
    expect(versions()).to.deep.equal([[1, 1], [2]]);
    expect(heard.states).not.to.include('stale');
  });

  it('a server that asks for patience gets it, and is asked for nothing else meanwhile', async () => {
    const times: number[] = [];
    const clock = new HeldClock();
    const started = listen(
      {
        getBatch: () => {
          times.push(clock.now());
          return Promise.reject(new ProblemError({ code: 'rate_limited', status: 429, retryAfter: 120_000 }));
        },
      },
      clock,
    );
    leavers.push(started.leave);
    started.live.report([aBatch({ id: '1' }), aBatch({ id: '2' })]);
    await clock.advance(130_000);
    expect(times.slice(1).map((time, index) => time - times[index])).to.deep.equal([120_000]);
  });

  it('a batch that the server does not know any more is no longer asked for', async () => {
    let reads = 0;
    const { live, clock } = start({
      getBatch: () => {
        reads += 1;
        return Promise.reject(new ProblemError({ code: 'not_found', status: 404 }));
      },
    });
    live.report([aBatch()]);
    await clock.advance(120_000);
    expect(reads).to.equal(1);
  });

  it('a backend that is down: says stale since the last proof, and live when it is back', async () => {
    const stream = heldStream();
    let down = true;
    const { live, clock, heard } = start({
      subscribe: ctx => {
        if (down) throw new ProblemError({ code: 'network', retryable: true });
        return stream.subscribe(ctx);
      },
      getBatch: () => Promise.reject(new ProblemError({ code: 'network', retryable: true })),
    });
    live.report([aBatch()]);
    const proof = clock.now();
    await clock.advance(60_000);
    expect(live.status).to.deep.equal({ state: 'stale', since: proof });
    down = false;
    await clock.advance(40_000);
    stream.connections[0]?.push(heartbeat);
    await settle();
    expect(live.status).to.deep.equal({ state: 'live', since: clock.now() });
    expect(heard.states).to.include('polling');
  });

  it('a stream that is silent of a batch that moves does not leave it there for ever', async () => {
    const stream = heldStream();
    let reads = 0;
    const { live, clock, versions } = start({
      subscribe: stream.subscribe,
      getBatch: () => {
        reads += 1;
        return Promise.resolve(aBatch({ version: 2, status: 'ACCEPTED' }));
      },
    });
    await settle();
    stream.connections[0]?.push(heartbeat);
    await settle();
    live.report([aBatch()]);
    for (let beat = 0; beat < 12; beat += 1) {
      await clock.advance(10_000);
      stream.connections[0]?.push(heartbeat);
    }
    expect(reads).to.equal(1);
    expect(versions()).to.deep.equal([[1], [2]]);
  });

  it('what ended between being read and the opening of the stream is found out', async () => {
    const stream = heldStream();
    const { live, clock, versions } = start({
      subscribe: stream.subscribe,
      getBatch: () => Promise.resolve(aBatch({ version: 2, status: 'ACCEPTED' })),
    });
    live.report([aBatch()]);
    await clock.advance(300);
    stream.connections[0]?.push(heartbeat);
    await clock.advance(3_000);
    expect(versions()).to.deep.equal([[1], [2]]);
  });

  it('a hidden page holds nothing open, and one connection catches up on return', async () => {
    const stream = heldStream();
    let reads = 0;
    const { heard, clock, live } = start({
      subscribe: stream.subscribe,
      getBatch: () => Promise.resolve(aBatch({ version: (reads += 1) })),
    });
    await settle();
    stream.connections[0]?.push(updated('7', { version: 2 }));
    await clock.advance(1_000);
    hide(true);
    await settle();
    expect(stream.connections[0]?.signal.aborted).to.equal(true);
    expect(live.status.state).to.equal('paused');
    expect(clock.timers).to.equal(0);
    await clock.advance(3_600_000);
    hide(false);
    await settle();
    stream.connections[1]?.push(updated('8', { version: 3 }));
    await clock.advance(40_000);
    expect(stream.connections.map(({ lastEventId }) => lastEventId)).to.deep.equal([null, '7']);
    expect({ resyncs: heard.resyncs, reads }).to.deep.equal({ resyncs: 0, reads: 0 });
  });

  it('on return to a stream without ids everything is read again, once', async () => {
    const stream = heldStream();
    const { heard, clock } = start({ subscribe: stream.subscribe });
    await settle();
    stream.connections[0]?.push(heartbeat);
    await clock.advance(1_000);
    hide(true);
    await clock.advance(3_600_000);
    hide(false);
    await settle();
    stream.connections[1]?.push(heartbeat);
    await clock.advance(40_000);
    expect(heard.resyncs).to.equal(1);
  });

  it('a page that is hidden before it read again reads again on return', async () => {
    const stream = heldStream();
    const { heard, clock } = start({ subscribe: stream.subscribe });
    await settle();
    for (const id of ['1', '2']) stream.connections[0]?.push({ type: 'resync', id });
    await settle();
    hide(true);
    await clock.advance(3_600_000);
    expect(heard.resyncs).to.equal(1);
    hide(false);
    await clock.advance(40_000);
    expect(heard.resyncs).to.equal(2);
  });

  it('on return without a stream everything on screen is read again, once', async () => {
    const { heard, live, clock } = start({ getBatch: () => Promise.resolve(aBatch()) });
    live.report([aBatch()]);
    hide(true);
    await clock.advance(3_600_000);
    hide(false);
    await clock.advance(0);
    expect(heard.resyncs).to.equal(1);
  });

  it('a listener that throws does not keep the news from the others', async () => {
    const errors: unknown[] = [];
    const report = window.reportError;
    window.reportError = error => errors.push(error);
    const { live, clock, versions } = start({});
    const leave = live.listen({
      batches: () => {
        throw new Error('mine');
      },
      status: () => {},
      resync: () => {},
    });
    leavers.push(leave);
    const second: number[] = [];
    leavers.push(live.listen({ batches: ([batch]) => second.push(batch.version), status: () => {}, resync: () => {} }));
    live.report([aBatch({ status: 'ACCEPTED' })]);
    await clock.advance(1_000);
    window.reportError = report;
    expect(versions()).to.deep.equal([[1]]);
    expect(second).to.deep.equal([1]);
    expect(errors.length).to.equal(1);
  });

  it('a hundred listeners come and go: one connection, and nothing is left', async () => {
    const stream = heldStream();
    const clock = new HeldClock();
    const live = new Live(anAdapter({ subscribe: stream.subscribe }), { clock });
    const leaves = Array.from({ length: 100 }, () =>
      live.listen({ batches: () => {}, status: () => {}, resync: () => {} }),
    );
    await settle();
    stream.connections[0]?.push(updated('1'));
    await settle();
    expect(stream.connections.length).to.equal(1);
    for (const leave of leaves) leave();
    for (const leave of leaves) leave();
    await settle();
    expect(stream.connections[0]?.signal.aborted).to.equal(true);
    expect(clock.timers).to.equal(0);
    expect(live.status.state).to.equal('off');
    await clock.advance(600_000);
    expect(stream.connections.length).to.equal(1);
  });
});
