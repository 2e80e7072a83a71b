import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, css } from 'lit';
import { ProblemError } from '../../src/core/problem.js';
import { missingOf, Pieces } from '../../src/elements/pieces.js';
import type { PieceContents } from '../../src/elements/pieces.js';
import { Wording } from '../../src/elements/wording.js';
import { Settings } from '../../src/state/settings.js';
import { stopClock } from '../adapter/fixtures.js';
import type { Clock } from '../adapter/fixtures.js';
import { anAnswer, settle } from '../state/doubles.js';
import type { Answer } from '../state/doubles.js';

const last = css`
  p {
    color: rgb(0, 0, 1);
    font-style: italic;
  }
`;
const late = css`
  p {
    color: rgb(0, 0, 2);
    text-decoration: underline;
  }
`;

interface Panel extends PieceContents {
  readonly name: string;
}

class PiecesProbe extends LitElement {
  static override styles = [css``, last];
  readonly wording = new Wording(this, new Settings(this, 'table', () => ({})), { 'action.retry': 'Retry' });
  readonly answers: Answer<Panel>[] = [];
  isDrawn = false;
  isLikely = true;
  readonly pieces = new Pieces(this, {
    wording: this.wording,
    isDrawn: () => this.isDrawn,
    stylesBefore: last,
  });
  readonly panel = this.pieces.of(
    () => {
      const answer = anAnswer<Panel>();
      this.answers.push(answer);
      return answer.promise;
    },
    () => this.isLikely,
  );
  override render() {
    return html`<p>${this.wording.words.t('find.go')}</p>`;
  }
  get paragraph(): HTMLElement {
    return this.shadowRoot!.querySelector('p')!;
  }
  async draw(): Promise<void> {
    this.isDrawn = true;
    this.requestUpdate();
    await this.updateComplete;
  }
}
customElements.define('pieces-probe', PiecesProbe);

const panel: Panel = { name: 'panel', words: { 'find.go': 'Find' }, styles: [late] };

describe('the pieces of an element', () => {
  let probe: PiecesProbe;
  let clock: Clock;
  beforeEach(async () => {
    probe = await fixture<PiecesProbe>(html`<pieces-probe></pieces-probe>`);
    clock = stopClock();
  });
  afterEach(() => clock.restore());

  /** Until a while has passed, in which the page rested a few times. */
  const rest = async () => {
    await clock.pass(2_000);
    for (let times = 0; times < 5; times += 1) {
      await new Promise<void>(resolve => void requestIdleCallback(() => resolve(), { timeout: 1_000 }));
    }
  };

  it('bring their words, also into words that were given out before', async () => {
    const { words } = probe.wording;
    expect(words.t('find.go')).to.equal('find.go');
    probe.panel.want();
    probe.answers[0]!.resolve(panel);
    await settle();
    await probe.updateComplete;
    expect(words.t('find.go')).to.equal('Find');
    expect(probe.paragraph.textContent).to.equal('Find');
    expect(words.t('action.retry')).to.equal('Retry');
  });

  it('bring their styles, which have no later word than the element has', async () => {
    probe.panel.want();
    probe.answers[0]!.resolve(panel);
    await settle();
    const { color, textDecorationLine, fontStyle } = getComputedStyle(probe.paragraph);
    expect([color, textDecorationLine, fontStyle]).to.deep.equal(['rgb(0, 0, 1)', 'underline', 'italic']);
  });

  it('come by themselves a moment after the first screen is drawn, and not before', async () => {
    await rest();
    expect(probe.answers).to.have.length(0);
    await probe.draw();
    await clock.pass(900);
    expect(probe.answers).to.have.length(0);
    await rest();
    expect(probe.answers).to.have.length(1);
    await probe.draw();
    await rest();
    expect(probe.answers).to.have.length(1);
  });

  it('do not come by themselves where nobody can want them', async () => {
    probe.isLikely = false;
    await probe.draw();
    await rest();
    expect(probe.answers).to.have.length(0);
    probe.panel.want();
    expect(probe.answers).to.have.length(1);
  });

  it('do not come for an element that went away before, but once it is back', async () => {
    const place = probe.parentElement!;
    probe.isDrawn = true;
    probe.requestUpdate();
    await probe.updateComplete;
    probe.remove();
    await rest();
    expect(probe.answers).to.have.length(0);
    place.append(probe);
    await probe.draw();
    await rest();
    expect(probe.answers).to.have.length(1);
  });

  it('do not come for an element that is drawn again after it went away', async () => {
    probe.remove();
    await probe.draw();
    await rest();
    expect(probe.answers).to.have.length(0);
  });

  it('are told of where somebody wants one that cannot be had, with a way to try again', async () => {
    expect(missingOf(probe.panel)).to.equal(null);
    probe.panel.want();
    probe.answers[0]!.reject(new ProblemError({ code: 'code_missing', title: 'Code missing', retryable: true }));
    await settle();
    const missing = missingOf(probe.panel);
    expect(missing?.problem.code).to.equal('code_missing');
    missing!.retry();
    expect(missingOf(probe.panel)).to.equal(null);
    probe.answers[1]!.resolve(panel);
    await settle();
    expect(probe.panel.contents?.name).to.equal('panel');
  });
});
