import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { validFile } from '../mocks/index.js';
import '../src/define/index.js';
import { backend, baseUrlOf, renewed } from './support/backend.js';
import { found, says, until } from './support/play.js';
import { press, review } from './support/upload.js';

interface Args {
  access: 'none' | 'read' | 'read-write';
  navigation: 'replace' | 'beside' | 'none';
  makerChecker: boolean;
  timeZone: string;
}

const meta: Meta<Args> = {
  title: 'Elements/batch-sync-provider',
  component: 'batch-sync-provider',
  args: { access: 'read-write', navigation: 'replace', makerChecker: false, timeZone: 'UTC' },
  argTypes: {
    access: { control: 'inline-radio', options: ['none', 'read', 'read-write'] },
    navigation: { control: 'inline-radio', options: ['replace', 'beside', 'none'] },
  },
  render: ({ access, navigation, makerChecker, timeZone }, context) => html`
    <batch-sync-provider
      base-url=${baseUrlOf(context)}
      access=${access}
      navigation=${navigation}
      time-zone=${timeZone}
      ?maker-checker=${makerChecker}
    >
      <batch-sync-table></batch-sync-table>
      <batch-sync-upload></batch-sync-upload>
      <batch-sync-detail></batch-sync-detail>
    </batch-sync-provider>
  `,
  parameters: backend(),
};

export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="file-link"]')),
};

export const OpenBatch: Story = {
  play: async ({ canvasElement }) => {
    (await found(canvasElement, '[part~="file-link"]')).click();
    await until(() => says(canvasElement, 'Batch Details'), 'The batch was not opened');
  },
};

/** From a file to its batch and back to the list, where it is the newest: nobody leaves the page. */
export const ThereAndBack: Story = {
  loaders: [renewed],
  play: async ({ canvasElement }) => {
    await found(canvasElement, '[part~="file-link"]');
    await press(canvasElement, 'Create Batch Sync');
    await review(canvasElement, validFile(12));
    await press(canvasElement, 'Send 12 rows');
    await press(canvasElement, 'View batch');
    await until(() => says(canvasElement, 'Batch Details'), 'The batch was not opened');
    await press(canvasElement, 'All batches');
    const list = canvasElement.querySelector('batch-sync-table')!;
    await until(() => list.checkVisibility(), 'The list is not back');
  },
};

export const MakerChecker: Story = {
  args: { makerChecker: true },
  play: async ({ canvasElement }) => {
    await found(canvasElement, '[part~="file-link"]');
    (await found(canvasElement, 'batch-sync-table'))
      .shadowRoot!.querySelector<HTMLButtonElement>('.button-primary')!
      .click();
    await found(canvasElement, 'dialog[open] textarea');
  },
};

export const Empty: Story = {
  parameters: backend({ scenario: 'empty' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="empty"]')),
};

export const Error: Story = {
  parameters: backend({ scenario: 'error' }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="error"]')),
};

export const NoAccess: Story = {
  args: { access: 'none' },
  play: async ({ canvasElement }) =>
    void (await until(
      () => says(canvasElement, 'have access to Batch Sync'),
      'It does not say that there is no access',
    )),
};
