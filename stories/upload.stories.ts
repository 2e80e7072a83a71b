import { html } from 'lit';
import type { Meta } from '@storybook/web-components-vite';
import { mixedErrorsFile, validFile } from '../mocks/index.js';
import { backend } from './support/backend.js';
import { found, until } from './support/play.js';
import { chooseFile, inDialog, press, review, see, uploadIn, uploadMeta } from './support/upload.js';
import type { UploadArgs, UploadStory as Story } from './support/upload.js';

const meta: Meta<UploadArgs> = {
  ...uploadMeta,
  title: 'Elements/batch-sync-upload',
  parameters: { ...backend(), docs: { story: { autoplay: true } } },
};

export default meta;

/** A place for the file, a sample of it, and what each column must hold. */
export const Default: Story = {
  tags: ['main', 'pictured'],
  play: async ({ canvasElement }) => void (await found(canvasElement, chooseFile)),
};

/** The same in a dialog over the page. */
export const InDialog: Story = {
  ...inDialog,
  play: async ({ canvasElement }) => void (await found(canvasElement, `dialog[open] ${chooseFile}`)),
};

/** A description comes first where somebody else approves. */
export const MakerChecker: Story = {
  tags: ['main'],
  args: { makerChecker: true },
  play: async ({ canvasElement }) => void (await found(canvasElement, 'textarea')),
};

/** A file with nothing wrong in it: its first rows, the switch, and one press to send. */
export const ValidFile: Story = {
  play: async ({ canvasElement }) => {
    await review(canvasElement, validFile());
    await see(canvasElement, 'Send 1,000 rows');
  },
};

/** A file in which some rows have errors: what to do about each kind, and the rows as fields. */
export const RowsToFix: Story = {
  tags: ['main', 'pictured'],
  play: async ({ canvasElement }) => {
    await review(canvasElement, mixedErrorsFile());
    await found(canvasElement, '[part~="issue"]');
  },
};

/** The batch that was made: its id to copy, and the way to it. */
export const Sent: Story = {
  tags: ['main'],
  parameters: backend(),
  play: async ({ canvasElement }) => {
    await review(canvasElement, validFile(40));
    await press(canvasElement, 'Send 40 rows');
    await see(canvasElement, 'Batch created');
  },
};

/** Rights are awaited: the place for the file is kept, and nothing can be pressed yet. */
export const Loading: Story = {
  parameters: backend({ scenario: 'stalled' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="dropzone"][aria-busy="true"]')),
};

/** The server cannot be reached: nothing is offered, but to try again. */
export const Offline: Story = {
  name: 'Error (offline)',
  parameters: backend({ scenario: 'offline' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="notice"]')),
};

/** Rights come late: the place for the file is kept, then it can be used. */
export const Slow: Story = {
  parameters: backend({ scenario: 'slow' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, chooseFile)),
};

/** The session ended (401), and the host had no other token. */
export const SessionExpired: Story = {
  parameters: backend({ scenario: 'expired' }),
  play: async ({ canvasElement }) => see(canvasElement, 'Your session has ended'),
};

/** Rights could not be read (503): nothing can be given until they are known. */
export const RightsUnknown: Story = {
  parameters: backend({ scenario: 'rights-unknown' }),
  play: async ({ canvasElement }) => {
    await until(() => uploadIn(canvasElement).matches(':state(rights-unknown)'), 'It believes to know the rights');
  },
};

/** Who may not see orders may not upload any. */
export const NoAccess: Story = {
  tags: ['main'],
  parameters: backend({ scenario: 'no-access' }),
  play: async ({ canvasElement }) => see(canvasElement, 'You can’t create a batch'),
};

/** Who may only read is told whom to ask. */
export const ReadOnly: Story = {
  parameters: backend({ scenario: 'read-only' }),
  play: async ({ canvasElement }) => see(canvasElement, 'You can’t create a batch'),
};

/** The host switched uploading off: everything can be read, nothing given. */
export const Disabled: Story = {
  play: async ({ canvasElement }) => {
    await found(canvasElement, chooseFile);
    uploadIn(canvasElement).disabled = true;
    await see(canvasElement, 'Uploading is switched off here.');
  },
};

/** Nothing to send to is configured yet. */
export const NotConfigured: Story = {
  render: () => html`<batch-sync-upload layout="inline" open></batch-sync-upload>`,
  play: async ({ canvasElement }) => see(canvasElement, 'is not set up'),
};
