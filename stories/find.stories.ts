import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createEngine, createMemoryAdapter } from '../mocks/index.js';
import '../src/define/index.js';
import type { BatchSyncConfig } from '../src/index.js';
import { backend, baseUrlOf } from './support/backend.js';
import { found, says, until } from './support/play.js';

interface Args {
  /** What is looked for: an id, part of one, or `retried` for an order that was sent twice. */
  id: string;
}

type BatchSyncAdapter = NonNullable<BatchSyncConfig['adapter']>;

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
  render: () => of({ findTasks: () => new Promise(() => {}) }),
  play: async ({ canvasElement, args }) => {
    await find(canvasElement, args.id);
    await found(canvasElement, '.found-panel .skeleton-row');
  },
};

export const Failed: Story = {
  render: () =>
    of({
      findTasks: () =>
        Promise.reject({ code: 'unavailable', status: 503, title: 'No', requestId: 'req_find_7c', retryable: true }),
    }),
  play: async ({ canvasElement, args }) => {
    await find(canvasElement, args.id);
    await until(() => says(canvasElement, 'req_find_7c'), 'The request id is not shown');
  },
};

export const NotOffered: Story = {
  render: () => of({ findTasks: undefined }),
  play: async ({ canvasElement }) => void (await found(canvasElement, '[part~="file-link"]')),
};

/** The table on a backend in the page, of which some methods are others. */
function of(methods: Partial<Record<'findTasks', BatchSyncAdapter['findTasks'] | undefined>>) {
  const adapter = { ...createMemoryAdapter({ engine: createEngine({ batches: 40 }) }), ...methods };
  const config = { adapter: adapter as BatchSyncAdapter, permissions: { orders: 'read' } } as const;
  return html`<batch-sync-provider locale="en-GB" time-zone="Asia/Kolkata" .config=${config}>
    <batch-sync-table></batch-sync-table>
  </batch-sync-provider>`;
}

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
