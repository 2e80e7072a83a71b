import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/upload.js';
import {
  duplicatesFile,
  mixedErrorsFile,
  semicolonFile,
  tooManyRowsFile,
  validFile,
  windows1252File,
} from '../../mocks/index.js';
import { csv, csvNamed, openUpload, readBy, transferOf } from '../support/upload-page.js';
import type { UploadPage } from '../support/upload-page.js';

function bytes(name: string, ...values: readonly (string | number[])[]): File {
  return new File(
    values.map(value => (typeof value === 'string' ? value : Uint8Array.from(value))),
    name,
  );
}

/** A file whose size is known and whose bytes cannot be had. */
function unreadable(name: string, size: number): File {
  const file = new File(['order_id'], name);
  Object.defineProperty(file, 'size', { value: size });
  file.slice = () => {
    throw new DOMException('The file could not be read', 'NotReadableError');
  };
  return file;
}

const format = 'Invalid file format';
const formatAdvice = 'Ensure file is in CSV format with proper comma separation';

/** Files that are refused, each with its own words: heading, advice, and what stands in the list. */
const refused: readonly [what: string, file: () => File, heading: string, advice: string, message: string][] = [
  [
    'a spreadsheet',
    () => bytes('orders.xlsx', [0x50, 0x4b, 3, 4]),
    format,
    formatAdvice,
    'The file’s name does not end in .csv',
  ],
  [
    'a spreadsheet renamed',
    () => bytes('orders.csv', [0x50, 0x4b, 3, 4]),
    format,
    formatAdvice,
    'This is not a CSV file but ZIP',
  ],
  [
    'nothing',
    () => bytes('orders.csv'),
    'Empty file',
    'Add a header and at least one row',
    'There is nothing in the file',
  ],
  [
    'a header alone',
    () => csv(),
    'Empty file',
    'Add a header and at least one row',
    'There is a header but no row beneath it',
  ],
  [
    '1001 rows',
    tooManyRowsFile,
    'Row limit exceeded',
    'Reduce file size to maximum 1,000 rows per upload',
    'The file has 1,001 rows; at most 1,000 are allowed',
  ],
  [
    '300 MB',
    () => unreadable('orders.csv', 300_000_000),
    'File too large',
    'Reduce file size to maximum 5 MB per upload',
    'The file has 300 MB; at most 5 MB are allowed',
  ],
  [
    'a file that was removed from the disk',
    () => unreadable('orders.csv', 4000),
    format,
    formatAdvice,
    'The file can’t be read any more. It was changed, moved or removed: choose it again',
  ],
  [
    'a NUL byte',
    () => bytes('orders.csv', 'order_id,txn_id,unique_request_id\nA', [0], ',,\n'),
    format,
    formatAdvice,
    'The file holds a NUL byte: it is not text',
  ],
  [
    'Windows-1252',
    windows1252File,
    format,
    formatAdvice,
    'From here on the file is not in UTF-8. Save it as “CSV UTF-8”',
  ],
  ['semicolons', semicolonFile, format, formatAdvice, 'Values are separated by “;” instead of a comma'],
  [
    'no order_id',
    () => bytes('orders.csv', 'txn_id,unique_request_id\nT,U\n'),
    'Missing mandatory fields',
    'Verify that order_id column is present and not empty',
    'Column order_id is missing',
  ],
  [
    'an empty order ID',
    () => csv('ORD_1,,', ',T,U'),
    'Empty order ID',
    'Ensure all order_id fields have non-empty values',
    'Empty order ID',
  ],
  [
    'a wrong order ID',
    () => csv('ORD_1,,', 'ORD#2,,'),
    'Invalid order ID format',
    'Check that order_id field contains valid string values',
    'Only letters, numbers, _ and -',
  ],
  [
    'duplicates',
    duplicatesFile,
    'Duplicate order ID',
    'Each order ID should be unique within the batch',
    'Same order ID as row 4',
  ],
  [
    'a short row',
    () => csv('ORD_1,,', 'ORD_2,'),
    format,
    formatAdvice,
    'The row has 2 of 3 values: commas must be kept',
  ],
  [
    'a quote that is never closed',
    () => csv('ORD_1,"T,'),
    format,
    formatAdvice,
    'A quote that opens here is never closed',
  ],
];

describe('batch-sync-upload: what a file may hold', () => {
  for (const [what, file, heading, advice, message] of refused) {
    it(`names what is wrong with ${what}, and sends nothing`, async () => {
      const page = await openUpload();
      await page.review(file());
      expect(page.verdict).to.contain('Nothing has been sent.').and.to.contain(`${heading} ${advice}`);
      expect(page.issueRows.map(row => row.join(' | ')).join('\n')).to.contain(message);
      expect(page.isBlocked(page.send)).to.equal(true);
      page.send.click();
      page.element.submit();
      expect(page.element.phase).to.equal('review');
      expect(page.told('batch-sync-submit')).to.be.empty;
      expect(await page.created()).to.equal(0);
    });
  }

  it('lists every fault by row, line and column, in the order of the file', async () => {
    const page = await openUpload();
    await page.review(mixedErrorsFile());
    expect(page.verdict).to.contain('7 errors in 7 rows. Nothing has been sent.');
    expect(page.status).to.equal('7 rows to fix before sending');
    const header = page.all('.issue-list th').map(cell => cell.innerText);
    expect(header).to.deep.equal(['Row', 'Line', 'order_id', 'txn_id', 'unique_request_id', 'Issue', 'Actions']);
    expect(page.issueRows.map(([row, line, , , , issue]) => [row, line, issue])).to.deep.equal([
      ['3', '4', 'Empty order ID'],
      ['6', '7', 'Invalid order ID format: Only letters, numbers, _ and -'],
      ['9', '10', 'Invalid file format: The row has 2 of 3 values: commas must be kept'],
      ['12', '13', 'Invalid file format: The row has 4 values where 3 are expected'],
      ['15', '16', 'Duplicate order ID: Same order ID as row 1'],
      ['18', '19', 'Invalid order ID format: Spaces around the order ID'],
      ['21', '22', 'Invalid value: The value holds a control character (U+0007)'],
    ]);
    expect(page.all('[part~="cell-error"]').map(cell => cell.dataset['label'])).to.deep.equal([
      'order_id',
      'order_id',
      'order_id',
      'order_id',
      'txn_id',
    ]);
  });

  it('tells line from row where cells hold line breaks and lines are blank', async () => {
    const page = await openUpload();
    await page.review(csv('ORD_1,"a\nb",', '', 'ORD 2,,'));
    const [, [row, line]] = [page.issueRows[0], page.issueRows[1] ?? page.issueRows[0]!];
    expect([row, line]).to.deep.equal(['2', '5']);
  });

  it('lists one kind of fault alone on request', async () => {
    const page = await openUpload();
    await page.review(mixedErrorsFile());
    expect(page.filters).to.deep.equal([
      'All 7',
      'Invalid order ID format 2',
      'Invalid file format 2',
      'Empty order ID 1',
      'Invalid value 1',
      'Duplicate order ID 1',
    ]);
    await page.press('Invalid order ID format 2');
    expect(page.issueRows.map(([row]) => row)).to.deep.equal(['6', '18']);
    await page.press('All 7');
    expect(page.issueRows).to.have.length(7);
  });

  it('puts a page of many rows on the page, with the true total, and others on request', async () => {
    const page = await openUpload({ engine: {} });
    const rows = Array.from({ length: 1000 }, (_, index) => `ORD ${index},,`);
    await page.review(csv(...rows));
    expect(page.verdict).to.contain('1,000 errors in 1,000 rows.');
    expect(page.issueRows).to.have.length(25);
    expect(page.text).to.contain('1–25 of 1,000 rows');
    expect(page.isBlocked(page.button('Previous rows'))).to.equal(true);
    await page.press('Next rows');
    expect(page.issueRows).to.have.length(25);
    expect(page.issueRows[0]?.[0]).to.equal('26');
    await page.review(csv('ORD 1,,'));
    expect(page.issueRows).to.have.length(1);
  });

  it('shows a hundred thousand issues without putting them on the page', async () => {
    const { batchSync } = await import('../../src/core/index.js');
    const definition = { ...batchSync, limits: { maxRows: 200_000, maxBytes: 10_000_000 } };
    const page = await openUpload({ config: { definition }, adapter: () => ({ capabilities: undefined }) });
    page.element.config = { ...page.element.config, permissions: { orders: 'readWrite' } };
    const rows = Array.from({ length: 100_000 }, (_, index) => `ORD ${index},,`);
    await page.review(csv(rows.join('\n')));
    expect(page.verdict).to.contain('100,000 errors in 100,000 rows.');
    expect(page.issueRows).to.have.length(25);
    const begun = performance.now();
    await page.press('Next rows');
    expect(performance.now() - begun).to.be.lessThan(1000);
  }).timeout(20_000);

  it('shows cells as text, and control characters as pictures', async () => {
    const page = await openUpload();
    await page.review(csv('<img src=x onerror=alert(1)>,"a\u0007b",', '=1+1 ,,'));
    const cells = page.issueRows[0] ?? [];
    expect(cells[2]).to.equal('<img src=x onerror=alert(1)>');
    expect(cells[3]).to.equal('a\u0007b');
    expect(page.all('.cell-seen').map(cell => cell.innerText)).to.deep.equal(['a\u2407b']);
    expect(page.all('img')).to.have.length(0);
  });

  it('shows what else nobody sees by its number, and leaves what is only drawn together alone', async () => {
    const page = await openUpload();
    await page.review(csv('ORD_1,a\u200bb\u202ec\u0085,', 'ORD_2,\u{1f469}\u200d\u{1f680},'));
    expect(page.previewRows.map(cells => cells[2])).to.deep.equal([
      'a[U+200B]b[U+202E]c[U+0085]',
      '\u{1f469}\u200d\u{1f680}',
    ]);
  });

  it('cuts a cell that is as long as a book', async () => {
    const page = await openUpload();
    await page.review(csv(`${'x '.repeat(100_000)},,`));
    expect(page.issueRows[0]?.[2]?.length).to.be.lessThan(300);
  });

  it('previews the first rows of a sound file', async () => {
    const page = await openUpload();
    await page.review(validFile());
    expect(page.verdict).to.equal('1,000 rows are ready to send. Nothing has been sent yet.');
    expect(page.text).to.contain('First 5 of 1,000 rows');
    expect(page.previewRows).to.have.length(5);
    expect(page.isBlocked(page.button('Send 1,000 rows'))).to.equal(false);
    expect(page.issueRows).to.be.empty;
  });

  it('asks nothing of who sends a file with infos alone', async () => {
    const page = await openUpload();
    await page.review(csv('ORD_1,,', '', 'ORD_2,=sum,'));
    expect(page.verdict).to.contain('2 rows are ready to send.');
    expect(page.isBlocked(page.send)).to.equal(false);
    expect(page.all('input.check-box')).to.have.length(0);
    expect(page.issueRows.map(row => row.at(-1))).to.deep.equal([
      'Blank lines passed over: Blank line, passed over',
      'Begins like a formula: Begins like a spreadsheet formula',
    ]);
  });

  it('has all warnings accepted by one box that names them, and records them with the batch', async () => {
    const page = await openUpload();
    await page.review(csv('ORD_1, T1,R1', 'ORD_2,1.23E+11,R1'));
    expect(page.verdict).to.contain('2 rows are ready to send. 3 warnings to accept.');
    expect(page.verdict).to.contain(
      'Send despite 3 warnings: Spaces around values (1), Possible spreadsheet damage (1), Repeated request ID (1)',
    );
    expect(page.status).to.equal('Accept the warnings before sending');
    page.send.click();
    expect(page.element.phase).to.equal('review');
    page.root.querySelector<HTMLInputElement>('input.check-box')!.click();
    await page.element.updateComplete;
    page.send.click();
    await page.until('done');
    expect(page.told('batch-sync-submitted')[0]?.batch.acceptedWarnings).to.have.members([
      'surrounding_space',
      'spreadsheet_damage',
      'repeated_request_id',
    ]);
  });

  it('says once for all how the file must look: the field table, cell for cell', async () => {
    const page = await openUpload();
    expect(page.all('.field-table th[scope="col"]').map(cell => cell.innerText)).to.deep.equal([
      'Field Name',
      'Mandatory/Optional',
      'Data Type',
      'Description',
      'Sample Value',
      'Validation Rules',
    ]);
    expect(page.fieldRows).to.deep.equal([
      [
        'order_id',
        'Mandatory',
        'String',
        'Order identifier for synchronization with external systems',
        '"ORD_123456789"',
        'Must be a valid order ID string, cannot be empty',
      ],
      [
        'txn_id',
        'Optional',
        'String',
        'Transaction identifier for tracking sync operations',
        '"TXN_987654321"',
        'String value, can be empty',
      ],
      [
        'unique_request_id',
        'Optional',
        'String',
        'Unique synchronization request identifier for tracking',
        '"SYNCREQ001"',
        'String value, can be empty',
      ],
    ]);
  });
});

describe('batch-sync-upload: how a file comes', () => {
  it('takes one that is dropped anywhere on the sheet', async () => {
    const page = await openUpload();
    const data = transferOf(csv('ORD_1,,'));
    page.drag('dragenter', data);
    await page.element.updateComplete;
    expect(page.text).to.contain('Let go to check this file');
    expect(page.drag('dragover', data).defaultPrevented).to.equal(true);
    expect(page.drop(data).defaultPrevented).to.equal(true);
    await page.until('review');
    expect(page.told('batch-sync-file')).to.deep.equal([{ fileName: 'october.csv', size: 42 }]);
  });

  it('counts what a drag enters and leaves, however many children it crosses', async () => {
    const page = await openUpload();
    const data = transferOf(csv('ORD_1,,'));
    const zone = page.root.querySelector<HTMLElement>('[part~="dropzone"]')!;
    const looks = async () => {
      await page.element.updateComplete;
      return zone.part.contains('dropzone-accept');
    };
    page.drag('dragenter', data);
    page.drag('dragenter', data, zone);
    page.drag('dragleave', data);
    expect(await looks()).to.equal(true);
    page.drag('dragleave', data, zone);
    expect(await looks()).to.equal(false);
  });

  it('takes one that is pasted', async () => {
    const page = await openUpload();
    expect(page.paste(transferOf(csv('ORD_1,,'))).defaultPrevented).to.equal(true);
    await page.until('review');
  });

  it('takes rows that are pasted as a file of their own, judged like any other', async () => {
    const page = await openUpload();
    const rows = 'order_id,txn_id,unique_request_id\nORD_1,"T,1",\nORD_2,,';
    expect(page.paste(textTransfer(rows)).defaultPrevented).to.equal(true);
    await page.until('review');
    expect(page.told('batch-sync-file')).to.deep.equal([{ fileName: 'pasted.csv', size: rows.length }]);
    expect(page.verdict).to.contain('2 rows are ready to send.');
    expect(await page.element.file?.text()).to.equal(rows);
  });

  it('takes rows from a spreadsheet, beside which there is a picture of them, and names their tabs', async () => {
    const page = await openUpload();
    const data = textTransfer('order_id\ttxn_id\tunique_request_id\r\nORD_1\tT\t\r\n');
    data.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
    page.paste(data);
    await page.until('review');
    expect(page.element.file?.name).to.equal('pasted.csv');
    expect(page.verdict).to.contain('Invalid file format');
  });

  it('offers the header line to rows that come without it, in one click that can be taken back', async () => {
    const page = await openUpload();
    page.paste(textTransfer('ORD_1,T,\nORD_2,,\n'));
    await page.until('review');
    expect(page.verdict).to.contain('Missing mandatory fields');
    expect(page.text).to.contain('These rows have no header line If their values stand in this order, add it:');
    expect(page.isBlocked(page.send)).to.equal(true);
    await expect(page.element).to.be.accessible();
    await page.press('Add header line');
    expect(page.verdict).to.contain('2 rows are ready to send.');
    expect(page.text).not.to.contain('These rows have no header line');
    expect(page.hasFocus(page.root.querySelector('.verdict'))).to.equal(true);
    await page.heard('Done: header line added.');
    await page.press('Undo: header line added');
    expect(page.button('Add header line')).to.be.instanceOf(HTMLButtonElement);
    await page.press('Add header line');
    page.send.click();
    await page.until('done');
    expect(await page.created()).to.equal(1);
  });

  it('says nothing of a header line where the rows are no such rows', async () => {
    const page = await openUpload();
    page.paste(textTransfer('ORD_1,T\nORD_2,\n'));
    await page.until('review');
    expect(page.has('Add header line')).to.equal(false);
    await page.review(csvNamed('october.csv'));
    await page.review(new File(['ORD_1,,\nORD_2,,\n'], 'october.csv'));
    expect(page.has('Add header line'), 'its lines are numbered elsewhere').to.equal(false);
  });

  it('takes the file where its name is pasted beside it', async () => {
    const page = await openUpload();
    const data = textTransfer('october, new.csv');
    data.items.add(csv('ORD_1,,'));
    page.paste(data);
    await page.until('review');
    expect(page.element.file?.name).to.equal('october.csv');
  });

  const answered: readonly [what: string, give: (page: UploadPage) => void, words: string][] = [
    [
      'two files dropped at once',
      page => page.drop(transferOf(csv('A,,'), csv('B,,'))),
      '2 files were given. One file makes one batch: choose one of them.',
    ],
    [
      'two files pasted at once',
      page => page.paste(transferOf(csv('A,,'), csv('B,,'))),
      '2 files were given. One file makes one batch: choose one of them.',
    ],
    ['text', page => page.drop(textTransfer()), 'That is text. Save it as a CSV file, then choose the file.'],
    [
      'a pasted word',
      page => page.paste(textTransfer('order_id')),
      'That is text. Save it as a CSV file, then choose the file.',
    ],
    ['a folder', page => page.drop(folderTransfer()), 'That is a folder. Open it and choose one CSV file.'],
    ['nothing that can be read', page => page.drop(new DataTransfer()), 'That is not a file. Choose a CSV file.'],
  ];
  for (const [what, give, words] of answered) {
    it(`answers ${what}, and keeps the file that was there`, async () => {
      const page = await openUpload();
      give(page);
      await page.element.updateComplete;
      expect(page.text).to.contain(words);
      await waitUntil(() => page.spoken === words, 'it is spoken');
      expect(page.element.phase).to.equal('choosing');
      await page.review(csv('ORD_1,,'));
      expect(page.text).not.to.contain(words);
      give(page);
      await page.element.updateComplete;
      expect(page.element.phase).to.equal('review');
      expect(page.text).to.contain(words).and.to.contain('october.csv');
    });
  }

  it('takes the same file twice', async () => {
    const page = await openUpload();
    const file = csv('ORD 1,,');
    await page.review(file);
    await page.review(file);
    expect(page.told('batch-sync-validated')).to.have.length(2);
  });

  it('gives up a file that is being read for a newer one', async () => {
    const page = await openUpload();
    const slow = readBy(csvNamed('slow.csv'), () => new Promise(() => {}));
    page.choose(slow);
    await page.until('reading');
    await waitUntil(() => page.text.includes('Reading the file'));
    expect(page.text).to.contain('slow.csv');
    await page.review(csvNamed('newer.csv', 'ORD_1,,'));
    expect(page.told('batch-sync-validated')).to.have.length(1);
    expect(page.element.report?.fileName).to.equal('newer.csv');
  });

  it('shows the verdict on the newer file even where the older one answers last', async () => {
    const page = await openUpload();
    let answer: ((bytes: ArrayBuffer) => void) | undefined;
    const late = readBy(csvNamed('late.csv'), () => new Promise(resolve => (answer = resolve)));
    page.choose(late);
    await waitUntil(() => answer !== undefined);
    await page.review(csvNamed('newer.csv', 'ORD_1,,'));
    answer!(new ArrayBuffer(late.size));
    await page.element.updateComplete;
    expect(page.element.phase).to.equal('review');
    expect(page.element.report?.fileName).to.equal('newer.csv');
  });

  it('stops reading on request', async () => {
    const page = await openUpload();
    const slow = readBy(csvNamed('slow.csv'), () => new Promise(() => {}));
    page.choose(slow);
    await page.until('reading');
    await waitUntil(() => page.find('Stop reading'));
    await page.press('Stop reading');
    expect(page.element.phase).to.equal('choosing');
    expect(page.element.file).to.equal(null);
  });

  it('lets the host refuse a file before it is read', async () => {
    const page = await openUpload();
    page.element.addEventListener('batch-sync-file', event => event.preventDefault());
    page.choose(csv('ORD_1,,'));
    await page.element.updateComplete;
    expect(page.element.phase).to.equal('choosing');
  });

  it('reads a file that the host sets, without asking it', async () => {
    const page = await openUpload();
    page.element.file = csv('ORD_1,,');
    await page.until('review');
    expect(page.told('batch-sync-file')).to.be.empty;
    expect(page.told('batch-sync-validated')).to.deep.equal([{ ok: true, rowCount: 1, counts: [] }]);
    page.element.file = null;
    await page.element.updateComplete;
    expect(page.element.phase).to.equal('choosing');
  });

  it('reads a file that was set before it was in the page, dialog closed', async () => {
    const page = await openUpload({ closed: true, prepare: element => (element.file = csv('ORD_1,,')) });
    await page.until('review');
    expect(page.isOpen).to.equal(false);
    page.element.show();
    await waitUntil(() => page.isOpen);
    expect(page.verdict).to.contain('1 row is ready to send.');
  });

  it('judges again when the definition changes', async () => {
    const { batchSync } = await import('../../src/core/index.js');
    const page = await openUpload();
    await page.review(csv('ORD_1,,', 'ORD_2,,'));
    expect(page.element.report?.ok).to.equal(true);
    const definition = { ...batchSync, limits: { ...batchSync.limits, maxRows: 1 } };
    page.element.config = { ...page.element.config, definition };
    await waitUntil(() => page.element.report?.ok === false);
    await page.element.updateComplete;
    expect(page.verdict).to.contain('Row limit exceeded');
  });

  it('says that it is the page’s fault where the checks themselves fail', async () => {
    const { batchSync } = await import('../../src/core/index.js');
    const schema = { '~standard': { version: 1, vendor: 'x', validate: () => Promise.resolve({}) } } as const;
    const columns = batchSync.columns.map(column => ({ ...column, schema }));
    const page = await openUpload({ config: { definition: { ...batchSync, columns } } });
    page.choose(csv('ORD_1,,'));
    await waitUntil(() => page.told('batch-sync-error').length > 0);
    await page.element.updateComplete;
    expect(page.element.phase).to.equal('choosing');
    expect(page.text).to.contain('“october.csv” could not be checked. This is a fault of this page, not of the file.');
    expect(page.told('batch-sync-error')[0]).to.deep.include({ action: 'file' });
  });

  it('saves the sample file of the definition and gives its address back', async () => {
    const page = await openUpload();
    const saved: { name: string; url: string }[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, url: this.href });
    };
    try {
      await page.press('Sample file: batch_sync_sample.csv');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    const [{ name, url }] = saved as [{ name: string; url: string }];
    expect(name).to.equal('batch_sync_sample.csv');
    expect(await (await fetch(url)).text()).to.equal(
      'order_id,txn_id,unique_request_id\r\nORD_123456789,TXN_987654321,SYNCREQ001\r\n',
    );
    page.element.remove();
    await waitUntil(
      async () =>
        fetch(url).then(
          () => false,
          () => true,
        ),
      'the address is given back',
    );
  });
});

function textTransfer(text = 'order_id,txn_id'): DataTransfer {
  const data = new DataTransfer();
  data.items.add(text, 'text/plain');
  return data;
}

/** What a dropped folder looks like: scripts cannot make one. */
function folderTransfer(): DataTransfer {
  const data = transferOf(new File([''], 'folder'));
  const item = { kind: 'file', type: '', webkitGetAsEntry: () => ({ isDirectory: true }) };
  Object.defineProperty(data, 'items', { value: [item] });
  return data;
}
