import type { Meta } from '@storybook/web-components-vite';
import { stuckFile, validFile } from '../mocks/index.js';
import { batchSync } from '../src/core/index.js';
import type { BatchDefinition } from '../src/core/index.js';
import { backend } from './support/backend.js';
import { pasteOf } from './support/paste.js';
import { found } from './support/play.js';
import {
  carrying,
  choose,
  chooseFile,
  configured,
  csv,
  describe,
  drag,
  press,
  review,
  see,
  uploadIn,
  uploadMeta,
  uploadPage,
} from './support/upload.js';
import type { UploadArgs, UploadStory as Story } from './support/upload.js';

const meta: Meta<UploadArgs> = {
  ...uploadMeta,
  title: 'Upload/Describe and choose',
  parameters: uploadPage(
    'What stands before the verdict: the description, the ways in which a file can come, and reading it.',
  ),
};

export default meta;

/** A host whose batches are large. */
const large: BatchDefinition = { ...batchSync, limits: { maxRows: 1_000_000, maxBytes: 200_000_000 } };

/** The description is counted while it is typed; characters, not bytes. */
export const DescriptionCounted: Story = {
  args: { makerChecker: true },
  play: async ({ canvasElement }) => {
    await describe(
      canvasElement,
      'Settlements of October, second run: Zürich and München were missing in the first one.',
    );
    await see(canvasElement, '85 of 500 characters');
  },
};

/** Who goes on without a description is told what is missing. */
export const DescriptionMissing: Story = {
  args: { makerChecker: true },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Submit');
    await see(canvasElement, 'Enter a description');
  },
};

/** One that is too long says by how much. */
export const DescriptionTooLong: Story = {
  args: { makerChecker: true },
  play: async ({ canvasElement }) => {
    await describe(canvasElement, 'All orders of the week in which the gateway was away. '.repeat(10));
    await press(canvasElement, 'Submit');
    await see(canvasElement, 'Shorten the description by 39 characters');
  },
};

/** On the way back from the file it is still there. */
export const DescriptionKept: Story = {
  args: { makerChecker: true },
  play: async ({ canvasElement }) => {
    await describe(canvasElement, 'Settlements of October');
    await press(canvasElement, 'Submit');
    await press(canvasElement, 'Back');
    await found(canvasElement, 'textarea');
  },
};

/** One file hangs over the sheet: it may be let go. */
export const DragAccepted: Story = {
  play: async ({ canvasElement }) => {
    await drag(canvasElement, 'dragenter', carrying(validFile(3)));
    await see(canvasElement, 'Let go to check this file');
  },
};

/** Two files hang over the sheet: it shows that it will not take them, before they are let go. */
export const DragRejected: Story = {
  play: async ({ canvasElement }) => {
    await drag(canvasElement, 'dragenter', carrying(validFile(3), validFile(4)));
    await see(canvasElement, 'Only one CSV file can be taken');
  },
};

/** Two files were dropped: which one is meant is for the person to say. */
export const TwoFiles: Story = {
  play: async ({ canvasElement }) => {
    await drag(canvasElement, 'drop', carrying(csv(['ORD_1,,'], 'october.csv'), csv(['ORD_2,,'], 'november.csv')));
    await see(canvasElement, '2 files were given. One file makes one batch: choose one of them.');
  },
};

/** A folder was dropped. */
export const Folder: Story = {
  play: async ({ canvasElement }) => {
    // No script can make what the browser says of a folder.
    const data = carrying(new File([], 'exports'));
    const item = { kind: 'file', type: '', webkitGetAsEntry: () => ({ isDirectory: true }) };
    Object.defineProperty(data, 'items', { value: [item] });
    await drag(canvasElement, 'drop', data);
    await see(canvasElement, 'That is a folder. Open it and choose one CSV file.');
  },
};

/** A piece of text was dropped. */
export const Text: Story = {
  play: async ({ canvasElement }) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'ORD_10023');
    await drag(canvasElement, 'drop', data);
    await see(canvasElement, 'That is text. Save it as a CSV file, then choose the file.');
  },
};

/** A picture was dropped: it is named for what it is, whatever its name says. */
export const Picture: Story = {
  play: async ({ canvasElement }) => {
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d];
    await drag(canvasElement, 'drop', carrying(new File([new Uint8Array(png)], 'settlements.csv')));
    await see(canvasElement, 'This is not a CSV file but');
  },
};

/** Rows that were copied from a spreadsheet and pasted go the way of a file. */
export const PastedRows: Story = {
  play: async ({ canvasElement }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'order_id,txn_id,unique_request_id\nORD_1,TXN_1,\nORD_2,TXN_2,');
    const zone = await found(canvasElement, chooseFile);
    zone.dispatchEvent(pasteOf(clipboardData));
    await see(canvasElement, 'pasted.csv');
  },
};

/** A large file is read with progress, and can be stopped; here its drive gave a part of it and then no more. */
export const Reading: Story = {
  parameters: backend({ definition: large }),
  loaders: [configured(() => ({ definition: large }))],
  play: async ({ canvasElement }) => {
    await choose(canvasElement, stuckFile(0.4));
    await see(canvasElement, 'Reading the file, ');
  },
};

/** After *Stop reading* the place for a file is there again. */
export const ReadingStopped: Story = {
  parameters: backend({ definition: large }),
  loaders: [configured(() => ({ definition: large }))],
  play: async ({ canvasElement }) => {
    await choose(canvasElement, stuckFile(0.4));
    await press(canvasElement, 'Stop reading');
    await see(canvasElement, 'Drop a CSV file here');
  },
};

/** The server's limits are stricter than the definition's: what it takes is said before a file is chosen. */
export const StricterLimits: Story = {
  parameters: backend({ definition: { ...batchSync, limits: { maxRows: 200, maxBytes: 20_000 } } }),
  play: async ({ canvasElement }) => see(canvasElement, 'at most 200 rows · at most 20 KB'),
};

/** Another file takes the place of the one under review. */
export const Replaced: Story = {
  play: async ({ canvasElement }) => {
    await review(canvasElement, csv(['ORD 1,,'], 'october.csv'));
    uploadIn(canvasElement).selectFile(csv(['ORD_1,,'], 'october_corrected.csv'));
    await see(canvasElement, 'october_corrected.csv');
  },
};
