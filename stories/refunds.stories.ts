import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { BatchSyncUpload } from '../src/index.js';
import '../src/define/index.js';
import { backend, baseUrlOf } from './support/backend.js';
import { found, says, until } from './support/play.js';
import { refunds } from './support/refunds.js';

interface Args {
  locale: string;
}

const meta: Meta<Args> = {
  title: 'Guides/Another definition',
  component: 'batch-sync-provider',
  args: { locale: 'en' },
  argTypes: { locale: { control: 'inline-radio', options: ['en', 'de'] } },
  render: ({ locale }, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)} .config=${{ definition: refunds, locale }}>
      <batch-sync-table></batch-sync-table>
      <batch-sync-upload layout="inline"></batch-sync-upload>
      <batch-sync-detail></batch-sync-detail>
    </batch-sync-provider>
  `,
  parameters: {
    ...backend({ definition: refunds }),
    docs: { description: { component: 'Another kind of batch: all that makes it refunds is its definition.' } },
  },
};

export default meta;

type Story = StoryObj<Args>;

async function openUpload(canvas: HTMLElement): Promise<BatchSyncUpload> {
  await found(canvas, '[part~="file-link"]');
  const upload = canvas.querySelector('batch-sync-upload')!;
  upload.show();
  await found(canvas, '[part~="dropzone"] [part~="button"]');
  return upload;
}

export const Table: Story = {
  play: async ({ canvasElement }) => {
    await found(canvasElement, '[part~="file-link"]');
    await until(() => says(canvasElement, 'New refunds'), 'The definition’s words are not there');
  },
};

export const FieldsInGerman: Story = {
  args: { locale: 'de' },
  play: async ({ canvasElement }) => {
    await openUpload(canvasElement);
    await until(() => says(canvasElement, 'Die Bestellung, die erstattet wird'), 'The fields are not described');
  },
};

export const Refused: Story = {
  play: async ({ canvasElement }) => {
    const upload = await openUpload(canvasElement);
    const rows = ['order,amount', 'SHOP-1,12.5', 'SHOP-2,99999.00', 'SHOP-2,1.00'];
    upload.selectFile(new File([rows.join('\n')], 'refunds.csv', { type: 'text/csv' }));
    await until(() => says(canvasElement, 'Two decimals, such as 12.50'), 'The schema’s message is not there');
  },
};
