import { expect, fixture } from '@open-wc/testing';
import { LitElement, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { SharedConfig, TelemetryEvent } from '../../src/adapter/context.js';
import { Wording } from '../../src/elements/wording.js';
import { Settings } from '../../src/state/settings.js';
import { en } from '../../src/words/index.js';
import type { Catalogue, Language } from '../../src/words/index.js';

/** Languages whose words come, or do not, when a test says so. */
class Languages {
  readonly #awaited = new Map<string, { resolve(catalogue: Catalogue): void; reject(error: Error): void }>();

  readonly find = (locale: string): Language | null =>
    locale === 'tlh'
      ? null
      : { locale, load: () => new Promise((resolve, reject) => this.#awaited.set(locale, { resolve, reject })) };

  come(locale: string): void {
    const retry = `Retry in ${locale}`;
    this.#awaited.get(locale)!.resolve({ locale, texts: { ...en, 'action.retry': retry } });
  }

  fail(locale: string): void {
    this.#awaited.get(locale)!.reject(new TypeError('Failed to fetch dynamically imported module'));
  }
}

let languages: Languages;

/** Says one word, and which language it is in. */
class WordingProbe extends LitElement {
  @property({ attribute: false }) config: SharedConfig | null = null;
  readonly #settings = new Settings(this, 'table', () => ({ config: this.config }));
  readonly #wording = new Wording(this, this.#settings, en, languages.find);

  protected override willUpdate(): void {
    this.#wording.follow();
  }

  protected override render() {
    const { language, isAwaited } = this.#wording.root;
    return html`${isAwaited ? 'awaited' : `${language}: ${this.#wording.words.t('action.retry')}`}`;
  }
}
customElements.define('wording-probe', WordingProbe);

describe('words that are loaded', () => {
  const told: TelemetryEvent[] = [];
  let probe: WordingProbe;

  async function turnTo(locale: string): Promise<void> {
    probe.config = { locale, onEvent: event => void told.push(event) };
    await probe.updateComplete;
  }

  async function said(): Promise<string> {
    // The answer, then the update that it asks for.
    await new Promise(resolve => setTimeout(resolve));
    await probe.updateComplete;
    return probe.shadowRoot!.textContent.trim();
  }

  beforeEach(async () => {
    told.length = 0;
    languages = new Languages();
    probe = new WordingProbe();
    await fixture(html`<div>${probe}</div>`);
  });

  it('are awaited, and then shown', async () => {
    await turnTo('fr');
    expect(await said()).to.equal('awaited');
    languages.come('fr');
    expect(await said()).to.equal('fr: Retry in fr');
  });

  it('leave those of before on screen until they are there', async () => {
    await turnTo('fr');
    languages.come('fr');
    await said();
    await turnTo('ja');
    expect(await said()).to.equal('fr: Retry in fr');
    languages.come('ja');
    expect(await said()).to.equal('ja: Retry in ja');
  });

  it('are not shown when they come after others were asked for', async () => {
    await turnTo('fr');
    await turnTo('ja');
    languages.come('ja');
    expect(await said()).to.equal('ja: Retry in ja');
    languages.come('fr');
    expect(await said()).to.equal('ja: Retry in ja');
  });

  it('are English where they cannot be had, which the host hears once, and nothing is thrown', async () => {
    await turnTo('fr');
    languages.fail('fr');
    expect(await said()).to.equal('en: Retry');
    probe.requestUpdate();
    await said();
    expect(told).to.deep.equal([{ name: 'locale-unavailable', data: { locale: 'fr', reason: 'failed' } }]);
    await turnTo('ja');
    languages.come('ja');
    expect(await said()).to.equal('ja: Retry in ja');
  });

  it('are English where there are none', async () => {
    await turnTo('tlh');
    expect(await said()).to.equal('en: Retry');
    expect(told).to.deep.equal([{ name: 'locale-unavailable', data: { locale: 'tlh', reason: 'unknown' } }]);
  });
});
