import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import '../../src/define/upload.js';
import type { BatchSyncAdapter, CreateBatchInput, UploadContext } from '../../src/adapter/adapter.js';
import type { Batch } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import type { Problem } from '../../src/core/problem.js';
import { csv, openUpload, readBy } from '../support/upload-page.js';
import type { UploadPage, UploadSetup } from '../support/upload-page.js';

type Create = (input: CreateBatchInput, ctx: UploadContext) => Promise<Batch>;

interface Watched {
  readonly page: UploadPage;
  /** The keys of all POSTs, in order. */
  readonly keys: string[];
  readonly inputs: CreateBatchInput[];
  readonly signals: AbortSignal[];
}

/** An upload that has reviewed a file; each POST is first given to `answers`, one after the other, then to the engine. */
async function reviewed(
  answers: readonly ((create: Create) => Create)[] = [],
  setup: UploadSetup = {},
): Promise<Watched> {
  const keys: string[] = [];
  const inputs: CreateBatchInput[] = [];
  const signals: AbortSignal[] = [];
  const page = await openUpload({
    ...setup,
    adapter: real => ({
      ...setup.adapter?.(real),
      createBatch: (input, ctx) => {
        keys.push(ctx.idempotencyKey);
        inputs.push(input);
        signals.push(ctx.signal);
        const create: Create = (given, context) => real.createBatch(given, context);
        return (answers[keys.length - 1]?.(create) ?? create)(input, ctx);
      },
    }),
  });
  await page.review(csv('ORD_1,,', 'ORD_2,T,U'));
  return { page, keys, inputs, signals };
}

const refuse = (problem: Partial<Problem> & Pick<Problem, 'code'>) => () => (): Promise<Batch> =>
  Promise.reject(new ProblemError(problem));

/** The batch is made, and the answer never comes. */
const makeAndLose =
  (code: string): ((create: Create) => Create) =>
  create =>
  async (input, ctx) => {
    await create(input, ctx);
    throw new ProblemError({ code, retryable: true });
  };

const never = (): Create => () => new Promise(() => {});

/** A backend that tells of earlier batches only when the same rows come. */
const knowsNoRows = (real: BatchSyncAdapter): Partial<BatchSyncAdapter> => ({
  findBatches: (by, ctx) => ('rowsSha256' in by ? Promise.resolve([]) : real.findBatches!(by, ctx)),
});

describe('batch-sync-upload: sending', () => {
  it('makes one batch of a double click, an Enter and a submit() at once', async () => {
    const { page, keys } = await reviewed();
    const { send } = page;
    send.click();
    send.click();
    page.element.submit();
    page.element.submit();
    await page.until('done');
    page.element.submit();
    expect(keys).to.have.length(1);
    expect(await page.created()).to.equal(1);
    expect(page.told('batch-sync-submit')).to.have.length(1);
  });

  it('tells of the batch, shows its id and what becomes of it', async () => {
    const { page } = await reviewed();
    page.send.click();
    await page.until('done');
    const [detail] = page.told('batch-sync-submitted');
    expect(page.text).to.contain(detail?.batch.id).and.to.contain('2 rows of “october.csv” are queued for processing.');
    expect(page.text).to.contain('Processing');
    expect(page.told('batch-sync-submit')).to.deep.equal([
      { fileName: 'october.csv', rowCount: 2, batches: 1, syncWithGateway: false, description: null },
    ]);
    expect(page.told('batch-sync-progress').length).to.be.greaterThan(0);
  });

  it('sends the very bytes that were judged, whatever the disk holds by then', async () => {
    const content = new TextEncoder().encode('\uFEFForder_id,txn_id,unique_request_id\r\n"ORD_1",,"ü"\n');
    const { page, inputs } = await reviewed();
    await page.review(new File([content], 'kept.csv'));
    page.send.click();
    await page.until('done');
    expect(new Uint8Array(await inputs[0]!.file.arrayBuffer())).to.deep.equal(content);
    expect(inputs[0]).to.deep.include({ fileName: 'kept.csv' });
    expect(inputs[0]?.client).to.deep.include({ rows: 1, acceptDuplicate: false, acceptedWarnings: [] });
    expect(inputs[0]?.client.rowsSha256).to.match(/^[0-9a-f]{64}$/);
  });

  it('syncs with the gateway as the switch stands', async () => {
    const { page, inputs } = await reviewed([], { prepare: element => element.setAttribute('sync-with-gateway', '') });
    const box = page.root.querySelector<HTMLInputElement>('[role="switch"]')!;
    expect(box.checked).to.equal(true);
    box.click();
    await page.element.updateComplete;
    page.send.click();
    await page.until('done');
    expect(inputs[0]?.syncWithGateway).to.equal(false);
    await page.press('Upload another');
    await page.review(csv('ORD_9,,'));
    expect(page.root.querySelector<HTMLInputElement>('[role="switch"]')?.checked).to.equal(true);
  });

  it('lets the host keep it from being sent', async () => {
    const { page, keys } = await reviewed();
    page.element.addEventListener('batch-sync-submit', event => event.preventDefault());
    page.send.click();
    await page.element.updateComplete;
    expect(page.element.phase).to.equal('review');
    expect(keys).to.be.empty;
  });

  it('shows bytes and percent on their way', async () => {
    const { page } = await reviewed([
      () => (_input, ctx) => {
        ctx.onProgress?.({ loaded: 250_000, total: 1_000_000 });
        return new Promise(() => {});
      },
    ]);
    page.send.click();
    await page.until('sending');
    expect(page.text).to.contain('250 KB of 1 MB · 25%');
    expect(page.root.querySelector('progress')?.value).to.equal(0.25);
    expect(page.has(/^Send/)).to.equal(false);
  });
});

describe('batch-sync-upload: answers that do not come', () => {
  for (const code of ['outcome_unknown', 'network', 'timeout', 'unreadable']) {
    it(`finds the batch by its key after ${code}: one batch, one POST`, async () => {
      const { page, keys } = await reviewed([makeAndLose(code)]);
      page.send.click();
      await page.until('done');
      expect(keys).to.have.length(1);
      expect(await page.created()).to.equal(1);
    });
  }

  it('sends again with the same key where the look-up does not know it yet', async () => {
    const { page, keys } = await reviewed([makeAndLose('outcome_unknown')], {
      adapter: () => ({ findBatches: () => Promise.resolve([]) }),
    });
    page.send.click();
    await page.until('done');
    expect(keys).to.have.length(2);
    expect(keys[1]).to.equal(keys[0]);
    expect(await page.created()).to.equal(1);
  });

  it('says that it checks, and can be told to stop without losing anything', async () => {
    const { page, keys } = await reviewed([makeAndLose('outcome_unknown')], {
      adapter: () => ({ findBatches: () => new Promise(() => {}) }),
    });
    page.send.click();
    await page.until('checking');
    expect(page.text).to.contain('Checking whether the batch was created');
    await page.press('Stop checking');
    expect(page.element.phase).to.equal('failed');
    expect(page.failure).to.contain('It is not known whether the batch was created');
    expect(page.has('Back to review'), 'another content would be another batch').to.equal(false);
    await page.press('Try again');
    await page.until('done');
    expect(new Set(keys).size).to.equal(1);
    expect(await page.created()).to.equal(1);
  });

  it('finds the batch that came through before the person stopped sending', async () => {
    const { page } = await reviewed([
      create => async (input, ctx) => {
        await create(input, { ...ctx, signal: new AbortController().signal });
        return new Promise(() => {});
      },
    ]);
    page.send.click();
    await waitUntil(async () => (await page.created()) === 1);
    await page.press('Stop sending');
    await page.until('done');
    expect(await page.created()).to.equal(1);
  });

  it('aborts, looks up and sends nothing more where the person stopped in time', async () => {
    const { page, keys, signals } = await reviewed([never]);
    page.send.click();
    await page.until('sending');
    await page.press('Stop sending');
    expect(signals[0]?.aborted).to.equal(true);
    await page.until('failed');
    expect(page.failure).to.contain('Sending was stopped');
    expect(keys).to.have.length(1);
    await page.press('Try again');
    await page.until('done');
    expect(keys[1]).to.equal(keys[0]);
    expect(await page.created()).to.equal(1);
  });

  it('ends with the verdict that a repeat brings', async () => {
    const { page } = await reviewed(
      [makeAndLose('outcome_unknown'), refuse({ code: 'duplicate_batch', status: 409, batchId: 'bs_before' })],
      { adapter: () => ({ findBatches: () => Promise.resolve([]) }) },
    );
    page.send.click();
    await page.until('failed');
    expect(page.failure).to.contain('The same rows were sent before').and.to.contain('bs_before');
  });
});

describe('batch-sync-upload: servers that refuse', () => {
  const kept = 'Your file and what you entered are kept.';
  const refusals: readonly [what: string, problem: Partial<Problem> & Pick<Problem, 'code'>, words: string][] = [
    [
      'the session has ended',
      { code: 'session_expired', status: 401 },
      'Your session has ended. Sign in again, then retry.',
    ],
    ['the right is gone', { code: 'forbidden', status: 403 }, 'You don’t have the rights for this.'],
    [
      'there are too many requests',
      { code: 'rate_limited', status: 429 },
      'The server is busy. Try again in a moment.',
    ],
    ['the server is away', { code: 'unavailable', status: 503 }, 'The server is not available right now.'],
  ];
  for (const [what, problem, words] of refusals) {
    it(`keeps everything where ${what}, and sends again with the same key`, async () => {
      const { page, keys } = await reviewed([refuse({ ...problem, requestId: 'req_9' })]);
      page.send.click();
      await page.until('failed');
      expect(page.failure).to.contain(words).and.to.contain(kept).and.to.contain('Request ID req_9');
      expect(page.text).to.contain('october.csv');
      expect(page.element.file).to.be.instanceOf(File);
      expect(page.element.dirty).to.equal(true);
      expect(page.told('batch-sync-error')).to.have.length(1);
      expect(page.told('batch-sync-error')[0]?.problem).to.deep.include({ code: problem.code, requestId: 'req_9' });
      await page.press('Try again');
      await page.until('done');
      expect(keys[1]).to.equal(keys[0]);
      expect(await page.created()).to.equal(1);
    });
  }

  it('waits as long as the server asks, and says so', async () => {
    const { page, keys } = await reviewed([refuse({ code: 'unavailable', status: 503, retryAfter: 400 })]);
    page.send.click();
    await page.until('failed');
    expect(page.isBlocked(page.button('Try again'))).to.equal(true);
    expect(page.status).to.contain('The server asks to wait.');
    await page.press('Try again');
    page.element.submit();
    expect(keys).to.have.length(1);
    await waitUntil(() => !page.isBlocked(page.button('Try again')));
    await page.press('Try again');
    await page.until('done');
  });

  it('lists what the server found like what the browser finds', async () => {
    const issues = [
      { code: 'duplicate_value', severity: 'error', row: 2, line: 3, column: 'order_id', params: { first: 1 } },
      { code: 'order_closed', severity: 'error', row: 2, line: 3, column: 'order_id' },
    ] as const;
    const { page } = await reviewed([refuse({ code: 'csv_validation', status: 422, issues })]);
    page.send.click();
    await page.until('failed');
    expect(page.verdict).to.contain('2 errors in 1 row. The server checked the file again. No batch was created');
    expect(page.verdict).to.contain('Duplicate order ID Each order ID should be unique within the batch');
    expect(page.issueRows).to.deep.equal([
      [
        '2',
        '3',
        'ORD_2',
        'T',
        'U',
        'Duplicate order ID: Same order ID as row 1 Invalid order ID format: The server found a fault: order_closed',
      ],
    ]);
    expect(page.status).to.equal('1 row to fix before sending');
    expect(page.isBlocked(page.send)).to.equal(true);
    expect(page.told('batch-sync-error')[0]?.problem).to.deep.include({ code: 'csv_validation', issueCount: 2 });
    await page.review(csv('ORD_3,,'));
    expect(page.verdict).to.contain('1 row is ready to send.');
  });

  it('says of a file that the server finds too large what it says of its own accord', async () => {
    const issues = [{ code: 'file_too_large', severity: 'error' }] as const;
    const { page } = await reviewed([refuse({ code: 'file_too_large', status: 413, issues })]);
    page.send.click();
    await page.until('failed');
    expect(page.verdict).to.contain('File too large Reduce file size to maximum 5 MB per upload');
  });

  it('links the batch that had the same rows, and makes another once the person agrees', async () => {
    const { page, keys, inputs } = await reviewed([], { adapter: knowsNoRows });
    page.send.click();
    await page.until('done');
    const first = page.told('batch-sync-submitted')[0]!.batch.id;
    await page.press('Upload another');
    await page.review(csv('ORD_1,,', 'ORD_2,T,U'));
    page.send.click();
    await page.until('failed');
    expect(page.failure).to.contain(`They are in batch ${first}. No second batch was created.`);
    await page.press(first);
    expect(page.told('batch-sync-open')).to.deep.equal([{ id: first, batch: null }]);
    expect(page.element.phase, 'nothing is lost by looking').to.equal('failed');
    await page.press('Send 2 rows anyway');
    await page.until('done');
    expect(keys[2]).not.to.equal(keys[1]);
    expect(inputs[2]?.client.acceptDuplicate).to.equal(true);
    expect(await page.created()).to.equal(2);
  });

  it('goes back to the review after a refusal for good, and sends what was changed with another key', async () => {
    const { page, keys, inputs } = await reviewed([refuse({ code: 'duplicate_batch', status: 409 })]);
    page.send.click();
    await page.until('failed');
    await page.press('Back to review');
    expect(page.element.phase).to.equal('review');
    page.root.querySelector<HTMLInputElement>('[role="switch"]')!.click();
    page.send.click();
    await page.until('done');
    expect(keys[1]).not.to.equal(keys[0]);
    expect(inputs[1]?.syncWithGateway).to.equal(true);
  });

  it('lets the description be changed that the server refused', async () => {
    const { page } = await reviewed([refuse({ code: 'invalid_description', status: 422 })]);
    page.send.click();
    await page.until('failed');
    expect(page.failure).to.contain('The description was refused');
    await page.press('Edit description');
    await page.type('Another reason');
    await page.press('Submit');
    expect(page.element.phase).to.equal('review');
  });

  it('takes the right away that the server took, and keeps the file', async () => {
    let permission: 'read' | 'readWrite' = 'readWrite';
    const { page } = await reviewed([refuse({ code: 'forbidden', status: 403 })], {
      adapter: real => ({
        capabilities: async ctx => ({ ...(await real.capabilities!(ctx)), permissions: { orders: permission } }),
      }),
    });
    permission = 'read';
    page.send.click();
    await page.until('failed');
    await waitUntil(() => page.isBlocked(page.button('Try again')), 'no more trying');
    expect(page.status).to.equal('You can’t create a batch');
    expect(page.element.file).to.be.instanceOf(File);
  });
});

describe('batch-sync-upload: removed, moved, taken back', () => {
  it('aborts when it is removed while sending, and resolves to one batch when it comes back', async () => {
    const { page, signals } = await reviewed([
      create => (input, ctx) => {
        void create(input, { ...ctx, signal: new AbortController().signal });
        return new Promise(() => {});
      },
    ]);
    const parent = page.element.parentElement!;
    page.send.click();
    await page.until('sending');
    await waitUntil(() => signals.length === 1, 'what is asked of the server');
    page.element.remove();
    await waitUntil(() => signals[0]!.aborted);
    expect(page.element.phase).to.equal('sending');
    parent.append(page.element);
    await page.until('done');
    expect(await page.created()).to.equal(1);
  });

  it('lets a move in the document disturb nothing: it sends on', async () => {
    let finish!: () => void;
    const gate = new Promise<void>(resolve => (finish = resolve));
    const { page, keys, signals } = await reviewed([
      create => async (input, ctx) => {
        await gate;
        return create(input, ctx);
      },
    ]);
    page.send.click();
    await page.until('sending');
    document.body.append(page.element);
    await nextFrame();
    expect(signals[0]?.aborted).to.equal(false);
    expect(page.isOpen).to.equal(true);
    finish();
    await page.until('done');
    expect(keys).to.have.length(1);
    page.element.remove();
  });

  it('reads again when it comes back in the middle of reading', async () => {
    const page = await openUpload();
    const parent = page.element.parentElement!;
    let stuck = true;
    const file = readBy(csv('ORD_1,,'), bytes => (stuck ? new Promise(() => {}) : bytes()));
    page.choose(file);
    await page.until('reading');
    page.element.remove();
    await nextFrame();
    stuck = false;
    parent.append(page.element);
    await page.until('review');
  });

  it('stops with reset(), and forgets', async () => {
    const { page, signals } = await reviewed([never]);
    page.send.click();
    await page.until('sending');
    page.element.reset();
    await page.until('choosing');
    expect(signals[0]?.aborted).to.equal(true);
    expect(page.element).to.deep.include({ file: null, report: null, dirty: false });
  });

  it('takes no other file while one is on its way, and says so', async () => {
    const { page, signals } = await reviewed([never]);
    page.send.click();
    await page.until('sending');
    await waitUntil(() => signals.length === 1, 'the request');
    page.element.file = csv('ORD_9,,');
    page.element.selectFile(csv('ORD_9,,'));
    page.choose(csv('ORD_9,,'));
    await page.element.updateComplete;
    expect(page.element.phase).to.equal('sending');
    expect(signals[0]?.aborted).to.equal(false);
    expect(page.told('batch-sync-error').map(({ problem }) => problem.code)).to.deep.equal(['busy', 'busy']);
  });

  it('begins anew with a file that comes after the batch was created', async () => {
    const { page } = await reviewed();
    page.send.click();
    await page.until('done');
    await page.review(csv('ORD_9,,'));
    expect(page.verdict).to.contain('1 row is ready to send.');
  });

  it('goes on with the adapter it began with', async () => {
    const { page } = await reviewed([makeAndLose('network')]);
    const other: BatchSyncAdapter = {
      ...page.element.config!.adapter!,
      findBatches: () => Promise.reject(new Error('wrong backend')),
    };
    page.send.click();
    page.element.config = { ...page.element.config, adapter: other };
    await page.until('done');
    expect(await page.created()).to.equal(1);
  });
});
