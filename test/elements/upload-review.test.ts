import { expect, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/upload.js';
import type { CreateBatchInput } from '../../src/adapter/adapter.js';
import type { Batch } from '../../src/core/batch.js';
import { ProblemError } from '../../src/core/problem.js';
import type { Problem } from '../../src/core/problem.js';
import { mixedErrorsFile, semicolonFile } from '../../mocks/index.js';
import { aBatch } from '../state/doubles.js';
import { savedDuring } from '../support/saved-files.js';
import { csv, csvNamed, openUpload, transferOf } from '../support/upload-page.js';
import type { UploadPage, UploadSetup } from '../support/upload-page.js';

const header = 'order_id,txn_id,unique_request_id\r\n';

interface Sent {
  readonly text: string;
  readonly input: CreateBatchInput;
  readonly key: string;
}

/** An upload that keeps what it sends; the first answers are `refusals`. */
async function opened(setup: UploadSetup = {}, refusals: readonly Partial<Problem>[] = []) {
  const sent: Sent[] = [];
  const page = await openUpload({
    ...setup,
    adapter: real => ({
      ...setup.adapter?.(real),
      createBatch: async (input, ctx) => {
        sent.push({ input, key: ctx.idempotencyKey, text: await input.file.text() });
        const refusal = refusals[sent.length - 1];
        if (refusal) throw new ProblemError({ code: 'csv_validation', status: 422, ...refusal });
        return real.createBatch(input, ctx);
      },
    }),
  });
  return { page, sent };
}

async function send(page: UploadPage): Promise<void> {
  page.send.click();
  await page.until('done');
}

describe('batch-sync-upload: cells edited in place', () => {
  it('keeps the focus where Tab leads, though the edit fixes that row, too', async () => {
    const { page } = await opened();
    await page.review(csv('ORD_1,,', 'ORD_1,,', 'ORD 3,,'));
    expect(page.rows).to.deep.equal([2, 3]);
    page.cell(2).focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ type: 'b' });
    await page.tabTo('order_id, row 3');
    await waitUntil(() => page.issueOf(2) === 'Fixed', 'the verdict');
    expect(page.hasFocus(page.cell(3))).to.equal(true);
    expect([page.rows, page.issueOf(2)]).to.deep.equal([[2, 3], 'Fixed']);
    expect(page.verdict).to.contain('1 error in 1 row.');
  });

  it('keeps a row on the list that another row’s edit fixed, and its field with the focus', async () => {
    const { page } = await opened();
    await page.review(csv('ORD 1,,', 'ORD_2,,', 'ORD_2,,'));
    page.cell(1).focus();
    await page.edit(1, 'ORD_1');
    await page.press('Only rows with issues');
    await page.edit(2, 'ORD_2b');
    expect(page.issueOf(3)).to.equal('');
    expect(page.rows).to.deep.equal([1, 2, 3]);
    expect(page.verdict).to.contain('3 rows are ready to send.');
  });

  it('takes what was typed with Enter, judges it at once, says so, and stays', async () => {
    const { page } = await opened();
    await page.review(csv('ORD_1,,', ',T,'));
    const field = page.cell(2);
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    field.focus();
    await sendKeys({ type: 'ORD 2' });
    await page.key('Enter');
    expect(page.issueOf(2)).to.contain('Only letters, numbers, _ and -');
    expect(page.hasFocus(field)).to.equal(true);
    await page.heard('Row 2: Only letters, numbers, _ and -.');
    field.select();
    await sendKeys({ type: 'ORD_2' });
    await page.key('Enter');
    expect(page.hasFocus(field)).to.equal(true);
    expect(field.hasAttribute('aria-invalid')).to.equal(false);
    await page.heard('Row 2: fixed. 2 rows are ready to send.');
    expect(page.told('batch-sync-validated').map(({ ok }) => ok)).to.deep.equal([false, false, true]);
  });

  it('gives up what was typed with Esc, and only then thinks of closing', async () => {
    const { page } = await opened();
    await page.review(csv('ORD 1,,'));
    const field = page.cell(1);
    field.focus();
    await sendKeys({ type: 'xyz' });
    await page.key('Escape');
    expect(field.value).to.equal('ORD 1');
    expect([page.isOpen, page.question]).to.deep.equal([true, null]);
    await page.key('Escape');
    await waitUntil(() => page.question !== null);
    expect(page.question).to.contain('Discard this upload?');
  });

  it('loses nothing that is being typed to what happens meanwhile', async () => {
    const { page } = await opened();
    await page.review(csv('ORD 1,,', 'ORD 2,,'));
    const field = page.cell(2);
    field.focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ type: 'xyz' });
    page.element.requestUpdate();
    await page.element.updateComplete;
    page.element.syncWithGateway = true;
    await page.element.updateComplete;
    expect([field.value, page.focused === field]).to.deep.equal(['ORD 2xyz', true]);
  });

  it('keeps the line breaks of a cell, and takes a look at it for no change', async () => {
    const { page, sent } = await opened();
    const content = `${header}ORD_1,"a\r\nb",\r\n,T,\r\n`;
    await page.review(new File([content], 'lines.csv'));
    await page.press('Only rows with issues');
    const field = page.cell(1, 'txn_id');
    expect(field.value).to.equal('a\nb');
    field.focus();
    field.blur();
    await page.edit(2, 'ORD_2');
    await send(page);
    expect(sent[0]?.text).to.equal(`${header}ORD_1,"a\r\nb",\r\nORD_2,T,\r\n`);
  });

  it('leaves a composed word alone until it is whole', async () => {
    const { page } = await opened();
    await page.review(csv('ORD 1,,'));
    const field = page.cell(1);
    field.value = 'か';
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    await page.element.updateComplete;
    expect(page.told('batch-sync-validated')).to.have.length(1);
  });

  it('leads up and down a column with the arrows', async () => {
    const { page } = await opened();
    await page.review(csv('ORD 1,,', 'ORD 2,,'));
    page.cell(1, 'txn_id').focus();
    await page.key('ArrowDown');
    expect(page.hasFocus(page.cell(2, 'txn_id'))).to.equal(true);
    await page.key('ArrowDown');
    expect(page.hasFocus(page.cell(2, 'txn_id'))).to.equal(true);
    await page.key('ArrowUp');
    expect(page.hasFocus(page.cell(1, 'txn_id'))).to.equal(true);
  });

  it('finds a fault that an edit makes in another row', async () => {
    const { page } = await opened();
    await page.review(csv('ORD_1,,', 'ORD 2,,', 'ORD_3,,'));
    await page.edit(2, 'ORD_1');
    expect(page.issueOf(2)).to.contain('Same order ID as row 1');
    await page.press('Only rows with issues');
    await page.edit(1, 'ORD_3');
    expect(page.issueOf(3)).to.contain('Same order ID as row 1');
    expect(page.issueOf(2)).to.equal('');
  });

  it('fills a short row by writing into its last cell', async () => {
    const { page, sent } = await opened();
    await page.review(csv('ORD_1,T'));
    await page.edit(1, 'R', 'unique_request_id');
    await send(page);
    expect(sent[0]?.text).to.equal(`${header}ORD_1,T,R\r\n`);
  });

  it('sends what was reviewed, in canonical form, with its own fingerprint and count', async () => {
    const { page, sent } = await opened();
    await page.review(csvNamed('mine.csv', 'ORD_1,"a,b",', 'ORD 2,"x",'));
    await page.edit(2, 'ORD_2');
    await send(page);
    expect(sent[0]?.text).to.equal(`${header}ORD_1,"a,b",\r\nORD_2,x,\r\n`);
    expect(sent[0]?.input).to.deep.include({ fileName: 'mine.csv' });
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('ORD_1,"a,b",\r\nORD_2,x,\r\n'));
    const hex = [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
    expect(sent[0]?.input.client).to.deep.include({ rows: 2, rowsSha256: hex });
    expect(page.element.report).to.equal(null);
  });

  it('is not there where the host switched off', async () => {
    const { page } = await opened();
    await page.review(csv('ORD 1,,'));
    page.element.disabled = true;
    await page.element.updateComplete;
    expect(page.all('[data-row], [data-remove], [data-fix]')).to.have.length(0);
    expect(page.issueRows[0]?.[2]).to.equal('ORD 1');
  });
});

describe('batch-sync-upload: rows removed', () => {
  it('takes the focus on to the next row, to the one before, and to the verdict', async () => {
    const { page } = await opened();
    await page.review(csv('ORD 1,,', 'ORD 2,,', 'ORD 3,,', 'ORD_4,,'));
    await page.press('Remove row 2');
    expect(page.hasFocus(page.button('Remove row 3'))).to.equal(true);
    await page.heard('Row 2 was removed.');
    await page.press('Remove row 3');
    expect(page.hasFocus(page.button('Remove row 1'))).to.equal(true);
    await page.press('Remove row 1');
    expect(page.focused?.textContent).to.contain('1 row is ready to send.');
  });

  it('removes all rows with errors at once, and keeps the numbers of the others', async () => {
    const { page, sent } = await opened();
    await page.review(csv('ORD 1,,', 'ORD_2,,', ',,', 'ORD_4, T,'));
    await page.press('Remove 2 rows with errors');
    expect(page.preview).to.contain('2 rows go. Nothing is left to fix.');
    await page.press('Apply');
    expect(page.verdict).to.contain('2 rows are ready to send.');
    expect(page.issueRows.map(([row, line]) => [row, line])).to.deep.equal([['4', '5']]);
    await page.tick('input.check-box');
    await send(page);
    expect(sent[0]?.text).to.equal(`${header}ORD_2,,\r\nORD_4, T,\r\n`);
  });

  it('says that no row is left where the last one goes, and gives it back', async () => {
    const { page } = await opened();
    await page.review(csv('ORD 1,,'));
    expect(page.fixes, 'nothing that leaves nothing').to.be.empty;
    await page.press('Remove row 1');
    expect(page.verdict).to.contain('Empty file');
    await page.press('Undo: removal of row 1');
    expect(page.rows).to.deep.equal([1]);
  });
});

describe('batch-sync-upload: fixes', () => {
  it('show what they change before they change it, and are given up with Esc', async () => {
    const { page } = await opened();
    await page.review(csv(' ORD_1,,', 'ORD_2 ,,', 'ORD_3,,', 'ORD_3,,'));
    expect(page.fixes).to.deep.equal(['Trim spaces · 2', 'Remove 1 duplicate row', 'Remove 3 rows with errors']);
    page.button('Trim spaces · 2').focus();
    await page.key('Enter');
    expect(page.preview).to.contain('What changes: Trim spaces · 2').and.to.contain('2 rows change. 1 error is left.');
    expect(page.focused?.textContent).to.contain('What changes');
    expect(page.previewRows).to.deep.equal([
      ['1', 'ORD_1,,', 'ORD_1,,'],
      ['2', 'ORD_2 ,,', 'ORD_2,,'],
    ]);
    expect(page.all('.fix-preview mark').map(cell => cell.textContent)).to.deep.equal([
      ' ORD_1',
      'ORD_1',
      'ORD_2 ',
      'ORD_2',
    ]);
    await page.key('Escape');
    expect([page.preview, page.isOpen, page.question]).to.deep.equal([null, true, null]);
    expect(page.hasFocus(page.button('Trim spaces · 2'))).to.equal(true);
    expect(page.told('batch-sync-validated')).to.have.length(1);
  });

  it('are applied, announced, taken back and announced', async () => {
    const { page } = await opened();
    await page.review(csv(' ORD_1,,', 'ORD_2,T'));
    expect(page.fixes[0]).to.equal('Apply all fixes');
    await page.fix('Trim spaces · 1');
    expect(page.verdict).to.contain('1 error in 1 row.');
    expect(page.focused?.textContent).to.contain('1 error in 1 row.');
    await page.heard('Done: spaces trimmed.');
    await page.fix('Add missing commas · 1');
    expect(page.verdict).to.contain('2 rows are ready to send.');
    await page.press('Undo: missing commas added');
    await page.heard('Undone: missing commas added. 1 error in 1 row.');
    expect(page.hasFocus(page.button('Undo: spaces trimmed'))).to.equal(true);
    await page.press('Undo: spaces trimmed');
    expect(page.verdict).to.contain('2 errors in 2 rows.');
    expect(page.has(/^Undo/)).to.equal(false);
    expect(page.focused?.textContent).to.contain('2 errors in 2 rows.');
    await page.heard('Undone: spaces trimmed.');
  });

  it('make a file of a spreadsheet right in two presses', async () => {
    const { page, sent } = await opened();
    await page.review(semicolonFile());
    await page.fix('Use commas');
    expect(page.verdict).to.contain('40 rows are ready to send.');
    await send(page);
    expect(sent[0]?.text.startsWith(header)).to.equal(true);
  });

  it('make one right all at once that has many faults', async () => {
    const { page, sent } = await opened();
    const rows = ['Txn ID;orderid;Unique-Request-Id', 'T1; ORD_1;', 'T2;ORD_2;R2'];
    await page.review(new File([rows.join('\n')], 'many.csv'));
    await page.fix('Apply all fixes');
    await send(page);
    expect(sent[0]?.text).to.equal(`${header}ORD_1,T1,\r\nORD_2,T2,R2\r\n`);
  });

  it('show the header before and after', async () => {
    const { page } = await opened();
    await page.review(new File(['txn_id,order_id,unique_request_id\nT,ORD_1,\n'], 'order.csv'));
    await page.press('Reorder columns');
    expect(page.previewRows[0]).to.deep.equal([
      'Header',
      'txn_id,order_id,unique_request_id',
      'order_id,txn_id,unique_request_id',
    ]);
    await page.press('Cancel');
    expect(page.preview).to.equal(null);
  });

  it('mend nothing that is typed away meanwhile: an edit puts the preview away', async () => {
    const { page } = await opened();
    await page.review(csv(' ORD_1,,', 'ORD 2,,'));
    await page.press('Trim spaces · 1');
    await page.edit(1, 'ORD_1');
    expect(page.preview).to.equal(null);
  });

  it('are not offered where none helps', async () => {
    const { page } = await opened();
    await page.review(new File(['order_id'], 'orders.xlsx'));
    expect(page.fixes).to.be.empty;
    expect(page.has('Download issues')).to.equal(false);
    expect(page.verdict).to.contain('Nothing has been sent. Fix the file and choose it again.');
  });
});

describe('batch-sync-upload: the rows on screen', () => {
  it('are those with issues, all on request, and the first few of a sound file', async () => {
    const { page } = await opened();
    await page.review(mixedErrorsFile());
    expect(page.rows).to.deep.equal([3, 6, 9, 12, 15, 18, 21]);
    const toggle = page.button('Only rows with issues');
    expect(toggle.getAttribute('aria-pressed')).to.equal('true');
    await page.press('Only rows with issues');
    expect(page.rows).to.have.length(24);
    expect(toggle.getAttribute('aria-pressed')).to.equal('false');
    await page.review(csv(...Array.from({ length: 30 }, (_, index) => `ORD_${index},,`)));
    expect(page.previewRows).to.have.length(5);
    await page.press('Show all rows');
    expect(page.rows).to.have.length(25);
    await page.press('Next rows');
    expect(page.rows).to.deep.equal([26, 27, 28, 29, 30]);
    await page.edit(26, 'ORD 26');
    expect(page.verdict).to.contain('1 error in 1 row.');
    expect(page.hasFocus(page.cell(26))).to.equal(true);
  });

  it('are few, however many there are', async () => {
    const { page } = await opened();
    await page.review(csv(...Array.from({ length: 1000 }, (_, index) => `ORD ${index},,`)));
    expect(page.root.querySelectorAll('*').length).to.be.lessThan(1500);
  });

  it('lead from the summary of errors to the cell, on whichever page', async () => {
    const { page } = await opened();
    const rows = Array.from({ length: 100 }, (_, index) => (index < 60 ? `ORD ${index},,` : `ORD_${index},,`));
    await page.review(csv(...rows, ',,'));
    expect(page.verdict).to.contain(
      'Invalid order ID format Check that order_id field contains valid string values Row 1 Row 2 Row 3 and 57 more',
    );
    await page.press('Row 101');
    expect(page.hasFocus(page.cell(101))).to.equal(true);
    await page.press('Row 2');
    expect(page.hasFocus(page.cell(2))).to.equal(true);
  });

  const beyondHelp: readonly (readonly [what: string, text: string, advice: string])[] = [
    [
      'a row of which nobody knows where it ends',
      `${header}ORD_1,,\r\nORD_2,"T,\r\n`,
      'Invalid file format Ensure file is in CSV format with proper comma separation',
    ],
    [
      'a column that must be there',
      'txn_id,unique_request_id\r\nT,R\r\n',
      'Missing mandatory fields Verify that order_id column is present and not empty',
    ],
  ];
  for (const [what, text, advice] of beyondHelp) {
    it(`lead nowhere for want of ${what}, and nobody is told to fix it here`, async () => {
      const { page } = await opened();
      await page.review(new File([text], 'october.csv'));
      expect(page.verdict).to.contain(`Nothing has been sent. Fix the file and choose it again. ${advice} Download`);
      expect(page.all('.places button')).to.be.empty;
    });
  }

  it('lead from what is said of a cell to the cell', async () => {
    const { page } = await opened();
    await page.review(csv('ORD 1,,'));
    page.root.querySelector<HTMLElement>('#issues-1 label')!.click();
    expect(page.hasFocus(page.cell(1))).to.equal(true);
    expect(page.cell(1).getAttribute('aria-describedby')).to.equal('issues-1');
  });
});

describe('batch-sync-upload: files to take away', () => {
  it('lists the rows with what is wrong with them', async () => {
    const { page } = await opened();
    await page.review(csv('ORD_1,,', 'ORD 2,=1,', 'ORD_1,,'));
    const [file] = await savedDuring(() => page.element.downloadIssues());
    expect(file?.name).to.equal('october_issues.csv');
    expect(file?.text).to.equal(
      [
        'order_id,txn_id,unique_request_id,line,error_code,error',
        'ORD_1,,,2,,',
        `ORD 2,'=1,,3,invalid_value,"Only letters, numbers, _ and -"`,
        'ORD_1,,,4,duplicate_value,Same order ID as row 1',
        '',
      ].join('\r\n'),
    );
  });

  it('gives the fixed file as it would be sent', async () => {
    const { page } = await opened();
    await page.review(csv(' ORD_1,,'));
    expect(page.has('Download fixed file')).to.equal(false);
    await page.fix('Trim spaces · 1');
    const [file] = await savedDuring(() => page.press('Download fixed file'));
    expect(file).to.deep.equal({ name: 'october_fixed.csv', text: `${header}ORD_1,,\r\n` });
  });

  it('are none while there is no verdict', async () => {
    const { page } = await opened();
    expect(await savedDuring(() => page.element.downloadIssues())).to.be.empty;
  });
});

describe('batch-sync-upload: rows with errors left out', () => {
  const rows = ['ORD_1,,', 'ORD 2,,', 'ORD_3,,', ', T,'];

  for (const [how, setup] of [
    ['by default', {}],
    ['by the attribute', { prepare: element => element.setAttribute('submit-policy', 'block') }],
    ['by a word that is none', { prepare: element => element.setAttribute('submit-policy', 'everything') }],
    [
      'by the attribute over the configuration',
      { config: { submitPolicy: 'valid-only' }, prepare: element => (element.submitPolicy = 'block') },
    ],
  ] as readonly [string, UploadSetup][]) {
    it(`is not possible ${how}`, async () => {
      const { page, sent } = await opened({
        ...setup,
        ...(setup.config && {
          prepare: element => {
            element.config = { ...element.config, ...setup.config };
            setup.prepare?.(element);
          },
          config: undefined,
        }),
      });
      await page.review(csv(...rows));
      expect(page.isBlocked(page.button('Send 4 rows'))).to.equal(true);
      page.send.click();
      page.element.submit();
      expect(page.element.phase).to.equal('review');
      expect(sent).to.be.empty;
    });
  }

  it('sends the others, and keeps those to be fixed and sent as a batch of their own', async () => {
    const { page, sent } = await opened({ prepare: element => element.setAttribute('submit-policy', 'valid-only') });
    await page.review(csv(...rows));
    expect(page.status).to.equal('2 rows with errors are left out');
    expect(page.all('input.check-box'), 'what is left out needs no consent').to.have.length(0);
    await page.press('Send 2 of 4');
    await page.until('done');
    expect(sent[0]?.text).to.equal(`${header}ORD_1,,\r\nORD_3,,\r\n`);
    expect(sent[0]?.input.client).to.deep.include({ rows: 2, acceptedWarnings: [] });
    expect(page.text).to.contain('2 rows were left out because they have errors.');
    const [file] = await savedDuring(() => page.press('Download issues'));
    expect(file?.name).to.equal('october_issues.csv');
    expect(
      file?.text
        .split('\r\n')
        .slice(1, 3)
        .map(line => line.split(',').slice(0, 5)),
    ).to.deep.equal([
      ['ORD 2', '', '', '3', 'invalid_value'],
      ['', ' T', '', '5', 'empty_value surrounding_space'],
    ]);
    await page.press('Fix 2 rows');
    expect(page.element.phase).to.equal('review');
    expect(page.element.dirty).to.equal(true);
    expect(page.text).to.contain('1 batch was made of this file already.');
    await page.edit(2, 'ORD_2');
    await page.edit(4, 'ORD_4');
    await page.edit(4, 'T', 'txn_id');
    await page.press('Send 2 rows');
    await page.until('done');
    expect(sent[1]?.text).to.equal(`${header}ORD_2,,\r\nORD_4,T,\r\n`);
    expect(sent[1]?.key).not.to.equal(sent[0]?.key);
    expect(page.text).to.contain('2 batches created');
  });

  it('is asked about where the policy says so, in the host’s words of yes and no', async () => {
    const { page, sent } = await opened({ prepare: element => (element.submitPolicy = 'ask') });
    await page.review(csv(...rows));
    await page.press('Send 2 of 4');
    await waitUntil(() => page.question !== null);
    expect(page.question)
      .to.contain('Send without 2 rows?')
      .and.to.contain('2 of 4 rows have errors and are left out.');
    await page.answer('Keep working');
    expect(page.element.phase).to.equal('review');
    expect(sent).to.be.empty;
    await page.press('Send 2 of 4');
    await page.answer('Send 2 rows');
    await page.until('done');
    expect(sent).to.have.length(1);
  });

  it('is asked in the host’s own dialog where it has one, and sends nothing that changed meanwhile', async () => {
    let answer!: (yes: boolean) => void;
    const asked: string[] = [];
    const { page, sent } = await opened({
      prepare: element => {
        element.submitPolicy = 'ask';
        element.config = {
          ...element.config,
          confirm: request => {
            asked.push(request.code);
            return new Promise(resolve => (answer = resolve));
          },
        };
      },
    });
    await page.review(csv(...rows));
    await page.press('Send 2 of 4');
    await page.edit(2, 'ORD_2');
    answer(true);
    await nextFrame();
    expect([page.element.phase, asked, sent.length]).to.deep.equal(['review', ['leave-out'], 0]);
  });

  it('is not offered where the file as a whole is wrong, or no row is right', async () => {
    const { page } = await opened({ prepare: element => (element.submitPolicy = 'valid-only') });
    await page.review(new File(['txn_id,unique_request_id\nT,U\n'], 'header.csv'));
    expect(page.isBlocked(page.send)).to.equal(true);
    await page.review(csv('ORD 1,,'));
    expect(page.isBlocked(page.send)).to.equal(true);
  });
});

describe('batch-sync-upload: what the server found', () => {
  const closed = { code: 'order_closed', severity: 'error', row: 2, line: 3, column: 'order_id' } as const;

  it('is fixed in place, and what has the focus keeps it', async () => {
    const { page, sent } = await opened({}, [{ issues: [closed] }]);
    await page.review(csv('ORD_1,,', 'ORD_2,,'));
    page.send.click();
    await page.until('failed');
    expect(page.verdict).to.contain('The server checked the file again. No batch was created');
    page.element.submit();
    expect(page.element.phase, 'the same content would be refused again').to.equal('failed');
    const field = page.cell(2);
    field.focus();
    field.select();
    await sendKeys({ type: 'ORD_9' });
    await page.key('Enter');
    await nextFrame();
    expect([page.element.phase, page.focused === page.cell(2), page.issueOf(2)]).to.deep.equal([
      'review',
      true,
      'Fixed',
    ]);
    await send(page);
    expect(sent[1]?.text).to.equal(`${header}ORD_1,,\r\nORD_9,,\r\n`);
    expect(sent[1]?.key).not.to.equal(sent[0]?.key);
  });

  it('is said of the row in the file, though rows before it were removed', async () => {
    const { page } = await opened({}, [{ issues: [closed] }]);
    await page.review(csv('ORD 1,,', 'ORD_2,,', 'ORD_3,,'));
    await page.press('Remove row 1');
    page.send.click();
    await page.until('failed');
    expect(page.rows).to.deep.equal([3]);
    expect(page.cell(3).value).to.equal('ORD_3');
  });

  it('blocks until every row that it refused was changed', async () => {
    const { page } = await opened({}, [{ issues: [{ ...closed, row: 1, line: 2 }, closed] }]);
    await page.review(csv('ORD_1,,', 'ORD_2,,'));
    page.send.click();
    await page.until('failed');
    await page.edit(1, 'ORD_8');
    expect(page.verdict).to.contain('1 error in 1 row.');
    expect(page.isBlocked(page.send)).to.equal(true);
    await page.press('Remove row 2');
    expect(page.isBlocked(page.send)).to.equal(false);
  });
});

describe('batch-sync-upload: changes are work', () => {
  it('asks before another file takes the place of one that was changed, however it comes', async () => {
    const { page } = await opened();
    await page.review(csv('ORD 1,,'));
    await page.edit(1, 'ORD_1');
    for (const give of [
      () => page.choose(csvNamed('other.csv', 'ORD_9,,')),
      () => page.drop(transferOf(csvNamed('other.csv', 'ORD_9,,'))),
      () => page.paste(transferOf(csvNamed('other.csv', 'ORD_9,,'))),
      () => page.element.selectFile(csvNamed('other.csv', 'ORD_9,,')),
    ]) {
      give();
      await waitUntil(() => page.question !== null);
      expect(page.question).to.contain('What you changed in “october.csv” will be gone.');
      await page.answer('Keep working');
      expect(page.cell(1).value).to.equal('ORD_1');
    }
    page.choose(csvNamed('other.csv', 'ORD_9,,'));
    await waitUntil(() => page.question !== null);
    await page.answer('Replace');
    await waitUntil(() => page.element.report?.fileName === 'other.csv');
  });

  it('asks again of one who gives the next file in the same moment', async () => {
    const { page } = await opened();
    await page.review(csv('ORD 1,,'));
    await page.edit(1, 'ORD_1');
    page.choose(csvNamed('other.csv', 'ORD_9,,'));
    await waitUntil(() => page.question !== null);
    const closed = oneEvent(page.root.querySelector('dialog.dialog-small')!, 'close');
    await page.press('Keep working');
    page.choose(csvNamed('another.csv', 'ORD_9,,'));
    await waitUntil(() => page.question !== null);
    await closed;
    await page.element.updateComplete;
    expect(page.question).to.contain('What you changed in “october.csv” will be gone.');
  });

  it('keeps what was changed when the dialog is hidden, moved, or the description changed', async () => {
    const { page } = await opened({ session: { makerChecker: true } });
    await page.until('describing');
    await page.type('why');
    await page.press('Submit');
    await page.review(csv('ORD 1,,', 'ORD_2,,'));
    await page.edit(1, 'ORD_1');
    await page.press('Edit description');
    await page.press('Submit');
    expect(page.cell(1).value).to.equal('ORD_1');
    page.element.hide();
    await waitUntil(() => !page.isOpen);
    page.element.show();
    await waitUntil(() => page.isOpen);
    expect(page.button('Undo: edit of row 1')).to.be.instanceOf(HTMLButtonElement);
  });

  it('keeps what was changed when the server’s limits change', async () => {
    const { batchSync } = await import('../../src/core/index.js');
    const { page } = await opened();
    await page.review(csv('ORD 1,,', ' ORD_2,,'));
    await page.edit(1, 'ORD_1');
    await page.fix('Trim spaces · 1');
    const definition = { ...batchSync, limits: { ...batchSync.limits, maxRows: 500 } };
    page.element.config = { ...page.element.config, definition };
    await waitUntil(() => page.element.report?.definition.limits.maxRows === 500);
    await page.element.updateComplete;
    expect(page.verdict).to.contain('2 rows are ready to send.');
    expect(page.button('Undo: spaces trimmed')).to.be.instanceOf(HTMLButtonElement);
  });
});

describe('batch-sync-upload: a file in another encoding', () => {
  const bytesOf = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0));
  const utf16Of = (text: string) =>
    Uint8Array.from([
      0xff,
      0xfe,
      ...text.split('').flatMap(unit => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8]),
    ]);
  const file = (...bytes: Uint8Array<ArrayBuffer>[]) => new File(bytes, 'october.csv');

  it('shows what its bytes would be, and sends that', async () => {
    const { page, sent } = await opened();
    await page.review(file(bytesOf(`${header}ORD_1,caf\xe9,\r\n`)));
    expect(page.fixes).to.deep.equal(['Convert to UTF-8']);
    await page.press('Convert to UTF-8');
    expect(page.preview).to.contain('ORD_1,caf\uFFFD,').and.to.contain('ORD_1,café,');
    await page.press('Apply');
    await send(page);
    expect(sent[0]?.text).to.equal(`${header}ORD_1,café,\r\n`);
  });

  it('stays wrong at a byte that no such encoding has either', async () => {
    const { page, sent } = await opened();
    await page.review(file(bytesOf(`${header}ORD_1,caf\xe9,a\x81b\r\n`)));
    await page.press('Convert to UTF-8');
    expect(page.preview).to.contain('ORD_1,café,a\uFFFDb').and.to.contain('1 error is left.');
    await page.press('Apply');
    expect(page.verdict).to.contain('1 error in the file.').and.to.contain('Invalid file format');
    expect(page.fixes).to.deep.equal([]);
    expect(sent).to.deep.equal([]);
  });

  it('has a header and rows only after, where nothing of it could be read', async () => {
    const { page, sent } = await opened();
    await page.review(file(utf16Of(`${header}ORD_1,café,\r\n`)));
    expect(page.verdict).to.contain('Invalid file format');
    await page.press('Convert to UTF-8');
    expect(page.preview).to.contain('Header – order_id,txn_id,unique_request_id').and.to.contain('1 – ORD_1,café,');
    await page.press('Apply');
    await send(page);
    expect(sent[0]?.text).to.equal(`${header}ORD_1,café,\r\n`);
  });

  const broken: readonly [what: string, bytes: Uint8Array<ArrayBuffer>][] = [
    ['half a character', utf16Of(`${header}ORD_1,x\ud800y,\r\nORD_2,,\r\n`)],
    ['an odd number of bytes', Uint8Array.from([...utf16Of(`${header}ORD_1,,\r\n`), 0x41])],
    ['nothing but the mark of the encoding', Uint8Array.from([0xff, 0xfe])],
    ['a NUL', utf16Of(`${header}ORD_1,\0,\r\n`)],
  ];
  for (const [what, bytes] of broken) {
    it(`is not sent where it has ${what}, whatever is fixed`, async () => {
      const { page, sent } = await opened();
      await page.review(file(bytes));
      await page.fix('Convert to UTF-8');
      expect(page.verdict).to.match(/\d errors? in/);
      expect(page.has('Convert to UTF-8'), 'it was').to.equal(false);
      expect(page.isBlocked(page.send)).to.equal(true);
      page.send.click();
      await page.element.updateComplete;
      expect([page.element.phase, sent.length]).to.deep.equal(['review', 0]);
    });
  }
});

describe('batch-sync-upload: a file that grows as it is fixed', () => {
  it('is not sent where it is too large as it would be sent, and says so in the words for any such file', async () => {
    const { batchSync } = await import('../../src/core/index.js');
    const file = csv(' ORD_1,,', 'ORD_2,,', 'ORD_3,,');
    const definition = { ...batchSync, limits: { ...batchSync.limits, maxBytes: file.size } };
    const { page, sent } = await opened({ config: { definition } });
    await page.review(file);
    await page.fix('Trim spaces · 1');
    expect(page.verdict).to.contain('3 rows are ready to send.');
    page.send.click();
    await waitUntil(() => page.verdict.includes('1 error in the file.'));
    expect(page.element.phase).to.equal('review');
    expect(page.verdict).to.contain('File too large');
    expect(page.text).to.contain(`The file has ${file.size + 3} B; at most ${file.size} B are allowed`);
    expect(page.isBlocked(page.send)).to.equal(true);
    expect(page.hasFocus(page.root.querySelector('.verdict'))).to.equal(true);
    await page.heard('1 error in the file.');
    expect(page.told('batch-sync-submit')).to.be.empty;
    await expect(page.element).to.be.accessible();
    await page.press('Only rows with issues');
    await page.press('Remove row 3');
    expect(page.verdict).to.contain('2 rows are ready to send.');
    await send(page);
    expect(sent[0]?.text).to.equal(`${header}ORD_1,,\r\nORD_2,,\r\n`);
  });
});

describe('batch-sync-upload: rows that were sent before', () => {
  async function twice(setup: UploadSetup = {}) {
    const { page, sent } = await opened(setup);
    await page.review(csv('ORD_1,,', 'ORD_2,,'));
    await send(page);
    await page.press('Upload another');
    return { page, sent, first: page.told('batch-sync-submitted')[0]!.batch.id };
  }

  it('are recognised before they are sent, and sent again only when the person says so', async () => {
    const { page, sent, first } = await twice();
    await page.review(csvNamed('again.csv', '"ORD_1",,', 'ORD_2,,'));
    await waitUntil(() => page.text.includes('The same rows were sent before'));
    expect(page.text).to.contain(`They are in batch ${first}, just now (`);
    expect(page.isBlocked(page.send)).to.equal(true);
    expect(page.status).to.equal('Decide on the earlier batch before sending');
    page.send.click();
    page.element.submit();
    expect(page.element.phase).to.equal('review');
    await page.press(first);
    expect(page.told('batch-sync-open')).to.deep.equal([{ id: first, batch: null }]);
    expect(page.element.phase, 'nothing is lost by looking').to.equal('review');
    page.element.show();
    await page.tick('[data-earlier]');
    await send(page);
    expect(sent[1]?.input.client.acceptDuplicate).to.equal(true);
    expect(await page.created()).to.equal(2);
  });

  it('are no reason to ask once a row is another', async () => {
    const { page } = await twice();
    await page.review(csv('ORD_1,,', 'ORD_2,,'));
    await waitUntil(() => page.text.includes('The same rows were sent before'));
    await page.press('Edit rows');
    await page.edit(2, 'ORD_3');
    expect(page.text).not.to.contain('The same rows were sent before');
    expect(page.isBlocked(page.send)).to.equal(false);
    await page.press('Undo: edit of row 2');
    await waitUntil(() => page.text.includes('The same rows were sent before'));
    expect(page.isBlocked(page.send), 'the consent was for that moment').to.equal(true);
  });

  it('are looked for once for each content, and a backend that cannot say stops nobody', async () => {
    let asked = 0;
    const { page } = await opened({
      adapter: () => ({
        findBatches: () => {
          asked += 1;
          return Promise.reject(new ProblemError({ code: 'unavailable', status: 503 }));
        },
      }),
    });
    await page.review(csv('ORD_1,,'));
    await waitUntil(() => asked === 1);
    page.element.requestUpdate();
    await page.element.updateComplete;
    await page.tick('[role="switch"]');
    await send(page);
    expect(asked).to.equal(1);
    expect(page.told('batch-sync-error')).to.be.empty;
  });

  it('are not sent while it is looked up whether they were, for a moment at least', async () => {
    let tell!: (batches: Batch[]) => void;
    const { page, sent } = await opened({
      adapter: real => ({
        findBatches: (by, ctx) =>
          'rowsSha256' in by ? new Promise(resolve => (tell = resolve)) : real.findBatches!(by, ctx),
      }),
    });
    await page.review(csv('ORD_1,,'));
    page.send.click();
    await page.element.updateComplete;
    expect(page.status).to.equal('Checking whether these rows were sent before…');
    expect(page.isBlocked(page.send)).to.equal(true);
    await expect(page.element).to.be.accessible();
    page.send.click();
    await waitUntil(() => (tell as unknown) !== undefined);
    tell([aBatch({ id: 'bs_7' })]);
    await waitUntil(() => page.text.includes('They are in batch bs_7'));
    expect(page.element.phase).to.equal('review');
    expect(sent).to.be.empty;
    await page.tick('[data-earlier]');
    await send(page);
    expect(sent).to.have.length(1);
  });

  it('are sent after a moment where the backend does not answer', async () => {
    const { page, sent } = await opened({
      adapter: real => ({
        findBatches: (by, ctx) => ('rowsSha256' in by ? new Promise(() => {}) : real.findBatches!(by, ctx)),
      }),
    });
    await page.review(csv('ORD_1,,'));
    page.send.click();
    page.send.click();
    await page.until('done');
    expect(sent).to.have.length(1);
  });

  it('are not looked for while the file cannot be sent', async () => {
    let asked = 0;
    const { page } = await opened({ adapter: () => ({ findBatches: () => Promise.resolve(void asked++ as never) }) });
    await page.review(csv('ORD 1,,'));
    await nextFrame();
    expect(asked).to.equal(0);
  });
});

describe('batch-sync-upload: the keyboard alone', () => {
  it('is enough from opening to sent, with an edit, a fix, an undo and a removal between', async function () {
    this.timeout(30_000);
    const { page, sent } = await opened({ closed: true });
    page.element.show();
    await page.until('choosing');
    page.choose(csv(' ORD_1,,', 'ORD 2,,', ',,', 'ORD_4,,'));
    await page.until('review');
    await page.tabTo('Trim spaces');
    await page.key('Enter');
    await page.tabTo('Apply');
    await page.key('Enter');
    await page.tabTo('Undo: spaces trimmed');
    await page.key(' ');
    await page.tabTo('Trim spaces');
    await page.key(' ');
    await page.tabTo('Apply');
    await page.key(' ');
    await page.tabTo('order_id, row 2');
    await sendKeys({ type: 'ORD_2' });
    await page.key('Enter');
    await page.tabTo('Remove row 3');
    await page.key('Enter');
    await page.tabTo('Send 3 rows');
    await page.key('Enter');
    await page.until('done');
    expect(sent[0]?.text).to.equal(`${header}ORD_1,,\r\nORD_2,,\r\nORD_4,,\r\n`);
  });
});

describe('batch-sync-upload: review for everyone', () => {
  const scenes: readonly [what: string, reach: (page: UploadPage) => Promise<unknown>][] = [
    ['a preview', page => page.review(csv(' ORD_1,,', 'ORD_2,T')).then(() => page.press('Trim spaces · 1'))],
    ['a fixed row', page => page.review(csv('ORD 1,,', '"a\nb",,')).then(() => page.edit(1, 'ORD_1'))],
    ['all rows', page => page.review(mixedErrorsFile()).then(() => page.press('Only rows with issues'))],
    ['a row removed', page => page.review(csv('ORD 1,,', 'ORD_2,,')).then(() => page.press('Remove row 1'))],
  ];
  for (const scheme of ['light', 'dark']) {
    for (const [what, reach] of scenes) {
      it(`is accessible: ${what}, ${scheme}`, async () => {
        const { page } = await opened({ prepare: element => element.style.setProperty('color-scheme', scheme) });
        await reach(page);
        await page.still();
        await expect(page.element).to.be.accessible();
      });
    }
  }

  it('fits into 320 px without scrolling sideways, preview and all', async () => {
    const { page } = await opened({ closed: true, prepare: element => (element.layout = 'inline') });
    page.element.style.cssText = 'display: block; inline-size: 320px';
    await page.review(csv(' ORD_1,,', 'ORD_2,T', `${'x'.repeat(80)} ,,`));
    await page.press('Trim spaces · 2');
    const { right } = page.element.getBoundingClientRect();
    const wide = page
      .all('.sheet *')
      .filter(
        child => child.getBoundingClientRect().right > right + 1 && !child.closest('.visually-hidden, thead, svg'),
      );
    expect(wide.map(child => `${child.localName}.${child.className}`)).to.be.empty;
  });
});
