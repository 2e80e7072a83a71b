import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ProblemError } from '../../src/core/problem.js';
import { Piece } from '../../src/state/piece.js';
import type { UploadDesk } from '../../src/state/upload-desk.js';
import { Upload } from '../../src/state/upload.js';
import { anAnswer, settle } from './doubles.js';
import type { Answer } from './doubles.js';

interface Contents {
  readonly work: UploadDesk;
}

class WaitingProbe extends LitElement {
  readonly answers: Answer<Contents>[] = [];
  /** Names of the files that came to the desk, and what else was asked of it. */
  readonly done: string[] = [];
  readonly piece = new Piece<Contents>(this, () => {
    const answer = anAnswer<Contents>();
    this.answers.push(answer);
    return answer.promise;
  });
  readonly upload = new Upload(this, () => this.piece);
  override render() {
    return html`${this.upload.flow.phase}`;
  }
  async arrive(): Promise<void> {
    const work = {
      readsLong: true,
      read: ({ name }: File) => void this.done.push(name),
      stop: () => void this.done.push('stop'),
    };
    this.answers.at(-1)!.resolve({ work: work as unknown as UploadDesk });
    await settle();
    await this.updateComplete;
  }
  async fail(): Promise<void> {
    this.answers.at(-1)!.reject(new ProblemError({ code: 'code_missing', title: 'Code missing', retryable: true }));
    await settle();
    await this.updateComplete;
  }
}
customElements.define('waiting-probe', WaitingProbe);

const october = new File(['x'], 'october.csv');
const november = new File(['y'], 'november.csv');

describe('a file that is there before what reads it', () => {
  let probe: WaitingProbe;
  beforeEach(async () => {
    probe = await fixture<WaitingProbe>(html`<waiting-probe></waiting-probe>`);
    probe.upload.begin(false);
  });

  it('waits, is seen to, and is read then', async () => {
    probe.upload.read(october);
    expect(probe.upload.flow.phase).to.equal('reading');
    expect(probe.upload.readsLong).to.equal(true);
    expect(probe.upload.file).to.equal(october);
    await probe.arrive();
    expect(probe.done).to.deep.equal(['october.csv']);
    probe.requestUpdate();
    await probe.updateComplete;
    expect(probe.done, 'once').to.deep.equal(['october.csv']);
  });

  it('is kept where that cannot be had, and read when it could be after all', async () => {
    probe.upload.read(october);
    await probe.fail();
    expect(probe.piece.status.state).to.equal('failed');
    expect(probe.upload.file).to.equal(october);
    probe.piece.retry();
    await probe.arrive();
    expect(probe.done).to.deep.equal(['october.csv']);
  });

  it('makes room for a newer one, which tries again', async () => {
    probe.upload.read(october);
    await probe.fail();
    probe.upload.read(november);
    expect(probe.answers).to.have.length(2);
    await probe.arrive();
    expect(probe.done).to.deep.equal(['november.csv']);
  });

  it('is not read where it was given up meanwhile', async () => {
    probe.upload.read(october);
    probe.upload.cancel();
    expect(probe.upload.flow.phase).to.equal('choosing');
    await probe.arrive();
    expect(probe.done).to.deep.equal([]);
  });

  it('is read only when the element that went away meanwhile is back', async () => {
    const place = probe.parentElement!;
    probe.upload.read(october);
    probe.remove();
    await probe.arrive();
    expect(probe.done).to.deep.equal([]);
    place.append(probe);
    await probe.updateComplete;
    expect(probe.done).to.deep.equal(['october.csv']);
  });

  it('is not waited for where that is there: it is read at once', async () => {
    probe.piece.warm();
    await probe.arrive();
    probe.upload.read(october);
    expect(probe.done).to.deep.equal(['october.csv']);
  });
});
