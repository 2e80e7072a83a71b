import { expect } from '@open-wc/testing';
import type { Batch, Page, Task } from '../../src/core/batch.js';
import { evil, long, strangeBatch, strangeBreakdown, strangeTask } from '../../stories/support/strange.js';
import { settle } from '../state/doubles.js';
import { DetailBackend, DetailPage, aTask, anEndedBatch } from '../support/detail-page.js';

const person = { id: 'u', name: long + evil };
const breakdown = strangeBreakdown(80);

const strange: Partial<Batch> = {
  ...strangeBatch(80),
  approval: { state: 'approved', by: person, at: 'never', comment: long + evil },
  updatedAt: null as unknown as string,
};

const oddTask: Partial<Task> = {
  ...strangeTask,
  row: Number.NaN,
  values: { ...strangeTask.values, other: evil },
  createdAt: null as unknown as string,
};

/** A backend of which nothing is as it should be. */
function strangeBackend(): DetailBackend {
  const backend = new DetailBackend();
  backend.batch = anEndedBatch(strange);
  backend.breakdown = breakdown;
  backend.tasks = [aTask(1, oddTask), aTask(2, { ...oddTask, status: long })];
  return backend;
}

describe('detail: whatever a server says', () => {
  for (const width of [1160, 640, 320]) {
    it(`is text, all of it is there, and nothing leaves its place at ${width} px`, async () => {
      const page = await DetailPage.open(strangeBackend(), { width });
      await page.press(/^Details of row/);
      expect(page.all('img, script, b, i')).to.have.length(0);
      expect('hit' in window).to.equal(false);
      expect(page.title).to.contain('<img src=x onerror=');
      expect(page.rows).to.have.length(2);
      expect(page.text)
        .to.not.contain('NaN')
        .and.not.contain('Invalid Date')
        .and.not.contain('[object')
        .and.not.contain('undefined');
      expect(page.figures).to.deep.equal(['99,999,999,999', '500', '–']);

      const root = page.root.querySelector<HTMLElement>('.root')!;
      expect(root.scrollWidth, 'no wider than its place').to.be.at.most(width);
      const places = [
        '.heading',
        '.byline',
        '.pair:not(.pair-wide)',
        '.group-scroll',
        '.event',
        '.task',
        '.more > div',
      ];
      for (const place of places) {
        const heights = page.all(place).map(element => element.getBoundingClientRect().height);
        expect(Math.max(...heights), place).to.be.at.most(width < 720 ? 900 : 450);
      }
    });
  }

  it('is accessible all the same', async () => {
    const backend = strangeBackend();
    const { failures, gateways, externalSystems } = breakdown;
    const few = { failures: failures.slice(0, 4), gateways: gateways.slice(0, 4) };
    backend.breakdown = { ...few, externalSystems: externalSystems.slice(0, 12) };
    const page = await DetailPage.open(backend);
    await page.until(() => page.all('.group-scroll[data-overflows]').length > 0, 'what is longer than its frame');
    await expect(page.element).to.be.accessible();
  }).timeout(30_000);

  it('is not believed where it says more than there is: the bar stays in its track', async () => {
    const backend = strangeBackend();
    backend.batch = anEndedBatch({ ...strange, status: 'PROCESSING', finishedAt: null });
    const page = await DetailPage.open(backend);
    const track = page.root.querySelector('[role="progressbar"]')!;
    expect(track.getAttribute('aria-valuenow')).to.equal('3');
    expect(track.getAttribute('aria-valuemax')).to.equal('3');
  });

  const answers: Readonly<Record<string, unknown>> = {
    null: null,
    nothing: undefined,
    'a text': '<!doctype html>',
    'a batch without an id': { ...anEndedBatch(), id: undefined },
    'a batch without counts': { ...anEndedBatch(), tasks: null },
    'a batch without children': { ...anEndedBatch(), childIds: undefined },
    'a batch whose name is none': { ...anEndedBatch(), fileName: 7 },
  };
  for (const [name, answer] of Object.entries(answers)) {
    it(`is an error that is shown, where an adapter of the host’s answers with ${name}`, async () => {
      const page = await DetailPage.begin(new DetailBackend({ getBatch: async () => answer as Batch }).adapter);
      await page.until(() => page.element.status === 'error', 'the error');
      expect(page.text).to.contain('The batch could not be loaded').and.contain('could not be read');
      expect(page.told('batch-sync-error')[0]!.problem.code).to.equal('unreadable');
    });
  }

  it('leaves out tasks that are none, and says how many', async () => {
    const backend = new DetailBackend();
    const { listTasks } = backend.adapter;
    const page = await DetailPage.begin({
      ...backend.adapter,
      listTasks: async (...call) => {
        const answer = await listTasks(...call);
        return { ...answer, items: [null, { id: 'x' }, ...answer.items, 7] as unknown as Task[] };
      },
    });
    await page.until(() => page.rows.length === 10, 'the tasks');
    expect(page.notices.join()).to.contain('3 tasks of this page could not be read');
  });

  it('shows the batch where the list of tasks is none', async () => {
    const page = await DetailPage.begin(
      new DetailBackend({ listTasks: async () => ({ items: 'many' }) as unknown as Page<Task> }).adapter,
    );
    await page.until(() => page.text.includes('The tasks could not be loaded'), 'the message');
    expect(page.title).to.equal('october.csv');
  });

  it('does not take words of a prototype for those of a task', async () => {
    const backend = new DetailBackend();
    backend.tasks = [
      aTask(1, { values: { other: 'x' }, status: 'constructor', error: { code: 'toString', message: '' } }),
    ];
    const page = await DetailPage.open(backend);
    await settle();
    expect(page.rows[0]!.slice(1, 5)).to.deep.equal(['–', '–', '–', 'constructor']);
    expect(page.rows[0]![7]).to.equal('toString');
  });
});
