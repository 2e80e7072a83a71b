import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/detail.js';
import '../../src/define/provider.js';
import '../../src/define/upload.js';
import { createEngine, createMemoryAdapter, mixedErrorsFile, validFile } from '../../mocks/index.js';
import { ProblemError } from '../../src/core/problem.js';
import type { BatchSyncProvider } from '../../src/elements/provider.js';
import type { BatchSyncUpload } from '../../src/elements/upload.js';
import { leaveOut } from '../support/engine.js';
import { csv, openUpload, transferOf } from '../support/upload-page.js';
import type { UploadPage, UploadSetup } from '../support/upload-page.js';
import { arabic } from '../support/languages.js';

const makerChecker: UploadSetup = { session: { makerChecker: true } };

/** Whether the page would ask before it is left. */
function asksBeforeLeaving(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

describe('batch-sync-upload: the dialog', () => {
  it('takes no space, shows nothing and asks nothing of the server while closed', async () => {
    let asked = 0;
    const page = await openUpload({
      closed: true,
      adapter: real => ({
        capabilities: ctx => {
          asked += 1;
          return real.capabilities!(ctx);
        },
      }),
    });
    expect(page.element.getBoundingClientRect().height).to.equal(0);
    expect(page.isOpen).to.equal(false);
    expect(page.element.phase).to.equal('idle');
    expect(asked).to.equal(0);
    page.element.show();
    await page.until('choosing');
    expect(page.isOpen).to.equal(true);
    expect(asked).to.equal(1);
  });

  it('is in the page, without anything to close, with layout="inline"', async () => {
    const page = await openUpload({ closed: true, prepare: element => (element.layout = 'inline') });
    await page.until('choosing');
    expect(page.all('dialog.upload')).to.have.length(0);
    expect(page.has('Close')).to.equal(false);
    expect(page.has('Cancel')).to.equal(false);
    expect(document.activeElement === page.element, 'the focus is not stolen').to.equal(false);
    await page.review(csv('ORD_1,,'));
    await page.press('Cancel');
    await page.answer('Discard');
    await page.until('choosing');
  });

  for (const [how, close, reason] of [
    ['Esc', (page: UploadPage) => page.key('Escape'), 'escape'],
    ['the cross', (page: UploadPage) => page.press('Close'), 'close'],
    ['Cancel', (page: UploadPage) => page.press('Cancel'), 'cancel'],
  ] as const) {
    it(`closes by ${how}, and asks first once there is something to lose`, async () => {
      const page = await openUpload();
      await close(page);
      await waitUntil(() => !page.isOpen);
      page.element.show();
      await page.until('choosing');
      await page.review(csv('ORD_1,,'));
      await close(page);
      await waitUntil(() => page.question !== null);
      expect(page.question).to.contain('Nothing has been sent. The file and what you entered will be gone.');
      await page.answer('Keep working');
      expect(page.isOpen).to.equal(true);
      expect(page.element.phase).to.equal('review');
      await close(page);
      await page.answer('Discard');
      await waitUntil(() => !page.isOpen);
      expect(page.element).to.deep.include({ open: false, file: null, dirty: false, phase: 'idle' });
      expect(page.told('batch-sync-dismiss')).to.deep.equal([
        { reason, dirty: false },
        { reason, dirty: true },
        { reason, dirty: true },
      ]);
    });
  }

  it('does not close by a second Esc either', async () => {
    const page = await openUpload();
    await page.review(csv('ORD_1,,'));
    await page.key('Escape');
    await waitUntil(() => page.question !== null);
    await page.key('Escape');
    await waitUntil(() => page.question === null);
    await page.key('Escape');
    await waitUntil(() => page.question !== null);
    expect(page.isOpen).to.equal(true);
    expect(page.element.phase).to.equal('review');
  });

  it('hears Esc after a press beside every control', async () => {
    const page = await openUpload();
    (page.focused as HTMLElement).blur();
    page.surface.focus();
    await page.key('Escape');
    await waitUntil(() => !page.isOpen);
  });

  it('comes back where the browser closes it without asking while there is work', async () => {
    const page = await openUpload();
    await page.review(csv('ORD_1,,'));
    page.dialog!.close();
    await waitUntil(() => page.question !== null);
    expect(page.isOpen).to.equal(true);
    await page.answer('Keep working');
    expect(page.element.phase).to.equal('review');
  });

  it('stays open where the host says so', async () => {
    const page = await openUpload();
    page.element.addEventListener('batch-sync-dismiss', event => event.preventDefault(), { once: true });
    await page.press('Close');
    await nextFrame();
    expect(page.isOpen).to.equal(true);
    await page.press('Close');
    await waitUntil(() => !page.isOpen);
  });

  it('asks in the host’s own dialog where it has one', async () => {
    const asked: string[] = [];
    const page = await openUpload({
      config: {
        confirm: request => {
          asked.push(request.code);
          return asked.length > 1;
        },
      },
    });
    await page.review(csv('ORD_1,,'));
    await page.press('Close');
    await nextFrame();
    expect(page.isOpen).to.equal(true);
    await page.press('Close');
    await waitUntil(() => !page.isOpen);
    expect(asked).to.deep.equal(['discard', 'discard']);
  });

  it('hides by hide() and by taking the attribute away, and loses nothing', async () => {
    const page = await openUpload();
    await page.review(csv('ORD_1,,'));
    page.element.hide();
    await waitUntil(() => !page.isOpen);
    page.element.show();
    await waitUntil(() => page.isOpen);
    expect(page.element.phase).to.equal('review');
    page.element.removeAttribute('open');
    await waitUntil(() => !page.isOpen);
    page.element.setAttribute('open', '');
    await waitUntil(() => page.isOpen);
    expect(page.verdict).to.contain('1 row is ready to send.');
    expect(page.told('batch-sync-dismiss')).to.deep.equal([{ reason: 'method', dirty: true }]);
  });

  it('stays modal and loses nothing when it is moved while open', async () => {
    const page = await openUpload();
    await page.review(csv('ORD_1,,'));
    await fixture(html`<section>${page.element}</section>`);
    await waitUntil(() => page.isOpen, 'still modal');
    expect(page.element.phase).to.equal('review');
    expect(page.told('batch-sync-validated')).to.have.length(1);
  });

  it('stays as it is under moveBefore(), which is no removal', async function () {
    if (!('moveBefore' in document.body)) leaveOut(this, 'no moveBefore() in this browser');
    const page = await openUpload();
    await page.review(csv('ORD_1,,'));
    const section = await fixture<HTMLElement & { moveBefore(node: Node, child: Node | null): void }>(
      html`<section></section>`,
    );
    section.moveBefore(page.element, null);
    await nextFrame();
    expect(page.isOpen).to.equal(true);
    expect(page.focused?.textContent, 'the focus too').to.contain('1 row is ready to send.');
  });

  it('begins anew after a batch was created', async () => {
    const page = await openUpload();
    await page.review(csv('ORD_1,,'));
    page.send.click();
    await page.until('done');
    await page.press('Close');
    await waitUntil(() => !page.isOpen);
    page.element.show();
    await page.until('choosing');
    expect(page.told('batch-sync-dismiss')).to.deep.equal([{ reason: 'done', dirty: false }]);
  });
});

describe('batch-sync-upload: leaving', () => {
  it('guards the page only while there is unsent work, and tells routers', async () => {
    const page = await openUpload();
    expect(asksBeforeLeaving()).to.equal(false);
    await page.review(csv('ORD_1,,'));
    expect(asksBeforeLeaving()).to.equal(true);
    page.send.click();
    await page.until('done');
    expect(asksBeforeLeaving()).to.equal(false);
    expect(page.told('batch-sync-dirty')).to.deep.equal([{ dirty: true }, { dirty: false }]);
  });

  it('counts a description that a person typed as work, and one that the host set not', async () => {
    const page = await openUpload({ ...makerChecker, prepare: element => (element.description = 'given') });
    await page.until('describing');
    expect(page.element.dirty).to.equal(false);
    await page.type('typed');
    expect(page.element.dirty).to.equal(true);
    expect(asksBeforeLeaving()).to.equal(true);
  });

  it('leaves no listener, timer or question behind when it is removed', async () => {
    const page = await openUpload();
    await page.review(csv('ORD_1,,'));
    await page.press('Close');
    await waitUntil(() => page.question !== null);
    page.element.remove();
    await nextFrame();
    expect(asksBeforeLeaving()).to.equal(false);
    expect(page.question).to.equal(null);
  });

  it('warns that a batch may come of it where the file is on its way', async () => {
    const page = await openUpload({ adapter: () => ({ createBatch: () => new Promise(() => {}) }) });
    await page.review(csv('ORD_1,,'));
    page.send.click();
    await page.until('sending');
    await page.press('Close');
    await waitUntil(() => page.question !== null);
    expect(page.question).to.contain('The batch may be created nevertheless');
  });
});

describe('batch-sync-upload: maker-checker', () => {
  for (const [where, setup] of [
    ['the backend', makerChecker],
    ['the configuration', { config: { makerChecker: true } }],
    ['the attribute', { prepare: (element: BatchSyncUpload) => element.toggleAttribute('maker-checker') }],
  ] as const) {
    it(`asks for a description first where ${where} says so`, async () => {
      const page = await openUpload(setup);
      await page.until('describing');
      expect(page.steps).to.deep.equal(['Describe', 'Choose file', 'Review', 'Send']);
      expect(page.currentStep).to.equal('Describe');
    });
  }

  it('has three steps and no description without it', async () => {
    const page = await openUpload();
    expect(page.element.phase).to.equal('choosing');
    expect(page.steps).to.deep.equal(['Choose file', 'Review', 'Send']);
  });

  it('takes 1 to 500 characters, counts them, and says what is wrong', async () => {
    const page = await openUpload(makerChecker);
    await page.until('describing');
    const field = page.root.querySelector('textarea')!;
    expect(page.text).to.contain('0 of 500 characters');
    await page.press('Submit');
    expect(page.text).to.contain('Enter a description');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(page.hasFocus(field)).to.equal(true);
    await page.type('   ');
    await page.press('Submit');
    expect(page.element.phase).to.equal('describing');
    await page.type('x'.repeat(512));
    await page.press('Submit');
    expect(page.text).to.contain('Shorten the description by 12 characters').and.to.contain('512 of 500 characters');
    await page.type('x'.repeat(500));
    await page.press('Submit');
    expect(page.element.phase).to.equal('choosing');
  });

  it('keeps the description on the way back, shows it in the review, and sends it with the batch', async () => {
    const page = await openUpload(makerChecker);
    await page.until('describing');
    await page.type('October settlements');
    await page.press('Submit');
    await page.press('Back');
    expect(page.root.querySelector('textarea')?.value).to.equal('October settlements');
    await page.press('Submit');
    await page.review(csv('ORD_1,,'));
    expect(page.text).to.contain('October settlements');
    await page.press('Edit description');
    await page.type(' October settlements, corrected ');
    await page.press('Submit');
    expect(page.element.phase, 'back in the review, without reading again').to.equal('review');
    page.send.click();
    await page.until('done');
    expect(page.text).to.contain('1 row of “october.csv” waits for approval.').and.to.contain('Pending approval');
    expect(page.told('batch-sync-submitted')[0]?.batch).to.deep.include({
      status: 'PENDING_APPROVAL',
      description: 'October settlements, corrected',
    });
  });

  it('lets a file that came first wait for the description', async () => {
    const page = await openUpload({ ...makerChecker, prepare: element => (element.file = csv('ORD_1,,')) });
    await page.until('describing');
    await page.type('why');
    await page.press('Submit');
    await page.until('review');
  });

  it('asks for the description before sending where maker-checker was switched on since', async () => {
    const page = await openUpload();
    await page.review(csv('ORD_1,,'));
    page.element.makerChecker = true;
    await page.element.updateComplete;
    page.send.click();
    await page.until('describing');
    await page.type('why');
    await page.press('Submit');
    page.send.click();
    await page.until('done');
    expect(page.told('batch-sync-submitted')[0]?.batch.description).to.equal('why');
  });

  it('sends the description that a host set without maker-checker', async () => {
    const page = await openUpload({ prepare: element => (element.description = 'from the host') });
    await page.review(csv('ORD_1,,'));
    page.send.click();
    await page.until('done');
    expect(page.told('batch-sync-submitted')[0]?.batch.description).to.equal('from the host');
  });
});

describe('batch-sync-upload: rights and configuration', () => {
  it('does not open without the right, but says so', async () => {
    const page = await openUpload({ closed: true, config: { permissions: { orders: 'none' } } });
    page.element.show();
    page.element.selectFile(csv('ORD_1,,'));
    page.element.submit();
    await page.element.updateComplete;
    expect(page.isOpen).to.equal(false);
    expect(page.element.phase).to.equal('idle');
    expect(page.told('batch-sync-error').map(({ action, problem }) => [action, problem.code])).to.deep.equal([
      ['create', 'forbidden'],
      ['file', 'forbidden'],
      ['submit', 'forbidden'],
    ]);
  });

  it('shows that there is no right where it stands open, and takes no file', async () => {
    const page = await openUpload({ session: { permission: 'read' } });
    await waitUntil(() => page.text.includes('You can’t create a batch'));
    page.drop(transferOf(csv('ORD_1,,')));
    await page.element.updateComplete;
    expect(page.element.phase).to.equal('idle');
    await expect(page.element).to.be.accessible();
  });

  it('lets not one request leave with no access', async () => {
    const calls: string[] = [];
    const adapter = new Proxy(createMemoryAdapter({ engine: createEngine({ batches: 0 }) }), {
      get: (target, name, receiver) => {
        const member = Reflect.get(target, name, receiver) as unknown;
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          calls.push(String(name));
          return Reflect.apply(member, target, args) as unknown;
        };
      },
    });
    const page = await openUpload({ config: { adapter, permissions: { orders: 'none' } } });
    await nextFrame();
    expect(page.text).to.contain('You can’t create a batch');
    expect(calls).to.be.empty;
  });

  it('says that it is not set up without an adapter', async () => {
    const page = await openUpload({ prepare: element => (element.config = {}) });
    await waitUntil(() => page.text.includes('Batch Sync is not set up'));
    page.element.submit();
    expect(page.told('batch-sync-error')[0]?.problem.code).to.equal('not_configured');
    await expect(page.element).to.be.accessible();
  });

  it('shows nothing to press while rights are not known', async () => {
    const page = await openUpload({ adapter: () => ({ capabilities: () => new Promise(() => {}) }) });
    expect(page.has('Choose File')).to.equal(false);
    expect(page.text).to.contain('Checking your rights');
    await expect(page.element).to.be.accessible();
  });

  it('keeps a file that comes while rights are not known', async () => {
    let answer!: () => void;
    const waiting = new Promise<void>(resolve => (answer = resolve));
    const page = await openUpload({
      adapter: real => ({ capabilities: ctx => waiting.then(() => real.capabilities!(ctx)) }),
    });
    page.element.selectFile(csv('ORD_1,,'));
    await nextFrame();
    expect(page.element.phase).to.equal('idle');
    answer();
    await page.until('review');
  });

  it('says why rights are not known, and asks again on request', async () => {
    let fails = true;
    const page = await openUpload({
      adapter: real => ({
        capabilities: ctx =>
          fails
            ? Promise.reject(new ProblemError({ code: 'unavailable', status: 503, requestId: 'req_1' }))
            : real.capabilities!(ctx),
      }),
    });
    await waitUntil(() => page.text.includes('Your rights could not be read'));
    expect(page.text).to.contain('req_1');
    expect(page.told('batch-sync-error').map(({ action }) => action)).to.deep.equal(['capabilities']);
    await expect(page.element).to.be.accessible();
    fails = false;
    await page.press('Retry');
    await page.until('choosing');
  });

  it('takes nothing while it is disabled', async () => {
    const page = await openUpload({ prepare: element => (element.disabled = true) });
    await page.until('idle');
    expect(page.isBlocked(page.button('Choose File'))).to.equal(true);
    expect(page.status).to.equal('Uploading is switched off here.');
    page.drop(transferOf(csv('ORD_1,,')));
    page.element.selectFile(csv('ORD_1,,'));
    await page.element.updateComplete;
    expect(page.element.phase).to.equal('idle');
    page.element.disabled = false;
    await page.until('choosing');
  });

  it('uses the limits of the server where they are stricter', async () => {
    const page = await openUpload({
      adapter: real => ({
        capabilities: async ctx => ({ ...(await real.capabilities!(ctx)), limits: { maxRows: 1, maxBytes: 1000 } }),
      }),
    });
    expect(page.text).to.contain('at most 1 row · at most 1 KB');
    await page.review(csv('ORD_1,,', 'ORD_2,,'));
    expect(page.verdict).to.contain('Row limit exceeded Reduce file size to maximum 1 row per upload');
  });
});

describe('batch-sync-upload: after it', () => {
  async function sent(setup: UploadSetup = {}): Promise<{ page: UploadPage; id: string }> {
    const page = await openUpload(setup);
    await page.review(csv('ORD_1,,'));
    page.send.click();
    await page.until('done');
    return { page, id: page.told('batch-sync-submitted')[0]!.batch.id };
  }

  it('leads to the batch, and closes', async () => {
    const { page, id } = await sent();
    await page.press('View batch');
    expect(page.told('batch-sync-open').map(detail => [detail.id, detail.batch?.id])).to.deep.equal([[id, id]]);
    await waitUntil(() => !page.isOpen);
  });

  it('is led on by the provider: to the batch, and to an earlier one without losing the work', async () => {
    const { page, id } = await sent();
    const provider = await fixture<BatchSyncProvider>(html`
      <batch-sync-provider .config=${page.element.config}>
        ${page.element}<batch-sync-detail></batch-sync-detail>
      </batch-sync-provider>
    `);
    const detail = provider.querySelector('batch-sync-detail')!;
    page.element.config = null;
    await waitUntil(() => page.isOpen);
    await page.press('View batch');
    expect(page.isOpen).to.equal(false);
    await waitUntil(() => detail.batchId === id);
    await waitUntil(() => document.activeElement === detail, 'its heading has the focus');

    detail.batchId = null;
    page.element.show();
    await page.until('choosing');
    await page.review(csv('ORD_1,,'));
    await waitUntil(() => page.find(id), 'the earlier batch');
    await page.press(id);
    expect(page.isOpen).to.equal(false);
    await waitUntil(() => detail.batchId === id);
    page.element.show();
    await waitUntil(() => page.isOpen);
    expect(page.text).to.contain('The same rows were sent before');
  });

  it('is a real link where the host has an address for it', async () => {
    const { page, id } = await sent({
      config: { linkTo: target => (target.kind === 'batch' ? `/batches/${target.id}` : null) },
    });
    const link = page.button('View batch') as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.equal(`/batches/${id}`);
    page.element.addEventListener('batch-sync-open', event => event.preventDefault());
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented, 'the host shows it itself').to.equal(true);
  });

  it('gives the id to copy', async () => {
    const { page, id } = await sent();
    const copied: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    try {
      await page.press('Copy batch ID');
      await waitUntil(() => page.spoken === 'Batch ID copied');
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
    expect(copied).to.deep.equal([id]);
  });

  it('tells the host by notice and telemetry, without a word of a row', async () => {
    const notices: unknown[] = [];
    const told: unknown[] = [];
    const { id } = await sent({
      config: { notify: notice => notices.push(notice), onEvent: event => told.push(event) },
    });
    expect(notices).to.have.length(1);
    expect(notices[0]).to.deep.include({ code: 'submitted', severity: 'success', batchId: id });
    expect(JSON.stringify(told)).to.contain('submitted').and.not.to.contain('ORD_1');
  });

  it('goes on with another file', async () => {
    const { page } = await sent();
    await page.press('Upload another');
    await page.until('choosing');
    expect(page.isOpen).to.equal(true);
  });
});

describe('batch-sync-upload: for everyone', () => {
  const scenes: readonly [phase: string, setup: UploadSetup, reach: (page: UploadPage) => Promise<unknown>][] = [
    ['describing', makerChecker, page => page.until('describing').then(() => page.press('Submit'))],
    ['choosing', {}, page => page.until('choosing')],
    ['review with issues', {}, page => page.review(mixedErrorsFile())],
    ['review with warnings', {}, page => page.review(csv('ORD_1, T1,R1', 'ORD_2,1.23E+11,R1'))],
    ['review of a sound file', {}, page => page.review(validFile(30))],
    [
      'sending',
      { adapter: () => ({ createBatch: () => new Promise(() => {}) }) },
      page => page.review(csv('ORD_1,,')).then(() => page.press(/^Send/)),
    ],
    [
      'checking',
      {
        adapter: () => ({
          createBatch: () => Promise.reject(new ProblemError({ code: 'network' })),
          findBatches: () => new Promise(() => {}),
        }),
      },
      page => page.review(csv('ORD_1,,')).then(() => page.press(/^Send/).then(() => page.until('checking'))),
    ],
    [
      'failed',
      {
        adapter: () => ({
          createBatch: () =>
            Promise.reject(new ProblemError({ code: 'duplicate_batch', status: 409, batchId: 'bs_1' })),
        }),
      },
      page => page.review(csv('ORD_1,,')).then(() => page.press(/^Send/).then(() => page.until('failed'))),
    ],
    ['done', {}, page => page.review(csv('ORD_1,,')).then(() => page.press(/^Send/).then(() => page.until('done')))],
    [
      'the question before work is lost',
      {},
      page =>
        page.review(csv('ORD_1,,')).then(() => page.press('Close').then(() => waitUntil(() => page.question !== null))),
    ],
  ];
  for (const scheme of ['light', 'dark']) {
    for (const [phase, setup, reach] of scenes) {
      it(`is accessible: ${phase}, ${scheme}`, async () => {
        const page = await openUpload({
          ...setup,
          prepare: element => element.style.setProperty('color-scheme', scheme),
        });
        await reach(page);
        await expect(page.element).to.be.accessible();
      });
    }
  }

  it('is named by its heading', async () => {
    const page = await openUpload();
    const name = page.root.getElementById(page.dialog!.getAttribute('aria-labelledby')!);
    expect(name?.textContent?.trim()).to.equal('Create Batch Sync');
  });

  it('moves the focus to what everybody waits for', async () => {
    const page = await openUpload();
    expect(page.hasFocus(page.button('Choose File'))).to.equal(true);
    await page.review(mixedErrorsFile());
    expect(page.focused?.textContent).to.contain('7 errors in 7 rows.');
    await page.review(csv('ORD_1,,'));
    expect(page.focused?.textContent).to.contain('1 row is ready to send.');
    page.send.click();
    await page.until('done');
    expect(page.focused?.textContent).to.contain('Batch created');
  });

  it('says the verdict in a live region where the focus is elsewhere, and by the focus where it takes it', async () => {
    const elsewhere = await fixture<HTMLButtonElement>(html`<button>Elsewhere</button>`);
    const page = await openUpload({ prepare: element => (element.layout = 'inline') });
    elsewhere.focus();
    await page.review(mixedErrorsFile());
    await page.heard('7 errors in 7 rows.');
    page.button('Replace').focus();
    await page.review(csv('ORD_1,,'));
    expect(page.focused?.ariaLabel).to.equal('1 row is ready to send.');
    expect(page.spoken).to.equal('7 errors in 7 rows.');
  });

  it('has a live region within its dialog, for all else is inert', async () => {
    const page = await openUpload();
    expect(page.dialog?.contains(page.root.querySelector('[role="status"]'))).to.equal(true);
  });

  it('leads to the errors where a blocked Send is pressed', async () => {
    const page = await openUpload();
    await page.review(mixedErrorsFile());
    page.send.focus();
    page.send.click();
    expect(page.focused?.textContent).to.contain('7 errors in 7 rows.');
    const reason = page.root.getElementById(page.send.getAttribute('aria-describedby')!);
    expect(reason?.textContent).to.contain('7 rows to fix before sending');
  });

  it('can be gone from opening to sent with the keyboard alone, and gives the focus back', async () => {
    const opener = await fixture<HTMLButtonElement>(html`<button>Create</button>`);
    const page = await openUpload({ ...makerChecker, closed: true });
    opener.addEventListener('click', () => page.element.show());
    opener.focus();
    await page.key('Enter');
    await page.until('describing');
    await sendKeys({ type: 'October settlements' });
    await page.tabTo('Submit');
    await page.key('Enter');
    await page.until('choosing');
    await waitUntil(() => page.focused?.textContent?.includes('Choose File'));
    let picked = false;
    page.root.querySelector('input[type="file"]')!.addEventListener('click', event => {
      event.preventDefault();
      picked = true;
      page.choose(csv('ORD_1, T,'));
    });
    await page.key('Enter');
    expect(picked).to.equal(true);
    await page.until('review');
    await page.tabTo(/^Send despite/);
    await page.key(' ');
    await page.tabTo('Sync With Gateway');
    await page.key(' ');
    await page.tabTo('Send 1 row');
    await page.key('Enter');
    await page.until('done');
    expect(page.told('batch-sync-submitted')[0]?.batch.syncWithGateway).to.equal(true);
    await page.key('Escape');
    await waitUntil(() => !page.isOpen);
    expect(document.activeElement === opener).to.equal(true);
  });

  it('follows the language of its surroundings, and writes right to left only where told', async () => {
    const page = await openUpload({ config: { locale: 'ar-EG', catalogues: [arabic] } });
    const root = page.root.querySelector('.root')!;
    expect([root.getAttribute('lang'), root.getAttribute('dir')]).to.deep.equal(['ar-EG', 'rtl']);
    page.element.config = { adapter: page.element.config!.adapter! };
    await page.element.updateComplete;
    expect(root.hasAttribute('dir')).to.equal(false);
  });

  it('fits into 320 px without scrolling sideways', async () => {
    const page = await openUpload({ closed: true, prepare: element => (element.layout = 'inline') });
    page.element.style.cssText = 'display: block; inline-size: 320px';
    await page.until('choosing');
    expect(wide(page)).to.be.empty;
    await page.review(mixedErrorsFile());
    expect(wide(page)).to.be.empty;
  });

  it('says its state to stylesheets', async () => {
    const page = await openUpload();
    expect(page.element.matches(':state(open):state(choosing)')).to.equal(true);
    await page.review(csv('ORD_1,,'));
    expect(page.element.matches(':state(review):state(dirty)')).to.equal(true);
    expect(page.element.matches(':state(choosing)')).to.equal(false);
  });

  it('takes words of the host in its slots', async () => {
    const page = await openUpload({
      prepare: element => {
        for (const slot of ['heading', 'instructions', 'dropzone', 'review', 'success']) {
          const span = document.createElement('span');
          Object.assign(span, { slot, textContent: `our ${slot}` });
          element.append(span);
        }
      },
    });
    const seen = (slot: string) => page.element.querySelector<HTMLElement>(`[slot="${slot}"]`)!.checkVisibility();
    expect([seen('heading'), seen('instructions'), seen('dropzone')]).to.deep.equal([true, true, true]);
    await page.review(csv('ORD_1,,'));
    expect(seen('review')).to.equal(true);
    page.send.click();
    await page.until('done');
    expect(seen('success')).to.equal(true);
  });
});

/** What reaches out of the element's box. */
function wide(page: UploadPage): readonly string[] {
  const { right } = page.element.getBoundingClientRect();
  return page
    .all('.sheet *')
    .filter(child => child.getBoundingClientRect().right > right + 1 && !child.closest('.visually-hidden, thead, svg'))
    .map(child => `${child.localName}.${child.className}`);
}
