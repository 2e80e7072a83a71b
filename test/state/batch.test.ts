import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Batch } from '../../src/core/batch.js';
import { BatchFollower } from '../../src/state/batch.js';
import { aBatch, anAdapter, anAnswer, settle, type Answer } from './doubles.js';

class FollowerProbe extends LitElement {
  readonly told: [before: number | null, now: number][] = [];
  readonly replaced: boolean[] = [];
  readonly follower = new BatchFollower(this, {
    adopt: (batch, replace) => {
      this.replaced.push(replace);
      return batch;
    },
    changed: (batch, before) => this.told.push([before?.version ?? null, batch.version]),
    failed: () => {},
  });
}
customElements.define('follower-probe', FollowerProbe);

describe('a batch that is followed', () => {
  let probe: FollowerProbe;
  let answers: Answer<Batch>[];
  const adapter = anAdapter({
    getBatch: () => {
      const answer = anAnswer<Batch>();
      answers.push(answer);
      return answer.promise;
    },
  });
  const version = () => probe.follower.batch?.version;

  async function give(index: number, given: number): Promise<void> {
    answers[index]!.resolve(aBatch({ version: given }));
    await settle();
  }

  beforeEach(async () => {
    answers = [];
    probe = await fixture<FollowerProbe>(html`<follower-probe></follower-probe>`);
    probe.follower.follow(adapter, 'bs_1', null);
  });

  it('keeps the newest of what is streamed, whatever comes late', async () => {
    await give(0, 5);
    probe.follower.take([aBatch({ version: 7 })]);
    probe.follower.take([aBatch({ version: 6 }), aBatch({ id: 'bs_2', version: 9 })]);
    expect(version()).to.equal(7);
    expect(probe.told).to.deep.equal([
      [null, 5],
      [5, 7],
    ]);
  });

  it('keeps what was streamed while an older answer was on its way', async () => {
    await give(0, 5);
    void probe.follower.refresh();
    probe.follower.take([aBatch({ version: 8 })]);
    await give(1, 6);
    expect(version()).to.equal(8);
    expect(probe.replaced.at(-1), 'and nobody is told to go back').to.equal(false);
  });

  it('goes back only where a person asked to read again', async () => {
    await give(0, 5);
    void probe.follower.refresh();
    await give(1, 3);
    expect(version()).to.equal(3);
    expect(probe.replaced).to.deep.equal([false, true]);
  });

  it('takes no news before the first answer, and asks for nothing twice', async () => {
    probe.follower.take([aBatch({ version: 4 })]);
    probe.follower.follow(adapter, 'bs_1', null);
    expect(version()).to.equal(undefined);
    expect(answers).to.have.length(1);
  });

  it('forgets one batch before it shows the next', async () => {
    await give(0, 5);
    probe.follower.follow(adapter, 'bs_2', null);
    expect(version()).to.equal(undefined);
    expect(probe.follower.status.state).to.equal('loading');
  });

  describe('and what only a reading of it tells', () => {
    const milestones: [name: string, change: Partial<Batch>, behind: boolean][] = [
      ['progress', { tasks: { accepted: 5, failed: 0, queued: 5 } }, false],
      ['another status', { status: 'ACCEPTED' }, true],
      ['a retry', { childIds: ['bs_2'] }, true],
      ['a gateway sync', { gatewaySync: { state: 'running', by: null, at: null } }, true],
      ['a decision', { approval: { state: 'approved', by: null, at: null, comment: null } }, true],
    ];
    for (const [name, change, behind] of milestones) {
      it(`${name} ${behind ? 'is worth reading it again' : 'is not worth reading it again'}`, async () => {
        await give(0, 5);
        expect(probe.follower.behind).to.equal(false);
        probe.follower.take([aBatch({ version: 6, ...change })]);
        expect(probe.follower.behind).to.equal(behind);
      });
    }

    it('is up to date once it was read again, and nothing newer is lost by that', async () => {
      await give(0, 5);
      probe.follower.take([aBatch({ version: 8, status: 'ACCEPTED' })]);
      void probe.follower.reread();
      answers[1]!.resolve(aBatch({ version: 7, status: 'ACCEPTED' }));
      await settle();
      expect(probe.follower.behind).to.equal(false);
      expect(version()).to.equal(8);
      expect(probe.replaced.at(-1), 'it is nobody’s truth').to.equal(false);
    });

    it('is nothing before the first reading, nor for another batch', async () => {
      expect(probe.follower.behind).to.equal(false);
      await give(0, 5);
      probe.follower.take([aBatch({ version: 6, status: 'ACCEPTED' })]);
      probe.follower.follow(adapter, 'bs_2', null);
      expect(probe.follower.behind).to.equal(false);
    });
  });

  it('is not taken from what cannot be drawn, whoever gave it', async () => {
    await give(0, 5);
    probe.follower.take([{ id: 'bs_1', version: 9 } as Batch]);
    expect(version()).to.equal(5);
    probe.follower.follow(adapter, 'bs_2', { id: 'bs_2', version: 1 } as Batch);
    expect(version()).to.equal(undefined);
    expect(probe.follower.status.state).to.equal('loading');
  });
});
