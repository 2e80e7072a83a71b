import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Later, Throttle } from '../../src/state/later.js';
import { HeldClock, settle } from './doubles.js';

class LaterProbe extends LitElement {
  readonly clock = new HeldClock();
  readonly calls: string[] = [];
  readonly later = new Later(this, () => this.calls.push('later'), this.clock);
  readonly throttle = new Throttle(this, 2000, () => this.calls.push('throttled'), this.clock);
}
customElements.define('later-probe', LaterProbe);

describe('a call that is due later', () => {
  let probe: LaterProbe;

  beforeEach(async () => {
    probe = await fixture<LaterProbe>(html`<later-probe></later-probe>`);
  });

  it('is made once, counted from the last word', async () => {
    probe.later.in(300);
    await probe.clock.advance(200);
    probe.later.in(300);
    await probe.clock.advance(200);
    expect(probe.calls).to.deep.equal([]);
    await probe.clock.advance(100);
    expect(probe.calls).to.deep.equal(['later']);
  });

  it('is made at once when hurried, and not again', async () => {
    probe.later.hurry();
    expect(probe.calls, 'nothing pending').to.deep.equal([]);
    probe.later.in(300);
    probe.later.hurry();
    await probe.clock.advance(1000);
    expect(probe.calls).to.deep.equal(['later']);
  });

  it('is taken back by removal, and not by a move', async () => {
    probe.later.in(300);
    const parent = probe.parentElement!;
    parent.append(probe);
    await settle();
    expect(probe.later.pending).to.equal(true);
    probe.remove();
    await settle();
    expect([probe.later.pending, probe.clock.timers]).to.deep.equal([false, 0]);
  });
});

describe('a call that is made only so often', () => {
  let probe: LaterProbe;

  beforeEach(async () => {
    probe = await fixture<LaterProbe>(html`<later-probe></later-probe>`);
  });

  it('is made at once, then once per pause, and the last wish is never lost', async () => {
    for (let wish = 0; wish < 5; wish += 1) probe.throttle.request();
    expect(probe.calls).to.have.length(1);
    await probe.clock.advance(1999);
    expect(probe.calls).to.have.length(1);
    await probe.clock.advance(1);
    expect(probe.calls).to.have.length(2);
    await probe.clock.advance(10_000);
    expect(probe.calls).to.have.length(2);
  });

  it('waits a whole pause after the same was done otherwise', async () => {
    probe.throttle.request();
    probe.throttle.request();
    await probe.clock.advance(1000);
    probe.throttle.done();
    probe.throttle.request();
    await probe.clock.advance(1999);
    expect(probe.calls).to.have.length(1);
    await probe.clock.advance(1);
    expect(probe.calls).to.have.length(2);
  });
});
