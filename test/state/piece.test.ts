import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ProblemError } from '../../src/core/problem.js';
import { Piece } from '../../src/state/piece.js';
import { anAnswer, settle } from './doubles.js';
import type { Answer } from './doubles.js';

class PieceProbe extends LitElement {
  readonly answers: Answer<string>[] = [];
  readonly arrived: string[] = [];
  readonly piece = new Piece<string>(
    this,
    () => {
      const answer = anAnswer<string>();
      this.answers.push(answer);
      return answer.promise;
    },
    contents => this.arrived.push(contents),
  );
  override render() {
    const { contents, status } = this.piece;
    return html`${contents ?? status.state}`;
  }
  get text(): string {
    return this.shadowRoot!.textContent!.trim();
  }
  async settled(): Promise<void> {
    await settle();
    await this.updateComplete;
  }
}
customElements.define('piece-probe', PieceProbe);

const gone = () => new ProblemError({ code: 'code_missing', title: 'Code missing', retryable: true });

describe('a piece of an element', () => {
  let probe: PieceProbe;
  beforeEach(async () => {
    probe = await fixture<PieceProbe>(html`<piece-probe></piece-probe>`);
  });

  it('is not fetched before it is wanted, and once however often it is', async () => {
    expect(probe.answers).to.have.length(0);
    expect(probe.piece.want()).to.equal(null);
    probe.piece.want();
    probe.answers[0]!.resolve('panel');
    await probe.settled();
    expect(probe.piece.want()).to.equal('panel');
    expect(probe.answers).to.have.length(1);
    expect(probe.arrived).to.deep.equal(['panel']);
    expect(probe.text).to.equal('panel');
  });

  it('is not asked for again and again where it is gone, but at a person’s wish', async () => {
    probe.piece.want();
    probe.answers[0]!.reject(gone());
    await probe.settled();
    probe.piece.want();
    expect(probe.answers).to.have.length(1);
    expect(probe.text).to.equal('failed');
    probe.piece.retry();
    probe.answers[1]!.resolve('panel');
    await probe.settled();
    expect(probe.text).to.equal('panel');
  });

  it('says that it cannot be had', async () => {
    probe.piece.want();
    probe.answers[0]!.reject(gone());
    await probe.settled();
    const { status } = probe.piece;
    expect(status.state === 'failed' && status.problem.code).to.equal('code_missing');
  });

  it('is silent where it was only made ready and cannot be had, and is fetched once it is wanted', async () => {
    probe.piece.warm();
    probe.answers[0]!.reject(gone());
    await probe.settled();
    expect(probe.text).to.equal('absent');
    probe.piece.want();
    expect(probe.answers).to.have.length(2);
  });

  it('says so where somebody came to want it while it was made ready', async () => {
    probe.piece.warm();
    probe.piece.want();
    expect(probe.answers).to.have.length(1);
    probe.answers[0]!.reject(gone());
    await probe.settled();
    expect(probe.text).to.equal('failed');
  });

  it('is kept where the element went away meanwhile', async () => {
    const place = probe.parentElement!;
    probe.piece.want();
    probe.remove();
    probe.answers[0]!.resolve('panel');
    await probe.settled();
    place.append(probe);
    await probe.updateComplete;
    expect(probe.text).to.equal('panel');
    expect(probe.answers).to.have.length(1);
  });

  it('that is broken itself is a failure like one that is missing', async () => {
    const broken = new Piece<string>(
      probe,
      () => Promise.resolve('panel'),
      () => {
        throw new Error('no room');
      },
    );
    broken.want();
    await probe.settled();
    expect(broken.status.state).to.equal('failed');
  });
});
