import type { Meta } from '@storybook/web-components-vite';
import { duplicatesFile, mixedErrorsFile, tooManyRowsFile, validFile, windows1252File } from '../mocks/index.js';
import { backend } from './support/backend.js';
import { deepQueryAll, found, until } from './support/play.js';
import { refunds } from './support/refunds.js';
import { configured, csv, press, review, see, tick, uploadMeta, uploadPage } from './support/upload.js';
import type { UploadArgs, UploadStory as Story } from './support/upload.js';

const meta: Meta<UploadArgs> = {
  ...uploadMeta,
  title: 'Upload/Review',
  parameters: uploadPage(
    'The verdict on a file: every kind of issue under its heading, with what to do about it, and the rows it is in.',
  ),
};

export default meta;

/** Gives a file and waits until the verdict says this. */
function verdict(file: () => File, ...words: readonly string[]): Story {
  return {
    play: async ({ canvasElement }) => {
      await review(canvasElement, file());
      for (const said of words) await see(canvasElement, said);
    },
  };
}

const damaged = [
  'ORD_1,4.5E+11,REQ_1',
  'ORD_2,#REF!,REQ_2',
  'ORD_3,12-Jan,REQ_3',
  'ORD_4,10023.0,REQ_4',
  'ORD_5,“TXN_5”,REQ_5',
];

/** Nothing to fix: the first rows, as they will be sent. */
export const Clean: Story = verdict(() => validFile(), '1,000 rows are ready to send.', 'First 5 of 1,000 rows');

/** A file of one row. */
export const OneRow: Story = verdict(() => csv(['ORD_1,TXN_1,REQ_1']), '1 row is ready to send.');

/** Warnings of every kind: none stops the file, and one box accepts them all. */
export const Warnings: Story = verdict(
  () => csv([...damaged, "ORD_6,'-100,REQ_6", 'ord_1,TXN_7,REQ_1', 'ORD_8, TXN_8,REQ_8']),
  'Send despite',
  'Possible spreadsheet damage',
);

/** Once the warnings are accepted the file can be sent; which ones stays on record with the batch. */
export const WarningsAccepted: Story = {
  play: async ({ canvasElement }) => {
    await review(canvasElement, csv(damaged));
    await tick(canvasElement, 'Send despite 5 warnings');
    await until(
      () => deepQueryAll(canvasElement, '.button-primary:not([aria-disabled])').length === 1,
      'It cannot be sent',
    );
  },
};

/** What is worth knowing and asks for nothing: a cell that begins like a formula, blank lines. */
export const InfosOnly: Story = verdict(
  () => csv(['ORD_1,=TXN_1,', '', '', 'ORD_2,TXN_2,']),
  'Begins like a formula',
  'Blank lines passed over',
);

/** Errors and warnings of many kinds in one file, each row with its cells as fields. */
export const ManyKinds: Story = verdict(mixedErrorsFile, '7 errors in 7 rows.');

/** A mandatory column is not there. */
export const MissingMandatoryFields: Story = verdict(
  () => new File(['txn_id,unique_request_id\r\nTXN_1,REQ_1\r\nTXN_2,REQ_2\r\n'], 'october.csv'),
  'Missing mandatory fields',
  'Verify that order_id column is present and not empty',
);

/** Order IDs that are empty, and those of blanks alone. */
export const EmptyOrderId: Story = verdict(
  () => csv(['ORD_1,TXN_1,REQ_1', ',TXN_2,REQ_2', '   ,TXN_3,REQ_3']),
  'Empty order ID',
  'Ensure all order_id fields have non-empty values',
);

/** Order IDs with what none may hold: blanks, signs, spaces around them. */
export const InvalidOrderIdFormat: Story = verdict(
  () => csv(['ORD 1,TXN_1,', 'ORD#2,TXN_2,', ' ORD_3,TXN_3,', 'ÖRD_4,TXN_4,']),
  'Invalid order ID format',
  'Only letters, numbers, _ and -',
);

/** More rows than one batch may have: a split is offered. */
export const RowLimitExceeded: Story = verdict(tooManyRowsFile, 'Row limit exceeded', 'Split into 2 batches');

/** Rows with a value too few and too many. */
export const InvalidFileFormat: Story = verdict(
  () => csv(['ORD_1,TXN_1,REQ_1', 'ORD_2,TXN_2', 'ORD_3,TXN_3,REQ_3,x', 'ORD_4,TXN_4,REQ_4,']),
  'Invalid file format',
  'Ensure file is in CSV format with proper comma separation',
);

/** A header in another order, with names of its own and a column that nobody expects. */
export const HeaderToFix: Story = verdict(
  () => new File(['Transaction ID,order_id,unique_request_id,note\r\nT1,ORD_1,R1,x\r\n'], 'october.csv'),
  'Invalid file format',
  'Apply all fixes',
);

/** A quote that nothing closes: from there on nobody knows where a row ends. */
export const UnclosedQuote: Story = verdict(
  () => csv(['ORD_1,TXN_1,REQ_1', 'ORD_2,"TXN_2,REQ_2', 'ORD_3,TXN_3,REQ_3']),
  'A quote that opens here is never closed',
);

/** A quote in the middle of a value. */
export const MalformedQuote: Story = verdict(
  () => csv(['ORD_1,TXN_1,REQ_1', 'ORD_2,"TXN"_2,REQ_2', 'ORD_3,TXN_3,REQ_3']),
  'Invalid file format',
);

/** A column that is there twice. */
export const DuplicateColumn: Story = verdict(
  () => new File(['order_id,txn_id,order_id,unique_request_id\r\nORD_1,TXN_1,ORD_1,REQ_1\r\n'], 'october.csv'),
  'Invalid file format',
);

/** A value longer than its column takes, where the definition says how long that is. */
export const ValueTooLong: Story = {
  parameters: backend({ definition: refunds }),
  loaders: [configured(() => ({ definition: refunds }))],
  play: async ({ canvasElement }) => {
    const rows = ['order_reference,amount,note,refund_request', `${'SHOP-2041-'.repeat(5)},12.50,,`];
    await review(canvasElement, new File([rows.join('\r\n')], 'refunds.csv'));
    await see(canvasElement, '32 characters');
  },
};

/** Not in UTF-8, as old spreadsheets save a file: a conversion is offered. */
export const OtherEncoding: Story = verdict(windows1252File, 'not in UTF-8', 'Convert to UTF-8');

/** The same order more than once: each names the row that it repeats. */
export const DuplicateOrderId: Story = verdict(duplicatesFile, 'Duplicate order ID', 'Same order ID as row 4');

/** Refused by its size, unread. */
export const FileTooLarge: Story = verdict(
  () => new File([new Uint8Array(5_000_001)], 'archive.csv'),
  'File too large',
  'Reduce file size to maximum 5 MB per upload',
);

/** A header and nothing beneath it. */
export const EmptyFile: Story = verdict(() => csv([]), 'Empty file', 'Add a header and at least one row');

/** No byte in it. */
export const NothingInIt: Story = verdict(() => new File([], 'october.csv'), 'Empty file');

/** A control character in a column that takes any other text. */
export const InvalidValue: Story = verdict(
  () => csv(['ORD_1,TXN\u0007_1,REQ_1', 'ORD_2,TXN_2,REQ_2']),
  'Invalid value',
  'The value holds a control character',
);

/** A workbook that was given the wrong name. */
export const Spreadsheet: Story = verdict(
  () => new File([new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0])], 'october.csv'),
  'This is not a CSV file but',
);

/** Only the rows of one kind of issue are listed. */
export const OneKindAlone: Story = {
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    await press(canvasElement, 'Invalid file format 2');
    await until(() => deepQueryAll(canvasElement, '[data-remove]').length === 2, 'Others are listed, too');
  },
};

/** All rows, those without an issue too: any cell can be edited. */
export const AllRows: Story = {
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    await press(canvasElement, 'Only rows with issues');
    await until(() => deepQueryAll(canvasElement, '[data-remove]').length === 24, 'Not all rows are listed');
  },
};

/** Many rows with errors, a page at a time; the totals are those of the whole file. */
export const ManyRows: Story = {
  play: async ({ canvasElement }) => {
    await review(canvasElement, csv(Array.from({ length: 940 }, (_, index) => `ORD ${index + 1},TXN_${index + 1},`)));
    await press(canvasElement, 'Next rows');
    await see(canvasElement, '26–50 of 940 rows');
  },
};

/** A link of the summary leads to the cell that is wrong, wherever it is. */
export const LedToTheCell: Story = {
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    await press(canvasElement, 'Row 15');
    const cell = await found(canvasElement, '[data-row="15"][data-column="order_id"]');
    await until(() => (cell.getRootNode() as ShadowRoot).activeElement === cell, 'The cell has not the focus');
  },
};

/** Long names and values keep to their places. */
export const LongValues: Story = verdict(
  () =>
    csv(
      [`${'ORD_2026_10_'.repeat(8)} 1,${'TXN'.repeat(40)},SYNC_REQ_1`, 'ORD_2,"A note\r\nof two lines",SYNC_REQ_2'],
      `settlements_of_the_third_quarter_${'second_run_'.repeat(8)}final.csv`,
    ),
  '1 error in 1 row.',
);
