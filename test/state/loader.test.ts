import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ProblemError } from '../../src/core/problem.js';
import { Loader } from '../../src/state/loader.js';
import type { LoadStatus } from '../../src/state/loader.js';
import { anAnswer, settle } from './doubles.js';

class LoaderProbe extends LitElement {
  readonly settled: LoadStatus<string>[] = [];
  readonly loader = new Loader<string>(this, { settled: status => this.settled.push(status) });
}
customElements.define('loader-probe', LoaderProbe);

const down = new ProblemError({ code: 'network', title: 'No network', retryable: true });

describe('a loader', () => {
  let element: LoaderProbe;
  beforeEach(() => {
    element = document.createElement('loader-probe') as LoaderProbe;
    document.body.append(element);
  });
  afterEach(() => element.remove());

  it('removed while loading: aborts, writes nothing, and begins again when it comes back', async () => {
    const answers = [anAnswer<string>(), anAnswer<string>()];
    const signals: AbortSignal[] = [];
    const first = element.loader.run(signal => answers[signals.push(signal) - 1].promise);
    element.remove();
    await settle();
    expect(signals[0]?.aborted).to.equal(true);
    answers[0]?.resolve('late');
    expect(await first).to.equal(false);
    expect(element.settled).to.deep.equal([]);

    document.body.append(element);
    expect(signals.length).to.equal(2);
    answers[1]?.resolve('again');
    await settle();
    expect(element.loader.status).to.deep.equal({ state: 'ready', value: 'again' });
    expect(element.settled.length).to.equal(1);
  });

  it('moved while loading: goes on with the one request', async () => {
    const answer = anAnswer<string>();
    const signals: AbortSignal[] = [];
    void element.loader.run(signal => (signals.push(signal), answer.promise));
    const section = document.createElement('section');
    document.body.append(section);
    section.append(element);
    await settle();
    answer.resolve('value');
    await settle();
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([false]);
    expect(element.loader.value).to.equal('value');
    section.remove();
  });

  it('removed when nothing was under way: asks for nothing when it comes back', async () => {
    let runs = 0;
    await element.loader.run(() => Promise.resolve(String((runs += 1))));
    element.remove();
    await settle();
    document.body.append(element);
    await settle();
    expect(runs).to.equal(1);
  });

  it('asked for outside of the document: begins when the element is in it', async () => {
    element.remove();
    await settle();
    let runs = 0;
    const task = () => Promise.resolve(String((runs += 1)));
    expect(await element.loader.run(task)).to.equal(false);
    expect(runs).to.equal(0);
    document.body.append(element);
    await settle();
    expect(element.loader.value).to.equal('1');
  });

  it('two runs, the slow one first: the late answer is ignored, and the first was aborted', async () => {
    const [slow, fast] = [anAnswer<string>(), anAnswer<string>()];
    let aborted = false;
    const first = element.loader.run(signal => {
      signal.addEventListener('abort', () => (aborted = true));
      return slow.promise;
    });
    const second = element.loader.run(() => fast.promise);
    fast.resolve('new');
    expect(await second).to.equal(true);
    slow.resolve('old');
    expect(await first).to.equal(false);
    expect(aborted).to.equal(true);
    expect(element.loader.value).to.equal('new');
  });

  it('two runs, the first failing late: the failure is ignored', async () => {
    const slow = anAnswer<string>();
    const first = element.loader.run(() => slow.promise);
    await element.loader.run(() => Promise.resolve('new'));
    slow.reject(down);
    expect(await first).to.equal(false);
    expect(element.loader.status).to.deep.equal({ state: 'ready', value: 'new' });
  });

  it('failed at first: says with what; then a retry goes well', async () => {
    await element.loader.run(() => Promise.reject(down));
    expect(element.loader.status).to.deep.equal({ state: 'failed', problem: down });
    await element.loader.run(() => Promise.resolve('value'));
    expect(element.loader.problem).to.equal(null);
  });

  it('a failed refresh keeps the last good value and says since when it is good', async () => {
    const before = Date.now();
    await element.loader.run(() => Promise.resolve('good'));
    const refresh = element.loader.run(() => Promise.reject(down));
    expect(element.loader.status).to.deep.equal({ state: 'refreshing', value: 'good' });
    await refresh;
    const { status } = element.loader;
    expect(status).to.include({ state: 'stale', value: 'good', problem: down });
    expect(status.state === 'stale' && status.since).to.be.within(before, Date.now());
  });

  it('a task that throws at once fails like one that rejects', async () => {
    await element.loader.run(() => {
      throw new TypeError('broken');
    });
    expect(element.loader.problem?.detail).to.equal('broken');
  });

  it('a newer snapshot while refreshing changes the value and leaves the run alone', async () => {
    await element.loader.run(() => Promise.resolve('one'));
    const answer = anAnswer<string>();
    const refresh = element.loader.run(() => answer.promise);
    element.loader.update(value => `${value}, pushed`);
    expect(element.loader.status).to.deep.equal({ state: 'refreshing', value: 'one, pushed' });
    answer.reject(down);
    await refresh;
    expect(element.loader.value).to.equal('one, pushed');
  });

  it('an update before there is a value changes nothing', () => {
    element.loader.update(() => 'never');
    expect(element.loader.status).to.deep.equal({ state: 'idle' });
  });

  it('set while loading: the value stands, the answer under way is given up', async () => {
    const answer = anAnswer<string>();
    const run = element.loader.run(() => answer.promise);
    element.loader.set('given');
    answer.resolve('read');
    expect(await run).to.equal(false);
    expect(element.loader.status).to.deep.equal({ state: 'ready', value: 'given' });
  });

  it('reset while loading: everything is forgotten', async () => {
    const answer = anAnswer<string>();
    const run = element.loader.run(() => answer.promise);
    element.loader.reset();
    answer.resolve('late');
    expect(await run).to.equal(false);
    expect(element.loader.status).to.deep.equal({ state: 'idle' });
  });
});
