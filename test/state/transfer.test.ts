import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Transfer } from '../../src/state/transfer.js';
import { HeldClock } from './doubles.js';

class TransferProbe extends LitElement {
  readonly clock = new HeldClock();
  readonly told: string[] = [];
  readonly bytes = new Transfer(this, () => this.told.push('stalled'), this.clock);
}
customElements.define('transfer-probe', TransferProbe);

const transfer = () => fixture<TransferProbe>(html`<transfer-probe></transfer-probe>`);

describe('bytes on their way', () => {
  it('take as long as they took so far', async () => {
    const { clock, bytes } = await transfer();
    bytes.begin();
    bytes.progress(100, 1000);
    expect(bytes.remaining, 'too early to say').to.equal(null);
    await clock.advance(2000);
    bytes.progress(200, 1000);
    expect(bytes.remaining).to.equal(8000);
  });

  it('are said to stand still after some seconds, and to go on when they do', async () => {
    const { clock, bytes, told } = await transfer();
    bytes.begin();
    await clock.advance(2000);
    bytes.progress(200, 1000);
    await clock.advance(4900);
    expect(bytes.stalled).to.equal(false);
    await clock.advance(200);
    expect(bytes).to.deep.include({ stalled: true, remaining: null });
    expect(told).to.deep.equal(['stalled']);
    bytes.progress(300, 1000);
    expect(bytes.stalled).to.equal(false);
  });

  it('stand still from the beginning where the first never goes', async () => {
    const { clock, bytes } = await transfer();
    bytes.begin();
    await clock.advance(5100);
    expect(bytes.stalled).to.equal(true);
  });

  it('do not stand still once all are sent: the server takes its time', async () => {
    const { clock, bytes } = await transfer();
    bytes.begin();
    bytes.progress(1000, 1000);
    await clock.advance(60_000);
    expect(bytes.stalled).to.equal(false);
  });

  it('begin again from nothing where the request is repeated', async () => {
    const { clock, bytes } = await transfer();
    bytes.begin();
    await clock.advance(2000);
    bytes.progress(800, 1000);
    bytes.progress(0, 1000);
    await clock.advance(2000);
    bytes.progress(400, 1000);
    expect(bytes.remaining).to.be.greaterThan(0).and.lessThan(3000);
  });

  it('are forgotten at the end', async () => {
    const { clock, bytes, told } = await transfer();
    bytes.begin();
    await clock.advance(2000);
    bytes.progress(200, 1000);
    bytes.end();
    await clock.advance(60_000);
    expect(bytes).to.deep.include({ stalled: false, remaining: null });
    expect(told).to.be.empty;
  });
});
