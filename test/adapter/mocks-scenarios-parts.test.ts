import { expect } from '@open-wc/testing';
import { createBackend, createFetch } from '../../mocks/index.js';
import type { ScenarioName, scenarioGroups } from '../../mocks/index.js';
import { defaultSession } from '../../mocks/session.js';
import { defaultView } from '../../src/core/view.js';
import { world } from './mocks-support.js';

const root = 'https://mock.test/v1/batch-sync';

/** What each of the calls is answered with: a status, `cut` or `silence`. */
async function answersTo(scenario: ScenarioName): Promise<Readonly<Record<string, string>>> {
  const { clock, engine } = world({ batches: 5 });
  const send = createFetch(createBackend({ engine, scenario, clock }).handle);
  const [batch] = engine.listBatches(defaultSession, defaultView).items;
  const page = `${root}/batches/${batch?.id}`;
  const calls = {
    list: `${root}/batches`,
    listAgain: `${root}/batches`,
    rights: `${root}/capabilities`,
    find: `${root}/tasks?q=ORD`,
    tasks: `${page}/tasks?limit=20`,
    file: `${page}/tasks?limit=1000`,
    fileGoesOn: `${page}/tasks?limit=1000&cursor=x`,
    act: `${page}/cancel`,
  };
  const outcomes: Record<string, string> = {};
  for (const [name, url] of Object.entries(calls)) {
    const leave = new AbortController();
    const init = name === 'act' ? { method: 'POST', headers: { 'Idempotency-Key': 'one' } } : {};
    const answer = send(url, { ...init, signal: leave.signal }).then(
      ({ status }) => String(status),
      (error: Error) => (error.name === 'AbortError' ? 'silence' : 'cut'),
    );
    const turn = new Promise(resolve => setTimeout(resolve)).then(() => leave.abort());
    outcomes[name] = await answer;
    await turn;
  }
  return outcomes;
}

describe('mock backend: scenarios in which one part fails', () => {
  // prettier-ignore
  const differences: Readonly<Record<keyof typeof scenarioGroups.parts, Readonly<Record<string, string>>>> = {
    'lost-later': { listAgain: 'cut' },
    'stalled-later': { listAgain: 'silence' },
    'rights-unknown': { rights: '503' },
    'acts-fail': { act: '503' },
    'acts-lost': { act: 'cut' },
    'acts-stalled': { act: 'silence' },
    'find-fails': { find: '503' },
    'find-stalled': { find: 'silence' },
    'no-find': {},
    'tasks-fail': { tasks: '500', file: '500', fileGoesOn: '500' },
    'export-fails': { file: '500', fileGoesOn: '500' },
    'export-stalls': { fileGoesOn: 'silence' },
  };

  for (const [scenario, difference] of Object.entries(differences)) {
    it(`${scenario}: everything else is answered as usual`, async () => {
      const usual = await answersTo('default');
      expect(usual).to.include({ list: '200', find: '200', tasks: '200', file: '200', act: '202' });
      expect(await answersTo(scenario as ScenarioName)).to.deep.equal({ ...usual, ...difference });
    });
  }

  it('no-find: rights do not name it', async () => {
    const { engine, clock } = world();
    const send = createFetch(createBackend({ engine, clock, scenario: 'no-find' }).handle);
    const rights = (await (await send(`${root}/capabilities`)).json()) as { features: string[] };
    expect(rights.features).to.include('retry').and.to.not.include('find-tasks');
  });

  it('export-stalls: the file begins with some of its rows', async () => {
    const { engine, clock } = world({ batches: 5 });
    const send = createFetch(createBackend({ engine, clock, scenario: 'export-stalls' }).handle);
    const batch = engine.listBatches(defaultSession, defaultView).items.find(({ totalTasks }) => totalTasks > 200);
    const page = await send(`${root}/batches/${batch?.id}/tasks?limit=1000`);
    expect(((await page.json()) as { data: unknown[] }).data).to.have.length(200);
  });
});
