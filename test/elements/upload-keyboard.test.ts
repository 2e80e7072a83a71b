import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/upload.js';
import type { BatchSyncUpload } from '../../src/elements/upload.js';
import { ProblemError } from '../../src/core/problem.js';
import { csv, openUpload } from '../support/upload-page.js';
import type { UploadPage, UploadSetup } from '../support/upload-page.js';

// No mouse: every act is a key, and after every key something in the upload has the focus, or what opened it.

/** Whoever has only a keyboard, before an upload that is closed. */
class Typist {
  readonly page: UploadPage;
  readonly opener: HTMLButtonElement;
  /** Choosing in the browser's own dialog, which no test can drive; it is opened by a key. */
  picked = 0;

  constructor(page: UploadPage, opener: HTMLButtonElement) {
    this.page = page;
    this.opener = opener;
  }

  static async at(setup: UploadSetup = {}): Promise<Typist> {
    const opener = await fixture<HTMLButtonElement>(html`<button>Create</button>`);
    const page = await openUpload({ closed: true, ...setup });
    opener.addEventListener('click', () => page.element.show());
    opener.focus();
    return new Typist(page, opener);
  }

  async press(key: string): Promise<void> {
    await this.page.key(key);
    await this.settled(key);
  }

  async type(text: string): Promise<void> {
    await sendKeys({ type: text });
    await this.settled(text);
  }

  /** Goes on by Tab, or back, to the control of this name. */
  async to(name: string | RegExp, direction: 'on' | 'back' = 'on'): Promise<void> {
    if (direction === 'back') await sendKeys({ down: 'Shift' });
    try {
      await this.page.tabTo(name);
    } finally {
      if (direction === 'back') await sendKeys({ up: 'Shift' });
    }
    await this.settled(String(name));
  }

  async until(phase: BatchSyncUpload['phase']): Promise<void> {
    await this.page.until(phase);
    await this.settled(phase);
  }

  /** Opens the picker by a key and comes back with a file. */
  async choose(file: File): Promise<void> {
    const input = this.page.root.querySelector('input[type="file"]')!;
    input.addEventListener(
      'click',
      event => {
        event.preventDefault();
        this.picked += 1;
        this.page.choose(file);
      },
      { once: true },
    );
    await this.press('Enter');
  }

  /** What is written on whatever has the focus. */
  get at(): string {
    const { focused } = this.page;
    return (focused?.getAttribute('aria-label') ?? focused?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  has(control: Element | null): boolean {
    return this.page.focused === control;
  }

  async settled(after: string): Promise<void> {
    const { page, opener } = this;
    const isKept = () => (page.isOpen ? page.focused !== null : document.activeElement === opener);
    await page.element.updateComplete;
    await nextFrame();
    await nextFrame();
    await waitUntil(isKept, `the focus is lost after "${after}"`, { timeout: 1500 });
  }
}

/** A file of seven rows: two to edit, one to trim, one to remove, one with a warning. */
const broken = () =>
  csv('ORD_1,TXN_1,', 'ORD 2,TXN_2,', ' ORD_3,TXN_3,', ',TXN_4,', 'ORD_5,#REF!,', 'ORD_1,TXN_6,', 'ORD_7,TXN_7,');

/** One that is reviewed, by keys. */
async function reviewing(file: File, setup: UploadSetup = {}): Promise<Typist> {
  const typist = await Typist.at(setup);
  await typist.press('Enter');
  await typist.until('choosing');
  await typist.choose(file);
  await typist.until('review');
  return typist;
}

describe('batch-sync-upload: with the keyboard alone', function () {
  // Some hundred keys, each of which goes through the browser.
  this.timeout(60_000);

  it('goes from opening to the batch: describes, chooses, fixes, takes back, previews, accepts, sends', async () => {
    const typist = await Typist.at({ config: { makerChecker: true }, session: { makerChecker: true } });
    const { page } = typist;
    await typist.press('Enter');
    await typist.until('describing');
    await typist.type('Settlements of October');
    await typist.to('Submit');
    await typist.press('Enter');
    await typist.until('choosing');
    expect(typist.at).to.equal('Choose File');
    await typist.choose(broken());
    expect(typist.picked).to.equal(1);
    await typist.until('review');
    expect(typist.at, 'the verdict has it').to.contain('4 errors in 4 rows.');

    // A link of the summary leads to the cell, which is fixed, judged and taken back.
    await typist.to('Row 2');
    await typist.press('Enter');
    expect(typist.has(page.cell(2))).to.equal(true);
    await typist.press('Home');
    for (const _ of 'ORD ') await typist.press('Delete');
    await typist.type('ORD_');
    await typist.press('Enter');
    expect([page.cell(2).value, page.issueOf(2)]).to.deep.equal(['ORD_2', 'Fixed']);
    expect(typist.has(page.cell(2)), 'it stays').to.equal(true);
    await typist.to('Undo: edit of row 2', 'back');
    await typist.press('Enter');
    expect(page.cell(2).value).to.equal('ORD 2');
    expect(typist.at).to.contain('4 errors in 4 rows.');
    await typist.to('Row 2');
    await typist.press('Enter');
    await typist.press('End');
    await typist.press('Backspace');
    await typist.press('Backspace');
    await typist.type('_2');

    // Leaving a cell takes what was typed; arrows lead down the column.
    await typist.press('ArrowDown');
    expect([page.issueOf(2), typist.has(page.cell(3))]).to.deep.equal(['Fixed', true]);
    await typist.press('ArrowDown');
    await typist.type('ORD_4');
    await typist.press('Enter');
    expect(page.verdict).to.contain('2 errors in 2 rows.');

    // A fix shows what it changes before it does.
    await typist.to(/^Trim spaces/, 'back');
    await typist.press('Enter');
    expect(typist.at).to.contain('What changes: Trim spaces');
    await typist.press('Escape');
    expect([page.preview, page.isOpen]).to.deep.equal([null, true]);
    expect(typist.at, 'back where it began').to.contain('Trim spaces');
    await typist.press('Enter');
    await typist.to('Apply');
    await typist.press('Enter');
    expect(typist.at).to.contain('1 error in 1 row.');

    // The row that repeats another goes, and another has the focus.
    await typist.to('Remove row 6');
    await typist.press('Enter');
    expect(typist.at).to.match(/^Remove row|rows are ready to send/);
    expect(page.verdict).to.contain('6 rows are ready to send. 1 warning to accept.');

    // What blocks is told where it is pressed.
    await typist.to('Send 6 rows');
    await typist.press('Enter');
    expect(typist.at).to.contain('1 warning to accept.');
    await typist.to(/^Send despite 1 warning/);
    await typist.press(' ');
    await typist.to('Sync With Gateway');
    await typist.press(' ');
    await typist.to('Send 6 rows');
    await typist.press('Enter');
    await typist.until('done');
    expect(typist.at).to.contain('Batch created');
    const { batch } = page.told('batch-sync-submitted')[0]!;
    expect(batch).to.include({ totalRecords: 6, syncWithGateway: true, description: 'Settlements of October' });
    expect(batch).to.deep.include({ acceptedWarnings: ['spreadsheet_damage'] });
    await typist.to('View batch');
    await typist.press('Enter');
    expect(page.told('batch-sync-open').map(({ id }) => id)).to.deep.equal([batch.id]);
    expect([page.isOpen, document.activeElement === typist.opener]).to.deep.equal([false, true]);
  });

  it('closes with Esc while there is nothing to lose, and gives the focus back', async () => {
    const typist = await Typist.at();
    await typist.press('Enter');
    await typist.until('choosing');
    await typist.press('Escape');
    expect([typist.page.isOpen, document.activeElement === typist.opener]).to.deep.equal([false, true]);
  });

  it('takes Esc for the nearest thing that can be given up, one after the other', async () => {
    const typist = await reviewing(broken());
    const { page } = typist;
    await typist.to('Row 2');
    await typist.press('Enter');
    await typist.type('xyz');
    await typist.press('Escape');
    expect(page.cell(2).value, 'what was typed').to.equal('ORD 2');
    await typist.to(/^Trim spaces/, 'back');
    await typist.press('Enter');
    await typist.press('Escape');
    expect([page.preview, page.question], 'the preview').to.deep.equal([null, null]);
    await typist.press('Escape');
    await waitUntil(() => page.question !== null);
    expect(page.question).to.contain('Discard this upload?');
    expect(typist.at, 'nothing is lost by Enter').to.equal('Keep working');
    await typist.press('Escape');
    expect([page.question, page.isOpen], 'the question').to.deep.equal([null, true]);
    expect(typist.at, 'back where it was').to.contain('Trim spaces');
    await typist.press('Escape');
    await waitUntil(() => page.question !== null);
    await typist.to('Discard');
    await typist.press('Enter');
    await waitUntil(() => !page.isOpen, 'the work');
    expect(document.activeElement === typist.opener).to.equal(true);
  });

  it('lists rows of one kind, all rows and other pages', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => (index < 55 ? `ORD ${index},T,` : ',T,'));
    const typist = await reviewing(csv(...rows));
    const { page } = typist;
    await typist.to(/^Empty order ID/);
    await typist.press('Enter');
    await waitUntil(() => page.rows.length === 5);
    expect(typist.at).to.contain('Empty order ID');
    await typist.to('Only rows with issues');
    await typist.press(' ');
    await page.whole();
    expect(page.rows[0]).to.equal(1);
    await typist.to('Next rows');
    await typist.press('Enter');
    await page.whole();
    expect([page.rows[0], typist.at]).to.deep.equal([26, 'Next rows']);
    await typist.press('Enter');
    await page.whole();
    expect([page.rows.at(-1), typist.at], 'also at the end').to.deep.equal([60, 'Next rows']);
  });

  it('removes row after row, down to none', async () => {
    const typist = await reviewing(csv('ORD 1,,', 'ORD 2,,', 'ORD 3,,'));
    await typist.to('Remove row 2');
    for (const next of ['Remove row 3', 'Remove row 1']) {
      await typist.press('Enter');
      expect(typist.at).to.equal(next);
    }
    await typist.press('Enter');
    expect(typist.page.rows).to.deep.equal([]);
  });

  it('splits a file and sends its parts', async () => {
    const typist = await reviewing(csv('ORD_1,,', 'ORD_2,,', 'ORD_3,,'), {
      adapter: real => ({
        capabilities: async ctx => ({
          ...(await real.capabilities!(ctx)),
          limits: { maxRows: 2, maxBytes: 5_000_000 },
        }),
      }),
    });
    await typist.to('Split into 2 batches');
    await typist.press('Enter');
    await typist.to('Apply');
    await typist.press('Enter');
    await typist.to('Send 3 rows in 2 batches');
    await typist.press('Enter');
    await typist.until('done');
    expect(typist.at).to.contain('2 batches created');
  });

  it('leaves rows out after a question, and goes on with them', async () => {
    const typist = await reviewing(csv('ORD_1,,', 'ORD 2,,'), { config: { submitPolicy: 'ask' } });
    const { page } = typist;
    await typist.to('Send 1 of 2');
    await typist.press('Enter');
    await waitUntil(() => page.question !== null);
    await typist.to('Send 1 row');
    await typist.press('Enter');
    await typist.until('done');
    await typist.to('Fix 1 row');
    await typist.press('Enter');
    await typist.until('review');
    expect(typist.at).to.contain('1 error in 1 row.');
  });

  it('stops sending, and tries again', async () => {
    let answers = 0;
    const typist = await reviewing(csv('ORD_1,,'), {
      adapter: real => ({
        createBatch: (input, ctx) => (answers++ === 0 ? new Promise(() => {}) : real.createBatch(input, ctx)),
      }),
    });
    const { page } = typist;
    await typist.to('Send 1 row');
    await typist.press('Enter');
    await typist.until('sending');
    await typist.press('Escape');
    await waitUntil(() => page.question !== null);
    expect(page.question).to.contain('The file is on its way.');
    await typist.press('Enter');
    expect([page.question, page.element.phase]).to.deep.equal([null, 'sending']);
    await typist.to('Stop sending');
    await typist.press('Enter');
    await typist.until('failed');
    expect(typist.at).to.contain('Sending was stopped');
    await typist.to('Try again');
    await typist.press('Enter');
    await typist.until('done');
  });

  it('agrees to the same rows again, where they are known before and where only the server knows', async () => {
    const typist = await reviewing(csv('ORD_1,,'));
    const { page } = typist;
    await typist.to('Send 1 row');
    await typist.press('Enter');
    await typist.until('done');
    await typist.to('Upload another');
    await typist.press('Enter');
    await typist.until('choosing');
    await typist.choose(csv('ORD_1,,'));
    await typist.until('review');
    await waitUntil(() => page.text.includes('The same rows were sent before'));
    await typist.to('Send the same rows again');
    await typist.press(' ');
    await typist.to('Send 1 row');
    await typist.press('Enter');
    await typist.until('done');
    expect(await page.created()).to.equal(2);
  });

  it('fixes what the server found', async () => {
    let answers = 0;
    const issues = [{ code: 'order_closed', severity: 'error', row: 2, line: 3, column: 'order_id' }] as const;
    const typist = await reviewing(csv('ORD_1,,', 'ORD_2,,'), {
      adapter: real => ({
        createBatch: (input, ctx) =>
          answers++ === 0
            ? Promise.reject(new ProblemError({ code: 'csv_validation', status: 422, issues }))
            : real.createBatch(input, ctx),
      }),
    });
    const { page } = typist;
    await typist.to('Send 2 rows');
    await typist.press('Enter');
    await typist.until('failed');
    expect(typist.at).to.contain('1 error in 1 row.');
    await typist.to('Row 2');
    await typist.press('Enter');
    expect(typist.has(page.cell(2))).to.equal(true);
    await typist.press('End');
    await typist.type('b');
    await typist.press('Enter');
    expect([page.element.phase, typist.has(page.cell(2))]).to.deep.equal(['review', true]);
    await typist.to('Send 2 rows');
    await typist.press('Enter');
    await typist.until('done');
  });

  it('reaches the sample, the fields and the way out without a file', async () => {
    const typist = await Typist.at();
    const { page } = typist;
    await typist.press('Enter');
    await typist.until('choosing');
    await typist.to('CSV Field Requirements');
    await typist.press('Enter');
    expect(page.root.querySelector('details')?.open).to.equal(false);
    await typist.to(/batch_sync_sample\.csv$/, 'back');
    await typist.to('Cancel');
    await typist.press('Enter');
    await waitUntil(() => !page.isOpen);
  });
});
