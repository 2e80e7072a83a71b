import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { OnDemand } from '../../src/state/on-demand.js';
import { anAnswer, settle } from './doubles.js';
import type { Answer } from './doubles.js';

class DemandProbe extends LitElement {
  readonly answers: Answer<string>[] = [];
  readonly code = new OnDemand<string>(this, () => {
    const answer = anAnswer<string>();
    this.answers.push(answer);
    return answer.promise;
  });
  override render() {
    const { status } = this.code;
    return html`${status.state === 'ready' ? status.module : status.state}`;
  }
  get text(): string {
    return this.shadowRoot!.textContent!.trim();
  }
}
customElements.define('demand-probe', DemandProbe);

describe('code that is fetched on demand', () => {
  let probe: DemandProbe;
  beforeEach(async () => {
    probe = await fixture<DemandProbe>(html`<demand-probe></demand-probe>`);
  });

  it('is not fetched before it is wanted, and once however often it is', async () => {
    expect(probe.answers).to.have.length(0);
    probe.code.want();
    probe.code.want();
    probe.answers[0]!.resolve('panel');
    await settle();
    await probe.updateComplete;
    probe.code.want();
    expect(probe.answers).to.have.length(1);
    expect(probe.text).to.equal('panel');
  });

  it('is not asked for again and again where it is gone, but at a person’s wish', async () => {
    probe.code.want();
    probe.answers[0]!.reject(new TypeError('Failed to fetch dynamically imported module'));
    await settle();
    await probe.updateComplete;
    probe.code.want();
    expect(probe.answers).to.have.length(1);
    expect(probe.text).to.equal('failed');
    void probe.code.retry();
    probe.answers[1]!.resolve('panel');
    await settle();
    await probe.updateComplete;
    expect(probe.text).to.equal('panel');
  });
});
