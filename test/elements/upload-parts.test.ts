import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/upload.js';
import type { CreateBatchInput, UploadContext } from '../../src/adapter/adapter.js';
import { batchSync } from '../../src/core/batch-sync.js';
import type { Batch } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import { csv, openUpload } from '../support/upload-page.js';
import type { UploadPage, UploadSetup } from '../support/upload-page.js';

type Create = (input: CreateBatchInput, ctx: UploadContext) => Promise<Batch>;

interface Sent {
  readonly key: string;
  readonly fileName: string;
  readonly text: string;
  readonly warnings: readonly string[];
}

const definition = { ...batchSync, limits: { ...batchSync.limits, maxRows: 2 } };
const rows = ['ORD_1,,', 'ORD_2,,', 'ORD_3,,', 'ORD_4,,', 'ORD_5,,'];

/** A file of five rows where two are allowed; each POST is first given to its answer, then to the engine. */
async function tooLong(answers: readonly ((create: Create) => Create)[] = [], setup: UploadSetup = {}, given = rows) {
  const sent: Sent[] = [];
  const page = await openUpload({
    ...setup,
    config: { definition, ...setup.config },
    prepare: element => {
      element.config = { ...element.config, definition };
      setup.prepare?.(element);
    },
    adapter: real => ({
      findBatches: (by, ctx) => ('rowsSha256' in by ? Promise.resolve([]) : real.findBatches!(by, ctx)),
      ...setup.adapter?.(real),
      createBatch: async (input, ctx) => {
        const { fileName, file: whole, client } = input;
        const warnings = client.acceptedWarnings;
        sent.push({ key: ctx.idempotencyKey, fileName, text: await whole.text(), warnings });
        const create: Create = (file, context) => real.createBatch(file, context);
        return (answers[sent.length - 1]?.(create) ?? create)(input, ctx);
      },
    }),
    engine: { ...setup.engine },
  });
  await page.review(csv(...given));
  return { page, sent };
}

const pass = (create: Create): Create => create;
const refuse = (code: string, status: number) => (): Create => () => Promise.reject(new ProblemError({ code, status }));
const makeAndLose =
  (create: Create): Create =>
  async (input, ctx) => {
    await create(input, ctx);
    throw new ProblemError({ code: 'outcome_unknown', retryable: true });
  };

async function split(page: UploadPage): Promise<void> {
  await page.fix('Split into 3 batches');
}

describe('batch-sync-upload: too many rows', () => {
  it('never makes a batch twice where the answer to the second of three is lost', async () => {
    const { page, sent } = await tooLong([pass, makeAndLose]);
    await split(page);
    page.send.click();
    await page.until('done');
    expect(sent).to.have.length(3);
    expect(await page.created()).to.equal(3);
    expect(page.told('batch-sync-submitted')).to.have.length(3);
  });

  it('says which parts were sent where the second fails, and goes on with it and its key', async () => {
    const { page, sent } = await tooLong([pass, refuse('unavailable', 503)]);
    await split(page);
    page.send.click();
    await page.until('failed');
    const [first] = page.told('batch-sync-submitted');
    expect(page.parts).to.deep.equal([
      `Rows 1–2 october_part_1_of_3.csv Sent ${first?.batch.id}`,
      'Rows 3–4 october_part_2_of_3.csv Not sent',
      'Rows 5–5 october_part_3_of_3.csv Waiting',
    ]);
    expect(page.failure).to.contain('What was sent before is safe.');
    await expect(page.element).to.be.accessible();
    await page.press('Try again');
    await page.until('done');
    expect(sent.map(({ fileName }) => fileName.slice(8, 14))).to.deep.equal(['part_1', 'part_2', 'part_2', 'part_3']);
    expect(sent[2]?.key).to.equal(sent[1]?.key);
    expect(new Set(sent.map(({ key }) => key)).size).to.equal(3);
    expect(await page.created()).to.equal(3);
  });

  it('goes back to the rows that are left where the server refused a part for good', async () => {
    const { page, sent } = await tooLong([pass, refuse('duplicate_batch', 409)]);
    await split(page);
    page.send.click();
    await page.until('failed');
    await page.press('Back to review');
    expect(page.text).to.contain('1 batch was made of this file already.');
    expect(page.verdict).to.contain('3 rows are ready to send.');
    expect(page.has(/^Undo/), 'what was sent cannot be had back').to.equal(false);
    await page.press('Send 3 rows in 2 batches');
    await page.until('done');
    expect(sent.slice(2).map(({ text }) => text.split('\r\n')[1])).to.deep.equal(['ORD_3,,', 'ORD_5,,']);
    expect(sent[2]?.key).not.to.equal(sent[1]?.key);
    expect(await page.created()).to.equal(3);
  });

  it('does not bring back what was sent where the limits change meanwhile', async () => {
    const { page } = await tooLong([pass, refuse('duplicate_batch', 409)]);
    await split(page);
    page.send.click();
    await page.until('failed');
    await page.press('Back to review');
    page.element.config = { ...page.element.config, definition: batchSync };
    await page.element.updateComplete;
    expect(page.verdict).to.contain('3 rows are ready to send.');
  });

  it('stops between the parts, keeps the rest, and goes on', async () => {
    const { page, sent } = await tooLong([pass, () => () => new Promise(() => {})]);
    await split(page);
    page.send.click();
    await waitUntil(() => sent.length === 2);
    await page.press('Stop sending');
    await page.until('failed');
    expect(page.failure).to.contain('Sending was stopped');
    await page.press('Try again');
    await page.until('done');
    expect(await page.created()).to.equal(3);
  });

  it('comes back to the part that was on its way when it is removed', async () => {
    const { page, sent } = await tooLong([
      pass,
      create => (input, ctx) => {
        void create(input, { ...ctx, signal: new AbortController().signal });
        return new Promise(() => {});
      },
    ]);
    await split(page);
    const parent = page.element.parentElement!;
    page.send.click();
    await waitUntil(() => sent.length === 2);
    page.element.remove();
    parent.append(page.element);
    await waitUntil(async () => (await page.created()) === 2);
    page.element.remove();
    await page.element.updateComplete;
    parent.append(page.element);
    await page.until('done');
    expect(await page.created()).to.equal(3);
  });

  it('offers to split, shows the parts, and sends them one after another in one view', async () => {
    let finish!: () => void;
    const gate = new Promise<void>(resolve => (finish = resolve));
    const { page, sent } = await tooLong([
      pass,
      create => async (input, ctx) => {
        ctx.onProgress?.({ loaded: 10, total: 40 });
        await gate;
        return create(input, ctx);
      },
    ]);
    expect(page.isBlocked(page.send)).to.equal(true);
    await page.press('Split into 3 batches');
    expect(page.preview).to.contain('3 parts, sent one after another as a batch each:');
    expect(page.parts).to.deep.equal([
      'Rows 1–2 october_part_1_of_3.csv',
      'Rows 3–4 october_part_2_of_3.csv',
      'Rows 5–5 october_part_3_of_3.csv',
    ]);
    await page.press('Apply');
    expect(page.verdict).to.contain('5 rows are ready to send.');
    await page.press('Send 5 rows in 3 batches');
    await waitUntil(() => sent.length === 2);
    await waitUntil(() => page.text.includes('Batch 2 of 3 · 10 B of 40 B · 25%'), page.text);
    expect(page.root.querySelector('progress')?.value).to.equal(0.5);
    expect(page.parts.map(part => part.replace(/^.*csv /, '').split(' ')[0])).to.deep.equal([
      'Sent',
      'Sending',
      'Waiting',
    ]);
    expect(page.told('batch-sync-submit')).to.deep.equal([
      { fileName: 'october.csv', rowCount: 5, batches: 3, syncWithGateway: false, description: null },
    ]);
    finish();
    await page.until('done');
    expect(page.text).to.contain('3 batches created').and.to.contain('5 rows are queued for processing.');
    expect(page.text).to.contain(page.told('batch-sync-submitted')[2]!.batch.id);
    expect(sent.map(({ text }) => text.split('\r\n').length - 2)).to.deep.equal([2, 2, 1]);
    await expect(page.element).to.be.accessible();
  });

  it('finds what is wrong beyond the limit once it is split, and fixes it there', async () => {
    const { page, sent } = await tooLong([], {}, ['ORD_1,,', 'ORD_2,,', ' ORD_3,,', 'ORD 4,,']);
    await page.fix('Split into 2 batches');
    expect(page.rows).to.deep.equal([3, 4]);
    expect(page.isBlocked(page.send)).to.equal(true);
    await page.fix('Trim spaces · 1');
    await page.edit(4, 'ORD_4');
    await page.press('Send 4 rows in 2 batches');
    await page.until('done');
    expect(sent[1]?.text).to.equal('order_id,txn_id,unique_request_id\r\nORD_3,,\r\nORD_4,,\r\n');
  });

  it('asks about an order that comes back in another part, and tells the server of the consent', async () => {
    const { page, sent } = await tooLong([], {}, ['ORD_1,,', 'ORD_2,,', 'ORD_3,,', 'ORD_1,,']);
    await page.fix('Split into 2 batches');
    expect(page.verdict).to.contain('4 rows are ready to send. 1 warning to accept.');
    expect(page.issueOf(4)).to.equal('Duplicate value: Same order ID as row 1');
    expect(page.isBlocked(page.send)).to.equal(true);
    await expect(page.element).to.be.accessible();
    await page.tick('.verdict input[type="checkbox"]');
    await page.press('Send 4 rows in 2 batches');
    await page.until('done');
    expect(sent.map(({ warnings }) => warnings)).to.deep.equal([[], ['duplicate_value']]);
  });

  it('is one file again after an undo', async () => {
    const { page } = await tooLong();
    await split(page);
    await page.press('Undo: split into batches');
    expect(page.verdict).to.contain('Row limit exceeded');
    expect(page.parts).to.be.empty;
  });
});

describe('batch-sync-upload: a slow way', () => {
  it('says that nothing moves, and for how long it will take when it does', async () => {
    let progress!: (loaded: number) => void;
    const page = await openUpload({
      adapter: () => ({
        createBatch: (_input, ctx) => {
          progress = loaded => ctx.onProgress?.({ loaded, total: 1_000_000 });
          return new Promise(() => {});
        },
      }),
    });
    await page.review(csv('ORD_1,,'));
    page.send.click();
    await waitUntil(() => page.text.includes('Nothing has moved for a few seconds.'), 'stalled', { timeout: 8000 });
    await page.heard('Nothing has moved for a few seconds.');
    await expect(page.element).to.be.accessible();
    progress(500_000);
    await page.element.updateComplete;
    expect(page.text)
      .to.contain('500 KB of 1 MB · 50%')
      .and.to.match(/\d+ sec left/);
    expect(page.text).not.to.contain('Nothing has moved');
  }).timeout(20_000);
});
