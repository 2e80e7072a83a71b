import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/index.js';
import { backend, baseUrlOf } from './support/backend.js';
import { deepQuery, found, says, until } from './support/play.js';

interface Args {
  /** What is looked for: an id, part of one, or `retried` for an order that was sent twice. */
  id: string;
}

const meta: Meta<Args> = {
  title: 'Elements/batch-sync-table/Find an order',
  component: 'batch-sync-table',
  args: { id: 'ORD' },
  render: (_args, context) => html`
    <batch-sync-provider base-url=${baseUrlOf(context)} locale="en-GB" time-zone="Asia/Kolkata">
      <batch-sync-table></batch-sync-table>
      <batch-sync-detail></batch-sync-detail>
    </batch-sync-provider>
  `,
  parameters: backend(),
};

export default meta;

type Story = StoryObj<Args>;

export const Offered: Story = {
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="find"]:not([inert])')),
};

export const PartOfMany: Story = {
  play: async ({ canvasElement, args }) => {
    await find(canvasElement, args.id);
    await until(() => says(canvasElement, 'Tasks with “\u2068ORD\u2069”'), 'Nothing was found');
    await found(canvasElement, '.found-panel [part~="pager"]');
  },
};

export const SentTwice: Story = {
  args: { id: 'retried' },
  play: async ({ canvasElement, parameters }) => {
    await find(canvasElement, await retriedOrder(baseUrlOf({ parameters })));
    await until(() => says(canvasElement, 'with exactly this ID'), 'The latest task is not named');
  },
};

export const NeverUploaded: Story = {
  args: { id: 'ORD_NOT_THERE' },
  play: async ({ canvasElement, args }) => {
    await find(canvasElement, args.id);
    await until(() => says(canvasElement, 'Not found in any batch'), 'It does not say that there is none');
  },
};

export const Opened: Story = {
  play: async ({ canvasElement, args }) => {
    await find(canvasElement, args.id);
    (await found(canvasElement, '.found-panel [part~="file-link"]')).click();
    await until(() => says(canvasElement, 'Batch Details'), 'The batch was not opened');
  },
};

export const Waiting: Story = {
  parameters: backend({ scenario: 'find-stalled' }),
  play: async ({ canvasElement, args }) => {
    await find(canvasElement, args.id);
    await found(canvasElement, '.found-panel .skeleton-row');
  },
};

export const Failed: Story = {
  parameters: backend({ scenario: 'find-fails' }),
  play: async ({ canvasElement, args }) => {
    await find(canvasElement, args.id);
    await until(() => says(canvasElement, 'req_unavailable_5f21'), 'The request id is not shown');
  },
};

export const NotOffered: Story = {
  parameters: backend({ scenario: 'no-find' }),
  play: async ({ canvasElement }) => {
    await found(canvasElement, '[part~="file-link"]');
    await until(() => !deepQuery(canvasElement, '[part~="find"]:not([inert])'), 'It is offered');
  },
};

async function find(canvas: HTMLElement, id: string): Promise<void> {
  await found(canvas, '[part~="file-link"]');
  const field = (await found(canvas, '[part~="find"]:not([inert]) input')) as HTMLInputElement;
  field.value = id;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.form?.requestSubmit();
}

/** An order of a batch that retried another one. */
async function retriedOrder(baseUrl: string): Promise<string> {
  const read = async (path: string) => (await (await fetch(`${baseUrl}${path}`)).json()) as { data: Wire[] };
  const { data } = await read('/batches?limit=100');
  const retry = data.find(({ parent_id }) => parent_id);
  const [task] = (await read(`/batches/${retry?.id}/tasks?limit=1`)).data;
  return task?.values?.['order_id'] ?? '';
}

interface Wire {
  readonly id: string;
  readonly parent_id?: string | null;
  readonly values?: Readonly<Record<string, string>>;
}
