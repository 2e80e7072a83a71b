import { expect, fixture, html as markup } from '@open-wc/testing';
import { LitElement, html } from 'lit';
import { Announcer } from '../../src/state/announcer.js';

class AnnouncerProbe extends LitElement {
  readonly announcer = new Announcer(this);

  protected override render() {
    return html`<p role="status">${this.announcer.text}</p>`;
  }
}
customElements.define('announcer-probe', AnnouncerProbe);

/** What the region says, in order, as somebody who listens to it hears it. */
function hearing(probe: AnnouncerProbe): string[] {
  const heard: string[] = [];
  const region = probe.shadowRoot!.querySelector('[role=status]')!;
  new MutationObserver(() => heard.push(region.textContent)).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return heard;
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 4_000;
  while (!holds() && Date.now() < end) await new Promise(requestAnimationFrame);
  expect(holds()).to.equal(true);
}

describe('an announcer', () => {
  it('said before the first render: the region is there, empty, first', async () => {
    const probe = document.createElement('announcer-probe') as AnnouncerProbe;
    probe.announcer.say('Loaded');
    document.body.append(probe);
    await probe.updateComplete;
    const heard = hearing(probe);
    expect(probe.shadowRoot!.textContent).to.equal('');
    await until(() => heard.length > 0);
    expect(heard).to.deep.equal(['Loaded']);
    probe.remove();
  });

  it('the same sentence twice is heard twice', async () => {
    const probe = await fixture<AnnouncerProbe>(markup`<announcer-probe></announcer-probe>`);
    const heard = hearing(probe);
    probe.announcer.say('Copied');
    await until(() => heard.length === 1);
    probe.announcer.say('Copied');
    await until(() => heard.length === 2);
    expect(heard.map(text => text.trim())).to.deep.equal(['Copied', 'Copied']);
  });

  it('many sentences at once: the last one is heard', async () => {
    const probe = await fixture<AnnouncerProbe>(markup`<announcer-probe></announcer-probe>`);
    const heard = hearing(probe);
    for (let row = 1; row <= 100; row += 1) probe.announcer.say(`${row} rows`);
    await until(() => heard.length > 0);
    expect(heard).to.deep.equal(['100 rows']);
  });

  it('what happened by itself comes after what a person waits for, the latest of both', async () => {
    const probe = await fixture<AnnouncerProbe>(markup`<announcer-probe></announcer-probe>`);
    const heard = hearing(probe);
    probe.announcer.mention('50% processed');
    probe.announcer.say('37 found');
    probe.announcer.mention('75% processed');
    probe.announcer.say('12 found');
    await until(() => heard.length === 2);
    expect(heard).to.deep.equal(['12 found', '75% processed']);
  });

  it('removed before it was said: it is never said', async () => {
    const probe = await fixture<AnnouncerProbe>(markup`<announcer-probe></announcer-probe>`);
    const parent = probe.parentNode!;
    probe.announcer.say('Gone');
    probe.remove();
    await new Promise(requestAnimationFrame);
    parent.append(probe);
    const heard = hearing(probe);
    probe.announcer.say('Back');
    await until(() => heard.length > 0);
    expect(heard).to.deep.equal(['Back']);
  });
});
