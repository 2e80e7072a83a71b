import { html } from 'lit';
import type { Meta } from '@storybook/web-components-vite';
import { duplicatesFile, mixedErrorsFile, semicolonFile, validFile, windows1252File } from '../mocks/index.js';
import './support/pages.css';
import { found, until } from './support/play.js';
import { csv, edit, inDialog, press, review, see, uploadIn, uploadMeta, uploadPage } from './support/upload.js';
import type { UploadArgs, UploadStory as Story } from './support/upload.js';

const meta: Meta<UploadArgs> = {
  ...uploadMeta,
  title: 'Upload/Fix',
  parameters: uploadPage(
    'What is wrong is fixed where it is seen: cell by cell, row by row, or by a press for a whole kind of fault.',
  ),
};

export default meta;

const spaced = () => csv([' ORD_1,TXN_1 ,REQ_1', 'ORD_2,TXN_2,REQ_2', 'ORD_3 ,TXN_3,REQ_3', 'ORD 4,TXN_4,REQ_4']);
const reordered = () =>
  new File(['txn_id,order_id,unique_request_id\r\nTXN_1,ORD_1,REQ_1\r\nTXN_2,ORD_2,REQ_2\r\n'], 'october.csv');
const tooMany = () => validFile(2400);

/** Reviews a file, then presses these, one after the other. */
function pressed(file: () => File, names: readonly string[], seen: string): Story {
  return {
    play: async ({ canvasElement }) => {
      await review(canvasElement, file());
      for (const name of names) await press(canvasElement, name);
      await see(canvasElement, seen);
    },
  };
}

/** A cell was fixed in place: its row says so at once, and stays where it is. */
export const CellFixed: Story = {
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    await edit(canvasElement, 6, 'ORD_1006');
    await see(canvasElement, 'Fixed');
  },
};

/** What was typed is judged like the file: now the order is there twice. */
export const CellStillWrong: Story = {
  play: async ({ canvasElement }) => {
    await review(canvasElement, csv(['ORD_1,TXN_1,', 'ORD_2,TXN_2,', ',TXN_3,']));
    await edit(canvasElement, 3, 'ORD_2');
    await see(canvasElement, 'Same order ID as row 2');
  },
};

/** The last error is gone, and the file can be sent. */
export const AllFixed: Story = {
  play: async ({ canvasElement }) => {
    await review(canvasElement, csv(['ORD 1,TXN_1,', 'ORD_2,TXN_2,']));
    await edit(canvasElement, 1, 'ORD_1');
    await see(canvasElement, '2 rows are ready to send.');
  },
};

/** A row was removed; the others keep their numbers. */
export const RowRemoved: Story = pressed(mixedErrorsFile, ['Remove row 3'], 'Undo: removal of row 3');

/** … and is back after *Undo*. */
export const RowBack: Story = {
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    await press(canvasElement, 'Remove row 3');
    await press(canvasElement, 'Undo: removal of row 3');
    await found(canvasElement, '[data-remove="3"]');
  },
};

/** Fixes are offered for what one press can mend. */
export const FixesOffered: Story = pressed(spaced, [], 'Trim spaces · 3');

/** First the fix shows what it changes. */
export const FixPreviewed: Story = pressed(spaced, ['Trim spaces · 3'], 'What changes: Trim spaces');

/** Then it is done, and can be taken back. */
export const FixApplied: Story = pressed(spaced, ['Trim spaces · 3', 'Apply'], 'Undo: spaces trimmed');

/** Taken back: the file is what it was. */
export const FixUndone: Story = pressed(
  spaced,
  ['Trim spaces · 3', 'Apply', 'Undo: spaces trimmed'],
  'Trim spaces · 3',
);

/** A fix of the header shows it before and after. */
export const HeaderPreviewed: Story = pressed(reordered, ['Reorder columns'], 'What changes: Reorder columns');

/** Another delimiter, as spreadsheets in many countries write it. */
export const DelimiterPreviewed: Story = pressed(semicolonFile, ['Use commas'], 'Nothing is left to fix.');

/** What a conversion makes of each character is seen before it is done. */
export const EncodingPreviewed: Story = pressed(windows1252File, ['Convert to UTF-8'], 'Café-Zürich');

/** Rows that repeat others go all at once; here is which. */
export const DuplicatesPreviewed: Story = pressed(duplicatesFile, ['Remove 2 duplicate rows'], '2 rows go.');

/** One press for everything that can be fixed. */
export const AllFixesPreviewed: Story = pressed(
  () => new File(['Transaction ID;order_id;unique_request_id\r\nTXN_1; ORD_1;REQ_1\r\nTXN_2;ORD_2\r\n'], 'october.csv'),
  ['Apply all fixes'],
  'What changes: Apply all fixes',
);

/** A file over the row limit can be sent in parts: these are the batches that it would make. */
export const SplitPreviewed: Story = pressed(tooMany, ['Split into 3 batches'], '3 parts, sent one after another');

/** The file is split, and is sent as three batches by one press. */
export const SplitApplied: Story = pressed(tooMany, ['Split into 3 batches', 'Apply'], 'Send 2,400 rows in 3 batches');

/** What *Download issues* saves: the file with the place and the words of each issue, for whoever made it. */
export const IssuesDownloaded: Story = {
  render: (args, context) =>
    html`${uploadMeta.render(args, context)}
      <pre class="saved" tabindex="0" aria-label="The saved file"></pre>`,
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    const saved = await savedBy(() => press(canvasElement, 'Download issues'));
    canvasElement.querySelector('.saved')!.textContent = saved;
    await see(canvasElement, 'orders_mixed_errors_issues.csv');
  },
};

/** A file that was changed is not replaced unasked. */
export const ReplaceAsked: Story = {
  ...inDialog,
  play: async ({ canvasElement }) => {
    await review(canvasElement, spaced());
    await edit(canvasElement, 4, 'ORD_4');
    uploadIn(canvasElement).selectFile(validFile(12));
    await see(canvasElement, 'Replace the file?');
  },
};

/** The file that the browser was given to save; it is not saved. */
async function savedBy(act: () => Promise<void>): Promise<string> {
  const links: { name: string; text: Promise<string> }[] = [];
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    links.push({ name: this.download, text: fetch(this.href).then(answer => answer.text()) });
  };
  try {
    await act();
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
  const { name, text } = await until(() => links[0], 'Nothing was saved');
  return `${name}\n\n${await text}`;
}
