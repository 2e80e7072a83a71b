import { expect } from '@open-wc/testing';
import type { LiveConnection, LiveListener, LiveStatus } from '../../src/adapter/context.js';
import type { Batch } from '../../src/core/batch.js';
import { LiveWhenWanted } from '../../src/state/live-when-wanted.js';
import { HeldClock, aBatch, anAnswer, settle } from './doubles.js';
import type { Answer } from './doubles.js';

class Connection implements LiveConnection {
  readonly remembered: string[] = [];
  readonly status: LiveStatus = { state: 'live', since: 1 };
  readonly listeners = new Set<LiveListener>();
  listen(listener: LiveListener): () => void {
    this.listeners.add(listener);
    listener.status(this.status);
    return () => void this.listeners.delete(listener);
  }
  report(): void {}
  remember(batches: readonly Batch[]): void {
    this.remembered.push(...batches.map(({ id }) => id));
  }
}

class Ear implements LiveListener {
  readonly heard: string[] = [];
  batches(batches: readonly Batch[]): void {
    this.heard.push(...batches.map(({ id }) => id));
  }
  status({ state }: LiveStatus): void {
    this.heard.push(state);
  }
  resync(): void {
    this.heard.push('resync');
  }
}

describe('a live connection that comes when it is wanted', () => {
  let answers: Answer<Connection>[];
  let clock: HeldClock;
  let live: LiveWhenWanted;
  beforeEach(() => {
    answers = [];
    clock = new HeldClock();
    live = new LiveWhenWanted(() => {
      const answer = anAnswer<Connection>();
      answers.push(answer);
      return answer.promise;
    }, clock);
  });

  it('is not fetched before anybody listens, and once however many do', async () => {
    live.report([aBatch()]);
    expect(live.status.state).to.equal('off');
    expect(answers).to.have.length(0);
    const ears = [new Ear(), new Ear()];
    for (const ear of ears) live.listen(ear);
    answers[0]!.resolve(new Connection());
    await settle();
    expect(answers).to.have.length(1);
    expect(ears.map(({ heard }) => heard)).to.deep.equal([['live'], ['live']]);
    expect(live.status.state).to.equal('live');
  });

  it('tells what is reported while it comes to whoever listens, once, and is told of it', async () => {
    const ear = new Ear();
    live.listen(ear);
    live.report([aBatch({ id: 'bs_7' })]);
    live.report([aBatch({ id: 'bs_8' })]);
    expect(ear.heard, 'not while it is reported').to.deep.equal([]);
    await clock.advance(0);
    expect(ear.heard).to.deep.equal(['bs_7', 'bs_8']);
    const connection = new Connection();
    answers[0]!.resolve(connection);
    await settle();
    expect(ear.heard).to.deep.equal(['bs_7', 'bs_8', 'live']);
    expect(connection.remembered).to.deep.equal(['bs_7', 'bs_8']);
  });

  it('knows the newest of what was reported while it comes', () => {
    live.listen(new Ear());
    live.report([aBatch({ version: 8 }), aBatch({ id: 'bs_2', version: 9 })]);
    expect(live.newest(aBatch({ version: 7 })).version).to.equal(8);
    expect(live.newest(aBatch({ version: 9 })).version).to.equal(9);
  });

  it('tells nobody who left meanwhile, and lets go of whoever leaves later', async () => {
    const [early, late] = [new Ear(), new Ear()];
    const leaveEarly = live.listen(early);
    const leaveLate = live.listen(late);
    leaveEarly();
    const connection = new Connection();
    answers[0]!.resolve(connection);
    await settle();
    expect(early.heard).to.deep.equal([]);
    leaveLate();
    expect(connection.listeners.size).to.equal(0);
  });

  it('is fetched again by and by where it cannot be had, as long as somebody listens', async () => {
    const ear = new Ear();
    const leave = live.listen(ear);
    answers[0]!.reject(new TypeError('Failed to fetch dynamically imported module'));
    await settle();
    expect(ear.heard).to.deep.equal(['reconnecting']);
    expect(live.status.state).to.equal('reconnecting');
    await clock.advance(10_000);
    expect(answers).to.have.length(2);
    answers[1]!.reject(new TypeError('Failed to fetch dynamically imported module'));
    await settle();
    leave();
    await clock.advance(60_000);
    expect(clock.timers).to.equal(0);
    expect(answers).to.have.length(2);
    live.listen(ear);
    answers[2]!.resolve(new Connection());
    await settle();
    expect(ear.heard.at(-1)).to.equal('live');
  });
});
