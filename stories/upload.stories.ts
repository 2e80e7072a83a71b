import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import {
  duplicatesFile,
  mixedErrorsFile,
  semicolonFile,
  tooManyRowsFile,
  validFile,
  windows1252File,
} from '../mocks/index.js';
import type { BatchSyncUpload } from '../src/index.js';
import '../src/define/provider.js';
import '../src/define/upload.js';
import { backend, baseUrlOf } from './support/backend.js';
import { found, says, until } from './support/play.js';

interface Args {
  layout: 'dialog' | 'inline';
  makerChecker: boolean;
  syncWithGateway: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/batch-sync-upload',
  component: 'batch-sync-upload',
  args: { layout: 'inline', makerChecker: false, syncWithGateway: false },
  argTypes: { layout: { control: 'inline-radio', options: ['inline', 'dialog'] } },
  render: ({ layout, makerChecker, syncWithGateway }, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)} ?maker-checker=${makerChecker}>
      <batch-sync-upload layout=${layout} open ?sync-with-gateway=${syncWithGateway}></batch-sync-upload>
    </batch-sync-provider>
  `,
  parameters: backend(),
};

export default meta;

type Story = StoryObj<Args>;

function uploadIn(canvas: HTMLElement): BatchSyncUpload {
  return canvas.querySelector('batch-sync-upload')!;
}

/** What is there where a file can be chosen, and not while that is not known. */
const chooseFile = '[part~="dropzone"] [part~="button"]';

async function refuses(canvas: HTMLElement): Promise<void> {
  await until(() => says(canvas, 'You can’t create a batch'), 'It does not say that nothing can be created');
}

/** Chooses a file as a person does, once the element asks for one. */
async function choose(canvas: HTMLElement, file: File): Promise<void> {
  await found(canvas, chooseFile);
  uploadIn(canvas).selectFile(file);
  await until(() => uploadIn(canvas).phase === 'review', 'The verdict did not come');
}

export const Default: Story = {
  play: async ({ canvasElement }) => void (await found(canvasElement, chooseFile)),
};

export const InDialog: Story = {
  args: { layout: 'dialog' },
  parameters: { docs: { story: { inline: false, height: '640px' } } },
  play: async ({ canvasElement }) => void (await found(canvasElement, `dialog[open] ${chooseFile}`)),
};

export const MakerChecker: Story = {
  args: { makerChecker: true },
  play: async ({ canvasElement }) => void (await found(canvasElement, 'textarea')),
};

export const ValidFile: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, validFile());
    await until(() => says(canvasElement, 'Send 1,000 rows'), 'It does not offer to send');
  },
};

export const RowsToFix: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, mixedErrorsFile());
    await found(canvasElement, '[part~="issue"]');
  },
};

export const DuplicateOrders: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, duplicatesFile());
    await until(() => says(canvasElement, 'Same order ID as row 4'), 'It does not say what they repeat');
  },
};

export const TooManyRows: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, tooManyRowsFile());
    await until(() => says(canvasElement, 'Row limit exceeded'), 'It does not say that there are too many');
  },
};

export const Semicolons: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, semicolonFile());
    await until(() => says(canvasElement, 'Invalid file format'), 'It does not say what is wrong');
  },
};

export const OldEncoding: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, windows1252File());
    await until(() => says(canvasElement, 'UTF-8'), 'It does not say what is wrong');
  },
};

export const Sent: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, validFile(40));
    uploadIn(canvasElement).submit();
    await until(() => uploadIn(canvasElement).phase === 'done', 'It was not sent');
  },
};

export const Offline: Story = {
  name: 'Error (offline)',
  parameters: backend({ scenario: 'offline' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="error"], [part~="notice"]')),
};

export const NoAccess: Story = {
  parameters: backend({ scenario: 'no-access' }),
  play: async ({ canvasElement }) => refuses(canvasElement),
};

export const ReadOnly: Story = {
  parameters: backend({ scenario: 'read-only' }),
  play: async ({ canvasElement }) => refuses(canvasElement),
};

export const NotConfigured: Story = {
  render: () => html`<batch-sync-upload layout="inline" open></batch-sync-upload>`,
  play: async ({ canvasElement }) =>
    void (await until(() => says(canvasElement, 'is not set up'), 'It does not say that it is not set up')),
};
