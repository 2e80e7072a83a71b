import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { batchSync } from '../../src/core/batch-sync.js';
import type { Batch } from '../../src/core/batch.js';
import { validateText } from '../../src/core/index.js';
import { EarlierBatch } from '../../src/state/earlier-batch.js';
import type { EarlierQuestion } from '../../src/state/earlier-batch.js';
import { aBatch, anAdapter, anAnswer, HeldClock } from './doubles.js';
import type { Answer } from './doubles.js';

const report = validateText('order_id,txn_id,unique_request_id\nORD_1,,\n', batchSync);

class EarlierProbe extends LitElement {
  readonly clock = new HeldClock();
  readonly answers: Answer<Batch[]>[] = [];
  readonly found: string[] = [];
  updates = 0;
  question: EarlierQuestion | null = null;
  readonly earlier = new EarlierBatch(
    this,
    () => this.question,
    batch => this.found.push(batch.id),
    this.clock,
  );

  protected override updated(): void {
    this.updates += 1;
  }

  /** Asks about a report, and waits until the backend was asked. */
  async ask(): Promise<Answer<Batch[]>> {
    const asked = new Promise<Answer<Batch[]>>(resolve => {
      const findBatches = () => {
        const answer = anAnswer<Batch[]>();
        this.answers.push(answer);
        resolve(answer);
        return answer.promise;
      };
      this.question = { adapter: anAdapter({ findBatches }), report };
    });
    this.requestUpdate();
    return asked;
  }
}
customElements.define('earlier-probe', EarlierProbe);

/** Whether a promise is settled by now. */
async function isOver(promise: Promise<void> | null): Promise<boolean> {
  const open = Symbol('open');
  await Promise.resolve();
  return (await Promise.race([promise, Promise.resolve(open)])) !== open;
}

const probe = () => fixture<EarlierProbe>(html`<earlier-probe></earlier-probe>`);

describe('the look-up of an earlier batch', () => {
  it('is waited for by whoever wants to send, but not for long', async () => {
    const host = await probe();
    await host.ask();
    const settled = host.earlier.settled();
    expect(host.earlier.isAwaited).to.equal(true);
    await host.clock.advance(1400);
    expect(await isOver(settled)).to.equal(false);
    await host.clock.advance(200);
    expect(await isOver(settled)).to.equal(true);
    expect(host.earlier).to.deep.include({ isAwaited: false, batch: null });
  });

  it('ends the waiting with its answer, good or bad', async () => {
    for (const end of ['found', 'none', 'failed'] as const) {
      const host = await probe();
      const answer = await host.ask();
      const settled = host.earlier.settled();
      const again = host.earlier.settled();
      if (end === 'failed') answer.reject(new Error('wrong backend'));
      else answer.resolve(end === 'found' ? [aBatch({ id: 'bs_7' })] : []);
      await Promise.all([settled, again]);
      expect(host.found, end).to.deep.equal(end === 'found' ? ['bs_7'] : []);
      expect(host.clock.timers, end).to.equal(0);
    }
  });

  it('is not waited for where it is over, or where nothing is asked', async () => {
    const host = await probe();
    expect(host.earlier.settled()).to.equal(null);
    const answer = await host.ask();
    answer.resolve([aBatch()]);
    await host.earlier.settled();
    expect(host.earlier.settled()).to.equal(null);
  });

  it('that comes too late is shown nevertheless', async () => {
    const host = await probe();
    const answer = await host.ask();
    const settled = host.earlier.settled();
    await host.clock.advance(2000);
    await settled;
    answer.resolve([aBatch({ id: 'bs_7' })]);
    await answer.promise;
    await host.clock.advance(0);
    expect(host.earlier.batch?.id).to.equal('bs_7');
  });

  it('leaves nobody waiting when the question is gone, or the element', async () => {
    const gone = await probe();
    await gone.ask();
    const waiting = gone.earlier.settled();
    gone.question = null;
    gone.requestUpdate();
    await waiting;
    expect(gone.earlier.isAwaited).to.equal(false);

    const removed = await probe();
    await removed.ask();
    const left = removed.earlier.settled();
    removed.remove();
    await left;
    expect(removed.clock.timers).to.equal(0);
  });

  it('does not keep the element busy where there is nothing to ask', async () => {
    const host = await probe();
    const { updates } = host;
    await host.updateComplete;
    await host.clock.advance(0);
    expect(host.updates).to.equal(updates);
  });
});
