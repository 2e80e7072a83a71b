import { html } from 'lit';
import type { Meta } from '@storybook/web-components-vite';
import { validFile } from '../mocks/index.js';
import { backend, baseUrlOf } from './support/backend.js';
import { inSlots, slotted } from './support/slots.js';
import { press, review, uploadMeta, uploadPage } from './support/upload.js';
import type { UploadArgs, UploadStory as Story } from './support/upload.js';

const meta: Meta<UploadArgs> = {
  ...uploadMeta,
  title: 'Upload/In a host',
  parameters: uploadPage('What hosts put into an upload: words of their own before, during and after it.'),
  render: (_args, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)}>
      <batch-sync-upload layout="inline" open>
        ${inSlots(context.parameters['slots'] as readonly string[])}
      </batch-sync-upload>
    </batch-sync-provider>
  `,
};

export default meta;

/** A heading, instructions, and a word beside the place for the file. */
export const BeforeAFile: Story = {
  parameters: { slots: ['heading', 'instructions', 'dropzone'] },
  play: ({ canvasElement }) => slotted(canvasElement, ['heading', 'instructions', 'dropzone']),
};

/** Beside the verdict. */
export const AtTheReview: Story = {
  parameters: { slots: ['review'] },
  play: async ({ canvasElement }) => {
    await review(canvasElement, validFile(12));
    await slotted(canvasElement, ['review']);
  },
};

/** Once the batch was made. */
export const Afterwards: Story = {
  parameters: { ...backend(), slots: ['success'] },
  play: async ({ canvasElement }) => {
    await review(canvasElement, validFile(12));
    await press(canvasElement, 'Send 12 rows');
    await slotted(canvasElement, ['success']);
  },
};

/** Whom to ask for the right to upload. */
export const Forbidden: Story = {
  parameters: { ...backend({ scenario: 'read-only' }), slots: ['forbidden'] },
  play: ({ canvasElement }) => slotted(canvasElement, ['forbidden']),
};
